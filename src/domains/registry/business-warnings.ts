import type { Unit } from '../../platform/db/unit.ts'
import { ownerOfPerson, surroundingsOf } from './business-context.ts'
import type { KeptBusiness } from './business-store.ts'
import { type Warning, checkBusiness } from './core/business-check.ts'
import type { Person } from './person-store.ts'

/** What deserves a second look in a record that is kept. */
export async function warningsOf(unit: Unit, { record, officeId }: KeptBusiness, person: Person): Promise<Warning[]> {
  const around = await surroundingsOf(unit.tx, unit.now, officeId, record, person)
  const owner = ownerOfPerson(person)
  return checkBusiness(record, { ...around.context, ...(owner ? { owner } : {}) }).warnings
}
