import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { ConfigProblem } from '../config/config.ts'
import { newStorageKey, openFileStorage } from './storage.ts'

async function storageFor(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'berkas kantor-'))
  t.after(() => { rmSync(root, { recursive: true }) })
  return { root, files: await openFileStorage(pathToFileURL(root).href) }
}

test('what was put can be read back, whole or as a stream, until it is deleted', async (t) => {
  const { files } = await storageFor(t)
  const key = newStorageKey()
  const absent = await files.get(key)

  await files.put(key, Buffer.from('surat'))
  const whole = await files.get(key)
  const stream = await files.stream(key)
  const read = stream && await text(stream.body)
  await files.delete(key)
  await files.delete(key)

  assert.equal(absent, undefined)
  assert.equal(String(whole), 'surat')
  assert.deepEqual([stream?.size, read], [5, 'surat'])
  assert.deepEqual([await files.exists(key), await files.stream(key)], [false, undefined])
})

test('an object is never overwritten, and nothing half-written stays', async (t) => {
  const { root, files } = await storageFor(t)
  const key = newStorageKey()
  await files.put(key, Buffer.from('first'))

  await assert.rejects(files.put(key, Buffer.from('second')), { code: 'EEXIST' })

  assert.equal(String(await files.get(key)), 'first')
  assert.deepEqual(readdirSync(join(root, 'unfinished')), [])
})

test('a hundred objects put at once are all there, readable by their owner alone', async (t) => {
  const { root, files } = await storageFor(t)
  const objects = Array.from({ length: 100 }, () => ({ key: newStorageKey(), bytes: randomBytes(2000) }))

  await Promise.all(objects.map(({ key, bytes }) => files.put(key, bytes)))

  for (const { key, bytes } of objects) {
    assert.deepEqual(await files.get(key), bytes)
    assert.equal(statSync(join(root, key.slice(0, 2), key)).mode & 0o77, 0)
  }
})

test('the search for orphans names what is older, and removes what a broken write left behind', async (t) => {
  const { root, files } = await storageFor(t)
  const [old, fresh] = [newStorageKey(), newStorageKey()]
  for (const key of [old, fresh]) await files.put(key, Buffer.from('x'))
  const broken = join(root, 'unfinished', `${newStorageKey()}.0000`)
  writeFileSync(broken, 'half')
  const yesterday = new Date(Date.now() - 86_400_000)
  for (const path of [join(root, old.slice(0, 2), old), broken]) utimesSync(path, yesterday, yesterday)

  const found: string[] = []
  for await (const key of files.listOlderThan(new Date(Date.now() - 3_600_000))) found.push(key)

  assert.deepEqual(found, [old])
  assert.deepEqual(readdirSync(join(root, 'unfinished')), [])
})

test('a reader that hangs up leaves no open file behind', async (t) => {
  const { files } = await storageFor(t)
  const key = newStorageKey()
  await files.put(key, randomBytes(2_000_000))
  const open = () => readdirSync('/proc/self/fd').length
  const before = open()

  for (let times = 0; times < 20; times += 1) await (await files.stream(key))?.body.cancel()
  for (let tries = 0; tries < 50 && open() > before; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20))

  assert.ok(open() <= before)
})

for (const key of ['../../etc/passwd', '', 'KTP-Siti.jpg', `${'a'.repeat(31)}/`]) {
  test(`"${key}" is no key`, async (t) => {
    const { files } = await storageFor(t)

    await assert.rejects(async () => files.get(key), TypeError)
    await assert.rejects(async () => files.put(key, Buffer.from('x')), TypeError)
  })
}

test('a storage that this version does not know stops the start with the name of the variable', () => {
  assert.throws(() => openFileStorage('s3://bucket'), (error) => error instanceof ConfigProblem && /STORAGE_URL/.test(error.message))
})
