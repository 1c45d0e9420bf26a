import type { Actor } from '../../../kernel/rights.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Region, getOffice, listDistricts, listVillages } from '../../office/index.ts'
import { kbliTitle } from '../kbli-store.ts'
import type { BusinessFilter } from '../search/filter.ts'
import type { Named } from './list-query.ts'

/** The places a filter may choose from, villages once a district is chosen, and the names of what it has chosen. */
export async function placesFor(tx: Tx, actor: Actor, { district, village, kbli }: BusinessFilter): Promise<{ districts: Region[]; villages: Region[]; named: Named }> {
  const districts = await listDistricts(tx, (await getOffice(tx, actor.officeId)).regionCode)
  const villages = district ? await listVillages(tx, district) : []
  const nameOf = (regions: readonly Region[], code: string | undefined) => regions.find((one) => one.code === code)?.name
  return {
    districts, villages,
    named: { district: nameOf(districts, district), village: nameOf(villages, village), kbliTitle: kbli && await kbliTitle(tx, '2020', kbli) },
  }
}
