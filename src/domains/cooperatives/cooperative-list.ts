import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Actor, areasFor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { heldBy, searchWords } from './cooperative-store.ts'
import { lastBookYear } from './core/annual-meeting.ts'
import type { CooperativeGroup, CooperativeKind, CooperativeLevel, CooperativeStatus } from './core/choices.ts'
import { legalEntityKey } from './core/identity.ts'

/** One line of a list: nothing of it needs masking. */
export type ListedCooperative = {
  id: string; registryNumber: string; name: string; cooperativeNumber: string | null; legalEntityNumber: string; villageCode: string
  village: string
  districtCode: string; district: string; level: CooperativeLevel; kind: CooperativeKind; group: CooperativeGroup | null
  status: CooperativeStatus
  membersFemale: number | null; membersMale: number | null
  /** Last book year whose annual meeting was held. */
  lastMeetingYear: number | null
  createdAt: Date
}

export type CooperativeFilter = {
  q?: string | undefined
  district?: string | undefined
  village?: string | undefined
  kind?: CooperativeKind | undefined
  group?: CooperativeGroup | undefined
  status?: CooperativeStatus | undefined
  /** Active, and the office knows of no annual meeting for the last calendar book year. */
  withoutMeeting?: boolean | undefined
}

type Mark = { createdAtMs: number; id: string }

/** The mark as text that nobody needs to read. */
const cursorOf = ({ createdAtMs, id }: Mark): string => Buffer.from(`${createdAtMs}/${id}`).toString('base64url')

/** @returns undefined for a text that is no cursor of ours */
export function markOf(cursor: string): Mark | undefined {
  const [, ms, id] = /^(\d{1,15})\/([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return ms === undefined || id === undefined ? undefined : { createdAtMs: Number(ms), id }
}

/** The part of the office an actor may list, as a condition of the query. */
function within(actor: Actor, today: Temporal.PlainDate): RawBuilder<unknown> {
  const areas = areasFor(actor, 'cooperative.list')
  if (areas === 'all') return sql`true`
  if (areas === 'own') return heldBy(actor.personId, today)
  return sql`(${sql.join(areas.map((code) => sql`(c.village_code = ${code} or c.village_code like ${`${code}.%`})`), sql` or `)})`
}

const REGISTRY_NUMBER = /^\d{4}-K-\d{4}-\d{6,}$/i

/** Every word typed must begin a word of the name written out, the kind, the village or the district; numbers are taken whole. */
function searched(q: string): RawBuilder<unknown> {
  const text = q.trim()
  if (REGISTRY_NUMBER.test(text)) return sql`c.registry_number = ${text.toUpperCase()}`
  const number = sql`c.legal_entity_key = ${legalEntityKey(text)} or c.cooperative_number = ${text.replaceAll(/[\s.-]/g, '')}`
  const words = searchWords(text).slice(0, 10)
  if (words.length === 0) return number
  const query = words.map((word) => `${word}:*`).join(' & ')
  return sql`(c.search @@ to_tsquery('simple', ${query}) or ${number})`
}

function conditions(actor: Actor, filter: CooperativeFilter, today: Temporal.PlainDate, after: Mark | undefined): RawBuilder<unknown> {
  const held = [sql`c.office_id = ${actor.officeId}`, within(actor, today)]
  // One that was merged is only found by its own number.
  if (!REGISTRY_NUMBER.test(filter.q?.trim() ?? '')) held.push(sql`c.merged_into is null`)
  if (filter.q?.trim()) held.push(searched(filter.q))
  if (filter.district) held.push(sql`c.district_code = ${filter.district}`)
  if (filter.village) held.push(sql`c.village_code = ${filter.village}`)
  if (filter.kind) held.push(sql`c.kind = ${filter.kind}`)
  if (filter.group) held.push(sql`c.formed_group = ${filter.group}`)
  if (filter.status) held.push(sql`c.status = ${filter.status}`)
  if (filter.withoutMeeting) {
    const year = lastBookYear(today)
    held.push(sql`c.status = 'active' and c.legal_entity_date <= ${`${year}-12-31`}::date and not exists (
      select from cooperatives.book_years y where y.cooperative_id = c.id and y.year = ${year} and y.meeting_on is not null)`)
  }
  if (after) {
    const at = new Date(after.createdAtMs)
    held.push(sql`c.created_at <= ${at} and (c.created_at < ${at} or c.id > ${after.id}::uuid)`)
  }
  return sql.join(held, sql` and `)
}

/**
 * The cooperatives an actor may see, the newest first; the area is part of the query. A citizen sees those in whose board he sits.
 * @returns at most `limit` rows, and the mark to go on after when there are more
 */
export async function listCooperatives(
  { tx, now }: Pick<Unit, 'tx' | 'now'>, actor: Actor, filter: CooperativeFilter,
  { limit, after }: { limit: number; after?: Mark | undefined },
): Promise<{ items: ListedCooperative[]; next: string | null }> {
  const today = wibDate(now)
  const { rows } = await sql<ListedCooperative>`
    select c.id, c.registry_number as "registryNumber", c.name, c.cooperative_number as "cooperativeNumber",
      c.legal_entity_number as "legalEntityNumber",
           c.village_code as "villageCode", v.name as village, c.district_code as "districtCode", d.name as district, c.level, c.kind,
             c.formed_group as "group",
           c.status, c.members_female as "membersFemale", c.members_male as "membersMale", c.created_at as "createdAt",
           (select max(y.year) from cooperatives.book_years y where y.cooperative_id = c.id and
             y.meeting_on is not null) as "lastMeetingYear"
      from cooperatives.cooperatives c
      join office.regions v on v.code = c.village_code join office.regions d on d.code = c.district_code
     where ${conditions(actor, filter, today, after)}
     order by c.created_at desc, c.id limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf({ createdAtMs: last.createdAt.getTime(), id: last.id }) : null }
}
