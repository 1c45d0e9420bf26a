import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { type Person, findPerson } from '../registry/index.ts'

/** What the parts of the copy are, in its order. */
export const HELD_PARTS = [
  'account', 'session', 'device', 'notice', 'mandate', 'phone-change', 'business', 'business-draft', 'change', 'proposal', 'external-id', 'import-row',
  'position', 'membership', 'cooperative-mandate', 'co-signature', 'case', 'remark', 'objection', 'ticket', 'file', 'photo', 'letter', 'message', 'request', 'breach', 'look',
] as const
export type HeldPart = (typeof HELD_PARTS)[number]
export type HeldRow = { at: string | null; body: Record<string, unknown> }
/** Everything held on a person: who he is, and each kind of row with its moment. */
export type Held = { person: Person; parts: { part: HeldPart; rows: HeldRow[] }[] }

/** Far more than anybody has; one that has is shown where the rest is. */
const MOST_ROWS = 5_000

type Row = { what: HeldPart; at: Date | null; body: Record<string, unknown> }

/** Numbers that lie encrypted in lists of acts, in the clear again: the copy goes to the one whose numbers they are. */
function opened(keys: Keys, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => opened(keys, one))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === 'sealed' && typeof first[1] === 'string') return keys.unseal(Buffer.from(first[1], 'base64'))
  return Object.fromEntries(entries.filter(([, one]) => one !== null && one !== undefined).map(([key, one]) => [key, opened(keys, one)]))
}

/** Collects what every domain holds on a person. Its views name all there is; a test watches that no table is forgotten. */
export async function collectHeld(tx: Db | Tx, keys: Keys, personId: string): Promise<Held | undefined> {
  const person = await findPerson(tx, keys, personId)
  if (!person) return undefined
  const own = (view: ReturnType<typeof sql.ref>) => sql`(select what, at, body from ${view} where person_id = ${personId} order by at limit ${MOST_ROWS})`
  const { rows } = await sql<Row>`
    ${own(sql.ref('accounts.v_held'))} union all ${own(sql.ref('registry.v_held'))} union all ${own(sql.ref('imports.v_held'))}
    union all ${own(sql.ref('cooperatives.v_held'))} union all ${own(sql.ref('applications.v_held'))} union all ${own(sql.ref('letters.v_held'))}
    union all ${own(sql.ref('messages.v_held'))} union all ${own(sql.ref('supervision.v_held'))} union all ${own(sql.ref('complaints.v_held'))}
    union all select 'request', received_at, jsonb_build_object('reference', reference, 'kind', kind, 'field', field, 'newValue', new_value, 'words', words, 'state', state,
      'dueAt', due_at, 'decidedAt', decided_at, 'explanation', explanation) from privacy.requests where person_id = ${personId}
    union all select 'breach', p.added_at, jsonb_build_object('reference', b.reference, 'toldAt', p.told_at, 'way', p.way)
      from privacy.breach_people p join privacy.breaches b on b.id = p.breach_id where p.person_id = ${personId}
    union all (select 'look', at, jsonb_build_object('what', what, 'about', subject_kind, 'role', actor_role) from log.reads where for_id = ${personId}
      order by seq desc limit ${MOST_ROWS})`.execute(tx)
  const grouped = Map.groupBy(rows, (row) => row.what)
  return {
    person,
    parts: HELD_PARTS.map((part) => ({
      part,
      rows: (grouped.get(part) ?? []).toSorted((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
        .map(({ at, body }) => ({ at: at?.toISOString() ?? null, body: opened(keys, body) as Record<string, unknown> })),
    })),
  }
}

/** Counts of what stays whatever a person asks, beside his cases. */
export async function countHeld(tx: Db | Tx, personId: string): Promise<{ letters: number; businesses: number; positions: number; consents: number; tickets: number; trail: number }> {
  const { rows } = await sql<{ letters: number; businesses: number; positions: number; consents: number; tickets: number; trail: number }>`
    select (select count(*)::int from letters.v_held where person_id = ${personId}) as letters,
           (select count(*)::int from registry.v_business_card where owner_id = ${personId}) as businesses,
           (select count(*)::int from cooperatives.v_held where person_id = ${personId}) as positions,
           (select count(*)::int from accounts.v_held where person_id = ${personId} and what in ('notice', 'mandate')) as consents,
           (select count(*)::int from complaints.v_held where person_id = ${personId}) as tickets,
           (select count(*)::int from (select from log.reads where for_id = ${personId} limit 1000) as looks) as trail`.execute(tx)
  return rows[0] ?? { letters: 0, businesses: 0, positions: 0, consents: 0, tickets: 0, trail: 0 }
}
