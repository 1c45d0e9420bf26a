import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { PAID_ROADS, type PaidRoad, type Road } from './core/road.ts'

/** What went by a road this month, and how much may. */
export type Budget = { road: PaidRoad; count: number; most: number | undefined }

const monthOf = (now: Temporal.Instant): string => wibDate(now).toPlainYearMonth().toString()

export async function listBudgets(db: Db | Tx, officeId: string, now: Temporal.Instant): Promise<Budget[]> {
  const used = await db.selectFrom('messages.usage').select(['road', 'count']).where('office_id', '=', officeId).where('month', '=', monthOf(now)).orderBy('road').limit(10).execute()
  const set = await db.selectFrom('messages.budgets').select(['road', 'most']).where('office_id', '=', officeId).orderBy('road').limit(10).execute()
  return PAID_ROADS.map((road) => ({ road, count: used.find((one) => one.road === road)?.count ?? 0, most: set.find((one) => one.road === road)?.most }))
}

/** How many messages that can wait may still go by each road; roads without a limit are absent. */
export async function listLeft(db: Db, officeId: string, now: Temporal.Instant): Promise<Partial<Record<Road, number>>> {
  const budgets = await listBudgets(db, officeId, now)
  return Object.fromEntries(budgets.flatMap(({ road, count, most }) => (most === undefined ? [] : [[road, most - count]])))
}

/** Counts a message that a provider took. */
export async function countTaken(tx: Tx, officeId: string, road: Road, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into messages.usage (office_id, month, road, count) values (${officeId}, ${monthOf(now)}, ${road}, 1)
    on conflict on constraint usage_pkey do update set count = messages.usage.count + 1`.execute(tx)
}

/** Sets the limits a month; undefined takes one away. */
export async function setBudgets(unit: Unit, actor: Actor, most: Record<PaidRoad, number | undefined>): Promise<void> {
  for (const road of PAID_ROADS) {
    const limit = most[road]
    if (limit === undefined) await unit.tx.deleteFrom('messages.budgets').where('office_id', '=', actor.officeId).where('road', '=', road).execute()
    else {
      await unit.tx.insertInto('messages.budgets').values({ office_id: actor.officeId, road, most: limit })
        .onConflict((on) => on.constraint('budgets_pkey').doUpdateSet({ most: limit })).execute()
    }
  }
  unit.record(actor.officeId, {
    what: 'message.budget', kind: 'office', subject: actor.officeId, actor: actor.accountId, role: roleOf(actor),
    data: Object.fromEntries(PAID_ROADS.map((road) => [road, most[road] ?? 'none'])),
  })
}
