import type { Db } from '../../platform/db/database.ts'
import type { ServiceDefinition } from './core/definition.ts'
import { findServiceOn } from './store.ts'

/** The definition in force on a day, of a service that must be there. */
export async function getDefinitionOn(db: Db, code: string, day: string): Promise<ServiceDefinition> {
  const held = await findServiceOn(db, code, day)
  if (!held) throw new Error(`no service ${code}`)
  return held.definition
}
