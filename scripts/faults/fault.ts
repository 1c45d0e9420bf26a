import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, type Login, openClient, tokensOf } from './client.ts'
import { type Program, openProgram } from './program.ts'

/** What came of one fault: a line each for what was seen, and for what was broken by it. */
export type FaultReport = { name: string; seen: string[]; problems: string[]; skipped?: string }

export type Stage = { program: Program; client: Client; tokens: Record<Login, string>; dataDir: string; check: (holds: boolean, what: string) => void }

/** Runs one fault against a program of its own. */
export async function stage(name: string, env: Record<string, string>, play: (on: Stage) => Promise<void>): Promise<FaultReport> {
  const dataDir = await mkdtemp(join(tmpdir(), 'ditakopum-fault-'))
  const report: FaultReport = { name, seen: [], problems: [] }
  const stopping = new AbortController()
  const program = await openProgram(dataDir, env)
  try {
    await program.start()
    const tokens = await tokensOf(program)
    await play({
      program, tokens, dataDir, client: openClient(program, tokens, stopping.signal),
      check: (holds, what) => { (holds ? report.seen : report.problems).push(what) },
    })
  } catch (error) {
    report.problems.push(error instanceof Error ? error.message : String(error))
  } finally {
    stopping.abort()
    await program.stop().catch(() => program.kill('both'))
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
  return report
}
