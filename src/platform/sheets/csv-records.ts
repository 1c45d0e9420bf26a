import { LIMITS } from './sheet.ts'

/** A delimiter that occurs in no text: the whole line is one field. */
export const NO_DELIMITER = '\u001f'

export type RecordReader = {
  /** The records that this much more text completes. */
  push(text: string): string[][]
  /** What is left when the text ends. */
  end(): string[][]
}

/** A quoted field longer than this was never meant to be one: its opening quote stands alone. */
const QUOTED_LINES = 200

/**
 * Cuts text into records by RFC 4180, and forgives what people send: quotes inside a quoted field that were not doubled, an opening
 * quote without a closing one (it is then an ordinary character, so that it cannot swallow the rows after it), lines ended by
 * LF, CR or both, lines of any length. Blank lines are records of one empty field.
 */
export function csvRecords(delimiter: string): RecordReader {
  let text = ''
  const take = (final: boolean) => {
    const records: string[][] = []
    const scan: Scan = { text, delimiter, final, at: 0, carriageReturn: -2 }
    for (;;) {
      const start = scan.at
      const record = start < text.length ? nextRecord(scan) : undefined
      if (!record) {
        text = text.slice(start)
        return records
      }
      records.push(record)
    }
  }
  return {
    push(more) {
      text += more
      return take(false)
    },
    end: () => take(true),
  }
}

/** `carriageReturn` remembers where the next one is, as most files have none: -2 is not yet searched, -1 none. */
type Scan = { text: string; delimiter: string; final: boolean; at: number; carriageReturn: number }

/** Moves `at` behind the record, or leaves it when the text does not hold all of it. */
function nextRecord(scan: Scan): string[] | undefined {
  const end = lineEnd(scan, scan.at)
  if (end === undefined) return undefined
  const line = scan.text.slice(scan.at, end)
  if (!line.includes('"')) {
    scan.at = afterLine(scan.text, end)
    return line.split(scan.delimiter)
  }
  return recordWithQuotes(scan)
}

/** Where the line that holds `from` ends, if that is certain yet. */
function lineEnd(scan: Scan, from: number): number | undefined {
  const { text, final } = scan
  const feed = text.indexOf('\n', from)
  if (scan.carriageReturn !== -1 && scan.carriageReturn < from) scan.carriageReturn = text.indexOf('\r', from)
  const carriage = scan.carriageReturn
  const end = carriage !== -1 && (feed === -1 || carriage < feed) ? carriage : feed
  if (end === -1) return final || text.length - from > LIMITS.cellCharacters * LIMITS.columns ? text.length : undefined
  // A CR at the end of what is known may be the first half of CR LF.
  return end === carriage && end + 1 === text.length && !final ? undefined : end
}

const afterLine = (text: string, end: number) => end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)

function recordWithQuotes(scan: Scan): string[] | undefined {
  const { text, delimiter, final } = scan
  const fields: string[] = []
  let at = scan.at
  for (;;) {
    const quoted = quotedField(scan, at)
    if (quoted === 'incomplete') return undefined
    let end: number
    if (quoted) {
      fields.push(quoted.value)
      end = quoted.end
    } else {
      const stop = lineEnd(scan, at)
      if (stop === undefined) return undefined
      const cut = text.indexOf(delimiter, at)
      end = cut === -1 || cut > stop ? stop : cut
      fields.push(text.slice(at, end))
    }
    if (text[end] !== delimiter) {
      if (!final && (end >= text.length || (text[end] === '\r' && end + 1 === text.length))) return undefined
      scan.at = Math.min(afterLine(text, end), text.length)
      return fields
    }
    at = end + 1
  }
}

/** The quoted field that starts here; nothing when none does or its quotes do not close; `incomplete` when more text may tell. */
function quotedField(scan: Scan, from: number): { value: string; end: number } | 'incomplete' | undefined {
  const { text, delimiter, final } = scan
  let open = from
  while (text[open] === ' ') open += 1
  if (text[open] !== '"') return open >= text.length && !final ? 'incomplete' : undefined
  let stray = false
  let at = open + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    const reached = quote === -1 ? text.length : quote
    if (reached - open > 2 * LIMITS.cellCharacters) return undefined
    if (quote === -1 || (quote + 2 > text.length && !final)) return final ? undefined : 'incomplete'
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    let end = quote + 1
    while (text[end] === ' ') end += 1
    if (end >= text.length && !final) return 'incomplete'
    if (end >= text.length || text[end] === delimiter || text[end] === '\n' || text[end] === '\r') {
      const value = text.slice(open + 1, quote)
      const lines = value.includes('\n') || value.includes('\r') ? value.split(/\r\n|\r|\n/).length : 1
      // Lines swallowed up to a quote of another row show by quotes that no writer of multi-line cells would leave single.
      if ((stray && lines > 1) || lines > QUOTED_LINES) return undefined
      return { value: value.includes('""') ? value.replaceAll('""', '"') : value, end }
    }
    stray = true
    at = quote + 1
  }
}
