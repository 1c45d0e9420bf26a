import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { FaultReport } from './fault.ts'

const ROOT = join(import.meta.dirname, '../..')
const COUNT = 100_000

/** The service clock over very many random lives of a case, against a clerk who ticks off every minute of the written rule. */
export function caseHistories(seed: number): FaultReport {
  const { stdout, status } = spawnSync(process.execPath, ['--import', join(ROOT, 'scripts/loader.mjs'), '--test', join(ROOT, 'src/domains/performance/histories.test.ts')], {
    cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, CASE_HISTORIES: String(COUNT), CASE_SEED: String(seed) },
  })
  const lines = stdout.trim().split('\n')
  return {
    name: `${COUNT} random lives of a case`, problems: status === 0 ? [] : [lines.slice(-60).join('\n')],
    seen: lines.filter((line) => line.includes(' lives of ')).map((line) => line.replace(/^\W+/, '').trim()),
  }
}
