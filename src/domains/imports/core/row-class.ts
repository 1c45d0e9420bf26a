import { importsId as t } from '../messages.id.ts'
import type { Layout } from './layout.ts'
import { plainWords } from './plain-words.ts'
import { textAt } from './row.ts'
import type { Row } from './row.ts'
import { filledCells, isNumbering } from './row-words.ts'
import { placesIn } from './section.ts'
import type { SectionContext } from './section.ts'

export type RowKind = 'data' | 'blank' | 'section' | 'numbering' | 'total' | 'legend' | 'repeat-header' | 'title' | 'header'

/** What a row is. Every row that is no data says why, for the report; a section also says what holds for the rows below it. */
export type RowClass = { kind: 'data' } | { kind: Exclude<RowKind, 'data'>; reason: string; context?: SectionContext }

type Filled = ReturnType<typeof filledCells>

const DATA: RowClass = { kind: 'data' }
const classOf = (kind: Exclude<RowKind, 'data'>, context?: SectionContext): RowClass =>
  ({ kind, reason: t.rows[kind], ...(context ? { context } : {}) })

const TOTAL = /^(?:grand |sub ?)?(?:total|jumlah|jml)\b|^rata ?rata\b/
// "Rp 1.250.000", "184 usaha", and of men and women "L = 80".
const SUM = /^(?:(?:l|p|lk|pr|laki ?-? ?laki|perempuan)\s*[=:]\s*)?[-–]?\s*(?:rp\.?\s*)?[\d.,\s-]*(?:orang|org|unit|usaha|umkm|pelaku usaha|koperasi|anggota|%)?$/i
const LEGEND = new RegExp([
  '^(?:keterangan|ket|catatan|sumber|sumber data|note|nb|petunjuk|\\*)\\s*(?:[:.=]|$)', '^\\*+\\s*\\S', '^[-–•]\\s+\\S',
  '^(?:l|p|lk|pr|v|√)\\s*=\\s*\\S',
].join('|'), 'i')
// Offices and ranks, "Sidoarjo, 3 Maret 2023", and names that end in degrees ("…, S.E., M.Si.").
const SIGNATURE = new RegExp([
  '^(?:mengetahui|menyetujui|hormat kami|kepala (?:dinas|bidang|seksi|desa)|lurah|camat|sekretaris dinas|nip\\b|ttd|tertanda|dibuat oleh)',
  '^(?:disusun oleh|petugas pendata|pembina|penata|a\\.?n\\.?\\s|plt\\.?\\s)', '^[a-z]+,\\s*\\d{1,2}\\s+[a-z]+\\s+\\d{4}$',
  ',\\s*[sm]\\.\\s?[a-z]{1,4}\\.?(?:,?\\s*m\\.\\s?[a-z]{1,4}\\.?)?$',
].join('|'), 'i')
const TITLE = /^(?:data|daftar|rekap|rekapitulasi|laporan|lampiran|tabel|form|formulir|nama nama)\b/i
const ORDINAL = /^(?:[ivxlc]+|[a-z]|\d{1,3})[.)]?$/i
const LEADING_ORDINAL = /^(?:[ivxlc]+|[a-z]|\d{1,3})[.)]\s*/i
const PLACE = /^(?:kecamatan|kec|desa|ds|kelurahan|kel)\b/i

/**
 * What a row of the sheet is: one to take as data, or one to leave out with a reason. Nothing is remembered between rows: the caller
 * carries the context of section rows (`carry`).
 */
export function classifyRow(row: Row, layout: Layout): RowClass {
  if (row.number < layout.firstDataRow) return above(row, layout)
  const filled = filledCells(row)
  if (filled.length === 0) return classOf('blank')
  const first = filled[0]?.cell.text.trim() ?? ''
  if (filled.length === 1 && filled[0]?.at === layout.orderColumn && /^\d+$/.test(first)) return classOf('blank')
  // Most rows of a list are data and have several answers: they leave here.
  if (filled.length >= 3 && !mayBeSpecial(first, row, layout)) return sameEverywhere(filled) ? lonely(first, filled, layout) : DATA
  if (isNumbering(filled.map(({ cell }) => cell)) && filled.length >= layout.columns.length * 0.6) return classOf('numbering')
  if (repeatsHeader(filled, layout)) return classOf('repeat-header')
  if (isTotal(filled, layout)) return classOf('total')
  return filled.length <= 3 ? lonely(first, filled, layout) : DATA
}

const above = (row: Row, layout: Layout): RowClass => {
  if (layout.headerRows.includes(row.number)) return classOf('header')
  return classOf(filledCells(row).length === 0 ? 'blank' : 'title')
}

/** Cheap look at the first cell: only these can begin a numbering, a repeated heading or a total. */
const mayBeSpecial = (first: string, row: Row, layout: Layout): boolean => {
  if (/^\(?[12]\)?$/.test(first)) return /^\(?[23]\)?$/.test(textAt(row, layout.columns[1]?.at ?? 1))
  const isHeading = layout.columns[0]?.parts.includes(first) === true
  return isHeading || /^(?:grand|sub|total|jumlah|jml|rata|no\b|nomor|keterangan|ket\b|sumber|catatan)/i.test(first)
}

const sameEverywhere = (filled: Filled): boolean => {
  const text = filled[0]?.cell.text
  return text === filled[1]?.cell.text && filled.every(({ cell }) => cell.text === text)
}

function repeatsHeader(filled: Filled, layout: Layout): boolean {
  if (filled.length < 2) return false
  const headings = new Map(layout.columns.map(({ at, parts }) => [at, parts.map(plainWords)]))
  const same = filled.filter(({ at, cell }) => headings.get(at)?.includes(plainWords(cell.text))).length
  return same >= 2 && same >= filled.length * 0.6
}

/** "JUMLAH", then only sums. A business called "Total Jaya" has an owner, an address, words of its own. */
function isTotal(filled: Filled, layout: Layout): boolean {
  const [head, ...rest] = filled.filter(({ at, cell }) => !(at === layout.orderColumn && ORDINAL.test(cell.text.trim())))
  if (!head || !TOTAL.test(plainWords(head.cell.text))) return false
  return rest.every(({ cell }) => SUM.test(cell.text.trim()) || cell.text === head.cell.text)
}

/** A row with one text, at most with an ordinal in front: a place or a group for the rows below, a legend, a signature, a title. */
function lonely(first: string, filled: Filled, layout: Layout): RowClass {
  const texts = [...new Set(filled.map(({ cell }) => cell.text.trim()))]
  const words = texts.filter((text) => !ORDINAL.test(text))
  const [text = '', ...more] = words
  const bare = text.replace(LEADING_ORDINAL, '')
  if (LEGEND.test(first) || (more.length === 0 && LEGEND.test(bare))) return classOf('legend')
  if (texts.length <= 3 && words.every((word) => SIGNATURE.test(word)) && words.length > 0) return classOf('legend')
  if (more.length === 1 && PLACE.test(bare) && /^[\s:]*$/.test(bare.replace(PLACE, ''))) return section(`${bare} ${more[0] ?? ''}`)
  if (more.length > 0 || text === '') return DATA
  if (TITLE.test(bare) && filled.length === 1 && /\s/.test(bare)) return classOf('title', placesIn(bare))
  if (PLACE.test(bare) && !isOwnPlace(filled, text, layout)) return section(bare)
  if (isGroup(filled, text, layout)) return classOf('section', { other: bare })
  return isAside(filled, layout) ? classOf('legend') : DATA
}

const section = (text: string): RowClass => classOf('section', placesIn(text) ?? { other: text })

/** "Desa Kupang" in the column of villages beside a running number is a row with little in it, not a section. */
function isOwnPlace(filled: Filled, text: string, layout: Layout): boolean {
  if (filled.length < 2 || !/^\d+$/.test(filled[0]?.cell.text.trim() ?? '')) return false
  return filled.find(({ cell }) => cell.text.trim() === text)?.at !== layout.columns[1]?.at
}

/** One text alone in the midst of a wide table: the name under a signature, a remark. It could be no record whatever it says. */
const isAside = (filled: Filled, layout: Layout): boolean =>
  filled.length === 1 && layout.columns.length >= 4 && (filled[0]?.at ?? 0) > (layout.columns[1]?.at ?? 0)

/** A heading of a group: behind a letter or a roman number, in the column of running numbers, or in capitals at the left edge. */
function isGroup(filled: Filled, text: string, layout: Layout): boolean {
  const [head, second] = filled
  const left = layout.columns[0]?.at ?? 0
  if (!head || layout.columns.length < 3) return false
  if (second && second.cell.text !== head.cell.text) return /^(?:[ivxlc]+|[a-z])[.)]?$/i.test(head.cell.text.trim())
  if (filled.length > 2) return true
  if (head.at === layout.orderColumn) return true
  return head.at === left && /\p{L}{3}/u.test(text) && (text === text.toUpperCase() || LEADING_ORDINAL.test(text))
}
