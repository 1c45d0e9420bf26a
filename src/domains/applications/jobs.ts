import { Temporal } from 'temporal-polyfill'
import { type Result, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb, transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { letterFilesAmong } from '../letters/index.ts'
import { calendarOf } from '../office/index.ts'
import { spokenFilesAmong } from '../portal/index.ts'
import { photoFilesAmong } from '../registry/index.ts'
import { getDefinition } from '../services/index.ts'
import { resumeSigning } from './commands/sign.ts'
import { renewalJob } from './renewal-jobs.ts'
import { restOf } from './core/resting.ts'
import { findOutsideHandOver } from './outside-store.ts'
import { tellFollowUp, tellReturnReminder, tellStep } from './notify.ts'
import { draftDefinitions, draftsUntouchedSince, followedSince, returnedBefore, signingSince, uploadsAmong } from './resting-store.ts'
import { type Application, listEvents, lockApplication, updateApplication } from './store.ts'

/** No stretch of a returned case is shorter than this: younger ones need not be looked at. */
const SHORTEST_REST = { hours: 5 * 24 }
/** A signer that answers at all answers within a minute; whoever is still signing after five was interrupted. */
const SIGNING_LEFT_ALONE = { minutes: 5 }
/** A file is stored before its row is; the request that does both is over long before a day. */
const ORPHAN_AGE = { hours: 24 }
const SWEEP = 500

/** Closes a case that nobody goes on with. No person does it: the event has a role and no actor. */
async function expire(unit: Unit, application: Application): Promise<void> {
  await updateApplication(unit.tx, application.id, { status: 'expired', decided_at: toDb(unit.now), open_items: null }, unit.now)
  unit.record(application.officeId, {
    what: 'application.expire', kind: 'application', subject: application.id, role: 'system', from: application.status, to: 'expired',
    data: { reminders: application.reminders },
  })
}

/** Reminds or closes one returned case, if it is time. What another worker did meanwhile is seen under the lock. */
async function tendReturned(tools: Tools, unit: Unit, id: string): Promise<Result<boolean>> {
  const application = await lockApplication(unit.tx, id)
  if (application?.status !== 'returned' || !application.returnedAt) return ok(false)
  const { limits } = await getDefinition(unit.tx, application.definitionId)
  const returnedAt = fromDb(application.returnedAt)
  const reminded = (await listEvents(unit.tx, id)).findLast((event) => event.step === 'remind' && Temporal.Instant.compare(event.at, returnedAt) >= 0)
  const rest = restOf(await calendarOf(unit.tx, application.officeId), {
    returnedOn: wibDate(returnedAt), remindedOn: reminded ? wibDate(reminded.at) : null, reminders: application.reminders, correctionDays: limits.correctionDays,
  }, unit.now)
  if (!rest.ok) {
    // Without the list of days off no term can be counted; the case waits, and the administrator is asked for the list elsewhere.
    tools.log.warn({ application: id, date: rest.error.date }, 'a returned case cannot be counted: days off are not known')
    return ok(false)
  }
  if (rest.value.act === 'wait') return ok(false)
  if (rest.value.act === 'expire') {
    await expire(unit, application)
    await tellStep(tools, unit, application, 'expire')
    return ok(true)
  }
  await updateApplication(unit.tx, id, { reminders: application.reminders + 1 }, unit.now)
  unit.record(application.officeId, {
    what: 'application.remind', kind: 'application', subject: id, role: 'system', from: 'returned', to: 'returned', data: { reminder: application.reminders + 1 },
  })
  await tellReturnReminder(tools, unit, application, rest.value.until)
  return ok(true)
}

async function expireDraft(unit: Unit, id: string): Promise<Result<boolean>> {
  const application = await lockApplication(unit.tx, id)
  if (application?.status !== 'draft') return ok(false)
  const { limits } = await getDefinition(unit.tx, application.definitionId)
  const until = fromDb(application.updatedAt).add({ hours: 24 * limits.draftDays })
  if (Temporal.Instant.compare(unit.now, until) < 0) return ok(false)
  await expire(unit, application)
  return ok(true)
}

/**
 * Reminds applicants of returned cases, closes those that rest too long, and closes drafts that nobody touched. Each in a transaction of
 * its own, so that one that fails takes no other along; several workers at once do nothing twice.
 * @param limit at most so many acts
 * @returns how many cases were reminded or closed
 */
export async function expireResting(tools: Tools, limit: number): Promise<number> {
  const now = tools.clock()
  let acts = 0
  const count = (done: Result<boolean>) => { if (done.ok && done.value) acts += 1 }
  for await (const id of returnedBefore(tools.db, now.subtract(SHORTEST_REST))) {
    if (acts >= limit) return acts
    count(await transact(tools.db, tools.clock, (unit) => tendReturned(tools, unit, id)))
  }
  for (const definitionId of await draftDefinitions(tools.db)) {
    const { limits } = await getDefinition(tools.db, definitionId)
    for (const id of await draftsUntouchedSince(tools.db, definitionId, now.subtract({ hours: 24 * limits.draftDays }), limit - acts)) {
      count(await transact(tools.db, tools.clock, (unit) => expireDraft(unit, id)))
    }
  }
  return acts
}

/** Those of these files that lists on their way into the registry still need. */
async function listFilesAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('imports.v_stored_files').select('storage_key').where('storage_key', 'in', keys).execute()
  return rows.flatMap(({ storage_key }) => storage_key ?? [])
}

/** Those of these files that are evidence of a ticket. */
async function evidenceAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('complaints.v_stored_files').select('storage_key').where('storage_key', 'in', keys).execute()
  return rows.flatMap(({ storage_key }) => storage_key ?? [])
}

/** Those of these files that are a report's. */
async function reportFilesAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('performance.v_stored_files').select('storage_key').where('storage_key', 'in', keys).execute()
  return rows.flatMap(({ storage_key }) => storage_key ?? [])
}

/**
 * Removes files that no row names: of uploads whose request was cut off, and of letters that another request finished first.
 * @returns how many were removed
 */
export async function cleanOrphans(tools: Tools): Promise<number> {
  let removed = 0
  const sweep = async (keys: string[]) => {
    if (keys.length === 0) return
    const named = new Set([...await uploadsAmong(tools.db, keys), ...await letterFilesAmong(tools.db, keys), ...await listFilesAmong(tools.db, keys),
      ...await photoFilesAmong(tools.db, keys), ...await reportFilesAmong(tools.db, keys), ...await spokenFilesAmong(tools.db, keys), ...await evidenceAmong(tools.db, keys)])
    for (const key of keys.filter((one) => !named.has(one))) {
      await tools.files.delete(key)
      removed += 1
    }
  }
  let held: string[] = []
  for await (const key of tools.files.listOlderThan(new Date(tools.clock().subtract(ORPHAN_AGE).epochMilliseconds))) {
    held.push(key)
    if (held.length < SWEEP) continue
    await sweep(held)
    held = []
  }
  await sweep(held)
  return removed
}

/** How often an officer is asked to ask: nothing is owed meanwhile, but nothing is forgotten either. */
const FOLLOW_UP_DAYS = 30

async function remindOfFollowing(tools: Tools, unit: Unit, id: string): Promise<Result<boolean>> {
  const application = await lockApplication(unit.tx, id)
  if (application?.status !== 'following' || !application.stageSince) return ok(false)
  const days = FOLLOW_UP_DAYS * (application.reminders + 1)
  if (Temporal.Instant.compare(unit.now, fromDb(application.stageSince).add({ hours: 24 * days })) < 0) return ok(false)
  const handedOver = await findOutsideHandOver(unit.tx, id)
  await updateApplication(unit.tx, id, { reminders: application.reminders + 1 }, unit.now)
  unit.record(application.officeId, {
    what: 'application.follow-remind', kind: 'application', subject: id, role: 'system', from: 'following', to: 'following', data: { reminder: application.reminders + 1 },
  })
  const officer = application.assignedTo ?? handedOver?.byAccount
  if (officer !== undefined) await tellFollowUp(tools, unit, application, days, officer)
  return ok(true)
}

/** Reminds the officers of cases that were handed over outside, every thirty days until they are completed. @returns how many were reminded of */
export async function remindFollowing(tools: Tools, limit: number): Promise<number> {
  let acts = 0
  for (const id of await followedSince(tools.db, tools.clock(), FOLLOW_UP_DAYS, limit)) {
    const done = await transact(tools.db, tools.clock, (unit) => remindOfFollowing(tools, unit, id))
    if (done.ok && done.value) acts += 1
  }
  return acts
}

/**
 * Ends signings that were interrupted between their number and their signature. A signer that is out of reach ends the round.
 * @returns how many came to an end
 */
export async function resumeSignings(tools: Tools, limit: number): Promise<number> {
  let done = 0
  for (const id of await signingSince(tools.db, tools.clock().subtract(SIGNING_LEFT_ALONE), limit)) {
    const outcome = await resumeSigning(tools, id)
    if (outcome === 'done') done += 1
    if (outcome === 'failed') break
  }
  return done
}

const AT_ONCE = 200

/** What the worker does for applications. */
export const applicationJobs = (tools: Tools): Job[] => [
  renewalJob(tools),
  { name: 'resting-cases', everyMs: 10 * 60_000, run: async () => (await expireResting(tools, AT_ONCE) === AT_ONCE ? 'again' : 'done') },
  { name: 'following-cases', everyMs: 3_600_000, run: async () => (await remindFollowing(tools, AT_ONCE) === AT_ONCE ? 'again' : 'done') },
  { name: 'interrupted-signings', everyMs: 60_000, run: async () => (await resumeSignings(tools, AT_ONCE) === AT_ONCE ? 'again' : 'done') },
  {
    name: 'orphan-files', everyMs: 6 * 3_600_000,
    async run() {
      const removed = await cleanOrphans(tools)
      if (removed > 0) tools.log.info({ removed }, 'files that no row names were removed')
      return 'done'
    },
  },
]
