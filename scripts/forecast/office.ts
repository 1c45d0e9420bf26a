import { Temporal } from 'temporal-polyfill'
import { type Chance, chanceOf } from '../../db/seeds/chance.ts'
import type { Entry } from '../../src/domains/performance/core/entry.ts'
import { daysOffFromRows } from '../../src/kernel/days-off.ts'
import { officeHoursOn } from '../../src/kernel/office-time.ts'
import { type OfficeWeek, type WorkingCalendar, workingCalendar } from '../../src/kernel/working-calendar.ts'
import { referenceRows } from '../../src/platform/db/reference.ts'

/** A made-up officer: at which stage he works, and how many minutes a file takes him. */
type Desk = { id: string; step: 'accept' | 'verify' | 'initial' | 'sign'; at: string; minutes: number; freeAt: number }
type File = { id: string; state: string; since: number; entries: Entry[]; resumesAt?: number }

export type MadeUpOffice = { calendar: WorkingCalendar; stories: Map<string, Entry[]> }

const PROMISE = { days: 3, intakeHours: 4, service: 'UM-02', channel: 'counter', district: '35.15.05' }
const TICK_MS = 5 * 60_000
/** New files on a usual day: what two verifiers can just do. */
const DAILY = 18
/** Of ten files the officer takes nine in their order; the tenth because somebody asked. */
const OUT_OF_ORDER = 0.1
const RETURNED = 0.1
const ABSENT = 0.06

const desks = (): Desk[] => [
  ['loket-1', 'accept', 'submitted', 12], ['loket-2', 'accept', 'submitted', 12], ['verifikator-1', 'verify', 'accepted', 33], ['verifikator-2', 'verify', 'accepted', 36],
  ['kabid', 'initial', 'verified', 13], ['sekretaris', 'initial', 'initial-2', 13], ['kadis', 'sign', 'initialed', 8],
].map(([id, step, at, minutes]) => ({ id: String(id), step: step as Desk['step'], at: String(at), minutes: Number(minutes), freeAt: 0 }))

async function calendarOfYear(): Promise<WorkingCalendar> {
  const read = daysOffFromRows(await referenceRows('calendar/holidays-id.csv'))
  const longDay = { opens: 450, closes: 960 }
  const week: OfficeWeek = { validFrom: '2018-01-01', validTo: null, week: [longDay, longDay, longDay, longDay, { opens: 450, closes: 870 }, null, null] }
  const made = read.ok ? workingCalendar([week], read.value) : read
  if (!made.ok) throw new Error('the shipped days off do not make a calendar')
  return made.value
}

/** How long a file takes: most near the usual, some three times as long. */
const drawMinutes = (chance: Chance, usual: number) => usual * (0.5 + chance.next() ** 2 * 1.5 + (chance.share(0.05) ? 2 : 0))

class Office {
  private readonly chance: Chance
  private readonly files: File[] = []
  private seq = 0
  readonly stories = new Map<string, Entry[]>()

  constructor(seed: number) {
    this.chance = chanceOf(seed)
  }

  private write(file: File, at: number, step: string, to: string, actor: string): void {
    this.seq += 1
    const from = file.state
    file.entries.push({ seq: this.seq, at, what: `application.${step}`, kind: 'application', subject: file.id, actor, from, to: to === 'initial-2' ? 'verified' : to, data: step === 'submit' ? PROMISE : {} })
    Object.assign(file, { state: to, since: at })
  }

  private arrive(at: number): void {
    const file: File = { id: `case-${this.stories.size + 1}`, state: 'draft', since: at, entries: [] }
    this.stories.set(file.id, file.entries)
    this.files.push(file)
    this.write(file, at, 'submit', 'submitted', 'loket-1')
  }

  private act(desk: Desk, file: File, at: number): void {
    const next = { accept: 'accepted', verify: 'verified', initial: desk.at === 'verified' ? 'initial-2' : 'initialed', sign: 'issued' }[desk.step]
    if (desk.step === 'verify' && this.chance.share(RETURNED)) {
      this.write(file, at, 'return', 'returned', desk.id)
      file.resumesAt = at + this.chance.between(1, 4) * 24 * 3_600_000
    } else this.write(file, at, desk.step, next, desk.id)
    if (next === 'issued') this.files.splice(this.files.indexOf(file), 1)
  }

  /** A day at the office; who is away works nothing off. */
  day(opens: number, closes: number, all: readonly Desk[], arriving: number): void {
    const there = all.filter(() => !this.chance.share(ABSENT))
    const arrivals = Array.from({ length: arriving }, () => this.chance.between(opens, closes - 1)).toSorted((a, b) => a - b)
    for (let now = opens; now < closes; now += TICK_MS) {
      while ((arrivals[0] ?? Infinity) <= now) this.arrive(arrivals.shift() ?? now)
      for (const file of this.files) if (file.state === 'returned' && (file.resumesAt ?? Infinity) <= now) this.write(file, now, 'submit', 'accepted', 'loket-1')
      for (const desk of there) if (desk.freeAt <= now) this.takeNext(desk, now)
    }
  }

  private takeNext(desk: Desk, now: number): void {
    const queue = this.files.filter(({ state, since }) => state === desk.at && since <= now).toSorted((a, b) => a.since - b.since)
    const file = queue.length > 1 && this.chance.share(OUT_OF_ORDER) ? this.chance.one(queue) : queue[0]
    if (!file) return
    this.act(desk, file, now)
    desk.freeAt = now + drawMinutes(this.chance, desk.minutes) * 60_000
  }

  drawArrivals(day: Temporal.PlainDate): number {
    const season = 1 + 0.25 * Math.sin((day.dayOfYear / 365) * 4 * Math.PI)
    const rush = this.chance.share(0.05) ? 2 : 1
    return Math.round(DAILY * season * rush * (0.7 + this.chance.next() * 0.6))
  }
}

/** An office whose files wait for each other, so that some are late. The same seed gives the same year. */
export async function madeUpOffice(seed: number): Promise<MadeUpOffice> {
  const calendar = await calendarOfYear()
  const office = new Office(seed)
  const all = desks()
  for (let day = Temporal.PlainDate.from('2026-01-05'); day.year === 2026 && day.month <= 10; day = day.add({ days: 1 })) {
    const hours = officeHoursOn(calendar, day)
    if (hours.ok && hours.value) office.day(hours.value.opensAt.epochMilliseconds, hours.value.closesAt.epochMilliseconds, all, office.drawArrivals(day))
  }
  return { calendar, stories: office.stories }
}
