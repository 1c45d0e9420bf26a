import type { Problem } from '../../../../kernel/result.ts'
import type { Form } from '../../../../platform/http/page.ts'
import type { Answers, Question } from '../../../services/index.ts'
import { isAsked } from '../../../services/index.ts'
import { type StepInput, VERDICTS } from '../../commands/step-input.ts'
import { readAnswer } from '../applicant/question-field.tsx'
import { stepWords } from '../../step-messages.id.ts'
import { typed } from './case-form.ts'

/** Steps that have a page of their own. */
export type PagedStep = keyof typeof stepWords.page
export const PAGED_STEPS = Object.keys(stepWords.page) as PagedStep[]

export const stepPath = (applicationId: string, step: PagedStep): string => `/petugas/permohonan/${applicationId}/${stepWords.page[step].path}`

/** Answers to several questions on one page; a question that these answers do not ask has none. */
function answersIn(questions: readonly Question[], values: Form['values']): Answers {
  const all: Answers = Object.fromEntries(questions.map((question) => [question.key, readAnswer(question, values)]))
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== '' && questions.some((one) => one.key === key && isAsked(one, all))))
}

/** A number of degrees as phones and maps write it; undefined when nothing was typed, a problem when it is none. */
function degrees(values: Form['values'], name: string): { value?: number; problems: Problem[] } {
  const text = typed(values, name).replace(',', '.')
  if (text === '') return { problems: [] }
  return /^-?\d{1,3}(\.\d{1,10})?$/.test(text) ? { value: Number(text), problems: [] } : { problems: [{ field: name, message: stepWords.survey.numberWrong }] }
}

function dayIn(values: Form['values'], name: string): string | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => typed(values, `${name}-${part}`))
  return day || month || year ? `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : undefined
}

/** What the form of a step says. Names of the program's own fields bear a stroke, since keys of questions never do. */
export function readPagedStep(step: PagedStep, values: Form['values'], questions: readonly Question[]): { input: StepInput } | { problems: Problem[] } {
  const version = Number(typed(values, 'seen-version')) || undefined
  const base = { step, version }
  if (step === 'survey') return { input: { ...base, surveyorId: typed(values, 'who-goes') || undefined } }
  if (step === 'consult') return { input: base }
  if (step === 'follow') return { input: { ...base, place: typed(values, 'to-place'), reference: typed(values, 'to-reference') } }
  if (step === 'advise') {
    return {
      input: {
        ...base, verdict: VERDICTS.find((one) => one === typed(values, 'the-verdict')), advice: typed(values, 'the-advice'), answeredBy: typed(values, 'answered-by'),
        position: typed(values, 'the-position'),
      },
    }
  }
  const answers = answersIn(questions, values)
  if (step === 'complete') return { input: { ...base, answers } }
  const [latitude, longitude] = [degrees(values, 'at-latitude'), degrees(values, 'at-longitude')]
  const problems = [...latitude.problems, ...longitude.problems]
  if (problems.length > 0) return { problems }
  return { input: { ...base, answers, visitedOn: dayIn(values, 'visited-on'), latitude: latitude.value, longitude: longitude.value } }
}

const ON_PAGE: Record<string, string> = {
  surveyorId: 'who-goes', visitedOn: 'visited-on', latitude: 'at-latitude', longitude: 'at-longitude', photos: 'a-photo', verdict: 'the-verdict', advice: 'the-advice',
  answeredBy: 'answered-by', position: 'the-position', file: 'a-file', place: 'to-place', reference: 'to-reference',
}

/** A problem of a step at the field of its page. */
export const onStepPage = ({ field, message }: Problem): Problem => ({ field: ON_PAGE[field] ?? field.replace(/^answers\./, ''), message })
