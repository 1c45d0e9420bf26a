import { Temporal } from 'temporal-polyfill'
import { LEAST } from '../../../kernel/protect-areas.ts'
import type { Language } from '../../../platform/http/context.ts'
import { dateText } from '../../services/index.ts'
import type { Results } from '../core/results.ts'
import type { SurveyPeriod } from '../core/survey-period.ts'
import { citizenWords } from '../words.ts'

const NUMBERS = { id: new Intl.NumberFormat('id-ID'), en: new Intl.NumberFormat('en-GB') }

export const countText = (n: number, lang: Language): string => NUMBERS[lang].format(n)
/** A number with decimals as it is written in the language. */
export const decimalText = (text: string, lang: Language): string => (lang === 'id' ? text.replace('.', ',') : text)

/** `44 dari minimal 53`; the number alone where nobody was served, so that none is asked for. */
export const sampleText = (n: number, least: number, lang: Language): string =>
  (least === 0 ? countText(n, lang) : citizenWords(lang).results.ofLeast(countText(n, lang), countText(least, lang)))

export const periodText = ({ quarter, year }: SurveyPeriod, lang: Language): string => {
  const t = citizenWords(lang).results
  return quarter === undefined ? t.year(year) : t.quarter(quarter, year)
}
export const dayText = (day: string, lang: Language): string => dateText(Temporal.PlainDate.from(day), lang)

/** The index as it is told, or the word that stands for it. */
export function indexText({ figures }: Results, lang: Language): string {
  const t = citizenWords(lang).results
  if (!figures) return t.few
  return figures.index === null ? t.noIndex : decimalText(figures.index, lang)
}

/** Why there is no index. */
export function noIndexReason({ figures }: Results, lang: Language): string | undefined {
  const t = citizenWords(lang).results
  if (!figures) return t.fewMore(LEAST)
  return figures.index === null ? t.noIndexMore : undefined
}
