import type { Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'

/** A message as the demo shows it to everybody. `body` is empty once a code is used up. */
export type DemoMessage = Awaited<ReturnType<typeof listDemoMessages>>[number]

/** The newest messages of the office to phones and mailboxes, with their text. Only ever for the demo, where all people are made up. */
export async function listDemoMessages(tx: Tx, officeId: string, limit: number) {
  const rows = await tx.selectFrom('messages.outbox').select(['id', 'channel', 'address', 'subject', 'body', 'created_at'])
    .where('office_id', '=', officeId).where('channel', '<>', 'slip').orderBy('created_at', 'desc').orderBy('id').limit(limit).execute()
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: fromDb(created_at) }))
}
