import { csvRecords, NO_DELIMITER } from './csv-records.ts'
import type { Delimiter } from './sheet.ts'

const CANDIDATES: readonly Delimiter[] = [';', ',', '\t', '|']

/** Rows looked at; titles above the table and a legend below must not outvote it. */
const SAMPLE_ROWS = 300

/** Excel's own hint in a first line `sep=;`, which it does not show. */
export function separatorLine(text: string): { delimiter: string; length: number } | undefined {
  const found = /^"?sep=(.)"?(?:\r\n|\r|\n)/i.exec(text)
  return found?.[1] ? { delimiter: found[1], length: found[0].length } : undefined
}

/**
 * The delimiter under which most lines have the same number of fields, more fields being worth more. Commas in names and numbers
 * lose against it because they come irregularly. Nothing when the text has one column.
 * @param sample the beginning of the text; its last line may be cut
 */
export function detectDelimiter(sample: string, whole: boolean): Delimiter | undefined {
  let best: { delimiter: Delimiter; score: number } | undefined
  for (const delimiter of CANDIDATES) {
    if (!sample.includes(delimiter)) continue
    const score = scoreOf(widths(sample, whole, delimiter), delimiter)
    if (score > 0 && (!best || score > best.score)) best = { delimiter, score }
  }
  return best?.delimiter
}

function widths(sample: string, whole: boolean, delimiter: Delimiter): number[] {
  const reader = csvRecords(delimiter)
  const records = reader.push(sample)
  // A last line that is cut has the wrong width, unless it is the only one.
  if (whole || records.length === 0) records.push(...reader.end())
  return records.slice(0, SAMPLE_ROWS).filter((fields) => fields.some((field) => field.trim() !== '')).map((fields) => fields.length)
}

function scoreOf(widths: number[], delimiter: Delimiter): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
  let score = 0
  for (const [width, count] of counts) {
    const share = count / widths.length
    // Below this share the sign stands in the texts; a small file may hold a title, a header and one row.
    if (share >= 0.4) score = Math.max(score, share * Math.log2(width + 1))
  }
  // Where rows are of any length, the sign that stands in most of them separates, unless it is the one of names and sentences.
  const frequent = widths.filter((width) => width > 1).length > widths.length * 0.6
  return score === 0 && frequent && delimiter !== ',' ? IRREGULAR : score
}

/** Less than any regular table. */
const IRREGULAR = 0.1

export const delimiterOrNone = (delimiter: string | undefined) => delimiter ?? NO_DELIMITER
