// A process that only asks. It is sent a job, does it, and answers with the times it saw.
import { Agent, request as ask } from 'node:http'
import type { LoadJob, LoadResult, Request } from './measure.ts'

export function send(agent: Agent, base: string, { method, path, headers, body }: Request): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = ask(`${base}${path}`, { agent, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) } }, (reply) => {
      reply.on('error', reject)
      reply.on('end', () => resolve(reply.statusCode ?? 0))
      reply.resume()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function run({ base, requests, clients, ms, expect }: LoadJob): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const result: LoadResult = { tookMs: 0, latencies: [], unexpected: {} }
  const began = performance.now()
  let next = 0
  const goesOn = () => (ms === undefined ? next < requests.length : performance.now() - began < ms)
  await Promise.all(Array.from({ length: clients }, async () => {
    while (goesOn()) {
      const one = requests[next++ % requests.length]
      if (!one) return
      const start = performance.now()
      const status = String(await send(agent, base, one).catch((error: unknown) => (error instanceof Error ? error.message : 'failed')))
      result.latencies.push(performance.now() - start)
      if (!expect.map(String).includes(status)) result.unexpected[status] = (result.unexpected[status] ?? 0) + 1
    }
  }))
  result.tookMs = performance.now() - began
  agent.destroy()
  return result
}

// Only where it is the process: others take `send` from here.
if (import.meta.main) {
  process.once('message', (job: LoadJob) => {
    void run(job).then((result) => process.send?.(result))
  })
}
