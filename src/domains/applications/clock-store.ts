import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { calendarOf } from '../office/index.ts'
import { getDefinition } from '../services/index.ts'
import { type ClockEvent, type ServiceClock, serviceClock } from '../../kernel/service-clock.ts'

/** The histories of several cases as their clocks read them, in one query. */
export async function clockEventsOf(tx: Db | Tx, ids: readonly string[]): Promise<Map<string, ClockEvent[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('log.events').select(['subject_id', 'at', 'what', 'to_state'])
    .where('subject_id', 'in', [...ids]).where('what', 'like', 'application.%').orderBy('seq').execute()
  const events = rows.map((row) => ({
    id: row.subject_id, event: { at: fromDb(row.at), step: row.what.slice('application.'.length), ...(row.to_state === null ? {} : { to: row.to_state }) },
  }))
  return new Map([...Map.groupBy(events, (one) => one.id)].map(([id, list]) => [id, list.map((one) => one.event)]))
}

/**
 * The clocks of several cases at `now`, from the log. A case whose days lie beyond the calendar is left out.
 * @param days instead of the days of each standard: for a limit that the law sets
 */
export async function clocksOf(
  tx: Db | Tx, officeId: string, cases: readonly { id: string; definitionId: string }[], now: Temporal.Instant, days?: number,
): Promise<Map<string, ServiceClock>> {
  const calendar = await calendarOf(tx, officeId)
  const events = await clockEventsOf(tx, cases.map((one) => one.id))
  const clocks = new Map<string, ServiceClock>()
  for (const one of cases) {
    const { limits } = await getDefinition(tx, one.definitionId)
    const clock = serviceClock({ events: events.get(one.id) ?? [], calendar, standard: { days: days ?? limits.days, intakeHours: limits.intakeOfficeHours }, now })
    if (clock.ok) clocks.set(one.id, clock.value)
  }
  return clocks
}
