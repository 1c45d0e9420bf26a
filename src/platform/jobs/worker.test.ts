import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { pino } from 'pino'
import { freshApp } from '../../apps/testing.ts'
import { type Job, startWorker } from './worker.ts'

const log = pino({ level: 'silent' })
const aJob = (over: Partial<Job>): Job => ({ name: 'count', everyMs: 3_600_000, run: async () => 'done', ...over })

async function until(true_: () => boolean): Promise<void> {
  for (let waited = 0; !true_(); waited += 5) {
    if (waited > 10_000) throw new Error('waited in vain')
    await sleep(5)
  }
}

test('two workers on one database never do the same job at the same time', async (t) => {
  const { databaseUrl } = await freshApp(t)
  let running = 0
  let most = 0
  let runs = 0
  const job = () => aJob({
    everyMs: 1,
    async run() {
      running += 1
      most = Math.max(most, running)
      await sleep(5)
      running -= 1
      runs += 1
      return 'done'
    },
  })

  const workers = [startWorker({ databaseUrl, log }, [job()]), startWorker({ databaseUrl, log }, [job()])]
  await until(() => runs >= 20)
  await Promise.all(workers.map((worker) => worker.stop()))

  assert.equal(most, 1)
})

test('a notification wakes a job long before its time', async (t) => {
  const { databaseUrl, db } = await freshApp(t)
  let runs = 0
  const worker = startWorker({ databaseUrl, log }, [aJob({ wakeOn: 'bell', run: async () => { runs += 1; return 'done' } })])
  t.after(() => worker.stop())
  // The first run, and the one for what may have been called while the line was not yet open.
  await until(() => runs === 2)

  await sql`select pg_notify('bell', '')`.execute(db)
  await until(() => runs === 3)

  assert.equal(runs, 3)
})

test('a job that fails is done again later and does not stop the others', async (t) => {
  const { databaseUrl } = await freshApp(t)
  const runs = { bad: 0, good: 0 }
  const worker = startWorker({ databaseUrl, log }, [
    aJob({ name: 'bad', everyMs: 1, run: async () => { runs.bad += 1; throw new Error('no') } }),
    aJob({ name: 'good', everyMs: 1, run: async () => { runs.good += 1; return 'done' } }),
  ])
  t.after(() => worker.stop())

  await until(() => runs.bad === 2)

  assert.ok(runs.good > 10)
})

test('a worker that stops lets the running job come to its end and starts no more', async (t) => {
  const { databaseUrl } = await freshApp(t)
  const steps: string[] = []
  const worker = startWorker({ databaseUrl, log }, [aJob({ everyMs: 1, run: async () => { steps.push('begin'); await sleep(100); steps.push('end'); return 'again' } })])
  await until(() => steps.length > 0)

  await worker.stop()
  const atStop = [...steps]
  await sleep(50)

  assert.equal(atStop.at(-1), 'end')
  assert.deepEqual(steps, atStop)
})

test('a worker whose connection is cut connects again, works and hears again', async (t) => {
  const { databaseUrl } = await freshApp(t)
  let runs = 0
  const worker = startWorker({ databaseUrl, log }, [aJob({ wakeOn: 'bell', run: async () => { runs += 1; return 'done' } })])
  t.after(() => worker.stop())
  await until(() => runs === 2)
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()

  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ditakopum-worker' and datname = current_database()`)
  await until(() => runs >= 3)
  const afterCut = runs
  await admin.query(`select pg_notify('bell', '')`)
  await admin.end()
  await until(() => runs > afterCut)

  assert.ok(runs > afterCut)
})
