import { stop as stopEsbuild } from 'esbuild'
import { DEMO_PASSWORD, seedDemo } from '../../../db/seeds/demo.ts'
import { loadNoticeReference } from '../../domains/accounts/index.ts'
import { findHomeOffice, loadCalendarReference, loadRegionReference } from '../../domains/office/index.ts'
import { loadKbliReference } from '../../domains/registry/index.ts'
import { loadServiceReference } from '../../domains/services/index.ts'
import { ok } from '../../kernel/result.ts'
import type { Config } from '../../platform/config/config.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { startJobs } from '../jobs.ts'
import { PortProblem, startWeb } from '../serve.ts'
import { openTools } from '../tools.ts'
import { CommandRefused, configOf, openDatabaseOf, remark, requireSchema, say } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.start

/** Loads what the program needs to know of the world, and in the demo its office; both find at once when all is there. */
async function loadReference({ db, clock, keys, config }: Tools): Promise<void> {
  await transact(db, clock, async ({ tx }) => {
    if (config.demo) return ok(await seedDemo(tx, keys, clock))
    await loadRegionReference(tx, clock)
    await loadKbliReference(tx, clock)
    await loadNoticeReference(tx, clock)
    const office = await findHomeOffice(tx)
    if (office) {
      await loadCalendarReference(tx, clock, office.id)
      await loadServiceReference(tx, clock, office.id)
    }
    return ok(undefined)
  })
}

type Closing = { close: (how: () => Promise<unknown>) => void; closeAll: () => Promise<void> }

/** Closes in the opposite order of opening; one that fails does not keep the others open. */
function closing(): Closing {
  const open: (() => Promise<unknown>)[] = []
  return {
    close: (how) => { open.push(how) },
    async closeAll() {
      for (const how of open.toReversed()) await how().catch((error: unknown) => remark(String(error)))
    },
  }
}

/** npm hands a signal to the shell it started us with, which dies of it and tells nobody: then we hang on as an orphan with the port. */
function onOrphaned(act: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 200)
  watch.unref()
}

/** Waits for the wish to stop. A second wish ends the process at once. */
const wishToStop = (): Promise<void> => new Promise((resolve) => {
  let wished = false
  const hear = () => {
    if (wished) process.exit(1)
    wished = true
    resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear)
  onOrphaned(resolve)
})

type Parts = { migrate?: true; web?: true; worker?: true }

/** Opens everything asked for. What is open is closed again when something later fails. */
async function open(config: Config, parts: Parts, { close }: Closing): Promise<string | undefined> {
  const database = await openDatabaseOf(config)
  close(() => database.stop())
  if (parts.migrate) await migrate(database.url)
  else await requireSchema(database.url)
  const tools = await openTools(config, database.url)
  close(() => tools.close())
  if (parts.migrate) await loadReference(tools)
  if (parts.worker) {
    const worker = await startJobs(tools, database.url)
    close(() => worker.stop())
  }
  if (!parts.web) return undefined
  const web = await startWeb(tools)
  // All that had to be compiled is; its helper process would only take memory.
  await stopEsbuild()
  close(() => web.stop())
  return web.address
}

/**
 * Runs the parts asked for until somebody wishes to stop: no new requests, those at work finish (10 seconds at most), then the worker,
 * then the database.
 */
export async function run(parts: Parts): Promise<void> {
  const config = configOf()
  const stop = wishToStop()
  const all = closing()
  try {
    greet(config, await open(config, parts, all))
    await stop
    remark(t.stopping)
  } catch (error) {
    if (error instanceof PortProblem) throw new CommandRefused(t.port(error.code, error.port))
    throw error
  } finally {
    await all.closeAll()
  }
}

/** The address, and in the demo how to get in. */
function greet(config: Config, address: string | undefined): void {
  if (address === undefined) {
    say(t.working)
    return
  }
  say(t.running(address))
  if (config.demo) for (const line of t.demo(address, DEMO_PASSWORD)) say(line)
}

/** Brings schema and reference data up to date. */
export async function runMigrate(): Promise<void> {
  const config = configOf()
  const database = await openDatabaseOf(config)
  try {
    const applied = await migrate(database.url)
    const tools = await openTools(config, database.url)
    await loadReference(tools).finally(() => tools.close())
    for (const name of applied) say(name)
    say(applied.length === 0 ? t.upToDate : t.migrated(applied.length))
  } finally {
    await database.stop()
  }
}
