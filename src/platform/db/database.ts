import { createHash } from 'node:crypto'
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

/**
 * A connection that has each statement parsed and planned once: the program has a few hundred, and asks them again and again.
 * Behind PgBouncer in transaction mode this needs its version 1.21 or newer.
 */
class PreparingClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values] = given
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    const asked = name === undefined ? given : [{ name, text, values }, ...given.slice(2)]
    // The driver declares a dozen ways of calling this; all are passed on as they came.
    return Reflect.apply(super.query, this, asked) as never
  }
}

const names = new Map<string, string>()
/** A connection remembers what it prepared: bulk statements, each of its own length, would fill its memory. */
const MOST_STATEMENTS = 1000
/** The timeline of a business, the longest that is asked again and again, has 4,300 characters. */
const LONGEST_TEXT = 6000

/** Names of statements are at most 63 characters long. */
function nameOf(text: string): string | undefined {
  const held = names.get(text)
  if (held !== undefined) return held
  if (names.size >= MOST_STATEMENTS || text.length > LONGEST_TEXT) return undefined
  const name = createHash('sha256').update(text).digest('base64url')
  names.set(text, name)
  return name
}

/** Opens the pool the program works with. It acts as `ditakopum_app`, which cannot change the schema or the log. */
export function openDatabase(url: string, max = 16): Db {
  const pool = new pg.Pool({
    Client: PreparingClient, connectionString: url, max, types, options: '-c role=ditakopum_app -c timezone=UTC -c statement_timeout=30s', idleTimeoutMillis: 30_000,
    application_name: 'ditakopum',
  })
  // A connection that dies is replaced at the next use. Without listeners it would end the process: idle ones report to the pool,
  // those at work to themselves, also when their query has already been told.
  pool.on('error', () => {})
  pool.on('connect', (client) => { client.on('error', () => {}) })
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
