import type { Resource } from '../../../../kernel/rights.ts'
import type { UnitAsk } from '../../../../platform/http/context.ts'
import { findPersonCard } from '../../../registry/index.ts'

/** A citizen applies for himself; an officer for the citizen named in the address. */
export const ownerIdOf = ({ actor, query }: Pick<UnitAsk, 'actor' | 'query'>): string | undefined =>
  (actor?.kind === 'citizen' ? actor.personId : query['warga'])

/** Who is helped decides whether an officer may: a village officer helps in his village. */
export async function beginAccess(ask: UnitAsk): Promise<Resource | undefined> {
  const id = ownerIdOf(ask)
  const owner = id === undefined ? undefined : await findPersonCard(ask.unit.tx, id)
  if (id !== undefined && !owner) return undefined
  return owner ? { officeId: owner.officeId, ownerId: owner.id, ...(owner.villageCode === null ? {} : { villageCode: owner.villageCode }) } : {}
}
