import { type Told, difference } from '../../kernel/ledger.ts'
import { type Result, conflict, forbidden, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Proposed } from '../registry/index.ts'
import { answerOf } from './answer.ts'
import { keepAct } from './cooperative-acts.ts'
import { type KeptCooperative, findByLegalEntity, findCooperative, findCooperativeAccess } from './cooperative-store.ts'
import { changedWhole } from './core/change.ts'
import { legalEntityKey } from './core/identity.ts'
import { officeOnlyProblems } from './core/office-only.ts'
import type { CooperativeChange } from './core/record.ts'
import { toFields } from './core/told.ts'
import { type Entered, numberTaken } from './create-cooperative.ts'
import { findPairsOf } from './find-pairs.ts'
import { cooperativeMessages as t } from './messages.id.ts'
import { cooperativeProposals, isOnRecord } from './proposals.ts'
import { commandWords } from './screen-messages.id.ts'
import { settlePositions } from './settle-positions.ts'
import { checkChange, sourceOf, withKbliVersion } from './surroundings.ts'

export type Change = CooperativeChange & {
  /** The version the change was made from; another one by now: 409 with the present state. Left out: the last word counts. */
  version?: number | undefined
  /** The day since which it is so; today when left out. Something true since a later day is not overwritten. */
  validFrom?: string | undefined
}

async function lockedForChange(unit: Unit, tools: Tools, actor: Actor, id: string, change: Change): Promise<Result<KeptCooperative>> {
  const kept = await findCooperative(unit.tx, id, true)
  const access = kept && await findCooperativeAccess(unit.tx, id, actor, wibDate(unit.now))
  if (!kept || !access) return notFound('not-found', commandWords.noCooperative)
  if (kept.mergedInto !== null) return conflict('absorbed', commandWords.absorbed, { mergedInto: kept.mergedInto })
  if (change.version !== undefined && change.version !== kept.version) {
    return conflict('changed-meanwhile', commandWords.changedMeanwhile, await answerOf(unit, tools, kept, []))
  }
  for (const villageCode of [kept.record.villageCode, change.villageCode ?? kept.record.villageCode]) {
    const allowed = may(actor, 'cooperative.update', { ...access, villageCode }, unit.now.epochMilliseconds)
    if (!allowed.ok) return forbidden(allowed.error.code, 'message' in allowed.error ? allowed.error.message : '')
  }
  return ok(kept)
}

/**
 * Changes a cooperative, its board and its book years. Every change is one act in the list of what was said; nothing changed: nothing is
 * written. Its own people propose what they change of one that the office knows (`cooperativeProposals`): the answer then says so.
 * @returns 409 `changed-meanwhile` with the present state when `version` is not the present one
 */
export async function changeCooperative(unit: Unit, tools: Tools, actor: Actor, id: string, change: Change): Promise<Result<Entered>> {
  const locked = await lockedForChange(unit, tools, actor, id, change)
  if (!locked.ok) return locked
  const kept = locked.value
  const { version: _version, validFrom, positions, ...told } = change
  if (validFrom !== undefined
    && validFrom > wibDate(unit.now).toString()) return invalid([{ field: 'validFrom', message: t.fields.validFrom }])
  const notTheirs = actor.kind === 'citizen' ? officeOnlyProblems(told, commandWords.officeOnly, false) : []
  if (notTheirs.length > 0) return invalid(notTheirs)
  const settled = positions ? await settlePositions(unit, tools, actor, positions, kept.positions) : ok(undefined)
  if (!settled.ok) return settled
  const laid = changedWhole(kept, { ...told, ...(settled.value ? { positions: settled.value } : {}) })
  const whole = { ...laid, record: await withKbliVersion(unit, laid.record) }
  const sets = difference(toFields(kept), toFields(whole))
  const { problems, warnings } = await checkChange(unit, kept.officeId, kept, whole, new Set(Object.keys(sets)))
  if (problems.length > 0) return invalid(problems)
  if (Object.keys(sets).length === 0) return ok({ cooperative: kept, warnings })

  const number = whole.record.legalEntityNumber
  const holder = legalEntityKey(number) === legalEntityKey(kept.record.legalEntityNumber) ? undefined : await findByLegalEntity(
    unit.tx, kept.officeId, number,
  )
  if (holder && holder.id !== id) return numberTaken(unit, kept.officeId, number)
  const said = await sayOrPropose(unit, tools, actor, kept, { sets, validFrom })
  if (!said.ok) return said
  const proposal = said.value
  if (proposal?.status === 'pending') return ok({ cooperative: kept, warnings, proposal })
  unit.record(kept.officeId, {
    what: 'cooperative.update', kind: 'cooperative', subject: id, actor: actor.accountId, role: roleOf(actor),
    data: { fields: Object.keys(sets).map((field) => field.replace(/^position\/.*/, 'positions')), version: kept.version + 1 },
  })
  await findPairsOf(unit, kept.officeId, [id])
  const cooperative = await findCooperative(unit.tx, id)
  if (!cooperative) throw new Error('a cooperative that is locked is not there')
  return ok({ cooperative, warnings, ...(proposal ? { proposal } : {}) })
}

type Wish = { sets: Record<string, Told>; validFrom: string | undefined }

async function sayOrPropose(unit: Unit, tools: Tools, actor: Actor, kept: KeptCooperative, { sets, validFrom }: Wish): Promise<Result<Proposed | undefined>> {
  if (actor.kind === 'citizen' && await isOnRecord(unit.tx, kept.id)) return cooperativeProposals.propose(unit, tools.keys, actor, kept, { sets, validFrom })
  const at = { tx: unit.tx, keys: tools.keys, now: unit.now, id: kept.id }
  if (await keepAct(at, { kind: 'edit', source: sourceOf(actor), by: actor.accountId, sets, validFrom })) return ok(undefined)
  return invalid([{ field: 'legalEntityNumber', message: t.record.legalEntityTaken('') }], 'legal-entity-taken')
}
