import type { Told } from '../../../kernel/ledger.ts'
import type { BookYear, Cooperative, Position, Whole } from './record.ts'

/** A field as acts name it: `name`, `position/<id>`, `year/2025/assets`. */
export type Fields = Record<string, Told>

const told = (value: unknown): Told => value as Told

/** Answers as fields; a reason for silence takes the place of the answer, as everywhere in the ledger. */
function fieldsOf(
  prefix: string, { unknown = {}, ...answers }: Record<string, unknown> & { unknown?: Record<string, unknown> | undefined },
): Fields {
  const fields: Fields = {}
  for (const [key, value] of Object.entries(answers)) if (value !== undefined && value !== null) fields[prefix + key] = told(value)
  for (const [key, reason] of Object.entries(unknown)) if (reason !== undefined) fields[prefix + key] = { unstated: told(reason) }
  return fields
}

/** What is told of a cooperative, all of it or a part. */
export type Partly = Omit<Whole, 'record'> & { record: { [K in keyof Cooperative]?: Cooperative[K] | undefined } }

/** What is told of a cooperative as the flat fields its acts set. */
export function toFields({ record, positions, bookYears }: Partly): Fields {
  const fields = fieldsOf('', record)
  for (const { id, ...position } of positions) fields[`position/${id}`] =
    told(Object.fromEntries(Object.entries(position).filter(([, value]) => value !== undefined)))
  for (const { year, ...answers } of bookYears) {
    fields[`year/${year}/year`] = year
    Object.assign(fields, fieldsOf(`year/${year}/`, answers))
  }
  return fields
}

const isSilence = (value: Told): value is { unstated: Told } => typeof value === 'object' && value !== null && !Array.isArray(value)
  && 'unstated' in value

/** Fields as answers, with the reasons for silence apart. */
function answersOf(fields: Fields): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  const unknown: Fields = {}
  for (const [key, value] of Object.entries(fields)) {
    if (isSilence(value)) unknown[key] = value.unstated
    else answers[key] = value
  }
  return Object.keys(unknown).length > 0 ? { ...answers, unknown } : answers
}

/** What stands behind a prefix, without it. */
const below = (fields: Fields, prefix: string): Fields =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])))

const REQUIRED = ['name', 'kind', 'legalEntityNumber', 'legalEntityDate', 'address', 'villageCode'] as const

/** Is enough told for a cooperative to be one? No longer when the act that entered it was undone. */
export const isWhole = (fields: Fields): boolean => REQUIRED.every((field) => typeof fields[field] === 'string')

/**
 * The cooperative that fields describe: the way back of `toFields`. Answers passed their schema when they were told; the rules of today
 * must not lose what was true then, so nothing is checked again here.
 */
export function fromFields(fields: Fields): Whole {
  const years = [...new Set(Object.keys(fields).flatMap((key) => /^year\/(\d{4})\//.exec(key)?.[1] ?? []))].sort()
  // To which record it was merged stands beside its answers.
  const body = Object.fromEntries(Object.entries(fields).filter(([key]) => !key.includes('/') && key !== 'mergedInto'))
  return {
    record: answersOf(body) as Cooperative,
    positions: Object.entries(below(fields, 'position/')).map(([id, value]) => ({ ...(value as Omit<Position, 'id'>), id })),
    bookYears: years.map((year) => ({ ...answersOf(below(fields, `year/${year}/`)), year: Number(year) }) as BookYear),
  }
}
