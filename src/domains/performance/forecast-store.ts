import { setImmediate as pause } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { addOfficeTime, officeHoursOn } from '../../kernel/office-time.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { calendars, catchUpCases, storiesOf } from './cases-store.ts'
import type { Entry } from './core/entry.ts'
import { type Expected, type Remedy, lateOnes, momentOf, pacesOf, pictureAt, remedies } from './core/forecast.ts'
import { FACTORS, type Morning, type Score, bestFactor, morningAt, outcomesOf, scoreForecast } from './core/forecast-error.ts'

/** Mornings to learn from, and as many after them to be held against. */
const MORNINGS = 20
/** Days of finished cases that are read: forty working days and what their pace was made of. */
const READ = { hours: 24 * 90 }
const MOST_CASES = 6_000

/** A forecast as kept for the board. `endMs`: when the case is expected to be decided; absent beyond the calendar. `tested`: on the last twenty mornings. */
export type Forecast = {
  open: number; factor: number; late: (Pick<Expected, 'id' | 'service' | 'stage'> & { dueMs?: number | undefined; endMs?: number | undefined })[]
  remedies: { remedy: Remedy; late: number }[]; tested: Score
}

/** An hour after opening on the last working days before today, the oldest first. */
function lastMornings(calendar: WorkingCalendar, now: Temporal.Instant, count: number): number[] {
  const moments: number[] = []
  for (let day = wibDate(now).subtract({ days: 1 }); moments.length < count; day = day.subtract({ days: 1 })) {
    const hours = officeHoursOn(calendar, day)
    if (!hours.ok) break
    const at = hours.value && addOfficeTime(calendar, hours.value.opensAt, 3600)
    if (at?.ok) moments.unshift(at.value.epochMilliseconds)
  }
  return moments
}

async function readStories({ db, clock }: Pick<Tools, 'db' | 'clock'>, officeId: string, through: number): Promise<Map<string, Entry[]>> {
  const cases = db.selectFrom('performance.cases').select('case_id').where('office_id', '=', officeId)
  const open = await cases.where('ended_seq', 'is', null).orderBy('submitted_seq', 'desc').limit(MOST_CASES).execute()
  const ended = await cases.where('ended_at', '>', toDb(clock().subtract(READ))).orderBy('ended_at', 'desc').limit(MOST_CASES).execute()
  const stories = await storiesOf(db, [...open, ...ended].map((one) => one.case_id), through)
  return new Map(stories.map(({ id, entries }) => [id, entries]))
}

/** Other work goes on between two mornings: this one may take its time. */
async function looked(stories: ReadonlyMap<string, readonly Entry[]>, calendar: WorkingCalendar, now: Temporal.Instant): Promise<{ factor: number; tested: Score }> {
  const outcomes = outcomesOf(stories, calendar)
  const mornings: Morning[] = []
  for (const moment of lastMornings(calendar, now, 2 * MORNINGS)) {
    await pause()
    mornings.push(morningAt(stories, calendar, outcomes, moment))
  }
  const scored: { factor: number; score: Score }[] = []
  for (const factor of FACTORS) {
    await pause()
    scored.push({ factor, score: scoreForecast(mornings.slice(0, MORNINGS), factor) })
  }
  const factor = bestFactor(scored)
  return { factor, tested: scoreForecast(mornings.slice(MORNINGS), factor) }
}

/** Forecasts anew which open cases will be late, from nothing but the log. */
export async function keepForecast(tools: Pick<Tools, 'db' | 'clock'>, officeId: string): Promise<void> {
  const seq = await catchUpCases(tools, officeId)
  const calendar = (await calendars(tools.db, officeId, seq))(seq)
  if (!calendar) return
  const now = tools.clock()
  const stories = await readStories(tools, officeId, seq)
  const { factor, tested } = await looked(stories, calendar, now)
  const picture = pictureAt(stories.values(), calendar, now.epochMilliseconds)
  const paces = pacesOf(picture)
  const late = lateOnes(picture, paces, { factor }).map(({ id, service, stage, due, end }) => ({ id, service, stage, dueMs: momentOf(calendar, due), endMs: momentOf(calendar, end) }))
  const found: Forecast = { open: picture.open.length, factor, late, remedies: remedies(picture, paces, factor), tested }
  const [forecast, at] = [JSON.stringify(found), toDb(now)]
  await tools.db.insertInto('performance.board').values({ office_id: officeId, forecast, forecast_at: at })
    .onConflict((on) => on.column('office_id').doUpdateSet({ forecast, forecast_at: at })).execute()
}
