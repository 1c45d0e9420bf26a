import { Temporal } from 'temporal-polyfill'
import { addOfficeTime, officeSecondsBetweenMs } from '../../../kernel/office-time.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import { STAGES, type Stage, type Visit, dueAfter, visitsOf } from './case-facts.ts'
import { type Entry, textIn } from './entry.ts'

/** A case that lies with the office. Moments are minutes of office time on one axis; `due` is infinite before acceptance. */
export type OpenCase = { id: string; service: string; stage: Stage; since: number; due: number }

/** How a stage works: `minutes` of office time that one officer needs for a file, and how many officers there are. */
export type Pace = { minutes: number; officers: number }
export type Paces = ReadonlyMap<Stage, Pace>

/** A time at a stage on the axis of office time; `until` is absent while the file lies there. */
export type Stretch = { stage: Stage; service: string; since: number; until?: number; by?: string | undefined }

/** Everything a forecast follows from: what was at each stage, and what is open now. */
export type Picture = { now: number; open: OpenCase[]; past: Stretch[] }

/** In which order files are taken: as they came, or the one that is due first. */
export type Order = 'arrival' | 'due'

/** What may be done: one more officer at a stage, or another order. */
export type Remedy = { kind: 'officer'; stage: Stage } | { kind: 'order' }

/** An average working day in office minutes. */
const DAY = 8.1 * 60
/** Ten working days: long enough to count, short enough to know who is there. */
const RECENT = 10 * DAY
/** With fewer files than this a stage of the last days says nothing, and all that is known of it is taken. */
const FEWEST = 5

/** Minutes of office time since the calendar begins. @returns undefined outside of the calendar */
export function axisOf(calendar: WorkingCalendar): (ms: number) => number | undefined {
  const origin = Date.parse(`${calendar.knownFrom}T00:00:00+07:00`)
  return (ms) => {
    const seconds = officeSecondsBetweenMs(calendar, origin, ms)
    return seconds.ok ? seconds.value / 60 : undefined
  }
}

/** The moment of a point on the axis, in milliseconds. @returns undefined beyond the calendar */
export function momentOf(calendar: WorkingCalendar, minutes: number): number | undefined {
  const moment = addOfficeTime(calendar, Temporal.Instant.from(`${calendar.knownFrom}T00:00:00+07:00`), Math.max(0, Math.round(minutes * 60)))
  return moment.ok ? moment.value.epochMilliseconds : undefined
}

const serviceOf = (entries: readonly Entry[]): string => entries.flatMap((entry) => textIn(entry, 'service') ?? [])[0] ?? ''

/** What was known at a moment. @param stories the entries of each case, in the order of the log; later ones are left out */
export function pictureAt(stories: Iterable<readonly Entry[]>, calendar: WorkingCalendar, nowMs: number): Picture {
  const axis = axisOf(calendar)
  const now = axis(nowMs) ?? 0
  const picture: Picture = { now, open: [], past: [] }
  for (const story of stories) {
    const entries = story.filter(({ at }) => at <= nowMs)
    const [id, service] = [entries[0]?.subject, serviceOf(entries)]
    if (id === undefined) continue
    for (const visit of visitsOf(entries)) {
      const stretch = stretchOf(visit, service, axis)
      if (!stretch) continue
      picture.past.push(stretch)
      if (stretch.until !== undefined) continue
      const dueMs = dueAfter(entries, calendar, nowMs)
      picture.open.push({ id, service, stage: visit.stage, since: stretch.since, due: (dueMs === null ? undefined : axis(dueMs)) ?? Infinity })
    }
  }
  return picture
}

function stretchOf({ stage, since, until, by }: Visit, service: string, axis: (ms: number) => number | undefined): Stretch | undefined {
  const [from, to] = [axis(since), until === null ? undefined : axis(until)]
  if (from === undefined || (until !== null && to === undefined)) return undefined
  return { stage, service, since: from, by, ...(to === undefined ? {} : { until: to }) }
}

/** Minutes within a window in which at least one file lay at the stage. */
function busyMinutes(stretches: readonly Stretch[], from: number, now: number): number {
  let [busy, reached] = [0, from]
  for (const { since, until = now } of stretches.toSorted((a, b) => a.since - b.since)) {
    const begins = Math.max(since, reached)
    if (until > begins) {
      busy += until - begins
      reached = until
    }
  }
  return busy
}

/** The most files that were done in the minutes of one working day, within a window. */
function busiestDay(ends: readonly number[], from: number): number {
  const days = Map.groupBy(ends, (end) => Math.floor((end - from) / DAY))
  return Math.max(0, ...[...days.values()].map(({ length }) => length))
}

/**
 * How quickly each stage works off its files, out of the last ten working days: its busy time by the files done; where few files came that says
 * only how long they lay there, so the busiest day counts when it was quicker.
 */
export function pacesOf({ now, past }: Picture): Map<Stage, Pace> {
  const paces = new Map<Stage, Pace>()
  for (const stage of STAGES) {
    const here = past.filter((one) => one.stage === stage)
    const doneSince = (from: number) => here.filter(({ until }) => until !== undefined && until > from)
    const isEnough = doneSince(now - RECENT).length >= FEWEST
    const from = isEnough ? now - RECENT : Math.min(now, ...here.map(({ since }) => since))
    const done = doneSince(from)
    if (done.length === 0) continue
    const officers = Math.max(1, new Set(done.map(({ by }) => by)).size)
    const each = Math.min(busyMinutes(here, from, now) / done.length, DAY / busiestDay(done.flatMap(({ until }) => until ?? []), from))
    paces.set(stage, { minutes: officers * each, officers })
  }
  return paces
}

/** The stages that files of each service pass, as they did before. */
function routesOf(past: readonly Stretch[]): Map<string, Set<Stage>> {
  const routes = new Map<string, Set<Stage>>()
  for (const { service, stage } of past) routes.set(service, (routes.get(service) ?? new Set()).add(stage))
  return routes
}

type Job = { one: OpenCase; ready: number }

/** Puts files through one stage: the officer who is free first takes the next file in order. @returns when each is done */
function workOff(jobs: readonly Job[], { minutes, officers }: Pace, now: number, order: Order): Job[] {
  // A file that lies with an officer now is half done, as far as anybody knows.
  const free = Array.from({ length: officers }, () => now - minutes / 2)
  const waiting = jobs.toSorted((a, b) => a.ready - b.ready || a.one.since - b.one.since || (a.one.id < b.one.id ? -1 : 1))
  const done: Job[] = []
  while (waiting.length > 0) {
    const at = free.indexOf(Math.min(...free))
    const idle = free[at] ?? now
    const begins = Math.max(idle, waiting[0]?.ready ?? now)
    const [job] = waiting.splice(order === 'arrival' ? 0 : earliestDue(waiting, begins), 1)
    if (!job) break
    const ends = (job.ready > now ? Math.max(idle, job.ready) : idle) + minutes
    free[at] = ends
    done.push({ one: job.one, ready: Math.max(now, ends) })
  }
  return done
}

/** Among the files that have come by then the one that is due first. */
function earliestDue(waiting: readonly Job[], by: number): number {
  let best = 0
  for (const [at, { one, ready }] of waiting.entries()) if (ready <= by && one.due < (waiting[best]?.one.due ?? Infinity)) best = at
  return best
}

/**
 * When each open case will be decided, if nobody is sent back and the stages go on as in the last days. Deterministic.
 * @param factor by how much longer than measured a file takes; learned from the past
 * @returns minutes on the axis of the picture
 */
export function expectedEnds({ now, open, past }: Picture, paces: Paces, { factor, order = 'arrival' }: { factor: number; order?: Order }): Map<string, number> {
  const routes = routesOf(past)
  const ends = new Map<string, number>()
  let flowing: Job[] = []
  for (const stage of STAGES) {
    const here = [...flowing.filter(({ one }) => routes.get(one.service)?.has(stage)), ...open.filter((one) => one.stage === stage).map((one): Job => ({ one, ready: now }))]
    const past = flowing.filter((job) => !here.includes(job))
    const pace = paces.get(stage)
    flowing = [...past, ...(pace ? workOff(here, { ...pace, minutes: pace.minutes * factor }, now, order) : here)]
  }
  for (const { one, ready } of flowing) ends.set(one.id, ready)
  return ends
}

export type Expected = Pick<OpenCase, 'id' | 'service' | 'stage' | 'due'> & { end: number }

/** The cases that are not late yet and will be, the one due first at the head. */
export function lateOnes(picture: Picture, paces: Paces, how: { factor: number; order?: Order }): Expected[] {
  const ends = expectedEnds(picture, paces, how)
  return picture.open.flatMap(({ id, service, stage, due }) => {
    const end = ends.get(id) ?? picture.now
    return due > picture.now && due < Infinity && end > due ? [{ id, service, stage, due, end }] : []
  }).toSorted((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
}

/** What would help, with how many cases would still be late; what leaves fewest comes first. Nothing when nothing will be late. */
export function remedies(picture: Picture, paces: Paces, factor: number): { remedy: Remedy; late: number }[] {
  const now = lateOnes(picture, paces, { factor }).length
  if (now === 0) return []
  const more = [...paces].map(([stage, pace]) => ({
    remedy: { kind: 'officer', stage } as const, late: lateOnes(picture, new Map(paces).set(stage, { ...pace, officers: pace.officers + 1 }), { factor }).length,
  }))
  const order = { remedy: { kind: 'order' } as const, late: lateOnes(picture, paces, { factor, order: 'due' }).length }
  return [order, ...more].filter(({ late }) => late < now).toSorted((a, b) => a.late - b.late)
}
