import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { REFERENCE } from '../../platform/db/reference.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { type Rule, type Schedule, type SetPeriod, ruleOn, scheduleSchema } from './core/schedule.ts'
import { archiveId } from './messages.id.ts'

let proposals: Promise<Schedule> | undefined

/** The proposed schedule that comes with the program. */
export function proposedSchedule(): Promise<Schedule> {
  proposals ??= readFile(join(REFERENCE, 'archive/jra.json'), 'utf8').then((text) => scheduleSchema.parse(JSON.parse(text)))
  return proposals
}

export type RuleInForce = Rule & { own: boolean; since?: string }

/** Every kind of record with its periods in force on a day. */
export async function rulesOn(tx: Db | Tx, officeId: string, today: Temporal.PlainDate): Promise<RuleInForce[]> {
  const rows = await tx.selectFrom('archive.schedule').select([
    'kind', 'classification', 'active_months as activeMonths', 'inactive_months as inactiveMonths', 'final', 'basis', 'valid_from as validFrom',
  ]).where('office_id', '=', officeId).orderBy('valid_from').limit(500).execute()
  const set: SetPeriod[] = rows.map((row) => ({ ...row, final: row.final as SetPeriod['final'] }))
  return (await proposedSchedule()).kinds.map((one) => ruleOn(one, set, today))
}

/** Sets the periods of a kind that goes by lists, from today on; earlier ones stay on record. Set twice on one day, the later word holds. */
export async function setPeriod(unit: Unit, actor: Actor, one: Omit<SetPeriod, 'validFrom'>): Promise<Result<undefined>> {
  const isListed = (await proposedSchedule()).kinds.some(({ kind, way }) => kind === one.kind && way === 'list')
  if (!isListed) return invalid([{ field: 'kind', message: archiveId.schedule.kindNeeded }])
  const values = {
    classification: one.classification, active_months: one.activeMonths, inactive_months: one.inactiveMonths, final: one.final, basis: one.basis,
    set_by: actor.accountId, set_at: toDb(unit.now),
  }
  await unit.tx.insertInto('archive.schedule').values({ office_id: actor.officeId, kind: one.kind, valid_from: wibDate(unit.now).toString(), ...values })
    .onConflict((on) => on.constraint('schedule_pkey').doUpdateSet(values)).execute()
  unit.record(actor.officeId, {
    what: 'archive.schedule', kind: 'archive-kind', subject: one.kind, actor: actor.accountId, role: roleOf(actor),
    data: { active: one.activeMonths, inactive: one.inactiveMonths, final: one.final },
  })
  return ok(undefined)
}
