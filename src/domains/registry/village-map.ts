import { referenceRows } from '../../platform/db/reference.ts'
import { type VillageMap, neighbourMap } from './core/neighbours.ts'

let map: Promise<VillageMap> | undefined

/** Which villages touch, from the reference list; read once. */
export function villageMap(): Promise<VillageMap> {
  map ??= referenceRows('regions/desa-bersebelahan.csv')
    .then((rows) => neighbourMap(rows.map((row) => [row['kode_a'] ?? '', row['kode_b'] ?? ''] as const)))
  return map
}
