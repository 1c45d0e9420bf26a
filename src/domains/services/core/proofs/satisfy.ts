import { Temporal } from 'temporal-polyfill'
import type { Answer, Answers } from '../answer.ts'
import { isAsked } from '../answers.ts'
import { type Condition, type Simple, boundOf, holds, questionsIn, simplesIn } from '../condition.ts'
import type { EntryQuestion, Question } from '../definition.ts'
import { FACTS, type Facts, isCertain, isFact } from '../facts.ts'
import { factsIn, kindOfQuestion } from './condition-proofs.ts'

/** Everything that can be answered and known: what is asked when, and what must be true of everyone who asks. */
export type World = { questions: readonly (Question | EntryQuestion)[]; eligibility: readonly Condition[] }

type Value = Answer | undefined
type Variable = { name: string; fact: boolean; values: readonly Value[]; question?: Question | EntryQuestion }

/** More combinations than this are not tried out: the condition counts as one that can hold. */
const MOST_TRIED = 20_000
const OTHER = 'sesuatu yang lain'

/**
 * A comparison between two answers or facts is not decided: it may hold or not. It becomes a question of its own for the search, the
 * same one wherever the same comparison stands.
 */
function freed(rule: Condition, free: Set<string>): Condition {
  if ('all' in rule) return { all: rule.all.map((one) => freed(one, free)) }
  if ('any' in rule) return { any: rule.any.map((one) => freed(one, free)) }
  if ('not' in rule) return { not: freed(rule.not, free) }
  if (!boundOf(rule)) return rule
  const question = JSON.stringify(rule)
  free.add(question)
  return { question, equals: true }
}

const constantsOf = (rules: readonly Simple[]): unknown[] =>
  rules.flatMap((rule) => [rule.equals, rule.includes, rule.atLeast, rule.atMost, ...rule.oneOf ?? []]).filter((one) => one !== undefined)

const near = (value: number) => [Math.floor(value) - 1, Math.floor(value), Math.ceil(value), Math.ceil(value) + 1]
const nearDay = (iso: string) => [-1, 0, 1].map((days) => Temporal.PlainDate.from(iso).add({ days }).toString())

/** All sets of the options that conditions name, and one more option where there is one. */
function choiceSets(named: string[], options: string[]): Value[] {
  const other = options.find((one) => !named.includes(one))
  const sets = named.slice(0, 6).reduce<string[][]>((all, one) => [...all, ...all.map((set) => [...set, one])], [[]])
  return [...sets.filter((set) => set.length > 0), ...(other === undefined ? [] : [[other]])]
}

/** The values that can make a difference to the comparisons: each constant, what lies beside it, and something else. */
function valuesFor(kind: ReturnType<typeof kindOfQuestion>, constants: unknown[], question?: Question | EntryQuestion): Value[] {
  const texts = constants.filter((one) => typeof one === 'string')
  const options = question?.options?.map(({ value }) => value) ?? []
  if (kind === 'boolean') return question?.mustBeTrue ? [true] : [true, false]
  if (kind === 'number') {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = question ?? { min: Number.MIN_SAFE_INTEGER }
    return [...constants.filter((one) => typeof one === 'number').flatMap(near), min, max].filter((one) => one >= min && one <= max)
  }
  if (kind === 'date') return [...texts.flatMap(nearDay), '2026-01-01']
  if (kind === 'choices') return choiceSets(texts, options)
  if (kind === 'group') return [[{}]]
  return question?.options ? options : [...texts, OTHER]
}

/** The rules that bear on these: with the conditions under which their questions are asked, and what is asked of everyone about their facts. */
function closure(rules: readonly Condition[], { questions, eligibility }: World): { rules: Condition[]; names: Set<string> } {
  const all = [...rules]
  const names = new Set<string>()
  const grow = (rule: Condition) => { for (const name of [...questionsIn(rule), ...factsIn(rule)]) names.add(name) }
  rules.forEach(grow)
  for (const name of names) {
    const asked = questions.find(({ key }) => key === name)?.showWhen
    if (asked) grow(asked)
    for (const rule of eligibility.filter((one) => !all.includes(one) && factsIn(one).some((fact) => fact === name))) {
      all.push(rule)
      grow(rule)
    }
  }
  return { rules: all, names }
}

function variablesOf(names: ReadonlySet<string>, rules: readonly Condition[], world: World): Variable[] {
  const simples = [...rules, ...world.questions.flatMap(({ showWhen }) => (showWhen ? [showWhen] : []))].flatMap(simplesIn)
  return [...names].map((name): Variable => {
    const constants = constantsOf(simples.filter((one) => ('question' in one ? one.question : one.fact) === name))
    if (isFact(name)) return { name, fact: true, values: [...valuesFor(FACTS[name], constants), ...(isCertain(name) ? [] : [undefined])] }
    const question = world.questions.find(({ key }) => key === name)
    return { name, fact: false, values: [...(question ? valuesFor(kindOfQuestion(question), constants, question) : []), undefined], ...(question ? { question } : {}) }
  })
}

/** Could somebody have answered just this? A question that is not asked has no answer, and a required one that is asked has one. */
const isPossible = (variables: readonly Variable[], answers: Answers, facts: Facts): boolean => variables.every(({ name, question }) => {
  if (!question) return true
  const asked = isAsked(question, answers, facts)
  return answers[name] === undefined ? !asked || !question.required : asked
})

/** Calls `found` with each combination until it says yes. @returns undefined when there are too many */
function search(variables: readonly Variable[], found: (answers: Answers, facts: Facts) => boolean): boolean | undefined {
  const combinations = variables.reduce((product, { values }) => product * values.length, 1)
  const tried = Math.min(combinations, MOST_TRIED)
  for (let at = 0; at < tried; at += 1) {
    let rest = at
    const answers: Answers = {}
    const facts: Facts = {}
    for (const { name, fact, values } of variables) {
      const value = values[rest % values.length]
      rest = Math.floor(rest / values.length)
      if (value === undefined) continue
      if (!fact) answers[name] = value
      else if (isFact(name) && typeof value !== 'object') facts[name] = value
    }
    if (found(answers, facts)) return true
  }
  return combinations > MOST_TRIED ? undefined : false
}

/**
 * Can these hold together for anyone? Decided by trying all values that make a difference, of choices, booleans, numbers, dates and texts.
 * Not decided are comparisons of one answer or fact with another, and more combinations than can be tried: both count as possible, so a
 * definition is never refused for what was not proven.
 */
export function canHold(rules: readonly Condition[], world: World): boolean {
  const free = new Set<string>()
  const freeWorld: World = {
    questions: world.questions.map((one) => (one.showWhen ? { ...one, showWhen: freed(one.showWhen, free) } : one)),
    eligibility: world.eligibility.map((one) => freed(one, free)),
  }
  const { rules: all, names } = closure(rules.map((one) => freed(one, free)), freeWorld)
  const variables = variablesOf(names, all, freeWorld).map((one): Variable => (free.has(one.name) ? { ...one, values: [true, false] } : one))
  return search(variables, (answers, facts) => isPossible(variables, answers, facts) && all.every((rule) => holds(rule, answers, facts))) ?? true
}
