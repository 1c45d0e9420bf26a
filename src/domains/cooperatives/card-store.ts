import type { Db, Tx } from '../../platform/db/database.ts'
import { isUuid } from './cooperative-store.ts'

/** What other domains need to know of a cooperative to decide and to show it. */
export type CooperativeCard = {
  id: string; officeId: string; registryNumber: string; name: string; legalEntityNumber: string; villageCode: string; districtCode: string
  level: string; kind: string; group: string | null; status: string; enteredBy: string
}

export async function findCooperativeCard(tx: Db | Tx, id: string): Promise<CooperativeCard | undefined> {
  if (!isUuid(id)) return undefined
  return tx.selectFrom('cooperatives.cooperatives').select([
    'id', 'office_id as officeId', 'registry_number as registryNumber', 'name', 'legal_entity_number as legalEntityNumber',
    'village_code as villageCode',
    'district_code as districtCode', 'level', 'kind', 'formed_group as group', 'status', 'entered_by as enteredBy',
  ]).where('id', '=', id).executeTakeFirst()
}
