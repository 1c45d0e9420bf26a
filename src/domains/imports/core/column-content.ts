import { cellReader } from './cell-reader.ts'
import type { World } from './cell-reader.ts'
import { fieldRule } from './fields.ts'
import type { RecordKind } from './fields.ts'
import type { LayoutColumn } from './layout.ts'
import { looksLikeDegrees, readPointInOne } from './read-points.ts'
import { absenceOf } from './reading.ts'
import type { Cell } from './row.ts'
import { splitPlace } from './place-names.ts'

/** Enough to tell what a column holds, few enough to be quick. */
const MOST_CELLS = 60

// Faults of a cell of the right form: a number the spreadsheet has rounded was still a number, "Halal: ada" still speaks of halal.
const RIGHT_FORM = new Set(['rounded', 'number-missing', 'cell-error', 'landline', 'kbli-unknown', 'kbli-group'])

/**
 * Share of a column's cells that read as this field; undefined when its form tells nothing (text) or nothing is in it.
 * Cells that say "-" or "tidak ada" count neither way.
 */
export function contentShare(
  kind: RecordKind, field: string, column: LayoutColumn, cells: readonly Cell[], world: World,
): number | undefined {
  const told = cells.slice(0, MOST_CELLS).filter(({ text }) => absenceOf(text) === undefined)
  const form = fieldRule(kind, field)?.form
  if (told.length === 0 || form === undefined) return undefined
  const fits = fitting(form, world) ?? readable(kind, field, column, world)
  return fits ? told.filter(fits).length / told.length : undefined
}

type Fits = (cell: Cell) => boolean

const isWords = ({ text }: Cell) => /\p{L}/u.test(text)

function fitting(form: string, { places, area }: World): Fits | undefined {
  const isDistrict = (text: string) => places.isDistrict(text)
  switch (form) {
    // A column of figures alone is no name and no address; words prove nothing.
    case 'text': return (cell) => isWords(cell) || !/^\d+$/.test(cell.text.trim())
    case 'village': return ({ text }) => places.isVillage(splitPlace(text, isDistrict).village)
    case 'district': return ({ text }) => places.isDistrict(text)
    case 'village-code': return ({ text }) => /^\d{2}\.?\d{2}\.?\d{2,3}\.?\d{3,4}$/.test(text.trim())
    case 'regency': return isWords
    case 'latitude': return ({ text }) => looksLikeDegrees(text, 'latitude', area) || looksLikeDegrees(text, 'longitude', area)
    case 'longitude': return ({ text }) => looksLikeDegrees(text, 'longitude', area) || looksLikeDegrees(text, 'latitude', area)
    case 'point': return ({ text }) => readPointInOne(text, area).ok
    default: return undefined
  }
}

function readable(kind: RecordKind, field: string, { at, header }: LayoutColumn, world: World): Fits | undefined {
  const read = cellReader(kind, { at, header, field }, world)
  return read && ((cell) => {
    const found = read(cell)
    return found.ok || found.error.doubtful === true || RIGHT_FORM.has(found.error.code)
  })
}

type Look = { field: string; kinds: readonly RecordKind[]; score: number; least: number; fits: (cell: Cell, world: World) => boolean }

const BUSINESS = ['business'] as const
const EITHER = ['business', 'cooperative'] as const
const bare = (text: string) => text.replace(/[\s.'’-]/g, '')

// Forms that can hardly be anything else, the surest first. Sums, days and counts are too common to say of what they are.
const LOOKS: readonly Look[] = [
  {
    field: 'owner.nationalId', kinds: BUSINESS, score: 0.8, least: 0.6,
    fits: ({ text }) => /^\d{6}(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}$/.test(bare(text)),
  },
  {
    field: 'owner.email', kinds: BUSINESS, score: 0.85, least: 0.6,
    fits: ({ text }) => /^[^@\s]+@[^@\s]+\.\w+$/.test(text.trim()),
  },
  {
    field: 'email', kinds: ['cooperative'], score: 0.85, least: 0.6,
    fits: ({ text }) => /^[^@\s]+@[^@\s]+\.\w+$/.test(text.trim()),
  },
  {
    field: 'owner.phone', kinds: BUSINESS, score: 0.75, least: 0.6,
    fits: ({ text }) => /^(?:\+?62|0)?8[1-9]\d{7,10}$/.test(bare(text)),
  },
  {
    field: 'phone', kinds: ['cooperative'], score: 0.75, least: 0.6,
    fits: ({ text }) => /^(?:\+?62|0)?8[1-9]\d{7,10}$/.test(bare(text)),
  },
  {
    field: 'nib', kinds: EITHER, score: 0.7, least: 0.6,
    fits: ({ text }) => /^(?:\d{13}|[1-9]\d{11})$/.test(bare(text)) && !/^(?:62)?8/.test(bare(text)),
  },
  {
    field: 'npwp', kinds: EITHER, score: 0.75, least: 0.6,
    fits: ({ text }) => /^\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}$/.test(text.trim()),
  },
  {
    field: 'kbli', kinds: EITHER, score: 0.65, least: 0.8,
    fits: ({ text }, { kbliExists }) => /^\d{5}$/.test(text.trim()) && kbliExists(text.trim()),
  },
  {
    field: 'point', kinds: EITHER, score: 0.8, least: 0.6,
    fits: ({ text }, { area }) => /\d.*\d/.test(text) && readPointInOne(text, area).ok,
  },
  {
    field: 'latitude', kinds: EITHER, score: 0.7, least: 0.7,
    fits: ({ text }, { area }) => /[.,]\d{3}/.test(text) && looksLikeDegrees(text, 'latitude', area),
  },
  {
    field: 'longitude', kinds: EITHER, score: 0.7, least: 0.7,
    fits: ({ text }, { area }) => /[.,]\d{3}/.test(text) && looksLikeDegrees(text, 'longitude', area),
  },
  { field: 'district', kinds: EITHER, score: 0.7, least: 0.8, fits: ({ text }, { places }) => places.isDistrict(text) },
  { field: 'village', kinds: EITHER, score: 0.7, least: 0.6, fits: ({ text }, { places }) => places.isVillage(text) },
  {
    field: 'owner.gender', kinds: BUSINESS, score: 0.65, least: 0.9,
    fits: ({ text }) => /^(?:l|p|lk|pr|laki.?laki|perempuan|wanita|pria)$/i.test(text.trim()),
  },
  {
    field: 'rtRw', kinds: EITHER, score: 0.6, least: 0.8,
    fits: ({ text }) => /^(?:rt[\s.]*)?\d{1,3}\s*\/\s*(?:rw[\s.]*)?\d{1,3}$/i.test(text.trim()),
  },
]

export type ContentMatch = { field: string; score: number; fits: number; of: number }

/** What a column may be by what is in it alone, whatever its heading: `fits` of the `of` cells looked at have the form. */
export function contentMatches(kind: RecordKind, cells: readonly Cell[], world: World): ContentMatch[] {
  const told = cells.slice(0, MOST_CELLS).filter(({ text }) => absenceOf(text) === undefined)
  if (told.length < 2) return []
  return LOOKS.filter(({ kinds }) => kinds.includes(kind)).flatMap(({ field, score, least, fits }) => {
    const found = told.filter((cell) => fits(cell, world)).length
    return found / told.length >= least ? [{ field, score, fits: found, of: told.length }] : []
  })
}
