import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { FaultReport } from './fault.ts'

const ROOT = join(import.meta.dirname, '../..')

/** So many lives of a registry in memory, and so many in the database, as a file of tests can run within its five minutes. */
const LIVES = { REGISTRY_LIVES: '150000', REGISTRY_DB_LIVES: '1000' }

/** The properties of merging and undoing over many more random sequences than every day: nothing orphaned, nothing lost, all of the past there. */
export async function registryLives(): Promise<FaultReport> {
  const report: FaultReport = { name: 'random lives of a registry', seen: [], problems: [] }
  for (const file of ['registry/core/merge.test', 'registry/registry-sequences.test']) {
    const { stdout, status } = spawnSync(process.execPath, ['--import', join(ROOT, 'scripts/loader.mjs'), join(ROOT, 'scripts/test.ts'), file], {
      cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, ...LIVES },
    })
    const lines = stdout.trim().split('\n')
    if (status === 0) report.seen.push(...lines.filter((line) => line.includes(' lives of ')).map((line) => line.trim()))
    else report.problems.push(`${file}: ${lines.slice(-60).join('\n')}`)
  }
  return report
}
