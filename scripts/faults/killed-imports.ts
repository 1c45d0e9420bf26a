import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { FaultReport } from './fault.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Lists of so many rows against a registry of so many businesses: four groups of rows each, so that a kill can fall before, in and between them. */
const BY_NIGHT = { IMPORT_KILLS: '10', IMPORT_ROWS: '3300', IMPORT_EXISTING: '1500' }

/** Imports killed at ten random points and started again give the registry that imports at a stretch give. */
export function killedImports(seed: number): FaultReport {
  const { stdout, status } = spawnSync(process.execPath, ['--import', join(ROOT, 'scripts/loader.mjs'), join(ROOT, 'scripts/test.ts'), 'apps/killed-import'], {
    cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, ...BY_NIGHT, IMPORT_SEED: String(seed) },
  })
  const lines = stdout.trim().split('\n')
  const told = lines.flatMap((line) => (/ℹ (.*(?:killed after|rows:).*)/.exec(line)?.[1] ?? []))
  return { name: `imports killed and started again, seed ${seed}`, seen: told, problems: status === 0 ? [] : [lines.slice(-60).join('\n')] }
}
