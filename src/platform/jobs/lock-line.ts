import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Logger } from 'pino'

/** One connection kept open for locks that outlast transactions and for being called. */
export type LockLine = {
  /** Takes the lock of that name, or gives undefined when another worker has it. Connects again first if need be. */
  tryLock: (name: string) => Promise<(() => Promise<void>) | undefined>
  close: () => Promise<void>
}

type LineOptions = {
  databaseUrl: string
  channels: readonly string[]
  log: Logger
  /** Called with the channel, or without one when calls may have been missed. */
  onKnock: (channel?: string) => void
}

// A network that died in silence is found by this, not by the next lock after hours.
const HEARTBEAT_MS = 15_000
const RECONNECT_MS = 1_000

async function connect({ databaseUrl, channels, onKnock }: LineOptions): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl, options: '-c role=ditakopum_app', application_name: 'ditakopum-worker', keepAlive: true,
    connectionTimeoutMillis: 5_000, query_timeout: 10_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    client.on('notification', ({ channel }) => onKnock(channel))
    for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`)
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return client
}

/** Opens the line and keeps it open. What was called while it was down is made up for by a call without a channel. */
export function openLockLine(options: LineOptions): LockLine {
  let client: Promise<pg.Client> | undefined
  const closing = new AbortController()
  let lost = new AbortController()

  const current = (): Promise<pg.Client> => {
    if (client) return client
    const opened = connect(options)
    client = opened
    opened.then(
      (one) => one.once('end', () => {
        if (client === opened) client = undefined
        lost.abort()
      }),
      () => { if (client === opened) client = undefined },
    )
    return opened
  }

  // Several jobs share the connection, which takes one query at a time.
  let before: Promise<unknown> = Promise.resolve()
  const ask = <Row extends pg.QueryResultRow>(one: pg.Client, text: string, values: string[] = []): Promise<pg.QueryResult<Row>> => {
    const answer = before.then(() => one.query<Row>(text, values))
    before = answer.catch(() => {})
    return answer
  }

  const drop = async () => {
    const old = client
    client = undefined
    await old?.then((one) => one.end(), () => {}).catch(() => {})
  }

  const keepOpen = async () => {
    let down = true
    while (!closing.signal.aborted) {
      try {
        await ask(await current(), 'select 1')
        if (down) options.onKnock()
        down = false
      } catch (error) {
        if (!down) options.log.warn({ err: error }, 'worker connection lost')
        down = true
        await drop()
      }
      lost = new AbortController()
      await sleep(down ? RECONNECT_MS : HEARTBEAT_MS, undefined, { signal: AbortSignal.any([closing.signal, lost.signal]) }).catch(() => {})
      down ||= lost.signal.aborted
    }
  }
  const kept = keepOpen()

  return {
    async tryLock(name) {
      const one = await current()
      const key = `ditakopum.job.${name}`
      const { rows } = await ask<{ held: boolean }>(one, 'select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [key])
      if (!rows[0]?.held) return undefined
      // A lost connection has let go of the lock by itself.
      return async () => { await ask(one, 'select pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => {}) }
    },
    async close() {
      closing.abort()
      await kept
      await drop()
    },
  }
}
