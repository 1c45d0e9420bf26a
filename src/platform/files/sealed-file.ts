import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { fail, ok } from '../../kernel/result.ts'
import type { Result } from '../../kernel/result.ts'
import type { Keys } from '../secrets/keys.ts'
import type { FileStorage } from './storage.ts'

/** Where sealed files lie and what opens them. */
export type SealedStore = { files: FileStorage; keys: Pick<Keys, 'fileKey'> }

/** Thrown while a sealed file is read that was altered, cut, put together from others, or sealed with another key. */
export class SealBroken extends Error {
  constructor(cause?: unknown) {
    super('a sealed file is not as it was written', { cause })
    this.name = 'SealBroken'
  }
}

// Layout: version (1 byte), salt (32), chunks of at most 64 KiB, each followed by its tag. Every file has its own key from its salt,
// so the nonce only counts chunks and marks the last one: a cut, a swap or a repetition makes the tag of a chunk wrong.
const VERSION = 1
const SALT = 32
const HEADER = 1 + SALT
const CHUNK = 64 * 1024
const TAG = 16
const SEALED_CHUNK = CHUNK + TAG

/**
 * Writes personal data encrypted (AES-256-GCM) as it arrives; no plain byte touches the disk.
 * @param limit the most bytes that are taken; beyond it nothing is kept
 * @returns length and SHA-256 (hex) of the plain bytes
 */
export async function putSealed(
  { files, keys }: SealedStore, key: string, plain: AsyncIterable<Uint8Array>, limit: number,
): Promise<Result<{ size: number; sha256: string }, 'too-large'>> {
  const hash = createHash('sha256')
  let size = 0
  async function* measured() {
    for await (const chunk of plain) {
      size += chunk.length
      if (size > limit) throw new TooLarge()
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await files.put(key, sealed(keys, key, measured()))
  } catch (error) {
    if (error instanceof TooLarge) return fail('too-large')
    throw error
  }
  return ok({ size, sha256: hash.digest('hex') })
}

class TooLarge extends Error {}

/**
 * A sealed file as plain bytes: `size` of them, from the start at each `open`, decrypted piece by piece. The beginning may have been
 * handed out when a later piece turns out to be broken: `open` then throws `SealBroken`.
 */
export async function openSealed(
  { files, keys }: SealedStore, key: string,
): Promise<{ size: number; open(): AsyncIterable<Uint8Array> } | undefined> {
  const found = await files.stream(key)
  if (!found) return undefined
  await found.body.cancel()
  const body = found.size - HEADER
  const chunks = Math.ceil(body / SEALED_CHUNK)
  if (body < TAG) throw new SealBroken()
  async function* open() {
    const stream = await files.stream(key)
    if (!stream) throw new SealBroken()
    yield* unsealed(keys, key, stream.body)
  }
  return { size: body - chunks * TAG, open }
}

async function* sealed(keys: SealedStore['keys'], name: string, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const header = Buffer.concat([Buffer.of(VERSION), randomBytes(SALT)])
  const key = keys.fileKey(header.subarray(1))
  yield header
  let index = 0
  for await (const { bytes, last } of pieces(plain, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last)).setAAD(boundTo(header, name))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    index += 1
  }
}

async function* unsealed(keys: SealedStore['keys'], name: string, stored: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let opening: { key: Buffer; bound: Buffer } | undefined
  let index = 0
  let whole = false
  for await (const { bytes, last } of pieces(stored, SEALED_CHUNK, HEADER)) {
    if (!opening) {
      if (bytes[0] !== VERSION || bytes.length !== HEADER) throw new SealBroken()
      opening = { key: keys.fileKey(bytes.subarray(1)), bound: boundTo(bytes, name) }
      continue
    }
    const plain = decrypt(opening.key, nonceOf(index, last), opening.bound, bytes)
    if (plain.length > 0) yield plain
    index += 1
    whole = last
  }
  if (!whole) throw new SealBroken()
}

function decrypt(key: Buffer, nonce: Buffer, bound: Buffer, bytes: Buffer): Buffer {
  if (bytes.length < TAG) throw new SealBroken()
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(bound)
    decipher.setAuthTag(bytes.subarray(-TAG))
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()])
  } catch (error) {
    throw new SealBroken(error)
  }
}

/** A piece belongs to its file and to the key it is stored under, so that one upload cannot be put in the place of another. */
const boundTo = (header: Buffer, name: string) => Buffer.concat([header, Buffer.from(name)])

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Cuts a stream into pieces of one size; the last one, which may be empty, is known as such. `first` sets the size of the first. */
async function* pieces(stream: AsyncIterable<Uint8Array>, size: number, first = size): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let waiting: Uint8Array[] = []
  let length = 0
  let wanted = first
  for await (const chunk of stream) {
    waiting.push(chunk)
    length += chunk.length
    // More than the piece must be there, as the last one is marked.
    if (length <= wanted) continue
    let rest = Buffer.concat(waiting)
    while (rest.length > wanted) {
      yield { bytes: rest.subarray(0, wanted), last: false }
      rest = rest.subarray(wanted)
      wanted = size
    }
    waiting = [rest]
    length = rest.length
  }
  yield { bytes: Buffer.concat(waiting), last: true }
}
