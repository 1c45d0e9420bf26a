import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { fileURLToPath } from 'node:url'
import { ConfigProblem } from '../config/config.ts'

/** Where the bytes of attachments and letters lie. An object is written once and never changed; its key says nothing about it. */
export type FileStorage = {
  /** Returns when the object will outlive a power cut. Refuses a key that is taken. Large objects are written as they come. */
  put(key: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>
  get(key: string): Promise<Buffer | undefined>
  /** For large objects: the length, and the bytes as they come. A reader that hangs up closes the file. */
  stream(key: string): Promise<{ size: number; body: ReadableStream<Uint8Array> } | undefined>
  exists(key: string): Promise<boolean>
  /** Does nothing when the object is already gone. */
  delete(key: string): Promise<void>
  /** Keys of objects stored before this moment, for the search for those that no row names; also removes what broken writes left. */
  listOlderThan(moment: Date): AsyncIterable<string>
}

const KEY = /^[0-9a-f]{32}$/

/** A new key: 128 random bits as hex. */
export const newStorageKey = () => randomBytes(16).toString('hex')

/**
 * Opens the storage that STORAGE_URL names.
 * @param url `file:/path`
 */
export function openFileStorage(url: string): Promise<FileStorage> {
  if (!url.startsWith('file:')) throw new ConfigProblem('Nilai STORAGE_URL tidak dapat dipakai: hanya file: yang tersedia di versi ini.')
  return diskStorage(fileURLToPath(new URL(url)))
}

/**
 * Objects as files, spread over 256 folders by the first two letters of their keys.
 * A write goes to a temporary name, is forced to disk, and gets its name only then; the folder is forced to disk too.
 */
async function diskStorage(root: string): Promise<FileStorage> {
  const temporary = join(root, 'unfinished')
  await mkdir(temporary, { recursive: true, mode: 0o700 })
  await syncDirectory(root)
  const known = new Set<string>()

  /** The folder must itself be on disk before an object in it can be. */
  const folderFor = async (key: string) => {
    const folder = join(root, key.slice(0, 2))
    if (known.has(folder)) return folder
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncDirectory(root)
    known.add(folder)
    return folder
  }
  return {
    async put(key, bytes) {
      const path = pathOf(root, key)
      const folder = await folderFor(key)
      const unfinished = join(temporary, `${key}.${randomBytes(4).toString('hex')}`)
      try {
        await writeDurably(unfinished, bytes)
        // Unlike a rename, a link never covers what is already there.
        await link(unfinished, path)
        await syncDirectory(folder)
      } finally {
        await rm(unfinished, { force: true })
      }
    },
    get: (key) => orAbsent(() => readFile(pathOf(root, key))),
    stream: (key) => orAbsent(() => openStream(pathOf(root, key))),
    exists: async (key) => (await orAbsent(() => stat(pathOf(root, key)))) !== undefined,
    delete: (key) => rm(pathOf(root, key), { force: true }),
    listOlderThan: (moment) => listOlderThan(root, temporary, moment),
  }
}

async function openStream(path: string): Promise<{ size: number; body: ReadableStream<Uint8Array> }> {
  const file = await open(path)
  const { size } = await file.stat()
  return { size, body: Readable.toWeb(file.createReadStream()) }
}

async function* listOlderThan(root: string, temporary: string, moment: Date): AsyncGenerator<string> {
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name)
    if (await isOlder(path, moment)) await rm(path, { force: true })
  }
  for (const folder of (await readdir(root)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
    for (const key of (await readdir(join(root, folder))).filter((name) => KEY.test(name)).sort()) {
      if (await isOlder(join(root, folder, key), moment)) yield key
    }
  }
}

const isOlder = async (path: string, moment: Date) => ((await orAbsent(() => stat(path)))?.mtimeMs ?? Infinity) < moment.getTime()

async function writeDurably(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncDirectory(path: string): Promise<void> {
  // Windows cannot open a directory, and needs no such call for a new name to last.
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Keys come from our own rows, yet a wrong one must never lead out of the folder. */
function pathOf(root: string, key: string): string {
  if (!KEY.test(key)) throw new TypeError('a storage key is 32 hex digits')
  return join(root, key.slice(0, 2), key)
}

async function orAbsent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
