import { Temporal } from 'temporal-polyfill'
import { type CalendarUnknown, addOfficeTime, isWorkingDay, nextWorkingDay, officeHoursOn } from '../../../kernel/office-time.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'

/** The reporting line (garis atasan), from below upward. */
export const POSTS = ['division-head', 'secretary', 'office-head'] as const
export type Post = (typeof POSTS)[number]

/** Which clock a warning belongs to. */
export const KINDS = ['intake', 'service', 'stage', 'fallback', 'objection', 'empty-post', 'complaint'] as const
export type Kind = (typeof KINDS)[number]

/** What the log calls the thing a warning is about. */
export const SUBJECT_KIND: Record<Kind, string> = {
  intake: 'application', service: 'application', stage: 'application', fallback: 'application', objection: 'objection', 'empty-post': 'post', complaint: 'complaint',
}

/**
 * One rung of a ladder (anak tangga): so many working days from the due moment this post is told. Before it at the opening of that day,
 * after it at its closing, 0 is the due moment itself.
 */
export type Rung = { key: string; workingDays: number; post: Post }

/** Who is told when; whoever was told has so much office time to acknowledge it before it climbs. */
export type Ladder = { rungs: readonly Rung[]; acknowledgeMinutes: number }

/**
 * The ladders of the office. H-1 division head, H+0 secretary, H+2 head is what the domain notes propose for complaints; that cases
 * follow it too, and all other rungs, is this product's own rule.
 * Source: service-quality.md 2.2; docs/rules.md, "Supervision"
 */
export const LADDERS: Record<Kind, Ladder> = {
  intake: {
    acknowledgeMinutes: 240,
    rungs: [{ key: 'at', workingDays: 0, post: 'division-head' }, { key: 'after', workingDays: 1, post: 'secretary' }, { key: 'long-after', workingDays: 2, post: 'office-head' }],
  },
  service: {
    acknowledgeMinutes: 240,
    rungs: [{ key: 'before', workingDays: -1, post: 'division-head' }, { key: 'at', workingDays: 0, post: 'secretary' }, { key: 'after', workingDays: 2, post: 'office-head' }],
  },
  // A stage's limit is the office's own measure: the line over it is told once it is passed, and the case's own ladder does the rest.
  stage: { acknowledgeMinutes: 240, rungs: [{ key: 'at', workingDays: 0, post: 'division-head' }] },
  fallback: {
    acknowledgeMinutes: 120,
    rungs: [{ key: 'before', workingDays: -1, post: 'office-head' }, { key: 'at', workingDays: 0, post: 'office-head' }],
  },
  objection: {
    acknowledgeMinutes: 240,
    rungs: [{ key: 'before', workingDays: -3, post: 'secretary' }, { key: 'last-day', workingDays: -1, post: 'office-head' }, { key: 'at', workingDays: 0, post: 'office-head' }],
  },
  'empty-post': { acknowledgeMinutes: 240, rungs: [{ key: 'at', workingDays: 0, post: 'division-head' }] },
  complaint: {
    acknowledgeMinutes: 240,
    rungs: [{ key: 'before', workingDays: -1, post: 'division-head' }, { key: 'at', workingDays: 0, post: 'secretary' }, { key: 'after', workingDays: 2, post: 'office-head' }],
  },
}

/** Who fills each post for a case today; a post that is missing is empty. */
export type Line = Partial<Record<Post, string>>

/** A warning that was given. */
export type Told = { rung: string; climb: number; post: Post; accountId: string; toldAt: Temporal.Instant; acknowledged: boolean }

/** A warning to be given now. `at` is the moment it belonged to. */
export type Notice = { rung: string; climb: number; post: Post; accountId: string; at: Temporal.Instant }

/** The next post that is filled, upward; when all above are empty, the highest below: somebody is told as long as anybody is there. */
export function filledFrom(line: Line, post: Post): { post: Post; accountId: string } | undefined {
  const at = POSTS.indexOf(post)
  for (const one of [...POSTS.slice(at), ...POSTS.slice(0, at).toReversed()]) {
    const accountId = line[one]
    if (accountId !== undefined) return { post: one, accountId }
  }
  return undefined
}

function dayBefore(calendar: WorkingCalendar, date: Temporal.PlainDate, count: number): Result<Temporal.PlainDate, CalendarUnknown> {
  let day = date
  for (let left = count; left > 0;) {
    day = day.subtract({ days: 1 })
    const works = isWorkingDay(calendar, day)
    if (!works.ok) return works
    if (works.value) left -= 1
  }
  return ok(day)
}

/** When a rung is reached. */
export function momentOf(calendar: WorkingCalendar, { workingDays }: Rung, dueAt: Temporal.Instant): Result<Temporal.Instant, CalendarUnknown> {
  if (workingDays === 0) return ok(dueAt)
  const due = wibDate(dueAt)
  const day = workingDays < 0 ? dayBefore(calendar, due, -workingDays) : nextWorkingDay(calendar, due, workingDays)
  if (!day.ok) return day
  const hours = officeHoursOn(calendar, day.value)
  if (!hours.ok) return hours
  if (!hours.value) throw new Error(`${day.value.toString()} is not a working day`)
  return ok(workingDays < 0 ? hours.value.opensAt : hours.value.closesAt)
}

export type LadderInput = { ladder: Ladder; dueAt: Temporal.Instant; line: Line; told: readonly Told[]; now: Temporal.Instant; calendar: WorkingCalendar }

const isPast = (moment: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(moment, now) <= 0
const rank = (post: Post): number => POSTS.indexOf(post)

/**
 * What is to be told to whom at `now`, in the order of the moments it belonged to: rungs reached and not told yet, however long ago, and
 * warnings that climb because nobody acknowledged them in time. Nothing climbs past somebody who was told already, and nothing to an
 * empty post. What it gives, once told, it never gives again.
 * @param told all warnings of this clock with this due moment so far
 */
export function noticesDue({ ladder, dueAt, line, told, now, calendar }: LadderInput): Result<Notice[], CalendarUnknown> {
  const due: Notice[] = []
  for (const rung of ladder.rungs) {
    const at = momentOf(calendar, rung, dueAt)
    if (!at.ok) return at
    if (!isPast(at.value, now) || told.some((one) => one.rung === rung.key)) continue
    const to = filledFrom(line, rung.post)
    if (to) due.push({ rung: rung.key, climb: 0, ...to, at: at.value })
  }
  const climbed = climbsDue({ ladder, line, told, now, calendar }, due)
  if (!climbed.ok) return climbed
  return ok([...due, ...climbed.value].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at) || rank(a.post) - rank(b.post)))
}

function climbsDue({ ladder, line, told, now, calendar }: Omit<LadderInput, 'dueAt'>, due: readonly Notice[]): Result<Notice[], CalendarUnknown> {
  let highest = Math.max(-1, ...[...told, ...due].map((one) => rank(one.post)))
  const climbs: Notice[] = []
  for (const one of told) {
    if (one.acknowledged || rank(one.post) < highest || told.some((other) => other.rung === one.rung && other.climb > one.climb)) continue
    const until = addOfficeTime(calendar, one.toldAt, ladder.acknowledgeMinutes * 60)
    if (!until.ok) return until
    const post = POSTS.slice(rank(one.post) + 1).find((higher) => line[higher] !== undefined && line[higher] !== one.accountId)
    const accountId = post && line[post]
    if (!isPast(until.value, now) || !post || accountId === undefined) continue
    climbs.push({ rung: one.rung, climb: one.climb + 1, post, accountId, at: until.value })
    highest = rank(post)
  }
  return ok(climbs)
}
