import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { type LockLine, openLockLine } from './lock-line.ts'

/** Work that is done again and again, by one worker at a time. What it does must be safe to repeat. */
export type Job = {
  /** Unique; the lock is made of it. */
  name: string
  everyMs: number
  /** Channel of PostgreSQL on which NOTIFY calls for it before its time. */
  wakeOn?: string
  /** @returns `again` when more of the same is waiting */
  run: (stopping: AbortSignal) => Promise<'again' | 'done'>
}

export type Worker = {
  /** Lets running jobs come to their end and starts no more. */
  stop: () => Promise<void>
}

type Turn = { wake: () => void; wait: (ms: number) => Promise<void> }

const LONGEST_PAUSE_MS = 10 * 60_000

/** A pause that ends early when somebody knocks; a knock during the work counts for the next pause. */
function turn(stopping: AbortSignal): Turn {
  let knocked = false
  let open: AbortController | undefined
  return {
    wake() {
      knocked = true
      open?.abort()
    },
    async wait(ms) {
      if (!knocked) {
        open = new AbortController()
        await sleep(ms, undefined, { signal: AbortSignal.any([open.signal, stopping]) }).catch(() => {})
        open = undefined
      }
      knocked = false
    },
  }
}

async function runOnce(job: Job, line: LockLine, stopping: AbortSignal): Promise<'again' | 'done'> {
  const release = await line.tryLock(job.name)
  if (!release) return 'done'
  try {
    return await job.run(stopping)
  } finally {
    await release()
  }
}

async function repeat(job: Job, line: LockLine, mine: Turn, stopping: AbortSignal, log: Logger): Promise<void> {
  let failures = 0
  while (!stopping.aborted) {
    try {
      const left = await runOnce(job, line, stopping)
      failures = 0
      if (left === 'again') continue
    } catch (error) {
      failures += 1
      log.error({ job: job.name, failures, err: error }, 'job failed')
    }
    // After a failure nobody may knock: a broken job that is called often must not fill the log.
    if (failures === 0) await mine.wait(job.everyMs)
    else await sleep(Math.min(1_000 * 2 ** failures, LONGEST_PAUSE_MS), undefined, { signal: stopping }).catch(() => {})
  }
}

/**
 * Does the jobs until it is stopped, each at its own pace. Several workers on one database share the work: a job runs in one of them at a time.
 * @param databaseUrl for one connection of its own, which holds the locks and listens; it is opened again whenever it is lost
 */
export function startWorker({ databaseUrl, log }: { databaseUrl: string; log: Logger }, jobs: readonly Job[]): Worker {
  const stopping = new AbortController()
  const turns = new Map(jobs.map((job) => [job, turn(stopping.signal)]))
  const knock = (channel?: string) => {
    for (const [job, mine] of turns) if (job.wakeOn !== undefined && (channel === undefined || job.wakeOn === channel)) mine.wake()
  }
  const channels = [...new Set(jobs.flatMap((job) => job.wakeOn ?? []))]
  const line = openLockLine({ databaseUrl, channels, log, onKnock: knock })
  const loops = [...turns].map(([job, mine]) => repeat(job, line, mine, stopping.signal, log))
  return {
    async stop() {
      stopping.abort()
      await Promise.all(loops)
      await line.close()
    },
  }
}
