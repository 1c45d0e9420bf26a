import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import { readReply } from './core/reply.ts'
import { setStopped } from './preference-store.ts'

/** What somebody answered. `from` in E.164. */
export type ToldReply = { ref: string; from: string; text: string }

const MOST_CHARACTERS = 1_000

/** Of the messages to this number, the latest, or the latest that named this case: so nobody writes into the case of a stranger. */
async function findAnswered(tx: Tx, address: string, reference?: string) {
  const { rows } = await sql<{ id: string; office_id: string; person_id: string | null; application_id: string | null }>`
    select id, office_id, person_id, application_id from messages.outbox
     where address = ${address} and (${reference ?? null}::text is null or (application_id is not null and position(${reference ?? ''} in body) > 0))
     order by created_at desc limit 1`.execute(tx)
  return rows[0]
}

/**
 * Takes an answer to a message. BERHENTI and MULAI hold for the number; what names a case becomes a note on it; anything else is not kept: nobody
 * reads a number that only sends.
 */
export async function takeReply(unit: Unit, { ref, from, text }: ToldReply): Promise<void> {
  const reply = readReply(text)
  if (reply.kind === 'other') return
  const answered = await findAnswered(unit.tx, from, reply.kind === 'note' ? reply.reference : undefined)
  if (!answered) return
  const { id, office_id: officeId, person_id: personId, application_id: applicationId } = answered
  const subject = { kind: 'message', subject: id, ...(personId === null ? {} : { for: personId }) }
  if (reply.kind === 'note') {
    if (applicationId === null) return
    const added = await unit.tx.insertInto('messages.replies').values({
      office_id: officeId, provider_ref: ref, application_id: applicationId, person_id: personId, body: text.trim().slice(0, MOST_CHARACTERS), at: toDb(unit.now),
    }).onConflict((on) => on.constraint('replies_once').doNothing()).returning('id').executeTakeFirst()
    if (added) unit.record(officeId, { what: 'message.answered', ...subject })
    return
  }
  if (await setStopped(unit.tx, from, reply.kind === 'stop' ? toDb(unit.now) : null)) unit.record(officeId, { what: reply.kind === 'stop' ? 'message.stopped' : 'message.started', ...subject })
}

export type CaseReply = Awaited<ReturnType<typeof listReplies>>[number]

/** What was answered about a case, the oldest first. */
export async function listReplies(tx: Tx, applicationId: string) {
  const rows = await tx.selectFrom('messages.replies').select(['id', 'body', 'at']).where('application_id', '=', applicationId).orderBy('at').orderBy('id').limit(50).execute()
  return rows.map((row) => ({ ...row, at: fromDb(row.at) }))
}
