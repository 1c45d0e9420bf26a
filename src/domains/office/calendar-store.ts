import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { DayOff } from '../../kernel/days-off.ts'
import { CALENDAR_STATE, calendarTexts } from '../../kernel/calendar-texts.ts'
import { type OfficeWeek, workingCalendar } from '../../kernel/working-calendar.ts'
import { dayOffSchema, officeWeekSchema } from '../../kernel/calendar-schemas.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { canonical } from '../../platform/log/entry.ts'
import { officeId as words } from './messages.id.ts'

export type KeptDayOff = DayOff & { basis: string }
export type KeptWeek = OfficeWeek & { basis: string }

export async function listDaysOff(db: Db | Tx, officeId: string, year: number): Promise<KeptDayOff[]> {
  const rows = await db.selectFrom('office.days_off').select(['date', 'name', 'kind', 'basis']).where('office_id', '=', officeId)
    .where('date', '>=', `${year}-01-01`).where('date', '<=', `${year}-12-31`).orderBy('date').limit(366).execute()
  return rows.map(({ basis, ...row }) => ({ ...dayOffSchema.parse(row), basis }))
}

/** Years that have any day off, the first to the last. */
export async function listCalendarYears(db: Db | Tx, officeId: string): Promise<number[]> {
  const rows = await db.selectFrom('office.days_off').select('date').where('office_id', '=', officeId).orderBy('date').limit(5000).execute()
  return [...new Set(rows.map((row) => Number(row.date.slice(0, 4))))]
}

export async function listWeeks(db: Db | Tx, officeId: string): Promise<KeptWeek[]> {
  const rows = await db.selectFrom('office.office_weeks').select(['valid_from', 'valid_to', 'week', 'basis']).where('office_id', '=', officeId)
    .orderBy('valid_from', 'desc').limit(200).execute()
  return rows.map((row) => ({ ...officeWeekSchema.parse({ validFrom: row.valid_from, validTo: row.valid_to, week: row.week }), basis: row.basis }))
}

async function rowsOf(tx: Tx, officeId: string): Promise<{ weeks: KeptWeek[]; daysOff: DayOff[] }> {
  const days = await tx.selectFrom('office.days_off').select(['date', 'name', 'kind']).where('office_id', '=', officeId).orderBy('date').execute()
  return { weeks: await listWeeks(tx, officeId), daysOff: days.map((day) => dayOffSchema.parse(day)) }
}

/** A change after which the calendar would no longer hold together is taken back whole; one that holds is told to the log. */
async function keptWhole(unit: Unit, officeId: string, field: string): Promise<Result<undefined>> {
  const { weeks, daysOff } = await rowsOf(unit.tx, officeId)
  if (!workingCalendar(weeks, daysOff).ok) return invalid([{ field, message: words.calendar.broken }])
  await keepCalendarState(unit, officeId)
  return ok(undefined)
}

/** All states of the calendar are one subject of the log. */
const SUBJECT = 'calendar'

/**
 * Leaves the whole calendar in the log when it is not the one that lies there last, so that whoever has the log can count every deadline.
 * @returns whether there was something to tell
 */
export async function keepCalendarState(unit: Unit, officeId: string): Promise<boolean> {
  const { weeks, daysOff } = await rowsOf(unit.tx, officeId)
  const texts = calendarTexts(weeks, daysOff)
  const data = { weeks: [...texts.weeks], daysOff: [...texts.daysOff] }
  const last = await unit.tx.selectFrom('log.events').select('body').where('subject_id', '=', SUBJECT).where('office_id', '=', officeId).where('what', '=', CALENDAR_STATE)
    .orderBy('seq', 'desc').limit(1).executeTakeFirst()
  if (last?.body.includes(canonical(data))) return false
  unit.record(officeId, { what: CALENDAR_STATE, kind: 'calendar', subject: SUBJECT, data })
  return true
}

const entry = (actor: Actor, what: string, subject: string, data: Record<string, string | null>) =>
  ({ what, kind: 'calendar', subject, actor: actor.accountId, role: roleOf(actor), data })

export async function addDayOff(unit: Unit, actor: Actor, day: KeptDayOff): Promise<Result<undefined>> {
  const added = await unit.tx.insertInto('office.days_off').values({ office_id: actor.officeId, ...day })
    .onConflict((on) => on.constraint('days_off_pkey').doNothing()).returning('date').executeTakeFirst()
  if (!added) return invalid([{ field: 'date', message: words.calendar.twice }])
  unit.record(actor.officeId, entry(actor, 'day-off.add', day.date, { kind: day.kind }))
  return keptWhole(unit, actor.officeId, 'date')
}

/** Takes a day off out of the list. `basis` is the decree that says so: a number of an office paper, so it may stand in the log. */
export async function removeDayOff(unit: Unit, actor: Actor, date: string, basis: string): Promise<Result<undefined>> {
  const gone = await unit.tx.deleteFrom('office.days_off').where('office_id', '=', actor.officeId).where('date', '=', date).returning('kind').executeTakeFirst()
  if (!gone) return invalid([{ field: 'day', message: words.calendar.unknownDay }])
  unit.record(actor.officeId, entry(actor, 'day-off.remove', date, { kind: gone.kind, basis }))
  return keptWhole(unit, actor.officeId, 'day')
}

export async function addWeek(unit: Unit, actor: Actor, week: KeptWeek): Promise<Result<undefined>> {
  const added = await unit.tx.insertInto('office.office_weeks')
    .values({ office_id: actor.officeId, valid_from: week.validFrom, valid_to: week.validTo, week: JSON.stringify(week.week), basis: week.basis })
    .onConflict((on) => on.constraint('office_weeks_pkey').doNothing()).returning('valid_from').executeTakeFirst()
  if (!added) return invalid([{ field: 'from', message: words.calendar.weekTwice }])
  unit.record(actor.officeId, entry(actor, 'office-week.add', week.validFrom, { to: week.validTo }))
  return keptWhole(unit, actor.officeId, 'from')
}
