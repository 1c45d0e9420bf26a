import { sql } from 'kysely'
import { CALENDAR_STATE } from '../../kernel/calendar-texts.ts'
import { ok } from '../../kernel/result.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type CaseFacts, type CalendarAt, factsOfCase } from './core/case-facts.ts'
import { type Entry, readEntry } from './core/entry.ts'
import { logReader } from './core/report.ts'

/** Entries of the log read at once. */
const ENTRIES = 20_000
/** Cases whose whole stories are read at once: some ten thousand entries. */
const CASES = 2_000

/** Steps whose data figures need; of the others the columns are enough. */
const WITH_DATA = ['application.create', 'application.submit', 'application.return']

type Row = { seq: number; at: number; what: string; kind: string; subject: string; role: string | null; actor: string | null; from: string | null; to: string | null; body: string | null }

function entryOf(row: Row): Entry {
  const { seq, at, what, kind, subject, role, actor, from, to, body } = row
  const data = body === null ? {} : readEntry(seq, body)?.data ?? {}
  return { seq, at, what, kind, subject, role: role ?? undefined, actor: actor ?? undefined, from: from ?? undefined, to: to ?? undefined, data }
}

/** The stories of cases up to an entry, each in the order of the log. */
export async function storiesOf(db: Db | Tx, ids: readonly string[], through: number): Promise<Map<string, Entry[]>> {
  const { rows } = await sql<Row>`
    select seq, (extract(epoch from at) * 1000)::float8 as at, what, subject_kind as kind, subject_id as subject, actor_role as role, actor_id as actor,
           from_state as "from", to_state as "to", case when what = any(${WITH_DATA}) then body end as body
      from log.events where subject_id = any(${ids}) and subject_kind = 'application' and seq <= ${through} order by subject_id, seq`.execute(db)
  const stories = new Map<string, Entry[]>()
  for (const row of rows) {
    const held = stories.get(row.subject)
    if (held) held.push(entryOf(row))
    else stories.set(row.subject, [entryOf(row)])
  }
  return stories
}

/** The calendars of the office as the log tells them, up to an entry; the first one also for what came before it. */
export async function calendars(db: Db | Tx, officeId: string, through: number): Promise<CalendarAt> {
  const rows = await db.selectFrom('log.events').select(['seq', 'body']).where('office_id', '=', officeId).where('subject_id', '=', 'calendar').where('what', '=', CALENDAR_STATE)
    .where('seq', '<=', through).orderBy('seq').execute()
  const reader = logReader()
  for (const { seq, body } of rows) {
    const entry = readEntry(seq, body)
    if (entry) reader.take(entry)
  }
  return reader.calendarAt
}

/**
 * Reads on in the log and keeps what it tells of each case. Safe to repeat and to run beside others: whoever comes second waits, and finds it done.
 * @returns up to which entry the cases are told
 */
export async function catchUpCases(tools: Pick<Tools, 'db' | 'clock'>, officeId: string, stopping?: AbortSignal): Promise<number> {
  for (;;) {
    const { seq, isWhole } = await catchUpOnce(tools, officeId)
    if (isWhole || stopping?.aborted) return seq
  }
}

async function catchUpOnce(tools: Pick<Tools, 'db' | 'clock'>, officeId: string): Promise<{ seq: number; isWhole: boolean }> {
  const done = await transact(tools.db, tools.clock, async ({ tx }) => {
    await tx.insertInto('performance.progress').values({ office_id: officeId, seq: 0 }).onConflict((on) => on.doNothing()).execute()
    const { seq: after } = await tx.selectFrom('performance.progress').select('seq').where('office_id', '=', officeId).forUpdate().executeTakeFirstOrThrow()
    const head = await tx.selectFrom('log.heads').select('seq').where('office_id', '=', officeId).where('chain', '=', 'events').executeTakeFirst()
    const through = Math.min(after + ENTRIES, head?.seq ?? 0)
    if (through <= after) return ok({ seq: after, isWhole: true })
    const { rows } = await sql<{ id: string }>`
      select distinct subject_id as id from log.events where office_id = ${officeId} and seq > ${after} and seq <= ${through} and subject_kind = 'application'
         and what like 'application.%' order by 1`.execute(tx)
    const calendarAt = await calendars(tx, officeId, through)
    for (let from = 0; from < rows.length; from += CASES) await keepCases(tx, officeId, rows.slice(from, from + CASES).map(({ id }) => id), through, calendarAt)
    await tx.updateTable('performance.progress').set({ seq: through }).where('office_id', '=', officeId).execute()
    return ok({ seq: through, isWhole: through === head?.seq })
  })
  if (!done.ok) throw new Error('the log could not be read on')
  return done.value
}

async function keepCases(tx: Tx, officeId: string, ids: readonly string[], through: number, calendarAt: CalendarAt): Promise<void> {
  const stories = await storiesOf(tx, ids, through)
  const rows = [...stories.values()].flatMap((entries) => {
    const facts = factsOfCase(entries, calendarAt, entries.at(-1)?.at ?? 0)
    if (!facts) return []
    const momentOf = (seq: number | undefined) => entries.find((entry) => entry.seq === seq)?.at ?? null
    return [{
      case_id: facts.id, service: facts.service, channel: facts.channel, district: facts.district, submitted_seq: facts.submittedSeq,
      submitted_ms: momentOf(facts.submittedSeq), ended_seq: facts.ended?.seq ?? null, ended_ms: momentOf(facts.ended?.seq), facts,
    }]
  })
  await sql`insert into performance.cases (case_id, office_id, service, channel, district, submitted_seq, submitted_at, ended_seq, ended_at, facts)
    select case_id, ${officeId}, service, channel, district, submitted_seq, to_timestamp(submitted_ms / 1000.0), ended_seq, to_timestamp(ended_ms / 1000.0), facts
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(case_id text, service text, channel text, district text, submitted_seq bigint, submitted_ms float8,
           ended_seq bigint, ended_ms float8, facts jsonb)
    on conflict (case_id) do update set service = excluded.service, channel = excluded.channel, district = excluded.district, submitted_seq = excluded.submitted_seq,
           submitted_at = excluded.submitted_at, ended_seq = excluded.ended_seq, ended_at = excluded.ended_at, facts = excluded.facts`.execute(tx)
}

/**
 * What the log told of every case that a stretch of it can speak of: submitted up to its end and not ended before its beginning.
 * @param now the end of the period, in milliseconds; open cases are measured to it
 */
export async function factsInStretch(db: Db | Tx, officeId: string, { firstSeq, lastSeq }: { firstSeq: number; lastSeq: number }, now: number): Promise<CaseFacts[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from performance.cases where office_id = ${officeId} and ended_seq >= ${firstSeq} and submitted_seq <= ${lastSeq}
     union all select case_id from performance.cases where office_id = ${officeId} and ended_seq is null and submitted_seq <= ${lastSeq}`.execute(db)
  const calendarAt = await calendars(db, officeId, lastSeq)
  const facts: CaseFacts[] = []
  for (let from = 0; from < rows.length; from += CASES) {
    const stories = await storiesOf(db, rows.slice(from, from + CASES).map(({ id }) => id), lastSeq)
    for (const entries of stories.values()) facts.push(...[factsOfCase(entries, calendarAt, now)].flatMap((one) => one ?? []))
  }
  return facts
}
