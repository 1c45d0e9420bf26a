import { type Result, conflict, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { sayOfBusiness } from './business-acts.ts'
import { sourceOf } from './business-context.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import { mergeWords } from './merge-messages.id.ts'
import { commandWords as t } from './screen-messages.id.ts'

/** Keeps that owner or officer looked and found the record still right; it is fresh again from today. */
export async function confirmBusiness(unit: Unit, tools: Pick<Tools, 'keys'>, actor: Actor, id: string): Promise<Result<KeptBusiness>> {
  const kept = await findBusiness(unit.tx, tools.keys, id, true)
  if (!kept) return notFound('not-found', t.noBusiness)
  if (kept.mergedInto !== null) return conflict('absorbed', mergeWords.absorbed, { mergedInto: kept.mergedInto })
  await sayOfBusiness(unit, tools.keys, kept, { kind: 'confirm', source: sourceOf(actor), by: actor.accountId, sets: {} }, true)
  unit.record(kept.officeId, {
    what: 'business.confirm', kind: 'business', subject: id, actor: actor.accountId, role: roleOf(actor), ...(actor.kind === 'officer' ? { for: kept.ownerId } : {}),
  })
  const after = await findBusiness(unit.tx, tools.keys, id)
  return after ? ok(after) : notFound('not-found', t.noBusiness)
}
