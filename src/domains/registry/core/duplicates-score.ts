import type { Levels } from './duplicates-levels.ts'
import { ALONE, BASE, TOGETHER } from './duplicates-weights.ts'

type Part = keyof Levels

/** Steps that say nothing: they weigh 0, alone and together. */
export const SILENT_STEPS: ReadonlySet<string> = new Set(['unknown', 'trade-only'])

/**
 * Respects that are weighed together as well as alone. The same RT means something in the same village only; a plain name says more beside
 * the same trade; the same house says little when the owner is the same, and much when he is not.
 */
export const TOGETHER_PARTS = [
  ['activity', 'trade'], ['village', 'hamlet'], ['name', 'trade'], ['owner', 'address'], ['owner', 'hamlet'], ['village', 'address'],
  ['address', 'distance'], ['name', 'village'], ['village', 'distance'], ['hamlet', 'distance'], ['name', 'owner'], ['village', 'trade'], ['owner', 'village'], ['owner', 'trade'], ['owner', 'activity'], ['name', 'activity'],
] as const satisfies readonly (readonly [Part, Part])[]

const keyOf = (levels: Levels) =>
  `${levels.name} ${levels.owner} ${levels.village} ${levels.address} ${levels.hamlet} ${levels.distance} ${levels.activity} ${levels.trade}`

const known = new Map<string, number>()

/** From the steps to the score, 0 to 1. Some ten thousand combinations occur; each is reckoned once. */
export function scoreOf(levels: Levels): number {
  const key = keyOf(levels)
  const before = known.get(key)
  if (before !== undefined) return before
  const logOdds = Object.values(addsOf(levels)).reduce((sum, adds) => sum + adds, BASE)
  const score = 1 / (1 + Math.exp(-logOdds))
  known.set(key, score)
  return score
}

/** What each respect adds to the log-odds: its own weight, and half of what it weighs together with another. */
export function addsOf(levels: Levels): Record<Part, number> {
  const adds: Record<Part, number> = {
    name: ALONE.name[levels.name], owner: ALONE.owner[levels.owner], village: ALONE.village[levels.village], address: ALONE.address[levels.address],
    hamlet: ALONE.hamlet[levels.hamlet], distance: ALONE.distance[levels.distance], activity: ALONE.activity[levels.activity], trade: ALONE.trade[levels.trade],
  }
  for (const [one, other] of TOGETHER_PARTS) {
    const weight = TOGETHER[`${one}*${other}`]?.[`${levels[one]}*${levels[other]}`] ?? 0
    adds[one] += weight / 2
    adds[other] += weight / 2
  }
  return adds
}
