import { z } from 'zod'

/** A sentence for people, in Indonesian and English. */
const words = z.object({ id: z.string().min(1), en: z.string().min(1) })
const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)
const code = z.string().regex(/^[a-z][a-z0-9-]*$/)

const shown = z.object({ question: key, equals: z.union([z.string(), z.boolean()]) })

const question = z.object({
  key,
  type: z.enum(['text', 'choice', 'choices', 'boolean', 'integer', 'money', 'date', 'village', 'kbli']),
  label: words,
  hint: words.optional(),
  required: z.boolean(),
  /** Asked only when another question has this answer. */
  showWhen: shown.optional(),
  options: z.array(z.object({ value: code, label: words })).optional(),
  maxLength: z.number().int().positive().optional(),
  /** A boolean that must be yes: a statement. */
  mustBeTrue: z.boolean().optional(),
  example: z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]),
})

const requirement = z.object({
  key,
  label: words,
  hint: words.optional(),
  required: z.boolean(),
  /** Of the requirements with the same word here one is enough. */
  oneOf: key.optional(),
  /** Already met when the business record holds this. */
  metBy: z.enum(['business.nib']).optional(),
})

const reason = z.object({ code, label: words })

/** The 14 components of a service standard (standar pelayanan). Source: UU 25/2009 Pasal 21; PermenPANRB 15/2014. */
const standard = z.object({
  requirements: z.array(z.string()).min(1),
  procedure: z.array(z.string()).min(1),
  duration: z.string(),
  fee: z.string(),
  product: z.string(),
  complaints: z.string(),
  legalBasis: z.array(z.string()).min(1),
  facilities: z.string(),
  competence: z.string(),
  internalControl: z.string(),
  staffing: z.string(),
  serviceGuarantee: z.string(),
  safetyGuarantee: z.string(),
  evaluation: z.string(),
})

/**
 * A service as one reviewed file: its standard, questions, requirements, life and letter.
 * A case keeps the version it was filed under; a change is a new version with its own dates.
 */
export const serviceDefinition = z.object({
  code: z.string().regex(/^[A-Z]{2,4}-\d{2}$/),
  version: z.number().int().positive(),
  name: words,
  summary: words,
  division: z.string(),
  validFrom: z.iso.date(),
  decree: z.object({ number: z.string(), date: z.iso.date() }),
  subject: z.enum(['business']),
  standard,
  limits: z.object({
    days: z.number().int().positive(),
    intakeOfficeHours: z.number().positive(),
    correctionDays: z.number().int().positive(),
    draftDays: z.number().int().positive(),
  }),
  questions: z.array(question),
  requirements: z.array(requirement),
  checklist: z.array(words),
  initials: z.array(z.enum(['division-head', 'secretary'])),
  reasons: z.object({ return: z.array(reason).min(1), reject: z.array(reason).min(1) }),
  letter: z.object({
    kind: words,
    class: z.string(),
    template: z.string(),
    validMonths: z.number().int().positive(),
  }),
})
export type ServiceDefinition = z.infer<typeof serviceDefinition>
export type Question = ServiceDefinition['questions'][number]
export type Requirement = ServiceDefinition['requirements'][number]
export type Answer = string | boolean | number | string[]
export type Answers = Record<string, Answer>
