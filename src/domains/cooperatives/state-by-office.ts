import { difference } from '../../kernel/ledger.ts'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { keepAct } from './cooperative-acts.ts'
import { findByLegalEntity, findCooperative } from './cooperative-store.ts'
import { changedWhole } from './core/change.ts'
import { cooperativeChangeSchema } from './core/record.ts'
import { toFields } from './core/told.ts'
import { cooperativeMessages as t } from './messages.id.ts'
import { commandWords } from './screen-messages.id.ts'
import { checkChange } from './surroundings.ts'

/** What the end of a request may tell of a cooperative. */
const findingSchema = cooperativeChangeSchema.pick({ cooperativeNumber: true, legalEntityNumber: true, legalEntityDate: true })
export type OfficeFinding = Partial<Record<keyof typeof findingSchema.shape, unknown>>

/**
 * What the office itself found out while it handled a request: stated by the office, whoever of it writes it down. Whether he may is
 * decided by the request.
 */
export async function stateCooperativeByOffice(unit: Unit, tools: Tools, actor: Actor, id: string, finding: OfficeFinding): Promise<Result<undefined>> {
  const kept = await findCooperative(unit.tx, id, true)
  if (!kept) return notFound('not-found', commandWords.noCooperative)
  if (kept.mergedInto !== null) return conflict('absorbed', commandWords.absorbed, { mergedInto: kept.mergedInto })
  const told = findingSchema.safeParse(finding)
  if (!told.success) return invalid(told.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
  const whole = changedWhole(kept, told.data)
  const sets = difference(toFields(kept), toFields(whole))
  if (Object.keys(sets).length === 0) return ok(undefined)
  const { problems } = await checkChange(unit, kept.officeId, kept, whole, new Set(Object.keys(sets)))
  if (problems.length > 0) return invalid(problems)
  const holder = await findByLegalEntity(unit.tx, kept.officeId, whole.record.legalEntityNumber)
  const said = (holder === undefined || holder.id === id)
    && await keepAct({ tx: unit.tx, keys: tools.keys, now: unit.now, id }, { kind: 'edit', source: 'office', by: actor.accountId, sets, validFrom: undefined })
  if (!said) return invalid([{ field: 'legalEntityNumber', message: t.record.legalEntityTaken('') }], 'legal-entity-taken')
  unit.record(kept.officeId, {
    what: 'cooperative.update', kind: 'cooperative', subject: id, actor: actor.accountId, role: roleOf(actor), data: { fields: Object.keys(sets), version: kept.version + 1 },
  })
  return ok(undefined)
}
