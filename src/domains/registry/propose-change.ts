import { randomUUID } from 'node:crypto'
import { type Told, fold } from '../../kernel/ledger.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { sayOfBusiness } from './business-acts.ts'
import type { KeptBusiness } from './business-store.ts'
import { listActs } from './changes-store.ts'
import { type Risk, isSampled, riskOf } from './core/proposal-risk.ts'
import { trustOf } from './core/trust.ts'
import { type Proposal, endProposal, findPendingProposal, insertProposal, rewriteProposal } from './proposals-store.ts'

/** What came of a proposed change: taken at once, or waiting for a data steward. */
export type Proposed = { id: string; status: 'accepted' | 'pending'; fields: string[] }

type Wish = { sets: Record<string, Told>; validFrom: string | undefined }

/**
 * Takes what an owner says of his verified business: a small change at once, with some of them kept for a later look; any other waits
 * for a data steward and leaves the record as it is. The caller holds the business locked.
 */
export async function proposeChange(unit: Unit, keys: Keys, actor: Actor, kept: KeptBusiness, wish: Wish): Promise<Proposed> {
  const before = fold(await listActs(unit.tx, keys, kept.id), trustOf)
  const today = wibDate(unit.now)
  const waiting = await findPendingProposal(unit.tx, keys, kept.id)
  const { risk } = riskOf(before, wish.sets, today)
  if (risk === 'low') {
    const taken = await takeAtOnce(unit, keys, actor, kept, wish)
    if (waiting) await withoutFields(unit, keys, waiting, Object.keys(wish.sets), (sets) => riskOf(before, sets, today))
    return taken
  }
  const sets = { ...waiting?.sets, ...wish.sets }
  const whole = { proposedBy: actor.accountId, proposedAt: unit.now, baseVersion: kept.version, sets, validFrom: wish.validFrom ?? waiting?.validFrom ?? null, reasons: riskOf(before, sets, today).reasons }
  const id = waiting?.id ?? randomUUID()
  if (waiting) await rewriteProposal(unit.tx, keys, id, whole)
  else await insertProposal(unit.tx, keys, { ...whole, id, officeId: kept.officeId, businessId: kept.id, risk, state: 'pending', sampled: false })
  const fields = Object.keys(wish.sets)
  unit.record(kept.officeId, { what: 'business.propose', kind: 'business', subject: kept.id, actor: actor.accountId, role: roleOf(actor), data: { proposal: id, fields } })
  return { id, status: 'pending', fields }
}

async function takeAtOnce(unit: Unit, keys: Keys, actor: Actor, kept: KeptBusiness, { sets, validFrom }: Wish): Promise<Proposed> {
  const id = randomUUID()
  await sayOfBusiness(unit, keys, kept, { kind: 'edit', source: 'self', by: actor.accountId, actId: id, sets, validFrom }, true)
  await insertProposal(unit.tx, keys, {
    id, officeId: kept.officeId, businessId: kept.id, proposedBy: actor.accountId, proposedAt: unit.now, baseVersion: kept.version, sets,
    validFrom: validFrom ?? null, risk: 'low', reasons: [], state: 'accepted', sampled: isSampled(id),
  })
  return { id, status: 'accepted', fields: Object.keys(sets) }
}

/** What was just said anew no longer waits in its older form. */
async function withoutFields(unit: Unit, keys: Keys, waiting: Proposal, fields: readonly string[], judge: (sets: Record<string, Told>) => Risk): Promise<void> {
  const sets = Object.fromEntries(Object.entries(waiting.sets).filter(([field]) => !fields.includes(field)))
  if (Object.keys(sets).length === Object.keys(waiting.sets).length) return
  if (Object.keys(sets).length === 0) await endProposal(unit.tx, waiting.id, { state: 'withdrawn', by: waiting.proposedBy, at: unit.now })
  else await rewriteProposal(unit.tx, keys, waiting.id, { ...waiting, sets, reasons: judge(sets).reasons })
}
