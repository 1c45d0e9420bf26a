import { type Result, fail, ok } from '../../../kernel/result.ts'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import type { Answer, Answers } from './answer.ts'
import type { Question, ServiceDefinition } from './definition.ts'
import { FACTS, type FactName, type Facts } from './facts.ts'

/** A place in the text of a letter: `{business.name}`, `{answers.brandName}`. */
const PLACE = /\{([^{}]+)\}/g

/** The names of the places of a text, in their order. */
export const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map((found) => found[1] ?? '')

/** How a day and an amount are written; given by the caller, so that the core stays free of a language's calendar. */
export type Spelling = { day: (iso: string) => string }

const isFact = (name: string): name is FactName => Object.hasOwn(FACTS, name)

const MONEY: ReadonlySet<string> = new Set<FactName>(['business.capital', 'business.annualSales', 'cooperative.assets'])

function factText(name: FactName, facts: Facts, spelling: Spelling): string | undefined {
  const value = facts[name]
  if (value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (typeof value === 'number') return MONEY.has(name) ? formatRupiah(value) : String(value)
  return FACTS[name] === 'date' ? spelling.day(value) : value
}

type Asked = Pick<Question, 'type' | 'options' | 'unit'> & { of?: Question['of'] }

/** An answer as a letter says it: the words of a choice, an amount, a day; entries of a group one after the other. */
export function answerText(question: Asked, answer: Answer | undefined, spelling: Spelling): string | undefined {
  if (answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)) return undefined
  const label = (value: string) => question.options?.find((one) => one.value === value)?.label.id ?? value
  if (typeof answer === 'boolean') return answer ? 'ya' : 'tidak'
  if (typeof answer === 'number') return question.type === 'money' ? formatRupiah(answer) : [answer, question.unit?.id].filter((part) => part !== undefined).join(' ')
  if (typeof answer === 'string') return question.type === 'date' ? spelling.day(answer) : label(answer)
  return answer.map((entry) => (typeof entry === 'string' ? label(entry) : entryText(question, entry, spelling))).join('; ')
}

const entryText = (question: Asked, entry: Record<string, Answer>, spelling: Spelling): string =>
  (question.of ?? []).flatMap((part) => answerText(part, entry[part.key], spelling) ?? []).join(', ')

/** What a text is filled from. `questions`: those of the form, of the survey and of the outcome, by their keys. */
export type Filling = { facts: Facts; answers: Answers; questions: readonly Question[]; spelling: Spelling }

function placeText(name: string, { facts, answers, questions, spelling }: Filling): string | undefined {
  if (isFact(name)) return factText(name, facts, spelling)
  const key = name.startsWith('answers.') ? name.slice('answers.'.length) : undefined
  const question = questions.find((one) => one.key === key)
  return question && answerText(question, answers[question.key], spelling)
}

/** Fills the places of a text. @returns the names of those that have no value: a letter with a hole is not made */
export function fillText(text: string, filling: Filling): Result<string, string[]> {
  const missing = placesIn(text).filter((name) => placeText(name, filling) === undefined)
  return missing.length > 0 ? fail(missing) : ok(text.replace(PLACE, (_, name: string) => placeText(name, filling) ?? ''))
}

type Letter = NonNullable<ServiceDefinition['letter']>
type Statement = { sections: { lead: string; rows: { label: string; value: string; strong: boolean }[] }[]; paragraphs: string[] }

/** What a row says of a fact that is not known: the reader sees that nothing was left out. */
const UNKNOWN = '–'

/**
 * The words of a letter from its definition. A row or paragraph whose value has no answer is left out when all its empty places are answers
 * that were not asked or not required. A row of nothing but facts that are not known says so; any other hole is told instead.
 * @param optional keys of the questions that need no answer here
 */
export function letterWords(letter: Pick<Letter, 'sections' | 'body'>, filling: Filling, optional: ReadonlySet<string>): Result<Statement, string[]> {
  const missing: string[] = []
  const filled = (text: string): string => {
    const done = fillText(text, filling)
    if (done.ok) return done.value
    missing.push(...done.error)
    return ''
  }
  const isLeftOut = (value: string) => {
    const empty = placesIn(value).filter((name) => placeText(name, filling) === undefined)
    return empty.length > 0 && empty.every((name) => name.startsWith('answers.') && optional.has(name.slice('answers.'.length)))
  }
  const isUnknown = (value: string) => value.replace(PLACE, '').trim() === '' && placesIn(value).every((name) => isFact(name) && placeText(name, filling) === undefined)
  const sections = letter.sections.map(({ lead, rows }) => ({
    lead: filled(lead),
    rows: rows.filter((row) => !isLeftOut(row.value)).map(({ label, value, strong }) => ({ label, value: isUnknown(value) ? UNKNOWN : filled(value), strong: strong === true })),
  })).filter((section) => section.rows.length > 0)
  const paragraphs = letter.body.filter((text) => !isLeftOut(text)).map(filled)
  return missing.length > 0 ? fail([...new Set(missing)]) : ok({ sections, paragraphs })
}


/** Does the definition hold the wording of its letter, or its template? */
export const isWorded = (letter: Pick<Letter, 'sections' | 'body'>): boolean => letter.sections.length > 0 || letter.body.length > 0

/** The facts a letter names: only these need be read for it. */
export const factsInLetter = ({ sections, body }: Pick<Letter, 'sections' | 'body'>): FactName[] =>
  [...new Set([...sections.flatMap(({ lead, rows }) => [lead, ...rows.map((row) => row.value)]), ...body].flatMap(placesIn).filter(isFact))]
