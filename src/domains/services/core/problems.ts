import type { Problem } from '../../../kernel/result.ts'
import type { Answers } from './answer.ts'
import { type FaultWords, type FoundFault, faultOf, faultsOf, isAsked, missingRequirements, wordFaults } from './answers.ts'
import { factsIn, holds, isCertain } from './condition.ts'
import type { ServiceDefinition, Words } from './definition.ts'
import type { FactName, Facts } from './facts.ts'

/**
 * Something that keeps a request from being sent (`stop`) or asks to look again first (`warn`).
 * `code` is the code of the rule, or the key of the question or the paper: what a sample names in `refusedBy`.
 */
export type FormProblem = {
  code: string
  level: 'stop' | 'warn'
  /** `answers.members.2.name`, `attachments.idCard`, or `eligibility.{code}` for what the applicant himself does not fulfil. */
  field: string
} & ({ fault: FoundFault } | { paper: Words } | { words: Words })

/** Where a check stands: beside the question or the paper it names. */
const fieldOf = (definition: Pick<ServiceDefinition, 'questions'>, key: string): string =>
  definition.questions.some((one) => one.key === key) ? `answers.${key}` : `attachments.${key}`

/**
 * All that is wrong with a request before it is sent: eligibility, answers, papers, and the checks across them. The one function for the
 * page, the API and the proofs of a definition.
 * @param given keys of requirements that have a file
 */
export function problemsOf(definition: ServiceDefinition, answers: Answers, facts: Facts, given: ReadonlySet<string>): FormProblem[] {
  return [
    ...definition.eligibility.filter((rule) => !holds(rule.when, answers, facts))
      .map((rule): FormProblem => ({ code: rule.code, level: 'stop', field: `eligibility.${rule.code}`, words: rule.words })),
    ...faultsOf(definition.questions, answers, { facts, whole: true })
      .map((fault): FormProblem => ({ code: fault.field.split('.')[0] ?? fault.field, level: 'stop', field: `answers.${fault.field}`, fault })),
    ...missingRequirements(definition, given, facts, answers)
      .map((one): FormProblem => ({ code: one.key, level: 'stop', field: `attachments.${one.key}`, paper: one.label })),
    ...definition.checks.filter((rule) => holds(rule.when, answers, facts))
      .map((rule): FormProblem => ({ code: rule.code, level: rule.level, field: fieldOf(definition, rule.field), words: rule.words })),
  ]
}

/** Words for problems: those of the definition where it has some. */
export function wordProblems(
  problems: readonly FormProblem[], words: { faults: FaultWords; requirementMissing: (label: string) => string }, lang: 'id' | 'en',
): Problem[] {
  return problems.flatMap((one) => {
    if ('fault' in one) return wordFaults([one.fault], words.faults, lang).map((said) => ({ ...said, field: one.field }))
    return [{ field: one.field, message: 'paper' in one ? words.requirementMissing(one.paper[lang]) : one.words[lang] }]
  })
}

/** What refuses a request, each named once: as samples name it. Empty: it may be sent, perhaps after a warning. */
export const refusalsOf = (problems: readonly FormProblem[]): string[] =>
  [...new Set(problems.filter((one) => one.level === 'stop').map((one) => one.code))]

/** One thing that must hold of the applicant, as it stands before he fills in anything. */
export type Standing = { code: string; state: 'met' | 'unmet' | 'unknown'; words: Words }

/** What a rule asks, without what to do where it does not hold: the first sentence of its words. */
export const ruleText = (words: string): string => words.replace(/(?<=\p{L}\p{L}\.) .*$/su, '')

/** Eligibility told before the form. What is not known yet is neither: the form may be begun, and it is judged again before sending. */
export function eligibilityOf(definition: Pick<ServiceDefinition, 'eligibility'>, facts: Facts): Standing[] {
  return definition.eligibility.map(({ code, when, words }) => {
    if (holds(when, {}, facts)) return { code, state: 'met', words }
    return { code, state: isCertain(when, {}, facts) === undefined ? 'unknown' : 'unmet', words }
  })
}

/** The facts a definition names anywhere in its form: only these need be read for an applicant. Those of its letter are its own matter. */
export function factsUsed(definition: Pick<ServiceDefinition, 'eligibility' | 'questions' | 'requirements' | 'checks'>): Set<FactName> {
  const { eligibility, questions, requirements, checks } = definition
  const all = [...questions, ...questions.flatMap((one) => one.of ?? []), ...requirements]
  return new Set([
    ...[...eligibility, ...checks].flatMap((rule) => factsIn(rule.when)),
    ...all.flatMap((one) => [
      ...(one.showWhen ? factsIn(one.showWhen) : []), ...('prefill' in one && one.prefill ? [one.prefill] : []),
      ...('metBy' in one && one.metBy ? [one.metBy] : []),
    ]),
  ])
}

/** Numbers that tell who somebody is lie encrypted in the registry and never in the plain answers of a case. */
const NEVER_PREFILLED: ReadonlySet<FactName> = new Set(['owner.nationalId', 'business.npwp'])

/** Answers that are known beforehand, of questions that are asked. What would be wrong as an answer is asked instead. */
export function knownAnswers({ questions }: Pick<ServiceDefinition, 'questions'>, answers: Answers, facts: Facts): Answers {
  const known: Answers = {}
  for (const question of questions) {
    const value = question.prefill && !NEVER_PREFILLED.has(question.prefill) ? facts[question.prefill] : undefined
    const asked = value !== undefined && value !== '' && isAsked(question, { ...answers, ...known }, facts)
    if (asked && faultOf(question, value) === undefined) known[question.key] = value
  }
  return known
}
