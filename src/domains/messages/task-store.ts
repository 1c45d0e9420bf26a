import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, notFound, ok } from '../../kernel/result.ts'
import { type Actor, areasFor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import { change } from './change.ts'
import { shownText } from './core/kind.ts'
import { deskId } from './desk-messages.id.ts'

/** Somebody who was not reached by phone or mail: to be told on paper, or otherwise. */
export type Task = {
  id: string; template: string; channel: string; address: string; body: string; state: 'failed' | 'slip'; attempts: number; lastFailure: string | null; language: 'id' | 'en'
  createdAt: Temporal.Instant; personId: string | null; personName: string | null; villageCode: string | null; villageName: string | null
  /** The village officer who can bring it; null: the counter does. */
  carrier: string | null
}

/** The part of the office whose tasks an actor sees. One without a village is the counter's alone. */
function within(actor: Actor): RawBuilder<unknown> {
  const areas = areasFor(actor, 'message.deliver')
  if (areas === 'all') return sql`true`
  return areas === 'own' ? sql`false` : sql`exists (select from unnest(${sql.val(areas)}::text[]) area where o.village_code = area or o.village_code like area || '.%')`
}

type Row = Omit<Task, 'createdAt'> & { createdAt: Date }

const tasks = (day: string) => sql`
  select o.id, o.template, o.channel, o.address, o.body, o.state, o.attempts, o.last_failure as "lastFailure", o.language, o.created_at as "createdAt", o.person_id as "personId",
         p.name as "personName", o.village_code as "villageCode", v.name as "villageName",
         (select n.name from accounts.v_role_areas g join accounts.v_account_names n on n.account_id = g.account_id
           where g.role = 'village-officer' and (o.village_code = g.area_code or o.village_code like g.area_code || '.%')
             and g.valid_from <= ${day}::date and coalesce(g.valid_to, 'infinity') >= ${day}::date order by n.name, g.account_id limit 1) as carrier
    from messages.outbox o left join registry.v_person_reach p on p.person_id = o.person_id left join office.v_region_names v on v.code = o.village_code`

const told = (row: Row): Task => ({ ...row, body: shownText(row.template, row.body), createdAt: fromDb(row.createdAt) })

/** What waits to be told otherwise, the oldest first. */
export async function listTasks({ tx, now }: Pick<Unit, 'tx' | 'now'>, actor: Actor, limit: number): Promise<Task[]> {
  const { rows } = await sql<Row>`${tasks(wibDate(now).toString())}
     where o.office_id = ${actor.officeId} and o.state in ('failed', 'slip') and ${within(actor)} order by o.created_at, o.id limit ${limit}`.execute(tx)
  return rows.map(told)
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** One task, also for the slip. Undefined when it is settled, or of another village. */
export async function findTask({ tx, now }: Pick<Unit, 'tx' | 'now'>, actor: Actor, id: string): Promise<Task | undefined> {
  if (!UUID.test(id)) return undefined
  const { rows } = await sql<Row>`${tasks(wibDate(now).toString())}
     where o.id = ${id} and o.office_id = ${actor.officeId} and o.state in ('failed', 'slip') and ${within(actor)}`.execute(tx)
  return rows[0] && told(rows[0])
}

/** Messages that were given up, without those that only wait on paper. */
export async function listFailed(tx: Tx, officeId: string, limit: number) {
  const rows = await tx.selectFrom('messages.outbox').select(['id', 'template', 'channel', 'attempts', 'last_failure as lastFailure', 'created_at'])
    .where('office_id', '=', officeId).where('state', '=', 'failed').orderBy('created_at').orderBy('id').limit(limit).execute()
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: fromDb(created_at) }))
}

/** What is done with a task: send again, told otherwise, or the slip was handed over. */
export const TASK_STEPS = ['retry', 'settle', 'hand-over'] as const
export type TaskStep = (typeof TASK_STEPS)[number]

const DONE: Record<TaskStep, { what: string; state: 'waiting' | 'settled'; reason: string }> = {
  retry: { what: 'message.retried', state: 'waiting', reason: 'retried' },
  settle: { what: 'message.settled', state: 'settled', reason: 'told-otherwise' },
  'hand-over': { what: 'message.handed-over', state: 'settled', reason: 'handed-over' },
}

/** Sent again it begins anew: on all its roads, and with another provider if need be, for somebody decided so. */
const AFRESH = { attempts: 0, refused_roads: [], unsure: false, provider: null, last_failure: null, road: null }

/** @returns a conflict when somebody else was first */
export async function takeTask(unit: Unit, actor: Actor, id: string, step: TaskStep): Promise<Result<{ id: string; state: 'waiting' | 'settled' }>> {
  const task = UUID.test(id)
    ? await unit.tx.selectFrom('messages.outbox').select(['state', 'channel', 'address', 'village_code as villageCode', 'person_id as personId'])
      .where('id', '=', id).where('office_id', '=', actor.officeId).forUpdate().executeTakeFirst()
    : undefined
  if (!task) return notFound('not-found', deskId.tasks.none)
  const resource = { officeId: actor.officeId, ...(task.villageCode === null ? {} : { villageCode: task.villageCode }) }
  const allowed = may(actor, step === 'retry' ? 'message.retry' : 'message.deliver', resource, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const { what, state, reason } = DONE[step]
  const canGo = step !== 'retry' || (task.state === 'failed' && task.address !== '')
  const at = toDb(unit.now)
  const moved = canGo && await change(unit.tx, {
    id, at, from: ['failed', 'slip'], told: { state, reason, by: actor.accountId, ...(step === 'hand-over' ? { road: 'slip' } : {}) },
    set: { state, ...(step === 'retry' ? { ...AFRESH, next_at: at } : {}), ...(step === 'hand-over' ? { road: 'slip', sent_at: at } : {}) },
  })
  if (!moved) return conflict('not-failed', deskId.tasks.gone)
  unit.record(actor.officeId, {
    what, kind: 'message', subject: id, actor: actor.accountId, role: roleOf(actor), from: task.state, to: state, ...(task.personId === null ? {} : { for: task.personId }),
  })
  return ok({ id, state })
}
