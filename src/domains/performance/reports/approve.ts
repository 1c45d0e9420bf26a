import { createHash } from 'node:crypto'
import { type Problem, type Result, conflict, invalid, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { type Unit, roleOf, toDb } from '../../../platform/db/unit.ts'
import { canonical } from '../../../platform/log/entry.ts'
import { type ApprovalRefused, type Decision, LEVELS, answer, decide, isApproved, levelsOf } from '../core/approval.ts'
import { REMARKS, TARGETS, unexplained } from '../core/report-content.ts'
import { nameOfItem } from '../core/report-tables.ts'
import { reportPagesId as words } from '../messages-report-pages.id.ts'
import { type ReportCard, baseOf, contentOf, findReport, listStands, lockReport, targetsOf } from './store.ts'

async function lockDraft(unit: Unit, id: string): Promise<Result<ReportCard>> {
  const card = await lockReport(unit.tx, id)
  if (!card) return notFound('not-found', words.noSuchReport)
  return card.state === 'draft' ? ok(card) : conflict('not-now', words.notDraft, { state: card.state })
}

const problemOf = ({ kind, code }: ApprovalRefused, nameOf: (code: string) => string): Problem => ({ field: code, message: words.refused[kind](nameOf(code)) })

async function setAwaits(unit: Unit, id: string, code: string, awaits: string): Promise<void> {
  await unit.tx.updateTable('performance.report_figures').set({ awaits }).where('report_id', '=', id).where('code', '=', code).execute()
}

/**
 * Accepts or remarks figures at the level at which they wait, all of them or none. A remarked figure goes back with the words; the others go
 * on. When the last one has passed the head of office the report is locked in the same transaction.
 * @returns the report as it stands afterwards
 */
export async function decideFigures(unit: Unit, actor: Actor, id: string, decisions: readonly Decision[]): Promise<Result<ReportCard>> {
  const draft = await lockDraft(unit, id)
  if (!draft.ok) return draft
  const stands = await listStands(unit.tx, id)
  const content = await contentOf(unit.tx, draft.value)
  const nameOf = (code: string) => nameOfItem(content, code)
  const missing = unexplained(content.targets, content.notes)
  const levels = levelsOf(actor.roles)
  const problems: Problem[] = []
  const done: { code: string; level: string; isRemark: boolean }[] = []
  for (const decision of decisions) {
    const { code, remark } = decision
    const decided = decide(stands, levels, decision)
    if (!decided.ok) problems.push(problemOf(decided.error, nameOf))
    else if (remark === undefined && missing.includes(code)) problems.push({ field: code, message: words.refused.unexplained(nameOf(code)) })
    else done.push({ code, level: decided.value.level, isRemark: remark !== undefined })
    if (!decided.ok) continue
    await setAwaits(unit, id, code, decided.value.awaits)
    if (remark === undefined) continue
    await unit.tx.insertInto('performance.report_remarks').values({
      report_id: id, code, role: decided.value.level, account_id: actor.accountId, words: remark, made_at: toDb(unit.now),
    }).execute()
  }
  if (problems.length > 0) return invalid(problems)
  for (const [what, isRemark] of [['report.accept', false], ['report.remark', true]] as const) {
    const figures = done.filter((one) => one.isRemark === isRemark)
    if (figures[0]) unit.record(draft.value.officeId, { what, kind: 'report', subject: id, actor: actor.accountId, role: figures[0].level, data: { figures: figures.map(({ code }) => code) } })
  }
  return lockWhenApproved(unit, actor, draft.value)
}

/** The text that is locked is the text of the JSON file; its hash lies in the log before anything is signed. */
async function lockWhenApproved(unit: Unit, actor: Actor, card: ReportCard): Promise<Result<ReportCard>> {
  if (!isApproved(await listStands(unit.tx, card.id))) return ok(card)
  const content = canonical(await contentOf(unit.tx, card))
  await unit.tx.updateTable('performance.reports').set({ state: 'locked', content, locked_at: toDb(unit.now) }).where('id', '=', card.id).execute()
  unit.record(card.officeId, {
    what: 'report.lock', kind: 'report', subject: card.id, actor: actor.accountId, role: 'office-head', from: 'draft', to: 'locked',
    data: { sha256: createHash('sha256').update(`${content}\n`).digest('hex') },
  })
  return ok(await findReport(unit.tx, card.id) ?? card)
}

/**
 * What the office says about figures: an answer to a remark, which sends that figure alone up the chain again; or, before anybody accepted it,
 * words of its own. What it says about the whole report may change as long as it is a draft, and is then approved anew.
 */
export async function explainFigures(unit: Unit, actor: Actor, id: string, explanations: readonly { code: string; words: string }[]): Promise<Result<ReportCard>> {
  const draft = await lockDraft(unit, id)
  if (!draft.ok) return draft
  const [stands, base] = [await listStands(unit.tx, id), await baseOf(unit.tx, id)]
  const problems: Problem[] = []
  const codes: string[] = []
  for (const one of explanations) {
    const stand = stands.find(({ code }) => code === one.code)
    const isFree = stand?.awaits === LEVELS[0] || one.code === REMARKS
    const answered = stand && isFree ? ok({ ...stand, awaits: LEVELS[0] }) : answer(stands, one.code)
    if (!answered.ok) problems.push(problemOf(answered.error, (code) => nameOfItem(base, code)))
    else {
      const explanation = one.code === REMARKS ? {} : { explanation: one.words }
      await unit.tx.updateTable('performance.report_figures').set({ awaits: answered.value.awaits, ...explanation })
        .where('report_id', '=', id).where('code', '=', one.code).execute()
      if (one.code === REMARKS) await unit.tx.updateTable('performance.reports').set({ remarks: one.words === '' ? null : one.words }).where('id', '=', id).execute()
      codes.push(one.code)
    }
  }
  if (problems.length > 0) return invalid(problems)
  unit.record(draft.value.officeId, { what: 'report.answer', kind: 'report', subject: id, actor: actor.accountId, role: roleOf(actor), data: { figures: codes } })
  return ok(draft.value)
}

/** The goals of a year; where its report is being approved, those figures begin at the foot of the chain again. @param targets by code of figure; null takes one away */
export async function setTargets(unit: Unit, actor: Actor, year: number, targets: ReadonlyMap<string, number | null>): Promise<Result<undefined>> {
  const held = await targetsOf(unit.tx, actor.officeId, year)
  const changed = TARGETS.filter(({ code }) => targets.has(code) && (targets.get(code) ?? null) !== (held.get(code) ?? null)).map(({ code }) => code)
  if (changed.length === 0) return ok(undefined)
  for (const code of changed) {
    const value = targets.get(code) ?? null
    await unit.tx.deleteFrom('performance.targets').where('office_id', '=', actor.officeId).where('year', '=', year).where('code', '=', code).execute()
    if (value !== null) await unit.tx.insertInto('performance.targets').values({ office_id: actor.officeId, year, code, value }).execute()
  }
  const drafts = unit.tx.selectFrom('performance.reports').select('id').where('office_id', '=', actor.officeId).where('kind', '=', 'yearly').where('period', '=', String(year)).where('state', '=', 'draft')
  await unit.tx.updateTable('performance.report_figures').set({ awaits: LEVELS[0] }).where('report_id', 'in', drafts).where('code', 'in', changed).execute()
  unit.record(actor.officeId, { what: 'report.target', kind: 'report', subject: String(year), actor: actor.accountId, role: roleOf(actor), data: { figures: changed } })
  return ok(undefined)
}
