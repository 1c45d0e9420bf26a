import { Temporal } from 'temporal-polyfill'
import { wibDate, wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Office, findHomeOffice, listDistricts, listPlaces } from '../office/index.ts'
import { cooperativeTallies } from '../cooperatives/index.ts'
import { type Counts as Exact, listKbliDivisions, readSnapshot, readTallies, snapshotDays } from '../registry/index.ts'
import { cooperativeCountsOf, cooperativeSet } from './core/cooperative-counts.ts'
import type { Indicator } from './core/catalogue.ts'
import type { Counts } from './core/figures.ts'
import { type OpenSet, type Places, openSets, treeOf } from './core/open-sets.ts'
import { DISTRICT_MEASURES, type Publication, VILLAGE_MEASURES, publication } from './core/publish.ts'

/** Of when a set tells: the end of a month; the present as long as no month has been kept; or always the present. */
export type Period = { kind: 'month-end'; day: Temporal.PlainDate } | { kind: 'provisional' } | { kind: 'live' }

/** One table as published; `updatedAt`: since when it says this. */
export type PublishedSet = { set: OpenSet; period: Period; updatedAt: Temporal.Instant }

/** What is published now. `counts` by area: of businesses and of cooperatives, null where a number is not shown. */
export type OpenData = {
  office: Office; places: Places; business: Publication & { takenOn: Temporal.PlainDate | undefined }; cooperatives: ReadonlyMap<string, Counts>
  sets: PublishedSet[]
}

async function placesOf(db: Db | Tx, { regionCode, government }: Office): Promise<Places> {
  // Villages that are no more too: with their number missing from the list, it would follow from the sum of the district.
  const villages = Map.groupBy((await listPlaces(db, regionCode)).places, ({ districtCode }) => districtCode)
  const districts = (await listDistricts(db, regionCode)).map(({ code, name }) => ({
    code, name, villages: (villages.get(code) ?? []).map((village) => ({ code: village.code, name: village.name })),
  }))
  const divisions = new Map((await listKbliDivisions(db)).map(({ version, code, ...told }) => [`${version}.${code}`, told]))
  return { regency: { code: regionCode, name: government.replace('Pemerintah ', '') }, districts, divisions }
}

/** The last end of a month is published until there is another one, at most for two months. */
async function monthEnd(db: Db | Tx, officeId: string, today: Temporal.PlainDate): Promise<Temporal.PlainDate | undefined> {
  const days = await snapshotDays(db, officeId, today)
  return days && Temporal.PlainDate.compare(days.last, today.subtract({ months: 2 })) > 0 ? days.last : undefined
}

async function countsOf(
  db: Db | Tx, officeId: string, places: Places, takenOn: Temporal.PlainDate | undefined,
): Promise<ReadonlyMap<string, Exact>> {
  const counted = async (areas: string[], measures: readonly string[]) => (takenOn
    ? readSnapshot(db, officeId, takenOn, areas, measures)
    : (await readTallies(db, officeId, areas, measures)).byArea)
  const districts = await counted([places.regency.code, ...places.districts.map(({ code }) => code)], DISTRICT_MEASURES)
  const villages = await counted(places.districts.flatMap((one) => one.villages.map(({ code }) => code)), VILLAGE_MEASURES)
  return new Map([...districts, ...villages])
}

type Told = Pick<OpenData, 'business' | 'places'> & { sets: OpenSet[] }

/** The tables of businesses; those of a month that is over are not made twice. */
async function readBusinesses(db: Db | Tx, office: Office, today: Temporal.PlainDate, before: OpenData | undefined): Promise<Told> {
  const takenOn = await monthEnd(db, office.id, today)
  if (before && takenOn !== undefined && before.business.takenOn?.equals(takenOn)) {
    return { ...before, sets: before.sets.filter(({ period }) => period.kind === 'month-end').map(({ set }) => set) }
  }
  const places = await placesOf(db, office)
  const counts = await countsOf(db, office.id, places, takenOn)
  const told = publication(treeOf(places), (code) => counts.get(code) ?? new Map())
  return { places, business: { ...told, takenOn }, sets: openSets(told, places) }
}

/** A table that says the same as before keeps its age, and the files made of it. */
function settle(now: PublishedSet, before: OpenData | undefined): PublishedSet {
  const held = before?.sets.find(({ set }) => set.id === now.set.id)
  return held && held.period.kind === now.period.kind && JSON.stringify(held.set) === JSON.stringify(now.set) ? held : now
}

async function read({ clock }: Tools, db: Db | Tx, before: OpenData | undefined): Promise<OpenData | undefined> {
  const office = await findHomeOffice(db)
  if (!office) return undefined
  const now = clock()
  const { sets, ...told } = await readBusinesses(db, office, wibDate(now), before)
  const { takenOn } = told.business
  const period: Period = takenOn ? { kind: 'month-end', day: takenOn } : { kind: 'provisional' }
  const updatedAt = takenOn ? wibMidnight(takenOn.add({ days: 1 })) : now
  const cooperatives = cooperativeSet(await cooperativeTallies(db, office.id, wibDate(now)), told.places)
  return {
    office, ...told, cooperatives: cooperativeCountsOf(cooperatives),
    sets: [
      ...sets.map((set) => settle({ set, period, updatedAt }, before)),
      settle({ set: cooperatives, period: { kind: 'live' }, updatedAt: now }, before),
    ],
  }
}

/** What is published of one area for the indicators of one source; undefined for an area that is none of ours. */
export const publishedCounts = ({ business, cooperatives }: OpenData, source: Indicator['source'], area: string): Counts | undefined =>
  (source === 'registry' ? business.counts : cooperatives).get(area)

/** The table that tells of when the numbers of a source are. */
export const tableOf = ({ sets }: OpenData, source: Indicator['source']): PublishedSet | undefined =>
  sets.find(({ set }) => set.id === (source === 'registry' ? 'usaha-mikro-kecamatan' : 'koperasi-kecamatan'))

const KEPT_MS = 60_000
const kept = new WeakMap<Db, { until: number; data: Promise<OpenData | undefined> }>()

/**
 * What is published, made at most once a minute whoever asks how often. Undefined before there is an office.
 * @param db the transaction of who asks first: with a connection of its own it would wait for those who wait for it
 */
export async function openData(tools: Tools, db: Db | Tx): Promise<OpenData | undefined> {
  const nowMs = tools.clock().epochMilliseconds
  const held = kept.get(tools.db)
  if (held && held.until > nowMs) return held.data
  const data = (async () => read(tools, db, await held?.data.catch(() => undefined)))()
  kept.set(tools.db, { until: nowMs + KEPT_MS, data })
  data.catch(() => kept.delete(tools.db))
  return data
}
