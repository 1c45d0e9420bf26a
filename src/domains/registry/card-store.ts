import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { findStandingId } from './family-store.ts'

/** What other domains need to know of a business to decide and to address people. */
export type BusinessCard = {
  id: string; officeId: string; registryNumber: string; name: string; ownerId: string; ownerName: string; ownerPhone: string | null
  villageCode: string; districtCode: string; kbli: string | null; kbliVersion: string | null; scale: string | null; status: string; nib: string | null
  enteredBy: string; verifiedBy: string | null
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

export async function findBusinessCard(tx: Db | Tx, id: string): Promise<BusinessCard | undefined> {
  if (!UUID.test(id)) return undefined
  return tx.selectFrom('registry.businesses as b').innerJoin('registry.people as p', 'p.id', 'b.owner_id').select([
    'b.id', 'b.office_id as officeId', 'b.registry_number as registryNumber', 'b.name', 'b.owner_id as ownerId', 'p.name as ownerName', 'p.phone as ownerPhone',
    'b.village_code as villageCode', 'b.district_code as districtCode', 'b.kbli', 'b.kbli_version as kbliVersion', 'b.scale', 'b.status', 'b.nib',
    'b.entered_by as enteredBy', 'b.verified_by as verifiedBy',
  ]).where('b.id', '=', id).executeTakeFirst()
}

/** The business that stands for this record today: itself, or the one it was merged into. What is begun anew is begun for that one. */
export async function findStandingBusinessCard(tx: Db | Tx, id: string): Promise<BusinessCard | undefined> {
  const standing = await findStandingId(tx, id)
  return standing === undefined ? undefined : findBusinessCard(tx, standing)
}

/** A business entered by its owner is verified within its first application. Verified before: nothing changes. */
export async function verifyBusiness(unit: Unit, actor: Actor, id: string): Promise<void> {
  const { numUpdatedRows } = await unit.tx.updateTable('registry.businesses').set({ verified_by: actor.accountId, verified_at: toDb(unit.now) })
    .where('id', '=', id).where('verified_by', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) return
  unit.record(actor.officeId, {
    what: 'business.verify', kind: 'business', subject: id, actor: actor.accountId, role: roleOf(actor), from: 'entered', to: 'verified',
  })
}

export type PersonCard = { id: string; officeId: string; name: string; phone: string | null; email: string | null; villageCode: string | null }

export async function findPersonCard(tx: Db | Tx, id: string): Promise<PersonCard | undefined> {
  if (!UUID.test(id)) return undefined
  return tx.selectFrom('registry.people').select(['id', 'office_id as officeId', 'name', 'phone', 'email', 'village_code as villageCode'])
    .where('id', '=', id).executeTakeFirst()
}
