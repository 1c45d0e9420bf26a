import type { Levels } from './duplicates-levels.ts'
import { ALONE, BASE, TOGETHER } from './duplicates-weights.ts'

type Part = keyof Levels

/** Steps that say nothing: they weigh 0, alone and together. */
export const SILENT_STEPS: ReadonlySet<string> = new Set(['unknown', 'trade-only'])

/**
 * Whether the owner is known to be the same, which an unknown one is not: then place says little, and name and trade nearly everything;
 * else it is the other way round.
 */
function whoseOf({ owner }: Pick<Levels, 'owner'>): 'same-owner' | 'other-owner' {
  return owner === 'national-id' || owner === 'slip' || owner === 'nib' || owner === 'phone-and-name' ? 'same-owner' : 'other-owner'
}

/**
 * Respects that are weighed together as well as alone; `whose` is the owner's step made coarse. The same RT means something in the same
 * village only; a plain name says more beside the same trade; the class of the KBLI less beside the same trade on the signboard.
 */
export const TOGETHER_PARTS = [
  ['whose', 'name'], ['whose', 'village'], ['whose', 'address'], ['whose', 'hamlet'], ['whose', 'distance'], ['whose', 'activity'],
  ['whose', 'trade'], ['village', 'hamlet'], ['village', 'address'], ['village', 'distance'], ['address', 'distance'],
  ['hamlet', 'distance'], ['address', 'hamlet'], ['name', 'trade'], ['name', 'village'], ['activity', 'trade'],
] as const satisfies readonly (readonly [Part | 'whose', Part])[]

/** The step of a respect, or whose business it is. */
export const stepOf = (levels: Levels, part: Part | 'whose'): string => (part === 'whose' ? whoseOf(levels) : levels[part])

const keyOf = ({ name, owner, village, address, hamlet, distance, activity, trade }: Levels) =>
  `${name} ${owner} ${village} ${address} ${hamlet} ${distance} ${activity} ${trade}`

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
    name: ALONE.name[levels.name], owner: ALONE.owner[levels.owner], village: ALONE.village[levels.village],
    address: ALONE.address[levels.address], hamlet: ALONE.hamlet[levels.hamlet], distance: ALONE.distance[levels.distance],
    activity: ALONE.activity[levels.activity], trade: ALONE.trade[levels.trade],
  }
  for (const [one, other] of TOGETHER_PARTS) {
    const weight = TOGETHER[`${one}*${other}`]?.[`${stepOf(levels, one)}*${levels[other]}`] ?? 0
    // An owner of whom nothing is known explains nothing: the other respect bears the whole.
    if (one === 'whose' && levels.owner === 'unknown') adds[other] += weight
    else {
      adds[one === 'whose' ? 'owner' : one] += weight / 2
      adds[other] += weight / 2
    }
  }
  return adds
}
