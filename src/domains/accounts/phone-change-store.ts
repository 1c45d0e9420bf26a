import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'

export const EVIDENCE = ['ktp', 'ktp-and-family-card', 'police-report'] as const
export type Evidence = (typeof EVIDENCE)[number]

export type PhoneChange = {
  id: string; officeId: string; personId: string; kind: string; newPhone: string | null; evidence: string
  requestedBy: string; requestedAt: Temporal.Instant; decided: boolean
}

export type NewPhoneChange = {
  officeId: string; personId: string; requestedBy: string; evidence: Evidence
  /** Absent: the number is only taken from the person (detach). */
  newPhone?: string
}

/** Keeps a request; undefined when one is open already for this person. */
export async function addPhoneChange(tx: Tx, now: Temporal.Instant, one: NewPhoneChange): Promise<string | undefined> {
  const row = await tx.insertInto('accounts.phone_changes').values({
    office_id: one.officeId, person_id: one.personId, kind: one.newPhone === undefined ? 'detach' : 'change', new_phone: one.newPhone ?? null,
    evidence: one.evidence, requested_by: one.requestedBy, requested_at: toDb(now),
  }).onConflict((on) => on.column('person_id').where('decided_by', 'is', null).doNothing()).returning('id').executeTakeFirst()
  return row?.id
}

const COLUMNS = [
  'id', 'office_id as officeId', 'person_id as personId', 'kind', 'new_phone as newPhone', 'evidence', 'requested_by as requestedBy', 'requested_at', 'decided_by',
] as const

type Row = Omit<PhoneChange, 'requestedAt' | 'decided'> & { requested_at: Date; decided_by: string | null }
const changeOf = ({ requested_at, decided_by, ...row }: Row): PhoneChange => ({ ...row, requestedAt: fromDb(requested_at), decided: decided_by !== null })

/** Locks the request, so that two officers cannot decide at once. */
export async function findPhoneChange(tx: Tx, id: string): Promise<PhoneChange | undefined> {
  const row = await tx.selectFrom('accounts.phone_changes').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && changeOf(row)
}

export type WaitingChange = PhoneChange & { requester: string }

/** Requests that wait for a second officer, the oldest first. */
export async function listWaitingChanges(tx: Tx, officeId: string): Promise<WaitingChange[]> {
  const rows = await tx.selectFrom('accounts.phone_changes as c').innerJoin('accounts.accounts as a', 'a.id', 'c.requested_by')
    .select(['c.id', 'c.office_id as officeId', 'c.person_id as personId', 'c.kind', 'c.new_phone as newPhone', 'c.evidence', 'c.requested_by as requestedBy',
      'c.requested_at', 'c.decided_by', 'a.name as requester'])
    .where('c.office_id', '=', officeId).where('c.decided_by', 'is', null).orderBy('c.requested_at').orderBy('c.id').limit(50).execute()
  return rows.map(({ requester, ...row }) => ({ ...changeOf(row), requester }))
}

/** The constraint `phone_changes_two_officers` holds even if a caller forgets to ask. */
export async function decidePhoneChange(tx: Tx, now: Temporal.Instant, id: string, decision: { by: string; accepted: boolean }): Promise<void> {
  await tx.updateTable('accounts.phone_changes').set({ decided_by: decision.by, decided_at: toDb(now), accepted: decision.accepted }).where('id', '=', id).execute()
}
