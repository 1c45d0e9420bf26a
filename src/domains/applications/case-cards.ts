import type { Resource } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Status } from './core/life.ts'

/** A case by its number and how it stands, without anything of a person; `access`: what the right to open it depends on. */
export type CaseCard = { id: string; reference: string; status: Status; access: Resource }

/** The cards of cases, for lists that other domains make; in no order. */
export async function caseCards(db: Db | Tx, ids: readonly string[]): Promise<CaseCard[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('applications.applications')
    .select(['id', 'reference', 'status', 'office_id', 'owner_id', 'village_code', 'entered_by', 'verified_by', 'division_id']).where('id', 'in', [...ids]).execute()
  return rows.map((row) => ({
    id: row.id, reference: row.reference, status: row.status as Status,
    access: {
      officeId: row.office_id, ownerId: row.owner_id, enteredBy: row.entered_by, divisionId: row.division_id,
      ...(row.village_code === null ? {} : { villageCode: row.village_code }), ...(row.verified_by === null ? {} : { verifiedBy: row.verified_by }),
    },
  }))
}
