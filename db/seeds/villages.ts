import { referenceRows } from '../../src/platform/db/reference.ts'
import type { Chance } from './chance.ts'

export type Village = {
  code: string; name: string; district: string; districtName: string; isUrban: boolean; latitude: number; longitude: number; areaKm2: number
}

/**
 * How many businesses a kecamatan has beside the others. There is no population of villages in the reference data, so this is a plain
 * reading of the map: the towns along the road from Surabaya and the capital are dense, the south and the west are rice and ponds.
 * Assumptions, not statistics; the sum is about 2,000, so that each number is roughly thousands of people.
 */
const DISTRICT_WEIGHT: Readonly<Record<string, number>> = {
  '35.15.01': 65, '35.15.02': 75, '35.15.03': 68, '35.15.04': 65, '35.15.05': 52, '35.15.06': 85, '35.15.07': 150, '35.15.08': 205,
  '35.15.09': 95,
  '35.15.10': 80, '35.15.11': 130, '35.15.12': 72, '35.15.13': 215, '35.15.14': 125, '35.15.15': 95, '35.15.16': 125, '35.15.17': 100,
  '35.15.18': 225,
}
const URBAN = 1.5
/** Beyond this a village is ponds and fields rather than houses. */
const MOST_HOUSED_KM2 = 3

/** Within its kecamatan a village counts by the root of its area, and half more when it is a kelurahan. */
const weightWithin = ({ isUrban, areaKm2 }: Village) => (isUrban ? URBAN : 1) * Math.sqrt(Math.min(Math.max(areaKm2, 0.3), MOST_HOUSED_KM2))

/** The villages of today, with the names of their kecamatan. Source: reference/regions/wilayah-sidoarjo.csv */
export async function readVillages(): Promise<Village[]> {
  const rows = await referenceRows('regions/wilayah-sidoarjo.csv')
  const names = new Map(rows.map((row) => [row['kode'], row['nama'] ?? '']))
  return rows.filter((row) => row['tipe'] !== 'kecamatan').map((row) => ({
    code: row['kode'] ?? '', name: row['nama'] ?? '', district: row['kode_induk'] ?? '', districtName: names.get(row['kode_induk']) ?? '',
    isUrban: row['tipe'] === 'kelurahan', latitude: Number(row['lat']), longitude: Number(row['lng']),
    areaKm2: Number(row['luas_poligon_km2']),
  }))
}

/** Draws villages as often as people live in them; within `districts` when they are given. */
export function villagePicker(villages: readonly Village[], districts?: readonly string[]): (chance: Chance) => Village {
  const among = districts ? villages.filter(({ district }) => districts.includes(district)) : villages
  const whole = new Map<string, number>()
  for (const one of among) whole.set(one.district, (whole.get(one.district) ?? 0) + weightWithin(one))
  let sum = 0
  const ends = among.map((one) => (sum += ((DISTRICT_WEIGHT[one.district] ?? 80) * weightWithin(one)) / (whole.get(one.district) ?? 1)))
  return (chance) => {
    const drawn = chance.next() * sum
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > drawn) high = middle
      else low = middle + 1
    }
    const village = among[low]
    if (!village) throw new Error('no villages to draw from')
    return village
  }
}
