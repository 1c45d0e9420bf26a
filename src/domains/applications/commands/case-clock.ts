import type { Result } from '../../../kernel/result.ts'
import { conflict } from '../../../kernel/result.ts'
import { type ServiceClock, serviceClock } from '../../../kernel/service-clock.ts'
import { type Unit, toDb } from '../../../platform/db/unit.ts'
import { calendarOf } from '../../office/index.ts'
import type { ServiceDefinition } from '../../services/index.ts'
import type { Status } from '../core/life.ts'
import { stageDueAt } from '../core/stage-due.ts'
import { applicationsId as words } from '../messages.id.ts'
import { type Application, type CaseEvent, type Change, caseEvents } from '../store.ts'

/** The clock of a case at `now`, from its log, with an event that is about to be written. `known`: its history, when it was read already. */
export async function clockOf(
  unit: Pick<Unit, 'tx' | 'now' | 'recorded'>, application: Application, definition: ServiceDefinition, extra?: { step: string; to: Status }, known?: CaseEvent[],
): Promise<Result<ServiceClock>> {
  const events = (known ?? await caseEvents(unit, application.id)).map(({ at, step, to }) => ({ at, step, ...(to === null ? {} : { to }) }))
  const clock = serviceClock({
    events: extra ? [...events, { at: unit.now, ...extra }] : events,
    calendar: await calendarOf(unit.tx, application.officeId),
    standard: { days: definition.limits.days, intakeHours: definition.limits.intakeOfficeHours }, now: unit.now,
  })
  return clock.ok ? clock : conflict('calendar-unknown', words.calendarUnknown)
}

/** The columns of the stage a case comes to; while it stays where it is they stay too. A limit in a year whose days off are not known is none. */
export async function stageChange(unit: Pick<Unit, 'tx' | 'now'>, application: Pick<Application, 'officeId' | 'status'>, { life }: Pick<ServiceDefinition, 'life'>, to: Status): Promise<Change> {
  if (application.status === to) return {}
  const due = stageDueAt(await calendarOf(unit.tx, application.officeId), life, to, unit.now)
  return { stage_since: toDb(unit.now), stage_due_at: due.ok && due.value ? toDb(due.value) : null }
}
