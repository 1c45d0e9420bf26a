import type { Unit } from '../../platform/db/unit.ts'
import { ownerOfPerson, surroundingsOf } from './business-context.ts'
import type { KeptBusiness } from './business-store.ts'
import { checkBusiness } from './core/business-check.ts'
import type { Business } from './core/business-record.ts'
import type { Person } from './person-store.ts'

/** A record and its owner as they are kept, before something changes. */
export type Before = { kept: KeptBusiness; person: Person }

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields in which two records differ. */
export function changedKeys(before: object, after: object): string[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !same(a.get(key), b.get(key)))
}

/** Checks a changed record; what was wrong before (a village that has gone since) must not stop the mending of something else. */
export async function checkChange(unit: Unit, before: Before, record: Business, person: Person) {
  const check = async (one: Business, whose: Person) => {
    const around = await surroundingsOf(unit.tx, unit.now, before.kept.officeId, one, whose)
    const owner = ownerOfPerson(whose)
    return { around, ...checkBusiness(one, { ...around.context, ...(owner ? { owner } : {}) }) }
  }
  const after = await check(record, person)
  if (after.problems.length === 0) return after
  const old = await check(before.kept.record, before.person)
  const touched = new Set(changedKeys(before.kept.record, record))
  return { ...after, problems: after.problems.filter((one) => touched.has(one.field) || !old.problems.some((other) => same(one, other))) }
}
