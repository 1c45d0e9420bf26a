import { type DateOptions, readDate } from './read-dates.ts'

// "518/BH/KWK.13/1999 tgl. 1 Mei 1999", "518/BH/KWK.13/1999, 01-05-1999"
const WITH_WORD = /^(.+?)[\s,;(]*\b(?:tgl|tanggal|tertanggal)\b[.:]?\s*(.+?)\)?$/i
const DAY_BEHIND = /^(.+?)[\s,;(]+(\d{1,2}[\s\-/.](?:\d{1,2}|[a-z]{3,9})[\s\-/.]\d{4})\)?$/i

/** Parts the number of a legal entity from the day that many lists write behind it, into one column. */
export function splitLegalEntity(text: string, options: DateOptions): { number: string; date?: string } {
  for (const pattern of [WITH_WORD, DAY_BEHIND]) {
    const [, number, behind = ''] = pattern.exec(text) ?? []
    if (number === undefined) continue
    const read = readDate(behind, options)
    if (read.ok && read.value.kind === 'value') return { number: number.trim(), date: read.value.value.iso }
  }
  return { number: text }
}
