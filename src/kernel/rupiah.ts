import { fail, ok } from './result.ts'
import type { Result } from './result.ts'

/** Money: whole rupiah, a safe integer. There is no smaller coin in any sum the office keeps. */
export type Rupiah = number

/** Why a typed sum was not taken. The screen that asked words it. */
export type RupiahRefused = 'empty' | 'not-a-number' | 'negative' | 'fraction' | 'ambiguous' | 'too-large'

/**
 * A sum as Indonesians write it: `Rp1.500.000`, `-Rp500`.
 * Source: EYD V (no space, no full stop after Rp)
 */
export function formatRupiah(amount: Rupiah): string {
  const digits = String(Math.abs(whole(amount))).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amount < 0 ? '-' : ''}Rp${digits}`
}

/** A sum in words (terbilang) for letters: `satu juta lima ratus ribu rupiah`. */
export const spellRupiah = (amount: Rupiah): string => `${spellNumber(amount)} rupiah`

const DIGITS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']
const SCALES = [[1e12, 'triliun'], [1e9, 'miliar'], [1e6, 'juta'], [1e3, 'ribu'], [100, 'ratus'], [10, 'puluh']] as const

/**
 * A whole number in Indonesian words (terbilang). Above 999 triliun it counts on as the newspapers do: `seribu triliun`.
 * @param value any safe integer; below zero begins with `minus`
 */
export function spellNumber(value: number): string {
  return whole(value) < 0 ? `minus ${spell(-value)}` : spell(value)
}

function spell(value: number): string {
  const word = DIGITS[value]
  if (word !== undefined) return word
  if (value < 20) return `${spell(value - 10)} belas`
  const [size, name] = SCALES.find(([least]) => value >= least) ?? SCALES[5]
  const count = Math.floor(value / size)
  const rest = value % size
  // One hundred and one thousand shrink to `se-`; one million does not.
  const head = count === 1 && size <= 1000 ? `se${name}` : `${spell(count)} ${name}`
  return rest === 0 ? head : `${head} ${spell(rest)}`
}

/** Number of zeros each unit stands for. A lone `M` or `T` is left out: to some it is a million, to most a miliar. */
const UNITS = new Map([
  ['rb', 3], ['ribu', 3], ['k', 3], ['jt', 6], ['juta', 6], ['miliar', 9], ['milyar', 9], ['mlr', 9], ['triliun', 12], ['trilyun', 12],
])

/** Longer than any sum anybody types; keeps the patterns below cheap whatever is pasted. */
const LONGEST = 60

/**
 * Reads a sum the way people type it: `Rp1.234.567,-`, `1500000`, `28,000`, `2,5 jt`, `1 miliar 250 juta`, `500rb`.
 * Never guesses: what can be read in two ways (`1.500 juta`, `1.50.000`, `2 M`, `10.00`) is `ambiguous`.
 * @returns whole rupiah, 0 or more
 */
export function readRupiah(text: string): Result<Rupiah, RupiahRefused> {
  if (text.trim() === '') return fail('empty')
  if (text.length > LONGEST) return fail('not-a-number')
  const bare = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(/ ?([.,]) ?/g, '$1').trim()
    .replace(/^(rp|idr)\.? ?/, '').replace(/ ?rupiah$/, '').replace(/[.,][-–—=]*$/, '')
  if (/^\(? ?[-−–] ?(rp\.? ?)?\d|^\( ?(rp\.? ?)?\d/.test(bare)) return fail('negative')
  if (/^\d[\d., ]*$/.test(bare)) return readPlain(bare)
  if (/^\d[\d.,]* ?[a-z]+( ?\d[\d.,]* ?[a-z]+)*$/.test(bare)) return readWithUnits(bare)
  // `2 juta 500` is 2.000.500 or 2.500.000, `1-2 juta` is a range.
  return fail(/^\d[\d., a-z–-]*\d/.test(bare) ? 'ambiguous' : 'not-a-number')
}

/** Figures alone, grouped by dots, commas or spaces. */
function readPlain(text: string): Result<Rupiah, RupiahRefused> {
  const decimals = /^(?<head>.*\d)(?<mark>[.,])(?<tail>\d{1,2})$/.exec(text)?.groups
  const { head = text, mark, tail = '' } = decimals ?? {}
  const grouped = /^\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*$/.exec(head)
  if (!grouped && !/^\d+$/.test(head)) return fail('ambiguous')
  if (mark !== undefined && grouped?.[1] === mark) return fail('ambiguous')
  // A dot groups thousands here, so `10.00` may be `10.000` with a zero lost; `28000.00` comes from a spreadsheet.
  if (mark === '.' && !grouped && head.length <= 3) return fail('ambiguous')
  if (/[1-9]/.test(tail)) return fail('fraction')
  const digits = head.replace(/[., ]/g, '')
  // `0812…` is a phone number in the wrong field, `0.500` a slip.
  return /^0\d*[1-9]/.test(digits) ? fail('ambiguous') : inRange(digits)
}

/** Figures with a word behind them, once or in falling order: `2,5 jt`, `1 miliar 250 juta`. */
function readWithUnits(text: string): Result<Rupiah, RupiahRefused> {
  let total = 0
  let above = Infinity
  for (const [, figures = '', unit = ''] of text.matchAll(/([\d.,]+)\s*([a-z]+)/g)) {
    const zeros = UNITS.get(unit)
    if (zeros === undefined) return fail(unit === 'm' || unit === 't' ? 'ambiguous' : 'not-a-number')
    const [, head, tail = ''] = /^(\d+)(?:[.,](\d+))?$/.exec(figures) ?? []
    if (head === undefined || tail.length === 3) return fail('ambiguous')
    if (/[1-9]/.test(tail.slice(zeros))) return fail('fraction')
    const part = inRange(head + tail.slice(0, zeros).padEnd(zeros, '0'))
    if (!part.ok) return part
    // A part that spills over into the unit before it (`2 juta 1500 ribu`, `500 ribu 2 juta`) is a slip more often than a sum.
    if (part.value >= 10 ** above) return fail('ambiguous')
    total += part.value
    above = zeros
  }
  return Number.isSafeInteger(total) ? ok(total) : fail('too-large')
}

function inRange(digits: string): Result<Rupiah, RupiahRefused> {
  const amount = Number(digits)
  return Number.isSafeInteger(amount) ? ok(amount) : fail('too-large')
}

function whole(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of rupiah: ${value}`)
  return value
}
