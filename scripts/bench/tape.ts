import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from '../../src/platform/db/database.ts'
import type { DB } from '../../src/platform/db/schema.ts'

type Row = Record<string, unknown>
type Statement = { text: string; values: unknown[]; rows: Row[] }

/** The statements of one act, with what was given and what came back. */
export type Tape = Statement[]

const OPTIONS = '-c role=ditakopum_app -c timezone=UTC -c statement_timeout=30s'

/** A database that notes every statement, to be played again without the program around it. */
export function recordingDatabase(url: string): { db: Db; take: () => Tape } {
  let tape: Tape = []
  class NotingClient extends pg.Client {
    // Kysely asks in this one way; all others go through unnoted.
    override query(...given: unknown[]): never {
      const [text, values] = given
      const answer: unknown = Reflect.apply(super.query, this, given)
      if (typeof text === 'string' && answer instanceof Promise) {
        void answer.then(({ rows }: { rows?: Row[] }) => tape.push({ text, values: Array.isArray(values) ? values : [], rows: rows ?? [] }), () => {})
      }
      return answer as never
    }
  }
  const types = new pg.TypeOverrides()
  types.setTypeParser(20, Number)
  types.setTypeParser(1082, (date: string) => date)
  const pool = new pg.Pool({ connectionString: url, max: 2, Client: NotingClient, types, options: OPTIONS })
  pool.on('error', () => {}).on('connect', (client) => { client.on('error', () => {}) })
  return {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }),
    take() {
      const taken = tape
      tape = []
      return taken
    },
  }
}

export function rawPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, options: OPTIONS })
  pool.on('error', () => {}).on('connect', (client) => { client.on('error', () => {}) })
  return pool
}

/** What stood in the recorded act and what stands in this one. */
export type Swaps = Map<string, string>

function swapped(value: unknown, swaps: Swaps): unknown {
  if (typeof value === 'number') return swaps.has(`#${value}`) ? Number(swaps.get(`#${value}`)) : value
  if (Array.isArray(value)) return value.map((one) => swapped(one, swaps))
  if (typeof value !== 'string') return value
  let text = value
  for (const [was, is] of swaps) if (!was.startsWith('#') && text.includes(was)) text = text.replaceAll(was, is)
  return text
}

/** New ids and numbers that the database gave: what follows must speak of these. */
function learn(recorded: Row | undefined, now: Row | undefined, swaps: Swaps): void {
  if (!recorded || !now) return
  if (typeof recorded['id'] === 'string' && typeof now['id'] === 'string' && recorded['id'] !== now['id']) swaps.set(recorded['id'], now['id'])
  if (recorded['last'] === undefined || now['last'] === undefined) return
  swaps.set(`#${recorded['last']}`, String(now['last']))
  swaps.set(`/${recorded['last']}/`, `/${now['last']}/`)
}

/** Plays an act again for other rows: the same statements in the same transactions, on one connection. */
export async function play(pool: pg.Pool, tape: Tape, swaps: Swaps): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { text, values, rows } of tape) {
      const answer = await client.query<Row>(text, values.map((value) => swapped(value, swaps)))
      learn(rows[0], answer.rows[0], swaps)
    }
  } finally {
    client.release()
  }
}
