import { isRecord, isTextOrNone, jsonOf } from '../../../kernel/json.ts'

/** An entry of the event log, as far as figures need it. `at` in milliseconds; `data` holds codes and counts. */
export type Entry = {
  seq: number; at: number; what: string; kind: string; subject: string; role?: string | undefined; actor?: string | undefined
  from?: string | undefined; to?: string | undefined
  data: Readonly<Record<string, unknown>>
}

/** Reads the text of an entry (`body` of a line of the exported log). @returns undefined for a text that is no entry */
export function readEntry(seq: number, body: string): Entry | undefined {
  const json = jsonOf(body)
  if (!isRecord(json)) return undefined
  const { at, what, kind, subject, actor, role, from, to, data = {} } = json
  if (typeof at !== 'string' || typeof what !== 'string' || typeof kind !== 'string' || typeof subject !== 'string' || !isRecord(data)) return undefined
  if (!isTextOrNone(actor) || !isTextOrNone(role) || !isTextOrNone(from) || !isTextOrNone(to)) return undefined
  const moment = Date.parse(at)
  return Number.isNaN(moment) ? undefined : { seq, at: moment, what, kind, subject, actor, role, from, to, data }
}

/** What figures are made of: the steps of cases; beside them only the calendar. */
export const isOfCase = ({ kind, what }: Pick<Entry, 'kind' | 'what'>): boolean => kind === 'application' && what.startsWith('application.')

/** A text out of an entry's data; undefined when it is not there. */
export function textIn({ data }: Entry, key: string): string | undefined {
  const value = data[key]
  return typeof value === 'string' ? value : undefined
}

export function countIn({ data }: Entry, key: string): number | undefined {
  const value = data[key]
  return typeof value === 'number' ? value : undefined
}

export function listIn({ data }: Entry, key: string): readonly string[] {
  const value = data[key]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
