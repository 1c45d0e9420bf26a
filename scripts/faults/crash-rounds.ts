import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chanceOf } from '../../db/seeds/chance.ts'
import { brokenPromises, withDatabase } from './checks.ts'
import { openClient, tokensOf } from './client.ts'
import { VICTIMS, type Victim, openProgram } from './program.ts'
import { emptyLedger, sharedPapers, walk } from './walkers.ts'

export type Round = { round: number; victim: Victim; afterMs: number; backMs: number; acknowledged: number; problems: string[] }
export type CrashReport = { rounds: Round[]; begun: number; finished: number; acknowledged: number; refusals: string[]; problems: string[] }

type Settings = { rounds: number; seed: number; clients?: number; told?: (round: Round) => void }

/** The kill falls anywhere in this time: walks take about as long. */
const LEAST_MS = 300
const MOST_MS = 2_500

/**
 * Kills the program, its database or both at random moments while clients walk cases, starts them again, and checks every promise.
 * The clients go on through all of it with the keys they have. When only the database is killed, the program must recover by itself.
 */
export async function crashRounds({ rounds, seed, clients = 4, told }: Settings): Promise<CrashReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ditakopum-crash-'))
  const chance = chanceOf(seed)
  const program = await openProgram(dataDir)
  const ledger = emptyLedger()
  const stopping = new AbortController()
  const done: Round[] = []
  let goesOn = true
  const acknowledged = () => Object.values(ledger.acknowledged).reduce((sum, list) => sum + list.length, 0)
  try {
    await program.start()
    const client = openClient(program, await tokensOf(program), stopping.signal)
    const papers = await sharedPapers(client)
    const walks = Promise.all(Array.from({ length: clients }, () => walk(client, ledger, papers, () => goesOn)))
    walks.catch(() => {})
    for (let round = 1; round <= rounds; round += 1) {
      const victim = VICTIMS[(round - 1) % VICTIMS.length] ?? 'both'
      const afterMs = chance.between(LEAST_MS, MOST_MS)
      await sleep(afterMs)
      program.kill(victim)
      const began = performance.now()
      if (victim === 'database') await program.ready()
      else await program.start()
      const report: Round = {
        round, victim, afterMs, backMs: Math.round(performance.now() - began), acknowledged: acknowledged(),
        problems: await withDatabase(dataDir, (db) => brokenPromises(db, dataDir, ledger)),
      }
      done.push(report)
      told?.(report)
    }
    goesOn = false
    await walks
    const problems = await withDatabase(dataDir, (db) => brokenPromises(db, dataDir, ledger))
    return { rounds: done, begun: ledger.begun, finished: ledger.finished, acknowledged: acknowledged(), refusals: ledger.refusals, problems }
  } finally {
    stopping.abort()
    program.kill('both')
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}
