import { type Result, fail, ok } from '../../kernel/result.ts'
import { type HashOf, type LogFault, type PublishedRoot, FIRST_PREV, chainChecker, parseChained, rootLine } from '../../platform/log/chain.ts'
import { type Difference, type Known, type StatedReport, type Unknown, KNOWN, compare } from './core/check-report.ts'
import { readEntry } from './core/entry.ts'
import { type Period, beginOfPeriod, dayBefore, endOfPeriod, logReader } from './core/report.ts'

// The check of a report by an outsider, without files or network: the command line and the page in the browser feed it line by line.

/** What is wrong with a report held against a log. */
export type ReportFault =
  | { kind: 'unreadable-report' }
  | { kind: 'bad-log'; fault: LogFault }
  /** The log ends before the entry to which the report goes, or has another one there. */
  | { kind: 'other-log'; lastSeq: number; expected: string; found: string | null }
  /** By the roots the period lies elsewhere in the log than the report says. */
  | { kind: 'other-place'; firstSeq: number; lastSeq: number; found: { firstSeq: number; lastSeq: number } }
  | { kind: 'figures'; differences: Difference[] }
  /** The report was made by definitions that this checker does not know; what could be counted differs in `differences`, or not at all. */
  | { kind: 'unknown'; unknown: Unknown; differences: Difference[] }

/**
 * `placed`: whether roots said where the period lies; what they do not say is taken from the report. `missing`: days before and at whose end the period lies
 * and of which the given roots tell nothing. `rootLine`: what stands in the foot of the printed report.
 */
export type ReportVerdict = { office: string; period: string; catalogue: number; entries: number; figures: number; rows: number; placed: boolean; missing: string[]; rootLine: string }

/**
 * Where a period begins and ends in the log by the published roots; for days before the office's first root, by the moments of the entries. Undefined
 * where the roots do not tell: they do not reach that far, or the file begins in the middle.
 * @param before number of the last entry made before the period began, and before it ended
 */
function placeBy(roots: readonly PublishedRoot[], period: Period, before: { begin: number; end: number }): { firstSeq: number | undefined; lastSeq: number | undefined } {
  const [first] = roots
  const endOf = (day: string, byMoment: number): number | undefined =>
    roots.find((one) => one.day === day)?.lastSeq ?? (first && first.day > day && first.firstSeq === 1 ? byMoment : undefined)
  const begin = endOf(dayBefore(period.from), before.begin)
  return { firstSeq: begin === undefined ? undefined : begin + 1, lastSeq: endOf(period.to, before.end) }
}

/**
 * Recomputes every figure of a report from an exported log. The chain is checked on the way, and the hash of the last entry of the period must be the
 * root that the report names. With the published roots (checked, the oldest first) a cut or rewritten log is found too, and a stretch told wrongly.
 */
export function reportChecker(stated: StatedReport, hashOf: HashOf, roots?: readonly PublishedRoot[], known: Known = KNOWN) {
  const { office, period, log, figures } = stated
  const reader = logReader()
  const checker = chainChecker(hashOf, roots)
  const before = { begin: 0, end: 0 }
  const [beginsAt, endsAt] = [beginOfPeriod(period), endOfPeriod(period)]
  let [line, entries] = [0, 0]
  let hash: string | null = log.lastSeq === 0 ? FIRST_PREV : null

  return {
    /** @returns what is wrong with the next line, if anything is */
    take(text: string): ReportFault | undefined {
      line += 1
      if (text === '') return undefined
      const chained = parseChained(text)
      const entry = chained && readEntry(chained.seq, chained.body)
      if (!chained || !entry) return { kind: 'bad-log', fault: { kind: 'unreadable', line } }
      const fault = checker.take(chained)
      if (fault) return { kind: 'bad-log', fault }
      entries += 1
      if (entry.at < beginsAt) before.begin = entry.seq
      if (entry.at < endsAt) before.end = entry.seq
      if (chained.seq === log.lastSeq) hash = chained.hash
      if (chained.seq <= log.lastSeq) reader.take(entry)
      return undefined
    },
    end(): Result<ReportVerdict, ReportFault> {
      const whole = checker.end()
      if (!whole.ok) return fail({ kind: 'bad-log', fault: whole.error })
      if (hash !== log.root) return fail({ kind: 'other-log', lastSeq: log.lastSeq, expected: log.root, found: hash })
      const place = placeBy(roots ?? [], period, before)
      const { firstSeq = log.firstSeq, lastSeq = log.lastSeq } = place
      if (firstSeq !== log.firstSeq || lastSeq !== log.lastSeq) return fail({ kind: 'other-place', firstSeq: log.firstSeq, lastSeq: log.lastSeq, found: { firstSeq, lastSeq } })
      const { differences, unknown } = compare(stated, reader.facts({ through: log.lastSeq, now: endsAt }), { after: log.firstSeq - 1, through: log.lastSeq }, known)
      if (unknown.catalogue !== null || unknown.figures.length > 0) return fail({ kind: 'unknown', unknown, differences })
      if (differences.length > 0) return fail({ kind: 'figures', differences })
      const missing = roots ? [place.firstSeq === undefined ? dayBefore(period.from) : [], place.lastSeq === undefined ? period.to : []].flat() : []
      return ok({
        office, period: period.key, catalogue: stated.catalogue, entries, figures: figures.length, rows: figures.reduce((sum, one) => sum + one.rows.length, 0),
        placed: roots !== undefined && missing.length === 0, missing, rootLine: rootLine({ day: period.to, ...log }),
      })
    },
  }
}
