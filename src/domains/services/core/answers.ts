import { z } from 'zod'
import type { Problem } from '../../../kernel/result.ts'
import type { Answer, Answers, Entry } from './answer.ts'
import { holds } from './condition.ts'
import type { EntryQuestion, Question, Requirement, ServiceDefinition } from './definition.ts'
import type { Facts } from './facts.ts'

/** What is wrong with one answer; the screen words it. `out-of-bounds` is a number, `entries` the number of entries of a group. */
export type AnswerFault =
  | 'missing' | 'not-a-choice' | 'too-long' | 'not-a-number' | 'not-a-date' | 'must-be-true' | 'wrong-type' | 'unknown-question' | 'out-of-bounds' | 'entries'

/** What a sentence about a fault may name. `least` and `most` bound a number or the entries of a group. */
export type FaultAbout = { label: string; maxLength: number; least: number | undefined; most: number | undefined }
/** Words a fault; each domain gives its own language. */
export type FaultWords = Record<AnswerFault, (about: FaultAbout) => string>

const MAX_TEXT = 500

/** Is the question asked, or the paper, given the answers and what is known? A question that is not asked has no answer. */
export function isAsked(asked: Pick<Question, 'showWhen'>, answers: Answers, facts: Facts = {}): boolean {
  return asked.showWhen === undefined || holds(asked.showWhen, answers, facts)
}

const isEmpty = (answer: Answer | undefined) => answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)

function choiceFault(question: EntryQuestion, values: unknown[]): AnswerFault | undefined {
  const known = new Set<unknown>(question.options?.map((option) => option.value))
  return values.every((value) => known.has(value)) ? undefined : 'not-a-choice'
}

const TEXT_FORMS: Partial<Record<Question['type'], RegExp>> = { village: /^\d\d\.\d\d\.\d\d\.\d{4}$/, kbli: /^\d{5}$/ }

function faultOfText(question: EntryQuestion, answer: string): AnswerFault | undefined {
  if (answer.length > (question.maxLength ?? MAX_TEXT)) return 'too-long'
  // Neither can be stored as JSON in PostgreSQL; both come from broken programs, not from people.
  if (answer.includes('\0') || !answer.isWellFormed()) return 'wrong-type'
  if (question.type === 'choice') return choiceFault(question, [answer])
  if (question.type === 'date') return z.iso.date().safeParse(answer).success ? undefined : 'not-a-date'
  const form = TEXT_FORMS[question.type]
  return form && !form.test(answer) ? 'wrong-type' : undefined
}

function faultOfNumber({ min, max }: EntryQuestion, answer: Answer): AnswerFault | undefined {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer) || answer < 0) return 'not-a-number'
  return (min !== undefined && answer < min) || (max !== undefined && answer > max) ? 'out-of-bounds' : undefined
}

/** What is wrong with a plain answer that is there, or undefined. */
function faultOf(question: EntryQuestion, answer: Answer): AnswerFault | undefined {
  switch (question.type) {
    case 'boolean':
      if (typeof answer !== 'boolean') return 'wrong-type'
      return question.mustBeTrue && !answer ? 'must-be-true' : undefined
    case 'integer':
    case 'money':
      return faultOfNumber(question, answer)
    case 'choices':
      return Array.isArray(answer) ? choiceFault(question, answer) : 'wrong-type'
    default:
      return typeof answer === 'string' ? faultOfText(question, answer) : 'wrong-type'
  }
}

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)
const entriesOf = (answer: Answer): Entry[] | undefined => (Array.isArray(answer) && answer.every(isEntry) ? answer : undefined)

type Fault = { field: string; fault: AnswerFault; about: FaultAbout }
type Given = { answers: Answers; facts: Facts; whole: boolean; lang: 'id' | 'en' }

const aboutOf = (question: Question | EntryQuestion, lang: 'id' | 'en'): FaultAbout => ({
  label: question.label[lang], maxLength: question.maxLength ?? MAX_TEXT,
  least: 'least' in question ? question.least ?? question.min : question.min, most: 'most' in question ? question.most ?? question.max : question.max,
})

function faultsOfGroup(question: Question, answer: Answer, given: Given): Fault[] {
  const entries = entriesOf(answer)
  const own = (fault: AnswerFault): Fault[] => [{ field: question.key, fault, about: aboutOf(question, given.lang) }]
  if (!entries) return own('wrong-type')
  const few = given.whole && entries.length < (question.least ?? 0)
  const many = question.most !== undefined && entries.length > question.most
  const inside = entries.flatMap((entry, at) => faultsIn(question.of ?? [], { ...given, answers: entry })
    .map((one) => ({ ...one, field: `${question.key}.${at}.${one.field}` })))
  return [...(few || many ? own('entries') : []), ...inside]
}

const isGroup = (question: Question | EntryQuestion): question is Question => question.type === 'group'

function faultsIn(questions: readonly (Question | EntryQuestion)[], given: Given): Fault[] {
  const { answers, facts, whole, lang } = given
  const unknown = Object.keys(answers).filter((key) => !questions.some((question) => question.key === key))
  const strange = unknown.map((key): Fault => ({ field: key, fault: 'unknown-question', about: { label: key, maxLength: 0, least: undefined, most: undefined } }))
  const asked = questions.filter((question) => isAsked(question, answers, facts))
  const found = asked.flatMap((question): Fault[] => {
    const answer = answers[question.key]
    if (answer === undefined || isEmpty(answer)) return whole && question.required ? [{ field: question.key, fault: 'missing', about: aboutOf(question, lang) }] : []
    if (isGroup(question)) return faultsOfGroup(question, answer, given)
    const fault = faultOf(question, answer)
    return fault ? [{ field: question.key, fault, about: aboutOf(question, lang) }] : []
  })
  return [...strange, ...found]
}

/**
 * Checks answers against the questions of a definition.
 * @param whole false for a draft: only what is there is checked
 * @returns `field` is the key of the question; inside a group `founders.0.name`
 */
export function checkAnswers(
  questions: readonly Question[], answers: Answers, whole: boolean, words: FaultWords, lang: 'id' | 'en' = 'id', facts: Facts = {},
): Problem[] {
  return faultsIn(questions, { answers, facts, whole, lang }).map(({ field, fault, about }) => ({ field, message: words[fault](about) }))
}

const isPlain = (answer: Answer): answer is Entry[string] => !Array.isArray(answer) || answer.every((one) => typeof one === 'string')

/** What of an entry is asked, given its other answers. */
function relevantEntry(questions: readonly EntryQuestion[], entry: Entry, facts: Facts): Entry {
  return Object.fromEntries(questions.filter((question) => isAsked(question, entry, facts)).flatMap((question) => {
    const answer = entry[question.key]
    return answer === undefined || isEmpty(answer) || !isPlain(answer) ? [] : [[question.key, answer]]
  }))
}

/** Answers to questions that are asked; what became unasked is dropped. */
export function relevantAnswers(questions: readonly Question[], answers: Answers, facts: Facts = {}): Answers {
  return Object.fromEntries(questions.filter((question) => isAsked(question, answers, facts))
    .flatMap((question) => {
      const answer = answers[question.key]
      if (answer === undefined || isEmpty(answer)) return []
      const entries = question.type === 'group' ? entriesOf(answer) : undefined
      return [[question.key, entries ? entries.map((entry) => relevantEntry(question.of ?? [], entry, facts)) : answer]]
    }))
}

/**
 * Requirements still without a file. Of those with the same `oneOf` one is enough; what the record already holds is not asked for.
 * @param given keys of requirements that have a file
 * @param held what the business record holds, such as `business.nib`
 * @param known what decides which papers are asked for at all
 */
export function missingRequirements(
  definition: Pick<ServiceDefinition, 'requirements'>, given: ReadonlySet<string>, held: ReadonlySet<string>, known: { answers?: Answers; facts?: Facts } = {},
): Requirement[] {
  const met = (one: Requirement) => given.has(one.key) || (one.metBy !== undefined && held.has(one.metBy))
  const asked = definition.requirements.filter((one) => isAsked(one, known.answers ?? {}, known.facts))
  return asked.filter((one) => {
    if (!one.required || met(one)) return false
    return one.oneOf === undefined || !asked.some((other) => other.oneOf === one.oneOf && met(other))
  })
}
