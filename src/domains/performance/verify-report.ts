import { type Result, fail, ok } from '../../kernel/result.ts'
import { type LogFault, chainChecker, parseChained } from '../../platform/log/verify.ts'
import { type Difference, differences, processingSchema } from './core/check-report.ts'
import { readEntry } from './core/entry.ts'
import { endOfPeriod, logReader, reportOf } from './core/report.ts'

/** What is wrong with a report held against a log. */
export type ReportFault =
  | { kind: 'unreadable-report' }
  | { kind: 'bad-log'; fault: LogFault }
  /** The log ends before the entry to which the report goes, or has another one there. */
  | { kind: 'other-log'; lastSeq: number; expected: string; found: string | null }
  | { kind: 'figures'; differences: Difference[] }

export type ReportVerdict = { office: string; period: string; entries: number; figures: number; rows: number }

/**
 * Recomputes every figure of a report from an exported log, with nothing but the two files. The chain of the log is checked on the way, and
 * the hash of its last entry of the period must be the root that the report names.
 */
export async function verifyReport(reportText: string, lines: AsyncIterable<string>): Promise<Result<ReportVerdict, ReportFault>> {
  const stated = processingSchema.safeParse(jsonOf(reportText))
  if (!stated.success) return fail({ kind: 'unreadable-report' })
  const { office, period, log, figures } = stated.data
  const reader = logReader()
  const checker = chainChecker()
  let [line, hash]: [number, string | null] = [0, log.lastSeq === 0 ? log.root : null]
  for await (const text of lines) {
    line += 1
    if (text === '') continue
    const chained = parseChained(text)
    if (!chained) return fail({ kind: 'bad-log', fault: { kind: 'unreadable', line } })
    const fault = checker.take(chained)
    if (fault) return fail({ kind: 'bad-log', fault })
    if (chained.seq === log.lastSeq) hash = chained.hash
    if (chained.seq > log.lastSeq) continue
    const entry = readEntry(chained.seq, chained.body)
    if (!entry) return fail({ kind: 'bad-log', fault: { kind: 'unreadable', line } })
    reader.take(entry)
  }
  if (hash !== log.root) return fail({ kind: 'other-log', lastSeq: log.lastSeq, expected: log.root, found: hash })
  const computed = reportOf(office, period, log, reader.facts({ through: log.lastSeq, now: endOfPeriod(period) }))
  const wrong = differences(stated.data, computed)
  if (wrong.length > 0) return fail({ kind: 'figures', differences: wrong })
  return ok({ office, period: period.key, entries: line, figures: figures.length, rows: figures.reduce((sum, one) => sum + one.rows.length, 0) })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
