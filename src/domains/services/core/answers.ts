import { z } from 'zod'
import type { Problem } from '../../../kernel/result.ts'
import type { Answer, Answers } from './answer.ts'
import { holds } from './condition.ts'
import type { Question, Requirement, ServiceDefinition } from './definition.ts'
import type { Facts } from './facts.ts'

/** What is wrong with one answer; the screen words it. */
export type AnswerFault = 'missing' | 'not-a-choice' | 'too-long' | 'not-a-number' | 'not-a-date' | 'must-be-true' | 'wrong-type' | 'unknown-question'

/** Words a fault; each domain gives its own language. */
export type FaultWords = Record<AnswerFault, (question: { label: string; maxLength: number }) => string>

const MAX_TEXT = 500

/** Is the question asked, or the paper, given the answers and what is known? A question that is not asked has no answer. */
export function isAsked(asked: Pick<Question, 'showWhen'>, answers: Answers, facts: Facts = {}): boolean {
  return asked.showWhen === undefined || holds(asked.showWhen, answers, facts)
}

const isEmpty = (answer: Answer | undefined) => answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)

function choiceFault(question: Question, values: unknown[]): AnswerFault | undefined {
  const known = new Set<unknown>(question.options?.map((option) => option.value))
  return values.every((value) => known.has(value)) ? undefined : 'not-a-choice'
}

const TEXT_FORMS: Partial<Record<Question['type'], RegExp>> = { village: /^\d\d\.\d\d\.\d\d\.\d{4}$/, kbli: /^\d{5}$/ }

function faultOfText(question: Question, answer: string): AnswerFault | undefined {
  if (answer.length > (question.maxLength ?? MAX_TEXT)) return 'too-long'
  // Neither can be stored as JSON in PostgreSQL; both come from broken programs, not from people.
  if (answer.includes('\0') || !answer.isWellFormed()) return 'wrong-type'
  if (question.type === 'choice') return choiceFault(question, [answer])
  if (question.type === 'date') return z.iso.date().safeParse(answer).success ? undefined : 'not-a-date'
  const form = TEXT_FORMS[question.type]
  return form && !form.test(answer) ? 'wrong-type' : undefined
}

/** What is wrong with an answer that is there, or undefined. */
export function faultOf(question: Question, answer: Answer): AnswerFault | undefined {
  switch (question.type) {
    case 'boolean':
      if (typeof answer !== 'boolean') return 'wrong-type'
      return question.mustBeTrue && !answer ? 'must-be-true' : undefined
    case 'integer':
    case 'money':
      return typeof answer === 'number' && Number.isSafeInteger(answer) && answer >= 0 ? undefined : 'not-a-number'
    case 'choices':
      return Array.isArray(answer) ? choiceFault(question, answer) : 'wrong-type'
    default:
      return typeof answer === 'string' ? faultOfText(question, answer) : 'wrong-type'
  }
}

/**
 * Checks answers against the questions of a definition.
 * @param whole false for a draft: only what is there is checked
 */
export function checkAnswers(questions: readonly Question[], answers: Answers, whole: boolean, words: FaultWords, lang: 'id' | 'en' = 'id'): Problem[] {
  const problem = (question: Question, fault: AnswerFault): Problem => ({
    field: question.key, message: words[fault]({ label: question.label[lang], maxLength: question.maxLength ?? MAX_TEXT }),
  })
  const unknown = Object.keys(answers).filter((key) => !questions.some((question) => question.key === key))
  const strange = unknown.map((key): Problem => ({ field: key, message: words['unknown-question']({ label: key, maxLength: 0 }) }))
  const asked = questions.filter((question) => isAsked(question, answers))
  const found = asked.flatMap((question) => {
    const answer = answers[question.key]
    if (answer === undefined || isEmpty(answer)) return whole && question.required ? [problem(question, 'missing')] : []
    const fault = faultOf(question, answer)
    return fault ? [problem(question, fault)] : []
  })
  return [...strange, ...found]
}

/** Answers to questions that are asked; what became unasked is dropped. */
export function relevantAnswers(questions: readonly Question[], answers: Answers): Answers {
  return Object.fromEntries(questions.filter((question) => isAsked(question, answers))
    .flatMap((question) => {
      const answer = answers[question.key]
      return answer === undefined || isEmpty(answer) ? [] : [[question.key, answer]]
    }))
}

/**
 * Requirements still without a file. Of those with the same `oneOf` one is enough; what the record already holds is not asked for.
 * @param given keys of requirements that have a file
 * @param held what the business record holds, such as `business.nib`
 */
export function missingRequirements(definition: Pick<ServiceDefinition, 'requirements'>, given: ReadonlySet<string>, held: ReadonlySet<string>): Requirement[] {
  const met = (one: Requirement) => given.has(one.key) || (one.metBy !== undefined && held.has(one.metBy))
  return definition.requirements.filter((one) => {
    if (!one.required || met(one)) return false
    return one.oneOf === undefined || !definition.requirements.some((other) => other.oneOf === one.oneOf && met(other))
  })
}
