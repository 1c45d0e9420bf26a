import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { packedOnTheWay, streamed } from './respond.ts'

const HEADERS = { type: 'text/csv; charset=utf-8', name: 'usaha.csv' }

function watched(most = 5) {
  const seen = { begun: 0, ended: false }
  async function* bytes() {
    try {
      for (let at = 0; at < most; at += 1) {
        seen.begun += 1
        yield Buffer.from(`${at}\n`)
      }
    } finally {
      seen.ended = true
    }
  }
  return { seen, bytes: bytes() }
}

test('nothing is read for an answer that nobody takes, and no more than was taken', async () => {
  const { seen, bytes } = watched()

  const reader = streamed(bytes, HEADERS).body?.getReader()
  await sleep(5)
  const before = seen.begun
  await reader?.read()

  assert.deepEqual([before, seen.begun, seen.ended], [0, 1, false])
  await reader?.cancel()
  assert.equal(seen.ended, true)
})

test('a reader who stops taking is given up after a while', async () => {
  const { seen, bytes } = watched()

  const reader = streamed(bytes, HEADERS, 10).body?.getReader()
  await reader?.read()
  for (let tries = 0; tries < 200 && !seen.ended; tries += 1) await sleep(5)

  assert.equal(seen.ended, true)
  await assert.rejects(async () => reader?.read(), /nobody took the file/)
})

test('a file is packed for who takes gzip, workbooks and plain clients get it as it is', () => {
  const kinds = [
    packedOnTheWay(streamed(watched().bytes, HEADERS), 'br, gzip'), packedOnTheWay(streamed(watched().bytes, HEADERS), 'br'),
    packedOnTheWay(streamed(watched().bytes, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: 'usaha.xlsx' }), 'gzip'),
  ]

  assert.deepEqual(kinds.map((reply) => reply.headers.get('content-encoding')), ['gzip', null, null])
})
