import { type Condition, type Simple, boundOf } from '../../core/condition.ts'
import type { EntryQuestion, Question } from '../../core/definition.ts'
import type { FactName } from '../../core/facts.ts'
import { factsId } from '../../messages-facts.id.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'

type Asked = readonly (Question | EntryQuestion)[]

const sideText = (side: { question: string } | { fact: FactName }, asked: Asked): string =>
  'question' in side ? t.quoted(asked.find(({ key }) => key === side.question)?.label.id ?? side.question) : factsId[side.fact][0]

function valueText(rule: Simple, value: unknown, asked: Asked): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return value.toLocaleString('id-ID')
  const question = 'question' in rule ? asked.find(({ key }) => key === rule.question) : undefined
  return question?.options?.find((option) => option.value === value)?.label.id ?? String(value)
}

function boundText(rule: Simple, asked: Asked): string {
  const other = boundOf(rule)
  if (!other) return valueText(rule, rule.atLeast ?? rule.atMost, asked)
  const text = sideText(other, asked)
  return 'times' in other && other.times !== undefined ? t.times(text, other.times) : text
}

function simpleText(rule: Simple, asked: Asked): string {
  const left = sideText(rule, asked)
  if (rule.given !== undefined) return rule.given ? t.given(left) : t.notGiven(left)
  if (rule.equals !== undefined) return t.equals(left, valueText(rule, rule.equals, asked))
  if (rule.oneOf !== undefined) return t.among(left, rule.oneOf.map((one) => valueText(rule, one, asked)).join(', '))
  if (rule.includes !== undefined) return t.includes(left, valueText(rule, rule.includes, asked))
  return rule.atLeast === undefined ? t.atMost(left, boundText(rule, asked)) : t.atLeast(left, boundText(rule, asked))
}

/** A condition as a sentence of an officer: “Untuk apa?” = Mesin dan business.scale = micro. */
export function conditionText(rule: Condition, asked: Asked): string {
  if ('all' in rule) return rule.all.map((one) => conditionText(one, asked)).join(t.all)
  if ('any' in rule) return rule.any.map((one) => conditionText(one, asked)).join(t.any)
  return 'not' in rule ? t.not(conditionText(rule.not, asked)) : simpleText(rule, asked)
}
