import { readRupiah } from '../../../kernel/rupiah.ts'
import type { Rupiah } from '../../../kernel/rupiah.ts'
import type { Result } from '../../../kernel/result.ts'
import { importsId as t } from '../messages.id.ts'
import { doubted, isRounded, refused, roundedFault, took, unlessAbsent } from './reading.ts'
import type { Fault, Read, Remark } from './reading.ts'

export type Period = 'month' | 'year'

/** A sum, and the time it is for when the cell says so (`3 jt/bln`). */
export type Money = { amount: Rupiah; period?: Period }

/** `factor`: what the heading says a figure stands for, 1,000 or 1,000,000 or more. `isNumber`: the sheet keeps it as a number. */
export type MoneyOptions = {
  factor?: number; isNumber?: boolean
  /** Above this a figure in thousands or millions was rather typed out in full; ten miliar, beyond any business of the register. */
  unlikelyAbove?: number
}

const PERIODS: Readonly<Record<string, Period>> = { bln: 'month', bulan: 'month', bl: 'month', thn: 'year', th: 'year', tahun: 'year' }
const PERIOD = /\s*(?:\/|\bper\s*|\btiap\s*|\bse)\s*(bln|bulan|bl|thn|th|tahun|hari|hr|minggu|mgg)\b\.?\s*$/

const RANGE = /\d[\d.,]*\s*(?:rb|ribu|jt|juta|m|miliar|milyar)?\s*(?:-|–|s\/d|sd|sampai|hingga)\s*(?:rp\.?\s*)?\d/
const LONE_M = /^([\d.,]+)\s*m$/
const ROUGH = /^(?:±|\+\/-|\+-|~|kurang lebih|kira-kira|kira kira|sekitar|krg lebih)\s*/

/**
 * Reads a sum as lists carry it: `Rp1.234.567,-`, ` 28,000 `, `1,5 juta`, `500 rb`, `3jt/bln`, `1.234.567,50` (rounded to whole rupiah).
 * `M` is a miliar, as newspapers and offices write it, and the note says so. A range and what has two readings is doubtful.
 * A bare figure is multiplied by `factor`; a figure with its own word (`2 jt`) is not.
 * @returns whole rupiah, 0 or more; "nihil" is 0, "tidak tahu" and "menolak" are answers of their own, "-" is none
 */
export function readMoney(text: string, options: MoneyOptions = {}): Read<Money> {
  return unlessAbsent<Money>(text, (stated) => {
    if (isRounded(stated)) return roundedFault(stated)
    const small = stated.normalize('NFKC').toLowerCase().replace(/^'/, '').trim()
    const word = PERIOD.exec(small)?.[1]
    const period = word === undefined ? undefined : PERIODS[word]
    if (word !== undefined && period === undefined) return doubted('other-period', t.values.otherPeriod(stated))
    const rough = ROUGH.test(small)
    const bare = (word === undefined ? small : small.replace(PERIOD, '')).replace(ROUGH, '').trim()
    const sum = readSum(bare, stated, options)
    if (!sum.ok) return sum
    const note = sum.value.note ?? (rough ? { code: 'rough', sentence: t.values.rough(stated) } : undefined)
    return took<Money>(period ? { amount: sum.value.value, period } : { amount: sum.value.value }, note)
  }, { amount: 0 })
}

type Sum = { kind: 'value'; value: Rupiah; note?: Remark }

function readSum(bare: string, stated: string, { factor = 1, isNumber = false, unlikelyAbove = UNLIKELY }: MoneyOptions): Result<Sum, Fault> {
  if (factor !== 1 || (isNumber && /^\d+\.\d+$/.test(bare))) {
    const figure = figureOf(bare, isNumber)
    if (figure !== undefined) return scaled(figure, factor, stated, unlikelyAbove)
  }
  const read = readRupiah(bare)
  if (read.ok) return took(read.value)
  if (read.error === 'negative') return refused('negative', t.values.negative(stated))
  if (read.error === 'too-large') return refused('too-large', t.values.tooLarge(stated))
  const bareSum = bare.replace(/^(rp|idr)\.?\s*/, '').replace(/[,.]-+$/, '')
  if (read.error === 'fraction') return withCents(bareSum, stated)
  const miliar = LONE_M.exec(bareSum)?.[1]
  if (miliar !== undefined) return inMiliar(miliar, stated)
  if (RANGE.test(bare)) return doubted('range', t.values.range(stated))
  return read.error === 'ambiguous' ? doubted('ambiguous', t.values.ambiguousSum(stated)) : refused('not-a-sum', t.values.notASum(stated))
}

/** A bare figure that may have decimals; undefined when it carries words. A stored number has a point, a typed one a comma. */
function figureOf(bare: string, isNumber: boolean): number | undefined {
  const figure = bare.replace(/^(rp|idr)\.?\s*/, '').replace(/[,.]-+$/, '')
  if (isNumber && /^\d+(\.\d+)?$/.test(figure)) return Number(figure)
  if (/^\d+$/.test(figure)) return Number(figure)
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(figure)) return Number(figure.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(figure)) return Number(figure.replaceAll(',', ''))
  return /^\d+[.,]\d{1,2}$/.test(figure) ? Number(figure.replace(',', '.')) : undefined
}

const UNLIKELY = 10_000_000_000
const LOOKS_FULL = 100_000

function scaled(figure: number, factor: number, stated: string, unlikelyAbove: number): Result<Sum, Fault> {
  const amount = Math.round(figure * factor)
  if (!Number.isSafeInteger(amount)) return refused('too-large', t.values.tooLarge(stated))
  if (factor > 1 && amount > unlikelyAbove && figure >= LOOKS_FULL) return doubted('factor', t.values.factor(stated, factor))
  const cents = factor === 1 && figure !== amount
  return cents ? took(amount, { code: 'cents', sentence: t.values.cents(stated) }) : took(amount)
}

// Sums with cents come out of programs, not out of heads: dropping them loses less than half a rupiah.
function withCents(bareSum: string, stated: string): Result<Sum, Fault> {
  const [, whole = '', cents = ''] = /^([\d., ]*\d)[.,](\d{1,2})$/.exec(bareSum) ?? []
  const read = readRupiah(whole)
  if (!read.ok) return doubted('ambiguous', t.values.ambiguousSum(stated))
  const amount = read.value + (Number(cents.padEnd(2, '0')) >= 50 ? 1 : 0)
  return took(amount, { code: 'cents', sentence: t.values.cents(stated) })
}

function inMiliar(figure: string, stated: string): Result<Sum, Fault> {
  const read = readRupiah(`${figure} miliar`)
  return read.ok
    ? took(read.value, { code: 'miliar', sentence: t.values.miliar(stated) })
    : doubted('ambiguous', t.values.ambiguousSum(stated))
}

const LOSS = /^(?:\((.+)\)|(?:rugi|minus|-)\s*(?=[\d(r])(.+))$/i

/** Reads the surplus of a year (SHU), which may be a loss: `-1.234.567`, `(1.234.567)`, `rugi 3 juta`. @returns below zero for a loss */
export function readSurplus(text: string, options: MoneyOptions = {}): Read<Money> {
  const [, bracketed, signed] = LOSS.exec(text.trim().replace(/^(rp|idr)\.?\s*(?=[-(])/i, '')) ?? []
  const loss = bracketed ?? signed
  if (loss === undefined) return readMoney(text, options)
  const read = readMoney(loss, options)
  if (!read.ok || read.value.kind !== 'value') return read
  const { value, note } = read.value
  return took<Money>({ ...value, amount: -value.amount }, note)
}
