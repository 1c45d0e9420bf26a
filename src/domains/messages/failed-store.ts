import { type Result, conflict, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../platform/db/unit.ts'
import type { Tx } from '../../platform/db/database.ts'
import { messagesId } from './messages.id.ts'

/** A message that was given up. */
export type FailedMessage = Awaited<ReturnType<typeof listFailed>>[number]

export async function listFailed(tx: Tx, officeId: string, limit: number) {
  const rows = await tx.selectFrom('messages.outbox')
    .select(['id', 'template', 'channel', 'address', 'body', 'attempts', 'last_failure as lastFailure', 'created_at'])
    .where('office_id', '=', officeId).where('state', '=', 'failed').orderBy('created_at').orderBy('id').limit(limit).execute()
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: fromDb(created_at) }))
}

/** What the counter does with a message that failed: send it again, or say that the person was told otherwise. */
export const AFTER_FAILURE = ['retry', 'settle'] as const
export type AfterFailure = (typeof AFTER_FAILURE)[number]

/** @returns a conflict when somebody else was first */
export async function takeUpFailed(unit: Unit, actor: Actor, id: string, what: AfterFailure): Promise<Result<{ id: string; state: 'waiting' | 'settled' }>> {
  const state = what === 'retry' ? 'waiting' as const : 'settled' as const
  const row = await unit.tx.updateTable('messages.outbox')
    .set({ state, ...(what === 'retry' ? { attempts: 0, next_at: toDb(unit.now) } : {}) })
    .where('id', '=', id).where('office_id', '=', actor.officeId).where('state', '=', 'failed').returning('id').executeTakeFirst()
  if (!row) return conflict('not-failed', messagesId.failed.gone)
  unit.record(actor.officeId, {
    what: what === 'retry' ? 'message.retried' : 'message.settled', kind: 'message', subject: id, actor: actor.accountId, role: roleOf(actor), from: 'failed', to: state,
  })
  return ok({ id, state })
}
