import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { askTimeStamp } from './time-stamp.ts'
import { readTimeStamp } from './time-stamp-token.ts'
import { type Mood, aTimeStampService, noOpenssl } from './time-stamp.testing.ts'

const text = 'ditakopum-log-root\n1\ndemo\n2026-11-11\n1\n2\nabc'

test('a time stamp is over the text that was sent, and openssl agrees', { skip: noOpenssl }, async (t) => {
  const service = await aTimeStampService(t)

  const stamp = await askTimeStamp(service.address, text)

  assert.ok(typeof stamp !== 'string', String(stamp))
  assert.ok(Math.abs(stamp.at.getTime() - Date.now()) < 60_000)
  writeFileSync(join(service.folder, 'token.der'), stamp.token)
  writeFileSync(join(service.folder, 'statement.txt'), text)
  const { stdout } = spawnSync('openssl', ['ts', '-verify', '-in', 'token.der', '-token_in', '-data', 'statement.txt', '-CAfile', service.certificate], { cwd: service.folder, encoding: 'utf8' })
  assert.match(stdout, /Verification: OK/)
})

test('a token passes for no other text, and not when a byte of what it says was changed', { skip: noOpenssl }, async (t) => {
  const { address } = await aTimeStampService(t)
  const stamp = await askTimeStamp(address, text)
  assert.ok(typeof stamp !== 'string')
  const year = Buffer.from(stamp.token).indexOf(String(stamp.at.getUTCFullYear()))
  const earlier = Uint8Array.from(stamp.token)
  earlier[year + 3] = '0'.charCodeAt(0)

  const read = [await readTimeStamp(stamp.token, text), await readTimeStamp(stamp.token, `${text}d`), await readTimeStamp(earlier, text), await readTimeStamp(Buffer.from('abc'), text)]

  assert.ok(year > 0)
  assert.deepEqual(read.map((one) => one?.by), ['Cap waktu contoh', undefined, undefined, undefined])
})

test('an answer to another question, a refusal, nonsense and a service that is down are no time stamp', { skip: noOpenssl }, async (t) => {
  const service = await aTimeStampService(t)
  await askTimeStamp(service.address, text)
  const ask = async (mood: Mood, about = text) => {
    service.mood = mood
    return askTimeStamp(service.address, about)
  }

  assert.equal(await ask('stale'), 'other-nonce')
  assert.equal(await ask('stale', 'another'), 'other-text')
  assert.deepEqual([await ask('refuses'), await ask('nonsense'), await ask('down'), await askTimeStamp('http://127.0.0.1:9/', text)], ['refused', 'no-answer', 'no-answer', 'no-answer'])
})
