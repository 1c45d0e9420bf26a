import { z } from 'zod'
import { condition } from './condition.ts'
import { FACT_NAMES } from './facts.ts'
import { letterLife, life } from './life.ts'

/** A sentence for people, in Indonesian and English. */
const words = z.object({ id: z.string().min(1), en: z.string().min(1) })
export type Words = z.infer<typeof words>

const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/)
const code = z.string().regex(/^[a-z][a-z0-9-]*$/)

const asking = {
  key,
  label: words,
  hint: words.optional(),
  required: z.boolean(),
  /** Asked only while this holds of the other answers and of what is known. */
  showWhen: condition.optional(),
  /** The registry's word for it: shown with its source, and open to dispute. */
  prefill: z.enum(FACT_NAMES).optional(),
  options: z.array(z.object({ value: code, label: words })).optional(),
  maxLength: z.number().int().positive().optional(),
  /** Bounds of a number. */
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  /** What a number counts: liter, jam, unit. */
  unit: words.optional(),
  /** A boolean that must be yes: a statement. */
  mustBeTrue: z.boolean().optional(),
}

const plainType = z.enum(['text', 'choice', 'choices', 'boolean', 'integer', 'money', 'date', 'village', 'kbli'])

/** A question inside a group that repeats. */
const entryQuestion = z.object({
  ...asking, type: plainType, example: z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]),
})

const question = z.object({
  ...asking,
  type: z.enum([...plainType.options, 'group']),
  /** The questions of each entry of a group, and how many entries there must be. */
  of: z.array(entryQuestion).optional(),
  least: z.number().int().min(0).optional(),
  most: z.number().int().positive().max(200).optional(),
  example: z.union([
    z.string(), z.boolean(), z.number(), z.array(z.string()),
    z.array(z.record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.array(z.string())]))),
  ]),
})

const requirement = z.object({
  key,
  label: words,
  hint: words.optional(),
  required: z.boolean(),
  /** Asked only while this holds: lists differ by kind and level. */
  showWhen: condition.optional(),
  /** Of the requirements with the same word here one is enough. */
  oneOf: key.optional(),
  /** Already met when the record holds this. */
  metBy: z.enum(FACT_NAMES).optional(),
  /** Name of a drawing of the right paper under reference/services/pictures. */
  picture: z.string().regex(/^[a-z0-9-]+\.svg$/).optional(),
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

/** What must hold of the applicant before he fills in anything; the words say what to do where it does not. */
const eligibility = z.object({ code, when: condition, words })

/** A check across answers: when it holds something is wrong. `stop` keeps the request from being sent, `warn` only asks to look again. */
const check = z.object({ code, when: condition, level: z.enum(['stop', 'warn']), field: key, words })

/**
 * The letter a request ends in. `body` and the values of `rows` are Indonesian text with places for facts and answers: `{business.name}`,
 * `{answers.brandName}`. A definition without `rows` and `body` uses a template with wording of its own.
 */
const letter = z.object({
  kind: words,
  class: z.string(),
  template: z.string(),
  validity: z.union([
    z.strictObject({ kind: z.literal('months'), months: z.number().int().positive() }),
    z.strictObject({ kind: z.literal('year-end') }),
    z.strictObject({ kind: z.literal('without-end') }),
  ]),
  /** How often it may be used: a letter for one filing is marked used when it was. */
  uses: z.number().int().positive().optional(),
  /** May be renewed in one confirmation while nothing changed. */
  renewable: z.boolean().default(false),
  sections: z.array(z.object({ lead: z.string(), rows: z.array(z.object({ label: z.string(), value: z.string(), strong: z.boolean().optional() })).min(1) })).default([]),
  body: z.array(z.string()).default([]),
})

/** A competition for few places: criteria with weights in percent that total 100, each with levels of points from 0 to 100. */
const scoring = z.object({
  panel: z.number().int().min(1),
  passMark: z.number().min(0).max(100),
  criteria: z.array(z.object({
    key, label: words, weight: z.number().int().positive(), levels: z.array(z.object({ points: z.number().int().min(0).max(100), label: words })).min(2),
  })).min(1),
})

const sample = z.object({
  name: z.string(),
  facts: z.partialRecord(z.enum(FACT_NAMES), z.union([z.string(), z.number(), z.boolean()])).default({}),
  answers: z.record(z.string(), z.unknown()).default({}),
  /** Requirements that have a file. */
  given: z.array(key).default([]),
  expect: z.union([z.literal('sendable'), z.strictObject({ refusedBy: z.array(z.string()).min(1) })]),
})

const whole = z.object({
  code: z.string().regex(/^[A-Z]{2,4}-\d{2}$/),
  version: z.number().int().positive(),
  name: words,
  summary: words,
  /** Plain words under which people look for it, such as "pinjam modal". */
  keywords: z.array(z.string()).default([]),
  division: z.string(),
  validFrom: z.iso.date(),
  decree: z.object({ number: z.string(), date: z.iso.date() }),
  /** For whom or what one asks: a business of the owner, a cooperative through its board, or oneself. */
  subject: z.enum(['business', 'cooperative', 'person']),
  /** A second member of the board must sign too before a cooperative's request is sent. */
  coSigned: z.boolean().default(false),
  /** Whole rupiah. Every service of the office is free. */
  fee: z.literal(0).default(0),
  standard,
  limits: z.object({
    days: z.number().int().positive(),
    intakeOfficeHours: z.number().positive(),
    correctionDays: z.number().int().positive(),
    draftDays: z.number().int().positive(),
  }),
  eligibility: z.array(eligibility).default([]),
  questions: z.array(question),
  requirements: z.array(requirement),
  checks: z.array(check).default([]),
  checklist: z.array(words),
  life,
  initials: z.array(z.enum(['division-head', 'secretary'])),
  /** What is asked of whoever goes to the place. */
  survey: z.array(question).default([]),
  /** Which office is asked for advice, about what, and in how many working days. */
  advice: z.object({ office: words, question: words, days: z.number().int().positive() }).optional(),
  scoring: scoring.optional(),
  /** Requests are taken only while a round (periode) is open, with its own quota and basis. */
  inRounds: z.boolean().default(false),
  /** What is written down when a request is completed, and which field of the registry takes it. */
  outcome: z.array(question.extend({ writes: z.enum(FACT_NAMES).optional() })).default([]),
  reasons: z.object({ return: z.array(reason).min(1), reject: z.array(reason).min(1) }),
  letter: letter.optional(),
  /** Sentences of this service told at a step instead of the general ones, at most 160 characters. */
  messages: z.partialRecord(z.enum(['accepted', 'issued', 'completed', 'rejected', 'following']), words).default({}),
  samples: z.array(sample).default([]),
})

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Definitions of before lives were data: the life of a letter, and months of validity. */
function fromEarlierShape(json: unknown): unknown {
  if (!isObject(json)) return json
  const { letter: said, limits } = json
  const months = isObject(said) ? said['validMonths'] : undefined
  const dated = isObject(said) && typeof months === 'number' ? { ...said, validMonths: undefined, validity: { kind: 'months', months } } : said
  const known = whole.shape.limits.safeParse(limits)
  return { ...json, letter: dated, life: json['life'] ?? (known.success ? letterLife(known.data) : undefined) }
}

/**
 * A service as one reviewed file: its standard, questions, requirements, life and letter.
 * A case keeps the version it was filed under; a change is a new version with its own dates.
 */
export const serviceDefinition = z.preprocess(fromEarlierShape, whole)
export type ServiceDefinition = z.infer<typeof whole>
export type Question = ServiceDefinition['questions'][number]
export type EntryQuestion = Omit<NonNullable<Question['of']>[number], 'example'>
export type LetterValidity = NonNullable<ServiceDefinition['letter']>['validity']
export type Requirement = ServiceDefinition['requirements'][number]
