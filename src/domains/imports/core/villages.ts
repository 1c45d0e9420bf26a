import { ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'
import { importsId as t } from '../messages.id.ts'
import { placeKey, slipsAllowed, splitPlace } from './place-names.ts'
import { slipsBetween } from './plain-words.ts'
import { doubted, refused } from './reading.ts'
import type { Fault, Remark } from './reading.ts'

/**
 * A village (desa or kelurahan) of the office's area, present or former. `code` is the Kemendagri code `35.15.05.2001`.
 * `validTo`: the day on which it was struck from the list. `successorCode`: the village that took its place, where that is known;
 * `successorNote`: what is known of its end, in words (the decree).
 */
export type Village = {
  code: string; name: string; kind: string; districtCode: string; districtName: string
  bpsCode?: string | null; validTo?: string | null; successorCode?: string | null; successorNote?: string | null
}

/** Another spelling of a village, or of a district. */
export type PlaceAlias = { code: string; alias: string }

/** What a list says of the place; all as found. `code` may be Kemendagri's, with or without dots, or that of BPS. */
export type StatedPlace = { village?: string | undefined; district?: string | undefined; code?: string | undefined }

export type VillageMatch = { code: string; how: 'code' | 'exact' | 'alias' | 'typing' | 'renamed'; note?: Remark }

export type VillageMatcher = {
  /** The village meant; never one of another kecamatan than the one stated. Answers are remembered, so repeated places cost nothing. */
  match: (place: StatedPlace) => Result<VillageMatch, Fault>
  /** Is this the name, or another spelling of the name, of a village or of a kecamatan? For telling which column is which. */
  isVillage: (text: string) => boolean
  isDistrict: (text: string) => boolean
}

type Name = { key: string; village: Village; how: 'exact' | 'alias' }
type District = { code: string; name: string; names: Name[] }

/** Keeps the memory of a run bounded however many spellings a list invents. */
const MOST_REMEMBERED = 50_000

/** A matcher over the villages of one office. Twelve names of Sidoarjo occur in several kecamatan: a name alone is often no answer. */
export function villageMatcher(villages: readonly Village[], aliases: readonly PlaceAlias[]): VillageMatcher {
  const book = bookOf(villages, aliases)
  const remembered = new Map<string, Result<VillageMatch, Fault>>()
  return {
    match(place) {
      const key = `${place.code ?? ''}\u0000${place.village ?? ''}\u0000${place.district ?? ''}`
      const before = remembered.get(key)
      if (before) return before
      if (remembered.size >= MOST_REMEMBERED) remembered.clear()
      const found = find(book, place)
      remembered.set(key, found)
      return found
    },
    isVillage: (text) => book.villageNames.has(placeKey(text)),
    isDistrict: (text) => book.districtNames.has(placeKey(text)),
  }
}

type Book = {
  byCode: Map<string, Village>
  districts: Map<string, District>
  districtNames: Map<string, District>
  villageNames: Map<string, Name[]>
}

function bookOf(villages: readonly Village[], aliases: readonly PlaceAlias[]): Book {
  const book: Book = { byCode: new Map(), districts: new Map(), districtNames: new Map(), villageNames: new Map() }
  for (const village of villages) {
    book.byCode.set(village.code.replaceAll('.', ''), village)
    if (village.bpsCode && !book.byCode.has(village.bpsCode)) book.byCode.set(village.bpsCode, village)
    const district = book.districts.get(village.districtCode) ?? { code: village.districtCode, name: village.districtName, names: [] }
    book.districts.set(district.code, district)
    book.districtNames.set(placeKey(district.name), district)
    addName(book, district, { key: placeKey(village.name), village, how: 'exact' })
  }
  for (const { code, alias } of aliases) {
    const village = book.byCode.get(code.replaceAll('.', ''))
    const district = book.districts.get(village?.districtCode ?? code)
    if (village && district) addName(book, district, { key: placeKey(alias), village, how: 'alias' })
    else if (district && !book.districtNames.has(placeKey(alias))) book.districtNames.set(placeKey(alias), district)
  }
  return book
}

function addName(book: Book, district: District, name: Name): void {
  // "Bluru Kidul" and "Blurukidul" have one key: an alias that says nothing new is left out.
  if (district.names.some(({ key, village }) => key === name.key && village.code === name.village.code)) return
  district.names.push(name)
  book.villageNames.set(name.key, [...(book.villageNames.get(name.key) ?? []), name])
}

function find(book: Book, place: StatedPlace): Result<VillageMatch, Fault> {
  const code = place.code?.replace(/[^0-9]/g, '') ?? ''
  const village = place.village?.trim() ?? ''
  const split = splitPlace(village, (text) => book.districtNames.has(placeKey(text)))
  const districtText = place.district?.trim() || split.district
  if (code !== '') {
    const byCode = book.byCode.get(code)
    if (byCode) return agreed(byCode, village, place, book)
    if (village === '') return fault('village-code-unknown', t.places.codeUnknown(place.code ?? ''))
  }
  if (placeKey(split.village) === '') return fault('village-missing', t.places.missing)
  if (!districtText) return anywhere(book, split.village)
  const district = districtNamed(book, districtText)
  if (!district) return fault('district-unknown', t.places.districtUnknown(districtText))
  const found = within(book, district.district, split.village)
  return found.ok && district.note && !found.value.note ? ok({ ...found.value, note: district.note }) : found
}

/** A code with a name beside it must mean the same place; otherwise a person has to say which of the two is right. */
function agreed(village: Village, name: string, place: StatedPlace, book: Book): Result<VillageMatch, Fault> {
  const key = placeKey(splitPlace(name, (text) => book.districtNames.has(placeKey(text))).village)
  const district = book.districts.get(village.districtCode)
  const isNamed = key === '' || (district?.names.some((one) => one.village.code === village.code
    && slipsBetween(one.key, key, slipsAllowed(key)) !== undefined) ?? false)
  return isNamed
    ? present(village, { code: village.code, how: 'code' }, book)
    : fault('code-and-name-differ', t.places.codeAndName(place.code ?? '', village.name, village.districtName, name), true)
}

function districtNamed(book: Book, text: string): { district: District; note?: Remark } | undefined {
  const key = placeKey(text)
  const exact = book.districtNames.get(key)
  if (exact) return { district: exact }
  const near = nearest([...book.districtNames].map(([name, district]) => ({ key: name, district })), key)
  const found = new Set(near.map(({ district }) => district))
  const [only] = found
  if (!only || found.size > 1) return undefined
  return { district: only, note: { code: 'district-typing', sentence: t.places.districtTyping(text, only.name) } }
}

function within(book: Book, district: District, text: string): Result<VillageMatch, Fault> {
  const key = placeKey(text)
  const exact = district.names.filter((name) => name.key === key)
  const [name] = exact.some(isPresent) ? exact.filter(isPresent) : exact
  if (name) return present(name.village, { code: name.village.code, how: name.how }, book)
  const elsewhere = distinct(book.villageNames.get(key) ?? []).filter(isPresent)
  if (elsewhere.length > 0) {
    return fault('village-elsewhere', t.places.elsewhere(text, district.name, elsewhere.map(({ village }) => village.districtName)), true)
  }
  const near = distinct(nearest(district.names, key))
  if (near.length > 1) {
    return fault('village-ambiguous', t.places.ambiguous(text, near.map(({ village }) => village.name), district.name), true)
  }
  const [only] = near
  if (only) {
    const note = { code: 'village-typing', sentence: t.places.typing(text, only.village.name, district.name) }
    return present(only.village, { code: only.village.code, how: 'typing', note }, book)
  }
  return fault('village-unknown', t.places.unknown(text, district.name))
}

/** Without a kecamatan only a name that the regency has once is an answer; a slip of the hand is then no more than a guess. */
function anywhere(book: Book, text: string): Result<VillageMatch, Fault> {
  const key = placeKey(text)
  const named = distinct(book.villageNames.get(key) ?? [])
  const [name, ...others] = named
  if (name && others.length === 0) {
    const note = { code: 'district-missing', sentence: t.places.districtMissing(text, name.village.districtName) }
    return present(name.village, { code: name.village.code, how: name.how, note }, book)
  }
  if (name) return fault('village-several', t.places.several(text, named.map(({ village }) => village.districtName)), true)
  const near = distinct(nearest([...book.villageNames.values()].flat(), key)).filter(isPresent)
  const guesses = near.slice(0, 3).map(({ village }) => `${village.name} (${village.districtName})`)
  return guesses.length > 0
    ? fault('village-guess', t.places.guess(text, guesses), true)
    : fault('village-unknown', t.places.unknownAnywhere(text))
}

/** A village that still is; a former one leads to its successor, or is refused with what is known of its end. */
function present(village: Village, match: VillageMatch, book: Book): Result<VillageMatch, Fault> {
  if (!village.validTo) return ok(match)
  const successor = village.successorCode ? book.byCode.get(village.successorCode.replaceAll('.', '')) : undefined
  if (!successor || successor.validTo) return fault('village-deleted', t.places.deleted(village, village.successorNote ?? undefined))
  const note = { code: 'village-renamed', sentence: t.places.renamed(village.name, successor.name, successor.districtName) }
  return ok({ code: successor.code, how: 'renamed', note })
}

const isPresent = ({ village }: Name) => !village.validTo
const distinct = (names: readonly Name[]): Name[] => [...new Map(names.map((name) => [name.village.code, name])).values()]

/** The names with the fewest slips, none when even those have too many. */
function nearest<N extends { key: string }>(names: readonly N[], key: string): N[] {
  let most = slipsAllowed(key)
  let near: N[] = []
  for (const name of names) {
    const slips = most === 0 ? undefined : slipsBetween(name.key, key, most)
    if (slips === undefined) continue
    if (slips < most) near = []
    most = slips
    near.push(name)
  }
  return near
}

const fault = (code: string, sentence: string, isDoubtful = false) => (isDoubtful ? doubted(code, sentence) : refused(code, sentence))
