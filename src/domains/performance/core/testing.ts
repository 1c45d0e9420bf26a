import { calendarTexts } from '../../../kernel/calendar-texts.ts'
import { aCalendar, usualWeek } from '../../../kernel/testing.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import type { CalendarAt, CaseFacts, Stage } from './case-facts.ts'
import type { Entry } from './entry.ts'

/** Minutes are counted from Monday 2 November 2026, midnight WIB. */
const START = Date.parse('2026-11-02T00:00:00+07:00')
const DAY = 24 * 60
const DAYS = 240
const LONG = [450, 960] as const
const FRIDAY = [450, 870] as const
const SHORT = [480, 900] as const

/** A calendar told twice: for the program, and as a plain list of which minutes the office is open, made with nothing of the program's code. */
type ToldTwice = { calendar: WorkingCalendar; open: Uint8Array }

/** @param more days after the first one on which the office is closed besides @param shortFrom from which day on it opens from eight to three */
function toldTwice(more: readonly number[], shortFrom: number | null): ToldTwice {
  const dateOf = (day: number) => new Date(START + (day * DAY + 12 * 60) * 60_000).toISOString().slice(0, 10)
  const hours = { opens: SHORT[0], closes: SHORT[1] }
  const calendar = aCalendar({
    weeks: shortFrom === null ? [] : [{ ...usualWeek, validFrom: dateOf(shortFrom), week: [hours, hours, hours, hours, hours, null, null] }],
    daysOff: more.map((day) => ({ date: dateOf(day), name: 'Cuti bersama', kind: 'joint-leave' })),
  })
  const closed = new Set([...calendar.daysOff.map(({ date }) => date), ...more.map(dateOf)])
  const open = new Uint8Array(DAYS * DAY)
  for (let day = 0; day < DAYS; day += 1) {
    const weekday = day % 7
    if (weekday > 4 || closed.has(dateOf(day))) continue
    const [opens, closes] = shortFrom !== null && day >= shortFrom ? SHORT : weekday === 4 ? FRIDAY : LONG
    open.fill(1, day * DAY + opens, day * DAY + closes)
  }
  return { calendar, open }
}

/** The calendars between which an office may change: days of leave added, taken back, other hours. */
const CALENDARS = [toldTwice([], null), toldTwice([9], null), toldTwice([9, 10, 17], null), toldTwice([22, 23, 24, 25], null), toldTwice([], 14), toldTwice([3, 11], 30)] as const

/** Chance that can be repeated: the same seed gives the same cases. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, isLucky: (part: number) => next() < part, oneOf: <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0] }
}
type Chance = ReturnType<typeof chance>

/** A case as the log tells it, the calendars that held, and the end of the period in minutes. */
export type History = { entries: Entry[]; calendars: { seq: number; which: number }[]; through: number; end: number; days: number; intakeHours: number }

const NOISE = ['assign', 'edit', 'remind', 'comment', 'attach', 'read', 'hand-over'] as const

/** What may come next in each state, and where it leads; the later ones are rarer. */
const LIFE: Readonly<Record<string, readonly [string, ...string[]]>> = {
  submitted: ['accept accepted', 'accept accepted', 'return returned', 'reject rejected'],
  returned: ['submit submitted', 'submit submitted', 'submit submitted', 'submit submitted', 'withdraw withdrawn', 'expire expired'],
  accepted: ['verify verified', 'verify verified', 'survey surveying', 'consult advising', 'return returned', 'reject rejected'],
  surveying: ['report surveyed', 'report surveyed', 'return returned', 'reject rejected'],
  surveyed: ['verify verified', 'complete completed', 'follow following', 'return returned'],
  advising: ['advise advised', 'advise advised', 'return returned', 'withdraw withdrawn'],
  advised: ['verify verified', 'verify scoring', 'reject rejected'],
  scoring: ['score scored', 'return returned'],
  scored: ['rank completed', 'reject rejected'],
  verified: ['initial verified', 'initial verified', 'return returned', 'reject rejected'],
  initialed: ['sign signing', 'sign signing', 'return returned', 'reject rejected'],
  signing: ['issue issued', 'issue issued', 'issue issued', 'abandon-signing initialed'],
}

/** Some minutes, some hours, or some days: also on closed days, at opening and at closing sharp. */
function wait(minute: number, { below, isLucky, oneOf }: Chance): number {
  if (isLucky(0.15)) return (Math.floor(minute / DAY) + 1 + below(4)) * DAY + oneOf([450, 870, 960, 480, 900, 961, 449])
  return minute + below(oneOf([30, 240, DAY, 5 * DAY]))
}

/** A random life of a case that the office's own rules allow, with edits, reads, absences and hand-overs in between. */
export function aHistory(rand: Chance): History {
  const { below, isLucky, oneOf } = rand
  const promised = { days: below(6), intakeHours: below(9) }
  const calendars = [{ seq: 1, which: below(CALENDARS.length) }]
  const entries: Entry[] = []
  let [seq, minute, state, initials, accepted] = [1, below(20 * DAY), 'draft', 0, false]
  const add = (step: string, to: string, data: Entry['data'] = {}) => {
    seq += 1 + below(3)
    entries.push({ seq, at: START + minute * 60_000, what: `application.${step}`, kind: 'application', subject: 'case-1', actor: `officer-${below(5)}`, from: state, to, data })
    state = to
  }
  const what = { service: oneOf(['UM-02', 'UM-03', 'KOP-01']), channel: oneOf(['self', 'counter']) }
  const place = isLucky(0.1) ? {} : { district: oneOf(['35.15.05', '35.15.07', '35.15.14']) }
  const submit = (to: string) => add('submit', to, { ...promised, ...what, ...place })
  add('create', 'draft', what)
  minute = wait(minute, rand)
  submit('submitted')
  for (let left = 3 + below(14); left > 0 && LIFE[state] !== undefined; left -= 1) {
    minute = wait(minute, rand)
    if (isLucky(0.4)) add(oneOf(NOISE), state, { days: 99, intakeHours: 99, assignee: 'officer-9', district: '35.15.99' })
    if (isLucky(0.12)) calendars.push({ seq: (seq += 1), which: below(CALENDARS.length) })
    const [step = '', to = ''] = oneOf(LIFE[state] ?? ['']).split(' ')
    accepted ||= step === 'accept'
    initials = step === 'initial' ? initials + 1 : step === 'verify' || step === 'return' ? 0 : initials
    if (step === 'submit') submit(accepted ? 'accepted' : 'submitted')
    else add(step, step === 'initial' && initials === 2 ? 'initialed' : to, step === 'return' ? { items: [oneOf(['idCard', 'photo']), oneOf(['photo', 'address'])] } : {})
  }
  return { entries, calendars, through: seq + below(5), end: wait(minute, rand), ...promised }
}

export const withoutNoise = (history: History): History =>
  ({ ...history, entries: history.entries.filter(({ what }) => NOISE.every((step) => what !== `application.${step}`)) })

const whichAt = ({ calendars }: History, seq: number) => CALENDARS[(calendars.findLast((one) => one.seq <= seq) ?? calendars[0])?.which ?? 0] ?? CALENDARS[0]
export const calendarsOf = (history: History): CalendarAt => (seq) => whichAt(history, seq).calendar
export const lookOf = ({ through, end }: History) => ({ through, now: START + end * 60_000 })

const minuteOf = ({ at }: Entry) => (at - START) / 60_000
const stepOf = ({ what }: Entry) => what.split('.')[1] ?? ''

/** Ticks off minutes until so many have counted. */
function after(from: number, count: number, counts: (minute: number) => boolean): number {
  let minute = from
  for (let passed = 0; passed < count; minute += 1) passed += counts(minute) ? 1 : 0
  return minute
}

function ticks(from: number, to: number, counts: (minute: number) => boolean): number {
  let count = 0
  for (let minute = from; minute < to; minute += 1) count += counts(minute) ? 1 : 0
  return count
}

/** Where the clock starts: the moment itself until closing sharp, after it or on a closed day the next opening. */
function startOf(accepted: number, isOpen: (minute: number) => boolean): number {
  const dayBegins = accepted - (accepted % DAY)
  let closes = dayBegins + DAY
  while (closes > dayBegins && !isOpen(closes - 1)) closes -= 1
  let start = accepted
  if (closes === dayBegins || accepted > closes) while (!isOpen(start)) start += 1
  return start
}

type Told = Pick<CaseFacts, 'officeMinutes' | 'applicantMinutes' | 'inTime' | 'firstLook'> & { stays: { stage: Stage; minutes: number }[] }

/**
 * The written rule (docs/verify.md) followed by a patient clerk who ticks off every minute: slow, plain, and with nothing of the program's code.
 */
export function tickedOff(history: History): Told {
  const ended = history.entries.findIndex(({ to }) => ['issued', 'completed', 'following', 'rejected', 'withdrawn', 'expired'].includes(to ?? ''))
  const entries = ended === -1 ? history.entries : history.entries.slice(0, ended + 1)
  const end = history.entries[ended]
  const until = end ? minuteOf(end) : history.end
  const { open } = whichAt(history, end?.seq ?? history.through)
  const isOpen = (minute: number) => open[minute] === 1
  const accept = entries.find((entry) => stepOf(entry) === 'accept')
  const rest = { firstLook: lookedAt(history, entries), stays: staysOf(history, entries) }
  if (!accept) return { ...rest, officeMinutes: null, applicantMinutes: null, inTime: null }

  const waits: { from: number; to: number | null }[] = []
  for (const entry of entries) {
    const [minute, last] = [minuteOf(entry), waits.at(-1)]
    if (stepOf(entry) === 'return') waits.push({ from: minute, to: null })
    if (stepOf(entry) === 'submit' && last?.to === null) last.to = minute
  }
  const pausedSince = waits.find(({ to }) => to === null)?.from
  const isWith = (minute: number, to: number) => waits.some((wait) => minute >= wait.from && minute < (wait.to ?? to))
  const start = startOf(minuteOf(accept), isOpen)
  let due = start
  for (let closings = 0; ; due += 1) if (!isOpen(due) && isOpen(due - 1) && (closings += 1) > history.days) break
  const owed = ticks(start, due, isOpen)
  if (owed > 0) due = after(start, owed, (minute) => isOpen(minute) && !isWith(minute, 0))
  return {
    ...rest, inTime: (end ? until : pausedSince ?? until) <= due,
    officeMinutes: ticks(start, until, (minute) => isOpen(minute) && !isWith(minute, until)),
    applicantMinutes: ticks(start, until, (minute) => isOpen(minute) && isWith(minute, until)),
  }
}

function lookedAt(history: History, entries: readonly Entry[]): CaseFacts['firstLook'] {
  const at = entries.findIndex((entry) => ['accept', 'return', 'reject'].includes(stepOf(entry)))
  const look = entries[at]
  const submit = entries.slice(0, Math.max(at, 0)).findLast((entry) => stepOf(entry) === 'submit')
  if (!look || !submit) return null
  const { open } = whichAt(history, look.seq)
  return { seq: look.seq, inTime: minuteOf(look) <= after(minuteOf(submit), history.intakeHours * 60, (minute) => open[minute] === 1) }
}

function staysOf(history: History, entries: readonly Entry[]): Told['stays'] {
  const stays: Told['stays'] = []
  let [initials, since] = [0, 0]
  let held: Stage | null = null
  for (const entry of entries) {
    if (stepOf(entry) === 'initial') initials += 1
    if (stepOf(entry) === 'verify' || stepOf(entry) === 'return') initials = 0
    const next = holderOf(entry.to ?? '', initials)
    if (next === held) continue
    const { open } = whichAt(history, entry.seq)
    if (held !== null) stays.push({ stage: held, minutes: ticks(since, minuteOf(entry), (minute) => open[minute] === 1) })
    held = next
    since = minuteOf(entry)
  }
  return stays
}

function holderOf(state: string, initials: number): Stage | null {
  switch (state) {
    case 'submitted': return 'intake'
    case 'accepted': case 'surveyed': case 'advised': return 'verify'
    case 'surveying': return 'survey'
    case 'advising': return 'advice'
    case 'scoring': case 'scored': return 'score'
    case 'verified': return initials === 0 ? 'initial-1' : 'initial-2'
    case 'initialed': case 'signing': return 'sign'
    default: return null
  }
}

/** Cases that ran beside each other, and the calendar, as entries of one log in the order of their moments; without numbers and hashes yet. */
export function aBusyOffice(rand: Chance, count: number): { at: number; body: Readonly<Record<string, unknown>> }[] {
  const told = [0, ...Array.from({ length: 4 }, () => 1 + rand.below(28 * DAY))].map((minute, at) => {
    const { weeks, daysOff } = CALENDARS[at === 0 ? 0 : rand.below(CALENDARS.length)]?.calendar ?? CALENDARS[0].calendar
    return { at: START + minute * 60_000, body: { what: 'calendar.state', kind: 'calendar', subject: 'calendar', data: calendarTexts(weeks, daysOff) } }
  })
  const entries = Array.from({ length: count }, (_, number) => aHistory(rand).entries.map(({ seq: _seq, at, ...body }) => ({ at, body: { ...body, subject: `case-${number + 1}` } }))).flat()
  return [...told, ...entries].toSorted((a, b) => a.at - b.at)
}
