import { once } from 'node:events'
import { createServer, Socket } from 'node:net'
import pg from 'pg'
import { APP_DATABASE } from './cluster.ts'
import { messages } from './messages.id.ts'
import type { Place } from './place.ts'
import { namedPort } from './postmaster.ts'
import { DatabaseUnavailable, errorCode } from './unavailable.ts'

// Any fixed number: it is used in the database `postgres` alone.
const KEEPER_LOCK = 7_301_220
const ANSWER_WITHIN_MS = 15_000

/**
 * One connection that every process using the embedded server holds for as long as it does, with a shared lock in it.
 * The server itself so knows who is still there: a killed process drops out by itself, and the last to leave switches off.
 */
export type Keeper = {
  onLost(listener: () => void): void
  /** Gives up the place; `stopping` runs when nobody else is left, while newcomers are kept waiting. */
  leave(stopping: () => Promise<void>): Promise<void>
}

/** `absent`: nothing answers there. `starting`: a server is there but is still coming up or already going down. */
type Answer = Keeper | 'absent' | 'starting'

/** Tries once to reach the server of this directory. */
export async function openKeeper(place: Place): Promise<Answer> {
  const { transport } = place
  const port = transport.kind === 'socket' ? 5432 : namedPort(place)
  if (port === undefined) return 'absent'
  const socket = new Socket()
  const client = new pg.Client({
    ...(transport.kind === 'socket' ? { host: transport.directory } : { host: '127.0.0.1', password: transport.password }),
    port, user: 'postgres', database: 'postgres', application_name: 'ditakopum keeper',
    connectionTimeoutMillis: ANSWER_WITHIN_MS, ssl: false, stream: () => socket,
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ name: string }>(`select current_setting('cluster_name') as name`)
    // A loopback port may meanwhile belong to somebody else's server; a socket inside our own directory may not.
    if (transport.kind === 'tcp' && rows[0]?.name !== place.marker) throw new Error('another server listens on our port')
    await client.query('select pg_advisory_lock_shared($1)', [KEEPER_LOCK])
  } catch (error) {
    await client.end().catch(() => undefined)
    return answerFor(error, place)
  }
  // The keeper alone must not keep a finished command from ending.
  socket.unref()
  return keeper(client, socket)
}

/** The address for the program and for psql (`host=` outranks localhost); it opens all rights, so it goes into no log. */
export function databaseUrl({ transport }: Place, port: number): string {
  if (transport.kind === 'tcp') return `postgresql://postgres:${transport.password}@127.0.0.1:${port}/${APP_DATABASE}`
  return `postgresql://postgres@localhost/${APP_DATABASE}?host=${encodeURIComponent(transport.directory)}&port=${port}`
}

/** A port on the loopback address that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function keeper(client: pg.Client, socket: Socket): Keeper {
  let lost = false
  const listeners: (() => void)[] = []
  const lose = () => {
    if (lost) return
    lost = true
    for (const listener of listeners) listener()
  }
  client.on('error', lose)
  client.on('end', lose)
  return {
    onLost: (listener) => { listeners.push(listener) },
    async leave(stopping) {
      listeners.length = 0
      if (lost) return
      socket.ref()
      await client.query('select pg_advisory_unlock_shared($1)', [KEEPER_LOCK])
      const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [KEEPER_LOCK])
      if (rows[0]?.last) await stopping()
      await client.end().catch(() => undefined)
    },
  }
}

function answerFor(error: unknown, place: Place): 'absent' | 'starting' {
  const code = errorCode(error)
  if (code === 'EACCES' || code === 'EPERM') throw new DatabaseUnavailable(messages.notWritable(place.home), { cause: error })
  // cannot_connect_now while it starts or stops; admin_shutdown when it went while we were asking.
  if (code === '57P03' || code === '57P01') return 'starting'
  return 'absent'
}
