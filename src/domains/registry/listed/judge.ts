import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Told } from '../../../kernel/ledger.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { listActsOf } from '../changes-store.ts'
import { duplicateKeys, duplicateLookups } from '../core/duplicates-keys.ts'
import { type PreparedSide, prepareSide } from '../core/duplicates-side.ts'
import { duplicateScore } from '../core/duplicates.ts'
import { hashOf } from '../core/key-hash.ts'
import { type Likeness, likenessOf } from '../core/matching.ts'
import { nameSimilarity, normalName } from '../core/names.ts'
import type { VillageMap } from '../core/neighbours.ts'
import { fieldsOfPerson } from '../core/person-fields.ts'
import { type SideRow, findUnderKeys, listSides } from '../duplicate-keys-store.ts'
import { type FileMemory, type Remembered, fileMemory } from './file-memory.ts'
import { type ListedBatch, type ListedRow, type WholeRow, businessIdOf, isMadeBy, isWhole, offersOf, ownerIdOf, sideOfRow } from './listed-row.ts'
import { actOfList, weigh } from './weigh.ts'

/** A record that a row may tell of, with the reasons' worth. */
export type Pair = { otherId: string; score: number }

/** What becomes of a row. `businessId` is the record it makes or speaks of. */
export type Judged = {
  row: ListedRow
  outcome: 'new' | 'doubtful' | 'same' | 'changed' | 'refused'
  businessId: string
  ownerId: string
  makesOwner: boolean
  /** Records of which a person must say whether they are this one. */
  pairs: Pair[]
  /** The row of the file that told of the same business before. */
  twinOf?: number
  /** Fields that change, and fields in which what is kept is newer or better known. */
  changed: string[]
  kept: string[]
  keys: number[]
  /** Why it is refused. */
  refusal?: 'national-id-of-another' | 'not-known' | 'known-twice'
}

export type Judge = {
  /** Judges the next rows of the file, in their order. Reads only. */
  judge(tx: Db | Tx, now: Temporal.Instant, rows: readonly ListedRow[]): Promise<Judged[]>
  /** Rows that were done before a stop: remembered, not judged again. */
  remember(tx: Db | Tx, rows: readonly { row: ListedRow; businessId: string }[]): Promise<void>
}

type Ready = { row: WholeRow; side: PreparedSide; keys: number[]; lookups: number[]; digest: string; nationalIndex: string | undefined }

/** What the registry knows that a chunk of rows may speak of. */
type Known = {
  sides: Map<string, SideRow & { prepared: PreparedSide }>
  underKey: Map<number, string[]>
  external: Map<string, string>
  numbers: Map<string, string>
  people: Map<string, { id: string; name: string }>
}

const digestOf = (row: ListedRow): string => createHash('sha1').update(JSON.stringify([row.record, row.owner])).digest('base64').slice(0, 16)

/** Judges the rows of one file against the registry and against each other, the same way for a trial and for the real thing. */
export function openJudge(keys: Keys, batch: ListedBatch, map: VillageMap): Judge {
  const memory = fileMemory(batch.id)

  const ready = (row: WholeRow): Ready => {
    const nationalIndex = row.owner.nationalId ? keys.indexOf(row.owner.nationalId).toString('hex') : undefined
    const familyIndex = row.owner.familyCardNumber ? keys.indexOf(row.owner.familyCardNumber).toString('hex') : undefined
    const side = prepareSide(sideOfRow(row, nationalIndex, familyIndex))
    return {
      row, side, nationalIndex, digest: digestOf(row), keys: [...new Set(duplicateKeys(side).map(hashOf))],
      lookups: [...new Set(duplicateLookups(side, map).map(hashOf))],
    }
  }
  const keep = (one: Ready, businessId: string, ownerId: string) =>
    memory.add({
      number: one.row.number, externalId: one.row.externalId, registryNumber: one.row.registryNumber, side: one.side.side, digest: one.digest, businessId, ownerId,
    }, [...one.keys, ...numbersOf(one.row)])

  return {
    async judge(tx, now, rows) {
      const readied = rows.filter(isWhole).map(ready)
      const known = await knownOf(tx, batch, readied)
      const mentioned = await judgeMentions(tx, batch, rows.filter((row) => !isWhole(row)))
      const judged = [...mentioned]
      for (const [at, one] of readied.entries()) {
        const found = judgeOne(batch, memory, map, known, one)
        if (found.outcome !== 'refused') keep(one, found.businessId, found.ownerId)
        judged.push(found)
        // Pages are answered by the same process.
        if (at % 32 === 31) await setImmediate()
      }
      await weighAll(tx, keys, batch, now, judged)
      return judged
    },
    async remember(tx, rows) {
      const owners = await ownersOf(tx, rows.map(({ businessId }) => businessId))
      for (const { row, businessId } of rows) if (isWhole(row)) keep(ready(row), businessId, owners.get(businessId) ?? ownerIdOf(batch.id, row.number))
    },
  }
}

/** Its number in the sender's list and in the registry: keys among the rows of this file only. */
const numbersOf = ({ externalId, registryNumber }: ListedRow): number[] =>
  [['x', externalId], ['r', registryNumber]].flatMap(([kind, number]) => (number === undefined ? [] : [hashOf(`${kind}:${number}`)]))

async function ownersOf(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; owner_id: string }>`select id, owner_id from registry.businesses where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, owner_id }) => [id, owner_id]))
}

async function knownOf(tx: Db | Tx, batch: ListedBatch, rows: readonly Ready[]): Promise<Known> {
  const hits = await findUnderKeys(tx, [...new Set(rows.flatMap(({ lookups }) => lookups))])
  // What this batch has made is in the memory of the file already.
  const others = hits.filter(({ businessId }) => !isMadeBy(batch.id, businessId))
  const told = await sql<{ id: string; external_id: string | null; registry_number: string | null }>`
    select business_id as id, external_id, null as registry_number from registry.external_ids
     where office_id = ${batch.officeId} and sender = ${batch.sender} and external_id = any(${rows.flatMap(({ row }) => row.externalId ?? [])}::text[])
     union all select id, null, registry_number from registry.businesses
     where office_id = ${batch.officeId} and registry_number = any(${rows.flatMap(({ row }) => row.registryNumber ?? [])}::text[])`.execute(tx)
  const sides = await listSides(tx, [...new Set([...others.map(({ businessId }) => businessId), ...told.rows.map(({ id }) => id)])])
  const indexes = rows.flatMap(({ nationalIndex }) => nationalIndex ?? [])
  const people = await sql<{ index: string; id: string; name: string }>`
    select encode(national_id_index, 'hex') as index, id, name from registry.people
     where office_id = ${batch.officeId} and national_id_index = any(select decode(hex, 'hex') from unnest(${indexes}::text[]) as told (hex))`.execute(tx)
  return {
    sides: new Map(sides.map((one) => [one.id, { ...one, prepared: prepareSide(one.side) }])),
    underKey: Map.groupBy(others, ({ key }) => key).entries().reduce((found, [key, list]) => found.set(Number(key), list.map(({ businessId }) => businessId)), new Map<number, string[]>()),
    external: new Map(told.rows.flatMap(({ id, external_id }) => (external_id === null ? [] : [[external_id, id]]))),
    numbers: new Map(told.rows.flatMap(({ id, registry_number }) => (registry_number === null ? [] : [[registry_number, id]]))),
    people: new Map(people.rows.map(({ index, id, name }) => [index, { id, name }])),
  }
}

/** `place`: in the file; without, it is kept already. */
type Candidate = { businessId: string; ownerId: string; ownerName: string; phone: string | undefined; likeness: Likeness; score: number; place?: number }

function candidatesOf(memory: FileMemory, map: VillageMap, known: Known, one: Ready): Candidate[] {
  const inFile = memory.find(one.lookups).map((place): Candidate => {
    const side = memory.sideAt(place)
    const score = duplicateScore(one.side, side, map)
    const { businessId, ownerId } = memory.at(place)
    return { businessId, ownerId, ownerName: side.side.ownerName ?? '', phone: side.side.phone, score, likeness: likenessOf(one.side.side, side.side, score), place }
  })
  const ids = new Set(one.lookups.flatMap((key) => known.underKey.get(key) ?? []))
  const kept = [...ids].flatMap((id): Candidate[] => {
    const held = known.sides.get(id)
    if (!held) return []
    const score = duplicateScore(one.side, held.prepared, map)
    // A record that was absorbed is found through its names too; what is said goes to the one that stays.
    return [{
      businessId: held.mergedInto ?? held.id, ownerId: held.ownerId, ownerName: held.ownerName, phone: held.side.phone, score,
      likeness: likenessOf(one.side.side, held.side, score),
    }]
  })
  return [...inFile, ...kept].toSorted((a, b) => b.score - a.score)
}

function judgeOne(batch: ListedBatch, memory: FileMemory, map: VillageMap, known: Known, one: Ready): Judged {
  const { row } = one
  const base = { row, pairs: [], changed: [], kept: [], keys: one.keys, makesOwner: false }
  const isNamed = (held: Remembered) => (row.externalId !== undefined && held.externalId === row.externalId)
    || (row.registryNumber !== undefined && held.registryNumber === row.registryNumber)
  const twin = numbersOf(row).flatMap((key) => memory.findLast(key, isNamed) ?? []).at(0)
  if (twin !== undefined) return { ...base, ...twinOf(memory, twin, one) }
  const named = known.sides.get(known.numbers.get(row.registryNumber ?? '') ?? known.external.get(row.externalId ?? '') ?? '')
  if (named) return { ...base, outcome: 'same', businessId: named.mergedInto ?? named.id, ownerId: named.ownerId }
  const candidates = candidatesOf(memory, map, known, one)
  const matches = candidates.filter(({ likeness }) => likeness === 'same')
  const inFile = matches.find(({ place }) => place !== undefined)
  if (inFile?.place !== undefined) return { ...base, ...twinOf(memory, inFile.place, one) }
  const [match] = matches
  if (match) {
    // The record has an owner whose NIK nobody knew; the one on this row is somebody else's already.
    const holder = holderOf(memory, known, one)
    if (holder && holder.id !== match.ownerId) return { ...base, outcome: 'refused', businessId: match.businessId, ownerId: match.ownerId, refusal: 'national-id-of-another' }
    return { ...base, outcome: 'same', businessId: match.businessId, ownerId: match.ownerId }
  }
  const owner = ownerFor(batch, memory, known, one, candidates)
  const doubts = candidates.filter(({ likeness }) => likeness === 'doubtful').slice(0, 5)
  const pairs = [...new Map(doubts.map(({ businessId, score }) => [businessId, { otherId: businessId, score }])).values()]
  return {
    ...base, ...owner, pairs, businessId: businessIdOf(batch.id, row.number),
    outcome: owner.refusal ? 'refused' : pairs.length > 0 ? 'doubtful' : 'new',
  }
}

/** Rows that only mention businesses by a number (registry, sender's own, NIB): each must lead to exactly one. */
async function judgeMentions(tx: Db | Tx, batch: ListedBatch, rows: readonly ListedRow[]): Promise<Judged[]> {
  if (rows.length === 0) return []
  const told = (of: (row: ListedRow) => string | undefined) => rows.flatMap((row) => of(row) ?? [])
  const { rows: found } = await sql<{ id: string; owner_id: string; registry_number: string; nib: string | null; kbli: string | null; external_id: string | null }>`
    select b.id, b.owner_id, b.registry_number, b.nib, b.kbli, e.external_id
      from registry.businesses b left join registry.external_ids e on e.business_id = b.id and e.sender = ${batch.sender}
     where b.office_id = ${batch.officeId} and b.merged_into is null
       and (b.nib = any(${told(({ record }) => record.nib)}::text[]) or b.registry_number = any(${told(({ registryNumber }) => registryNumber)}::text[])
            or e.external_id = any(${told(({ externalId }) => externalId)}::text[]))`.execute(tx)
  return rows.map((row) => {
    const base: Judged = { row, outcome: 'refused', businessId: '', ownerId: '', makesOwner: false, pairs: [], changed: [], kept: [], keys: [] }
    const named = found.filter((one) => one.registry_number === row.registryNumber || (row.externalId !== undefined && one.external_id === row.externalId))
    const byNib = found.filter(({ nib }) => row.record.nib !== undefined && nib === row.record.nib)
    const sameActivity = byNib.filter(({ kbli }) => kbli === row.record.kbli)
    const meant = [named, byNib.length > 1 ? sameActivity : byNib].find((list) => list.length > 0) ?? byNib
    const ids = new Map(meant.map(({ id, owner_id }) => [id, owner_id]))
    const [only] = ids
    if (ids.size !== 1 || !only) return { ...base, refusal: ids.size === 0 ? 'not-known' : 'known-twice' }
    return { ...base, outcome: 'same', businessId: only[0], ownerId: only[1] }
  })
}

/** A row of the file told of the same business before: nothing new, or the later row is taken to know better. */
function twinOf(memory: FileMemory, place: number, one: Ready): Pick<Judged, 'outcome' | 'businessId' | 'ownerId' | 'twinOf'> {
  const { businessId, ownerId, digest, number } = memory.at(place)
  return { outcome: digest === one.digest ? 'same' : 'changed', businessId, ownerId, twinOf: number }
}

/** Names less alike than this are not one person's. */
const SAME_PERSON = 0.6

type OwnerFound = Pick<Judged, 'ownerId' | 'makesOwner' | 'refusal'>

function ownerFor(batch: ListedBatch, memory: FileMemory, known: Known, { row, nationalIndex }: Ready, candidates: readonly Candidate[]): OwnerFound {
  const held = holderOf(memory, known, { nationalIndex })
  if (held) {
    const isOther = nameSimilarity(held.name, row.owner.name) < SAME_PERSON
    return { ownerId: held.id, makesOwner: false, ...(isOther ? { refusal: 'national-id-of-another' } : {}) }
  }
  const sameOwner = nationalIndex === undefined && row.owner.phone !== undefined && candidates.find(({ ownerName, phone }) =>
    phone === row.owner.phone && normalName(ownerName) === normalName(row.owner.name))
  if (sameOwner) return { ownerId: sameOwner.ownerId, makesOwner: false }
  return { ownerId: ownerIdOf(batch.id, row.number), makesOwner: true }
}

/** Whose NIK this is, among those who are kept and those whom the file told of. */
function holderOf(memory: FileMemory, known: Known, { nationalIndex }: Pick<Ready, 'nationalIndex'>): { id: string; name: string } | undefined {
  return nationalIndex === undefined ? undefined : known.people.get(nationalIndex) ?? personInFile(memory, nationalIndex)
}

function personInFile(memory: FileMemory, nationalIndex: string): { id: string; name: string } | undefined {
  const place = memory.findLast(hashOf(`i:${nationalIndex}`), ({ side }) => side.nationalId === nationalIndex)
  if (place === undefined) return undefined
  const { ownerId, side } = memory.at(place)
  return { id: ownerId, name: side.ownerName ?? '' }
}

/** What the owner's row of a list says of a person. */
export const ownerOffers = (row: ListedRow): Record<string, Told> => (row.owner ? fieldsOfPerson(row.owner) : {})

/** For rows that speak of records that were there before the batch: what would change, and what is kept because it is better known. */
async function weighAll(tx: Db | Tx, keys: Keys, batch: ListedBatch, now: Temporal.Instant, judged: readonly Judged[]): Promise<void> {
  const said = judged.filter((one) => one.outcome === 'same' && one.twinOf === undefined)
  const acts = await listActsOf(tx, keys, [...new Set(said.flatMap(({ businessId, ownerId }) => [businessId, ownerId]))])
  const weighed = (subjectId: string, sets: Record<string, Told>) => {
    const held = acts.get(subjectId) ?? []
    return weigh(held, actOfList(batch, now, held.length + 1, sets))
  }
  for (const one of said) {
    const business = weighed(one.businessId, offersOf(one.row.record))
    const owner = weighed(one.ownerId, ownerOffers(one.row))
    one.changed = [...business.changed, ...owner.changed.map((field) => `owner.${field}`)]
    one.kept = [...business.kept, ...owner.kept.map((field) => `owner.${field}`)]
    if (one.changed.length > 0) one.outcome = 'changed'
  }
}
