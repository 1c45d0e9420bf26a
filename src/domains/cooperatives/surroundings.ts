import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { findPlace, getOffice } from '../office/index.ts'
import { kbliVersionsOf } from '../registry/index.ts'
import { type Namesake, listNamesakes } from './cooperative-store.ts'
import { checkCooperative } from './core/check.ts'
import { type Check, type CheckContext, type Warning, warn } from './core/finding.ts'
import type { Cooperative, Whole } from './core/record.ts'
import type { Source } from './core/sources.ts'

/** What the checks of a record looked up, and what they found. */
export type Looked = Check & { namesakes: Namesake[] }

/** Checks a record against its surroundings: its village, its activity, others of its name. @param id of itself, when it is kept */
export async function checkAround({ tx, now }: Pick<Unit, 'tx' | 'now'>, officeId: string, whole: Whole, id?: string): Promise<Looked> {
  const { record } = whole
  const office = await getOffice(tx, officeId)
  const found = await findPlace(tx, record.villageCode)
  const place = found?.districtCode.startsWith(`${office.regionCode}.`) ? found : undefined
  const context: CheckContext = {
    asOf: wibDate(now), village: !place ? 'unknown' : place.active ? 'active' : 'former',
    kbliVersions: record.kbli === undefined ? [] : await kbliVersionsOf(tx, record.kbli),
  }
  const { problems, warnings } = checkCooperative(whole, context)
  const namesakes = await listNamesakes(tx, officeId, record, id)
  return { problems, warnings: [...warnings, ...doubleWarning(namesakes)], namesakes }
}

const doubleWarning = (namesakes: Namesake[]): Warning[] => (namesakes.length > 0 ? [warn('name', 'maybe-double')] : [])

/** The version a code is meant in when the record does not say: 2020 where the code exists in it. */
export async function withKbliVersion({ tx }: Pick<Unit, 'tx'>, record: Cooperative): Promise<Cooperative> {
  if (record.kbli === undefined || record.kbliVersion !== undefined) return record
  const versions = await kbliVersionsOf(tx, record.kbli)
  return { ...record, kbliVersion: versions.includes('2020') ? '2020' : versions[0] ?? '2020' }
}

/** Where a record comes from, by the role of who enters it. */
export function sourceOf(actor: Actor): Source {
  if (actor.kind === 'citizen') return 'self'
  const roles = new Set(actor.roles.map(({ role }) => role))
  if (roles.has('counter')) return 'counter'
  return roles.has('village-officer') ? 'village' : 'office'
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * Checks a changed record. What was wrong before (a village that has gone since) must not stop the mending of something else.
 * @param touched the fields that change
 */
export async function checkChange(
  unit: Pick<Unit, 'tx' | 'now'>, officeId: string, kept: Whole & { id: string }, whole: Whole, touched: ReadonlySet<string>,
): Promise<Looked> {
  const after = await checkAround(unit, officeId, whole, kept.id)
  if (after.problems.length === 0) return after
  const before = await checkAround(unit, officeId, kept, kept.id)
  return { ...after, problems: after.problems.filter((one) => touched.has(one.field) || !before.problems.some((other) => same(one, other))) }
}
