import { z } from 'zod'
import { isRecord } from '../../../kernel/json.ts'
import { flawsId } from '../messages-flaws.id.ts'
import { type Flaw, placeOf } from './flaw.ts'
import { OWNERS, STATUSES } from './life.ts'
import { LIFE_PATTERNS, changedLife } from './life-patterns.ts'

const part = z.record(z.string(), z.unknown())

/** What all services of the office have in common, so that a file need not repeat it. `reference/services/office.json` */
export const officeWide = z.strictObject({
  /** Components of the standard. */
  standard: part,
  /** Limits that a file may leave out. */
  limits: part,
  /** Reasons by code; lists of codes by name. */
  reasons: z.record(z.string(), part),
  reasonLists: z.record(z.string(), z.array(z.string())),
  /** Requirements by name; a file changes what differs: `{ "use": "idCard", "required": false }`. */
  requirements: z.record(z.string(), part),
})
export type OfficeWide = z.infer<typeof officeWide>

type Json = Record<string, unknown>

/** What stands under a name that a file gives; nothing that only every object has. */
const under = <T>(among: Record<string, T>, name: string): T | undefined => (Object.hasOwn(among, name) ? among[name] : undefined)

const shape = z.looseObject({
  limits: z.object({ intakeOfficeHours: z.number(), draftDays: z.number(), correctionDays: z.number() }),
  initials: z.array(z.enum(['division-head', 'secretary'])),
})
const pattern = z.strictObject({
  pattern: z.string(),
  days: z.partialRecord(z.enum(STATUSES), z.number().int().positive()).optional(),
  owners: z.partialRecord(z.enum(STATUSES), z.array(z.enum(OWNERS)).min(1)).optional(),
})

/** The stages of a life given as a name, or as a name with the days and owners that differ. */
function lifeOf(file: Json, flaws: Flaw[]): unknown {
  const said = file['life']
  const named = typeof said === 'string' ? { pattern: said } : said
  if (!isRecord(named)) return said
  const read = pattern.safeParse(named)
  const about = shape.safeParse(file)
  if (!read.success) {
    flaws.push({ place: placeOf({ life: named }, ['life', ...read.error.issues[0]?.path ?? []]), message: flawsId.lifePattern })
    return said
  }
  const make = under(LIFE_PATTERNS, read.data.pattern)
  if (!make) {
    flaws.push({ place: 'life', message: flawsId.noPattern(read.data.pattern, Object.keys(LIFE_PATTERNS)) })
    return said
  }
  if (!about.success) return said
  const { days, owners } = read.data
  const life = make({ ...about.data, hasLetter: file['letter'] !== undefined })
  for (const [name, changes] of Object.entries({ days, owners })) {
    const absent = Object.keys(changes ?? {}).filter((state) => !life.some((stage) => stage.state === state))
    for (const state of absent) flaws.push({ place: `life.${name}.${state}`, message: flawsId.notInPattern(state, read.data.pattern) })
  }
  return changedLife(life, { ...(days ? { days } : {}), ...(owners ? { owners } : {}) })
}

/** Reasons as a name of a list, or a list of codes of the office and of reasons of its own. */
function reasonsOf(office: OfficeWide, said: unknown, place: string, flaws: Flaw[]): unknown {
  const list = typeof said === 'string' ? under(office.reasonLists, said) : said
  if (typeof said === 'string' && !list) flaws.push({ place, message: flawsId.noReasonList(said, Object.keys(office.reasonLists)) })
  if (!Array.isArray(list)) return list ?? said
  return list.map((one: unknown, at) => {
    if (typeof one !== 'string') return one
    const label = under(office.reasons, one)
    if (!label) flaws.push({ place: `${place}[${at}]`, message: flawsId.noReason(one) })
    return { code: one, label }
  })
}

/** Requirements as names of the office's, changed where this service differs, or whole ones. */
function requirementsOf(office: OfficeWide, said: unknown, flaws: Flaw[]): unknown {
  if (!Array.isArray(said)) return said
  return said.map((one: unknown, at) => {
    const named: unknown = typeof one === 'string' ? { use: one } : one
    if (!isRecord(named) || typeof named['use'] !== 'string') return one
    const { use, ...own } = named
    const name = String(use)
    const common = under(office.requirements, name)
    if (!common) flaws.push({ place: `requirements[${at}]`, message: flawsId.noRequirement(name) })
    return { key: name, required: true, ...common, ...own }
  })
}

/**
 * A file with what the office says once for all services put in, and its life spelled out: what is stored is whole.
 * @returns the whole definition, still to be read, and names the file uses that do not exist
 */
export function completeDefinition(office: OfficeWide, file: unknown): { definition: unknown; flaws: Flaw[] } {
  if (!isRecord(file)) return { definition: file, flaws: [] }
  const flaws: Flaw[] = []
  const over = (common: Json, own: unknown) => (own === undefined ? common : isRecord(own) ? { ...common, ...own } : own)
  const { reasons } = file
  const said: Json = {
    ...file,
    standard: over(office.standard, file['standard']),
    limits: over(office.limits, file['limits']),
    initials: file['initials'] ?? [],
    requirements: requirementsOf(office, file['requirements'], flaws),
    reasons: isRecord(reasons) ? {
      ...reasons,
      return: reasonsOf(office, reasons['return'], 'reasons.return', flaws), reject: reasonsOf(office, reasons['reject'], 'reasons.reject', flaws),
    } : reasons,
  }
  return { definition: file['life'] === undefined ? said : { ...said, life: lifeOf(said, flaws) }, flaws }
}
