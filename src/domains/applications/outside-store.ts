import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'

/** To whom outside the office a case was handed over, and its number there. */
export type OutsideHandOver = { place: string; reference: string; at: Date; byAccount: string }

export async function findOutsideHandOver(tx: Db | Tx, applicationId: string): Promise<OutsideHandOver | undefined> {
  return tx.selectFrom('applications.hand_overs_outside').select(['place', 'reference', 'at', 'by_account as byAccount']).where('application_id', '=', applicationId).executeTakeFirst()
}

/** Keeps it; handed over once more after a return, the newer one counts. */
export async function keepOutsideHandOver(tx: Tx, applicationId: string, one: { place: string; reference: string; by: string }, now: Temporal.Instant): Promise<void> {
  const told = { place: one.place, reference: one.reference, at: toDb(now), by_account: one.by }
  await tx.insertInto('applications.hand_overs_outside').values({ application_id: applicationId, ...told })
    .onConflict((on) => on.column('application_id').doUpdateSet(told)).execute()
}
