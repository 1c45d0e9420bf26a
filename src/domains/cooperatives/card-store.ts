import type { Db, Tx } from '../../platform/db/database.ts'
import { comparedName, isUuid } from './cooperative-store.ts'

/** What other domains need to know of a cooperative to decide and to show it. */
export type CooperativeCard = {
  id: string; officeId: string; registryNumber: string; name: string; legalEntityNumber: string; villageCode: string; districtCode: string
  level: string; kind: string; group: string | null; status: string; enteredBy: string
}

const CARD = ['id', 'office_id as officeId', 'registry_number as registryNumber', 'name', 'legal_entity_number as legalEntityNumber', 'village_code as villageCode',
  'district_code as districtCode', 'level', 'kind', 'formed_group as group', 'status', 'entered_by as enteredBy'] as const

export async function findCooperativeCard(tx: Db | Tx, id: string): Promise<CooperativeCard | undefined> {
  return isUuid(id) ? tx.selectFrom('cooperatives.cooperatives').select(CARD).where('id', '=', id).executeTakeFirst() : undefined
}

/** The cooperative somebody means by a name or a registry number; undefined when none or several may be meant. */
export async function findCooperativeMeant(tx: Db | Tx, officeId: string, typed: string): Promise<CooperativeCard | undefined> {
  const rows = await tx.selectFrom('cooperatives.cooperatives').select(CARD).where('office_id', '=', officeId)
    .where((where) => where.or([where('normal_name', '=', comparedName(typed)), where('registry_number', '=', typed.trim())])).orderBy('id').limit(2).execute()
  return rows.length === 1 ? rows[0] : undefined
}
