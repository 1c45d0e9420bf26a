import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Request = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/** What a load process is asked to do: a list gone round until the time is over, or each request once. */
export type LoadJob = { base: string; requests: Request[]; clients: number; ms?: number; expect: number[] }
export type LoadResult = { tookMs: number; latencies: number[]; unexpected: Record<string, number> }

export type Measured = { count: number; perSecond: number; p50: number; p95: number; p99: number; failures: number }

const LOADER = join(import.meta.dirname, '../loader.mjs')

const rounded = (ms: number): number => Math.round(ms * 100) / 100

/** The value below which a share of the sorted ones lie. */
function percentile(sorted: readonly number[], share: number): number {
  return rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
}

export function summary(latencies: readonly number[], tookMs: number, failures = 0): Measured {
  const sorted = latencies.toSorted((a, b) => a - b)
  return {
    count: sorted.length, perSecond: Math.round(sorted.length / (tookMs / 1000)), failures,
    p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99),
  }
}

/** Sends the requests from a process of its own, so that the server's core is not shared with those who ask. */
export async function load(job: LoadJob): Promise<Measured> {
  const child = fork(fileURLToPath(new URL('./load.ts', import.meta.url)), { execArgv: ['--import', LOADER] })
  child.send(job)
  const [result] = await once(child, 'message') as [LoadResult]
  child.disconnect()
  const failures = Object.values(result.unexpected).reduce((sum, one) => sum + one, 0)
  if (failures > 0) console.log(`  !! unexpected answers: ${JSON.stringify(result.unexpected)}`)
  return summary(result.latencies, result.tookMs, failures)
}

/** Does the same work again and again on so many hands at once, within this process. */
export async function repeat(hands: number, ms: number, work: (at: number) => Promise<boolean>): Promise<Measured> {
  const latencies: number[] = []
  const began = performance.now()
  let at = 0
  await Promise.all(Array.from({ length: hands }, async () => {
    while (performance.now() - began < ms) {
      const start = performance.now()
      const done = await work(at++)
      if (!done) return
      latencies.push(performance.now() - start)
    }
  }))
  return summary(latencies, performance.now() - began)
}
