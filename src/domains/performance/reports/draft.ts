import { Temporal } from 'temporal-polyfill'
import { type Result, conflict, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { fromDb, roleOf, transact } from '../../../platform/db/unit.ts'
import type { Tools } from '../../../platform/tools.ts'
import { calendarOf } from '../../office/index.ts'
import { catchUpCases } from '../cases-store.ts'
import { duePeriods } from '../core/due-periods.ts'
import type { Period } from '../core/report.ts'
import { reportPagesId as words } from '../messages-report-pages.id.ts'
import { makeBase } from './make-base.ts'
import { baseOf, contentOf, findReport, insertReport, listVersions } from './store.ts'

async function isDrafted(tools: Tools, officeId: string, { kind, key }: Period): Promise<boolean> {
  return (await listVersions(tools.db, { officeId, kind, period: key })).length > 0
}

/** Puts down the first version of a period's report. Whoever comes second finds it there. @returns whether it was made now */
async function draft(tools: Tools, officeId: string, period: Period): Promise<Result<boolean>> {
  const base = await makeBase(tools, officeId, period)
  if (!base.ok) return base
  return transact(tools.db, tools.clock, async (unit) => {
    const id = await insertReport(unit.tx, base.value, { reason: null, explanations: new Map(), now: unit.now })
    if (id === undefined) return ok(false)
    unit.record(officeId, {
      what: 'report.draft', kind: 'report', subject: id, role: 'system', to: 'draft', data: { period: period.key, version: 1, lastSeq: base.value.log.lastSeq },
    })
    return ok(true)
  })
}

/** The first day of which the log tells; an office that took over older cases has entries that tell of days before the first was written. */
async function firstDay({ db }: Tools, officeId: string): Promise<Temporal.PlainDate | undefined> {
  const entry = await db.selectFrom('log.events').select('at').where('office_id', '=', officeId).where('seq', '=', 1).executeTakeFirst()
  const { submitted } = await db.selectFrom('performance.cases').select((of) => of.fn.min('submitted_at').as('submitted')).where('office_id', '=', officeId).executeTakeFirstOrThrow()
  const moments = [entry?.at, submitted].flatMap((one) => (one instanceof Date ? fromDb(one) : []))
  const [first] = moments.toSorted(Temporal.Instant.compare)
  return first && wibDate(first)
}

/**
 * Drafts every report that is due and not there: on the first working day after its period, or on the first day on which a worker runs again.
 * A period whose last root is not published yet waits for the next round. Safe to repeat.
 * @returns how many were drafted
 */
export async function draftDueReports(tools: Tools, officeId: string): Promise<number> {
  await catchUpCases(tools, officeId)
  const since = await firstDay(tools, officeId)
  if (!since) return 0
  let made = 0
  for (const period of duePeriods(await calendarOf(tools.db, officeId), wibDate(tools.clock()), since)) {
    if (await isDrafted(tools, officeId, period)) continue
    const drafted = await draft(tools, officeId, period)
    if (drafted.ok && drafted.value) made += 1
  }
  return made
}

/**
 * Begins a new version of a signed report: counted anew over the same stretch of the log, with what the office said before. It says, figure by
 * figure, what reads otherwise; the signed one stays as it is.
 * @returns id of the draft
 */
export async function reviseReport(tools: Tools, actor: Actor, id: string, reason: string): Promise<Result<string>> {
  const card = await findReport(tools.db, id)
  if (!card) return notFound('not-found', words.noSuchReport)
  const [newest] = await listVersions(tools.db, card)
  if (card.state !== 'signed' || newest?.id !== card.id) return conflict('not-now', words.revise.notNow, { state: card.state })
  const before = await baseOf(tools.db, id)
  const { notes } = await contentOf(tools.db, card)
  const base = await makeBase(tools, card.officeId, before.period, { version: card.version, base: before, reason })
  if (!base.ok) return base
  return transact(tools.db, tools.clock, async (unit) => {
    const made = await insertReport(unit.tx, base.value, { reason, explanations: new Map(notes.map((note) => [note.code, note.words])), now: unit.now })
    if (made === undefined) return conflict('not-now', words.revise.notNow)
    unit.record(card.officeId, {
      what: 'report.revise', kind: 'report', subject: made, actor: actor.accountId, role: roleOf(actor), to: 'draft',
      data: { period: card.period, version: base.value.version, of: id, changed: base.value.changes?.rows.length ?? 0 },
    })
    return ok(made)
  })
}
