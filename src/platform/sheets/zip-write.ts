import { pipeline, Readable } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'

export type Part = { name: string; content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

type Written = { name: Buffer; crc: number; packed: number; size: number; offset: number }

/** Names in UTF-8; sizes follow the content, as they are not known before it was sent. */
const FLAGS = 0x0808
const DEFLATE = 8
const VERSION = 20
/** 1 January 1980: the same content gives the same bytes whenever it is written. */
const DATE = 0x0021
/** Sizes are written in 32 bits. */
const LARGEST = 0xffffffff

/** Packs parts one after the other as they come; memory holds no more than a chunk and the names. */
export async function* writeZip(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  const directory: Written[] = []
  let offset = 0
  const sent = (bytes: Buffer) => {
    offset += bytes.length
    return bytes
  }
  for await (const { name, content } of parts) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset }
    yield sent(Buffer.concat([header(0x04034b50, [VERSION, FLAGS, DEFLATE, 0, DATE], [0, 0, 0], [entry.name.length, 0]), entry.name]))
    for await (const chunk of packed(content, entry)) {
      entry.packed += chunk.length
      yield sent(chunk)
    }
    yield sent(header(0x08074b50, [], [entry.crc, entry.packed, entry.size], []))
    if (entry.size > LARGEST || offset > LARGEST) throw new RangeError('a workbook of more than 4 GiB cannot be written')
    directory.push(entry)
  }
  const start = offset
  for (const { name, crc, packed, size, offset: at } of directory) {
    const sizes = header(0x02014b50, [VERSION, VERSION, FLAGS, DEFLATE, 0, DATE], [crc, packed, size], [name.length, 0, 0, 0, 0, 0, 0])
    const place = Buffer.alloc(4)
    place.writeUInt32LE(at)
    yield sent(Buffer.concat([sizes, place, name]))
  }
  yield header(0x06054b50, [0, 0, directory.length, directory.length], [offset - start, start], [0])
}

/** A record: its signature, then numbers of 16, 32 and again 16 bits. */
function header(signature: number, before: number[], middle: number[], after: number[]): Buffer {
  const bytes = Buffer.alloc(4 + before.length * 2 + middle.length * 4 + after.length * 2)
  let at = bytes.writeUInt32LE(signature)
  for (const value of before) at = bytes.writeUInt16LE(value, at)
  for (const value of middle) at = bytes.writeUInt32LE(value, at)
  for (const value of after) at = bytes.writeUInt16LE(value, at)
  return bytes
}

function packed(content: Part['content'], entry: Written): AsyncIterable<Buffer> {
  async function* measured() {
    for await (const chunk of content) {
      entry.crc = crc32(chunk, entry.crc)
      entry.size += chunk.length
      yield chunk
    }
  }
  // Sheets are so repetitive that the fastest level packs them to nearly the same size.
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: 64 * 1024 })
  // Errors reach the reader through `deflate`; the callback only keeps them from being thrown a second time.
  pipeline(Readable.from(measured(), { objectMode: false, highWaterMark: 256 * 1024 }), deflate, () => undefined)
  return deflate
}
