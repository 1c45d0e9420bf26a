import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { FaultReport } from './fault.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Ten thousand definitions of services with one slip each: all refused, each with the place. */
export function brokenDefinitions(): FaultReport {
  const { stdout, status } = spawnSync(process.execPath, ['--import', join(ROOT, 'scripts/loader.mjs'), join(ROOT, 'scripts/test.ts'), 'services/broken-definitions.test'], {
    cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20, env: { ...process.env, BROKEN_DEFINITIONS: '10000' },
  })
  const lines = stdout.trim().split('\n')
  return {
    name: 'broken definitions', seen: lines.filter((line) => line.includes('broken definitions')).map((line) => line.trim()), problems: status === 0 ? [] : [lines.slice(-60).join('\n')],
  }
}
