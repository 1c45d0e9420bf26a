import { createHash } from 'node:crypto'
import { type HashOf, chainText } from './chain.ts'

/**
 * One act, as it is written to the log: ids and codes only, never a name, number or word of a person.
 * `for` is the person it was done for when another acted; `data` holds codes and counts.
 */
export type LogEntry = {
  what: string
  kind: string
  subject: string
  actor?: string
  role?: string
  for?: string
  from?: string
  to?: string
  data?: Record<string, string | number | boolean | null | string[]>
}

/** Text that is the same for the same entry everywhere: keys sorted, no spaces, absent keys left out (RFC 8785 for this subset). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, one]) => one !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1))
    return `{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

export const sha256: HashOf = (text) => createHash('sha256').update(text).digest('hex')

/** The hash that chains an entry. */
export const chainHash = (prev: string, seq: number, body: string): string => sha256(chainText({ prev, seq, body }))
