/** What a caller knows of the map, by Kemendagri codes of villages. */
export type VillageMap = {
  /** Whether the two touch; false for one and the same. */
  areNeighbours: (villageA: string, villageB: string) => boolean
  /** The villages that touch this one, in no order; none for a code that is not on the map. */
  neighboursOf: (village: string) => readonly string[]
}

/**
 * The map out of pairs of villages that touch; each pair may be given in either direction, once or twice.
 * Source of the pairs: reference/regions/desa-bersebelahan.csv
 */
export function neighbourMap(pairs: Iterable<readonly [villageA: string, villageB: string]>): VillageMap {
  const beside = new Map<string, Set<string>>()
  const add = (from: string, to: string) => {
    const known = beside.get(from)
    if (known) known.add(to)
    else beside.set(from, new Set([to]))
  }
  for (const [a, b] of pairs) {
    if (a === b) continue
    add(a, b)
    add(b, a)
  }
  const lists = new Map([...beside].map(([village, near]) => [village, [...near]]))
  return {
    areNeighbours: (a, b) => beside.get(a)?.has(b) ?? false,
    neighboursOf: (village) => lists.get(village) ?? [],
  }
}

/** A map without roads: no two villages touch. */
export const NO_MAP: VillageMap = neighbourMap([])
