import type { Resource } from '../../../kernel/rights.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { findPersonCard } from '../../registry/index.ts'

/** What the right to help a person depends on. Who has not told his village yet may be helped wherever he shows his card. */
export async function personAccess({ unit, params, actor }: UnitAsk): Promise<Resource | undefined> {
  const person = await findPersonCard(unit.tx, params['personId'] ?? '')
  if (!person || person.officeId !== actor?.officeId) return undefined
  return person.villageCode === null ? {} : { officeId: person.officeId, ownerId: person.id, villageCode: person.villageCode }
}
