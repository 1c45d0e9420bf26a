import type { Db, Tx } from '../../platform/db/database.ts'
import type { Answers } from '../services/index.ts'
import type { Status } from './core/life.ts'

/** A case of a round, as whoever scores and ranks needs it. */
export type RoundCase = { id: string; reference: string; status: Status; submittedAt: Date | null; enteredBy: string; ownerId: string; definitionId: string }

/** The cases of a round that were sent, by reference. */
export async function listRoundCases(tx: Db | Tx, roundId: string): Promise<RoundCase[]> {
  const rows = await tx.selectFrom('applications.applications').select([
    'id', 'reference', 'status', 'submitted_at as submittedAt', 'entered_by as enteredBy', 'owner_id as ownerId', 'definition_id as definitionId',
  ]).where('round_id', '=', roundId).where('status', '<>', 'draft').orderBy('reference').limit(20_000).execute()
  return rows.map((row) => ({ ...row, status: row.status as Status }))
}

/** The round a case belongs to. */
export async function roundOfCase(tx: Db | Tx, applicationId: string): Promise<string | undefined> {
  const row = await tx.selectFrom('applications.applications').select('round_id').where('id', '=', applicationId).executeTakeFirst()
  return row?.round_id ?? undefined
}

/** What was answered in a case. */
export async function answersOfCase(tx: Db | Tx, applicationId: string): Promise<Answers> {
  const row = await tx.selectFrom('applications.applications').select('answers').where('id', '=', applicationId).executeTakeFirstOrThrow()
  return row.answers as Answers
}
