import { sql } from 'kysely'
import { LEAST } from '../../kernel/protect-areas.ts'
import { type Result, conflict, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { officeId as t } from './office-words.id.ts'

export type SuggestionState = 'new' | 'public' | 'hidden'
type Suggestion = { id: string; quarter: string; serviceCode: string; words: string; state: SuggestionState; reason: string | null }

/** Suggestions of a quarter with enough respondents; with fewer, words could be tied to a person. Those of today are not there before the night. */
export async function listSuggestions(tx: Db | Tx, officeId: string, quarter: string, { from, to }: { from: string; to: string }): Promise<Suggestion[]> {
  const { rows } = await sql<Suggestion>`
    select id, quarter, service_code as "serviceCode", words, state, reason from satisfaction.suggestions
     where office_id = ${officeId} and quarter = ${quarter} and came_on is null
       and ${LEAST} <= (select count(*) from satisfaction.sheets where office_id = ${officeId} and day between ${from}::date and ${to}::date and told)
     order by state = 'hidden', state <> 'new', id limit 500`.execute(tx)
  return rows
}

/** What the office released for everybody of a quarter. */
export async function releasedSuggestions(tx: Db | Tx, officeId: string, quarter: string): Promise<string[]> {
  const rows = await tx.selectFrom('satisfaction.suggestions').select('words').where('office_id', '=', officeId).where('quarter', '=', quarter).where('state', '=', 'public')
    .orderBy('id').limit(50).execute()
  return rows.map(({ words }) => words)
}

/** Releases a suggestion for everybody, or hides it with a reason. */
export async function moderate(unit: Unit, actor: Actor, id: string, to: 'public' | 'hidden', reason: string): Promise<Result<{ id: string; state: SuggestionState }>> {
  if (to === 'hidden' && reason.trim().length < 5) return invalid([{ field: 'reason', message: t.suggestions.reasonNeeded }])
  const row = await unit.tx.updateTable('satisfaction.suggestions')
    .set({ state: to, reason: to === 'hidden' ? reason.trim() : null, decided_by: actor.accountId, decided_at: toDb(unit.now) })
    .where('id', '=', id).where('office_id', '=', actor.officeId).where('came_on', 'is', null).where('state', '<>', to).returning('id').executeTakeFirst()
  if (!row) return conflict('decided', t.suggestions.decided)
  unit.record(actor.officeId, { what: `satisfaction.suggestion-${to}`, kind: 'suggestion', subject: id, actor: actor.accountId, role: roleOf(actor), to })
  return ok({ id, state: to })
}
