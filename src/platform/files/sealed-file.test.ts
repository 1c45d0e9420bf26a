import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { openSheets } from '../sheets/open.ts'
import { keysFrom, newKeyFile } from '../secrets/keys.ts'
import { openSealed, putSealed, SealBroken } from './sealed-file.ts'
import type { SealedStore } from './sealed-file.ts'
import { newStorageKey, openFileStorage } from './storage.ts'

const KIB = 1024
/** Version and salt, then chunks of 64 KiB with a tag of 16 bytes each. */
const HEADER = 33
const SEALED_CHUNK = 64 * KIB + 16

async function storeFor(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'sealed-'))
  t.after(() => { rmSync(root, { recursive: true }) })
  const store: SealedStore = { files: await openFileStorage(pathToFileURL(root).href), keys: keysFrom(newKeyFile()) }
  const key = newStorageKey()
  return { root, store, key, path: join(root, key.slice(0, 2), key) }
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(store: SealedStore, key: string): Promise<{ size: number; bytes: Buffer }> {
  const file = await openSealed(store, key)
  if (!file) throw new Error('no such file')
  const chunks: Uint8Array[] = []
  for await (const chunk of file.open()) chunks.push(chunk)
  return { size: file.size, bytes: Buffer.concat(chunks) }
}

for (const size of [0, 1, 64 * KIB - 1, 64 * KIB, 64 * KIB + 1, 300 * KIB]) {
  test(`an upload of ${size} bytes comes back as it was, twice`, async (t) => {
    const { store, key } = await storeFor(t)
    const plain = randomBytes(size)

    const put = await putSealed(store, key, inPieces(plain, 10_000), 400 * KIB)
    const first = await read(store, key)
    const second = await read(store, key)

    assert.deepEqual(put, { ok: true, value: { size, sha256: createHash('sha256').update(plain).digest('hex') } })
    for (const back of [first, second]) assert.deepEqual(back, { size, bytes: plain })
  })
}

test('nothing readable lies on the disk, and the same list never looks the same twice', async (t) => {
  const { store, key, path } = await storeFor(t)
  const other = newStorageKey()
  const plain = Buffer.from('3515074506780000;Siti\n'.repeat(10_000))

  await putSealed(store, key, inPieces(plain, 5000), plain.length)
  await putSealed(store, other, inPieces(plain, 5000), plain.length)

  const bytes = readFileSync(path)
  assert.ok(!bytes.includes('Siti'))
  assert.notDeepEqual(bytes.subarray(HEADER), (await store.files.get(other))?.subarray(HEADER))
})

test('an upload above the limit is refused and leaves nothing', async (t) => {
  const { root, store, key } = await storeFor(t)

  const put = await putSealed(store, key, inPieces(Buffer.alloc(200 * KIB), 1000), 100 * KIB)

  assert.deepEqual(put, { ok: false, error: 'too-large' })
  assert.equal(await openSealed(store, key), undefined)
  assert.deepEqual(readdirSync(join(root, 'unfinished')), [])
})

test('an upload that breaks off leaves nothing', async (t) => {
  const { root, store, key } = await storeFor(t)
  async function* broken() {
    yield Buffer.alloc(100 * KIB)
    throw new Error('connection lost')
  }

  await assert.rejects(putSealed(store, key, broken(), 400 * KIB), /connection lost/)

  assert.equal(await openSealed(store, key), undefined)
  assert.deepEqual(readdirSync(join(root, 'unfinished')), [])
})

const chunk = (bytes: Buffer, index: number) => bytes.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK)
const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

const damage: { name: string; of(bytes: Buffer): Buffer }[] = [
  { name: 'one bit of its version altered', of: (bytes) => flipped(bytes, 0) },
  { name: 'one bit of its salt altered', of: (bytes) => flipped(bytes, 20) },
  { name: 'one bit in the middle altered', of: (bytes) => flipped(bytes, HEADER + SEALED_CHUNK + 5) },
  { name: 'its last bit altered', of: (bytes) => flipped(bytes, bytes.length - 1) },
  { name: 'its last byte cut', of: (bytes) => bytes.subarray(0, -1) },
  { name: 'its last chunk cut', of: (bytes) => bytes.subarray(0, HEADER + 2 * SEALED_CHUNK) },
  { name: 'nothing left but its first chunk', of: (bytes) => bytes.subarray(0, HEADER + SEALED_CHUNK) },
  { name: 'nothing left but its header', of: (bytes) => bytes.subarray(0, HEADER) },
  { name: 'two chunks exchanged', of: (bytes) => Buffer.concat([bytes.subarray(0, HEADER), chunk(bytes, 1), chunk(bytes, 0), bytes.subarray(HEADER + 2 * SEALED_CHUNK)]) },
  { name: 'a chunk repeated', of: (bytes) => Buffer.concat([bytes.subarray(0, HEADER), chunk(bytes, 0), bytes.subarray(HEADER)]) },
  { name: 'bytes added at the end', of: (bytes) => Buffer.concat([bytes, Buffer.alloc(40)]) },
]

for (const { name, of } of damage) {
  test(`a sealed file with ${name} is refused`, async (t) => {
    const { store, key, path } = await storeFor(t)
    await putSealed(store, key, inPieces(randomBytes(150 * KIB), 64 * KIB), 400 * KIB)
    writeFileSync(path, of(readFileSync(path)))

    await assert.rejects(read(store, key), SealBroken)
  })
}

test('a sealed file in the place of another one, or under the keys of another office, is refused', async (t) => {
  const { store, key, path } = await storeFor(t)
  const other = newStorageKey()
  await putSealed(store, key, inPieces(Buffer.from('list of March'), 5), KIB)
  await putSealed(store, other, inPieces(Buffer.from('list of April'), 5), KIB)

  await assert.rejects(read({ files: store.files, keys: keysFrom(newKeyFile()) }, key), SealBroken)
  writeFileSync(path, (await store.files.get(other)) ?? '')
  await assert.rejects(read(store, key), SealBroken)
})

test('a sealed list opens as a table, without a plain copy on the disk', async (t) => {
  const { root, store, key } = await storeFor(t)
  await putSealed(store, key, inPieces(Buffer.from('NIK;Nama\n3515074506780000;Siti\n'), 7), KIB)

  const sealed = await openSealed(store, key)
  const opened = sealed && await openSheets(sealed, 'daftar.csv')
  const names: (string | undefined)[] = []
  if (opened?.ok) for await (const row of opened.value.sheets[0]?.rows() ?? []) names.push(row.cells[1]?.text)

  assert.deepEqual(names, ['Nama', 'Siti'])
  assert.deepEqual(readdirSync(root).sort(), [key.slice(0, 2), 'unfinished'].sort())
})
