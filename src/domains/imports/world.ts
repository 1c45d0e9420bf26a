import type { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Clock } from '../../platform/db/unit.ts'
import { getOffice, listPlaces } from '../office/index.ts'
import { SIDOARJO_BOX, kbliClasses } from '../registry/index.ts'
import type { World } from './core/cell-reader.ts'
import { villageMatcher } from './core/villages.ts'

export type ListWorld = World & { kbliVersionOf: (code: string) => '2020' | '2025' | undefined; today: Temporal.PlainDate }

/** What the readers of a list must know: places, activities, the area of the office, the year. */
export async function worldOf(db: Db | Tx, clock: Clock, officeId: string): Promise<ListWorld> {
  const office = await getOffice(db, officeId)
  const today = wibDate(clock())
  const { places, aliases } = await listPlaces(db, office.regionCode)
  const classes = await kbliClasses(db)
  // A code that both versions know is taken as one of 2020: lists of before 2026 say so, and none says which it means.
  const kbliVersionOf = (code: string) => (classes.get('2020')?.has(code) ? '2020' : classes.get('2025')?.has(code) ? '2025' : undefined)
  return {
    places: villageMatcher(places, aliases), kbliExists: (code) => kbliVersionOf(code) !== undefined, kbliVersionOf, area: SIDOARJO_BOX,
    regency: office.government.replace(/^Pemerintah (?:Kabupaten|Kota) /, ''), thisYear: today.year, today,
  }
}
