import type { Tx } from '../../platform/db/database.ts'
import { Temporal } from 'temporal-polyfill'
import type { ServiceDefinition } from './core/definition.ts'

const dayBefore = (iso: string) => Temporal.PlainDate.from(iso).subtract({ days: 1 }).toString()

/**
 * Stores a version for good and ends the one before it on the day before. A version that is already there stays as it is.
 * @returns the id of the definition, or nothing when that version was there
 */
export async function keepDefinition(tx: Tx, officeId: string, definition: ServiceDefinition): Promise<string | undefined> {
  const { code, version, validFrom } = definition
  const service = { code, office_id: officeId, name: definition.name.id, division_id: definition.division }
  await tx.insertInto('services.services').values(service).onConflict((on) => on.column('code').doUpdateSet({ name: service.name })).execute()
  const kept = await tx.insertInto('services.definitions').values({ service_code: code, version, valid_from: validFrom, definition: JSON.stringify(definition) })
    .onConflict((on) => on.constraint('definitions_version_once').doNothing()).returning('id').executeTakeFirst()
  if (!kept) return undefined
  await tx.updateTable('services.definitions').set({ valid_to: dayBefore(validFrom) }).where('service_code', '=', code).where('version', '<', version)
    .where('valid_from', '<', validFrom).where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', validFrom)])).execute()
  return kept.id
}

/** The latest version of a service and the day it takes effect, locked: two versions are never published at once. */
export async function lockLatest(tx: Tx, code: string): Promise<{ version: number; validFrom: string } | undefined> {
  await tx.selectFrom('services.services').select('code').where('code', '=', code).forUpdate().executeTakeFirst()
  return tx.selectFrom('services.definitions').select(['version', 'valid_from as validFrom']).where('service_code', '=', code)
    .orderBy('version', 'desc').limit(1).executeTakeFirst()
}
