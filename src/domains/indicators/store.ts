import { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { cooperativeTallies } from '../cooperatives/index.ts'
import { findPlace, getOffice, listAllVillages, listDistricts } from '../office/index.ts'
import { type Counts, type Tallies, readSnapshot, readTallies, snapshotDays } from '../registry/index.ts'
import { type Basis, type Indicator, MICRO } from './core/catalogue.ts'
import { cooperativeMeasures } from './core/cooperative-counts.ts'

export type Place = { code: string; name: string; isGone?: boolean }

/** An area with what lies in it, and the ways up. A village holds nothing. */
export type PlaceTree = { regency: Place; place: Place; above: Place[]; level: 'regency' | 'district' | 'village'; inside: Place[] }

/** The area with this code, if it lies in the office's regency. */
export async function findPlaceTree(db: Db | Tx, officeId: string, code: string | undefined): Promise<PlaceTree | undefined> {
  const { regionCode, government } = await getOffice(db, officeId)
  const regency = { code: regionCode, name: government.replace('Pemerintah ', '') }
  const districts = await listDistricts(db, regionCode)
  if (code === undefined || code === regionCode) return { regency, place: regency, above: [], level: 'regency', inside: districts }
  const district = districts.find((one) => code === one.code || code.startsWith(`${one.code}.`))
  if (!district) return undefined
  if (code === district.code) {
    const villages = await listAllVillages(db, code)
    const inside = villages.map(({ code, name, validTo }) => ({ code, name, isGone: validTo !== null }))
    return { regency, place: district, above: [regency], level: 'district', inside }
  }
  const village = await findPlace(db, code)
  return village && { regency, place: { code, name: village.village }, above: [regency, district], level: 'village', inside: [] }
}

/** The counts of areas as they were a year ago: the end of the month a year before, or the nearest one kept in the quarter before that. */
export type YearBefore = { takenOn: Temporal.PlainDate; byArea: ReadonlyMap<string, Counts> }

const MOST_OLDER = { months: 3 }

/** The numbers to compare those of today with; or, where there are none yet, since when numbers are kept at all. */
export async function yearBefore(
  db: Db | Tx, officeId: string, today: Temporal.PlainDate, areas: readonly string[],
): Promise<{ found: YearBefore } | { found?: undefined; first?: Temporal.PlainDate }> {
  const wanted = today.subtract({ years: 1 })
  const days = await snapshotDays(db, officeId, wanted)
  if (days && Temporal.PlainDate.compare(days.last, wanted.subtract(MOST_OLDER)) >= 0) {
    return { found: { takenOn: days.last, byArea: await readSnapshot(db, officeId, days.last, areas, MICRO) } }
  }
  const held = await snapshotDays(db, officeId, today)
  return held ? { first: held.first } : {}
}

/** What the office's board shows: nearly every measure, of a handful of areas. */
const BOARD_MEASURES = [
  'status.%', 'scale.%', 'owner.female', 'nib', 'pirt', 'halal', 'trademark', 'bpom', 'digital', 'workers.%', 'verified', 'located', 'confirmed.%',
]
const BOARD_ONLY_WHOLE = ['kbli.%', 'started.%']

/** The counts of an area and of what lies in it; activities and years of start only for the whole. */
export async function readBoard(db: Db | Tx, officeId: string, { place, inside }: PlaceTree): Promise<Tallies> {
  const parts = await readTallies(db, officeId, [place.code, ...inside.map(({ code }) => code)], BOARD_MEASURES)
  const whole = await readTallies(db, officeId, [place.code], BOARD_ONLY_WHOLE)
  const byArea = new Map(parts.byArea)
  byArea.set(place.code, new Map([...(byArea.get(place.code) ?? []), ...(whole.byArea.get(place.code) ?? [])]))
  return { byArea, isPending: parts.isPending || whole.isPending }
}

/** The counts of cooperatives by area, as the indicators name them: the regency and its districts. */
export async function readCooperatives(
  db: Db | Tx, officeId: string, { regency }: PlaceTree, today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Counts>> {
  return cooperativeMeasures(await cooperativeTallies(db, officeId, today), regency.code)
}

/** What one indicator of one area is computed from, as of now. */
export async function readBasis(
  db: Db | Tx, officeId: string, tree: PlaceTree, source: Indicator['source'], today: Temporal.PlainDate,
): Promise<Basis> {
  const { code } = tree.place
  if (source === 'cooperatives') return { counts: (await readCooperatives(db, officeId, tree, today)).get(code) ?? new Map(), today }
  const { byArea } = await readBoard(db, officeId, { ...tree, inside: [] })
  const { found } = await yearBefore(db, officeId, today, [code])
  return { counts: byArea.get(code) ?? new Map(), today, before: found && (found.byArea.get(code) ?? new Map()) }
}
