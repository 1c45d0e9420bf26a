import { flawsId as t } from '../../messages-flaws.id.ts'
import type { ServiceDefinition } from '../definition.ts'
import { type FactName, isCertain, isFact, knownWith } from '../facts.ts'
import type { Flaw } from '../flaw.ts'
import { factFlaws } from './condition-proofs.ts'
import { worldOf } from './question-proofs.ts'
import { canHold } from './satisfy.ts'

const ANSWERS = 'answers.'

/** The texts of a letter with their places. */
function textsOf({ letter }: ServiceDefinition): { place: string; text: string }[] {
  if (!letter) return []
  return [
    ...letter.sections.flatMap(({ lead, rows }, at) => [
      { place: `letter.sections[${at}].lead`, text: lead },
      ...rows.flatMap(({ label, value }, row) => [
        { place: `letter.sections[${at}].rows[${row}].label`, text: label }, { place: `letter.sections[${at}].rows[${row}].value`, text: value },
      ]),
    ]),
    ...letter.body.map((text, at) => ({ place: `letter.body[${at}]`, text })),
  ]
}

/** A fact that is always known, by the registry or because nobody may ask without it. */
const isKnown = (fact: FactName, definition: ServiceDefinition): boolean =>
  isCertain(fact) || knownWith(fact).some((one) => !canHold([{ fact: one, given: false }], worldOf(definition)))

function proveAnswer(key: string, definition: ServiceDefinition): string | undefined {
  const question = definition.questions.find((one) => one.key === key)
  if (!question) return t.noAnswerFor(key)
  if (question.type === 'group') return t.groupInLetter(key)
  if (!question.required) return t.letterOptional(key)
  const always = question.showWhen === undefined || !canHold([{ not: question.showWhen }], worldOf(definition))
  return always ? undefined : t.letterSometimes(key)
}

/** Each place of a letter is filled by something that is always there. */
function proveText(place: string, text: string, definition: ServiceDefinition): Flaw[] {
  if (text.trim() === '') return [{ place, message: t.empty }]
  const rest = text.replace(/\{[^{}]*\}/g, '')
  const unmatched = /[{}]/.test(rest) ? [{ place, message: t.braces }] : []
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map((found) => found[1] ?? '')
  return [...unmatched, ...names.flatMap((name): Flaw[] => {
    if (name.startsWith(ANSWERS)) {
      const message = proveAnswer(name.slice(ANSWERS.length), definition)
      return message === undefined ? [] : [{ place, message }]
    }
    if (!isFact(name)) return [{ place, message: t.noFact(name) }]
    const foreign = factFlaws(name, definition.subject, place)
    return foreign.length > 0 || isKnown(name, definition) ? foreign : [{ place, message: t.factUnsure(name) }]
  })]
}

/** The letter a request ends in: every field filled, its class and template named. */
export function proveLetter(definition: ServiceDefinition): Flaw[] {
  const { letter } = definition
  if (!letter) return []
  return [
    ...(/^\d{3}(\.\d+)*$/.test(letter.class) ? [] : [{ place: 'letter.class', message: t.letterClass }]),
    ...(/^[a-z0-9-]+\/v\d+$/.test(letter.template) ? [] : [{ place: 'letter.template', message: t.letterTemplate }]),
    ...(letter.renewable && letter.validity.kind === 'without-end' ? [{ place: 'letter.renewable', message: t.renewEndless }] : []),
    ...textsOf(definition).flatMap(({ place, text }) => proveText(place, text, definition)),
  ]
}
