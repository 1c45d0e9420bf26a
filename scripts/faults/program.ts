import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const ROOT = join(import.meta.dirname, '../..')
const LOADER = join(ROOT, 'scripts/loader.mjs')
const CLI = join(ROOT, 'src/apps/cli.ts')
const READY_MS = 120_000

/** The real program on a folder of its own, as `npm start` runs it. It can be killed and started again on the same port. */
export type Program = {
  base: string
  dataDir: string
  /** Process id of the web process and the worker. */
  readonly pid: number | undefined
  start: () => Promise<number>
  /** Waits until requests are answered again. */
  ready: () => Promise<void>
  kill: (what: Victim) => void
  stop: () => Promise<void>
  /** Runs a command of the program. @returns what it printed */
  command: (...words: string[]) => Promise<string>
  said: () => string
}

export const VICTIMS = ['server', 'database', 'both'] as const
export type Victim = (typeof VICTIMS)[number]

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Every process with its parent, where the system tells. */
function parents(): Map<number, number> {
  const found = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It ended while we looked.
    }
  }
  return found
}

/** A process and all below it, the children first. */
export function treeOf(pid: number): number[] {
  const all = parents()
  const below = (one: number): number[] => [...[...all].filter(([, parent]) => parent === one).flatMap(([child]) => below(child)), one]
  return below(pid)
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
}

function postmasterOf(dataDir: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

/** Prepares the program; nothing runs before `start`. */
export async function openProgram(dataDir: string, more: Record<string, string> = {}): Promise<Program> {
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const { DATABASE_URL: _url, TEST_DATABASE_URL: _test, NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...inherited } = process.env
  const env = { ...inherited, DATA_DIR: dataDir, PORT: String(port), DEMO: '1', LOG_LEVEL: 'warn', ...more }
  let child: ChildProcess | undefined
  let said = ''

  const answers = async () => {
    try {
      return (await fetch(`${base}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok
    } catch {
      return false
    }
  }
  const ready = async () => {
    for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(50)) {
      if (await answers()) return
      if (child?.exitCode != null) throw new Error(`the program ended:\n${said.slice(-2_000)}`)
    }
    throw new Error(`the program did not answer within ${READY_MS / 1000} s:\n${said.slice(-2_000)}`)
  }

  return {
    base, dataDir, ready,
    get pid() { return child?.pid },
    said: () => said,
    async start() {
      const began = performance.now()
      said = ''
      child = spawn(process.execPath, ['--import', LOADER, CLI, 'start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
      const hear = (chunk: Buffer) => { said = `${said}${chunk.toString()}`.slice(-20_000) }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      await ready()
      return performance.now() - began
    },
    kill(what) {
      const postmaster = postmasterOf(dataDir)
      const database = postmaster === undefined ? [] : treeOf(postmaster)
      const server = child?.pid === undefined ? [] : treeOf(child.pid).filter((pid) => !database.includes(pid))
      if (what !== 'database') killAll(server.toReversed())
      if (what !== 'server') killAll(database.toReversed())
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
    async command(...words) {
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', LOADER, CLI, ...words], { cwd: ROOT, env })
      return stdout.trim()
    },
  }
}
