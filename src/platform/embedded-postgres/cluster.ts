import { spawn } from 'node:child_process'
import {
  chownSync, closeSync, existsSync, fsyncSync, lchownSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync,
} from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Binaries } from './binaries.ts'
import { messages } from './messages.id.ts'
import type { Place } from './place.ts'
import { DatabaseUnavailable, errorCode, explainOutput } from './unavailable.ts'

/** The database that the program works in; `postgres` stays empty and carries the keepers only. */
export const APP_DATABASE = 'ditakopum'

const UNFINISHED = 'cluster.unfinished-'

/** What every program of PostgreSQL gets: our environment without the variables that would change its meaning. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|TZ$)/.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

/** Sees to it that a whole data directory of the right version exists. Call it under the start lock only. */
export async function ensureCluster(place: Place, binaries: Binaries, log: (message: string) => void): Promise<void> {
  const { home, cluster, account } = place
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(UNFINISHED))) {
    log(messages.unfinishedRemoved)
    removeUnfinished(join(home, name))
  }
  if (!existsSync(cluster) || readdirSync(cluster).length === 0) {
    log(messages.firstStart)
    await initialise(place, binaries)
    return
  }
  const versionFile = join(cluster, 'PG_VERSION')
  const whole = existsSync(versionFile) && existsSync(join(cluster, 'global', 'pg_control'))
  if (!whole) throw new DatabaseUnavailable(messages.damaged(cluster))
  const found = readFileSync(versionFile, 'utf8').trim()
  if (found !== binaries.major) throw new DatabaseUnavailable(messages.versionDiffers(cluster, found, binaries.major))
  // A directory brought back from a copy belongs to root then, and root is what the server may not be.
  if (account && statSync(cluster).uid !== account.uid) giveTo(cluster, account)
}

/** initdb works under another name; only a finished directory, safe on disk, gets the real one. */
async function initialise(place: Place, binaries: Binaries): Promise<void> {
  const { account, transport } = place
  const unfinished = mkdtempSync(join(place.home, UNFINISHED))
  if (account) chownSync(unfinished, account.uid, account.gid)
  const directory = place.clusterArgument === place.cluster ? unfinished : place.clusterArgument
  const work = { place, directory: unfinished, folder: join(binaries.native, 'bin') }
  await run(work, 'initdb', [
    '-D', directory, '--username=postgres', '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums',
    '--text-search-config=simple', '--no-instructions',
    ...(transport.kind === 'tcp' ? ['--auth=scram-sha-256', `--pwfile=${transport.passwordFile}`] : ['--auth=trust']),
  ])
  await run(work, 'postgres', ['--single', '-D', directory, 'postgres'], `create database ${APP_DATABASE}\n`)
  rmSync(place.cluster, { recursive: true, force: true })
  renameSync(unfinished, place.cluster)
  syncDirectory(place.home)
}

type Work = { place: Place; directory: string; folder: string }

async function run({ place, directory, folder }: Work, program: string, parameters: string[], input = ''): Promise<void> {
  const child = spawn(join(folder, program), parameters, { cwd: directory, env: serverEnvironment(), windowsHide: true, ...place.account })
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  // A program that ends early closes its input; its exit code tells why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [code] = await once(child, 'close').catch((error: Error) => {
    throw new DatabaseUnavailable(messages.cannotRun(error.message), { cause: error })
  })
  const said = (await output)[1]
  // The single-user server goes on after a refused statement and still ends with 0.
  if (code === 0 && !/^.*(ERROR|FATAL|PANIC): /m.test(said)) return
  removeUnfinished(directory)
  throw explainOutput(said, place.home) ?? new DatabaseUnavailable(messages.failed(said))
}

// The initdb of a program killed a moment ago may still be writing there. It works under a name of its own, so it
// disturbs nobody; what it leaves is removed next time.
function removeUnfinished(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  } catch (error) {
    if (errorCode(error) !== 'ENOTEMPTY') throw error
  }
}

function syncDirectory(path: string): void {
  // Windows cannot open a directory, and needs no such call for a rename to last.
  if (process.platform === 'win32') return
  const directory = openSync(path, 'r')
  fsyncSync(directory)
  closeSync(directory)
}

function giveTo(root: string, { uid, gid }: { uid: number; gid: number }): void {
  lchownSync(root, uid, gid)
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) lchownSync(join(root, name), uid, gid)
}
