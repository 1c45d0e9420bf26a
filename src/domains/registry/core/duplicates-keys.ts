import { type DuplicateSide, type PreparedSide, type Word, prepareSide } from './duplicates-side.ts'
import type { VillageMap } from './neighbours.ts'

/**
 * A key that so many records share tells nothing (the phone of a mentor, a word of a whole street): it is passed over. What it would have
 * found is nearly always found by another key.
 */
export const MOST_IN_BLOCK = 60

/**
 * Keys under which a record is filed for comparing: short texts. Two records of which neither is filed under a key that the other looks up
 * (`duplicateLookups`) are never compared. Equal owner (NIK, family card, phone), equal NIB; or in one village two words of the
 * business's or
 * of the owner's name, one of them with a word of the trade, a rare word of the business's name, or the house.
 */
export function duplicateKeys(side: DuplicateSide | PreparedSide): string[] {
  const ready = preparedOf(side)
  const { villageCode } = ready.side
  return [...personKeys(ready), ...villageKeys(ready).map((key) => villageCode + key),
    ...ownVillageKeys(ready).map((key) => villageCode + key)]
}

/** Keys to look for: those of the record, and the telling ones of them in the villages beside its own. */
export function duplicateLookups(side: DuplicateSide | PreparedSide, map: VillageMap): string[] {
  const ready = preparedOf(side)
  const keys = duplicateKeys(ready)
  const telling = villageKeys(ready)
  for (const village of map.neighboursOf(ready.side.villageCode)) for (const key of telling) keys.push(village + key)
  return keys
}

const preparedOf = (side: DuplicateSide | PreparedSide) => ('side' in side ? side : prepareSide(side))

function personKeys({ side }: PreparedSide): string[] {
  const numbers = [['i', side.nationalId], ['p', side.phone], ['b', side.nib], ['f', side.familyCard]] as const
  return numbers.flatMap(([kind, number]) => (number ? [`${kind}:${number}`] : []))
}

/** Keys that find few others, even in seven villages. */
function villageKeys({ name, owner, trades }: PreparedSide): string[] {
  const keys = new Set<string>()
  for (const [kind, words] of [['n', name], ['o', owner]] as const) {
    addPairs(keys, kind, words)
    for (const trade of trades) for (const { sound } of words) keys.add(`${kind}${sound}+${trade.slice(0, 5)}`)
  }
  return [...keys]
}

/** Keys that would find too many in a wider circle. */
function ownVillageKeys({ name, owner, street, houseNumber }: PreparedSide): string[] {
  const keys: string[] = []
  for (const { weight, sound } of name) if (weight > 1 || name.length === 1) keys.push(`n${sound}`)
  const [only] = owner
  if (only && owner.length === 1) keys.push(`o${only.sound}`)
  if (street !== '' && houseNumber !== '') keys.push(`a${street.slice(0, 8)}${houseNumber}`)
  return keys
}

/** Every two words by sound, in alphabetical order: a third may be lost or added. */
function addPairs(keys: Set<string>, kind: string, words: readonly Word[]): void {
  words.forEach(({ sound: one }, at) => {
    for (const { sound: other } of words.slice(at + 1)) keys.add(one < other ? `${kind}${one}-${other}` : `${kind}${other}-${one}`)
  })
}
