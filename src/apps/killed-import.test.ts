import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { seedRegency } from '../../db/seeds/regency.ts'
import { type House, importKills } from '../../scripts/faults/import-kills.ts'
import { openDatabase } from '../platform/db/database.ts'
import { type TestApp, freshApp } from './testing.ts'

const isLinux = process.platform === 'linux'
const numberOf = (name: string, usual: number) => Number(process.env[name] ?? usual)
/** By night more of everything: `npm run nightly -- --only import`. */
const KILLS = numberOf('IMPORT_KILLS', 3)
const ROWS = numberOf('IMPORT_ROWS', 1_450)
const EXISTING = numberOf('IMPORT_EXISTING', 300)
const SEED = numberOf('IMPORT_SEED', 20_261_124)

const envOf = (dataDir: string, keyFile: string) => ({ DATA_DIR: dataDir, KEY_FILE: keyFile, DEMO: '1', LOG_LEVEL: 'warn' })

/** A second office whose database begins as that of the first is now. */
async function twinOf(t: TestContext, { databaseUrl, config, tools }: TestApp): Promise<House> {
  const name = new URL(databaseUrl).pathname.slice(1)
  const urlOf = (database: string) => {
    const url = new URL(databaseUrl)
    url.pathname = `/${database}`
    return url.toString()
  }
  const admin = new pg.Client({ connectionString: urlOf('postgres') })
  await admin.connect()
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await admin.query(`drop database if exists "${name}_twin" with (force)`)
  await admin.query(`create database "${name}_twin" template "${name}"`)
  const db = openDatabase(urlOf(`${name}_twin`), 3)
  const dataDir = await mkdtemp(join(tmpdir(), 'ditakopum-twin-'))
  t.after(async () => {
    await db.destroy()
    await admin.query(`drop database if exists "${name}_twin" with (force)`)
    await admin.end()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { databaseUrl: urlOf(`${name}_twin`), env: envOf(dataDir, config.keyFile), tools: { db, clock: tools.clock, keys: tools.keys } }
}

test('an import that is killed again and again and started anew gives the registry that one at a stretch gives', { skip: !isLinux, timeout: 280_000 }, async (t) => {
  const app = await freshApp(t, { realTime: true })
  await seedRegency(app.tools, { businesses: EXISTING, seed: 1 })
  const other = await twinOf(t, app)
  const one: House = { databaseUrl: app.databaseUrl, env: envOf(app.config.dataDir, app.config.keyFile), tools: app.tools }
  const folder = await mkdtemp(join(tmpdir(), 'ditakopum-lists-'))
  t.after(() => rm(folder, { recursive: true, force: true }))

  const report = await importKills({
    one, other, folder, seed: SEED, kills: KILLS, killsInList: 4, rows: ROWS, existing: EXISTING,
    told: ({ list, moment, afterMs, state, row, isWriting }) =>
      t.diagnostic(`list ${list}, ${moment}: killed after ${afterMs} ms, ${state || 'not begun'}, row ${row} done${isWriting ? ', while writing' : ''}`),
  })

  for (const { rows, counts, again } of report.lists) t.diagnostic(`${rows} rows: ${Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(', ')}${again > 0 ? '; sent again when it was in' : ''}`)
  assert.deepEqual(report.problems, [])
  assert.equal(report.kills.length, KILLS)
  for (const what of ['new', 'same', 'changed', 'doubtful', 'refused']) assert.ok(report.lists.some(({ counts }) => (counts[what] ?? 0) > 0), `no row was ${what}`)
  const { rows: [told] } = await sql<{ events: number; lists: number }>`
    select count(*) filter (where what = 'import.imported')::int as events, count(distinct subject_id)::int as lists
      from log.events where subject_kind = 'import'`.execute(other.tools.db)
  assert.equal(told?.events, told?.lists)
})
