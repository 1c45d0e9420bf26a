import { z } from 'zod'
import type { Answer, Answers } from './answer.ts'
import { FACT_NAMES, type FactName, type Facts } from './facts.ts'

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)
const literal = z.union([z.string(), z.boolean(), z.number()])

const asked = z.strictObject({ question: key, times: z.number().positive().optional() })
const known = z.strictObject({ fact: z.enum(FACT_NAMES), times: z.number().positive().optional() })
/** A bound: a number, an ISO date, or another answer or fact, multiplied where it is a number. */
const bound = z.union([z.number(), z.iso.date(), asked, known])

const comparisons = {
  equals: literal.optional(),
  oneOf: z.array(literal).min(1).optional(),
  /** Of several choices this one is among them. */
  includes: z.string().optional(),
  atLeast: bound.optional(),
  atMost: bound.optional(),
  /** Whether there is any value at all. */
  given: z.boolean().optional(),
}
const COMPARISONS = Object.keys(comparisons)

const oneComparison = (value: object) => Object.keys(value).filter((name) => COMPARISONS.includes(name)).length === 1
const ONE = { error: 'exactly one of equals, oneOf, includes, atLeast, atMost, given' }

const simple = z.union([
  z.strictObject({ question: key, ...comparisons }).refine(oneComparison, ONE),
  z.strictObject({ fact: z.enum(FACT_NAMES), ...comparisons }).refine(oneComparison, ONE),
])
export type Simple = z.infer<typeof simple>

export type Condition = Simple | { all: Condition[] } | { any: Condition[] } | { not: Condition }

/** Something that is true or not of the answers so far and of what is known of the applicant. */
export const condition: z.ZodType<Condition> = z.lazy(() => z.union([
  simple,
  z.strictObject({ all: z.array(condition).min(1) }),
  z.strictObject({ any: z.array(condition).min(1) }),
  z.strictObject({ not: condition }),
]))

/** One side of a comparison: an answer or a fact, multiplied or not. */
type Known = Simple | z.infer<typeof asked> | z.infer<typeof known>
type Value = Answer | undefined

const valueOf = (side: Known, answers: Answers, facts: Facts): Value => {
  const value = 'question' in side ? answers[side.question] : facts[side.fact]
  if (!('times' in side) || side.times === undefined) return value
  return typeof value === 'number' ? value * side.times : undefined
}

/** -1, 0 or 1; undefined where the two cannot be compared. ISO dates compare as texts. */
function order(a: Value, b: Value): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(a - b)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return undefined
}

const isThere = (value: Value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

function holdsSimple(one: Simple, answers: Answers, facts: Facts): boolean {
  const value = valueOf(one, answers, facts)
  if (one.given !== undefined) return isThere(value) === one.given
  if (one.equals !== undefined) return value === one.equals
  if (one.oneOf !== undefined) return one.oneOf.some((candidate) => candidate === value)
  if (one.includes !== undefined) return Array.isArray(value) && value.some((entry) => entry === one.includes)
  const limit = one.atLeast ?? one.atMost
  const compared = order(value, typeof limit === 'object' ? valueOf(limit, answers, facts) : limit)
  return compared !== undefined && (one.atLeast === undefined ? compared <= 0 : compared >= 0)
}

/**
 * Does the condition hold? What is not known fulfils no comparison, so that a rule about it neither admits nor hides anything by chance:
 * `not` of it holds then, and a definition that means otherwise asks `given` too.
 */
export function holds(rule: Condition, answers: Answers, facts: Facts): boolean {
  if ('all' in rule) return rule.all.every((one) => holds(one, answers, facts))
  if ('any' in rule) return rule.any.some((one) => holds(one, answers, facts))
  if ('not' in rule) return !holds(rule.not, answers, facts)
  return holdsSimple(rule, answers, facts)
}

/** The comparisons a condition is made of. */
export function simplesIn(rule: Condition): Simple[] {
  if ('all' in rule) return rule.all.flatMap(simplesIn)
  if ('any' in rule) return rule.any.flatMap(simplesIn)
  return 'not' in rule ? simplesIn(rule.not) : [rule]
}

/**
 * Like {@link holds}, but says so when it cannot be told yet because something it compares is not known. For people, before they fill in:
 * "not known yet" is another message than "no".
 */
export function isCertain(rule: Condition, answers: Answers, facts: Facts): boolean | undefined {
  if ('not' in rule) {
    const inner = isCertain(rule.not, answers, facts)
    return inner === undefined ? undefined : !inner
  }
  if ('all' in rule || 'any' in rule) {
    const decides = 'any' in rule
    const parts = new Set(('any' in rule ? rule.any : rule.all).map((one) => isCertain(one, answers, facts)))
    return parts.has(decides) ? decides : parts.has(undefined) ? undefined : !decides
  }
  if (rule.given !== undefined) return holdsSimple(rule, answers, facts)
  const limit = rule.atLeast ?? rule.atMost
  const sides = [valueOf(rule, answers, facts), ...(typeof limit === 'object' ? [valueOf(limit, answers, facts)] : [])]
  return sides.every(isThere) ? holdsSimple(rule, answers, facts) : undefined
}

/** The other answer or fact a bound is taken from, if it is not a value itself. */
export const boundOf = (rule: Simple): Known | undefined => {
  const limit = rule.atLeast ?? rule.atMost
  return typeof limit === 'object' ? limit : undefined
}

/** Both sides of a comparison, as far as they are an answer or a fact. */
export const sidesOf = (rule: Simple): Known[] => [rule, boundOf(rule)].filter((side) => side !== undefined)

/** The questions a condition looks at, on either side. */
export const questionsIn = (rule: Condition): string[] =>
  simplesIn(rule).flatMap((one) => sidesOf(one).flatMap((side) => ('question' in side ? [side.question] : [])))

/** The facts a condition looks at, on either side. */
export const factsIn = (rule: Condition): FactName[] =>
  simplesIn(rule).flatMap((one) => sidesOf(one).flatMap((side) => ('fact' in side ? [side.fact] : [])))
