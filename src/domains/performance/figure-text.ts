import { Temporal } from 'temporal-polyfill'
import type { Language } from '../../platform/http/context.ts'
import type { AnyFigureCode, FigureUnit } from './core/figures.ts'
import { CATALOGUE, type FigureRow } from './core/figures.ts'
import type { Told } from './core/publish-month.ts'
import { publicEn } from './public-words.en.ts'
import { type PublicWords, publicId } from './public-words.id.ts'

export const wordsFor = (lang: Language): PublicWords => (lang === 'en' ? publicEn : publicId)

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const
const NUMBERS = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') }
const ONE_DECIMAL = { maximumFractionDigits: 1 }
const DECIMALS = { id: new Intl.NumberFormat('id-ID', ONE_DECIMAL), en: new Intl.NumberFormat('en-GB', ONE_DECIMAL) }

export const countText = (n: number, lang: Language): string => NUMBERS[lang].format(n)

/** Whole minutes of office time as hours and minutes. */
export const minutesText = (minutes: number, lang: Language): string => wordsFor(lang).minutes(Math.floor(minutes / 60), minutes % 60)

/** Whole minutes of office time as hours with one decimal, for narrow places. */
export const hoursText = (minutes: number, lang: Language): string => DECIMALS[lang].format(minutes / 60)

export const unitOf = (code: AnyFigureCode): FigureUnit => CATALOGUE.find((one) => one.code === code)?.unit ?? 'count'

/** A figure as people read it; what is not a number says why. */
export function toldText(told: Told | undefined, unit: FigureUnit, lang: Language): string {
  if (told === undefined || told === null) return wordsFor(lang).noData
  if (told === 'hidden') return wordsFor(lang).notShown
  if (unit === 'share') return `${DECIMALS[lang].format(told / 10)}%`
  return unit === 'minutes' ? minutesText(told, lang) : countText(told, lang)
}

/** The row of a report as people read it: a share in per cent with one decimal; what is not there says so. */
export const measuredText = (unit: FigureUnit, row: FigureRow | undefined, lang: Language): string =>
  toldText(unit === 'share' ? (row?.whole ? ((row.part ?? 0) * 1000) / row.whole : null) : row?.value, unit, lang)

/** `Oktober 2026` */
export const monthText = (month: string, lang: Language): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Temporal.Instant.from(`${month}-01T00:00:00Z`).epochMilliseconds)

/** `23 November 2026` */
export const dayText = (day: string, lang: Language): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds)
