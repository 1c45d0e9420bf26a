import { flawsId as t } from '../../messages-flaws.id.ts'
import { checkAnswers } from '../answers.ts'
import type { Answers } from '../answer.ts'
import { holds, questionsIn } from '../condition.ts'
import type { EntryQuestion, Question, ServiceDefinition } from '../definition.ts'
import { FACTS } from '../facts.ts'
import type { Flaw } from '../flaw.ts'
import { factFlaws, kindOfQuestion, proveCondition } from './condition-proofs.ts'
import { type World, canHold } from './satisfy.ts'

type Asked = Question | EntryQuestion
const isGroup = (question: Asked): question is Question => question.type === 'group'

/** Names that must differ among each other. */
export function twice(names: readonly string[], place: (name: string) => string): Flaw[] {
  const found = new Set(names.filter((name, at) => names.indexOf(name) !== at))
  return [...found].map((name) => ({ place: place(name), message: t.nameTwice(name) }))
}

const wordsFor: Record<string, (question: Asked) => boolean> = {
  options: ({ type }) => type === 'choice' || type === 'choices',
  maxLength: ({ type }) => type === 'text',
  min: (question) => kindOfQuestion(question) === 'number',
  max: (question) => kindOfQuestion(question) === 'number',
  unit: (question) => kindOfQuestion(question) === 'number',
  mustBeTrue: ({ type }) => type === 'boolean',
  of: isGroup, least: isGroup, most: isGroup,
}

/** Parts that belong to other types of questions, and parts its own type needs. */
function parts(question: Asked, place: string): Flaw[] {
  const strange = Object.entries(wordsFor).filter(([part, fits]) => part in question && !fits(question)).map(([part]) => part)
  const few = wordsFor['options']?.(question) && (question.options?.length ?? 0) < 2
  const bounds = question.min !== undefined && question.max !== undefined && question.min > question.max
  const group = isGroup(question) ? question : undefined
  return [
    ...strange.map((part) => ({ place: `${place}.${part}`, message: t.partOfOtherType(part, question.type) })),
    ...(few ? [{ place: `${place}.options`, message: t.twoOptions }] : []),
    ...twice(question.options?.map(({ value }) => value) ?? [], (value) => `${place}.options.${value}`),
    ...(bounds ? [{ place: `${place}.min`, message: t.boundsCrossed }] : []),
    ...(group && (group.of?.length ?? 0) === 0 ? [{ place: `${place}.of`, message: t.groupEmpty }] : []),
    ...(group && group.least !== undefined && group.most !== undefined && group.least > group.most ? [{ place: `${place}.least`, message: t.boundsCrossed }] : []),
    ...(group?.required && group.least === 0 ? [{ place: `${place}.least`, message: t.requiredNone }] : []),
  ]
}

function prefill(question: Asked, subject: ServiceDefinition['subject'], place: string): Flaw[] {
  if (question.prefill === undefined) return []
  const foreign = factFlaws(question.prefill, subject, `${place}.prefill`)
  const kind = kindOfQuestion(question)
  return foreign.length > 0 || FACTS[question.prefill] === kind ? foreign : [{ place: `${place}.prefill`, message: t.prefillDiffers(question.prefill, kind) }]
}

/** The sentences of a fault are not needed here: the flaw names the answer and what to write. */
const SILENT = {
  missing: () => t.exampleMissing, 'not-a-choice': () => t.exampleNotChoice, 'too-long': () => t.exampleTooLong, 'not-a-number': () => t.exampleWrong,
  'not-a-date': () => t.exampleNotDate, 'must-be-true': () => t.exampleTrue, 'wrong-type': () => t.exampleWrong, 'unknown-question': () => t.exampleUnknown,
  'too-small': () => t.exampleBounds, 'too-large': () => t.exampleBounds, 'too-few': () => t.exampleEntries, 'too-many': () => t.exampleEntries,
}

function example(question: Asked & { example: Answers[string] }, place: string): Flaw[] {
  const { showWhen: _, ...always } = question
  return checkAnswers([always], { [question.key]: question.example }, true, SILENT).map(({ message }) => ({ place: `${place}.example`, message }))
}

type List = { questions: readonly (Asked & { example: Answers[string] })[]; place: string; subject: ServiceDefinition['subject']; world: World }

/** One list of questions: of the form, of a survey, of an outcome, or of an entry of a group. */
function proveList({ questions, place, subject, world }: List): Flaw[] {
  return questions.flatMap((question, at) => {
    const here = `${place}.${question.key}`
    const { showWhen } = question
    const scope = { questions: questions.slice(0, at), later: questions.slice(at), subject }
    const wrong = showWhen ? proveCondition(showWhen, scope, `${here}.showWhen`) : []
    const never = showWhen && wrong.length === 0 && !canHold([showWhen], world)
    return [
      ...parts(question, here), ...prefill(question, subject, here), ...example(question, here), ...wrong,
      ...(never ? [{ place: `${here}.showWhen`, message: t.neverAsked }] : []),
      ...(isGroup(question) ? proveEntries(question, here, { questions, place, subject, world }) : []),
    ]
  })
}

function proveEntries({ of = [] }: Question, place: string, { subject, world }: List): Flaw[] {
  return [
    ...twice(of.map(({ key }) => key), (key) => `${place}.of.${key}`),
    ...proveList({ questions: of, place: `${place}.of`, subject, world: { questions: of, eligibility: world.eligibility } }),
  ]
}

/** What the API calls required: asked of everyone. */
export const alwaysRequired = ({ required, showWhen }: Pick<Question, 'required' | 'showWhen'>): boolean => required && showWhen === undefined

/** The examples of the required questions together are a valid set of answers, which no check stops. Source: contract, section 5 */
function examplesTogether({ questions, checks }: ServiceDefinition): Flaw[] {
  const answers: Answers = Object.fromEntries(questions.filter(alwaysRequired).map((one) => [one.key, one.example]))
  const faults = checkAnswers(questions, answers, true, SILENT)
  return [
    ...faults.filter(({ field }) => !field.includes('.') && !(field in answers)).map(({ field }) => ({ place: `questions.${field}`, message: t.examplesAskMore(field) })),
    ...checks.filter(({ level, when }) => level === 'stop' && holds(when, answers, {})).map(({ code }) => ({ place: `checks.${code}.when`, message: t.examplesStopped })),
  ]
}

function requirements({ requirements: papers, questions, subject }: ServiceDefinition, world: World): Flaw[] {
  const groups = Map.groupBy(papers.filter(({ oneOf }) => oneOf !== undefined), ({ oneOf }) => oneOf)
  return [
    ...papers.flatMap(({ key, showWhen, metBy }): Flaw[] => {
      const place = `requirements.${key}`
      const wrong = showWhen ? proveCondition(showWhen, { questions, subject }, `${place}.showWhen`) : []
      const never = showWhen && wrong.length === 0 && !canHold([showWhen], world)
      return [...wrong, ...(never ? [{ place: `${place}.showWhen`, message: t.neverNeeded }] : []), ...(metBy ? factFlaws(metBy, subject, `${place}.metBy`) : [])]
    }),
    ...[...groups.values()].filter((group) => group.length < 2).map(([only]) => ({ place: `requirements.${only?.key}.oneOf`, message: t.oneOfAlone(only?.oneOf ?? '') })),
  ]
}

function rules({ eligibility, checks, questions, requirements: papers, subject }: ServiceDefinition, world: World): Flaw[] {
  const asked = eligibility.filter(({ when }) => questionsIn(when).length > 0)
  const wrong = eligibility.filter((one) => !asked.includes(one)).flatMap(({ code, when }) => proveCondition(when, { questions: [], subject }, `eligibility.${code}.when`))
  const nobody = eligibility.length > 0 && asked.length === 0 && wrong.length === 0 && !canHold(world.eligibility, { questions: [], eligibility: [] })
  const fields = new Set([...questions, ...papers].map(({ key }) => key))
  return [
    ...asked.map(({ code }) => ({ place: `eligibility.${code}.when`, message: t.eligibilityAsks })), ...wrong,
    ...(nobody ? [{ place: 'eligibility', message: t.nobodyEligible }] : []),
    ...checks.flatMap(({ code, when, field }): Flaw[] => {
      const found = proveCondition(when, { questions, subject }, `checks.${code}.when`)
      const never = found.length === 0 && !canHold([when], world)
      return [
        ...found, ...(never ? [{ place: `checks.${code}.when`, message: t.checkNever }] : []),
        ...(fields.has(field) ? [] : [{ place: `checks.${code}.field`, message: t.noField(field) }]),
      ]
    }),
  ]
}

function outcomes({ outcome, subject }: ServiceDefinition): Flaw[] {
  return outcome.flatMap((question): Flaw[] => {
    const place = `outcome.${question.key}.writes`
    if (question.writes === undefined) return []
    const foreign = factFlaws(question.writes, subject, place)
    const kind = kindOfQuestion(question)
    return foreign.length > 0 || FACTS[question.writes] === kind ? foreign : [{ place, message: t.prefillDiffers(question.writes, kind) }]
  })
}

export const worldOf = ({ questions, eligibility }: ServiceDefinition): World => ({ questions, eligibility: eligibility.map(({ when }) => when) })

/** What is asked, of whom, and what is wrong together. */
export function proveQuestions(definition: ServiceDefinition): Flaw[] {
  const { questions, requirements: papers, survey, outcome, subject, eligibility, checks, reasons, samples } = definition
  const world = worldOf(definition)
  const list = (name: string, asked: readonly Question[]) => proveList({ questions: asked, place: name, subject, world: { ...world, questions: asked } })
  return [
    ...twice([...questions, ...papers].map(({ key }) => key), (key) => `${questions.some((one) => one.key === key) ? 'questions' : 'requirements'}.${key}`),
    ...twice(survey.map(({ key }) => key), (key) => `survey.${key}`), ...twice(outcome.map(({ key }) => key), (key) => `outcome.${key}`),
    ...twice([...eligibility, ...checks].map(({ code }) => code), (code) => `${eligibility.some((one) => one.code === code) ? 'eligibility' : 'checks'}.${code}`),
    ...twice(reasons.return.map(({ code }) => code), (code) => `reasons.return.${code}`),
    ...twice(reasons.reject.map(({ code }) => code), (code) => `reasons.reject.${code}`), ...twice(samples.map(({ name }) => name), (name) => `samples.${name}`),
    ...list('questions', questions), ...list('survey', survey), ...list('outcome', outcome), ...outcomes(definition), ...examplesTogether(definition),
    ...requirements(definition, world), ...rules(definition, world),
  ]
}
