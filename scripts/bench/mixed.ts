import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Measured, type Request, summary } from './measure.ts'

export type Ask = { kind: string; request: Request }
/** The asks are gone round in their order, so many a second. */
export type MixedJob = { base: string; asks: Ask[]; perSecond: number; ms: number }
export type MixedResult = { tookMs: number; latencies: Record<string, number[]>; unexpected: Record<string, number> }

const LOADER = join(import.meta.dirname, '../loader.mjs')

/** Asks from a process of its own. @returns by kind */
export async function mixedLoad(job: MixedJob): Promise<Map<string, Measured>> {
  const child = fork(fileURLToPath(new URL('./mixed-load.ts', import.meta.url)), { execArgv: ['--import', LOADER] })
  child.send(job)
  const [result] = await once(child, 'message') as [MixedResult]
  child.disconnect()
  for (const [what, count] of Object.entries(result.unexpected)) console.log(`  !! unexpected: ${what} ${count} times`)
  return new Map(Object.entries(result.latencies).map(([kind, latencies]) => [kind, summary(latencies, result.tookMs)]))
}
