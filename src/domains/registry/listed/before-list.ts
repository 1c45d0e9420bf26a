import { sql } from 'kysely'
import { type Folded, fold } from '../../../kernel/ledger.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { listActsOf } from '../changes-store.ts'
import { recordOf } from '../core/business-fields.ts'
import { personOf } from '../core/person-fields.ts'
import { trustOf } from '../core/trust.ts'
import type { SideRow } from '../duplicate-keys-store.ts'

/**
 * Records as they stood before a list began, by id: only those it has spoken of, all others are as they are. A list is judged against the
 * registry it met, so that a trial, an import, and one that was stopped and gone on with come to the same.
 */
export async function beforeList(tx: Db | Tx, keys: Keys, batchId: string, ids: readonly string[]): Promise<Map<string, Folded>> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from registry.changes where act_id = ${batchId} and subject_id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  const acts = await listActsOf(tx, keys, rows.map(({ id }) => id))
  return new Map([...acts].flatMap(([id, said]) => {
    const before = said.filter(({ actId }) => actId !== batchId)
    return before.length > 0 ? [[id, fold(before, trustOf)]] : []
  }))
}

const indexOf = (keys: Keys, digits: string | undefined) => (digits === undefined ? undefined : keys.indexOf(digits).toString('hex'))

/** Who a person was before the list. @returns name and keyed index of the NIK, hex */
export function personBefore(keys: Keys, before: Folded): { name: string; nationalId: string | undefined } {
  const { name, nationalId } = personOf(before)
  return { name, nationalId: indexOf(keys, nationalId) }
}

/** The record as the duplicate rule saw it before the list. @param before the record and its owner, where the list has spoken of them */
export function sideBefore(keys: Keys, row: SideRow, before: { business: Folded | undefined; owner: Folded | undefined }): SideRow {
  const business = before.business && recordOf(before.business).record
  const owner = before.owner && personOf(before.owner)
  return {
    ...row,
    ...(owner ? { ownerName: owner.name } : {}),
    side: {
      ...row.side,
      ...(business ? {
        name: business.name, villageCode: business.villageCode, kbli: business.kbli ?? '', kbliVersion: business.kbliVersion, nib: business.nib,
        latitude: business.latitude, longitude: business.longitude, address: business.address, rt: business.rt, rw: business.rw, product: business.mainProduct,
      } : {}),
      ...(owner ? {
        ownerName: owner.name, phone: owner.phone, nationalId: indexOf(keys, owner.nationalId), familyCard: indexOf(keys, owner.familyCardNumber),
      } : {}),
    },
  }
}
