import { distanceM } from './coordinates.ts'
import { matchWords } from './duplicates-name.ts'
import type { WordMatch } from './duplicates-name.ts'
import type { DuplicateSide, PreparedSide } from './duplicates-side.ts'
import type { VillageMap } from './neighbours.ts'
import { isOneSlip } from './slips.ts'

/**
 * How far two records agree in each respect, in steps that a person can check. The steps of one respect exclude each other; each has its
 * weight in `duplicates-weights.ts`.
 */
export type Levels = {
  name: NameLevel; owner: OwnerLevel; village: VillageLevel; address: AddressLevel; hamlet: HamletLevel
  distance: DistanceLevel; activity: ActivityLevel; trade: TradeLevel
}

export type NameLevel =
  | 'same-rare' | 'same' | 'same-common' | 'within' | 'within-common'
  | 'other-owner' | 'partly' | 'owner-instead' | 'trade-only' | 'different'
export type OwnerLevel =
  | 'national-id' | 'slip' | 'nib' | 'phone-and-name' | 'family' | 'phone' | 'name' | 'short-name'
  | 'namesake' | 'unknown' | 'different' | 'other-person' | 'other-house'
export type VillageLevel = 'same' | 'neighbour' | 'elsewhere'
export type AddressLevel = 'same' | 'street' | 'unknown' | 'other-number' | 'other'
export type HamletLevel = 'same' | 'unknown' | 'other'
export type DistanceLevel = 'spot' | 'near' | 'unknown' | 'apart'
export type ActivityLevel = 'same' | 'group' | 'unknown' | 'other'
export type TradeLevel = 'same-sign' | 'same' | 'partly' | 'unknown' | 'other' | 'other-sign'

/** Metres within which two points are one place; and from which one village has two places. */
const SAME_PLACE_M = 50
const APART_M = 300

/** All that comparing needs of the map. */
export type Touching = Pick<VillageMap, 'areNeighbours'>

/** What the comparison found on its way, for the explanation. `metres` only when both points are known. */
export type Compared = { levels: Levels; name: WordMatch; owner: WordMatch | undefined; metres: number | undefined }

/** The step in every respect. Symmetric. */
export function compareSides(a: PreparedSide, b: PreparedSide, map: Touching): Compared {
  const name = matchWords(a.name, b.name)
  const owner = a.owner.length > 0 && b.owner.length > 0 ? matchWords(a.owner, b.owner) : undefined
  const metres = metresBetween(a.side, b.side)
  const levels = {
    name: nameLevel(a, b, name), owner: ownerLevel(a.side, b.side, owner),
    village: villageLevel(a.side.villageCode, b.side.villageCode, map), address: addressLevel(a, b), hamlet: hamletLevel(a, b),
    distance: distanceLevel(metres), activity: activityLevel(a.side, b.side), trade: tradeLevel(a, b),
  }
  return { levels, name, owner, metres }
}

function nameLevel(a: PreparedSide, b: PreparedSide, { overlap, within, shared }: WordMatch): NameLevel {
  if (overlap >= 0.85) return shared >= 3.5 ? 'same-rare' : shared >= 1.8 ? 'same' : 'same-common'
  if (isNameOfOther(a, b) || isNameOfOther(b, a)) return 'other-owner'
  if (within >= 0.85) return shared >= 1.8 ? 'within' : 'within-common'
  if (a.name.length === 0 || b.name.length === 0) return 'trade-only'
  if (a.isNamedAsOwner || b.isNamedAsOwner) return 'owner-instead'
  return overlap > 0.3 ? 'partly' : 'different'
}

// A list that writes the wife's name as the name of a business the husband is said to own.
function isNameOfOther(one: PreparedSide, other: PreparedSide): boolean {
  return one.name.length > 1 && !one.isNamedAsOwner && other.owner.length > 1 && matchWords(one.name, other.owner).overlap >= 0.85
}

const bothKnown = (a: string | undefined, b: string | undefined) => a !== undefined && a !== '' && b !== undefined && b !== ''
const isSame = (a: string | undefined, b: string | undefined) => a !== undefined && a !== '' && a === b

/** From this overlap on two owners' names are one; and from this weight on a name is more than one word that many bear. */
const SAME_NAME = 0.85
const LONG_NAME = 2.5

function ownerLevel(a: DuplicateSide, b: DuplicateSide, names: WordMatch | undefined): OwnerLevel {
  const namesAgree = names !== undefined && names.overlap >= SAME_NAME
  if (isSame(a.nationalId, b.nationalId)) return 'national-id'
  if (namesAgree && a.nationalId && b.nationalId && isSlipOfDigits(a.nationalId, b.nationalId)) return 'slip'
  if (isSame(a.nib, b.nib)) return 'nib'
  const samePhone = isSame(a.phone, b.phone)
  if (samePhone && names && names.within >= SAME_NAME) return 'phone-and-name'
  if (isSame(a.familyCard, b.familyCard)) return 'family'
  if (samePhone) return 'phone'
  if (bothKnown(a.familyCard, b.familyCard)) return 'other-house'
  const isOther = bothKnown(a.nationalId, b.nationalId) || bothKnown(a.nib, b.nib)
  if (names && names.within >= SAME_NAME) {
    if (isOther) return 'namesake'
    return namesAgree && names.shared >= LONG_NAME ? 'name' : 'short-name'
  }
  if (isOther) return 'other-person'
  return names ? 'different' : 'unknown'
}

const isSlipOfDigits = (a: string, b: string) => a.length === 16 && b.length === 16 && /^\d+$/.test(a) && /^\d+$/.test(b) && isOneSlip(a, b)

function metresBetween(a: DuplicateSide, b: DuplicateSide): number | undefined {
  if (a.latitude === undefined || a.longitude === undefined || b.latitude === undefined || b.longitude === undefined) return undefined
  return distanceM({ latitude: a.latitude, longitude: a.longitude }, { latitude: b.latitude, longitude: b.longitude })
}

function villageLevel(a: string, b: string, map: Touching): VillageLevel {
  if (a === b) return 'same'
  return map.areNeighbours(a, b) ? 'neighbour' : 'elsewhere'
}

function addressLevel(a: PreparedSide, b: PreparedSide): AddressLevel {
  if (a.street === '' || b.street === '') return 'unknown'
  if (a.street !== b.street) return 'other'
  if (a.houseNumber === '' || b.houseNumber === '') return 'street'
  return a.houseNumber === b.houseNumber ? 'same' : 'other-number'
}

function hamletLevel(a: PreparedSide, b: PreparedSide): HamletLevel {
  if (a.rtRw === '' || b.rtRw === '') return 'unknown'
  return a.rtRw === b.rtRw ? 'same' : 'other'
}

function distanceLevel(metres: number | undefined): DistanceLevel {
  if (metres === undefined) return 'unknown'
  if (metres < SAME_PLACE_M) return 'spot'
  return metres < APART_M ? 'near' : 'apart'
}

// Codes of two versions of the KBLI cannot be compared: the same digits mean other things. A version nobody noted may be the same.
function activityLevel(a: DuplicateSide, b: DuplicateSide): ActivityLevel {
  if (!bothKnown(a.kbli, b.kbli) || (a.kbliVersion !== b.kbliVersion && bothKnown(a.kbliVersion, b.kbliVersion))) return 'unknown'
  if (a.kbli === b.kbli) return 'same'
  return a.kbli.slice(0, 3) === b.kbli.slice(0, 3) ? 'group' : 'other'
}

function tradeLevel(a: PreparedSide, b: PreparedSide): TradeLevel {
  const onSign = sharedPart(a.signTrades, b.signTrades)
  if (onSign >= MOSTLY) return 'same-sign'
  const all = sharedPart(a.trades, b.trades)
  // Two signboards that name different trades: a product in common is a part of what both sell, or was copied.
  if (all >= MOSTLY && onSign !== 0) return 'same'
  if (all > 0) return 'partly'
  if (onSign === 0) return 'other-sign'
  return all === 0 ? 'other' : 'unknown'
}

const MOSTLY = 0.6

/** Share of the shorter list that the other has too; below 0 when one of them is empty. */
function sharedPart(as: readonly string[], bs: readonly string[]): number {
  if (as.length === 0 || bs.length === 0) return -1
  let shared = 0
  for (const a of as) if (bs.includes(a)) shared += 1
  return shared / Math.min(as.length, bs.length)
}
