import { gsmLength, gsmText, MOST_CHARACTERS } from '../../../../kernel/phone-text.ts'
import { flawsId as t } from '../../messages-flaws.id.ts'
import type { ServiceDefinition } from '../definition.ts'
import type { Flaw } from '../flaw.ts'
import { twice } from './question-proofs.ts'

/** Days that a text promises: `3 hari kerja`. */
const promisedDays = (text: string) => [...text.matchAll(/(\d+)\s+hari\s+kerja/gi)].map((found) => Number(found[1]))

/** The 14 components say something, and say the same as the limits. */
function standard({ standard: said, limits: { days } }: ServiceDefinition): Flaw[] {
  const empty = Object.entries(said).flatMap(([part, text]): Flaw[] => (Array.isArray(text)
    ? text.flatMap((line, at) => (line.trim() === '' ? [{ place: `standard.${part}[${at}]`, message: t.empty }] : []))
    : text.trim() === '' ? [{ place: `standard.${part}`, message: t.empty }] : []))
  const [promised] = promisedDays(said.duration)
  return [
    ...empty,
    ...(promised === days ? [] : [{ place: 'standard.duration', message: t.durationDiffers(days) }]),
    ...(/\bRp\s?0\b(?![.,]?\d)/.test(said.fee) ? [] : [{ place: 'standard.fee', message: t.feeNotFree }]),
  ]
}

function messages({ messages: said }: ServiceDefinition): Flaw[] {
  return Object.entries(said).flatMap(([step, text]) => (['id', 'en'] as const).flatMap((lang): Flaw[] => {
    const length = gsmLength(gsmText(text[lang]))
    return length > MOST_CHARACTERS ? [{ place: `messages.${step}.${lang}`, message: t.messageTooLong(length, MOST_CHARACTERS) }] : []
  }))
}

function scoring({ scoring: said }: ServiceDefinition): Flaw[] {
  if (!said) return []
  const total = said.criteria.reduce((sum, { weight }) => sum + weight, 0)
  const best = said.criteria.reduce((sum, { weight, levels }) => sum + weight * Math.max(...levels.map(({ points }) => points)), 0) / 100
  return [
    ...(total === 100 ? [] : [{ place: 'scoring.criteria', message: t.weightsTotal(total) }]),
    ...twice(said.criteria.map(({ key }) => key), (key) => `scoring.criteria.${key}`),
    ...said.criteria.flatMap(({ key, levels }) => twice(levels.map(({ points }) => String(points)), () => `scoring.criteria.${key}.levels`)),
    ...(total === 100 && said.passMark > best ? [{ place: 'scoring.passMark', message: t.passTooHigh(best) }] : []),
  ]
}

/** The standard of the service and what is told of it. */
export function proveStandard(definition: ServiceDefinition): Flaw[] {
  const { decree, validFrom, coSigned, subject, keywords } = definition
  return [
    ...standard(definition), ...messages(definition), ...scoring(definition),
    ...(decree.number.trim() === '' ? [{ place: 'decree.number', message: t.empty }] : []),
    ...(decree.date > validFrom ? [{ place: 'decree.date', message: t.decreeLater }] : []),
    ...(coSigned && subject !== 'cooperative' ? [{ place: 'coSigned', message: t.coSignedAlone }] : []),
    ...keywords.flatMap((word, at) => (word.trim() === '' ? [{ place: `keywords[${at}]`, message: t.empty }] : [])),
  ]
}
