import type { ServiceDefinition } from './definition.ts'
import type { Flaw } from './flaw.ts'
import { proveLetter } from './proofs/letter-proofs.ts'
import { proveLife } from './proofs/life-proofs.ts'
import { proveQuestions } from './proofs/question-proofs.ts'
import { proveSamples } from './proofs/sample-proofs.ts'
import { proveStandard } from './proofs/standard-proofs.ts'

/**
 * What must be mended before this definition may be published: no dead end, no state without owner, clock and exit, no question that can
 * never be asked, every field of the letter filled, the samples replayed. A definition without flaws can be walked from draft to its end.
 */
export function prove(definition: ServiceDefinition): Flaw[] {
  const all = [proveStandard, proveLife, proveQuestions, proveLetter, proveSamples].flatMap((part) => part(definition))
  // One slip may be seen by two proofs with the same words.
  return all.filter((one, at) => all.findIndex(({ place, message }) => place === one.place && message === one.message) === at)
}
