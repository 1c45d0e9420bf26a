import { type Result, forbidden, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import type { Unit } from '../../../platform/db/unit.ts'
import { findMandate, isMandateEnded } from '../../accounts/index.ts'
import { applicationsId as words } from '../messages.id.ts'
import type { Application } from '../store.ts'

/**
 * Whoever withdrew his consent to be helped is helped no further, also not with what was begun under it; given anew, it holds again.
 * Source: UU 27/2022 Pasal 40 (docs/rules.md)
 */
export async function stillConsented(unit: Pick<Unit, 'tx' | 'now'>, actor: Actor, application: Pick<Application, 'ownerId' | 'mandateId'>): Promise<Result<undefined>> {
  if (actor.kind === 'citizen' || application.mandateId === null || !await isMandateEnded(unit.tx, application.mandateId)) return ok(undefined)
  const anew = await findMandate(unit.tx, unit.now, { personId: application.ownerId, officerId: actor.accountId })
  return anew ? ok(undefined) : forbidden('consent-withdrawn', words.consentWithdrawn)
}
