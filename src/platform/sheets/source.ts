import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { SheetError } from './sheet.ts'

/** Bytes that can be read from the start as often as wanted: a file, a buffer, a sealed upload. */
export type TableSource = {
  /** Bytes; what cannot be opened within the limits is refused before it is read. */
  size: number
  open(): AsyncIterable<Uint8Array>
}

export const bufferSource = (bytes: Uint8Array): TableSource => ({
  size: bytes.length,
  async* open() {
    yield bytes
  },
})

/** A file that lies open on the disk, as a command is given it; uploads are sealed (`platform/files/sealed-file.ts`). */
export async function fileSource(path: string): Promise<TableSource> {
  const { size } = await stat(path)
  return { size, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }
}

/** All bytes at once. */
export async function wholeOf(source: TableSource, limit: number): Promise<Buffer> {
  if (source.size > limit) throw new SheetError({ code: 'too-large' })
  const whole = Buffer.allocUnsafe(source.size)
  let filled = 0
  for await (const chunk of source.open()) {
    if (filled + chunk.length > whole.length) throw new SheetError({ code: 'broken' })
    whole.set(chunk, filled)
    filled += chunk.length
  }
  if (filled !== whole.length) throw new SheetError({ code: 'broken' })
  return whole
}

/** The first bytes, fewer only when there are no more. */
export async function headOf(source: TableSource, length: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let have = 0
  for await (const chunk of source.open()) {
    parts.push(chunk)
    have += chunk.length
    if (have >= length) break
  }
  return Buffer.concat(parts).subarray(0, length)
}
