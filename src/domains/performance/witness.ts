import type { Temporal } from 'temporal-polyfill'
import { ok } from '../../kernel/result.ts'
import { longDate, wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb, transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import { type RootFacts, rootLine, rootStatement } from '../../platform/log/chain.ts'
import { askTimeStamp } from '../../platform/signing/time-stamp.ts'
import type { Tools } from '../../platform/tools.ts'
import { queueMessage } from '../messages/index.ts'
import { type Office, getOffice } from '../office/index.ts'
import { performanceId as words } from './messages.id.ts'

const EVERY_MS = 10 * 60_000
/** What was missed while nobody could be reached is made up for, up to so many days. */
const BACK = { days: 31 }

/** Roots of the last month that did not go to the witness in this way yet, the oldest first. */
async function unwitnessed(db: Db | Tx, officeId: string, kind: 'mail' | 'stamp', now: Temporal.Instant): Promise<RootFacts[]> {
  const rows = await db.selectFrom('log.roots as r').leftJoin('log.witnessed as w', (join) => join.onRef('w.office_id', '=', 'r.office_id').onRef('w.day', '=', 'r.day').on('w.kind', '=', kind))
    .select(['r.day', 'r.first_seq', 'r.last_seq', 'r.root']).where('r.office_id', '=', officeId).where('w.day', 'is', null)
    .where('r.day', '>=', wibDate(now).subtract(BACK).toString()).orderBy('r.day').limit(BACK.days).execute()
  return rows.map(({ day, first_seq, last_seq, root }) => ({ office: officeId, day, firstSeq: first_seq, lastSeq: last_seq, root: root.toString('hex') }))
}

/** Mails the roots the witness has not got yet, all in one letter; written with the record that they went, in one transaction. */
export async function mailRoots(tools: Pick<Tools, 'db' | 'clock'>, office: Office): Promise<number> {
  const address = office.witnessEmail
  if (address === null) return 0
  const done = await transact(tools.db, tools.clock, async (unit) => {
    const roots = await unwitnessed(unit.tx, office.id, 'mail', unit.now)
    const last = roots.at(-1)
    if (!last) return ok(0)
    const marked = await unit.tx.insertInto('log.witnessed').values(roots.map(({ day }) => ({ office_id: office.id, day, kind: 'mail', at: toDb(unit.now) })))
      .onConflict((on) => on.doNothing()).returning('day').execute()
    // Another worker was quicker: what it took it also sends.
    const mine = roots.filter(({ day }) => marked.some((one) => one.day === day))
    if (mine.length === 0) return ok(0)
    await queueMessage(unit, {
      officeId: office.id, template: 'log-roots', channel: 'email', address, subject: words.witness.subject(office.name, longDate(wibDate(unit.now))),
      body: words.witness.body(office.name, mine.map(rootLine)),
    })
    return ok(mine.length)
  })
  return done.ok ? done.value : 0
}

/** Has the roots stamped that have no time stamp yet. One that cannot be had now is asked for again. @returns how many were stamped */
export async function stampRoots({ db, clock, config, log }: Pick<Tools, 'db' | 'clock' | 'config' | 'log'>, officeId: string, stopping?: AbortSignal): Promise<number> {
  const address = config.tsaUrl
  if (address === undefined) return 0
  let count = 0
  for (const root of await unwitnessed(db, officeId, 'stamp', clock())) {
    if (stopping?.aborted) break
    const stamp = await askTimeStamp(address, rootStatement(root))
    if (typeof stamp === 'string') {
      log.warn({ day: root.day, reason: stamp }, 'a root of the log got no time stamp')
      break
    }
    await db.insertInto('log.witnessed').values({ office_id: officeId, day: root.day, kind: 'stamp', token: Buffer.from(stamp.token), at: stamp.at })
      .onConflict((on) => on.doNothing()).execute()
    count += 1
  }
  return count
}

/** Sends each new root to the witness outside the office, by the roads that are set. */
export const witnessJob = (tools: Tools, officeId: string): Job => ({
  name: 'log-witness', everyMs: EVERY_MS,
  async run(stopping) {
    await mailRoots(tools, await getOffice(tools.db, officeId))
    await stampRoots(tools, officeId, stopping)
    return 'done'
  },
})
