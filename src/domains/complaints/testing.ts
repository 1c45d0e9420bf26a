import { randomUUID } from 'node:crypto'
import type { TestApp } from '../../apps/testing.ts'
import type { Result } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import { type Filed, type Said, fileTicket } from './file-ticket.ts'
import { type OfficeAct, takeOfficeStep } from './office-steps.ts'
import type { Ticket } from './ticket.ts'
import { findActor } from '../accounts/index.ts'

/** Does it, or fails the test with what was refused. */
export async function done<T>(app: TestApp, work: (unit: Unit) => Promise<Result<T>>): Promise<T> {
  const outcome = await transact(app.db, app.tools.clock, work)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error))
  return outcome.value
}

/** Someone of the demo as the program sees him. */
export async function actorOf(app: TestApp, login: string): Promise<Actor> {
  const actor = await findActor(app.db, app.tools.keys, app.clock.now, await app.tokenFor(login, 'api'))
  if (!actor) throw new Error(`no actor ${login}`)
  return actor
}

/** A complaint without a name about nobody, or what is told otherwise. */
export const aTicket = (app: TestApp, more: Partial<Said> = {}, actor?: Actor): Promise<Filed> => done(app, (unit) => fileTicket(app.tools, unit, 'demo', actor, {
  kind: 'complaint', channel: 'web', identity: 'anonymous', words: 'Loket tutup sebelum jam pulang, saya datang jauh-jauh.',
  formKey: randomUUID(), ...more,
}))

export const step = async (app: TestApp, login: string, id: string, act: OfficeAct): Promise<Ticket> => {
  const actor = await actorOf(app, login)
  return done(app, (unit) => takeOfficeStep(app.tools, unit, actor, id, act))
}

/** Account ids by login. */
export async function accountIds(app: TestApp): Promise<Record<string, string>> {
  const rows = await app.db.selectFrom('accounts.accounts').select(['id', 'login']).execute()
  return Object.fromEntries(rows.map((row) => [row.login ?? '', row.id]))
}

/** A ticket verified, assigned and answered by the verifier, which waits for its reporter. */
export async function anAnsweredTicket(app: TestApp, more: Partial<Said> = {}, actor?: Actor): Promise<Filed> {
  const filed = await aTicket(app, more, actor)
  const { verifikator } = await accountIds(app)
  const kind = more.kind ?? 'complaint'
  await step(app, 'sekretaris', filed.ticket.id, { step: 'verify', kind, class: kind === 'complaint' ? 'normative' : kind, category: 'time', assignTo: verifikator })
  await step(app, 'verifikator', filed.ticket.id, { step: 'answer', words: 'Loket kini buka sampai pukul 16.00; jadwal baru ditempel di pintu.' })
  return filed
}
