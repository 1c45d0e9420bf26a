import type { ListedPair, PairMark } from './pairs-store.ts'

const packed = (text: string): string => Buffer.from(text).toString('base64url')
const unpacked = (cursor: string): string => Buffer.from(cursor, 'base64url').toString()

/** Where a list of pairs ended, as text that nobody needs to read. */
export const pairCursor = (last: ListedPair<unknown> | undefined): string | null => (last ? packed(`${last.score}/${last.a.id}/${last.b.id}`) : null)

/** @returns undefined for a text that is no cursor of ours */
export function pairMark(cursor: string | undefined): PairMark | undefined {
  const [, score, a, b] = /^(\d(?:\.\d+)?(?:e-\d+)?)\/([0-9a-f-]{36})\/([0-9a-f-]{36})$/.exec(unpacked(cursor ?? '')) ?? []
  return score === undefined || a === undefined || b === undefined ? undefined : { score: Number(score), a, b }
}

/** Where a list by moment and id ended. */
export const momentCursor = (at: Date | null | undefined, id: string | undefined): string | null => (at && id ? packed(`${at.getTime()}/${id}`) : null)

/** @returns undefined for a text that is no cursor of ours */
export function momentMark(cursor: string | undefined): { atMs: number; id: string } | undefined {
  const [, ms, id] = /^(\d{1,15})\/([0-9a-f-]{36})$/.exec(unpacked(cursor ?? '')) ?? []
  return ms === undefined || id === undefined ? undefined : { atMs: Number(ms), id }
}
