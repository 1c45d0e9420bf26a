import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Program, treeOf } from '../faults/program.ts'

const IDLE_MS = 30_000

const linesOf = (pid: number, file: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
const kilobytes = (text: string, key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
const isPostgres = (pid: number): boolean => linesOf(pid, 'comm').startsWith('postgres')

export type Memory = { processes: number; rssMb: number; pssMb: number }

/** Memory of the program without PostgreSQL after half a minute in which nobody asked. PSS counts what processes share only once. */
export async function idleMemory(program: Program): Promise<Memory> {
  await sleep(IDLE_MS)
  const pids = treeOf(program.pid ?? 0).filter((pid) => !isPostgres(pid) && kilobytes(linesOf(pid, 'status'), 'VmRSS') > 0)
  const sum = (file: string, key: string) => Math.round(pids.reduce((all, pid) => all + kilobytes(linesOf(pid, file), key), 0) / 1024)
  return { processes: pids.length, rssMb: sum('status', 'VmRSS'), pssMb: sum('smaps_rollup', 'Pss') }
}

/** Seconds of processor time the program itself has used so far. */
export function processorSeconds(program: Program): number {
  const pids = treeOf(program.pid ?? 0).filter((pid) => !isPostgres(pid))
  return pids.reduce((all, pid) => {
    const fields = linesOf(pid, 'stat').replace(/^.*\) /s, '').split(' ')
    return all + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
  }, 0)
}

export const machine = (): string => {
  const [first] = cpus()
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`
}
