import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { seedDemo } from '../../db/seeds/demo.ts'
import { findAccountByLogin, openSession } from '../domains/accounts/index.ts'
import { parsePhone } from '../domains/registry/index.ts'
import { ok } from '../kernel/result.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { migrate } from '../platform/db/migrate.ts'
import { transact } from '../platform/db/unit.ts'
import { openKeys } from '../platform/secrets/keys.ts'
import { openTools } from './tools.ts'
import { openWeb } from './web.ts'

const SERVER = process.env['TEST_DATABASE_URL'] ?? ''
const ROOT = join(import.meta.dirname, '../..')
/** When tests begin, unless they say otherwise: a Wednesday morning in office hours. */
export const TEST_NOW = Temporal.Instant.from('2026-11-11T09:00:00+07:00')

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const folder of ['db', 'reference', 'src/domains/accounts', 'src/domains/cooperatives', 'src/domains/office', 'src/domains/registry', 'src/domains/services']) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((one) => /\.(sql|ts|json|csv|txt)$/.test(one) && !one.includes('.test.')).toSorted()) {
      hash.update(name).update(readFileSync(join(ROOT, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

const urlOf = (database: string) => {
  const url = new URL(SERVER)
  url.pathname = `/${database}`
  return url.toString()
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function buildTemplate(name: string, keyFile: string): Promise<void> {
  await onServer((client) => client.query(`create database "${name}-building"`))
  await migrate(urlOf(`${name}-building`))
  const db = openDatabase(urlOf(`${name}-building`), 2)
  const clock = () => Temporal.Instant.from('2026-01-05T08:00:00+07:00')
  const seeded = await transact(db, clock, async ({ tx }) => ok(await seedDemo(tx, openKeys(keyFile), clock)))
  await db.destroy()
  if (!seeded.ok) throw new Error('the demo office could not be seeded')
  await onServer((client) => client.query(`alter database "${name}-building" rename to "${name}"`))
}

/** A migrated database with the demo office, made once per state of migrations, reference data and seeds; tests copy it in 0.1 s. */
async function template(): Promise<{ name: string; keyFile: string }> {
  if (SERVER === '') throw new Error('TEST_DATABASE_URL is not set: run tests through `npm test`')
  const mark = fingerprint()
  const folder = join(tmpdir(), `ditakopum-test-${createHash('sha256').update(SERVER).digest('hex').slice(0, 8)}-${mark}`)
  mkdirSync(folder, { recursive: true })
  const keyFile = join(folder, 'keys.json')
  const name = `ditakopum_template_${mark}`
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(4242)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 1 && existsSync(keyFile)) return
    await client.query(`drop database if exists "${name}"`)
    await client.query(`drop database if exists "${name}-building"`)
    await buildTemplate(name, keyFile)
  })
  return { name, keyFile }
}

let counter = 0

async function freshDatabase(t: TestContext): Promise<{ url: string; keyFile: string }> {
  const from = await template()
  counter += 1
  const name = `ditakopum_test_${process.pid}_${counter}`
  await onServer(async (client) => {
    // Copying needs the template to itself, so tests take turns for these 0.1 s.
    await client.query('select pg_advisory_lock(4242)')
    await client.query(`drop database if exists "${name}" with (force)`)
    await client.query(`create database "${name}" template "${from.name}"`)
  })
  t.after(() => onServer((client) => client.query(`drop database if exists "${name}" with (force)`)))
  return { url: urlOf(name), keyFile: from.keyFile }
}

export type TestClock = { now: Temporal.Instant; set: (moment: string) => void; pass: (duration: Temporal.DurationLike) => void }

function testClock(): TestClock {
  const clock: TestClock = {
    now: TEST_NOW,
    set(moment) { clock.now = Temporal.Instant.from(moment) },
    pass(duration) { clock.now = clock.now.add(duration) },
  }
  return clock
}

/**
 * The whole program on a database of its own, with the demo office inside.
 * `wetInk`: no signer is connected, as in an office without electronic signatures.
 * `as(login)` is a signed-in person in the browser, `api(login)` the same person with a bearer token and the second factor given.
 */
export async function freshApp(t: TestContext, options: { config?: Partial<Config>; realTime?: boolean; wetInk?: boolean } = {}) {
  const { url, keyFile } = await freshDatabase(t)
  const dataDir = await mkdtemp(join(tmpdir(), 'ditakopum-files-'))
  const clock = testClock()
  const config: Config = { ...readConfig({ DATA_DIR: dataDir, KEY_FILE: keyFile, DEMO: '1', LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent' }), ...options.config }
  if (options.wetInk) delete config.signer
  const tools = await openTools(config, url, options.realTime ? undefined : () => clock.now)
  t.after(async () => {
    await tools.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const app = openWeb(tools)

  const tokenFor = async (login: string, kind: 'browser' | 'api'): Promise<string> => {
    const phone = parsePhone(login)
    const opened = await transact(tools.db, tools.clock, async ({ tx, now }) => {
      const account = await findAccountByLogin(tx, 'demo', phone.ok ? phone.value : login)
      if (!account) throw new Error(`no account ${login}`)
      return ok(await openSession(tx, tools.keys, now, { accountId: account.id, kind, secondFactorUntil: now.add({ hours: 1 }) }))
    })
    if (!opened.ok) throw new Error('no session')
    return opened.value
  }

  const request = async (path: string, init: RequestInit) => app.request(path, init)

  return {
    tools, app, clock, db: tools.db, databaseUrl: url, config, tokenFor,
    /** Nobody: a visitor without an account. */
    visitor: {
      get: (path: string) => request(path, {}),
      post: (path: string, fields: Record<string, string> | FormData) =>
        request(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields), headers: { 'sec-fetch-site': 'same-origin' } }),
    },
    /** A signed-in person in the browser; the second factor counts as given for an hour. */
    async as(login: string) {
      const cookie = `sid=${await tokenFor(login, 'browser')}`
      return {
        get: (path: string) => request(path, { headers: { cookie } }),
        post: (path: string, fields: Record<string, string> | FormData) =>
          request(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields), headers: { cookie, 'sec-fetch-site': 'same-origin' } }),
      }
    },
    /** The same person through the API. */
    async api(login: string) {
      const authorization = `Bearer ${await tokenFor(login, 'api')}`
      const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
        const form = body instanceof FormData
        const reply = await request(`/api/v1${path}`, {
          method, headers: { authorization, ...(body === undefined || form ? {} : { 'content-type': 'application/json' }), ...headers },
          ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
        })
        return { status: reply.status, reply, body: reply.headers.get('content-type')?.includes('json') ? await reply.json() : undefined }
      }
      return {
        get: (path: string) => call('GET', path),
        post: (path: string, body?: unknown, headers?: Record<string, string>) => call('POST', path, body, headers),
        patch: (path: string, body: unknown) => call('PATCH', path, body),
      }
    },
  }
}

export type TestApp = Awaited<ReturnType<typeof freshApp>>
