import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

const FOLDER = join(import.meta.dirname, '../../../db/migrations')
const LOCK = 7_231_045

/** The migrations in order: file name and SQL. */
async function migrations(): Promise<{ name: string; sql: string }[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(FOLDER, name), 'utf8') })))
}

async function waiting(client: pg.Client): Promise<{ name: string; sql: string }[]> {
  await client.query(`create table if not exists public.migrations (name text constraint migrations_pkey primary key, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string }>('select name from public.migrations')
  const applied = new Set(rows.map((row) => row.name))
  return (await migrations()).filter((one) => !applied.has(one.name))
}

async function apply(client: pg.Client, one: { name: string; sql: string }): Promise<void> {
  await client.query('begin')
  try {
    await client.query(one.sql)
    await client.query('insert into public.migrations (name) values ($1)', [one.name])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${one.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/**
 * Brings the schema up to date, each migration in a transaction of its own. Two at once: the second waits and finds nothing to do.
 * @returns the names of the migrations applied now
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    if ((rows[0]?.version ?? 0) < 150_000) throw new Error('DATABASE_URL menunjuk PostgreSQL yang terlalu lama: perlu versi 15 atau lebih baru.')
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const todo = await waiting(client)
    for (const one of todo) await apply(client, one)
    return todo.map((one) => one.name)
  } finally {
    await client.end()
  }
}

/** The migrations this database still waits for; nothing is changed. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.migrations') is not null as there`)
    return (rows[0]?.there ? await waiting(client) : await migrations()).map((one) => one.name)
  } finally {
    await client.end()
  }
}
