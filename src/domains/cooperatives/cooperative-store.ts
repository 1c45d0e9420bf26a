import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Actor, type Resource } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { normalName } from '../registry/index.ts'
import { meetingDeadline } from './core/annual-meeting.ts'
import { bareWords, nameWords, tellingWords } from './core/cooperative-name.ts'
import { legalEntityKey } from './core/identity.ts'
import type { BookYear, Cooperative, Position, Whole } from './core/record.ts'
import type { Source } from './core/sources.ts'
import { choiceLabels } from './messages.id.ts'

/** A cooperative as kept: all that is told of it, and what the office knows about it. */
export type KeptCooperative = Whole & {
  id: string; officeId: string; registryNumber: string; version: number
  village: string; villageKind: string; districtCode: string; district: string
  source: Source; enteredBy: string; mergedInto: string | null
  lastConfirmedAt: Temporal.Instant; createdAt: Temporal.Instant; updatedAt: Temporal.Instant
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

// Word by word, so that "usaha" at the end of a name is not taken for the form of a business.
const spelled = (words: readonly string[]): string[] => words.map((word) => normalName(word)).filter(Boolean)

/** What a name is compared by. */
export const comparedName = (name: string): string => spelled(bareWords(name)).join(' ')

/** What the rule of doubles compares of a name. */
export const tellingName = (name: string): string => spelled(tellingWords(name)).join(' ')

/** The words of a question or of a name, as they stand in the index. */
export const searchWords = (text: string): string[] => spelled(nameWords(text))

type Row = {
  id: string; office_id: string; registry_number: string; version: number; record: Cooperative
  village: string; village_kind: string; district_code: string; district: string; source: Source; entered_by: string; merged_into: string | null
  last_confirmed_at: Date; created_at: Date; updated_at: Date
}

type PositionRow = {
  id: string; organ: Position['organ']; role: Position['role']; name: string; gender: Position['gender'] | null; phone: string | null
  person_id: string | null; valid_from: string | null; valid_to: string | null; village_head: boolean | null
}

/** Empty columns are left out, as in what people send. */
function withoutNulls<T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as { [K in keyof T]?: NonNullable<T[K]> }
}

async function positionsOf(tx: Db | Tx, cooperativeId: string): Promise<Position[]> {
  const { rows } = await sql<PositionRow>`
    select id, organ, role, name, gender, phone, person_id, valid_from, valid_to, village_head from cooperatives.positions
     where cooperative_id = ${cooperativeId}
     order by array_position(array['board', 'supervisory-board', 'sharia-board', 'management'], organ),
              array_position(array['chair', 'vice-chair', 'secretary', 'treasurer', 'manager', 'member'], role),
                valid_from desc nulls last, id
     limit 500`.execute(tx)
  return rows.map(({ id, organ, role, name, valid_from, valid_to, person_id, village_head, ...row }) => ({
    id, organ, role, name, ...withoutNulls({ ...row, personId: person_id, from: valid_from, to: valid_to, villageHead: village_head }),
  }))
}

async function bookYearsOf(tx: Db | Tx, cooperativeId: string): Promise<BookYear[]> {
  const { rows } = await sql<{ record: BookYear }>`
    select record from cooperatives.book_years where cooperative_id = ${cooperativeId} order by year limit 200`.execute(tx)
  return rows.map(({ record }) => record)
}

/** @param lock keeps the row until the transaction ends, so that two who change it at once follow each other */
export async function findCooperative(tx: Db | Tx, id: string, lock = false): Promise<KeptCooperative | undefined> {
  if (!isUuid(id)) return undefined
  const { rows: [row] } = await sql<Row>`
    select c.id, c.office_id, c.registry_number, c.version, c.record, v.name as village, v.kind as village_kind, c.district_code,
      d.name as district,
           c.source, c.entered_by, c.merged_into, c.last_confirmed_at, c.created_at, c.updated_at
      from cooperatives.cooperatives c
      join office.regions v on v.code = c.village_code join office.regions d on d.code = c.district_code
     where c.id = ${id} ${lock ? sql`for update of c` : sql``}`.execute(tx)
  if (!row) return undefined
  return {
    id: row.id, officeId: row.office_id, registryNumber: row.registry_number, version: row.version, record: row.record,
    positions: await positionsOf(tx, id), bookYears: await bookYearsOf(tx, id),
    village: row.village, villageKind: row.village_kind, districtCode: row.district_code, district: row.district,
    source: row.source, enteredBy: row.entered_by, mergedInto: row.merged_into, lastConfirmedAt: fromDb(row.last_confirmed_at), createdAt: fromDb(row.created_at),
    updatedAt: fromDb(row.updated_at),
  }
}

/**
 * What a right depends on: ids and codes. A cooperative is a citizen's own while he holds an office in its board.
 * @param today the day on which the office must be held
 */
export async function findCooperativeAccess(
  tx: Db | Tx, id: string, actor: Actor | undefined, today: Temporal.PlainDate,
): Promise<Resource | undefined> {
  if (!isUuid(id)) return undefined
  const { rows: [row] } = await sql<{ officeId: string; villageCode: string; enteredBy: string; isOwn: boolean }>`
    select office_id as "officeId", village_code as "villageCode", entered_by as "enteredBy", ${heldBy(actor?.personId, today)} as "isOwn"
      from cooperatives.cooperatives c where id = ${id}`.execute(tx)
  if (!row) return undefined
  const { isOwn, ...resource } = row
  return { ...resource, ...(isOwn && actor?.personId !== undefined ? { ownerId: actor.personId } : {}) }
}

/** Condition on `c`: the person holds an office in its board on that day. */
export const heldBy = (personId: string | undefined, today: Temporal.PlainDate) => sql<boolean>`exists (
  select from cooperatives.positions p where p.cooperative_id = c.id and p.organ = 'board' and p.person_id = ${personId ?? null}::uuid
     and coalesce(p.valid_from, ${today.toString()}::date) <= ${today.toString()}::date and coalesce(p.valid_to,
       ${today.toString()}::date) >= ${today.toString()}::date)`

/** What the columns beside the record need to know of its place. */
export type Place = { village: string; district: string; districtCode: string }

/** A record as columns to search and count by. */
export function cooperativeColumns(record: Cooperative, { village, district, districtCode }: Place) {
  const kind = choiceLabels.kind[record.kind]
  const words = [...new Set([...searchWords(record.name), ...searchWords(`${kind} ${village} ${district}`)])]
  return {
    name: record.name, normal_name: comparedName(record.name), words: words.join(' '), cooperative_number: record.cooperativeNumber ?? null,
    legal_entity_number: record.legalEntityNumber, legal_entity_key: legalEntityKey(record.legalEntityNumber),
    legal_entity_date: record.legalEntityDate,
    village_code: record.villageCode, district_code: districtCode, level: record.level ?? 'primary', kind: record.kind,
    pattern: record.pattern ?? null,
    formed_group: record.group ?? null, membership_area: record.membershipArea ?? null, members_female: record.membersFemale ?? null,
    members_male: record.membersMale ?? null, operating_since: record.operatingSince ?? null, status: record.status ?? 'active',
    record: JSON.stringify(record),
  }
}

/** A book year as its row, with the deadlines of its meeting by the rule of its year. */
export function yearRow(record: Pick<Cooperative, 'level' | 'bookYearEndMonth'>, year: BookYear) {
  const { target, hard } = meetingDeadline({ bookYear: year.year, endMonth: record.bookYearEndMonth, level: record.level ?? 'primary' })
  return {
    year: year.year, meeting_on: year.meetingOn ?? null, meeting_target: target.toString(), meeting_hard: hard.toString(),
    health_grade: year.healthGrade ?? null, assets: year.assets ?? null, net_surplus: year.netSurplus ?? null, record: year,
  }
}

/** A position as its row. */
export function positionRow({ id, organ, role, name, ...more }: Position, origin: { source: string; at: Temporal.Instant }) {
  return {
    id, organ, role, name, gender: more.gender ?? null, phone: more.phone ?? null, person_id: more.personId ?? null,
    valid_from: more.from ?? null,
    valid_to: more.to ?? null, village_head: more.villageHead ?? null, source: origin.source, recorded_at: origin.at.toString(),
  }
}

export type PartRows = {
  positions: (ReturnType<typeof positionRow> & { cooperative_id: string })[]
  bookYears: (ReturnType<typeof yearRow> & { cooperative_id: string })[]
}

/** Writes positions and book years, of one cooperative or of many; those that were there before have been taken away. */
export async function insertParts(tx: Tx, { positions, bookYears }: PartRows): Promise<void> {
  await sql`insert into cooperatives.positions (id, cooperative_id, organ, role, name, gender, phone, person_id, valid_from,
      valid_to, village_head, source, recorded_at)
    select id, cooperative_id, organ, role, name, gender, phone, person_id, valid_from, valid_to, village_head, source, recorded_at
      from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as p(id uuid, cooperative_id uuid, organ text, role text, name text,
        gender text, phone text,
           person_id uuid, valid_from date, valid_to date, village_head boolean, source text, recorded_at timestamptz)`.execute(tx)
  await sql`insert into cooperatives.book_years (cooperative_id, year, meeting_on, meeting_target, meeting_hard, health_grade,
      assets, net_surplus, record)
    select cooperative_id, year, meeting_on, meeting_target, meeting_hard, health_grade, assets, net_surplus, record
      from jsonb_to_recordset(${JSON.stringify(bookYears)}::jsonb) as y(cooperative_id uuid, year int, meeting_on date,
        meeting_target date, meeting_hard date,
           health_grade text, assets bigint, net_surplus bigint, record jsonb)`.execute(tx)
}

/** The next numbers of the registry; one that a failed transaction took is not used again. */
export async function takeRegistryNumbers(tx: Tx, count: number): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select nextval('cooperatives.registry_numbers') as n from generate_series(1, ${count})`.execute(tx)
  return rows.map(({ n }) => n)
}

/** `3515-K-2026-000123`: digits of the regency, K, year of registration, running number. */
export const registryNumberOf = (regencyCode: string, at: Temporal.Instant, n: number): string =>
  `${regencyCode.replaceAll('.', '')}-K-${wibDate(at).year}-${String(n).padStart(6, '0')}`

/**
 * Which cooperative of the office has this legal entity number, however it is written: the one that stands for it, where it was merged.
 */
export async function findByLegalEntity(tx: Db | Tx, officeId: string, number: string): Promise<{
  id: string; registryNumber: string
} | undefined> {
  const { rows } = await sql<{ id: string; registryNumber: string }>`
    with recursive up (id, next, registry_number, first) as (
      (select id, merged_into, registry_number, merged_into is null from cooperatives.cooperatives
        where office_id = ${officeId} and legal_entity_key = ${legalEntityKey(number)} order by merged_into nulls first, id limit 1)
      union all select n.id, n.merged_into, n.registry_number, false from up join cooperatives.cooperatives n on n.id = up.next)
    select id, registry_number as "registryNumber" from up where next is null limit 1`.execute(tx)
  return rows[0]
}

export type Namesake = { id: string; registryNumber: string; name: string; legalEntityNumber: string }

/** Cooperatives of the same village with the same compared name: perhaps one told twice. */
export async function listNamesakes(
  tx: Db | Tx, officeId: string, { name, villageCode }: Pick<Cooperative, 'name' | 'villageCode'>, exceptId?: string,
): Promise<Namesake[]> {
  return tx.selectFrom('cooperatives.cooperatives').select([
    'id', 'registry_number as registryNumber', 'name', 'legal_entity_number as legalEntityNumber',
  ])
    .where('office_id', '=', officeId).where('normal_name', '=', comparedName(name)).where('village_code', '=', villageCode)
    .where('merged_into', 'is', null)
    // Two that a person has found to be two are not suspected again.
    .where((where) => where.not(where.exists(where.selectFrom('cooperatives.duplicate_pairs as d').select('d.a_id').where('d.state', '=', 'distinct')
      .where((both) => both.or([
        both.and([both('d.a_id', '=', both.ref('cooperatives.cooperatives.id')), both('d.b_id', '=', exceptId ?? null)]),
        both.and([both('d.b_id', '=', both.ref('cooperatives.cooperatives.id')), both('d.a_id', '=', exceptId ?? null)]),
      ])))))
    .where((where) => (exceptId === undefined ? where.lit(true) : where('id', '<>', exceptId))).orderBy('id').limit(10).execute()
}
