import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { isUuid } from './ticket.ts'

export type GuidanceState = 'proposed' | 'published' | 'declined' | 'withdrawn'

/** A good answer, told anew without the one who asked. */
export type Guidance = {
  id: string; officeId: string; ticketId: string; question: string; answer: string; state: GuidanceState; proposedBy: string; proposedAt: Date; reviewedBy: string | null; reviewedAt: Date | null
}

const COLUMNS = [
  'id', 'office_id as officeId', 'ticket_id as ticketId', 'question', 'answer', 'state', 'proposed_by as proposedBy',
  'proposed_at as proposedAt', 'reviewed_by as reviewedBy', 'reviewed_at as reviewedAt',
] as const
const shaped = (row: Omit<Guidance, 'state'> & { state: string }): Guidance => ({ ...row, state: row.state as GuidanceState })

/** Published entries, the latest first: as many as are searched through. */
export async function listPublished(tx: Db | Tx, officeId: string, limit = 1000): Promise<Guidance[]> {
  const rows = await tx.selectFrom('complaints.guidance').select(COLUMNS).where('office_id', '=', officeId).where('state', '=', 'published')
    .orderBy('reviewed_at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(shaped)
}

/** What waits for a second officer, the oldest first. */
export async function listProposed(tx: Db | Tx, officeId: string): Promise<Guidance[]> {
  const rows = await tx.selectFrom('complaints.guidance').select(COLUMNS).where('office_id', '=', officeId).where('state', '=', 'proposed').orderBy('proposed_at').orderBy('id').limit(200).execute()
  return rows.map(shaped)
}

export async function findGuidance(tx: Db | Tx, id: string): Promise<Guidance | undefined> {
  const row = isUuid(id) ? await tx.selectFrom('complaints.guidance').select(COLUMNS).where('id', '=', id).executeTakeFirst() : undefined
  return row && shaped(row)
}

/** The one entry of a ticket that waits or is published. */
export async function findLiveGuidance(tx: Db | Tx, ticketId: string): Promise<Guidance | undefined> {
  const row = await tx.selectFrom('complaints.guidance').select(COLUMNS).where('ticket_id', '=', ticketId).where('state', 'in', ['proposed', 'published']).executeTakeFirst()
  return row && shaped(row)
}

export async function insertGuidance(tx: Tx, one: Pick<Guidance, 'officeId' | 'ticketId' | 'question' | 'answer' | 'proposedBy'>, now: Temporal.Instant): Promise<string> {
  const { id } = await tx.insertInto('complaints.guidance').values({
    office_id: one.officeId, ticket_id: one.ticketId, question: one.question, answer: one.answer, proposed_by: one.proposedBy,
    proposed_at: toDb(now),
  }).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Moves an entry on. @returns false when another officer was first */
export async function settleGuidance(tx: Tx, id: string, from: GuidanceState, to: GuidanceState, by: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('complaints.guidance').set({ state: to, reviewed_by: by, reviewed_at: toDb(now) }).where('id', '=', id).where('state', '=', from).executeTakeFirst()
  return numUpdatedRows === 1n
}
