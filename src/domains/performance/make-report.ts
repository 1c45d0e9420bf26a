import { Temporal } from 'temporal-polyfill'
import { type Result, conflict, ok } from '../../kernel/result.ts'
import { wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { FIRST_PREV } from '../../platform/log/chain.ts'
import { canonical } from '../../platform/log/entry.ts'
import type { Tools } from '../../platform/tools.ts'
import { catchUpCases, factsInStretch } from './cases-store.ts'
import { type LogPlace, type Period, type ProcessingReport, dayBefore, endOfPeriod, reportOf } from './core/report.ts'
import { performanceId as words } from './messages.id.ts'

type End = { seq: number; hash: string }

/**
 * Where a day ends in the log: at its published root; or, for a day before the first root, at the last entry made before its midnight.
 * @returns undefined while the day has no root yet
 */
async function endOfDay(db: Db | Tx, officeId: string, day: string, now: Temporal.Instant): Promise<End | undefined> {
  const roots = db.selectFrom('log.roots').where('office_id', '=', officeId)
  const root = await roots.select(['last_seq', 'root']).where('day', '=', day).executeTakeFirst()
  if (root) return { seq: root.last_seq, hash: root.root.toString('hex') }
  const first = await roots.select('day').orderBy('day').limit(1).executeTakeFirst()
  const midnight = wibMidnight(Temporal.PlainDate.from(day).add({ days: 1 }))
  if (first ? first.day < day : Temporal.Instant.compare(midnight, now) > 0) return undefined
  const entry = await db.selectFrom('log.events').select(['seq', 'hash']).where('office_id', '=', officeId).where('at', '<', toDb(midnight)).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return entry ? { seq: entry.seq, hash: entry.hash.toString('hex') } : { seq: 0, hash: FIRST_PREV }
}

/** Where a period lies in the log. @returns a refusal while it is not over, or its last root not published yet */
export async function placeOf({ db, clock }: Pick<Tools, 'db' | 'clock'>, officeId: string, period: Period): Promise<Result<LogPlace>> {
  const last = await endOfDay(db, officeId, period.to, clock())
  if (!last) return conflict('not-over', words.notOver(period.to))
  const before = await endOfDay(db, officeId, dayBefore(period.from), clock())
  return ok({ firstSeq: (before?.seq ?? 0) + 1, lastSeq: last.seq, root: last.hash })
}

/** The figures of a period. The same log gives the same report, whenever it is made. */
export async function makeReport(tools: Pick<Tools, 'db' | 'clock'>, officeId: string, period: Period): Promise<Result<ProcessingReport>> {
  const place = await placeOf(tools, officeId, period)
  if (!place.ok) return place
  await catchUpCases(tools, officeId)
  return ok(reportOf(officeId, period, place.value, await factsInStretch(tools.db, officeId, place.value, endOfPeriod(period))))
}

/** The text of a report, the same bytes for the same report: keys sorted, no blanks. */
export const reportText = (report: ProcessingReport): string => canonical(report)
