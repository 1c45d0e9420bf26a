import { z } from 'zod'
import { type Fraction, ONE, ZERO, isSame, plus, readFraction } from './fraction.ts'
import { type WeightedElement, equalWeights } from './satisfaction-index.ts'

const text = z.object({ id: z.string().trim().min(1).max(300), en: z.string().trim().min(1).max(300) })

/**
 * One element (unsur). It is known by its key: the annex and practice number the last two differently.
 * `web`: the wording where the service was given on the net alone. `ladder`: the four answers from 1 to 4. `weight`: as `1/9` or `0.1`.
 */
export const elementSchema = z.object({
  key: z.string().regex(/^[a-z][a-z-]{1,30}$/), name: text, question: text, web: text.optional(), ladder: z.tuple([text, text, text, text]), weight: z.string().optional(),
})
export type SurveyElement = z.infer<typeof elementSchema>

/** A version of the questionnaire, in force from a day on. `sure`: how sure the source is, as in docs/rules.md. */
export const questionnaireSchema = z.object({
  version: z.number().int().min(1), validFrom: z.iso.date(), basis: z.string(), elements: z.array(elementSchema).min(9).max(20),
})
export type Questionnaire = z.infer<typeof questionnaireSchema>

/** The nine elements that no unit may leave out. Source: PermenPANRB 14/2017, annex */
export const OBLIGATORY = ['requirements', 'procedure', 'time', 'fee', 'product', 'competence', 'conduct', 'facilities', 'complaints'] as const

export type QuestionnaireFault = 'key-twice' | 'element-missing' | 'weight-missing' | 'weight-wrong' | 'weights-not-one'

const isThere = <T>(one: T | undefined): one is T => one !== undefined

/** The weights of a questionnaire, or what is wrong with it. Either no element has a weight of its own, or all have, and they total 1 exactly. */
export function weightsOf(elements: readonly SurveyElement[]): { ok: true; weights: WeightedElement[] } | { ok: false; fault: QuestionnaireFault; total?: Fraction } {
  const keys = elements.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return { ok: false, fault: 'key-twice' }
  if (OBLIGATORY.some((key) => !keys.includes(key))) return { ok: false, fault: 'element-missing' }
  const given = elements.filter(({ weight }) => isThere(weight)).length
  if (given === 0) return { ok: true, weights: equalWeights(keys) }
  if (given < elements.length) return { ok: false, fault: 'weight-missing' }
  const weights = elements.flatMap(({ key, weight }) => {
    const read = readFraction(weight ?? '')
    return read ? [{ key, weight: read }] : []
  })
  if (weights.length < elements.length) return { ok: false, fault: 'weight-wrong' }
  const total = weights.reduce((sum, { weight }) => plus(sum, weight), ZERO)
  return isSame(total, ONE) ? { ok: true, weights } : { ok: false, fault: 'weights-not-one', total }
}

/** The version in force on a day: of those that have begun the latest. */
export function questionnaireOn(versions: readonly Questionnaire[], day: string): Questionnaire | undefined {
  return versions.filter(({ validFrom }) => validFrom <= day).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.version - a.version))[0]
}
