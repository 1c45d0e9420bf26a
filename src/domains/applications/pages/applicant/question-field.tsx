import { readRupiah } from '../../../../kernel/rupiah.ts'
import type { Language } from '../../../../platform/http/context.ts'
import type { Form } from '../../../../platform/http/page.ts'
import { CheckboxGroup, RadioGroup } from '../../../../ui/fields/choices.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import type { FieldProps } from '../../../../ui/fields/field.tsx'
import { MoneyField } from '../../../../ui/fields/money-field.tsx'
import { SelectField } from '../../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { problemOf } from '../../../../ui/error-summary.tsx'
import type { Answer, Question } from '../../../services/index.ts'
import { wordsOf } from './case-file.ts'

/** A list longer than this is easier chosen from than read through. */
const MOST_RADIOS = 9
/** Longer answers get several lines. */
const ONE_LINE = 120

const textIn = (value: unknown): string => (typeof value === 'string' ? value.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim() : '')

/** What a form says in answer to a question. What cannot be read stays as typed, so that it is named as a fault and shown again. */
export function readAnswer(question: Question, values: Record<string, unknown>): Answer {
  const raw = values[question.key]
  const text = textIn(raw)
  switch (question.type) {
    case 'choices': return Array.isArray(raw) ? raw.filter((one) => typeof one === 'string') : text === '' ? [] : [text]
    case 'boolean': return text === 'yes' ? true : text === 'no' ? false : text
    case 'integer': return /^\d{1,15}$/.test(text) ? Number(text) : text
    case 'money': {
      const read = readRupiah(text)
      return read.ok ? read.value : text
    }
    case 'date': {
      const [day, month, year] = ['day', 'month', 'year'].map((part) => textIn(values[`${question.key}-${part}`]))
      return day || month || year ? `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : ''
    }
    default: return text
  }
}

/** What stands in the field: what was just typed, else what is kept. */
function filled(question: Question, kept: Answer | undefined, form: Form): { text: string; list: string[]; part: (name: string) => string } {
  const sent = Object.keys(form.values).length > 0
  const typed = form.values[question.key]
  const keptText = typeof kept === 'boolean' ? (kept ? 'yes' : 'no') : kept === undefined || Array.isArray(kept) ? '' : String(kept)
  const [year = '', month = '', day = ''] = question.type === 'date' ? keptText.split('-') : []
  const keptParts: Record<string, string> = { day, month, year }
  return {
    text: sent ? (typeof typed === 'string' ? typed : '') : keptText,
    list: sent ? (Array.isArray(typed) ? typed : typeof typed === 'string' ? [typed] : []) : Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [],
    part: (name) => (sent ? textIn(form.values[`${question.key}-${name}`]) : keptParts[name] ?? ''),
  }
}

type Props = { question: Question; kept: Answer | undefined; form: Form; lang: Language; heading?: boolean }

/** The field of a question, as the page's heading unless several stand together. */
export function QuestionField({ question, kept, form, lang, heading = true }: Props) {
  const t = wordsOf(lang).question
  const { text, list, part } = filled(question, kept, form)
  const codeHint = question.type === 'village' || question.type === 'kbli' ? t.codeHint[question.type] : undefined
  const field: FieldProps = {
    name: question.key, label: question.label[lang], hint: question.hint?.[lang] ?? codeHint, error: problemOf(form.problems, question.key),
    optional: !question.required, heading,
  }
  const choices = (question.options ?? []).map((one) => ({ value: one.value, label: one.label[lang] }))
  switch (question.type) {
    case 'choice': return choices.length > MOST_RADIOS
      ? <SelectField {...field} choices={choices} value={text} /> : <RadioGroup {...field} choices={choices} value={text} />
    case 'choices': return <CheckboxGroup {...field} choices={choices} values={list} />
    case 'boolean': return question.mustBeTrue
      ? <CheckboxGroup {...field} choices={[{ value: 'yes', label: t.yes }]} values={[text]} />
      : <RadioGroup {...field} choices={[{ value: 'yes', label: t.yes }, { value: 'no', label: t.no }]} value={text} />
    case 'money': return <MoneyField {...field} value={text} />
    case 'integer': return <TextField {...field} value={text} inputMode="numeric" width={8} />
    case 'date': return <DateField {...field} value={{ day: part('day'), month: part('month'), year: part('year') }} />
    case 'village':
    case 'kbli': return <TextField {...field} value={text} width={16} />
    case 'text': return (question.maxLength ?? 500) > ONE_LINE ? <TextArea {...field} value={text} /> : <TextField {...field} value={text} autoComplete="off" />
  }
}
