import { Temporal } from 'temporal-polyfill'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import type { Told } from '../../../kernel/ledger.ts'
import { YEAR_SUMS } from '../core/choices.ts'
import type { ScreenWords } from '../screen-messages.id.ts'

const SUMS: ReadonlySet<string> = new Set(YEAR_SUMS)

const isPlainDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
export const dateText = (day: string, { dates }: ScreenWords): string => dates.day(Temporal.PlainDate.from(day))

/** A value in words people read: labels of codes, dates, rupiah; '' when there is none. */
export function valueText(key: string, value: unknown, words: ScreenWords): string {
  if (Array.isArray(value)) return value.map((one) => valueText(key, one, words)).join(', ')
  if (typeof value === 'boolean') return value ? words.sheet.yes : words.sheet.no
  if (typeof value === 'number') return SUMS.has(key) ? formatRupiah(value) : String(value)
  if (isPlainDate(value)) return dateText(value, words)
  if (typeof value === 'object' && value !== null) return positionText(new Map(Object.entries(value)), words)
  if (typeof value !== 'string') return ''
  const labels = new Map(Object.entries(new Map(Object.entries(words.choices)).get(key) ?? {}))
  return labels.get(value) ?? value
}

/** A position of the list of acts in one line; '' for what is none. */
function positionText(told: ReadonlyMap<string, unknown>, words: ScreenWords): string {
  const [name, to] = [told.get('name'), told.get('to')]
  if (typeof name !== 'string') return ''
  return [
    name, valueText('role', told.get('role'), words), valueText('organ', told.get('organ'), words),
    isPlainDate(to) && words.board.until(dateText(to, words)),
  ]
    .filter(Boolean).join(', ')
}

/** An answer in words, or why there is none. */
export function answerText(
  answers: Record<string, unknown> & { unknown?: Record<string, 'unknown' | 'refused' | undefined> | undefined }, key: string,
  words: ScreenWords,
): string {
  const reason = answers.unknown?.[key]
  return reason ? words.choices.unknown[reason] : valueText(key, answers[key], words)
}

/** A value of the list of acts in words, where silence is a value of its own. */
export function toldText(key: string, value: Told, words: ScreenWords): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)
    && (value['unstated'] === 'unknown' || value['unstated'] === 'refused')) {
    return words.choices.unknown[value['unstated']]
  }
  return valueText(key, value, words)
}
