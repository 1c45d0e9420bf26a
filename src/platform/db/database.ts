import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

export type Db = Kysely<DB>
export type Tx = Transaction<DB>

const INT8 = 20
const DATE = 1082

// bigint columns hold rupiah and sequence numbers, all below 2^53; dates stay text so that no time zone can move them.
const types = new pg.TypeOverrides()
types.setTypeParser(INT8, Number)
types.setTypeParser(DATE, (text: string) => text)

/** Opens the pool the program works with. It acts as `ditakopum_app`, which cannot change the schema or the log. */
export function openDatabase(url: string, max = 16): Db {
  const pool = new pg.Pool({
    connectionString: url, max, types, options: '-c role=ditakopum_app -c timezone=UTC -c statement_timeout=30s', idleTimeoutMillis: 30_000,
    application_name: 'ditakopum',
  })
  // A connection that dies is replaced at the next use. Without listeners it would end the process: idle ones report to the pool,
  // those at work to themselves, also when their query has already been told.
  pool.on('error', () => {})
  pool.on('connect', (client) => { client.on('error', () => {}) })
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
