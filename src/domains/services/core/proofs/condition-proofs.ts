import { flawsId as t } from '../../messages-flaws.id.ts'
import { type Condition, type Simple, boundOf, sidesOf, simplesIn } from '../condition.ts'
import type { EntryQuestion, Question, ServiceDefinition } from '../definition.ts'
import { FACTS, type FactName, fitsSubject } from '../facts.ts'
import type { Flaw } from '../flaw.ts'

type Subject = ServiceDefinition['subject']
type Kind = 'text' | 'number' | 'boolean' | 'date' | 'choices' | 'group'
type Asked = Question | EntryQuestion

/** What a condition may look at: these questions, and what is known of whom the service is for. `later` are asked only afterwards. */
export type Scope = { questions: readonly Asked[]; later?: readonly Asked[]; subject: Subject }

const QUESTION_KINDS: Record<Question['type'], Kind> = {
  text: 'text', choice: 'text', village: 'text', kbli: 'text', choices: 'choices', boolean: 'boolean', integer: 'number', money: 'number', date: 'date', group: 'group',
}
export const kindOfQuestion = (question: Pick<Question, 'type'>): Kind => QUESTION_KINDS[question.type]

export const factFlaws = (fact: FactName, subject: Subject, place: string): Flaw[] =>
  fitsSubject(fact, subject) ? [] : [{ place, message: t.foreignFact(fact, subject) }]

type Found = { name: string; kind: Kind; question?: Asked }

/** What one side of a comparison is, or what is wrong with it. */
function look(side: { question: string } | { fact: FactName }, { questions, later = [], subject }: Scope, place: string): Found | Flaw[] {
  if ('fact' in side) {
    const flaws = factFlaws(side.fact, subject, place)
    return flaws.length > 0 ? flaws : { name: side.fact, kind: FACTS[side.fact] }
  }
  const question = questions.find(({ key }) => key === side.question)
  if (question) return { name: side.question, kind: kindOfQuestion(question), question }
  const after = later.some(({ key }) => key === side.question)
  return [{ place, message: after ? t.laterQuestion(side.question) : t.noQuestion(side.question) }]
}

const isDate = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** Can a value of this kind ever equal the literal? */
const fits = (kind: Kind, value: unknown): boolean => {
  if (kind === 'number' || kind === 'boolean') return typeof value === kind
  return kind === 'date' ? isDate(value) : kind === 'text' && typeof value === 'string'
}

function literals(rule: Simple, { name, kind, question }: Found, place: string): Flaw[] {
  const values = rule.equals === undefined ? rule.oneOf ?? [] : [rule.equals]
  if (kind === 'choices' || kind === 'group') {
    return values.length > 0 ? [{ place, message: kind === 'choices' ? t.useIncludes(name) : t.onlyGiven(name) }] : []
  }
  const wrong = values.filter((value) => !fits(kind, value) || (question?.options && !question.options.some((option) => option.value === value)))
  return wrong.map((value) => ({ place, message: question?.options ? t.noOption(String(value), name) : t.wrongLiteral(String(value), name) }))
}

function bounds(rule: Simple, { name, kind }: Found, scope: Scope, place: string): Flaw[] {
  const limit = rule.atLeast ?? rule.atMost
  if (limit === undefined) return []
  if (kind !== 'number' && kind !== 'date') return [{ place, message: t.notOrdered(name) }]
  const other = boundOf(rule)
  if (!other) return fits(kind, limit) ? [] : [{ place, message: t.wrongLiteral(String(limit), name) }]
  const found = look(other, scope, place)
  if (Array.isArray(found)) return found
  if (found.kind !== kind) return [{ place, message: t.boundDiffers(name, found.name) }]
  return 'times' in other && other.times !== undefined && kind !== 'number' ? [{ place, message: t.timesOfNumber(found.name) }] : []
}

function inclusion(rule: Simple, { name, kind, question }: Found, place: string): Flaw[] {
  if (rule.includes === undefined) return []
  if (kind !== 'choices') return [{ place, message: t.includesOfChoices(name) }]
  return question?.options?.some(({ value }) => value === rule.includes) ? [] : [{ place, message: t.noOption(rule.includes, name) }]
}

/** What a condition looks at exists, is known by then, and is compared with something of its kind. */
export function proveCondition(rule: Condition, scope: Scope, place: string): Flaw[] {
  return simplesIn(rule).flatMap((one) => {
    const found = look(one, scope, place)
    if (Array.isArray(found)) return found
    return [...literals(one, found, place), ...bounds(one, found, scope, place), ...inclusion(one, found, place)]
  })
}

/** The facts a condition looks at. */
export const factsIn = (rule: Condition): FactName[] => simplesIn(rule).flatMap((one) => sidesOf(one).flatMap((side) => ('fact' in side ? [side.fact] : [])))
