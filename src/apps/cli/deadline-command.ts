import { Temporal } from 'temporal-polyfill'
import type { Command } from 'commander'
import { daysOffFromRows } from '../../kernel/days-off.ts'
import { formatInstant, longDate, longMoment, parseIsoInstant } from '../../kernel/wib.ts'
import { type WorkingCalendar, workingCalendar } from '../../kernel/working-calendar.ts'
import { referenceRows } from '../../platform/db/reference.ts'
import { type CountedDay, type Deadline, type DeadlineInput, type Pause, countedDays, deadline } from '../../kernel/deadline.ts'
import { CommandRefused, WrongUse, say, sayJson } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.deadline

const hours = (closes: number) => ({ opens: 7 * 60 + 30, closes })
/** Hours of the published table; an office with other hours sees its due dates in the program. Source: contract, section 4. */
const WEEK = [hours(960), hours(960), hours(960), hours(960), hours(870), null, null] as const

async function publishedCalendar(): Promise<WorkingCalendar> {
  const days = daysOffFromRows(await referenceRows('calendar/holidays-id.csv'))
  const made = days.ok ? workingCalendar([{ validFrom: '2000-01-01', validTo: null, week: [...WEEK] }], days.value) : days
  if (!made.ok) throw new Error(`reference/calendar/holidays-id.csv: ${JSON.stringify(made.error)}`)
  return made.value
}

function momentOf(text: string): Temporal.Instant {
  const moment = parseIsoInstant(text)
  if (!moment.ok) throw new WrongUse(t.notAMoment(text))
  return moment.value
}

function pauseOf(text: string): Pause {
  const [from = '', to = '', ...more] = text.split('/')
  if (to === '' || more.length > 0) throw new WrongUse(t.notAPause(text))
  const pause = { start: momentOf(from), end: momentOf(to) }
  if (Temporal.Instant.compare(pause.start, pause.end) > 0) throw new WrongUse(t.pauseBackwards(text))
  return pause
}

function daysOf(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new WrongUse(t.notDays(text))
  return Number(text)
}

const dayLine = ({ date, number, hours: open, dayOff }: CountedDay): string => {
  const weekday = t.weekdays[date.dayOfWeek - 1] ?? ''
  const what = dayOff ? dayOff.name : open === null ? t.weekend : number === null ? t.notCounted : t.counted(number)
  return `  ${`${weekday} ${longDate(date)}`.padEnd(26)} ${what}`
}

function explain(due: Deadline, days: CountedDay[]): void {
  say(t.startedAt(longMoment(due.startedAt)))
  for (const day of days) say(dayLine(day))
  if (due.pauses.length > 0) say(t.unpaused(longMoment(due.unpausedDueAt)))
  for (const pause of due.pauses) {
    say(t.pause(longMoment(pause.start), longMoment(pause.end), Math.floor(pause.addedSeconds / 60), longMoment(pause.dueAt)))
  }
  say(t.due(longMoment(due.dueAt)))
}

const asJson = (due: Deadline, days: CountedDay[]) => ({
  dueAt: formatInstant(due.dueAt), startedAt: formatInstant(due.startedAt), dayZero: due.dayZero.toString(), unpausedDueAt: formatInstant(due.unpausedDueAt),
  pauses: due.pauses.map((pause) => ({
    start: formatInstant(pause.start), end: formatInstant(pause.end), addedMinutes: Math.floor(pause.addedSeconds / 60), dueAt: formatInstant(pause.dueAt),
  })),
  days: days.map(({ date, number, dayOff }) => ({ date: date.toString(), number, dayOff: dayOff?.name ?? null })),
})

type Options = { from: string; days: string; pause: string[]; explain?: true; json?: true }

async function run(options: Options): Promise<void> {
  const input: DeadlineInput = { from: momentOf(options.from), days: daysOf(options.days), pauses: options.pause.map(pauseOf), calendar: await publishedCalendar() }
  const due = deadline(input)
  const days = due.ok ? countedDays(input, due.value) : due
  if (!due.ok || !days.ok) throw new CommandRefused(t.calendarUnknown(days.ok ? '' : days.error.date), days.ok ? undefined : { error: days.error })
  if (options.json) sayJson(asJson(due.value, days.value))
  else {
    if (options.explain) explain(due.value, days.value)
    say(formatInstant(due.value.dueAt))
  }
}

/** `deadline`: when an answer is owed. Needs no database. */
export function addDeadlineCommand(program: Command): void {
  program.command('deadline').description(t.about)
    .requiredOption('--from <moment>', t.from).requiredOption('--days <n>', t.days)
    .option('--pause <start/end>', t.pauseOption, (text: string, list: string[]) => [...list, text], [])
    .option('--explain', t.explain).option('--json', cliId.json).action(run)
}
