import { Temporal } from 'temporal-polyfill'
import { type Act, type Folded, type Told, fold } from '../../kernel/ledger.ts'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import { wibDate, wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { listActs, maskPhone, trustOf } from '../registry/index.ts'
import { maskTaxNumber } from './core/identity.ts'
import { historyWords as w } from './screen-messages.id.ts'

/** What was said about one field: the value, who said it, when, and since which day it holds. */
export type Said = { value: Told; source: string; by: string; at: Temporal.Instant; validFrom: string; kind: Act['kind'] }

/** One field as seen from some point, and what other sources said instead. */
export type FieldHistory = Said & { field: string; rivals: Said[] }

/** `trueOn`: what was true on that day. `knownOn`: as far as the office knew at its end. */
export type Past = { trueOn?: string | undefined; knownOn?: string | undefined }

const saidOf = (field: string, value: Told, { source, by, recordedAt, validFrom, kind }: Act): Said =>
  ({ value: masked(field, value), source, by, at: recordedAt, validFrom, kind })

/** Numbers of people and telephones stand masked in every history. */
function masked(field: string, value: Told): Told {
  if (field === 'npwp' && typeof value === 'string') return maskTaxNumber(value)
  if (field === 'phone' && typeof value === 'string') return maskPhone(value)
  if (field.startsWith('position/') && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { phone, personId: _personId, ...shown } = value
    return { ...shown, ...(typeof phone === 'string' ? { phone: maskPhone(phone) } : {}) }
  }
  return value
}

/** The day as a date of the calendar; a day to come is no past. */
function pastDay(field: string, day: string | undefined, now: Temporal.Instant): Result<string | undefined> {
  if (day === undefined || day === '') return ok(undefined)
  try {
    const date = Temporal.PlainDate.from(day).toString()
    return date > wibDate(now).toString() ? invalid([{ field, message: w.notPast }]) : ok(date)
  } catch (error) {
    if (error instanceof RangeError) return invalid([{ field, message: w.notADay }])
    throw error
  }
}

/** Reads the two days of a question into the past. */
export function readPast({ trueOn, knownOn }: Past, now: Temporal.Instant): Result<Past> {
  const [on, known] = [pastDay('trueOn', trueOn, now), pastDay('knownOn', knownOn, now)]
  if (!on.ok) return on
  return known.ok ? ok({ trueOn: on.value, knownOn: known.value }) : known
}

export type History = { acts: Act[]; folded: Folded; fields: FieldHistory[] }

/** Every field of a cooperative with where it comes from, seen from today or from a past day. */
export async function historyOf(tx: Db | Tx, keys: Keys, id: string, { trueOn, knownOn }: Past): Promise<History> {
  const acts = await listActs(tx, keys, id)
  const knownAt = knownOn === undefined ? undefined
    : wibMidnight(Temporal.PlainDate.from(knownOn).add({ days: 1 })).subtract({ milliseconds: 1 })
  const folded = fold(acts, trustOf, { trueOn, knownAt })
  const fields = Object.entries(folded.values).flatMap(([field, value]): FieldHistory[] => {
    const origin = folded.origins[field]
    const rivals = (folded.rivals[field] ?? []).map((rival) => saidOf(field, rival.value, rival.act))
    return origin ? [{ field, ...saidOf(field, value, origin), rivals }] : []
  })
  return { acts, folded, fields }
}
