import { createHash, randomBytes } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { messages } from './messages.id.ts'
import { DatabaseUnavailable } from './unavailable.ts'

/** The unprivileged user that PostgreSQL runs as when we are root, which it refuses to be itself. */
type Account = { uid: number; gid: number }

/** How clients reach the server: a socket that only its owner may open, or (Windows) a password on the loopback address. */
export type Transport = { kind: 'socket'; directory: string } | { kind: 'tcp'; password: string; passwordFile: string }

/** All the paths of one embedded database and the rights under which it runs. */
export type Place = {
  home: string
  cluster: string
  lockFile: string
  logFile: string
  /** Stands in the server's command line, so that a process can be recognised as the server of this very directory. */
  marker: string
  account: Account | undefined
  /** What the server is told as its data directory. */
  clusterArgument: string
  transport: Transport
}

const NOBODY: Account = { uid: 65534, gid: 65534 }
// sun_path holds 108 bytes on Linux and 104 on macOS, with a closing zero.
const LONGEST_SOCKET_PATH = 103
const SOCKET_NAME = '.s.PGSQL.5432'

/** Makes the folder if needed and works out who may go where. */
export function preparePlace(dataDir: string, kind: Transport['kind']): Place {
  mkdirSync(dataDir, { recursive: true })
  const home = realpathSync(dataDir)
  const cluster = join(home, 'cluster')
  const account = accountFor(cluster)
  const marker = `ditakopum-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
  return {
    home,
    cluster,
    lockFile: join(home, 'start.lock'),
    logFile: join(home, 'server.log'),
    marker,
    account,
    clusterArgument: clusterArgument(home, cluster, account),
    transport: kind === 'tcp' ? tcp(home, account) : { kind, directory: socketDirectory(cluster, marker, account) },
  }
}

/** Whether this account can walk down to the path and read it, judged by the permission bits. */
export function canReach(path: string, account: Account | undefined): boolean {
  if (account === undefined) return true
  const allowed = (at: string, want: number) => {
    const { uid, gid, mode } = statSync(at)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    return ((mode >> shift) & want) === want
  }
  if (!allowed(path, statSync(path).isDirectory() ? 0o5 : 0o4)) return false
  for (let at = dirname(path); ; at = dirname(at)) {
    if (!allowed(at, 0o1)) return false
    if (at === dirname(at)) return true
  }
}

/** As root: whoever owns the existing data, else nobody. As an ordinary user: ourselves. */
function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (process.platform !== 'linux') throw new DatabaseUnavailable(messages.rootUnsupported)
  const found = statSync(cluster, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : NOBODY
}

// A server started inside its data directory needs no right on the folders above: /proc/self/cwd leads there at once.
// So data may lie under a home that is closed to others (/root is 0700) although the server runs as nobody.
function clusterArgument(home: string, cluster: string, account: Account | undefined): string {
  return canReach(home, account) ? cluster : '/proc/self/cwd'
}

function socketDirectory(cluster: string, marker: string, account: Account | undefined): string {
  if (Buffer.byteLength(join(cluster, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) return cluster
  const short = join(tmpdir(), marker)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  if (account) chownSync(short, account.uid, account.gid)
  const { uid, mode } = lstatSync(short)
  const owner = account?.uid ?? process.getuid?.()
  // The temporary folder belongs to everybody: somebody else may have laid a folder of this name there first.
  if (uid !== owner || (mode & 0o77) !== 0 || !lstatSync(short).isDirectory()) throw new DatabaseUnavailable(messages.notWritable(short))
  return short
}

function tcp(home: string, account: Account | undefined): Transport {
  const passwordFile = join(home, 'password')
  if (!statSync(passwordFile, { throwIfNoEntry: false })) {
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
    if (account) chownSync(passwordFile, account.uid, account.gid)
  }
  return { kind: 'tcp', passwordFile, password: readFileSync(passwordFile, 'utf8') }
}
