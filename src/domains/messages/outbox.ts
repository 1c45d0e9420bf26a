import { sql } from 'kysely'
import { type Unit, toDb } from '../../platform/db/unit.ts'

/** The channel of PostgreSQL on which a waiting message wakes the worker. */
export const OUTBOX_CHANNEL = 'ditakopum_outbox'

export type Channel = 'phone' | 'email'

/** A message (pesan) to be sent. It may be read by the family of the one it is for: no NIK, no names of others. */
export type NewMessage = {
  officeId: string
  /** Key of the text, for the record and for the counter; see `messageText`. */
  template: string
  channel: Channel
  /** Phone in E.164 or an e-mail address. */
  address: string
  /** At most 160 characters on a phone. */
  body: string
  subject?: string
  /** Holds a one-time code: the body is wiped once it is sent or out of date. */
  secret?: boolean
  personId?: string
  accountId?: string
  applicationId?: string
}

/** Puts a message into the outbox, within the transaction of what it tells. It is sent after the commit, or never. */
export async function queueMessage(unit: Unit, message: NewMessage): Promise<void> {
  await unit.tx.insertInto('messages.outbox').values({
    office_id: message.officeId, template: message.template, channel: message.channel, address: message.address, body: message.body,
    subject: message.subject ?? null, secret: message.secret ?? false, person_id: message.personId ?? null,
    account_id: message.accountId ?? null, application_id: message.applicationId ?? null, next_at: toDb(unit.now), created_at: toDb(unit.now),
  }).execute()
  // Within the transaction a notice would make commits queue behind each other; one that is lost is made up for by the worker's own look.
  unit.afterCommit((db) => sql`select pg_notify(${OUTBOX_CHANNEL}, '')`.execute(db))
}
