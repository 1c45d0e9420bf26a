import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepMonths } from '../../src/domains/performance/months-store.ts'
import { type Ground, idsIn, openGround, sow } from './ground.ts'
import type { Measured } from './measure.ts'
import { type Ask, mixedLoad } from './mixed.ts'
import { machine } from './process.ts'
import { tokensOf } from '../faults/client.ts'
import { openProgram } from '../faults/program.ts'

const { values } = parseArgs({
  allowPositionals: true,
  options: { applications: { type: 'string', default: '4000' }, seconds: { type: 'string', default: '60' }, openings: { type: 'string', default: '5000' } },
})
const SECONDS = Number(values.seconds)
const OPENINGS = Number(values.openings)
/** The steps are shared among a quiet time, one with openings, and another quiet one: whatever grows slower by itself shows in the last. */
const PARTS = 3

/** Openings as visitors make them: mostly the newest month, some of others, some in English. */
async function openings({ db }: Ground): Promise<Ask[]> {
  const months = (await db.selectFrom('performance.months').select('month').orderBy('month', 'desc').limit(3).execute()).map(({ month }) => `/kinerja?bulan=${month}`)
  return ['/kinerja', '/kinerja', '/kinerja', '/kinerja?bahasa=en', ...months].map((path) => ({ kind: 'page', request: { method: 'GET', path, headers: { 'accept-encoding': 'gzip' } } }))
}

async function steps({ db }: Ground, token: string): Promise<Ask[][]> {
  const asks = (await idsIn(db, 'submitted')).map((id): Ask => ({
    kind: 'step', request: {
      method: 'POST', path: `/api/v1/applications/${id}/steps`, body: JSON.stringify({ step: 'accept' }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    },
  }))
  return Array.from({ length: PARTS }, (_, part) => asks.filter((_ask, at) => at % PARTS === part))
}

const NONE: Measured = { count: 0, perSecond: 0, p50: 0, p95: 0, p99: 0, failures: 0 }

async function measure(base: string, asks: Ask[], seconds: number): Promise<Measured> {
  const found = await mixedLoad({ base, asks, perSecond: asks.length / seconds, ms: seconds * 1000 })
  return found.get(asks[0]?.kind ?? '') ?? NONE
}

function tell(name: string, { count, perSecond, p50, p95, p99 }: Measured): void {
  console.log(`${name.padEnd(38)}${[count, perSecond, p50, p95, p99].map((one) => String(one).padStart(9)).join('')}`)
}

/** How much slower a step in a case is while many look at the public figures. */
export async function benchKinerja(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ditakopum-bench-'))
  const program = await openProgram(dataDir)
  try {
    await program.start()
    const ground = await openGround(dataDir)
    try {
      await sow(ground, 2000, Number(values.applications))
      const months = await keepMonths(ground.tools, 'demo')
      const [before = [], during = [], after = []] = await steps(ground, (await tokensOf(program)).loket)
      const looks = await openings(ground)
      const asked = Array.from({ length: OPENINGS }, (_, at) => looks[at % looks.length] ?? looks[0]).flatMap((one) => one ?? [])
      console.log(`${machine()}; load ${loadavg().map((one) => one.toFixed(1)).join(' ')}; ${months} months kept`)
      console.log(`${'times in ms'.padEnd(38)}${['count', 'req/s', 'p50', 'p95', 'p99'].map((one) => one.padStart(9)).join('')}`)
      tell('a step, nobody looks', await measure(program.base, before, SECONDS))
      const [step, page] = await Promise.all([measure(program.base, during, SECONDS), measure(program.base, asked, SECONDS)])
      tell(`a step, ${OPENINGS} openings in ${SECONDS} s`, step)
      tell('the openings', page)
      tell('a step, nobody looks again', await measure(program.base, after, SECONDS))
    } finally {
      await ground.close()
    }
  } finally {
    await program.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}
