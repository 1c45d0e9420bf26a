import { createServer } from 'node:http'
import { sql } from 'kysely'
import type { Tools } from '../platform/tools.ts'

const ANSWER_MS = 2_000

async function answers(db: Tools['db']): Promise<boolean> {
  const late = new Promise<false>((resolve) => { setTimeout(() => resolve(false), ANSWER_MS).unref() })
  return Promise.race([sql`select 1`.execute(db).then(() => true, () => false), late])
}

const told = (status: number, word: string) => new Response(`${word}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

type Fetch = (request: Request, env?: object) => Response | Promise<Response>

/**
 * Puts `/health/live` and `/health/ready` in front of the web app: they must answer also when nothing else can.
 * Live: the process works. Ready: the database answers within two seconds and we are not stopping; the schema was checked at the start.
 */
export function withHealth(fetch: Fetch, tools: Tools, isStopping: () => boolean): Fetch {
  const ready = async () => (!isStopping() && await answers(tools.db) ? told(200, 'siap') : told(503, 'belum siap'))
  return (request, env) => {
    const path = new URL(request.url).pathname
    if (path === '/health/live') return told(200, 'hidup')
    return path === '/health/ready' ? ready() : fetch(request, env)
  }
}

/** Counts and times every answer, by method and status; routes are not told apart, so that no address of a person becomes a label. */
function measured(fetch: Fetch, seen: (method: string, status: number, seconds: number) => void): Fetch {
  return async (request, env) => {
    const began = performance.now()
    const response = await fetch(request, env)
    seen(request.method, response.status, (performance.now() - began) / 1_000)
    return response
  }
}

const MESSAGE_STATES = ['waiting', 'held', 'slip', 'failed']

/** Numbers for Prometheus on a port of their own, which a firewall or the container keeps inside. */
export async function openMetrics(tools: Tools, port: number): Promise<{ watch: (fetch: Fetch) => Fetch; close: () => void }> {
  const { Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client')
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answered = new Histogram({
    name: 'http_request_duration_seconds', help: 'Time to the answer', labelNames: ['method', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  registry.registerMetric(new Gauge({
    name: 'ditakopum_messages', help: 'Messages waiting to be sent, held over quiet hours, to be brought on paper, and given up', labelNames: ['state'], registers: [],
    async collect() {
      const rows = await tools.db.selectFrom('messages.outbox').select((row) => ['state', row.fn.countAll<number>().as('count')])
        .where('state', 'in', MESSAGE_STATES).groupBy('state').execute()
      for (const state of MESSAGE_STATES) this.set({ state }, Number(rows.find((row) => row.state === state)?.count ?? 0))
    },
  }))
  const server = createServer((_request, reply) => {
    registry.metrics().then(
      (text) => { reply.setHeader('content-type', registry.contentType).end(text) },
      () => { reply.writeHead(503).end() },
    )
  })
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, tools.config.host, resolve) })
  return {
    watch: (fetch) => measured(fetch, (method, status, seconds) => answered.observe({ method, status: String(status) }, seconds)),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
