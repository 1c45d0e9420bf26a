import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { LISTED, LIST_LIFE, type ListStep, type ListedKind } from './core/schedule.ts'
import { type DueRecord, dueRecords } from './due-store.ts'
import { type DestructionList, findList, insertItems, insertList, lockList, settleItem } from './list-store.ts'
import { archiveId as t } from './messages.id.ts'
import { type RuleInForce, rulesOn } from './schedule-store.ts'

/** A list that people still read to its end. */
const MOST_ITEMS = 1000

const isListed = (rule: RuleInForce): rule is RuleInForce & { kind: ListedKind } => LISTED.some((kind) => kind === rule.kind)

/** Everything that may go today, letters before their cases, up to what one list holds. */
async function allDue(unit: Unit, officeId: string): Promise<{ record: DueRecord; rule: RuleInForce }[]> {
  const today = wibDate(unit.now)
  const rules = (await rulesOn(unit.tx, officeId, today)).filter(isListed).toSorted((a, b) => LISTED.indexOf(a.kind) - LISTED.indexOf(b.kind))
  const found: { record: DueRecord; rule: RuleInForce }[] = []
  for (const rule of rules) {
    const letters = found.flatMap(({ record }) => (record.kind === 'letter' ? [record.subject] : []))
    const records = await dueRecords(unit.tx, officeId, rule, today, { limit: MOST_ITEMS - found.length, letters })
    found.push(...records.map((record) => ({ record, rule })))
  }
  return found
}

const recorded = (unit: Unit, actor: Actor, id: string, what: string, more: { from?: string; to?: string; data?: Record<string, string | number> } = {}) =>
  unit.record(actor.officeId, { what: `archive.${what}`, kind: 'destruction-list', subject: id, actor: actor.accountId, role: roleOf(actor), ...more })

/** Makes the list of what has passed its period. One list is open at a time. */
export async function makeList(unit: Unit, actor: Actor): Promise<Result<DestructionList>> {
  const found = await allDue(unit, actor.officeId)
  if (found.length === 0) return conflict('nothing-due', t.nothingDue)
  const made = await insertList(unit, actor.officeId, actor.accountId)
  if (!made) return conflict('list-open', t.listOpen)
  await insertItems(unit, made.id, found, (rule) => t.periods(rule.activeMonths, rule.inactiveMonths))
  recorded(unit, actor, made.id, 'list', { to: 'draft', data: { number: made.number, items: found.length } })
  return kept(unit, actor, made.id)
}

async function kept(unit: Unit, actor: Actor, id: string): Promise<Result<DestructionList>> {
  const list = await findList(unit.tx, actor.officeId, id)
  return list ? ok(list) : notFound('not-found', t.gone)
}

/** Takes one record off the list before anything is destroyed, with the archivist's reason. */
export async function withholdItem(unit: Unit, actor: Actor, id: string, position: number, why: string): Promise<Result<DestructionList>> {
  const list = await lockList(unit.tx, actor.officeId, id)
  if (!list) return notFound('not-found', t.gone)
  if (list.state !== 'draft' && list.state !== 'proposed') return conflict('already-decided', t.decided, list.state)
  if (why.trim().length < 5) return invalid([{ field: 'why', message: t.whyNeeded }])
  if (!await settleItem(unit, id, position, { state: 'withheld', why: why.trim() })) return notFound('not-found', t.itemGone)
  recorded(unit, actor, id, 'withhold', { data: { position } })
  return kept(unit, actor, id)
}

export type Move = { step: Exclude<ListStep, 'finish'>; minutesNumber?: string | undefined; witnesses?: string | undefined; remark?: string | undefined }

function checkMove({ step, minutesNumber = '', witnesses = '', remark = '' }: Move) {
  const problems = []
  if (step === 'approve' && !/^[\w.\-/ ]{3,60}$/u.test(minutesNumber.trim())) problems.push({ field: 'minutesNumber', message: t.minutesNeeded })
  if (step === 'approve' && witnesses.trim().length < 3) problems.push({ field: 'witnesses', message: t.witnessesNeeded })
  if (step === 'refuse' && remark.trim().length < 10) problems.push({ field: 'remark', message: t.remarkNeeded })
  return problems
}

/**
 * Proposes, approves, refuses or gives up a list. Whoever made it does not decide it; what was approved is destroyed by the worker, each
 * record looked at once more.
 */
export async function moveList(unit: Unit, actor: Actor, id: string, move: Move): Promise<Result<DestructionList>> {
  const list = await lockList(unit.tx, actor.officeId, id)
  if (!list) return notFound('not-found', t.gone)
  const to = LIST_LIFE[list.state][move.step]
  if (!to) return conflict('not-possible', t.decided, list.state)
  const deciding = move.step === 'approve' || move.step === 'refuse'
  if (deciding && list.madeBy === actor.accountId) return conflict('own-list', t.own)
  const problems = checkMove(move)
  if (problems.length > 0) return invalid(problems)
  await unit.tx.updateTable('archive.lists').set({
    state: to,
    ...(move.step === 'propose' ? { proposed_at: toDb(unit.now) } : {}),
    ...(deciding ? { decided_by: actor.accountId, decided_at: toDb(unit.now) } : {}),
    ...(move.remark?.trim() ? { remark: move.remark.trim() } : {}),
    ...(move.step === 'approve' ? { minutes_number: move.minutesNumber?.trim() ?? null, witnesses: move.witnesses?.trim() ?? null } : {}),
  }).where('id', '=', id).execute()
  recorded(unit, actor, id, move.step, { from: list.state, to, data: { number: list.number } })
  return kept(unit, actor, id)
}
