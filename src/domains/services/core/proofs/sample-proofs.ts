import { flawsId as t } from '../../messages-flaws.id.ts'
import type { Answer, Answers } from '../answer.ts'
import type { ServiceDefinition } from '../definition.ts'
import { FACTS, fitsSubject, isFact } from '../facts.ts'
import type { Flaw } from '../flaw.ts'
import { knownAnswers, problemsOf, refusalsOf } from '../problems.ts'

type Sample = ServiceDefinition['samples'][number]

const plain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)
const isEntry = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
const isAnswer = (value: unknown): value is Answer =>
  plain(value) || (Array.isArray(value) && (value.every((one) => typeof one === 'string') || value.every(isEntry)))

/**
 * What keeps this request from being sent: codes of what the applicant does not fulfil; if he fulfils all, the codes of checks that stop, keys of
 * questions and of papers. Empty: it may be sent. What the registry knows need not be answered.
 */
function refusals(definition: ServiceDefinition, { facts, answers, given }: { facts: Sample['facts']; answers: Answers; given: readonly string[] }): string[] {
  const all = problemsOf(definition, { ...knownAnswers(definition, answers, facts), ...answers }, facts, new Set(given))
  const unfit = all.filter(({ field }) => field.startsWith('eligibility.'))
  return refusalsOf(unfit.length > 0 ? unfit : all)
}

function readable(definition: ServiceDefinition, { name, facts, answers, given }: Sample): Flaw[] {
  const place = `samples.${name}`
  const kinds = { text: 'string', date: 'string', number: 'number', boolean: 'boolean' } as const
  return [
    ...Object.entries(facts).flatMap(([fact, value]): Flaw[] => {
      if (!isFact(fact)) return []
      if (!fitsSubject(fact, definition.subject)) return [{ place: `${place}.facts.${fact}`, message: t.foreignFact(fact, definition.subject) }]
      return typeof value === kinds[FACTS[fact]] ? [] : [{ place: `${place}.facts.${fact}`, message: t.wrongLiteral(String(value), fact) }]
    }),
    ...Object.entries(answers).filter(([, value]) => !isAnswer(value)).map(([key]) => ({ place: `${place}.answers.${key}`, message: t.exampleWrong })),
    ...given.filter((key) => !definition.requirements.some((one) => one.key === key)).map((key) => ({ place: `${place}.given`, message: t.noPaper(key) })),
  ]
}

function replay(definition: ServiceDefinition, sample: Sample): Flaw[] {
  const wrong = readable(definition, sample)
  if (wrong.length > 0) return wrong
  const answers: Answers = Object.fromEntries(Object.entries(sample.answers).flatMap(([key, value]) => (isAnswer(value) ? [[key, value]] : [])))
  const found = refusals(definition, { ...sample, answers }).toSorted()
  const expected = sample.expect === 'sendable' ? [] : sample.expect.refusedBy.toSorted()
  return found.join() === expected.join() ? [] : [{ place: `samples.${sample.name}.expect`, message: t.sampleDiffers(expected, found) }]
}

/** Every sample ends as it says; one can be sent, and where something can refuse, one is refused. */
export function proveSamples(definition: ServiceDefinition): Flaw[] {
  const { samples, eligibility, checks } = definition
  const refuses = eligibility.length > 0 || checks.some(({ level }) => level === 'stop')
  return [
    ...samples.flatMap((sample) => replay(definition, sample)),
    ...(samples.some(({ expect }) => expect === 'sendable') ? [] : [{ place: 'samples', message: t.sampleSendable }]),
    ...(refuses && !samples.some(({ expect }) => expect !== 'sendable') ? [{ place: 'samples', message: t.sampleRefused }] : []),
  ]
}
