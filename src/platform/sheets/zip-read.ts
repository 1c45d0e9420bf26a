import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { LIMITS, SheetError } from './sheet.ts'

/** The parts of a workbook file: names as in the archive's directory, found without regard to case or kind of slash. */
export type Archive = {
  has(name: string): boolean
  /** Unpacks as it is read; stops at the first sign that the part is broken or larger than the limit. */
  stream(name: string, limit?: number): AsyncGenerator<Buffer>
  text(name: string, limit?: number): Promise<string>
}

type Entry = { method: number; encrypted: boolean; packed: number; crc: number; offset: number }

const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1')
const END_LENGTH = 22
const ESCAPED = 0xffffffff
const MOST_ENTRIES = 10_000

export const isZip = (head: Buffer) => head.length >= 4 && head.readUInt32LE(0) === 0x04034b50

/** Reads the directory of an archive that is held in memory. Throws `SheetError` when it is cut or locked. */
export function openZip(bytes: Buffer): Archive {
  const entries = attempt(() => readDirectory(bytes))
  const find = (name: string) => entries.get(keyOf(name))
  async function* stream(name: string, limit: number = LIMITS.unpackedBytes): AsyncGenerator<Buffer> {
    const entry = find(name)
    if (!entry) throw new SheetError({ code: 'broken' })
    if (entry.encrypted) throw new SheetError({ code: 'encrypted' })
    let size = 0
    let crc = 0
    try {
      for await (const chunk of unpacked(bytes, entry)) {
        size += chunk.length
        if (size > limit) throw new SheetError({ code: 'too-large' })
        crc = crc32(chunk, crc)
        yield chunk
      }
    } catch (error) {
      throw error instanceof SheetError ? error : new SheetError({ code: 'broken' }, error)
    }
    if (crc !== entry.crc) throw new SheetError({ code: 'broken' })
  }
  return {
    has: (name) => find(name) !== undefined,
    stream,
    async text(name, limit = LIMITS.sharedTextBytes) {
      const parts: Buffer[] = []
      for await (const chunk of stream(name, limit)) parts.push(chunk)
      return Buffer.concat(parts).toString('utf8')
    },
  }
}

const keyOf = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

function attempt<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    // Reading past the end of the buffer: the archive was cut.
    if (error instanceof RangeError) throw new SheetError({ code: 'broken' }, error)
    throw error
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY)
  if (end === -1 || bytes.length - end < END_LENGTH) throw new SheetError({ code: 'broken' })
  let count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (at === ESCAPED || count === 0xffff) {
    const record = Number(bytes.readBigUInt64LE(end - 20 + 8))
    count = Number(bytes.readBigUInt64LE(record + 32))
    at = Number(bytes.readBigUInt64LE(record + 48))
  }
  if (count > MOST_ENTRIES) throw new SheetError({ code: 'too-large' })
  const entries = new Map<string, Entry>()
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new SheetError({ code: 'broken' })
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    entries.set(keyOf(name), readEntry(bytes, at, at + 46 + nameLength, extraLength))
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function readEntry(bytes: Buffer, at: number, extraAt: number, extraLength: number): Entry {
  const entry = {
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
    packed: bytes.readUInt32LE(at + 20),
    crc: bytes.readUInt32LE(at + 16),
    offset: bytes.readUInt32LE(at + 42),
  }
  // Some writers always use the 64-bit fields: those that are escaped, in this order.
  let field = wideFields(bytes, extraAt, extraLength)
  const wide = () => Number(bytes.readBigUInt64LE((field += 8) - 8))
  if (bytes.readUInt32LE(at + 24) === ESCAPED) wide()
  if (entry.packed === ESCAPED) entry.packed = wide()
  if (entry.offset === ESCAPED) entry.offset = wide()
  return entry
}

function wideFields(bytes: Buffer, from: number, length: number): number {
  let at = from
  while (at + 4 <= from + length && bytes.readUInt16LE(at) !== 1) at += 4 + bytes.readUInt16LE(at + 2)
  return at + 4
}

const SLICE = 256 * 1024

function unpacked(bytes: Buffer, entry: Entry): AsyncIterable<Buffer> {
  const start = attempt(() => {
    if (bytes.readUInt32LE(entry.offset) !== 0x04034b50) throw new SheetError({ code: 'broken' })
    return entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  })
  if (start + entry.packed > bytes.length) throw new SheetError({ code: 'broken' })
  const packed = bytes.subarray(start, start + entry.packed)
  const slices = Readable.from(slicesOf(packed), { objectMode: false })
  if (entry.method === 0) return slices
  if (entry.method !== 8) throw new SheetError({ code: 'broken' })
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  // Errors reach the reader through `inflate`; the callback only keeps them from being thrown a second time.
  pipeline(slices, inflate, () => undefined)
  return inflate
}

function* slicesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE)
}
