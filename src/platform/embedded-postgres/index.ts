import { setTimeout as sleep } from 'node:timers/promises'
import { usableBinaries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { databaseUrl, freePort, openKeeper } from './keeper.ts'
import type { Keeper } from './keeper.ts'
import { messages } from './messages.id.ts'
import { preparePlace } from './place.ts'
import type { Place, Transport } from './place.ts'
import { clearStale, isOurServer, namedPid, namedPort, signal, startServer, stopServer } from './postmaster.ts'
import { tryLock } from './start-lock.ts'
import { DatabaseUnavailable, explain, explainOutput } from './unavailable.ts'

export { DatabaseUnavailable } from './unavailable.ts'

/** A running database and our share in it. */
export type EmbeddedPostgres = {
  /** Connection of the owner of everything, to the program's own database. */
  url: string
  /** Process id of the server as it is now; it changes when the server had to be started again. */
  readonly pid: number
  /** Gives up our share. The last of all processes that share the server stops it and waits until it has gone. */
  stop(): Promise<void>
}

export type Options = {
  /** A folder for this purpose alone; made if it is missing. */
  dataDir: string
  /** Receives Indonesian sentences for the person at the terminal. */
  log: (message: string) => void
  /** Windows has no sockets that PostgreSQL and Node share, so there it is `tcp` with a password. */
  transport?: Transport['kind']
}

// Recovery after a power cut replays at most a checkpoint's worth of changes: seconds, but on a tired disk minutes.
const PATIENCE_MS = 300_000
// A server listens a tenth of a second after it named itself; one whose socket is gone will never answer.
const DEAF_MS = 5_000
const AGAIN_MS = 30_000

type Session = { place: Place; log: (message: string) => void; binaries: Binaries | undefined; startedPid: number | undefined }

/**
 * Joins the PostgreSQL of this folder, and starts it (and makes it, the first time) when it does not run.
 * Any number of processes may call this at the same time: there is one server, and it runs until the last of them stops.
 * If the server dies while we use it, it is started again.
 * @throws DatabaseUnavailable with a sentence that says what to do
 */
export async function startEmbeddedPostgres({ dataDir, log, transport }: Options): Promise<EmbeddedPostgres> {
  try {
    const place = preparePlace(dataDir, transport ?? (process.platform === 'win32' ? 'tcp' : 'socket'))
    const session: Session = { place, log, binaries: undefined, startedPid: undefined }
    return share(session, await join(session))
  } catch (error) {
    throw explain(error, dataDir)
  }
}

function share(session: Session, first: Keeper): EmbeddedPostgres {
  const { place, log } = session
  let keeper = Promise.resolve(first)
  let stopped: Promise<void> | undefined
  const watch = (current: Keeper) => current.onLost(() => {
    if (stopped) return
    log(messages.lost)
    keeper = rejoin(session, () => stopped !== undefined)
    keeper.then(watch, (error: unknown) => { log(error instanceof Error ? error.message : String(error)) })
  })
  watch(first)
  // A program that ends without stop(), by an exception for example, takes the server it started along.
  const onExit = () => { if (session.startedPid) signal(session.startedPid, 'SIGINT') }
  process.once('exit', onExit)

  const stop = async () => {
    const current = await keeper.catch(() => undefined)
    await current?.leave(async () => {
      const pid = namedPid(place)
      session.binaries ??= await usableBinaries(place, log)
      if (pid !== undefined) await stopServer(place, session.binaries, pid, log)
    })
    process.off('exit', onExit)
  }
  return {
    url: databaseUrl(place, namedPort(place) ?? 5432),
    get pid() { return namedPid(place) ?? 0 },
    stop: () => (stopped ??= stop()),
  }
}

async function rejoin(session: Session, isStopped: () => boolean): Promise<Keeper> {
  for (;;) {
    try {
      return await join(session)
    } catch (error) {
      if (isStopped()) throw error
      session.log(error instanceof Error ? error.message : String(error))
      await sleep(1_000)
    }
  }
}

/** Asks, and if nobody answers starts, until there is an answer. */
async function join(session: Session): Promise<Keeper> {
  const { place, log } = session
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(50)) {
    const answer = await openKeeper(place)
    if (typeof answer === 'object') return adopt(session, answer)
    if (answer === 'starting') continue
    const unlock = tryLock(place.lockFile)
    if (!unlock) continue
    try {
      return await bringUp(session)
    } finally {
      unlock()
    }
  }
  log(messages.tooSlow(place.home))
  throw new DatabaseUnavailable(messages.tooSlow(place.home))
}

function adopt({ place, log, startedPid }: Session, keeper: Keeper): Keeper {
  const pid = namedPid(place)
  if (pid !== undefined && pid !== startedPid) log(messages.adopted(pid))
  return keeper
}

/** Under the start lock: nobody else starts, so whatever does not answer now is dead, deaf, or still waking up. */
async function bringUp(session: Session): Promise<Keeper> {
  const { place, log } = session
  const runs = () => { const pid = namedPid(place); return pid !== undefined && isOurServer(place, pid) }
  const awake = await waitForAnswer(session, DEAF_MS, runs)
  if (awake) return adopt(session, awake)
  session.binaries = await usableBinaries(place, log)
  const deaf = namedPid(place)
  if (deaf !== undefined && isOurServer(place, deaf)) {
    log(messages.deafStopped(deaf))
    await stopServer(place, session.binaries, deaf, log)
  }
  await ensureCluster(place, session.binaries, log)
  for (const deadline = Date.now() + AGAIN_MS; ; await sleep(500)) {
    clearStale(place, log)
    const started = startServer(place, session.binaries, place.transport.kind === 'tcp' ? await freePort() : 5432)
    const keeper = await waitForAnswer(session, PATIENCE_MS, () => !started.ended())
    if (keeper) {
      session.startedPid = started.pid
      return keeper
    }
    if (!started.ended()) throw new DatabaseUnavailable(messages.tooSlow(place.home))
    const said = started.saidSinceStart()
    const reason = explainOutput(said, place.home)
    if (reason) throw reason
    // Children of a killed server need a moment to notice and to let go of the shared memory.
    if (Date.now() > deadline) throw new DatabaseUnavailable(messages.inUse(place.home))
  }
}

/** Waits as long as there is something to wait for; a server that says it is recovering is never given up before the time. */
async function waitForAnswer({ place, log }: Session, withinMs: number, alive: () => boolean): Promise<Keeper | undefined> {
  const begin = Date.now()
  let toldAt = begin
  let patience = withinMs
  for (;;) {
    const answer = await openKeeper(place)
    if (typeof answer === 'object') return answer
    if (answer === 'starting') patience = PATIENCE_MS
    if (!alive() || Date.now() - begin > patience) return undefined
    if (Date.now() - toldAt > 10_000) {
      log(messages.stillStarting)
      toldAt = Date.now()
    }
    await sleep(20)
  }
}
