import type { Sort } from './filter.ts'

/**
 * Where the last part of a list ended: the value by which it is sorted, and the id that decides between equals. For `relevance`
 * the value is the score and the moment of entry.
 */
export type ListMark = { sort: Sort; key: string; id: string }

const CODES: Record<Sort, string> = { relevance: 'r', newest: 'n', name: 'a', unconfirmed: 'u' }

/** What the key of each order looks like; whatever else comes as a cursor is none of ours. */
const KEYS: Record<Sort, RegExp> = {
  relevance: /^[01](?:\.\d{1,4})?:-?\d{1,15}$/, newest: /^-?\d{1,18}$/, unconfirmed: /^-?\d{1,18}$/, name: /^[^/\p{Cc}]{0,600}$/u,
}

/** The mark as text that nobody needs to read. */
export const cursorOf = ({ sort, key, id }: ListMark): string => Buffer.from(`${CODES[sort]}/${key}/${id}`).toString('base64url')

/** @returns undefined for a text that is no cursor of ours, or one of a list in another order */
export function markOf(cursor: string, sort: Sort): ListMark | undefined {
  const [, code, key, id] = /^([rnau])\/([^/]*)\/([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (code !== CODES[sort] || key === undefined || id === undefined || !KEYS[sort].test(key)) return undefined
  return { sort, key, id }
}
