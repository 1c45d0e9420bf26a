import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { serverEnvironment } from './cluster.ts'
import { messages } from './messages.id.ts'
import type { Place } from './place.ts'
import { errorCode } from './unavailable.ts'

const LONGEST_LOG_BYTES = 10_000_000

/** A server we have just started; `ended` becomes true when it has gone again. */
type Started = { pid: number; ended: () => boolean; saidSinceStart: () => string }

// For one small machine. Errors are logged without their details: these would carry the values of a row, and so citizens' data.
const SETTINGS = {
  fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', shared_buffers: '128MB', max_connections: '100', jit: 'off',
  random_page_cost: '1.1', timezone: 'UTC', log_timezone: 'UTC', log_error_verbosity: 'terse', log_min_error_statement: 'panic',
}

/** The process id that the data directory names as its server, alive or not. */
export function namedPid(place: Place): number | undefined {
  const first = Number.parseInt(lineOf(place, 0), 10)
  return first > 0 ? first : undefined
}

/** The port on which the server of this directory says it listens (line 4 of its file). */
export function namedPort(place: Place): number | undefined {
  const port = Number.parseInt(lineOf(place, 3), 10)
  return port > 0 ? port : undefined
}

/** Whether this process lives and is the server of this very directory: neither a zombie nor a stranger with a reused number. */
export function isOurServer(place: Place, pid: number): boolean {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      const state = stat.charAt(stat.lastIndexOf(')') + 2)
      return state !== 'Z' && state !== 'X' && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(place.marker)
    }
    if (process.platform === 'darwin') {
      const line = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' })
      return !line.trimStart().startsWith('Z') && line.includes(place.marker)
    }
    return execFileSync('tasklist', ['/NH', '/FI', `PID eq ${pid}`], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}

/**
 * Removes what a killed server left behind when nothing alive belongs to it.
 * Its shared memory is found by the next server through the directory itself, reused if nobody uses it and respected if somebody does.
 */
export function clearStale(place: Place, log: (message: string) => void): void {
  const pid = namedPid(place)
  if (pid !== undefined) log(messages.staleRemoved(pid))
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
  if (place.transport.kind === 'socket') {
    for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(place.transport.directory, name), { force: true })
  }
}

/** Starts the server in a session of its own, so that Ctrl+C at the terminal reaches us first and we can end in order. */
export function startServer(place: Place, binaries: Binaries, port: number): Started {
  rotateLog(place.logFile)
  const logFd = openSync(place.logFile, 'a', 0o600)
  chmodSync(place.logFile, 0o600)
  const from = statSync(place.logFile).size
  const child = spawn(join(binaries.native, 'bin', 'postgres'), ['-D', place.clusterArgument, ...serverOptions(place, port)], {
    cwd: place.cluster, detached: true, stdio: ['ignore', logFd, logFd], env: serverEnvironment(), windowsHide: true, ...place.account,
  })
  closeSync(logFd)
  child.unref()
  let failure = ''
  child.on('error', (error) => { failure = error.message })
  return {
    pid: child.pid ?? 0,
    ended: () => failure !== '' || child.exitCode !== null || child.signalCode !== null,
    saidSinceStart: () => failure || readFileSync(place.logFile).subarray(from).toString('utf8').split('\n').slice(-8).join('\n'),
  }
}

/**
 * Fast stop: open transactions are rolled back, everything committed is written down, then the server leaves.
 * One that does not leave is cut off; its log of changes restores it at the next start.
 */
export async function stopServer(place: Place, binaries: Binaries, pid: number, log: (message: string) => void): Promise<void> {
  ask(place, binaries, pid, 'SIGINT')
  if (await gone(place, pid, 30_000)) return
  log(messages.slowStop)
  ask(place, binaries, pid, 'SIGQUIT')
  if (await gone(place, pid, 5_000)) return
  ask(place, binaries, pid, 'SIGKILL')
  await gone(place, pid, 5_000)
}

/** Sends one signal and forgives a server that has just gone. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

function ask(place: Place, binaries: Binaries, pid: number, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  if (process.platform !== 'win32' || name === 'SIGKILL') return signal(pid, name)
  // Windows knows no such signals: Node would kill the server outright. The package's own tool speaks to its named pipe.
  const mode = name === 'SIGINT' ? 'fast' : 'immediate'
  spawn(join(binaries.native, 'bin', 'pg_ctl'), ['stop', '-W', '-m', mode, '-D', place.cluster], { stdio: 'ignore', windowsHide: true })
}

async function gone(place: Place, pid: number, withinMs: number): Promise<boolean> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; await sleep(20)) if (!isOurServer(place, pid)) return true
  return false
}

function serverOptions(place: Place, port: number): string[] {
  const { transport, marker } = place
  // Inside its own directory the server is told '.', so that neither the length of the path nor closed folders above it matter.
  const socket = transport.kind === 'socket' && transport.directory !== place.cluster ? transport.directory : '.'
  const reach = transport.kind === 'socket'
    ? { listen_addresses: '', unix_socket_directories: socket, unix_socket_permissions: '0700' }
    : { listen_addresses: '127.0.0.1', ...(process.platform === 'win32' ? {} : { unix_socket_directories: '' }) }
  const settings = { cluster_name: marker, port: String(port), ...reach, ...SETTINGS }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function rotateLog(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG_BYTES) renameSync(path, `${path}.1`)
}

function lineOf(place: Place, index: number): string {
  const path = join(place.cluster, 'postmaster.pid')
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n')[index] ?? '' : ''
}
