import { formatRupiah } from '../../kernel/rupiah.ts'
import type { Language } from '../../platform/http/context.ts'
import type { Unit } from './core/catalogue.ts'
import type { Value } from './core/figures.ts'
import { indicatorsEn } from './messages.en.ts'
import { indicatorsId } from './messages.id.ts'

export const wordsFor = (lang: Language) => (lang === 'en' ? indicatorsEn : indicatorsId)

const TWO_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
const FORMATS = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') }

const SHARES = { id: new Intl.NumberFormat('id-ID', TWO_DECIMALS), en: new Intl.NumberFormat('en-GB', TWO_DECIMALS) }

export const numberText = (n: number, lang: Language): string => FORMATS[lang].format(n)

/** A value with its unit as people read it; what is not a number says why. */
export function valueText(value: Value, unit: Unit, lang: Language): string {
  if (value.kind !== 'number') return wordsFor(lang).values[value.kind]
  if (unit === 'percent') return `${SHARES[lang].format(value.value)}%`
  return unit === 'rupiah' ? formatRupiah(value.value) : numberText(value.value, lang)
}
