import { sql } from 'kysely'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { type PlanEnd, type PlanState, endFault } from './core/follow-up.ts'
import { surveyPeriod } from './core/survey-period.ts'
import { officeId as t } from './office-words.id.ts'

/** One line of the follow-up plan: what was found, what is done about it, by which post, until when. */
export type PlanItem = {
  id: string; period: string; element: string | null; finding: string; action: string; owner: string; dueOn: string; state: PlanState; ending: string | null; endedOn: string | null
}

const select = sql`
  select id, period, element, finding, action, owner, due_on::text as "dueOn", state, ending, ended_on::text as "endedOn" from satisfaction.plan_items`

/** The plan, the newest period first, in it the nearest day first. */
export async function listPlan(tx: Db | Tx, officeId: string, limit = 200): Promise<PlanItem[]> {
  const { rows } = await sql<PlanItem>`${select} where office_id = ${officeId} order by period desc, due_on, id limit ${limit}`.execute(tx)
  return rows
}

export async function findPlanItem(tx: Db | Tx, officeId: string, id: string): Promise<PlanItem | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined
  const { rows } = await sql<PlanItem>`${select} where office_id = ${officeId} and id = ${id}`.execute(tx)
  return rows[0]
}

export type NewPlanItem = { formKey: string; period: string; element?: string | undefined; finding: string; action: string; owner: string; dueOn: string }

/** Adds a line; the same form sent twice adds one. */
export async function addPlanItem(unit: Unit, actor: Actor, one: NewPlanItem): Promise<Result<PlanItem>> {
  if (!surveyPeriod(one.period)) return invalid([{ field: 'period', message: t.plan.periodNeeded }])
  if (one.dueOn < wibDate(unit.now).toString()) return invalid([{ field: 'dueOn', message: t.plan.dueWrong }])
  const added = await unit.tx.insertInto('satisfaction.plan_items').values({
    office_id: actor.officeId, form_key: one.formKey, period: one.period, element: one.element ?? null, finding: one.finding, action: one.action, owner: one.owner,
    due_on: one.dueOn, made_by: actor.accountId, made_at: toDb(unit.now),
  }).onConflict((on) => on.column('form_key').doNothing()).returning('id').executeTakeFirst()
  const { id } = added ?? await unit.tx.selectFrom('satisfaction.plan_items').select('id').where('form_key', '=', one.formKey).where('office_id', '=', actor.officeId).executeTakeFirstOrThrow()
  if (added) {
    unit.record(actor.officeId, {
      what: 'satisfaction.plan', kind: 'plan-item', subject: id, actor: actor.accountId, role: roleOf(actor), to: 'planned', data: { period: one.period, dueOn: one.dueOn },
    })
  }
  const item = await findPlanItem(unit.tx, actor.officeId, id)
  return item ? ok(item) : notFound('not-found', t.plan.gone)
}

/** Ends a line: done with its evidence, or given up with the reason. */
export async function endPlanItem(unit: Unit, actor: Actor, id: string, end: PlanEnd): Promise<Result<PlanItem>> {
  const item = await findPlanItem(unit.tx, actor.officeId, id)
  if (!item) return notFound('not-found', t.plan.gone)
  const fault = endFault(item.state, end)
  if (fault === 'words-needed') return invalid([{ field: 'words', message: t.plan.wordsNeeded }])
  if (fault) return conflict('ended', t.plan.ended, { state: item.state })
  const ended = await unit.tx.updateTable('satisfaction.plan_items').set({ state: end.state, ending: end.words.trim(), ended_on: wibDate(unit.now).toString() })
    .where('id', '=', id).where('state', '=', 'planned').returning('id').executeTakeFirst()
  if (!ended) return conflict('ended', t.plan.ended)
  unit.record(actor.officeId, { what: `satisfaction.plan-${end.state}`, kind: 'plan-item', subject: id, actor: actor.accountId, role: roleOf(actor), from: 'planned', to: end.state })
  const after = await findPlanItem(unit.tx, actor.officeId, id)
  return after ? ok(after) : notFound('not-found', t.plan.gone)
}
