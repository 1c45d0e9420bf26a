import { z } from 'zod'
import type { Problem } from '../../../kernel/result.ts'
import type { Answer, Answers, Entry } from './answer.ts'
import { holds } from './condition.ts'
import type { Question, Requirement, ServiceDefinition, Words } from './definition.ts'
import type { Facts } from './facts.ts'

/** What is wrong with one answer; the screen words it. */
export type AnswerFault =
  | 'missing' | 'not-a-choice' | 'too-long' | 'not-a-number' | 'not-a-date' | 'must-be-true' | 'wrong-type' | 'unknown-question'
  | 'too-small' | 'too-large' | 'too-few' | 'too-many'

/** Words a fault; each domain gives its own language. `limit` is the bound that was passed, in the unit of the question. */
export type FaultWords = Record<AnswerFault, (question: { label: string; maxLength: number; limit: number }) => string>

/** A fault and where it is: `members.2.name` is the name in the third entry of the group `members`. */
export type FoundFault = { field: string; fault: AnswerFault; label: Words; maxLength: number; limit: number }

/** A question of the form or of an entry in a group. */
export type Field = Omit<Question, 'of' | 'least' | 'most' | 'example'>

const MAX_TEXT = 500

/** Is the question asked, or the paper, given the answers and what is known? A question that is not asked has no answer. */
export function isAsked(asked: Pick<Question, 'showWhen'>, answers: Answers, facts: Facts = {}): boolean {
  return asked.showWhen === undefined || holds(asked.showWhen, answers, facts)
}

const isEmpty = (answer: Answer | undefined) => answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)

function choiceFault(question: Field, values: unknown[]): AnswerFault | undefined {
  const known = new Set<unknown>(question.options?.map((option) => option.value))
  return values.every((value) => known.has(value)) ? undefined : 'not-a-choice'
}

const TEXT_FORMS: Partial<Record<Question['type'], RegExp>> = { village: /^\d\d\.\d\d\.\d\d\.\d{4}$/, kbli: /^\d{5}$/ }

function faultOfText(question: Field, answer: string): AnswerFault | undefined {
  if (answer.length > (question.maxLength ?? MAX_TEXT)) return 'too-long'
  // Neither can be stored as JSON in PostgreSQL; both come from broken programs, not from people.
  if (answer.includes('\0') || !answer.isWellFormed()) return 'wrong-type'
  if (question.type === 'choice') return choiceFault(question, [answer])
  if (question.type === 'date') return z.iso.date().safeParse(answer).success ? undefined : 'not-a-date'
  const form = TEXT_FORMS[question.type]
  return form && !form.test(answer) ? 'wrong-type' : undefined
}

function faultOfNumber({ min, max }: Field, answer: Answer): AnswerFault | undefined {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return 'not-a-number'
  if (answer < (min ?? 0)) return min === undefined ? 'not-a-number' : 'too-small'
  return max !== undefined && answer > max ? 'too-large' : undefined
}

/** What is wrong with an answer that is there, or undefined. A group is looked at entry by entry: see {@link faultsOf}. */
export function faultOf(question: Field, answer: Answer): AnswerFault | undefined {
  switch (question.type) {
    case 'boolean':
      if (typeof answer !== 'boolean') return 'wrong-type'
      return question.mustBeTrue && !answer ? 'must-be-true' : undefined
    case 'integer':
    case 'money':
      return faultOfNumber(question, answer)
    case 'choices':
      return Array.isArray(answer) ? choiceFault(question, answer) : 'wrong-type'
    case 'group':
      return isEntries(answer) ? undefined : 'wrong-type'
    default:
      return typeof answer === 'string' ? faultOfText(question, answer) : 'wrong-type'
  }
}

/** Are these the entries of a group? An empty list is one too. */
export const isEntries = (answer: Answer | undefined): answer is Entry[] =>
  Array.isArray(answer) && answer.every((one) => typeof one === 'object' && !Array.isArray(one))

const found = (field: string, question: Field, fault: AnswerFault, limit?: number): FoundFault => {
  const bound = fault === 'too-large' ? question.max : question.min
  return { field, fault, label: question.label, maxLength: question.maxLength ?? MAX_TEXT, limit: limit ?? bound ?? 0 }
}

const unknown = (field: string, key: string): FoundFault =>
  ({ field, fault: 'unknown-question', label: { id: key, en: key }, maxLength: 0, limit: 0 })

/** What the answers are judged by: what is known besides them, and whether all that is required must be there. */
export type Judging = { facts: Facts; whole: boolean }

/** Faults of one entry of a group, by the keys of its own questions. `around`: the answers outside it. */
export function faultsOfEntry({ of = [] }: Pick<Question, 'of'>, entry: Entry, around: Answers, judging: Judging): FoundFault[] {
  const strange = Object.keys(entry).filter((key) => !of.some((one) => one.key === key))
  return [...strange.map((key) => unknown(key, key)), ...faultsOfFields(of, entry, { ...around, ...entry }, judging)]
}

function faultsOfGroup(question: Question, entries: Entry[], answers: Answers, { facts, whole }: Judging): FoundFault[] {
  const { least = 0, most } = question
  if (most !== undefined && entries.length > most) return [found(question.key, question, 'too-many', most)]
  const inside = entries.flatMap((entry, at) =>
    faultsOfEntry(question, entry, answers, { facts, whole }).map((one) => ({ ...one, field: `${question.key}.${at}.${one.field}` })))
  return whole && entries.length < least ? [found(question.key, question, 'too-few', least), ...inside] : inside
}

/** @param around the answers that conditions look at; for an entry its own and those outside */
function faultsOfFields(questions: readonly (Field & Partial<Question>)[], answers: Answers, around: Answers, judging: Judging): FoundFault[] {
  return questions.filter((question) => isAsked(question, around, judging.facts)).flatMap((question) => {
    const answer = answers[question.key]
    if (answer === undefined || isEmpty(answer)) return judging.whole && question.required ? [found(question.key, question, 'missing')] : []
    const fault = faultOf(question, answer)
    if (fault) return [found(question.key, question, fault)]
    return isGroup(question) && isEntries(answer) ? faultsOfGroup(question, answer, around, judging) : []
  })
}

const isGroup = (question: Field & Partial<Question>): question is Question => question.type === 'group'

/** All faults of the answers, in the order of the questions; entries of groups question by question. */
export function faultsOf(questions: readonly Question[], answers: Answers, judging: Judging): FoundFault[] {
  const strange = Object.keys(answers).filter((key) => !questions.some((question) => question.key === key))
  return [...strange.map((key) => unknown(key, key)), ...faultsOfFields(questions, answers, answers, judging)]
}

/** Faults of one answer by itself, whether or not its question is asked. */
export const faultsOfAnswer = (question: Question, answer: Answer, facts: Facts): FoundFault[] =>
  faultsOf([{ ...question, showWhen: undefined }], { [question.key]: answer }, { facts, whole: true })

/** Words the faults. Of an entry it says which one, since the line may stand far from it. */
export const wordFaults = (faults: readonly FoundFault[], words: FaultWords, lang: 'id' | 'en'): Problem[] =>
  faults.map(({ field, fault, label, ...limits }) => ({ field, message: words[fault]({ label: label[lang], ...limits }) }))

/**
 * Checks answers against the questions of a definition.
 * @param whole false for a draft: only what is there is checked
 */
export function checkAnswers(
  questions: readonly Question[], answers: Answers, whole: boolean, words: FaultWords, lang: 'id' | 'en' = 'id', facts: Facts = {},
): Problem[] {
  return wordFaults(faultsOf(questions, answers, { facts, whole }), words, lang)
}

function relevantEntry(question: Question, entry: Entry, answers: Answers, facts: Facts): Entry {
  const asked = question.of?.filter((one) => isAsked(one, { ...answers, ...entry }, facts)) ?? []
  return Object.fromEntries(asked.flatMap(({ key }) => {
    const answer = entry[key]
    return answer === undefined || isEmpty(answer) ? [] : [[key, answer]]
  }))
}

/** Answers to questions that are asked; what became unasked is dropped, also inside the entries of a group. */
export function relevantAnswers(questions: readonly Question[], answers: Answers, facts: Facts = {}): Answers {
  return Object.fromEntries(questions.filter((question) => isAsked(question, answers, facts)).flatMap((question): [string, Answer][] => {
    const answer = answers[question.key]
    if (answer === undefined || isEmpty(answer)) return []
    if (question.type !== 'group' || !isEntries(answer)) return [[question.key, answer]]
    return [[question.key, answer.map((entry) => relevantEntry(question, entry, answers, facts))]]
  }))
}

/** Whether a fact is there in a sense that a paper can be spared by it: "no" is not a paper. */
const isHeld = (value: Facts[keyof Facts]) => value !== undefined && value !== '' && value !== false

/** Is the paper met without a file, because the record already holds what it would show? */
export const isMetBy = ({ metBy }: Pick<Requirement, 'metBy'>, facts: Facts): boolean => metBy !== undefined && isHeld(facts[metBy])

/**
 * Requirements still without a file. Of those with the same `oneOf` one is enough; what the record already holds is not asked for, nor is a
 * paper whose condition does not hold.
 * @param given keys of requirements that have a file
 */
export function missingRequirements(
  definition: Pick<ServiceDefinition, 'requirements'>, given: ReadonlySet<string>, facts: Facts, answers: Answers = {},
): Requirement[] {
  const asked = definition.requirements.filter((one) => isAsked(one, answers, facts))
  const met = (one: Requirement) => given.has(one.key) || isMetBy(one, facts)
  return asked.filter((one) => {
    if (!one.required || met(one)) return false
    return one.oneOf === undefined || !asked.some((other) => other.oneOf === one.oneOf && met(other))
  })
}
