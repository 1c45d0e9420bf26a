import { sql } from 'kysely'
import { ok } from '../../kernel/result.ts'
import { type Unit, toDb, transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { calendarOf, findHomeOffice } from '../office/index.ts'
import { type Flag, type OfficerDay, flagsOf } from './core/look-rules.ts'
import { type TouchedDay, officerDay } from './day-store.ts'
import { lookRules } from './look-rules.ts'

/** So many reads at once, so that the transaction stays short; reads that came meanwhile are the next round's. */
const AT_ONCE = 5_000
const EVERY_MS = 5 * 60_000

type Mark = { readSeq: number; searchId: number }

/** Locks the place up to which all was judged: two workers never judge the same reads. */
async function lockMark({ tx }: Unit, officeId: string): Promise<Mark> {
  await tx.insertInto('privacy.watch_marks').values({ office_id: officeId, read_seq: 0, search_id: 0 }).onConflict((on) => on.doNothing()).execute()
  const row = await tx.selectFrom('privacy.watch_marks').select(['read_seq as readSeq', 'search_id as searchId']).where('office_id', '=', officeId).forUpdate()
    .executeTakeFirstOrThrow()
  return row
}

async function touchedSince({ tx }: Unit, officeId: string, mark: Mark): Promise<{ days: TouchedDay[]; next: Mark; more: boolean }> {
  const { rows: [reach] } = await sql<Mark & { reads: number }>`
    select coalesce(max(seq), ${mark.readSeq}) as "readSeq", count(*)::int as reads,
           (select coalesce(max(id), ${mark.searchId}) from registry.v_searches where office_id = ${officeId} and id > ${mark.searchId}) as "searchId"
      from (select seq from log.reads where office_id = ${officeId} and seq > ${mark.readSeq} order by seq limit ${AT_ONCE}) as part`.execute(tx)
  const next = { readSeq: reach?.readSeq ?? mark.readSeq, searchId: reach?.searchId ?? mark.searchId }
  // Only officers are watched: whoever opens his own data is in the chain too.
  const { rows: days } = await sql<TouchedDay>`
    with touched as (
      select actor_id as account_id, (at at time zone interval '07:00')::date as day from log.reads
       where office_id = ${officeId} and seq > ${mark.readSeq} and seq <= ${next.readSeq} and actor_id is not null
      union
      select account_id, (at at time zone interval '07:00')::date from registry.v_searches
       where office_id = ${officeId} and id > ${mark.searchId} and id <= ${next.searchId})
    select t.account_id as "accountId", t.day::text as day from touched t
      join accounts.v_account_names n on n.account_id = t.account_id and n.kind = 'officer' order by t.day, t.account_id`.execute(tx)
  return { days, next, more: reach?.reads === AT_ONCE }
}

async function keepDay({ tx }: Unit, officeId: string, { accountId, day }: TouchedDay, { looks }: OfficerDay, passedOver: readonly string[]): Promise<void> {
  const judged = looks.filter((look) => !passedOver.includes(look.what))
  const counts = { looks: judged.length, people: new Set(judged.map((look) => look.personId)).size }
  await tx.insertInto('privacy.look_days').values({ office_id: officeId, account_id: accountId, day, ...counts })
    .onConflict((on) => on.constraint('look_days_pkey').doUpdateSet(counts)).execute()
}

/** A flag is there once for its day; while nobody has answered it its counts follow what is known. */
async function keepFlag(unit: Unit, officeId: string, { accountId, day }: TouchedDay, flag: Flag): Promise<void> {
  const { tx, now } = unit
  const kept = await tx.insertInto('privacy.look_flags').values({
    office_id: officeId, rule: flag.rule, account_id: accountId, day, subject: flag.personId, facts: JSON.stringify(flag.facts), found_at: toDb(now),
  }).onConflict((on) => on.constraint('look_flags_once').doNothing()).returning('id').executeTakeFirst()
  if (kept) {
    unit.record(officeId, { what: 'look.flag', kind: 'look-flag', subject: kept.id, role: 'system', data: { rule: flag.rule, ...flag.facts } })
    return
  }
  await tx.updateTable('privacy.look_flags').set({ facts: JSON.stringify(flag.facts) }).where('office_id', '=', officeId).where('rule', '=', flag.rule)
    .where('account_id', '=', accountId).where('day', '=', day).where('subject', '=', flag.personId).where('acknowledged_at', 'is', null).execute()
}

/**
 * Judges the days of officers that have grown since the last round. Each such day is judged whole from the chain of reads, so a round that
 * was cut off, or done twice, ends with the same flags.
 */
export async function watchLooks(tools: Tools, officeId: string): Promise<'again' | 'done'> {
  const rules = await lookRules()
  const done = await transact(tools.db, tools.clock, async (unit) => {
    const { days, next, more } = await touchedSince(unit, officeId, await lockMark(unit, officeId))
    const calendar = await calendarOf(unit.tx, officeId)
    for (const touched of days) {
      const day = await officerDay(unit.tx, officeId, touched, rules, calendar)
      await keepDay(unit, officeId, touched, day, rules.passedOver)
      for (const flag of flagsOf(rules, day)) await keepFlag(unit, officeId, touched, flag)
    }
    await unit.tx.updateTable('privacy.watch_marks').set({ read_seq: next.readSeq, search_id: next.searchId }).where('office_id', '=', officeId).execute()
    return ok(more)
  })
  return done.ok && done.value ? 'again' : 'done'
}

export const watchJob = (tools: Tools): Job => ({
  name: 'watch-looks',
  everyMs: EVERY_MS,
  async run() {
    const office = await findHomeOffice(tools.db)
    return office ? watchLooks(tools, office.id) : 'done'
  },
})
