import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import { type ListedKind, blockers, periodEnd } from './core/schedule.ts'
import type { RuleInForce } from './schedule-store.ts'

/** A record whose time is over. `label` says which without naming anybody, `from` is the day its periods began. */
export type DueRecord = { kind: ListedKind; subject: string; label: string; files: number; digest: string | null; from: Temporal.PlainDate; end: Temporal.PlainDate }

type Row = {
  subject: string; label: string; files: number; digest: string | null; from_day: string | null
  open_case: boolean; valid_letter: boolean; kept_letter: boolean; open_request: boolean; held: boolean
}

/** Which records: those whose periods are over by the calendar, or one alone. */
type Within = { officeId: string; today: Temporal.PlainDate; before: Temporal.PlainDate; only: string | undefined; letters: readonly string[] }

const OPEN_STATUS = sql`('submitted', 'returned', 'accepted', 'verified', 'initialed', 'signing', 'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'following')`
const wib = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone interval '07:00')::date`
const openCaseOf = (person: ReturnType<typeof sql>) => sql`exists (select from applications.v_for_archive o where o.owner_id = ${person} and o.status in ${OPEN_STATUS})`
const openRequestOf = (person: ReturnType<typeof sql>) => sql`exists (select from privacy.v_open_requests q where q.person_id = ${person})`
const heldAs = (kind: ListedKind, subject: ReturnType<typeof sql>) => sql`exists (select from archive.holds h where h.kind = ${kind} and h.subject = ${subject} and h.lifted_at is null)`
const unsettled = (application: ReturnType<typeof sql>) => sql`exists (select from supervision.v_unsettled u where u.application_id = ${application})`
/** A letter without an end that nobody revoked is valid for ever. */
const letterEnd = sql`case when l.state = 'void' then ${wib(sql`l.created_at`)} when l.revoked_at is not null then ${wib(sql`l.revoked_at`)} else l.valid_until end`
const stillValid = (today: string) => sql`(l.state = 'signing' or (l.state = 'issued' and l.revoked_at is null and (l.valid_until is null or l.valid_until >= ${today}::date)))`

const QUERIES: Record<ListedKind, (w: Within) => ReturnType<typeof sql<Row>>> = {
  letter: ({ officeId, today, before, only }) => sql<Row>`
    select l.id::text as subject, l.label, l.files, l.digest, (${letterEnd})::text as from_day, ${openCaseOf(sql`l.holder_id`)} as open_case,
           ${stillValid(today.toString())} as valid_letter, false as kept_letter, ${openRequestOf(sql`l.holder_id`)} as open_request,
           ${heldAs('letter', sql`l.id::text`)} or ${heldAs('case', sql`l.application_id::text`)} or ${unsettled(sql`l.application_id`)} as held
      from letters.v_for_archive l
     where l.office_id = ${officeId} and l.state <> 'signing' and (${letterEnd}) <= ${before.toString()}::date ${only === undefined ? sql`` : sql`and l.id::text = ${only}`}
     order by (${letterEnd}), l.id`,
  case: ({ officeId, today, before, only, letters }) => sql<Row>`
    with cases as (
      select a.*, greatest(${wib(sql`a.ended_at`)}, (select max(${letterEnd}) from letters.v_for_archive l where l.application_id = a.id)) as from_day
        from applications.v_for_archive a
       where a.office_id = ${officeId} and a.status in ('issued', 'completed', 'rejected', 'withdrawn', 'expired') and a.ended_at < ${before.add({ days: 1 }).toString()}::date
         ${only === undefined ? sql`` : sql`and a.id::text = ${only}`})
    select a.id::text as subject, a.label, a.files, null as digest, a.from_day::text as from_day, ${openCaseOf(sql`a.owner_id`)} as open_case,
           exists (select from letters.v_for_archive l where l.application_id = a.id and ${stillValid(today.toString())}) as valid_letter,
           exists (select from letters.v_for_archive l where l.application_id = a.id and l.id::text <> all(${sql.val([...letters])}::text[])) as kept_letter,
           ${openRequestOf(sql`a.owner_id`)} as open_request, ${heldAs('case', sql`a.id::text`)} or ${unsettled(sql`a.id`)} as held
      from cases a where a.from_day <= ${before.toString()}::date order by a.from_day, a.id`,
  import: ({ officeId, before, only }) => sql<Row>`
    select b.id::text as subject, b.label, b.files, b.digest, ${wib(sql`b.closed_at`)}::text as from_day, false as open_case, false as valid_letter, false as kept_letter,
           false as open_request, ${heldAs('import', sql`b.id::text`)} as held
      from imports.v_for_archive b
     where b.office_id = ${officeId} and b.closed_at is not null and ${wib(sql`b.closed_at`)} <= ${before.toString()}::date
       ${only === undefined ? sql`` : sql`and b.id::text = ${only}`}
     order by b.closed_at, b.id`,
  reads: ({ officeId, before, only }) => months(sql`log.reads`, sql`at`, sql`max(encode(hash, 'hex')) filter (where is_last)`, 'reads', { officeId, before, only }),
  messages: ({ officeId, before, only }) => months(sql`messages.v_for_archive`, sql`created_at`, sql`null::text`, 'messages', { officeId, before, only }),
}

/** Whole months of a table, the oldest first; the period of a month begins on its last day. */
function months(table: ReturnType<typeof sql>, moment: ReturnType<typeof sql>, digest: ReturnType<typeof sql>, kind: ListedKind, w: Pick<Within, 'officeId' | 'before' | 'only'>) {
  const firstKept = w.before.add({ days: 1 }).with({ day: 1 }).toString()
  const rows = kind === 'reads'
    ? sql`select to_char(at at time zone interval '07:00', 'YYYY-MM') as month, hash, seq = max(seq) over (partition by to_char(at at time zone interval '07:00', 'YYYY-MM')) as is_last`
    : sql`select to_char(${moment} at time zone interval '07:00', 'YYYY-MM') as month`
  return sql<Row>`
    with part as (${rows} from ${table} where office_id = ${w.officeId} and ${moment} < (${firstKept}::date)::timestamp at time zone interval '07:00')
    select month as subject, month || ' (' || count(*) || ')' as label, 0 as files, ${digest} as digest, ((month || '-01')::date + interval '1 month - 1 day')::date::text as from_day,
           false as open_case, false as valid_letter, false as kept_letter, false as open_request, ${heldAs(kind, sql`month`)} as held
      from part ${w.only === undefined ? sql`` : sql`where month = ${w.only}`} group by month order by month`
}

/**
 * Records of a kind that may be destroyed today, the oldest first. What anything stands against is not among them.
 * @param letters ids of letters on the same list: a case may go with its letter
 */
export async function dueRecords(tx: Tx, officeId: string, rule: RuleInForce & { kind: ListedKind }, today: Temporal.PlainDate,
  { only, limit, letters = [] }: { only?: string; limit: number; letters?: readonly string[] }): Promise<DueRecord[]> {
  if (rule.final !== 'destroy' || rule.way !== 'list') return []
  // A day of mercy at the short ends of months: the exact day is the core's to say.
  const before = today.subtract({ months: rule.activeMonths + rule.inactiveMonths }).add({ days: 3 })
  const all = QUERIES[rule.kind]({ officeId, today, before, only, letters })
  // What is held back is passed over here, so that many such records do not hide the next ones; of the chain of reads nothing is.
  const free = rule.kind === 'reads' ? sql`true` : sql`not (open_case or valid_letter or kept_letter or open_request or held)`
  const { rows } = await sql<Row>`select * from (${all}) as due where ${free} limit ${limit}`.execute(tx)
  const found: DueRecord[] = []
  for (const row of rows) {
    const from = row.from_day === null ? null : Temporal.PlainDate.from(row.from_day)
    const facts = { openCase: row.open_case, validLetter: row.valid_letter, keptLetter: row.kept_letter, openRequest: row.open_request, held: row.held }
    const against = blockers(rule, from, facts, today)
    // Reads are a chain: what stands against a month stands against all that follow.
    if (rule.kind === 'reads' && against.length > 0) break
    if (from === null || against.length > 0) continue
    found.push({ kind: rule.kind, subject: row.subject, label: row.label, files: row.files, digest: row.digest, from, end: periodEnd(from, rule) })
  }
  return found
}
