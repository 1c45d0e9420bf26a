import { type DuplicateSide, type PreparedSide, prepareSide } from '../core/duplicates-side.ts'
import { businessIdOf, ownerIdOf } from './listed-row.ts'

/** What is remembered of a row of the file, to find the rows that tell of the same business. */
export type Remembered = {
  number: number
  /** Its number in the sender's list, and in the registry. */
  externalId: string | undefined
  registryNumber: string | undefined
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
const MOST_PREPARED = 2_000

export type FileMemory = {
  add(row: Remembered, keys: readonly number[]): void
  /** Places of the rows that share one of the keys, the earliest first. */
  find(keys: readonly number[]): number[]
  at(place: number): Remembered
  sideAt(place: number): PreparedSide
  /** Place of the last row that was filed under the key and is one of those meant. */
  findLast(key: number, isMeant: (row: Remembered) => boolean): number | undefined
}

/** The order in which a side lies in the text of a row. */
const SIDE = [
  'name', 'villageCode', 'kbli', 'kbliVersion', 'nationalId', 'phone', 'ownerName', 'latitude', 'longitude', 'nib', 'familyCard', 'product', 'address', 'rt', 'rw',
] as const satisfies readonly (keyof DuplicateSide)[]

type Packed = [number: number, digest: string, businessId: string | null, ownerId: string | null, externalId: string | null, registryNumber: string | null, ownerNationalId: string | null,
  ...side: (string | number | null)[]]

/**
 * The rows of a file seen so far. Kept compact, because there may be hundreds of thousands: each as one text without the names of its fields
 * and without the ids that its number gives, made ready again when it is needed; and chains of places under each key in plain arrays.
 */
export function fileMemory(batchId: string): FileMemory {
  const rows: string[] = []
  const prepared = new Map<number, PreparedSide>()
  const chains = keyChains()

  const pack = ({ number, digest, businessId, ownerId, externalId, registryNumber, ownerNationalId, side }: Remembered): Packed => [
    number, digest, businessId === businessIdOf(batchId, number) ? null : businessId, ownerId === ownerIdOf(batchId, number) ? null : ownerId,
    externalId ?? null, registryNumber ?? null, ownerNationalId ?? null, ...SIDE.map((field) => side[field] ?? null),
  ]
  const at = (place: number): Remembered => {
    const text = rows[place]
    if (text === undefined) throw new Error(`no row is remembered at ${place}`)
    const [number, digest, businessId, ownerId, externalId, registryNumber, ownerNationalId, ...values]: Packed = JSON.parse(text)
    const side = Object.assign({ name: '', villageCode: '', kbli: '' }, Object.fromEntries(SIDE.map((field, index) => [field, values[index] ?? undefined])))
    return {
      number, digest, businessId: businessId ?? businessIdOf(batchId, number), ownerId: ownerId ?? ownerIdOf(batchId, number),
      externalId: externalId ?? undefined, registryNumber: registryNumber ?? undefined, ownerNationalId: ownerNationalId ?? undefined, side,
    }
  }
  return {
    at,
    add(row, keys) {
      const place = rows.push(JSON.stringify(pack(row))) - 1
      for (const key of keys) chains.add(key, place)
    },
    find: (keys) => [...new Set(keys.flatMap((key) => chains.find(key)))].sort((a, b) => a - b),
    findLast: (key, isMeant) => chains.find(key).find((place) => isMeant(at(place))),
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

/** Bits of a key that a slot keeps; which slot it lies in tells some of the others. */
const MARK = 0x1_0000_0000
const EMPTY = -1

/**
 * Places under whole numbers: a hash table of open addressing whose slots head chains. A slot keeps 32 bits of its key, so that in a
 * file of some hundred thousand rows two keys are taken for one about once in a thousand questions: then a row too many is compared, and the
 * comparison tells. About 20 bytes for each key of a row.
 */
function keyChains() {
  let slots = 1 << 16
  let marks = new Uint32Array(slots)
  let lastAt = new Int32Array(slots).fill(EMPTY)
  let countAt = new Uint8Array(slots)
  let used = 0
  let links = new Int32Array(1 << 16)
  let places = new Int32Array(1 << 16)
  let filled = 0

  const slotFrom = (start: number, mark: number): number => {
    let slot = start
    while (lastAt[slot] !== EMPTY && marks[slot] !== mark) slot = slot + 1 === slots ? 0 : slot + 1
    return slot
  }
  // The mark alone says where to begin, so that a table can be made larger without the keys.
  const slotOf = (mark: number): number => slotFrom(Math.imul(mark, 0x9e3779b1) >>> 0 & (slots - 1), mark)
  const grow = () => {
    const [oldMarks, oldLast, oldCounts] = [marks, lastAt, countAt]
    slots *= 2
    marks = new Uint32Array(slots)
    lastAt = new Int32Array(slots).fill(EMPTY)
    countAt = new Uint8Array(slots)
    oldLast.forEach((last, old) => {
      if (last === EMPTY) return
      const mark = oldMarks[old] ?? 0
      const slot = slotOf(mark)
      marks[slot] = mark
      lastAt[slot] = last
      countAt[slot] = oldCounts[old] ?? 0
    })
  }
  const widen = () => {
    const [oldLinks, oldPlaces] = [links, places]
    const size = Math.ceil(links.length * 1.5)
    links = new Int32Array(size)
    places = new Int32Array(size)
    links.set(oldLinks)
    places.set(oldPlaces)
  }
  return {
    add(key: number, place: number): void {
      if (used * 4 > slots * 3) grow()
      const mark = key % MARK
      const slot = slotOf(mark)
      if (lastAt[slot] === EMPTY) {
        marks[slot] = mark
        used += 1
      }
      const count = countAt[slot] ?? 0
      if (count >= MOST_UNDER_KEY) return
      if (filled === links.length) widen()
      links[filled] = lastAt[slot] ?? EMPTY
      places[filled] = place
      lastAt[slot] = filled
      countAt[slot] = count + 1
      filled += 1
    },
    find(key: number): number[] {
      const found: number[] = []
      for (let link = lastAt[slotOf(key % MARK)] ?? EMPTY; link !== EMPTY; link = links[link] ?? EMPTY) found.push(places[link] ?? 0)
      return found
    },
  }
}
