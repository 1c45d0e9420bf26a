import type { Resource } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { findCooperativeAccess } from './cooperative-store.ts'

/** What the right to the cooperative of an address depends on. */
export const accessOf = ({ unit, params, actor }: UnitAsk): Promise<Resource | undefined> =>
  findCooperativeAccess(unit.tx, params['id'] ?? '', actor, wibDate(unit.now))

/** What the two halves of a pair share: both must lie where the caller may decide. */
export async function pairAccess({ unit, params }: Pick<UnitAsk, 'unit' | 'params'>): Promise<Resource | undefined> {
  const today = wibDate(unit.now)
  const [a, b] = [await findCooperativeAccess(unit.tx, params['a'] ?? '', undefined, today), await findCooperativeAccess(unit.tx, params['b'] ?? '', undefined, today)]
  if (!a?.officeId || a.officeId !== b?.officeId || !a.villageCode) return undefined
  return { officeId: a.officeId, villageCode: a.villageCode }
}
