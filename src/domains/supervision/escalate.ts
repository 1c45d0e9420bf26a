import { Temporal } from 'temporal-polyfill'
import { nextWorkingDay, officeHoursOn } from '../../kernel/office-time.ts'
import { ok } from '../../kernel/result.ts'
import { formatInstant, wibDate, wibMidnight } from '../../kernel/wib.ts'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import { type Unit, fromDb, transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { OPEN, type WatchedCase, clocksOf, countOffice, listAcceptedUntil, listDueUntil, listStageLate, statusesOf } from '../applications/index.ts'
import { messageText, queueMessage } from '../messages/index.ts'
import { calendarOf } from '../office/index.ts'
import { FALLBACK_WORKING_DAYS } from './core/fallback.ts'
import { isRole } from './core/board.ts'
import { type Kind, LADDERS, SUBJECT_KIND, noticesDue } from './core/ladder.ts'
import { isDeemedGranted } from './core/objection.ts'
import { closeFallbacks, keepFallbacks, listFallbacks, markPassed } from './fallback-store.ts'
import { type PlaceInLine, type Roster, lineOf, readRoster } from './line.ts'
import { lapseObjection } from './objections.ts'
import { listOwedUntil } from './objection-store.ts'
import { type NewNotice, insertNotices, lapse, listTold, listUnsettled, phonesOf, toldKey } from './notice-store.ts'

/** As many cases are looked at in one transaction. */
const BATCH = 200
/** The first rung before the fallback lies later than this after acceptance: five working days span a weekend. */
const YOUNGEST_FALLBACK = { hours: 72 }
const ZERO = '00000000-0000-0000-0000-000000000000'

/** Something a ladder leans on: a case, an objection, an empty post or a ticket, with its due moment. */
export type Watched = PlaceInLine & { kind: Kind; subject: string; applicationId: string | null; reference: string; dueAt: Temporal.Instant }

export type Ground = { officeId: string; calendar: WorkingCalendar; roster: Roster }

/** One message for each who has a number, however many cases it is about: a bad morning must not flood a phone. */
async function sendMessages(tools: Tools, unit: Unit, officeId: string, notices: readonly NewNotice[], references: ReadonlyMap<string, string>): Promise<void> {
  const mine = Map.groupBy(notices, (one) => one.accountId)
  for (const [accountId, phone] of await phonesOf(unit.tx, [...mine.keys()])) {
    const list = mine.get(accountId) ?? []
    const pressing = list.toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))[0]
    if (!pressing) continue
    const link = `${tools.config.baseUrl}/petugas/pengawasan/peringatan`
    await queueMessage(unit, {
      officeId, template: 'escalation', channel: 'phone', address: phone, accountId,
      body: messageText('escalation', { reference: references.get(pressing.subject) ?? '', count: list.length, link }),
      ...(pressing.applicationId === null || list.length > 1 ? {} : { applicationId: pressing.applicationId }),
    })
  }
}

/** Gives the warnings that are due for these, each once. @returns how many were given */
export async function warn(tools: Tools, unit: Unit, ground: Ground, watched: readonly Watched[]): Promise<number> {
  const told = await listTold(unit.tx, watched.map((one) => one.subject))
  const due = watched.flatMap((one): NewNotice[] => {
    const notices = noticesDue({
      ladder: LADDERS[one.kind], dueAt: one.dueAt, line: lineOf(ground.roster, one), told: told.get(toldKey(one.kind, one.subject, one.dueAt)) ?? [],
      now: unit.now, calendar: ground.calendar,
    })
    return notices.ok ? notices.value.map((notice) => ({ ...notice, kind: one.kind, subject: one.subject, applicationId: one.applicationId, reference: one.reference, dueAt: one.dueAt })) : []
  }).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  const written = await insertNotices(unit.tx, ground.officeId, due, unit.now)
  for (const one of written) {
    unit.record(ground.officeId, {
      what: 'escalation.tell', kind: SUBJECT_KIND[one.kind], subject: one.subject, role: 'system',
      data: { clock: one.kind, rung: one.rung, climb: one.climb, post: one.post, account: one.accountId, due: formatInstant(one.dueAt) },
    })
  }
  await sendMessages(tools, unit, ground.officeId, written, new Map(watched.map((one) => [one.subject, one.reference])))
  return written.length
}

const asWatched = (kind: Kind, one: WatchedCase, dueAt = fromDb(one.dueAt)): Watched =>
  ({ kind, subject: one.id, applicationId: one.id, reference: one.reference, divisionId: one.divisionId, villageCode: one.villageCode, dueAt })

export async function groundOf(tx: Unit['tx'], officeId: string, now: Temporal.Instant): Promise<Ground> {
  return { officeId, calendar: await calendarOf(tx, officeId), roster: await readRoster(tx, officeId, now) }
}

/** Until when something may be due whose first rung, so many working days before, is reached now. */
export function horizonOf(calendar: WorkingCalendar, now: Temporal.Instant, workingDays: number): Temporal.Instant {
  const next = nextWorkingDay(calendar, wibDate(now), workingDays)
  return next.ok ? wibMidnight(next.value.add({ days: 1 })) : now
}

type Pass = (unit: Unit, ground: Ground, after: WatchedCase | undefined) => Promise<{ told: number; cases: readonly WatchedCase[] }>

/** Goes through cases page by page, each page in a transaction of its own: one that fails takes no other along. */
async function through(tools: Tools, officeId: string, pass: Pass): Promise<number> {
  let total = 0
  let after: WatchedCase | undefined
  for (;;) {
    const done = await transact(tools.db, tools.clock, async (unit) => ok(await pass(unit, await groundOf(unit.tx, officeId, unit.now), after)))
    if (!done.ok) throw new Error('a look at open cases was refused')
    total += done.value.told
    after = done.value.cases.at(-1)
    if (done.value.cases.length < BATCH) return total
  }
}

/** Warnings of the service clock, and of the first look before it. */
const watchClocks = (tools: Tools, officeId: string): Promise<number> => through(tools, officeId, async (unit, ground, after) => {
  const cases = await listDueUntil(unit.tx, officeId, horizonOf(ground.calendar, unit.now, 1), after, BATCH)
  return { cases, told: await warn(tools, unit, ground, cases.map((one) => asWatched(one.accepted ? 'service' : 'intake', one))) }
})

/** Warnings of stages whose own limit is passed, the advice of another office among them; not once the case's own clock warns. */
const watchStages = (tools: Tools, officeId: string): Promise<number> => through(tools, officeId, async (unit, ground, after) => {
  const cases = await listStageLate(unit.tx, officeId, { now: unit.now, promised: horizonOf(ground.calendar, unit.now, 1) }, after, BATCH)
  return { cases, told: await warn(tools, unit, ground, cases.map((one) => asWatched('stage', one))) }
})

/** Keeps when silence counts as consent, warns before, and marks the case once it has. */
const watchFallbacks = (tools: Tools, officeId: string): Promise<number> => through(tools, officeId, async (unit, ground, after) => {
  const cases = await listAcceptedUntil(unit.tx, officeId, unit.now.subtract(YOUNGEST_FALLBACK), after, BATCH)
  const clocks = await clocksOf(unit.tx, officeId, cases, unit.now, FALLBACK_WORKING_DAYS)
  const moments = cases.flatMap((one) => {
    const dueAt = clocks.get(one.id)?.dueAt
    return dueAt ? [{ one, applicationId: one.id, dueAt }] : []
  })
  await keepFallbacks(unit.tx, officeId, moments)
  const passed = new Set(await markPassed(unit.tx, moments.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, unit.now) <= 0).map((moment) => moment.applicationId), unit.now))
  for (const { one, dueAt } of moments.filter(({ applicationId }) => passed.has(applicationId))) {
    unit.record(officeId, { what: 'application.deem', kind: 'application', subject: one.id, role: 'system', from: one.status, to: one.status, data: { due: formatInstant(dueAt) } })
  }
  return { cases, told: await warn(tools, unit, ground, moments.map(({ one, dueAt }) => asWatched('fallback', one, dueAt))) }
})

/** Work that waits at a desk with nobody there: told once each office day, as long as it is so. */
async function watchPosts(tools: Tools, officeId: string): Promise<number> {
  const done = await transact(tools.db, tools.clock, async (unit) => {
    const ground = await groundOf(unit.tx, officeId, unit.now)
    const hours = officeHoursOn(ground.calendar, wibDate(unit.now))
    if (!hours.ok || !hours.value || Temporal.Instant.compare(unit.now, hours.value.opensAt) < 0) return ok(0)
    const { opensAt } = hours.value
    const groups = await countOffice(unit.tx, officeId, unit.now)
    const empty = groups.filter(({ waitsFor, divisionId, holderId }) => isRole(waitsFor) && holderId === null
      && !ground.roster.staff.some((one) => one.role === waitsFor && (one.divisionId === null || one.divisionId === divisionId)))
    const desks = new Map(empty.map(({ waitsFor, divisionId }): [string, Watched] => {
      const subject = `${waitsFor}@${divisionId}`
      return [subject, { kind: 'empty-post', subject, applicationId: null, reference: subject, divisionId, villageCode: null, dueAt: opensAt }]
    }))
    return ok(await warn(tools, unit, ground, [...desks.values()]))
  })
  return done.ok ? done.value : 0
}

/** Objections: those whose term is over come to count as granted, then the ladder is told. More of them wait for the next minute. */
async function watchObjections(tools: Tools, officeId: string): Promise<number> {
  const now = tools.clock()
  for (const { id, state, settleBy } of await listOwedUntil(tools.db, officeId, now, BATCH)) {
    if (isDeemedGranted(state, fromDb(settleBy), now)) await transact(tools.db, tools.clock, (unit) => lapseObjection(tools, unit, id))
  }
  const done = await transact(tools.db, tools.clock, async (unit) => {
    const ground = await groundOf(unit.tx, officeId, unit.now)
    const owed = await listOwedUntil(unit.tx, officeId, horizonOf(ground.calendar, unit.now, 3), BATCH)
    return ok(await warn(tools, unit, ground, owed.map((one): Watched => ({
      kind: 'objection', subject: one.id, applicationId: one.applicationId, reference: one.reference, divisionId: one.divisionId, villageCode: one.villageCode,
      dueAt: fromDb(one.fulfilBy ?? one.settleBy),
    }))))
  })
  return done.ok ? done.value : 0
}

/** Warnings that whoever ends what they are about lets lapse himself. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(['objection', 'complaint'])

/** Warnings whose case is decided, returned or a day old at an empty desk need no answer any more. */
async function settle(tools: Tools, officeId: string): Promise<void> {
  let after = ZERO
  for (;;) {
    const done = await transact(tools.db, tools.clock, async (unit) => {
      const rows = await listUnsettled(unit.tx, officeId, after, BATCH)
      const statuses = await statusesOf(unit.tx, rows.flatMap((row) => (OF_ITS_OWN.has(row.kind) ? [] : row.application_id ?? [])))
      const today = wibMidnight(wibDate(unit.now)).epochMilliseconds
      const over = rows.filter((row) => {
        if (row.kind === 'empty-post') return row.told_at.getTime() < today
        const found = statuses.get(row.application_id ?? '')
        if (OF_ITS_OWN.has(row.kind)) return false
        // A stage that was left needs no answer any more, wherever the case is now.
        return !found || !OPEN.includes(found.status) || (row.kind === 'stage' && found.stageDueAt?.getTime() !== row.due_at.getTime())
      })
      await lapse(unit.tx, over.map((row) => row.id), unit.now)
      return ok(rows)
    })
    const last = done.ok ? done.value.at(-1) : undefined
    if (!last || (done.ok && done.value.length < BATCH)) break
    after = last.id
  }
  await closeEnded(tools, officeId)
}

/** Moments of silence of cases that are no longer with the office. */
async function closeEnded(tools: Tools, officeId: string): Promise<void> {
  let after: Awaited<ReturnType<typeof listFallbacks>>[number] | undefined
  for (;;) {
    const done = await transact(tools.db, tools.clock, async (unit) => {
      const rows = await listFallbacks(unit.tx, officeId, BATCH, after)
      const statuses = await statusesOf(unit.tx, rows.map((row) => row.applicationId))
      await closeFallbacks(unit.tx, rows.filter((row) => !OPEN.includes(statuses.get(row.applicationId)?.status ?? 'draft')).map((row) => row.applicationId), unit.now)
      return ok(rows)
    })
    const last = done.ok ? done.value.at(-1) : undefined
    if (!last || (done.ok && done.value.length < BATCH)) return
    after = last
  }
}

/**
 * One look at everything that is or will soon be late. Safe to repeat and to run twice at once: a warning is written once for its case, rung
 * and due moment, in the transaction of its log entry and its message.
 * @returns how many warnings were given
 */
export async function escalate(tools: Tools, officeId: string): Promise<number> {
  await settle(tools, officeId)
  return await watchClocks(tools, officeId) + await watchStages(tools, officeId) + await watchFallbacks(tools, officeId) + await watchObjections(tools, officeId) + await watchPosts(tools, officeId)
}
