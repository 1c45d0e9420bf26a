import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Result, conflict, forbidden, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibMidnight } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import type { RuleKey, Verdict } from './core/look-rules.ts'
import { privacyId } from './messages.id.ts'

/** A look-up that asks for a word of explanation. `day` is ISO; `officer` the name of whom it is about. */
export type LookFlag = {
  id: string; rule: RuleKey; accountId: string; officer: string; day: string; subject: string; facts: Record<string, number>; foundAt: Temporal.Instant
  acknowledgedAt: Temporal.Instant | undefined; verdict: Verdict | undefined; remark: string | undefined
}

type Row = {
  id: string; rule: RuleKey; account_id: string; officer: string; day: string; subject: string; facts: Record<string, number>; found_at: Date
  acknowledged_at: Date | null; verdict: Verdict | null; remark: string | null
}

const flagOf = (row: Row): LookFlag => ({
  id: row.id, rule: row.rule, accountId: row.account_id, officer: row.officer, day: row.day, subject: row.subject, facts: row.facts, foundAt: fromDb(row.found_at),
  acknowledgedAt: row.acknowledged_at ? fromDb(row.acknowledged_at) : undefined, verdict: row.verdict ?? undefined, remark: row.remark ?? undefined,
})

export type FlagMark = { day: string; id: string }

const columns = sql`f.id, f.rule, f.account_id, n.name as officer, f.day::text as day, f.subject, f.facts, f.found_at, f.acknowledged_at, f.verdict, f.remark`

/** Flags of the office, the latest day first. @param after the last flag of the part before */
export async function listFlags(tx: Tx, officeId: string, part: { open: boolean; after?: FlagMark | undefined; limit: number }): Promise<{ flags: LookFlag[]; next?: FlagMark }> {
  const { rows } = await sql<Row>`
    select ${columns} from privacy.look_flags f join accounts.v_account_names n on n.account_id = f.account_id
     where f.office_id = ${officeId} and (f.acknowledged_at is null) = ${part.open}
       ${part.after ? sql`and (f.day, f.id) < (${part.after.day}::date, ${part.after.id}::uuid)` : sql``}
     order by f.day desc, f.id desc limit ${part.limit + 1}`.execute(tx)
  const flags = rows.slice(0, part.limit).map(flagOf)
  const last = flags.at(-1)
  return { flags, ...(rows.length > part.limit && last ? { next: { day: last.day, id: last.id } } : {}) }
}

export async function findFlag(tx: Tx, officeId: string, id: string): Promise<LookFlag | undefined> {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(id)) return undefined
  const { rows } = await sql<Row>`
    select ${columns} from privacy.look_flags f join accounts.v_account_names n on n.account_id = f.account_id
     where f.office_id = ${officeId} and f.id = ${id}`.execute(tx)
  return rows[0] && flagOf(rows[0])
}

export async function countOpenFlags(tx: Tx, officeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from privacy.look_flags where office_id = ${officeId} and acknowledged_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}

export type FlaggedLook = { at: Temporal.Instant; what: string; kind: string; personId: string; person: string }

/** The reads behind a flag: of the officer on that day, of the one person where it is about one. */
export async function looksBehind(tx: Tx, flag: LookFlag, limit: number): Promise<FlaggedLook[]> {
  const day = Temporal.PlainDate.from(flag.day)
  const { rows } = await sql<{ at: Date; what: string; kind: string; person_id: string; person: string }>`
    select r.at, r.what, r.subject_kind as kind, r.for_id as person_id, coalesce(p.name, '') as person
      from log.reads r left join registry.people p on p.id = r.for_id
     where r.actor_id = ${flag.accountId} and r.at >= ${toDb(wibMidnight(day))} and r.at < ${toDb(wibMidnight(day.add({ days: 1 })))} and r.for_id is not null
       and (${flag.subject} = '' or r.for_id::text = ${flag.subject})
     order by r.at desc, r.seq desc limit ${limit}`.execute(tx)
  return rows.map(({ at, what, kind, person_id, person }) => ({ at: fromDb(at), what, kind, personId: person_id, person }))
}

/** The secretary's word on a flag. Nobody answers one about himself. */
export async function acknowledgeFlag(unit: Unit, actor: Actor, id: string, { verdict, remark }: { verdict: Verdict; remark: string }): Promise<Result<LookFlag>> {
  const flag = await findFlag(unit.tx, actor.officeId, id)
  if (!flag) return notFound('not-found', privacyId.flags.gone)
  if (flag.accountId === actor.accountId) return forbidden('own-look', privacyId.flags.own)
  const { numUpdatedRows } = await unit.tx.updateTable('privacy.look_flags')
    .set({ acknowledged_at: toDb(unit.now), acknowledged_by: actor.accountId, verdict, remark })
    .where('id', '=', id).where('acknowledged_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows === 0n) return conflict('already-answered', privacyId.flags.answered)
  unit.record(actor.officeId, { what: 'look.acknowledge', kind: 'look-flag', subject: id, actor: actor.accountId, role: roleOf(actor), data: { rule: flag.rule, verdict } })
  return ok({ ...flag, acknowledgedAt: unit.now, verdict, remark })
}
