import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Told } from '../../../kernel/ledger.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { listActsOf } from '../changes-store.ts'
import { duplicateKeys, duplicateLookups } from '../core/duplicates-keys.ts'
import { prepareSide } from '../core/duplicates-side.ts'
import { duplicateScore } from '../core/duplicates.ts'
import { hashOf } from '../core/key-hash.ts'
import { type Likeness, likenessOf } from '../core/matching.ts'
import { nameSimilarity, normalName } from '../core/names.ts'
import type { VillageMap } from '../core/neighbours.ts'
import { fieldsOfPerson } from '../core/person-fields.ts'
import { type FileMemory, type Remembered, fileMemory } from './file-memory.ts'
import { type Holder, type Known, type OwnerOfRow, type PreparedRow, type Ready, knownOf, ownersOf } from './known.ts'
import { type ListedBatch, type ListedRow, type WholeRow, businessIdOf, isWhole, offersOf, ownerIdOf, sideOfRow } from './listed-row.ts'
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
  /** What a row that speaks of a known record tells anew, of the business and of its owner. */
  says?: { business: Record<string, Told>; owner: Record<string, Told> }
  keys: number[]
  /** Why it is refused. */
  refusal?: 'national-id-of-another' | 'other-national-id' | 'not-known' | 'known-twice'
  /** Keyed index of the owner's NIK as the registry knew it before the list. */
  ownerNationalId?: string | undefined
}

export type Judge = {
  /** Judges the next rows of the file, in their order. Reads only. */
  judge(tx: Db | Tx, now: Temporal.Instant, rows: readonly ListedRow[]): Promise<Judged[]>
  /** Rows that were done before a stop: remembered, not judged again. */
  remember(tx: Db | Tx, rows: readonly { row: ListedRow; businessId: string }[]): Promise<void>
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
      row, side, nationalIndex, digest: digestOf(row), numbers: numbersOf(row), keys: [...new Set(duplicateKeys(side).map(hashOf))],
      lookups: [...new Set(duplicateLookups(side, map).map(hashOf))],
    }
  }
  const keep = (one: Ready, about: Pick<Remembered, 'businessId' | 'ownerId' | 'ownerNationalId'>) =>
    memory.add({
      number: one.row.number, externalId: one.row.externalId, registryNumber: one.row.registryNumber, side: one.side.side, digest: one.digest,
      businessId: about.businessId, ownerId: about.ownerId, ownerNationalId: about.ownerNationalId,
    }, [...one.keys, ...one.numbers])

  return {
    async judge(tx, now, rows) {
      const readied = rows.filter(isWhole).map(ready)
      const known = await knownOf(tx, keys, batch, readied)
      const mentioned = await judgeMentions(tx, batch, rows.filter((row) => !isWhole(row)))
      const judged = [...mentioned]
      for (const [at, one] of readied.entries()) {
        const found = judgeOne(batch, memory, map, known, one)
        if (found.outcome !== 'refused') keep(one, found)
        judged.push(found)
        // Pages are answered by the same process.
        if (at % 32 === 31) await setImmediate()
      }
      await weighAll(tx, keys, batch, now, judged)
      return judged
    },
    async remember(tx, rows) {
      const readied = rows.flatMap(({ row, businessId }) => (isWhole(row) ? [{ one: ready(row), businessId }] : []))
      const owners = await ownersOf(tx, keys, batch, map, readied)
      for (const [at, { one, businessId }] of readied.entries()) keep(one, { businessId, ...owners[at] ?? { ownerId: ownerIdOf(batch.id, one.row.number) } })
    },
  }
}

/** Its number in the sender's list and in the registry: keys among the rows of this file only. */
const numbersOf = ({ externalId, registryNumber }: ListedRow): number[] =>
  [['x', externalId], ['r', registryNumber]].flatMap(([kind, number]) => (number === undefined ? [] : [hashOf(`${kind}:${number}`)]))

/** `place`: in the file; without, it is kept already. */
type Candidate = OwnerOfRow & {
  businessId: string; ownerName: string; nationalId: string | undefined; phone: string | undefined; likeness: Likeness; score: number; place?: number
}

function candidatesOf(memory: FileMemory, map: VillageMap, known: Known, one: Ready): Candidate[] {
  const inFile = memory.find(one.lookups).map((place): Candidate => {
    const side = memory.sideAt(place)
    const score = duplicateScore(one.side, side, map)
    const { businessId, ownerId, ownerNationalId } = memory.at(place)
    const { ownerName = '', phone, nationalId = ownerNationalId } = side.side
    return { businessId, ownerId, ownerNationalId, ownerName, nationalId, phone, score, likeness: likenessOf(one.side.side, side.side, score), place }
  })
  const ids = new Set(one.lookups.flatMap((key) => known.underKey.get(key) ?? []))
  const kept = [...ids].flatMap((id): Candidate[] => {
    const held = known.sides.get(id)
    if (!held) return []
    const score = duplicateScore(one.side, held.prepared, map)
    // A record that was absorbed is found through its names too; what is said goes to the one that stays.
    return [{
      ...aboutKept(held), phone: held.side.phone, score,
      likeness: likenessOf(one.side.side, held.side, score),
    }]
  })
  return [...inFile, ...kept].toSorted((a, b) => b.score - a.score)
}

/** A record that a row speaks of: with certainty, by a number or as a whole. */
type Spoken = OwnerOfRow & { businessId: string; ownerName: string; nationalId: string | undefined; place?: number | undefined }

const aboutKept = (held: PreparedRow) =>
  ({ businessId: held.mergedInto ?? held.id, ownerId: held.ownerId, ownerName: held.ownerName, ownerNationalId: held.side.nationalId, nationalId: held.side.nationalId })

/** The earlier row or the record that this row tells of; undefined when it is one of its own, or nobody can be sure. */
function spokenOf(memory: FileMemory, known: Known, one: Ready, candidates: readonly Candidate[]): Spoken | undefined {
  const { externalId, registryNumber } = one.row
  const isNumbered = (held: Remembered) => (externalId !== undefined && held.externalId === externalId) || (registryNumber !== undefined && held.registryNumber === registryNumber)
  const numbered = one.numbers.flatMap((key) => memory.findLast(key, isNumbered) ?? []).at(0)
  if (numbered !== undefined) {
    const { businessId, ownerId, ownerNationalId, side } = memory.at(numbered)
    return { businessId, ownerId, ownerNationalId, ownerName: side.ownerName ?? '', nationalId: side.nationalId ?? ownerNationalId, place: numbered }
  }
  const named = known.sides.get(known.numbers.get(one.row.registryNumber ?? '') ?? known.external.get(one.row.externalId ?? '') ?? '')
  if (named) return aboutKept(named)
  const matches = candidates.filter(({ likeness }) => likeness === 'same')
  return matches.find(({ place }) => place !== undefined) ?? matches[0]
}

function judgeOne(batch: ListedBatch, memory: FileMemory, map: VillageMap, known: Known, one: Ready): Judged {
  const { row } = one
  const base = { row, pairs: [], changed: [], kept: [], keys: one.keys, makesOwner: false }
  const candidates = candidatesOf(memory, map, known, one)
  const spoken = spokenOf(memory, known, one, candidates)
  if (spoken) {
    const { businessId, ownerId, ownerName, ownerNationalId, place } = spoken
    const nationalId = spoken.nationalId ?? candidates.find((other) => other.ownerId === ownerId && other.nationalId !== undefined)?.nationalId
    const refusal = numberRefused(memory, known, one, { id: ownerId, name: ownerName, nationalId })
    if (refusal) return { ...base, outcome: 'refused', businessId, ownerId, refusal }
    return { ...base, outcome: 'same', businessId, ownerId, ownerNationalId, ...(place === undefined ? {} : twinOf(memory, place, one)) }
  }
  const owner = ownerFor(batch, memory, known, one, candidates)
  const doubts = new Map<string, Pair>()
  // The likest come first, and a business that is told of twice counts once.
  for (const { businessId, likeness, score } of candidates) if (likeness === 'doubtful' && !doubts.has(businessId)) doubts.set(businessId, { otherId: businessId, score })
  const pairs = [...doubts.values()].slice(0, MOST_DOUBTS)
  return {
    ...base, ...owner, pairs, businessId: businessIdOf(batch.id, row.number),
    outcome: owner.refusal ? 'refused' : pairs.length > 0 ? 'doubtful' : 'new',
  }
}

/** A list gives nobody another NIK than the one that is known, nor one that somebody else has; and no NIK another name. */
function numberRefused(memory: FileMemory, known: Known, one: Ready, owner: Holder): Judged['refusal'] {
  if (one.nationalIndex === undefined) return undefined
  if (owner.nationalId !== undefined && owner.nationalId !== one.nationalIndex) return 'other-national-id'
  const holder = owner.nationalId === undefined ? holderOf(memory, known, one) : undefined
  if (owner.nationalId !== undefined && nameSimilarity(owner.name, one.row.owner.name) < SAME_PERSON) return 'national-id-of-another'
  return holder && holder.id !== owner.id ? 'national-id-of-another' : undefined
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
function twinOf(memory: FileMemory, place: number, one: Ready): Pick<Judged, 'outcome' | 'twinOf'> {
  const { digest, number } = memory.at(place)
  return { outcome: digest === one.digest ? 'same' : 'changed', twinOf: number }
}

/** So many others are shown to the person who decides. */
const MOST_DOUBTS = 5

/** Names less alike than this are not one person's. */
const SAME_PERSON = 0.6

type OwnerFound = Pick<Judged, 'ownerId' | 'makesOwner' | 'refusal' | 'ownerNationalId'>

function ownerFor(batch: ListedBatch, memory: FileMemory, known: Known, { row, nationalIndex }: Ready, candidates: readonly Candidate[]): OwnerFound {
  const held = holderOf(memory, known, { nationalIndex })
  if (held) {
    const isOther = nameSimilarity(held.name, row.owner.name) < SAME_PERSON
    return { ownerId: held.id, ownerNationalId: held.nationalId, makesOwner: false, ...(isOther ? { refusal: 'national-id-of-another' } : {}) }
  }
  const sameOwner = nationalIndex === undefined && row.owner.phone !== undefined && candidates.find(({ ownerName, phone }) =>
    phone === row.owner.phone && normalName(ownerName) === normalName(row.owner.name))
  if (sameOwner) return { ownerId: sameOwner.ownerId, ownerNationalId: sameOwner.ownerNationalId, makesOwner: false }
  return { ownerId: ownerIdOf(batch.id, row.number), makesOwner: true }
}

/** Whose NIK this is, among those who are kept and those whom the file told of. */
function holderOf(memory: FileMemory, known: Known, { nationalIndex }: Pick<Ready, 'nationalIndex'>): Holder | undefined {
  return nationalIndex === undefined ? undefined : known.people.get(nationalIndex) ?? personInFile(memory, nationalIndex)
}

function personInFile(memory: FileMemory, nationalIndex: string): Holder | undefined {
  const place = memory.findLast(hashOf(`i:${nationalIndex}`), ({ side }) => side.nationalId === nationalIndex)
  if (place === undefined) return undefined
  const { ownerId, ownerNationalId, side } = memory.at(place)
  return { id: ownerId, name: side.ownerName ?? '', nationalId: ownerNationalId }
}

/** What the owner's row of a list says of a person. */
export const ownerOffers = (row: ListedRow): Record<string, Told> => (row.owner ? fieldsOfPerson(row.owner) : {})

/** For rows that speak of records that were there before the batch: what would change, and what is kept because it is better known. */
async function weighAll(tx: Db | Tx, keys: Keys, batch: ListedBatch, now: Temporal.Instant, judged: readonly Judged[]): Promise<void> {
  const said = judged.filter((one) => one.outcome === 'changed' || (one.outcome === 'same' && one.twinOf === undefined))
  const acts = await listActsOf(tx, keys, [...new Set(said.flatMap(({ businessId, ownerId }) => [businessId, ownerId]))])
  const before = new Map([...acts].map(([id, all]) => [id, all.filter(({ actId }) => actId !== batch.id)]))
  const against = (subjectId: string, sets: Record<string, Told>) => {
    const held = before.get(subjectId) ?? []
    return weigh(held, actOfList(batch, now, held.length + 1, sets))
  }
  for (const one of said) {
    const [business, owner] = [against(one.businessId, offersOf(one.row.record)), against(one.ownerId, ownerOffers(one.row))]
    one.says = { business: business.news, owner: owner.news }
    // A list that comes a second time finds all its rows told, also those of which a later row of it knew better.
    if (Object.keys(business.news).length + Object.keys(owner.news).length === 0) one.outcome = 'same'
    if (one.twinOf !== undefined) continue
    one.changed = [...business.changed, ...owner.changed.map((field) => `owner.${field}`)]
    one.kept = [...business.kept, ...owner.kept.map((field) => `owner.${field}`)]
    if (one.changed.length > 0) one.outcome = 'changed'
  }
}
