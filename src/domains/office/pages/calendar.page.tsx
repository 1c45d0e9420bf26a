import { z } from 'zod'
import { dayOffKinds } from '../../../kernel/days-off.ts'
import { type Refusal, type Result, invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { OfficeWeek } from '../../../kernel/working-calendar.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Sent, page } from '../../../platform/http/page.ts'
import { recomputeOpenDeadlines } from '../../applications/index.ts'
import { recomputeTickets } from '../../complaints/index.ts'
import { addDayOff, addWeek, listCalendarYears, listDaysOff, listWeeks, removeDayOff } from '../calendar-store.ts'
import { readHours } from '../core/hours.ts'
import { officeId } from '../messages.id.ts'
import { CalendarBody, type CalendarModel } from './calendar-view.tsx'
import { type Reading, reading } from './form.ts'
import { adminScreen } from './frame.tsx'

const t = officeId.calendar
const PATH = '/admin/kalender'

async function readModel({ unit, actor, query }: Allowed): Promise<CalendarModel> {
  const asked = Number(query['tahun'])
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : wibDate(unit.now).year
  const years = await listCalendarYears(unit.tx, actor.officeId)
  const last = years.at(-1) ?? year
  return { year, years: [...new Set([...years, year, last + 1])].toSorted(), days: await listDaysOff(unit.tx, actor.officeId, year), weeks: await listWeeks(unit.tx, actor.officeId) }
}

function readWeek(read: Reading): OfficeWeek['week'] {
  const hours = t.days.map((day, at) => {
    const value = readHours(read.raw(`hours-${at + 1}`))
    if (value === undefined) read.problem(`hours-${at + 1}`, t.hourWrong(day))
    return value ?? null
  })
  if (hours.every((one) => one === null)) read.problem('hours-1', t.allClosed)
  const [mon = null, tue = null, wed = null, thu = null, fri = null, sat = null, sun = null] = hours
  return [mon, tue, wed, thu, fri, sat, sun]
}

/** Each change with the field where the page says that the calendar no longer reaches as far as open cases need. */
const CHANGES = {
  async add({ unit, actor }: Allowed, read: Reading) {
    const day = { date: read.date('date', t.date), name: read.text('name', 100, officeId.fields.text(t.addName, 100)), kind: read.choice('kind', dayOffKinds, t.kindNeeded), basis: read.text('add-basis', 200, officeId.fields.basisNeeded) }
    return read.problems.length > 0 || day.kind === undefined ? invalid(read.problems) : addDayOff(unit, actor, { ...day, kind: day.kind })
  },
  async remove({ unit, actor }: Allowed, read: Reading) {
    const [date, basis] = [read.text('day', 10, t.unknownDay), read.text('remove-basis', 200, officeId.fields.basisNeeded)]
    return read.problems.length > 0 ? invalid(read.problems) : removeDayOff(unit, actor, date, basis)
  },
  async week({ unit, actor }: Allowed, read: Reading) {
    const week = { validFrom: read.date('from', t.from), validTo: read.optionalDate('to', t.to), week: readWeek(read), basis: read.text('week-basis', 200, officeId.fields.basisNeeded) }
    if (read.problems.length === 0 && week.validTo !== null && week.validTo < week.validFrom) read.problem('to', officeId.fields.past)
    return read.problems.length > 0 ? invalid(read.problems) : addWeek(unit, actor, week)
  },
} satisfies Record<string, (ask: Allowed, read: Reading) => Promise<Result<undefined>>>

const FIELD = { add: 'date', remove: 'day', week: 'from' } as const
const sentence = (refusal: Refusal): string => (refusal.kind === 'invalid' ? refusal.problems[0]?.message ?? '' : refusal.message)

/** Cases and tickets run on one calendar: both are counted anew, or nothing changes. */
async function recomputeAll({ unit, actor }: Allowed): Promise<Result<{ open: number; moved: number }>> {
  const cases = await recomputeOpenDeadlines(unit, actor, actor.officeId)
  if (!cases.ok) return cases
  const tickets = await recomputeTickets(unit, actor, actor.officeId)
  return tickets.ok ? ok({ open: cases.value.open + tickets.value.open, moved: cases.value.moved + tickets.value.moved }) : tickets
}

async function send(ask: Allowed, fields: { act: keyof typeof CHANGES }, { year }: CalendarModel): Promise<Result<Sent>> {
  const done = await CHANGES[fields.act](ask, reading(fields))
  if (!done.ok) return done
  const moved = await recomputeAll(ask)
  if (!moved.ok) return invalid([{ field: FIELD[fields.act], message: `${t.broken} ${sentence(moved.error)}` }])
  return ok({ goTo: `${PATH}?tahun=${year}&berkas=${moved.value.open}&pindah=${moved.value.moved}` })
}

/** Days off and office hours. Every change counts the deadlines of open cases anew, in the same transaction. */
export const calendarPage = page({
  path: PATH,
  right: 'reference.manage',
  read: readModel,
  fields: z.looseObject({ act: z.enum(['add', 'remove', 'week']) }),
  view: (model, { query }, form) => adminScreen({
    title: t.title, lead: t.lead, form, children: <CalendarBody model={model} form={form} />,
    notice: query['berkas'] === undefined ? undefined : officeId.recomputed(Number(query['pindah']) || 0, Number(query['berkas']) || 0),
  }),
  send,
})
