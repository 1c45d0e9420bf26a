import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../../platform/db/unit.ts'
import { calendarOf } from '../../office/index.ts'
import { getDefinition } from '../../services/index.ts'
import { serviceClock } from '../../../kernel/service-clock.ts'
import { clockEventsOf } from '../clock-store.ts'
import type { Status } from '../core/life.ts'
import { IN_QUEUE } from '../core/queue.ts'
import { stageDueAt } from '../core/stage-due.ts'
import { applicationsId as words } from '../messages.id.ts'

/** As many cases are read at once; one query each would take seconds at some thousand open cases. */
const BATCH = 500

type OpenCase = { id: string; definitionId: string; status: string; intakeDueAt: Date | null; dueAt: Date | null; stageSince: Date | null; stageDueAt: Date | null }

async function openCases(tx: Tx, officeId: string, afterId: string): Promise<OpenCase[]> {
  return tx.selectFrom('applications.applications')
    .select(['id', 'definition_id as definitionId', 'status', 'intake_due_at as intakeDueAt', 'due_at as dueAt', 'stage_since as stageSince', 'stage_due_at as stageDueAt'])
    .where('office_id', '=', officeId).where('status', 'in', [...IN_QUEUE]).where('id', '>', afterId).orderBy('id').limit(BATCH).forUpdate().execute()
}

const MOMENTS = ['intakeDueAt', 'dueAt', 'stageDueAt'] as const

const orNull = (moment: Temporal.Instant | null): Date | null => (moment === null ? null : toDb(moment))

async function recomputeBatch(unit: Unit, officeId: string, cases: readonly OpenCase[]): Promise<Result<number>> {
  const calendar = await calendarOf(unit.tx, officeId)
  const events = await clockEventsOf(unit.tx, cases.map((one) => one.id))
  const moved: OpenCase[] = []
  for (const one of cases) {
    const { limits, life } = await getDefinition(unit.tx, one.definitionId)
    const clock = serviceClock({ events: events.get(one.id) ?? [], calendar, standard: { days: limits.days, intakeHours: limits.intakeOfficeHours }, now: unit.now })
    if (!clock.ok) return conflict('calendar-unknown', words.calendarUnknown)
    const stage = one.stageSince && stageDueAt(calendar, life, one.status as Status, fromDb(one.stageSince))
    const next = {
      ...one, intakeDueAt: orNull(clock.value.intakeDueAt), dueAt: orNull(clock.value.dueAt), stageDueAt: stage?.ok ? orNull(stage.value) : one.stageDueAt,
    }
    if (MOMENTS.some((moment) => next[moment]?.getTime() !== one[moment]?.getTime())) moved.push(next)
  }
  if (moved.length > 0) {
    await sql`update applications.applications a set intake_due_at = m.intake, due_at = m.due, stage_due_at = m.stage
      from unnest(${moved.map((one) => one.id)}::uuid[], ${moved.map((one) => one.intakeDueAt)}::timestamptz[], ${moved.map((one) => one.dueAt)}::timestamptz[],
        ${moved.map((one) => one.stageDueAt)}::timestamptz[]) as m(id, intake, due, stage)
     where a.id = m.id`.execute(unit.tx)
  }
  return ok(moved.length)
}

/**
 * Counts the due moments of all open and returned cases anew, after days off or office hours changed. Their versions stay: nothing was
 * decided. One event tells how many were looked at and how many moved.
 * @returns a refusal when the calendar no longer reaches as far as a case needs: then nothing may change
 */
export async function recomputeOpenDeadlines(unit: Unit, actor: Actor, officeId: string): Promise<Result<{ open: number; moved: number }>> {
  const total = { open: 0, moved: 0 }
  let cases = await openCases(unit.tx, officeId, '00000000-0000-0000-0000-000000000000')
  while (cases.length > 0) {
    const moved = await recomputeBatch(unit, officeId, cases)
    if (!moved.ok) return moved
    total.open += cases.length
    total.moved += moved.value
    cases = cases.length < BATCH ? [] : await openCases(unit.tx, officeId, cases.at(-1)?.id ?? '')
  }
  unit.record(officeId, { what: 'deadline.recompute', kind: 'office', subject: officeId, actor: actor.accountId, role: roleOf(actor), data: total })
  return ok(total)
}
