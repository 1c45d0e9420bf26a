import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import { archiveId as t } from './messages.id.ts'

export type Hold = { id: string; kind: string; label: string; reason: string; placedAt: Temporal.Instant }

/** Records that stay for an objection, a lawsuit or an inspection. */
export async function listHolds(tx: Tx, officeId: string): Promise<Hold[]> {
  const { rows } = await sql<{ id: string; kind: string; label: string; reason: string; placed_at: Date }>`
    select h.id, h.kind, coalesce(a.label, l.label, h.subject) as label, h.reason, h.placed_at from archive.holds h
      left join applications.v_for_archive a on h.kind = 'case' and a.id::text = h.subject left join letters.v_for_archive l on h.kind = 'letter' and l.id::text = h.subject
     where h.office_id = ${officeId} and h.lifted_at is null order by h.placed_at desc, h.id limit 200`.execute(tx)
  return rows.map(({ placed_at, ...row }) => ({ ...row, placedAt: fromDb(placed_at) }))
}

async function subjectOf(tx: Tx, officeId: string, number: string): Promise<{ kind: 'case' | 'letter'; subject: string } | undefined> {
  const { rows } = await sql<{ kind: 'case' | 'letter'; subject: string }>`
    select 'case' as kind, id::text as subject from applications.v_for_archive where office_id = ${officeId} and label = ${number}
    union all select 'letter', id::text from letters.v_for_archive where office_id = ${officeId} and label = ${number} limit 1`.execute(tx)
  return rows[0]
}

/** Holds a case or a letter, named by its number: no list takes it up, an approved one passes it over. */
export async function placeHold(unit: Unit, actor: Actor, number: string, reason: string): Promise<Result<undefined>> {
  if (reason.trim().length < 5) return invalid([{ field: 'reason', message: t.holds.reasonNeeded }])
  const found = await subjectOf(unit.tx, actor.officeId, number.trim())
  if (!found) return invalid([{ field: 'number', message: t.holds.unknown }])
  const placed = await unit.tx.insertInto('archive.holds').values({
    office_id: actor.officeId, ...found, reason: reason.trim(), placed_by: actor.accountId, placed_at: toDb(unit.now),
  }).onConflict((on) => on.doNothing()).returning('id').executeTakeFirst()
  if (!placed) return conflict('already-held', t.holds.already)
  unit.record(actor.officeId, { what: 'archive.hold', kind: found.kind, subject: found.subject, actor: actor.accountId, role: roleOf(actor) })
  return ok(undefined)
}

export async function liftHold(unit: Unit, actor: Actor, id: string): Promise<Result<undefined>> {
  const lifted = await unit.tx.updateTable('archive.holds').set({ lifted_at: toDb(unit.now), lifted_by: actor.accountId }).where('id', '=', id)
    .where('office_id', '=', actor.officeId).where('lifted_at', 'is', null).returning(['kind', 'subject']).executeTakeFirst()
  if (!lifted) return notFound('not-found', t.holds.unknown)
  unit.record(actor.officeId, { what: 'archive.lift', kind: lifted.kind, subject: lifted.subject, actor: actor.accountId, role: roleOf(actor) })
  return ok(undefined)
}
