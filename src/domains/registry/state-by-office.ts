import { difference } from '../../kernel/ledger.ts'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { sayOfBusiness } from './business-acts.ts'
import { findBusiness } from './business-store.ts'
import { changedRecord } from './change-business.ts'
import { changedKeys, checkChange } from './check-change.ts'
import { fieldsOf } from './core/business-fields.ts'
import { businessChangeSchema } from './core/business-record.ts'
import { findPairsOf } from './find-pairs.ts'
import { mergeWords } from './merge-messages.id.ts'
import { findPerson } from './person-store.ts'
import { commandWords as t } from './screen-messages.id.ts'

/** What the end of a request may tell of a business: numbers that others gave it, and until when they hold. */
const findingSchema = businessChangeSchema.pick({ nib: true, nibDate: true, npwp: true, pirt: true, halalNumber: true, halalUntil: true, trademarkNumber: true })
export type OfficeFinding = Partial<Record<keyof typeof findingSchema.shape, unknown>>

/**
 * What the office itself found out while it handled a request: stated by the office, whoever of it writes it down, and no reason to look
 * at the record anew. Whether he may is decided by the request.
 */
export async function stateBusinessByOffice(unit: Unit, tools: Tools, actor: Actor, id: string, finding: OfficeFinding): Promise<Result<undefined>> {
  const kept = await findBusiness(unit.tx, tools.keys, id, true)
  const person = kept && await findPerson(unit.tx, tools.keys, kept.ownerId)
  if (!kept || !person) return notFound('not-found', t.noBusiness)
  if (kept.mergedInto !== null) return conflict('absorbed', mergeWords.absorbed, { mergedInto: kept.mergedInto })
  const told = findingSchema.safeParse(finding)
  if (!told.success) return invalid(told.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
  const record = changedRecord(kept.record, told.data)
  const fields = changedKeys(kept.record, record)
  if (fields.length === 0) return ok(undefined)
  const { problems } = await checkChange(unit, { kept, person }, record, person)
  if (problems.length > 0) return invalid(problems)
  const { ownerId, mergedInto } = kept
  const sets = difference(fieldsOf({ record: kept.record, ownerId, mergedInto }), fieldsOf({ record, ownerId, mergedInto }))
  await sayOfBusiness(unit, tools.keys, kept, { kind: 'edit', source: 'office', by: actor.accountId, sets }, kept.verifiedBy !== null)
  unit.record(kept.officeId, {
    what: 'business.update', kind: 'business', subject: id, actor: actor.accountId, role: roleOf(actor), for: person.id, data: { fields, version: kept.version + 1 },
  })
  await findPairsOf(unit, kept.officeId, [id])
  return ok(undefined)
}
