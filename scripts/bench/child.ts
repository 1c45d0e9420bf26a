import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const POLL_MS = 100

export type Ran = { code: number | null; seconds: number; peakMb: number; out: string; err: string }

/** The most memory a process has held so far, in kB, as the system counts it. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Runs a command of the program and watches its memory. `discard`: what it writes to standard output is data that nobody needs. */
export async function watched(env: Record<string, string>, words: string[], { discard = false } = {}): Promise<Ran> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', join(ROOT, 'scripts/loader.mjs'), join(ROOT, 'src/apps/cli.ts'), ...words], {
    cwd: ROOT, env: { ...process.env, ...env }, stdio: ['ignore', discard ? openSync('/dev/null', 'w') : 'pipe', 'pipe'],
  })
  const ran: Ran = { code: null, seconds: 0, peakMb: 0, out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => { ran.out += chunk.toString() })
  child.stderr?.on('data', (chunk: Buffer) => { ran.err = `${ran.err}${chunk.toString()}`.slice(-4_000) })
  const watch = setInterval(() => { ran.peakMb = Math.max(ran.peakMb, Math.round(peakOf(child.pid ?? 0) / 1024)) }, POLL_MS)
  const [code] = await once(child, 'close') as [number | null]
  clearInterval(watch)
  return { ...ran, code, seconds: Math.round((performance.now() - began) / 100) / 10 }
}
