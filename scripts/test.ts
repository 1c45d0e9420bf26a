// `npm test`: the checks, then every test. Those that use a database run on the oldest PostgreSQL that is supported, 15, when Debian's
// is installed, and those of the API on the embedded one too; `npm test -- --both` (by night) runs all of them on both.
// `npm test -- applications` runs only files whose path holds that word.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import pg from 'pg'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { ensureTools } from './test-tools.ts'

const ROOT = join(import.meta.dirname, '..')
const DEBIAN_15 = '/usr/lib/postgresql/15/bin'
const NOBODY = 65_534
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const onBoth = process.argv.includes('--both')

type Count = { passed: number; failed: number; skipped: number }

const files = globSync('{src,scripts,db}/**/*.test.{ts,tsx}', { cwd: ROOT }).filter((file) => words.every((word) => file.includes(word))).toSorted()

/** Runs test files, each in a process of its own; prints what fails, and a dot a file otherwise. */
async function runFiles(chosen: string[], databaseUrl: string): Promise<Count> {
  process.env['TEST_DATABASE_URL'] = databaseUrl
  const count: Count = { passed: 0, failed: 0, skipped: 0 }
  const stream = run({
    files: chosen.map((file) => join(ROOT, file)), concurrency: Math.max(2, availableParallelism()), execArgv: ['--import', join(ROOT, 'scripts/loader.mjs')], timeout: 300_000,
  })
  stream.on('test:pass', ({ details, skip, todo }) => {
    if (details.type === 'suite') return
    if (skip !== undefined || todo !== undefined) count.skipped += 1
    else count.passed += 1
  })
  stream.on('test:fail', ({ details }) => { if (details.type !== 'suite') count.failed += 1 })
  await new Promise((resolve) => { stream.compose(spec).on('end', resolve).pipe(process.stdout, { end: false }) })
  return count
}

/** Test databases live for seconds: they need not outlive a power cut. The tests of crashes start servers of their own. */
async function hurry(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) await client.query(`alter system set ${setting} = off`)
  await client.query('select pg_reload_conf()')
  await client.end()
}

async function onEmbedded(chosen: string[]): Promise<Count> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ditakopum-postgres-'))
  const server = await startEmbeddedPostgres({ dataDir, log: (message) => console.error(message) })
  try {
    await hurry(server.url)
    return await runFiles(chosen, server.url)
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** PostgreSQL refuses to run as root. */
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

async function onDebian15(chosen: string[]): Promise<Count> {
  const home = mkdtempSync(join(tmpdir(), 'ditakopum-postgres-15-'))
  const data = join(home, 'data')
  mkdirSync(data)
  if ('uid' in asNobody) for (const folder of [home, data]) spawnSync('chown', [`${NOBODY}:${NOBODY}`, folder])
  const init = spawnSync(join(DEBIAN_15, 'initdb'), ['-D', data, '-U', 'ditakopum', '-A', 'trust', '--encoding=UTF8', '--locale=C.UTF-8'], { ...asNobody, encoding: 'utf8' })
  if (init.status !== 0) throw new Error(`PostgreSQL 15: ${init.stderr}`)
  const server = spawn(join(DEBIAN_15, 'postgres'), ['-D', data, '-p', '5415', '-k', home, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off', '-c', 'max_connections=200'],
    { ...asNobody, stdio: 'ignore' })
  try {
    const ready = () => spawnSync(join(DEBIAN_15, 'pg_isready'), ['-h', '127.0.0.1', '-p', '5415'], { stdio: 'ignore' }).status === 0
    for (let tries = 0; tries < 100 && !ready(); tries += 1) await new Promise((resolve) => { setTimeout(resolve, 200) })
    return await runFiles(chosen, 'postgres://ditakopum@127.0.0.1:5415/postgres')
  } finally {
    const gone = new Promise((resolve) => { server.on('exit', resolve) })
    server.kill('SIGINT')
    await gone
    rmSync(home, { recursive: true, force: true })
  }
}

function checks(): Count {
  if (words.length > 0) return { passed: 0, failed: 0, skipped: 0 }
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', join(ROOT, 'scripts/loader.mjs'), join(ROOT, 'scripts/check.ts')], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 })
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  const found = /(\d+) passed, (\d+) failed\s*$/.exec(stdout)
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

const usesDatabase = (file: string) => !file.includes('.browser.test.') && readFileSync(join(ROOT, file), 'utf8').includes('apps/testing.ts')

if (files.length === 0) {
  console.error(`No test file has all of these words in its path: ${words.join(' ')}`)
  process.exit(2)
}
const tools = ensureTools()
if (tools.chrome) process.env['CHROME_PATH'] = tools.chrome
const total = checks()
const add = (count: Count) => { for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key] }
const onOldest = existsSync(DEBIAN_15) ? files.filter(usesDatabase) : []
const onNewest = files.filter((file) => onBoth || !onOldest.includes(file) || file.endsWith('/api.test.ts'))
if (onNewest.length > 0) add(await onEmbedded(onNewest))
if (onOldest.length > 0) {
  console.log('\nOn PostgreSQL 15:')
  add(await onDebian15(onOldest))
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed > 0 ? 1 : 0)
