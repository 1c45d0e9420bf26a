import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'

/** An answer that was known beforehand: taken over, or disputed; `said` is what the registry said then, `from` where it had it. */
const knownAnswer = z.object({
  state: z.enum(['confirmed', 'disputed']), said: z.union([z.string(), z.number(), z.boolean()]), from: z.string(),
  /** The applicant's value that went to the registry when the request was sent. */
  proposed: z.unknown().optional(),
})
export type KnownAnswer = z.infer<typeof knownAnswer>
export type Counted = { asked: number; prefilled: number; disputed: number }

/** What belongs to the form of a request beside its answers. */
export type FormNotes = {
  known: Record<string, KnownAnswer>
  confirmedWarnings: string[]
  renewsLetter: string | null
  receivedAt: Date | null
  receivedReason: string | null
}

const NOTHING: FormNotes = { known: {}, confirmedWarnings: [], renewsLetter: null, receivedAt: null, receivedReason: null }

export async function readFormNotes(tx: Db | Tx, applicationId: string): Promise<FormNotes> {
  const row = await tx.selectFrom('applications.forms').select([
    'known', 'confirmed_warnings as confirmedWarnings', 'renews_letter as renewsLetter', 'received_at as receivedAt', 'received_reason as receivedReason',
  ]).where('application_id', '=', applicationId).executeTakeFirst()
  return row ? { ...row, known: z.record(z.string(), knownAnswer).parse(row.known) } : NOTHING
}

type Noted = Partial<{
  known: FormNotes['known']; confirmedWarnings: string[]; renewsLetter: string; received: { at: Temporal.Instant; reason: string | undefined }; counted: Counted
}>

/** Writes what is given over what stands. The caller holds the request locked, or has just made it. */
export async function writeFormNotes(tx: Tx, applicationId: string, { known, confirmedWarnings, renewsLetter, received, counted }: Noted): Promise<void> {
  const columns = {
    ...(known ? { known: JSON.stringify(known) } : {}), ...(confirmedWarnings ? { confirmed_warnings: confirmedWarnings } : {}),
    ...(renewsLetter ? { renews_letter: renewsLetter } : {}),
    ...(received ? { received_at: toDb(received.at), received_reason: received.reason ?? null } : {}), ...counted,
  }
  if (Object.keys(columns).length === 0) return
  await tx.insertInto('applications.forms').values({ application_id: applicationId, ...columns })
    .onConflict((on) => on.column('application_id').doUpdateSet(columns)).execute()
}
