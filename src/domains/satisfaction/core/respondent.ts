import { z } from 'zod'

/**
 * What a respondent may tell about himself, all of it optional. Only counts by quarter are kept, never two facts of one person together.
 * Source: practice of SKM (G); disability, ages in bands and the part of the day P.
 */
export const RESPONDENT_FIELDS = {
  gender: ['female', 'male'],
  age: ['to-25', '26-35', '36-45', '46-55', 'from-56'],
  education: ['sd', 'smp', 'sma', 'd3', 's1', 's2'],
  work: ['pns', 'tni', 'polri', 'swasta', 'wirausaha', 'lainnya'],
  disability: ['yes', 'no'],
  dayPart: ['morning', 'afternoon'],
} as const satisfies Record<string, readonly string[]>

export type RespondentField = keyof typeof RESPONDENT_FIELDS
export const FIELD_NAMES = Object.keys(RESPONDENT_FIELDS) as RespondentField[]

/** An empty choice of a form is no answer. */
const oneOf = <T extends readonly [string, ...string[]]>(values: T) => z.preprocess((one) => (one === '' ? undefined : one), z.enum(values).optional())

export const respondentSchema = z.object({
  gender: oneOf(RESPONDENT_FIELDS.gender), age: oneOf(RESPONDENT_FIELDS.age), education: oneOf(RESPONDENT_FIELDS.education), work: oneOf(RESPONDENT_FIELDS.work),
  disability: oneOf(RESPONDENT_FIELDS.disability), dayPart: oneOf(RESPONDENT_FIELDS.dayPart),
})
export type Respondent = z.infer<typeof respondentSchema>
