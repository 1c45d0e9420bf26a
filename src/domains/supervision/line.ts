import type { Temporal } from 'temporal-polyfill'
import { covers } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Staff, listStaff } from '../applications/index.ts'
import { type Official, holderOf, officialsOn } from '../office/index.ts'
import { type Line, POSTS } from './core/ladder.ts'

/** Who works today and who holds which position: what reporting lines are made of. */
export type Roster = { staff: Staff[]; officials: Official[] }

export async function readRoster(tx: Db | Tx, officeId: string, now: Temporal.Instant): Promise<Roster> {
  return { staff: await listStaff({ tx, now }, officeId), officials: await officialsOn(tx, officeId, wibDate(now)) }
}

/** Where something lies; what has no division yet is every division head's. `without`: accounts that must not hear of it. */
export type PlaceInLine = { divisionId: string | null; villageCode: string | null; without?: readonly string[] }

const reaches = (one: Staff, { divisionId, villageCode }: PlaceInLine): boolean =>
  (one.divisionId === null || divisionId === null || one.divisionId === divisionId) && (one.areaCode === null || (villageCode !== null && covers(one.areaCode, villageCode)))

/**
 * The reporting line over a case, by division and area. The official of the day (Plh. before Plt. before the definitive holder) goes before
 * others who hold the role; a post whose only holders are locked, gone or of another division is empty.
 */
export function lineOf({ staff, officials }: Roster, place: PlaceInLine): Line {
  return Object.fromEntries(POSTS.flatMap((post) => {
    const able = staff.filter((one) => one.role === post && reaches(one, place) && !place.without?.includes(one.id))
    const official = post === 'division-head' && place.divisionId === null ? undefined
      : holderOf(officials, post, post === 'division-head' ? place.divisionId ?? undefined : undefined)
    const chosen = able.find((one) => one.id === official?.accountId) ?? able[0]
    return chosen ? [[post, chosen.id]] : []
  }))
}
