// `npm run nightly`: what takes too long for every day. Kills at random points under load, a full disk, rude clients, messages that
// cannot be sent, many random lives of a registry and of a case, imports killed half-way, broken definitions. `npm run nightly -- --rounds 5 --seed 7 --only crash` for a part of it. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brokenDefinitions } from './faults/broken-definitions.ts'
import { caseHistories } from './faults/case-histories.ts'
import { crashRounds } from './faults/crash-rounds.ts'
import { diskFull } from './faults/disk-full.ts'
import type { FaultReport } from './faults/fault.ts'
import { gatewayDown } from './faults/gateway-down.ts'
import { killedImports } from './faults/killed-imports.ts'
import { registryLives } from './faults/registry-lives.ts'
import { rudeClients } from './faults/rude-clients.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' }, seed: { type: 'string' }, clients: { type: 'string', default: '4' }, only: { type: 'string' } } })
const rounds = Number(values.rounds)
const seed = Number(values.seed ?? Date.now() % 1_000_000_007)
const clients = Number(values.clients)

async function crash(): Promise<FaultReport> {
  console.log(`kill -9 in ${rounds} rounds with ${clients} clients, seed ${seed}`)
  const report = await crashRounds({
    rounds, seed, clients,
    told: ({ round, victim, afterMs, backMs, acknowledged, problems }) => {
      console.log(`  ${String(round).padStart(2)}. ${victim.padEnd(8)} after ${String(afterMs).padStart(4)} ms, back in ${String(backMs).padStart(4)} ms, ${acknowledged} acknowledged, ${problems.length} broken`)
    },
  })
  const problems = [...report.rounds.flatMap((round) => round.problems), ...report.problems, ...report.refusals]
  const whole = report.finished === report.begun
  return {
    name: `kill -9, ${rounds} rounds`, problems: whole ? problems : [...problems, `${report.begun} walks begun, ${report.finished} finished`],
    seen: [`${report.begun} walks, ${report.acknowledged} acknowledged acts, all there, none twice`],
  }
}

/** Every test of the database on both servers: by day each runs on one. */
function databases(): FaultReport {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'run.mjs'), 'scripts/test.ts', '--both'], { encoding: 'utf8', maxBuffer: 256 << 20 })
  const last = stdout.trim().split('\n').at(-1) ?? ''
  return { name: 'all tests on the embedded PostgreSQL and on 15', seen: [last], problems: status === 0 ? [] : [last] }
}

const FAULTS: Record<string, () => Promise<FaultReport> | FaultReport> = {
  crash, disk: diskFull, clients: rudeClients, messages: gatewayDown, registry: registryLives, import: () => killedImports(seed),
  histories: () => caseHistories(seed), definitions: brokenDefinitions, databases,
}

function tell({ name, seen, problems, skipped }: FaultReport): void {
  console.log(`${skipped ? '!!! SKIPPED' : problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}${skipped ? `: ${skipped}` : ''}`)
  for (const line of seen) console.log(`     ${line}`)
  for (const line of [...new Set(problems)].slice(0, 40)) console.log(`  !! ${line}`)
}

let failed = 0
let passed = 0
for (const [name, run] of Object.entries(FAULTS)) {
  if (values.only !== undefined && values.only !== name) continue
  const report = await run()
  tell(report)
  if (report.problems.length > 0) failed += 1
  else if (!report.skipped) passed += 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
