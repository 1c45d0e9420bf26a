import { protectAreas } from '../../../kernel/protect-areas.ts'

export type Tally = { key: string; count: number }
/** `count` null: small, or it would follow from the others, so it is not published. */
export type PublicTally = { key: string; count: number | null }

/** Counts of parts of one whole as they may be published: no small number, and none that follows by subtraction; nor a small whole. */
export function publicTallies(parts: readonly Tally[]): { total: number | null; parts: PublicTally[] } {
  const total = parts.reduce((sum, part) => sum + part.count, 0)
  const counts = new Map([['all', total], ...parts.map(({ key, count }): [string, number] => [key, count])])
  const hidden = protectAreas({ code: 'all', children: parts.map(({ key }) => ({ code: key })) }, (code) => [counts.get(code) ?? 0])
  return {
    total: hidden.has('all') ? null : total,
    parts: parts.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })),
  }
}
