import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { REFERENCE } from '../../../src/platform/db/reference.ts'
import { chanceOf } from '../chance.ts'
import type { VillagePoint } from './people.ts'
import { SHARES } from './shares.ts'
import { type LabelledRecord, type Lists, firstTelling, retell } from './telling.ts'
import { trueBusinesses } from './truth.ts'

export type { Corruption, LabelledRecord } from './telling.ts'

const read = (file: string): unknown => parse(readFileSync(join(REFERENCE, 'regions', file)), { columns: true, bom: true })

const villageRow = z.object({ kode: z.string(), tipe: z.string(), kode_induk: z.string(), lat: z.coerce.number(), lng: z.coerce.number() })

function readVillages(): VillagePoint[] {
  return z.array(villageRow).parse(read('wilayah-sidoarjo.csv')).filter(({ tipe }) => tipe !== 'kecamatan')
    .map((row) => ({ code: row.kode, district: row.kode_induk, latitude: row.lat, longitude: row.lng }))
}

/** Pairs of villages that touch. Source: reference/regions/desa-bersebelahan.csv */
export function readNeighbours(): [villageA: string, villageB: string][] {
  return z.array(z.object({ kode_a: z.string(), kode_b: z.string() })).parse(read('desa-bersebelahan.csv'))
    .map((row) => [row.kode_a, row.kode_b])
}

function neighbourLists(pairs: readonly [string, string][]): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const [a, b] of [...pairs, ...pairs.map(([a, b]): [string, string] => [b, a])]) lists.set(a, [...(lists.get(a) ?? []), b])
  return lists
}

/** Villages that lie together, as many as the businesses fill at the density of the whole regency. */
function corner(
  all: readonly VillagePoint[], neighbours: ReadonlyMap<string, readonly string[]>, first: string, count: number,
): VillagePoint[] {
  const chosen = new Set([first])
  // A set gives what is added while it is walked: the nearest villages come first.
  for (const code of chosen) for (const beside of neighbours.get(code) ?? []) if (chosen.size < count) chosen.add(beside)
  return all.filter(({ code }) => chosen.has(code))
}

/**
 * A labelled set with known truth: lines of several lists about made-up businesses of a corner of the regency.
 * The same seed gives the same set. Lines of one list and of others are mixed; `truth` tells which are one business.
 */
export function labelledSet({ businesses, seed }: { businesses: number; seed: number }): LabelledRecord[] {
  const chance = chanceOf(seed)
  const neighbours = neighbourLists(readNeighbours())
  const all = readVillages()
  const villages = corner(all, neighbours, chance.one(all).code, Math.max(1, Math.ceil(businesses / SHARES.perVillage)))
  const { made, people, kinds } = trueBusinesses(chance, businesses, villages, neighbours)
  const mentors = new Map(villages.map(({ code }) => [code, people.phone()]))
  const houses = new Map(villages.map(({ code, latitude, longitude }) => [code, { latitude: latitude + 0.001, longitude }]))
  const lists: Lists = {
    chance, kinds, villages, neighbours, newPhone: people.phone,
    mentorPhone: (village) => mentors.get(village) ?? people.phone(),
    enumeratorsHouse: (village) => houses.get(village) ?? { latitude: -7.45, longitude: 112.7 },
  }
  return made.flatMap((truth) => {
    const more = chance.share(SHARES.told) ? 1 + (chance.share(SHARES.toldTwice) ? 1 : chance.share(SHARES.toldThrice) ? 2 : 0) : 0
    return [firstTelling(lists, truth), ...Array.from({ length: more }, () => retell(lists, truth))]
  })
}
