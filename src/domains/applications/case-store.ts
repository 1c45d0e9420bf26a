import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Status } from './core/life.ts'

export type EarlierCase = { id: string; reference: string; serviceCode: string; status: Status; createdAt: Date; isSameBusiness: boolean }

/** Other cases of the same owner, the latest first; drafts are nobody's business but his. */
export async function listEarlier(tx: Db | Tx, one: { id: string; ownerId: string; businessId: string | null }, limit = 10): Promise<EarlierCase[]> {
  const { rows } = await sql<EarlierCase>`
    select a.id, a.reference, a.service_code as "serviceCode", a.status, a.created_at as "createdAt", (a.business_id = ${one.businessId}::uuid) is true as "isSameBusiness"
      from applications.applications a
     where a.owner_id = ${one.ownerId} and a.id <> ${one.id} and a.status <> 'draft'
     order by a.created_at desc limit ${limit}`.execute(tx)
  return rows
}
