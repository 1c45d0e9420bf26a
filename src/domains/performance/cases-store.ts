import { sql } from 'kysely'
import { CALENDAR_STATE } from '../../kernel/calendar-texts.ts'
import { ok } from '../../kernel/result.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { type CaseFacts, type CalendarAt, factsOfCase } from './core/case-facts.ts'
import { type Entry, isOfCase, readEntry } from './core/entry.ts'
import { logReader } from './core/report.ts'

/** Entries of the log read at once. */
const ENTRIES = 20_000
/** Cases whose whole stories are read at once: some thousand entries, which the connection holds while those before are counted. */
const CASES = 500

/** Steps whose data figures need; of the others the columns are enough. */
const WITH_DATA = ['application.create', 'application.submit', 'application.return']

/**
 * Words of the log and officers, each kept once however many entries name them. A piece cut out of a text is told apart letter by letter, and holds the
 * whole text in memory as long as it lives; the facts of cases hold their officers until the figures are counted.
 */
type Shared = Map<string, string>

function once(shared: Shared, text: string): string {
  const held = shared.get(text)
  if (held !== undefined) return held
  shared.set(text, text)
  return text
}

/** Acts of applicants: of them there are too many to keep, and no fact holds them. */
const BY_APPLICANTS: ReadonlySet<string> = new Set(['application.create', 'application.submit', 'application.withdraw'])

/** Reads one entry of a story: number, milliseconds, act, actor, state it led to and, where it is needed, the body; a tab between them. */
function entryOf(subject: string, line: string, shared: Shared): Entry {
  const [seq, at, act = '', actor, to, body] = line.split('\t')
  const what = once(shared, act)
  const data = body ? readEntry(Number(seq), body)?.data ?? {} : {}
  return { seq: Number(seq), at: Number(at), what, kind: 'application', subject, actor: actor && !BY_APPLICANTS.has(what) ? once(shared, actor) : actor || undefined, to: to ? once(shared, to) : undefined, data }
}

export type Story = { id: string; entries: Entry[] }

/**
 * The stories of cases up to an entry, each in the order of the log. The database hands out one text a case: as rows with columns a million entries
 * would take three times as long. No text of an entry has a tab or a line feed in it.
 */
export async function storiesOf(db: Db | Tx, ids: readonly string[], through: number, shared: Shared = new Map()): Promise<Story[]> {
  const { rows } = await sql<{ id: string; story: string }>`
    select subject_id as id, string_agg(concat(seq, E'\\t', (extract(epoch from at) * 1000)::bigint, E'\\t', what, E'\\t', actor_id, E'\\t', to_state, E'\\t',
           case when what = any(${WITH_DATA}) then body end), E'\\n' order by seq) as story
      from log.events where subject_id = any(${ids}) and subject_kind = 'application' and seq <= ${through} group by subject_id`.execute(db)
  return rows.map(({ id, story }) => ({ id, entries: story.split('\n').map((line) => entryOf(id, line, shared)).filter(isOfCase) }))
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
  const rows = stories.flatMap(({ entries }) => {
    const last = entries.at(-1)
    const facts = factsOfCase(entries, calendarAt, { through: last?.seq ?? 0, now: last?.at ?? 0 })
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
  const shared: Shared = new Map()
  // The database reads the next cases while these are counted.
  const read = (from: number) => (from < rows.length ? storiesOf(db, rows.slice(from, from + CASES).map(({ id }) => id), lastSeq, shared) : Promise.resolve([]))
  let coming = read(0)
  for (let from = 0; from < rows.length; from += CASES) {
    const stories = await coming
    coming = read(from + CASES)
    for (const { entries } of stories) {
      const told = factsOfCase(entries, calendarAt, { through: lastSeq, now })
      if (told) facts.push(told)
    }
  }
  return facts
}

const COLUMN = { service: 'service', district: 'district', channel: 'channel' } as const

/**
 * The same as `factsInStretch`, quicker: a case that ended within the stretch does not change any more, so its kept facts hold; only what
 * was open at the end, or came to its end later, is told anew.
 * @param row narrows to one service, kecamatan or channel
 */
export async function storedFacts(
  db: Db | Tx, officeId: string, { firstSeq, lastSeq }: { firstSeq: number; lastSeq: number }, now: number, row?: { dimension: string; key: string },
): Promise<CaseFacts[]> {
  const column = row && (row.dimension === 'service' || row.dimension === 'district' || row.dimension === 'channel') ? COLUMN[row.dimension] : undefined
  const cases = db.selectFrom('performance.cases').where('office_id', '=', officeId).where('submitted_seq', '<=', lastSeq)
    .$if(column !== undefined && row !== undefined, (query) => query.where(column ?? 'service', '=', row?.key ?? ''))
  const ended = await cases.select(sql<CaseFacts>`facts`.as('facts')).where('ended_seq', '>=', firstSeq).where('ended_seq', '<=', lastSeq).execute()
  const open = await cases.select('case_id').where((where) => where.or([where('ended_seq', 'is', null), where('ended_seq', '>', lastSeq)])).execute()
  const calendarAt = await calendars(db, officeId, lastSeq)
  const facts = ended.map((one) => one.facts)
  for (let from = 0; from < open.length; from += CASES) {
    const stories = await storiesOf(db, open.slice(from, from + CASES).map(({ case_id }) => case_id), lastSeq)
    facts.push(...stories.flatMap(({ entries }) => factsOfCase(entries, calendarAt, { through: lastSeq, now }) ?? []))
  }
  return facts
}
