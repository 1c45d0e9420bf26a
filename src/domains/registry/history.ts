import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Folded, type Told, type View, fold } from '../../kernel/ledger.ts'
import { wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { storedScale } from './business-context.ts'
import type { KeptBusiness } from './business-store.ts'
import { listActs } from './changes-store.ts'
import { readNotice } from './consent.ts'
import { recordOf } from './core/business-fields.ts'
import { trustOf } from './core/trust.ts'
import { type Names, namesFor } from './field-names.ts'

/** A day to look from: what was true on it, or what was known at its end. */
export type Looking = { trueOn?: string | undefined; knownAt?: string | undefined }

/** What was known on a day is all that was recorded until its end. */
export function viewOf({ trueOn, knownAt }: Looking): View {
  return {
    ...(trueOn === undefined ? {} : { trueOn }),
    ...(knownAt === undefined ? {} : { knownAt: wibMidnight(Temporal.PlainDate.from(knownAt).add({ days: 1 })).subtract({ milliseconds: 1 }) }),
  }
}

export type Past = { past: Folded; present: Folded; names: Names }

/** A business as it was and as it is. `past` holds no values where nothing was known, or nothing was true yet. */
export async function pastOf(tx: Db | Tx, keys: Keys, businessId: string, looking: Looking): Promise<Past> {
  const acts = await listActs(tx, keys, businessId)
  const [past, present] = [fold(acts, trustOf, viewOf(looking)), fold(acts, trustOf)]
  return { past, present, names: await namesFor(tx, [past, present].flatMap(({ values }) => told(values))) }
}

/** Values as pairs, for `namesFor`. */
export const told = (values: Readonly<Record<string, Told>>): { field: string; value: Told }[] => Object.entries(values).map(([field, value]) => ({ field, value }))

/**
 * The kept record with the answers of then in it. Registry number, verification and dates of keeping stay those of today.
 * @returns undefined when there was no whole record then
 */
export async function keptThen(tx: Db | Tx, kept: KeptBusiness, { past: { values } }: Past, { trueOn, knownAt }: Looking): Promise<KeptBusiness | undefined> {
  if (values['name'] === undefined || values['villageCode'] === undefined || values['ownerId'] === undefined) return undefined
  const { record, ownerId, mergedInto } = recordOf({ values })
  const day = Temporal.PlainDate.from([trueOn, knownAt].filter((one) => one !== undefined).toSorted()[0] ?? kept.updatedAt.toZonedDateTimeISO('+07:00').toPlainDate().toString())
  const places = await tx.selectFrom('office.regions as v').innerJoin('office.regions as d', 'd.code', 'v.parent_code')
    .select(['v.name as village', 'd.name as district', 'd.code as districtCode']).where('v.code', '=', record.villageCode).executeTakeFirst()
  const activity = record.kbli === undefined ? undefined : await tx.selectFrom('registry.kbli').select('title')
    .where('version', '=', record.kbliVersion ?? '2020').where('code', '=', record.kbli).executeTakeFirst()
  const owner = await tx.selectFrom('registry.people as p').select(['p.name', readNotice(sql.ref('p.id')).as('readNotice')]).where('p.id', '=', ownerId).executeTakeFirst()
  return {
    ...kept, record, ownerId, mergedInto, ...storedScale(record, day), ...(places ?? {}), kbliTitle: activity?.title ?? null, ownerName: owner?.name ?? kept.ownerName,
    ownerReadNotice: owner?.readNotice ?? kept.ownerReadNotice,
  }
}
