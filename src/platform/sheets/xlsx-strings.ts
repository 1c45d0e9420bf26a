import { readMarkup, utf8Texts } from './markup.ts'
import { LIMITS, SheetError } from './sheet.ts'
import type { Archive } from './zip-read.ts'

/** The texts that cells of a workbook point to by number. */
export type SharedStrings = (index: number) => string | undefined

/** Kept as bytes, since a million small strings would take three times the memory. */
export async function readSharedStrings(archive: Archive, name: string | undefined): Promise<SharedStrings> {
  if (name === undefined || !archive.has(name)) return () => undefined
  let bytes = Buffer.allocUnsafe(1024 * 1024)
  let ends = new Uint32Array(64 * 1024)
  let count = 0
  let used = 0
  const keep = (text: string) => {
    const room = used + Buffer.byteLength(text)
    if (room > LIMITS.sharedTextBytes) throw new SheetError({ code: 'too-large' })
    if (room > bytes.length) bytes = grown(bytes, Math.max(room, bytes.length * 2))
    if (count === ends.length) ends = enlarged(ends)
    used += bytes.write(text, used)
    ends[count] = used
    count += 1
  }
  let text = ''
  const inText = textCollector((part) => { text += part })
  const texts = utf8Texts(archive.stream(name, LIMITS.unpackedBytes))
  const done = readMarkup(texts, 'xml', {
    open: (tag) => inText.open(tag),
    text: (part) => inText.text(part),
    close(tag) {
      inText.close(tag)
      if (tag !== 'si') return
      keep(unescapeOoxml(text))
      text = ''
    },
  }, () => [])
  for await (const _ of done);
  return (index) => (index >= 0 && index < count ? bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], ends[index]) : undefined)
}

function grown(bytes: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(length)
  bytes.copy(larger)
  return larger
}

function enlarged(ends: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(ends.length * 2)
  larger.set(ends)
  return larger
}

/** Gathers the runs of one text, without the reading aids (`rPh`) of East Asian scripts. */
export function textCollector(take: (part: string) => void) {
  let inText = false
  let inAid = false
  return {
    open(tag: string) {
      if (tag === 't') inText = true
      else if (tag === 'rPh') inAid = true
    },
    text(part: string) {
      if (inText && !inAid) take(part)
    },
    close(tag: string) {
      if (tag === 't') inText = false
      else if (tag === 'rPh') inAid = false
    },
  }
}

/** Undoes `_x000D_`, the way control characters are written in a workbook. Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
export function unescapeOoxml(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replaceAll('\0', '')
}
