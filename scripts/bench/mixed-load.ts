// A process that asks at a steady pace, whether the answers come or not: a slow answer keeps nobody else from asking.
import { Agent } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { send } from './load.ts'
import type { MixedJob, MixedResult } from './mixed.ts'

async function run({ base, asks, perSecond, ms }: MixedJob): Promise<MixedResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const result: MixedResult = { tookMs: 0, latencies: {}, unexpected: {} }
  const began = performance.now()
  const all = Math.floor((ms / 1000) * perSecond)
  const open = new Set<Promise<void>>()
  for (let at = 0; at < all; at += 1) {
    const due = began + (at * 1000) / perSecond
    if (due > performance.now()) await sleep(due - performance.now())
    const ask = asks[at % asks.length]
    if (!ask) break
    const answered = send(agent, base, ask.request).catch((error: unknown) => (error instanceof Error ? error.message : 'failed')).then((status) => {
      // From when it should have been asked: waiting for this process counts too.
      ;(result.latencies[ask.kind] ??= []).push(performance.now() - due)
      if (status !== 200) result.unexpected[`${ask.kind} ${status}`] = (result.unexpected[`${ask.kind} ${status}`] ?? 0) + 1
    }).finally(() => open.delete(answered))
    open.add(answered)
  }
  await Promise.all(open)
  result.tookMs = performance.now() - began
  agent.destroy()
  return result
}

process.once('message', (job: MixedJob) => {
  void run(job).then((result) => process.send?.(result))
})
