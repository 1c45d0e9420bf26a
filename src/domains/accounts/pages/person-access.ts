import type { Resource } from '../../../kernel/rights.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { findPersonCard } from '../../registry/index.ts'

/** What the right to deal with a person depends on: office and, for village officers, where he lives. */
export async function personAccess({ unit, params }: UnitAsk): Promise<Resource | undefined> {
  const person = await findPersonCard(unit.tx, params['personId'] ?? '')
  return person && { officeId: person.officeId, ownerId: person.id, ...(person.villageCode === null ? {} : { villageCode: person.villageCode }) }
}
