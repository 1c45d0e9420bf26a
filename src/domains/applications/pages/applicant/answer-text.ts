import { Temporal } from 'temporal-polyfill'
import { formatRupiah } from '../../../../kernel/rupiah.ts'
import type { Language } from '../../../../platform/http/context.ts'
import { formatPhone } from '../../../registry/index.ts'
import { type Answer, type Question, dateText } from '../../../services/index.ts'
import { wordsOf } from './case-file.ts'

type Asked = Pick<Question, 'type' | 'options' | 'unit' | 'of'>

/** A whole number as people write it, with what it counts: `1.200 liter`. */
export const numberText = (value: number, unit: string | undefined, lang: Language): string =>
  `${value.toLocaleString(lang === 'id' ? 'id-ID' : 'en')}${unit === undefined ? '' : ` ${unit}`}`

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && Number(text.slice(5, 7)) <= 12 && Number(text.slice(8)) <= 31

function textOf(question: Asked, answer: string, lang: Language): string {
  if (question.type === 'date' && isDate(answer)) return dateText(Temporal.PlainDate.from(answer), lang)
  if (/^\+62\d{8,12}$/.test(answer)) return formatPhone(answer)
  return question.options?.find((one) => one.value === answer)?.label[lang] ?? answer
}

/** An answer in words; the entries of a group one after the other. */
export function answerText(question: Asked, answer: Answer | undefined, lang: Language): string | undefined {
  const t = wordsOf(lang).check
  if (answer === undefined) return undefined
  if (typeof answer === 'boolean') return answer ? t.yes : t.no
  if (typeof answer === 'number') return question.type === 'money' ? formatRupiah(answer) : numberText(answer, question.unit?.[lang], lang)
  if (typeof answer === 'string') return textOf(question, answer, lang)
  return answer.map((one) => (typeof one === 'string' ? textOf(question, one, lang) : entryText(question, one, lang))).join('; ')
}

/** One entry of a group on one line: its answers in the order of its questions. */
export const entryText = ({ of = [] }: Pick<Question, 'of'>, entry: Record<string, Answer>, lang: Language): string =>
  of.flatMap((one) => answerText(one, entry[one.key], lang) ?? []).join(', ')
