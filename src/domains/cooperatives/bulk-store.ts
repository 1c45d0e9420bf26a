import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { findPlace } from '../office/index.ts'
import { type BulkTeller, appendActs } from '../registry/index.ts'
import {
  type Place, cooperativeColumns, insertParts, positionRow, registryNumberOf, takeRegistryNumbers, yearRow,
} from './cooperative-store.ts'
import type { Whole } from './core/record.ts'
import { toFields } from './core/told.ts'

/** A cooperative to be stored with what is first said of it; its answers have passed their schema. */
export type BulkCooperative = Whole & {
  id: string; at: Temporal.Instant
  /** When it was last said to be right; left out: at entry. */
  confirmedAt?: Temporal.Instant
}

async function placesOf(tx: Tx, codes: Iterable<string>): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  for (const code of new Set(codes)) {
    const place = await findPlace(tx, code)
    if (!place) throw new Error(`no village ${code}`)
    places.set(code, place)
  }
  return places
}

/**
 * Stores many cooperatives with their boards and book years; up to about five hundred at a time. Also the way in of a single one.
 * @returns the ids of those stored, in the order given: one whose legal entity number is in the registry already is left out
 */
export async function insertCooperatives(
  tx: Tx, keys: Keys, office: { id: string; regionCode: string }, cooperatives: readonly BulkCooperative[],
  { observedOn, ...teller }: BulkTeller,
): Promise<string[]> {
  const places = await placesOf(tx, cooperatives.map(({ record }) => record.villageCode))
  const numbers = await takeRegistryNumbers(tx, cooperatives.length)
  const rows = cooperatives.flatMap(({ id, at, confirmedAt = at, record }, index) => {
    const place = places.get(record.villageCode)
    return place ? [{
      id, at: at.toString(), confirmed: confirmedAt.toString(), registry_number: registryNumberOf(office.regionCode, at, numbers[index] ?? 0),
      ...cooperativeColumns(record, place)
    }] : []
  })
  const { rows: stored } = await sql<{ id: string }>`
    insert into cooperatives.cooperatives (id, office_id, registry_number, name, normal_name, words, cooperative_number,
      legal_entity_number, legal_entity_key,
      legal_entity_date, village_code, district_code, level, kind, pattern, formed_group, membership_area, members_female, members_male,
        operating_since, status,
      record, source, entered_by, version, last_confirmed_at, created_at, updated_at)
    select id, ${office.id}, registry_number, name, normal_name, words, cooperative_number, legal_entity_number, legal_entity_key,
           legal_entity_date, village_code, district_code, level, kind, pattern, formed_group, membership_area, members_female,
             members_male, operating_since, status,
           record::jsonb, ${teller.source}, ${teller.by}::uuid, 1, confirmed, at, at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, at timestamptz, confirmed timestamptz, registry_number text, name text,
        normal_name text, words text,
           cooperative_number text, legal_entity_number text, legal_entity_key text, legal_entity_date date, village_code text,
             district_code text, level text,
           kind text, pattern text, formed_group text, membership_area text, members_female int, members_male int, operating_since date,
             status text, record text)
    on conflict (office_id, legal_entity_key) where merged_into is null do nothing returning id`.execute(tx)
  const kept = new Set(stored.map(({ id }) => id))
  const whole = cooperatives.filter(({ id }) => kept.has(id))
  await insertParts(tx, {
    positions: whole.flatMap(({ id, at, positions }) =>
      positions.map((one) => ({ cooperative_id: id, ...positionRow(one, { source: teller.source, at }) }))),
    bookYears: whole.flatMap(({ id, record, bookYears }) => bookYears.map((one) => ({ cooperative_id: id, ...yearRow(record, one) }))),
  })
  await appendActs(tx, keys, 'cooperative', whole.map(({ id, at, confirmedAt: _confirmedAt, ...one }) => ({
    ...teller, ...(observedOn ? { validFrom: observedOn, observedOn } : {}), subjectId: id, seq: 1, at, sets: toFields(one),
  })))
  return whole.map(({ id }) => id)
}
