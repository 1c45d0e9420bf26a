import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { seed } from '../../../db/seeds/index.ts'
import { freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { type Db, openDatabase } from '../../platform/db/database.ts'
import { transact } from '../../platform/db/unit.ts'
import { exportLog } from '../../platform/log/export.ts'
import { publishRoots, rootsFileOf } from '../../platform/log/roots.ts'
import { verifyLog, verifyStored } from '../../platform/log/verify.ts'
import { keepCalendarState } from '../office/index.ts'
import { periodOf } from './core/report.ts'
import { makeReport, reportText } from './make-report.ts'
import { verifyReport } from './verify-report.ts'

const october = periodOf('monthly', '2026-10') ?? assert.fail()

async function* each(lines: readonly string[]) { yield* lines }

async function exported(db: Db): Promise<string[]> {
  const parts: string[] = []
  await exportLog(db, 'demo', {}, async (text) => { parts.push(text) })
  return parts.join('').split('\n')
}

/** An older pg_dump refuses a newer server. */
async function dumper(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: [server] } = await client.query<{ major: number }>(`select current_setting('server_version_num')::int / 10000 as major`)
  await client.end()
  const own = Number(/\) (\d+)/.exec(spawnSync('pg_dump', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? 0)
  return own >= (server?.major ?? Infinity) ? undefined : `NOT CHECKED: pg_dump ${own || 'is not installed'} cannot read PostgreSQL ${server?.major}`
}

function run(command: string, ...values: string[]): void {
  const { status, stderr } = spawnSync(command, values, { encoding: 'utf8' })
  assert.equal(status, 0, `${command}: ${stderr}`)
}

/** The road of docs/runbook.md: dump, an empty database, restore. @returns its address */
async function dumpedAndRestored(url: string, folder: string): Promise<string> {
  const [file, restored] = [join(folder, 'office.dump'), new URL(url)]
  restored.pathname = `${restored.pathname}-restored`
  run('pg_dump', '-Fc', '-d', url, '-f', file)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database "${restored.pathname.slice(1)}" template template0 encoding 'UTF8'`)
  await client.end()
  run('pg_restore', '--exit-on-error', '-d', restored.toString(), file)
  return restored.toString()
}

async function drop(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`drop database if exists "${name}" with (force)`)
  await client.end()
}

test('after backup and restore the log, its roots and the report of a month are the same to the byte, and pass every check', async (t) => {
  const app = await freshApp(t)
  const cannot = await dumper(app.databaseUrl)
  if (cannot) return t.skip(cannot)
  await transact(app.db, app.tools.clock, async (unit) => ok(await keepCalendarState(unit, 'demo')))
  assert.ok((await seed(app.tools, { businesses: 20, applications: 60, seed: 5 })).ok)
  app.clock.set('2026-11-12T00:10:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  const keptElsewhere = await rootsFileOf(app.db, app.tools.keys, 'demo', { limit: 100 })
  const [lines, report] = [await exported(app.db), await makeReport(app.tools, 'demo', october)]
  assert.ok(report.ok)

  const url = await dumpedAndRestored(app.databaseUrl, app.config.dataDir)
  const db = openDatabase(url, 2)
  const again = await makeReport({ db, clock: app.tools.clock }, 'demo', october)
  const linesAgain = await exported(db)
  const stored = await verifyStored(db, 'demo', 'events')
  await db.destroy()
  await drop(app.databaseUrl, new URL(url).pathname.slice(1))

  assert.ok(again.ok && stored.ok)
  assert.equal(reportText(again.value), reportText(report.value))
  assert.deepEqual(linesAgain, lines)
  assert.ok((await verifyLog(each(linesAgain), { roots: keptElsewhere })).ok)
  const verdict = await verifyReport(reportText(again.value), each(linesAgain), keptElsewhere)
  assert.ok(verdict.ok && verdict.value.placed, JSON.stringify(verdict))
})
