import { createHash } from 'node:crypto'
import { type Result, conflict, forbidden, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { isOnBoard } from '../cooperatives/index.ts'
import { getDefinition } from '../services/index.ts'
import { listGiven } from './attachment-store.ts'
import { applicationsId as words } from './messages.id.ts'
import { type Application, lockApplication } from './store.ts'

type Signed = Pick<Application, 'id' | 'answers' | 'definitionId'>

/**
 * SHA-256 over the answers and the papers: who signs, signs this and nothing that is changed after it. The statements are the sender's own
 * and are given as he sends, so they are not part of it.
 */
async function contentOf(tx: Db | Tx, application: Signed): Promise<string> {
  const { questions } = await getDefinition(tx, application.definitionId)
  const stated = new Set(questions.filter((one) => one.mustBeTrue).map((one) => one.key))
  const papers = (await listGiven(tx, application.id)).map(({ requirement, id }) => [requirement, id]).toSorted()
  const answers = Object.entries(application.answers).filter(([key]) => !stated.has(key)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify({ answers, papers })).digest('hex')
}

/** The person of the board who signed the request as it stands now, beside whoever sends it; undefined while nobody has. */
export async function coSignerOf(tx: Db | Tx, application: Signed & Pick<Application, 'ownerId'>): Promise<string | undefined> {
  const row = await tx.selectFrom('applications.co_signatures').select('person_id').where('application_id', '=', application.id)
    .where('content_sha256', '=', await contentOf(tx, application)).where('person_id', '<>', application.ownerId).orderBy('at').limit(1).executeTakeFirst()
  return row?.person_id
}

/** Signs a cooperative's request as a second member of its board; signed again after a change it holds for the new content. */
export async function coSign(unit: Unit, actor: Actor, id: string): Promise<Result<undefined>> {
  const application = await lockApplication(unit.tx, id)
  if (!application?.cooperativeId) return notFound('not-found', words.noSuchApplication)
  if (!(await getDefinition(unit.tx, application.definitionId)).coSigned) return conflict('not-now', words.coSign.notNeeded)
  if (application.status !== 'draft' && application.status !== 'returned') return conflict('not-now', words.notNow(words.status[application.status]), { status: application.status })
  const { personId } = actor
  if (!personId || !await isOnBoard(unit.tx, application.cooperativeId, personId, wibDate(unit.now))) return forbidden('not-the-board', words.coSign.onlyBoard)
  if (personId === application.ownerId) return forbidden('own-entry', words.coSign.another)
  const values = { content_sha256: await contentOf(unit.tx, application), at: toDb(unit.now) }
  await unit.tx.insertInto('applications.co_signatures').values({ application_id: id, person_id: personId, ...values })
    .onConflict((on) => on.constraint('co_signatures_pkey').doUpdateSet(values)).execute()
  unit.record(application.officeId, { what: 'application.co-sign', kind: 'application', subject: id, actor: actor.accountId, role: roleOf(actor), for: application.ownerId })
  return ok(undefined)
}
