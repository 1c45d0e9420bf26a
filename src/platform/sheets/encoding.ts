import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { OpenedFile } from './sheet.ts'
import type { TableSource } from './source.ts'

export type Encoding = NonNullable<OpenedFile['encoding']>

/**
 * What the bytes of a text file are, decided over the whole file: one wrong byte in the last row proves that it was never UTF-8.
 * Windows-1252 is taken for anything else, as Excel in Indonesia writes it and every byte of it has a meaning.
 */
export async function detectEncoding(source: TableSource, head: Buffer): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const wide = wideWithoutMark(head)
  if (wide) return wide
  if (await readsAsUtf8(source)) return 'utf-8'
  return await usesOwnCharacters(source) ? 'windows-1252' : 'latin-1'
}

async function readsAsUtf8(source: TableSource): Promise<boolean> {
  let carried: Buffer = Buffer.alloc(0)
  let plain = true
  for await (const chunk of source.open()) {
    const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : bufferOf(chunk)
    const whole = bytes.subarray(0, wholeCharacters(bytes))
    if (!isUtf8(whole)) return false
    plain &&= isAscii(whole)
    // A copy, as the source may use its buffer again for the next chunk.
    carried = Buffer.from(bytes.subarray(whole.length))
  }
  // Half a character at the very end: a file that was cut if there were whole ones before, else one letter of another encoding.
  return carried.length === 0 || !plain
}

/** The bytes 80 to 9F are letters and marks in Windows-1252 and nothing in Latin-1. */
async function usesOwnCharacters(source: TableSource): Promise<boolean> {
  for await (const chunk of source.open()) {
    for (const byte of chunk) if (byte >= 0x80 && byte <= 0x9f) return true
  }
  return false
}

/** How many bytes of the buffer are whole characters, so that a character cut by the end of a chunk is judged with the next one. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0
    if (needed > 0) return needed > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** UTF-16 without its mark: every other byte of plain text is zero. */
function wideWithoutMark(head: Buffer): Encoding | undefined {
  const pairs = Math.min(head.length >> 1, 512)
  if (pairs < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at += 1) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le'
  return even > pairs * 0.7 && odd < pairs * 0.1 ? 'utf-16be' : undefined
}

const TABLE: Record<Encoding, iconv.Encoding> = {
  'utf-8': 'utf8', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', 'windows-1252': 'win1252', 'latin-1': 'win1252',
}

export type Decoder = { write(bytes: Uint8Array): string; end(): string }

/** Decodes chunk by chunk; the byte order mark and NUL, which no database text can hold, are left out. */
export function decoderOf(encoding: Encoding): Decoder {
  const decoder = iconv.getDecoder(TABLE[encoding])
  let held = TABLE[encoding] === 'win1252' ? '' : undefined
  /** Holds the first letters back until they are known to be a mark or not. */
  const withoutMark = (text: string, final: boolean) => {
    if (held === undefined) return text
    held += text
    if (!final && held.length < MARK_AS_1252.length && MARK_AS_1252.startsWith(held)) return ''
    const start = held.startsWith(MARK_AS_1252) ? held.slice(MARK_AS_1252.length) : held
    held = undefined
    return start
  }
  return {
    write: (bytes) => withoutMark(clean(decoder.write(bufferOf(bytes))), false),
    end: () => withoutMark(clean(decoder.end() ?? ''), true),
  }
}

/** What the mark of UTF-8 looks like where the file then breaks UTF-8. */
const MARK_AS_1252 = '\u00ef\u00bb\u00bf'

const bufferOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
const clean = (text: string) => (text.includes('\0') ? text.replaceAll('\0', '') : text)
