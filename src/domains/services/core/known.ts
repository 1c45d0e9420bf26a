import type { Answer, Answers } from './answer.ts'
import { isAsked } from './answers.ts'
import type { ServiceDefinition } from './definition.ts'
import type { Facts } from './facts.ts'

/** How an answer that was known beforehand came into a request: taken over, or said to be wrong by the applicant. */
export type KnownState = 'confirmed' | 'disputed'

/** What was noted when the applicant looked at a known answer; `said`: what the registry said then. */
export type KnownNote = { state: KnownState; said: string | number | boolean }

export type Settled = { answers: Answers; states: Record<string, KnownState> }

/**
 * The answers of a request with what is known beforehand. A known answer that was only confirmed follows the registry; one that the
 * applicant said otherwise is his, and stays disputed also when the registry has followed him since.
 */
export function settle(known: Answers, answers: Answers, notes: Readonly<Record<string, KnownNote>>): Settled {
  const states: Record<string, KnownState> = {}
  const settled: Answers = { ...answers }
  for (const [key, fact] of Object.entries(known)) {
    const disputed = isDisputed(fact, answers[key], notes[key])
    states[key] = disputed ? 'disputed' : 'confirmed'
    if (!disputed) settled[key] = fact
  }
  return { answers: settled, states }
}

function isDisputed(fact: Answer, said: Answer | undefined, note: KnownNote | undefined): boolean {
  if (said === undefined) return false
  if (note?.state === 'disputed') return said !== note.said
  return said !== fact && said !== note?.said
}

/**
 * How much was asked and how much of it was known. A statement is no question: nobody can know it for the applicant.
 * @param answers settled ones
 */
export function countKnown(
  { questions }: Pick<ServiceDefinition, 'questions'>, { answers, states }: Settled, facts: Facts,
): { asked: number; prefilled: number; disputed: number } {
  const all = Object.values(states)
  return {
    asked: questions.filter((one) => one.mustBeTrue !== true && isAsked(one, answers, facts)).length,
    prefilled: all.length, disputed: all.filter((one) => one === 'disputed').length,
  }
}
