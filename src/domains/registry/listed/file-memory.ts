import { type DuplicateSide, type PreparedSide, prepareSide } from '../core/duplicates-side.ts'

/** What is remembered of a row of the file, to find the rows that tell of the same business. */
export type Remembered = {
  number: number
  side: DuplicateSide
  /** Equal for rows that say the same. */
  digest: string
  businessId: string
  ownerId: string
  /** Keyed index of the owner's NIK, where the registry knows it and the row does not tell it. */
  ownerNationalId?: string | undefined
}

/** A key that so many rows share tells nothing. */
const MOST_UNDER_KEY = 60
const MOST_PREPARED = 20_000

export type FileMemory = {
  add(row: Remembered, keys: readonly number[]): void
  /** Places of the rows that share one of the keys, the earliest first. */
  find(keys: readonly number[]): number[]
  at(place: number): Remembered
  sideAt(place: number): PreparedSide
  find1(key: number): number | undefined
}

/**
 * The rows of a file seen so far. Kept compact, because there may be hundreds of thousands: sides as text, made ready again when they are
 * needed, and chains of places under each key in plain arrays.
 */
export function fileMemory(): FileMemory {
  const rows: string[] = []
  const prepared = new Map<number, PreparedSide>()
  const chains = keyChains()

  const at = (place: number): Remembered => {
    const text = rows[place]
    if (text === undefined) throw new Error(`no row is remembered at ${place}`)
    const [number, side, digest, businessId, ownerId, ownerNationalId]: [number, DuplicateSide, string, string, string, string?] = JSON.parse(text)
    return { number, side, digest, businessId, ownerId, ownerNationalId }
  }
  return {
    at,
    add({ number, side, digest, businessId, ownerId, ownerNationalId }, keys) {
      const place = rows.push(JSON.stringify([number, side, digest, businessId, ownerId, ...ownerNationalId === undefined ? [] : [ownerNationalId]])) - 1
      for (const key of keys) chains.add(key, place)
    },
    find: (keys) => [...new Set(keys.flatMap((key) => chains.find(key)))].sort((a, b) => a - b),
    find1: (key) => chains.find(key).at(0),
    sideAt(place) {
      const known = prepared.get(place)
      if (known) return known
      if (prepared.size >= MOST_PREPARED) prepared.clear()
      const made = prepareSide(at(place).side)
      prepared.set(place, made)
      return made
    },
  }
}

/** Places under whole numbers: a hash table of open addressing whose slots head chains. About 30 bytes for each key of a row. */
function keyChains() {
  let slots = 1 << 16
  let keysAt = new Float64Array(slots).fill(-1)
  let lastAt = new Int32Array(slots)
  let countAt = new Uint8Array(slots)
  let used = 0
  let links = new Int32Array(1 << 16)
  let places = new Int32Array(1 << 16)
  let filled = 0

  const slotOf = (key: number): number => {
    let slot = key % slots
    while (keysAt[slot] !== -1 && keysAt[slot] !== key) slot = slot + 1 === slots ? 0 : slot + 1
    return slot
  }
  const grow = () => {
    const [keys, lasts, counts] = [keysAt, lastAt, countAt]
    slots *= 2
    keysAt = new Float64Array(slots).fill(-1)
    lastAt = new Int32Array(slots)
    countAt = new Uint8Array(slots)
    keys.forEach((key, old) => {
      if (key === -1) return
      const slot = slotOf(key)
      keysAt[slot] = key
      lastAt[slot] = lasts[old] ?? 0
      countAt[slot] = counts[old] ?? 0
    })
  }
  const widen = () => {
    const [oldLinks, oldPlaces] = [links, places]
    links = new Int32Array(oldLinks.length * 2)
    places = new Int32Array(oldPlaces.length * 2)
    links.set(oldLinks)
    places.set(oldPlaces)
  }
  return {
    add(key: number, place: number): void {
      if (used * 2 > slots) grow()
      const slot = slotOf(key)
      if (keysAt[slot] === -1) {
        keysAt[slot] = key
        lastAt[slot] = -1
        used += 1
      }
      const count = countAt[slot] ?? 0
      if (count >= MOST_UNDER_KEY) return
      if (filled === links.length) widen()
      links[filled] = lastAt[slot] ?? -1
      places[filled] = place
      lastAt[slot] = filled
      countAt[slot] = count + 1
      filled += 1
    },
    find(key: number): number[] {
      const slot = slotOf(key)
      if (keysAt[slot] === -1) return []
      const found: number[] = []
      for (let link = lastAt[slot] ?? -1; link !== -1; link = links[link] ?? -1) found.push(places[link] ?? 0)
      return found
    },
  }
}
