import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { findPlace, getOffice } from '../office/index.ts'
import type { Source } from './core/business-choices.ts'
import { type BusinessContext, kbliVersionOf, scaleOfBusiness } from './core/business-check.ts'
import type { Business, ListedOwner, Owner } from './core/business-record.ts'
import type { BusinessScale, ScaleCriterion } from './core/scale.ts'
import { kbliVersionsOf } from './kbli-store.ts'
import { type Person, countOthersWithPhone } from './person-store.ts'

/** Everything the checks of a record look up, read in one go. */
export type Surroundings = { context: BusinessContext; districtCode: string | undefined; regencyCode: string;
  kbliVersion: ReturnType<typeof kbliVersionOf> }

/** The person as the owner of a record; undefined while one of the four required answers is not known. */
export function ownerOfPerson({ nationalId, phone, gender, ...person }: Person): Owner | undefined {
  return nationalId && phone && gender ? { ...person, nationalId, phone, gender } : undefined
}

/**
 * Looks up what the checks of a record need: its village, its activity, the phone of its owner.
 * @param owner who owns it, as told or as kept; `id` when that person is known
 */
export async function surroundingsOf(
  tx: Tx, now: Temporal.Instant, officeId: string, record: Pick<Business, 'villageCode' | 'kbli' | 'kbliVersion'>,
    owner: Partial<ListedOwner> & { id?: string },
): Promise<Surroundings> {
  const office = await getOffice(tx, officeId)
  const place = await findPlace(tx, record.villageCode)
  const inside = place?.districtCode.startsWith(`${office.regionCode}.`) ?? false
  const versions = record.kbli === undefined ? [] : await kbliVersionsOf(tx, record.kbli)
  const othersWithPhone = owner.phone ? await countOthersWithPhone(tx, officeId, owner.phone, owner.id) : 0
  return {
    districtCode: inside ? place?.districtCode : undefined, regencyCode: office.regionCode, kbliVersion: kbliVersionOf(record, versions),
    context: {
      asOf: wibDate(now), otherOwnersWithPhone: othersWithPhone,
      villageStatus: () => (!place || !inside ? 'unknown' : place.active ? 'active' : 'former'),
      kbliVersionsOf: () => versions,
    },
  }
}

/** The scale as it is stored with the record: with the criterion it was computed by. Source: PP 7/2021, Pasal 35 */
export function storedScale(record: Business,
  asOf: Temporal.PlainDate): { scale: BusinessScale | null; scaleCriterion: ScaleCriterion | null } {
  const decision = scaleOfBusiness(record, asOf)
  return { scale: decision?.scale ?? null, scaleCriterion: decision?.criterion ?? null }
}

/** Where a record comes from, by the role of who enters it. */
export function sourceOf(actor: Actor): Source {
  if (actor.kind === 'citizen') return 'self'
  const roles = new Set(actor.roles.map(({ role }) => role))
  if (roles.has('counter')) return 'counter'
  return roles.has('village-officer') ? 'village' : 'office'
}
