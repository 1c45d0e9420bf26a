import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type ListedBatch, actOfList, listActsOf, villageMap, weigh } from '../../registry/index.ts'
import type { CooperativeKind } from '../core/choices.ts'
import { kindOfName } from '../core/cooperative-name.ts'
import { type DoubleWorld, listedLikeness, taxKey } from '../core/doubles.ts'
import { legalEntityKey } from '../core/identity.ts'
import { missingAnswers } from '../core/listed.ts'
import { type KnownSide, type Sought, findKnownSides, sideOf } from '../double-sides.ts'
import { type ListedCooperative, cooperativeIdOf, offersOf } from './listed-cooperative.ts'

/** What becomes of a row. `cooperativeId` is the record it makes or speaks of. */
export type JudgedCooperative = {
  row: ListedCooperative
  outcome: 'new' | 'doubtful' | 'same' | 'changed' | 'refused'
  cooperativeId: string
  /** Records of which a person must say whether they are this one. */
  pairs: string[]
  /** The row of the file that told of the same cooperative before. */
  twinOf?: number
  /** Fields that change, and fields in which what is kept is newer or better known. */
  changed: string[]
  kept: string[]
  /** The kind, where only the name says it. */
  kindOfName?: CooperativeKind
  /** Why it is refused: its numbers belong to several that are known, or it tells too little for a new one. */
  refusal?: { code: 'numbers-of-several'; numbers: string[] } | { code: 'incomplete'; missing: string[] }
}

export type CooperativeJudge = {
  /** Judges the next rows of the file, in their order. Reads only. */
  judge(tx: Db | Tx, now: Temporal.Instant, rows: readonly ListedCooperative[]): Promise<JudgedCooperative[]>
  /** Rows that were done before a stop: remembered, not judged again. */
  remember(rows: readonly { row: ListedCooperative; cooperativeId: string }[]): void
}

/** A row of the file that was judged before, as later rows meet it. */
type Earlier = { number: number; digest: string; side: Sought; cooperativeId: string; externalId: string | undefined }

const digestOf = ({ record, bookYear, people }: ListedCooperative): string =>
  createHash('sha1').update(JSON.stringify([record, bookYear, people])).digest('base64')

// A row without a name or a village is only known by its numbers.
const soughtOf = ({ record, registryNumber }: ListedCooperative): Sought => ({
  ...sideOf({ ...record, name: record.name ?? '', villageCode: record.villageCode ?? '' }), registryNumber,
})

/** Judges the rows of one file against the registry and against each other, the same way for a trial and for the real thing. */
export function openCooperativeJudge(keys: Keys, batch: ListedBatch, world: DoubleWorld): CooperativeJudge {
  const memory = fileMemory(world)
  const keep = (row: ListedCooperative, cooperativeId: string) =>
    memory.add({ number: row.number, digest: digestOf(row), side: soughtOf(row), cooperativeId, externalId: row.externalId })
  return {
    remember(rows) {
      for (const { row, cooperativeId } of rows) keep(row, cooperativeId)
    },
    async judge(tx, now, rows) {
      const known = await knownOf(tx, batch, rows)
      const judged = rows.map((row) => {
        const found = judgeOne(batch, world, memory, known, row)
        if (found.outcome !== 'refused') keep(row, found.cooperativeId)
        return found
      })
      await weighAll(tx, keys, batch, now, judged)
      return judged
    },
  }
}

/** `near`: those that a row could tell of, by its numbers or by where it lies. */
type Known = { near: (side: Sought) => KnownSide[]; byNumber: Map<string, KnownSide>; external: Map<string, string>; standing: Map<string, KnownSide> }

async function knownOf(tx: Db | Tx, batch: ListedBatch, rows: readonly ListedCooperative[]): Promise<Known> {
  const told = rows.flatMap(({ externalId }) => externalId ?? [])
  const external = await sql<{ external_id: string; id: string }>`
    select external_id, cooperative_id as id from cooperatives.external_ids
     where office_id = ${batch.officeId} and sender = ${batch.sender} and external_id = any(${told}::text[])`.execute(tx)
  const named = external.rows.map(({ id }): Sought => ({ tellingName: '', villageCode: '', id }))
  const all = await findKnownSides(tx, batch.officeId, [...rows.map(soughtOf), ...named])
  // What this batch has made is in the memory of the file already.
  const others = all.filter(({ id }) => id.slice(0, 23) !== cooperativeIdOf(batch.id, 0).slice(0, 23))
  const under = underKeys<KnownSide>()
  for (const one of others) under.add(keysOf(one), one)
  const { neighboursOf } = await villageMap()
  return {
    near: (side) => under.find([...keysOf(side), ...neighboursOf(side.villageCode).map((village) => `v:${village}`)]),
    byNumber: new Map(others.map((one) => [one.registryNumber, one])),
    external: new Map(external.rows.map(({ external_id, id }) => [external_id, id])),
    standing: new Map(all.map((one) => [one.id, one])),
  }
}

function judgeOne(batch: ListedBatch, world: DoubleWorld, memory: FileMemory, known: Known, row: ListedCooperative): JudgedCooperative {
  const base: JudgedCooperative = { row, outcome: 'refused', cooperativeId: '', pairs: [], changed: [], kept: [] }
  const side = soughtOf(row)
  const twin = memory.find(side, row.externalId)
  if (twin) return { ...base, outcome: twin.digest === digestOf(row) ? 'same' : 'changed', cooperativeId: twin.cooperativeId, twinOf: twin.number }
  const named = known.byNumber.get(row.registryNumber ?? '')?.standsAs ?? known.standing.get(known.external.get(row.externalId ?? '') ?? '')?.standsAs
  if (named !== undefined) return { ...base, outcome: 'same', cooperativeId: named }

  const weighed = known.near(side).map((one) => ({ one, ...listedLikeness(side, one, world) }))
  const same = [...new Set(weighed.filter(({ likeness }) => likeness === 'same').map(({ one }) => one.standsAs))]
  const [only] = same
  if (same.length > 1) return { ...base, refusal: { code: 'numbers-of-several', numbers: same.map((id) => known.standing.get(id)?.registryNumber ?? '').toSorted() } }
  if (only !== undefined) return { ...base, outcome: 'same', cooperativeId: only }
  const kind = row.record.kind === undefined && row.record.name !== undefined ? kindOfName(row.record.name) : undefined
  const whole = kind === undefined ? row : { ...row, record: { ...row.record, kind } }
  const missing = missingAnswers(whole)
  if (missing.length > 0) return { ...base, refusal: { code: 'incomplete', missing } }
  const doubts = weighed.filter(({ likeness }) => likeness === 'doubtful').toSorted((a, b) => b.score - a.score).map(({ one }) => one.standsAs)
  const pairs = [...new Set([...doubts, ...memory.alike(side)])].slice(0, 5)
  return {
    ...base, row: whole, outcome: pairs.length > 0 ? 'doubtful' : 'new', cooperativeId: cooperativeIdOf(batch.id, row.number), pairs,
    ...(kind === undefined ? {} : { kindOfName: kind }),
  }
}

type FileMemory = {
  add(one: Earlier): void
  /** The row that told of the same cooperative before. */
  find(side: Sought, externalId: string | undefined): Earlier | undefined
  /** Records of rows that may tell of the same one. */
  alike(side: Sought): string[]
}

/** The keys under which what may be one cooperative meets: numbers, and the village. */
const keysOf = (side: Sought, externalId?: string): string[] => [
  ['l', side.legalEntityNumber && legalEntityKey(side.legalEntityNumber)], ['n', side.cooperativeNumber], ['t', side.npwp && taxKey(side.npwp)], ['b', side.nib],
  ['r', side.registryNumber], ['x', externalId], ['v', side.villageCode],
].flatMap(([kind, key]) => (key ? [`${kind}:${key}`] : []))

function underKeys<T>() {
  const held = new Map<string, T[]>()
  return {
    add(keys: readonly string[], one: T): void {
      for (const key of keys) {
        const others = held.get(key)
        if (others) others.push(one)
        else held.set(key, [one])
      }
    },
    find: (keys: readonly string[]): T[] => [...new Set(keys.flatMap((key) => held.get(key) ?? []))],
  }
}

/** The rows of a file seen so far, by what may tell that a later one is of the same cooperative. */
function fileMemory(world: DoubleWorld): FileMemory {
  const under = underKeys<Earlier>()
  const weighed = (side: Sought) => under.find(keysOf(side)).map((one) => ({ one, ...listedLikeness(side, one.side, world) }))
  return {
    add: (one) => under.add(keysOf(one.side, one.externalId), one),
    find(side, externalId) {
      const named = under.find([...(externalId === undefined ? [] : [`x:${externalId}`]), ...(side.registryNumber === undefined ? [] : [`r:${side.registryNumber}`])])
      return named[0] ?? weighed(side).find(({ likeness }) => likeness === 'same')?.one
    },
    alike: (side) => weighed(side).filter(({ likeness }) => likeness === 'doubtful').map(({ one }) => one.cooperativeId),
  }
}

/** For rows that speak of records that were there before the batch: what would change, and what is kept because it is better known. */
async function weighAll(tx: Db | Tx, keys: Keys, batch: ListedBatch, now: Temporal.Instant, judged: readonly JudgedCooperative[]): Promise<void> {
  const said = judged.filter((one) => one.outcome === 'same' && one.twinOf === undefined)
  const acts = await listActsOf(tx, keys, [...new Set(said.map(({ cooperativeId }) => cooperativeId))])
  for (const one of said) {
    const held = acts.get(one.cooperativeId) ?? []
    const offers = offersOf(batch, now, one.row, held)
    const weighed = weigh(held, actOfList(batch, now, held.length + 1, offers.sets))
    one.changed = weighed.changed
    one.kept = [...weighed.kept, ...offers.kept]
    if (one.changed.length > 0) one.outcome = 'changed'
  }
}
