import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb, transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { catchUpCases, factsInStretch } from './cases-store.ts'
import { CATALOGUE, type Figure, figuresOf } from './core/figures.ts'
import { type PublishedMonth, type Told, publishMonth } from './core/publish-month.ts'
import { type LogPlace, type Period, endOfPeriod, periodOf } from './core/report.ts'
import { placeOf } from './make-report.ts'

/** By which figures a month is told; with others it is told again. */
const DEFINITIONS = CATALOGUE.map(({ code, version }) => `${code} ${version}`).join(', ')

/** A month as kept: to which day and entry of the log it goes, and whether anything can still be added. */
export type KeptMonth = { month: string; through: string; firstSeq: number; lastSeq: number; root: string; isFinal: boolean }

const monthOf = (day: Temporal.PlainDate): Temporal.PlainYearMonth => day.toPlainYearMonth()

/** The months from the first case to yesterday's; the running one goes to yesterday. */
async function monthsToTell(db: Db, officeId: string, today: Temporal.PlainDate): Promise<Period[]> {
  const first = await db.selectFrom('performance.cases').select((row) => row.fn.min('submitted_at').as('at')).where('office_id', '=', officeId).executeTakeFirst()
  if (!first?.at) return []
  const yesterday = today.subtract({ days: 1 })
  const months: Period[] = []
  for (let month = monthOf(wibDate(Temporal.Instant.fromEpochMilliseconds(first.at.getTime()))); Temporal.PlainYearMonth.compare(month, monthOf(yesterday)) <= 0; month = month.add({ months: 1 })) {
    const whole = periodOf('monthly', month.toString())
    if (whole) months.push(whole.to > yesterday.toString() ? { ...whole, to: yesterday.toString() } : whole)
  }
  return months
}

const isWhole = ({ kind, key, to }: Period): boolean => periodOf(kind, key)?.to === to

async function keepMonth(tools: Tools, officeId: string, period: Period, place: LogPlace): Promise<void> {
  const facts = await factsInStretch(tools.db, officeId, place, endOfPeriod(period))
  const figures = figuresOf(facts, { after: place.firstSeq - 1, through: place.lastSeq })
  const row = {
    through: period.to, first_seq: place.firstSeq, last_seq: place.lastSeq, root: place.root, is_final: isWhole(period), definitions: DEFINITIONS,
    figures: JSON.stringify(figures), published: JSON.stringify(publishMonth(figures)), made_at: toDb(tools.clock()),
  }
  await transact(tools.db, tools.clock, async ({ tx }) => ok(await tx.insertInto('performance.months').values({ office_id: officeId, month: period.key, ...row })
    .onConflict((on) => on.columns(['office_id', 'month']).doUpdateSet(row)).execute()))
}

/**
 * Tells each month once its last root is published, and the running one up to the last day with a root: what is public follows from roots that
 * anybody can fetch. Safe to repeat; a month whose place in the log is the same is left alone.
 * @returns how many months were told
 */
export async function keepMonths(tools: Tools, officeId: string, stopping?: AbortSignal): Promise<number> {
  await catchUpCases(tools, officeId, stopping)
  const kept = new Map((await tools.db.selectFrom('performance.months').select(['month', 'through', 'first_seq', 'last_seq', 'definitions']).where('office_id', '=', officeId).execute()).map((one) => [one.month, one]))
  let told = 0
  for (const period of await monthsToTell(tools.db, officeId, wibDate(tools.clock()))) {
    const held = kept.get(period.key)
    if (stopping?.aborted) return told
    const place = await placeOf(tools, officeId, period)
    // Not over for the log yet: the root of that day comes after midnight.
    if (!place.ok) continue
    const { firstSeq, lastSeq } = place.value
    if (held?.through === period.to && held.first_seq === firstSeq && held.last_seq === lastSeq && held.definitions === DEFINITIONS) continue
    await keepMonth(tools, officeId, period, place.value)
    told += 1
  }
  return told
}

/** The months that are kept, the newest first. */
export async function listMonths(db: Db | Tx, officeId: string): Promise<KeptMonth[]> {
  return db.selectFrom('performance.months').select(['month', 'through', 'first_seq as firstSeq', 'last_seq as lastSeq', 'root', 'is_final as isFinal']).where('office_id', '=', officeId)
    .orderBy('month', 'desc').limit(MOST_MONTHS).execute()
}

const MOST_MONTHS = 60

/** The share decided on time in each month that is kept. */
export async function listOnTime(db: Db | Tx, officeId: string): Promise<Map<string, Told>> {
  const { rows } = await sql<{ month: string; told: Told }>`
    select month, published -> 'tepat-waktu' -> 'all' as told from performance.months where office_id = ${officeId} order by month desc limit ${MOST_MONTHS}`.execute(db)
  return new Map(rows.map(({ month, told }) => [month, told]))
}

/** The published figures of a month. */
export async function readPublished(db: Db | Tx, officeId: string, month: string): Promise<PublishedMonth | undefined> {
  const { rows } = await sql<{ published: PublishedMonth }>`select published from performance.months where office_id = ${officeId} and month = ${month}`.execute(db)
  return rows[0]?.published
}

/** The exact figures of a month, for the office itself. */
export async function readFigures(db: Db | Tx, officeId: string, month: string): Promise<Figure[]> {
  const { rows } = await sql<{ figures: Figure[] }>`select figures from performance.months where office_id = ${officeId} and month = ${month}`.execute(db)
  return rows[0]?.figures ?? []
}
