import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Outcome, Placement, Points } from './core/ranking.ts'

export type Sheet = { applicationId: string; accountId: string; points: Points; note: string | null }

export type PanelMember = { accountId: string; name: string }

/** Who scores a round, by name. */
export async function listPanel(tx: Db | Tx, roundId: string): Promise<PanelMember[]> {
  const rows = await tx.selectFrom('programmes.panels as p').innerJoin('accounts.accounts as a', 'a.id', 'p.account_id')
    .select(['p.account_id as accountId', 'a.name']).where('p.round_id', '=', roundId).orderBy('a.name').orderBy('a.id').limit(50).execute()
  return rows
}

export async function replacePanel(tx: Tx, roundId: string, accountIds: readonly string[], at: Date): Promise<void> {
  await tx.deleteFrom('programmes.panels').where('round_id', '=', roundId).execute()
  await tx.insertInto('programmes.panels').values(accountIds.map((id) => ({ round_id: roundId, account_id: id, named_at: at }))).execute()
}

/** Officers who may be named to a panel: everyone with an active account, by name. */
export async function listOfficers(tx: Db | Tx, officeId: string): Promise<PanelMember[]> {
  return tx.selectFrom('accounts.accounts').select(['id as accountId', 'name']).where('office_id', '=', officeId).where('kind', '=', 'officer')
    .where('status', '=', 'active').orderBy('name').orderBy('id').limit(500).execute()
}

const sheetOf = (row: { application_id: string; account_id: string; points: unknown; note: string | null }): Sheet =>
  ({ applicationId: row.application_id, accountId: row.account_id, points: row.points as Points, note: row.note })

export async function listSheets(tx: Db | Tx, roundId: string): Promise<Sheet[]> {
  const rows = await tx.selectFrom('programmes.sheets').select(['application_id', 'account_id', 'points', 'note']).where('round_id', '=', roundId)
    .orderBy('application_id').orderBy('account_id').limit(100_000).execute()
  return rows.map(sheetOf)
}

export async function listSheetsOf(tx: Db | Tx, applicationId: string): Promise<Sheet[]> {
  const rows = await tx.selectFrom('programmes.sheets').select(['application_id', 'account_id', 'points', 'note']).where('application_id', '=', applicationId)
    .orderBy('account_id').limit(50).execute()
  return rows.map(sheetOf)
}

/** Keeps the sheet of a scorer; a second one takes the place of the first. */
export async function keepSheet(tx: Tx, roundId: string, { applicationId, accountId, points, note }: Sheet, at: Date): Promise<void> {
  const values = { round_id: roundId, application_id: applicationId, account_id: accountId, points: JSON.stringify(points), note, at }
  await tx.insertInto('programmes.sheets').values(values)
    .onConflict((on) => on.constraint('sheets_pkey').doUpdateSet({ points: values.points, note, at })).execute()
}

export type KeptPlacement = { applicationId: string; reference: string; rank: number; sum: number; of: number; outcome: Outcome }

export async function insertPlacements(tx: Tx, roundId: string, placements: readonly Placement[], by: string, at: Date): Promise<void> {
  if (placements.length === 0) return
  const rows = placements.map(({ id, rank, score, outcome }) => ({ application_id: id, rank, score_sum: score.sum, score_of: score.of, outcome }))
  await sql`insert into programmes.placements (application_id, round_id, rank, score_sum, score_of, outcome, ranked_by, at)
    select application_id, ${roundId}::uuid, rank, score_sum, score_of, outcome, ${by}::uuid, ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(application_id uuid, rank int, score_sum bigint, score_of int, outcome text)`.execute(tx)
}

/** The ranking of a round, the first place first; empty before it is made. */
export async function listPlacements(tx: Db | Tx, roundId: string): Promise<KeptPlacement[]> {
  const rows = await tx.selectFrom('programmes.placements as p').innerJoin('applications.applications as a', 'a.id', 'p.application_id')
    .select(['p.application_id', 'a.reference', 'p.rank', 'p.score_sum', 'p.score_of', 'p.outcome']).where('p.round_id', '=', roundId)
    .orderBy('p.rank').limit(20_000).execute()
  return rows.map((row) => ({
    applicationId: row.application_id, reference: row.reference, rank: row.rank, sum: Number(row.score_sum), of: row.score_of, outcome: row.outcome as Outcome,
  }))
}

export async function isRanked(tx: Db | Tx, roundId: string): Promise<boolean> {
  const row = await tx.selectFrom('programmes.placements').select('rank').where('round_id', '=', roundId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Placements whose case still waits for what they mean, the first place first. */
export async function listUndone(tx: Db | Tx, limit: number): Promise<{ applicationId: string; outcome: Outcome; rankedBy: string }[]> {
  const rows = await tx.selectFrom('programmes.placements as p').innerJoin('applications.applications as a', 'a.id', 'p.application_id')
    .select(['p.application_id as applicationId', 'p.outcome', 'p.ranked_by as rankedBy']).where('a.status', '=', 'scored')
    .orderBy('p.round_id').orderBy('p.rank').limit(limit).execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as Outcome }))
}
