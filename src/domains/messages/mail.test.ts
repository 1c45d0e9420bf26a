import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openMail } from './mail.ts'

const FROM = { name: 'Dinas Koperasi dan Usaha Mikro', address: 'dinas@ditakopum.example' }
const LETTER = { id: '0b0c8f3e-6d6a-4d58-9a53-0d6e1c3f7a11', to: 'siti@contoh.example', subject: 'Berkas A1 dikembalikan', text: 'Berkas A1 perlu diperbaiki.\nBuka tautan ini.', language: 'id', isCode: false } as const

/** A real SMTP server; `answer` gives the error of the n-th letter, or nothing to take it. */
async function aMailServer(t: TestContext, answer: (count: number) => { code: number; text: string } | 'silence' | undefined = () => undefined) {
  const letters: string[] = []
  let count = 0
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 200,
    onAuth: (auth, _session, done) => { if (auth.password === 'benar') done(null, { user: auth.username ?? '' }); else done(new Error('bad password')) },
    onData(stream, _session, done) {
      let text = ''
      stream.setEncoding('utf8')
      stream.on('data', (part: string) => { text += part })
      stream.on('end', () => {
        count += 1
        const said = answer(count)
        if (said === 'silence') return
        if (said) {
          done(Object.assign(new Error(said.text), { responseCode: said.code }))
          return
        }
        letters.push(text)
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.after(() => new Promise<void>((resolve) => { server.close(resolve) }))
  return { letters, port: (server.server.address() as AddressInfo).port }
}

test('a letter arrives with sender, subject, text and an id that stays the same when it is repeated', async (t) => {
  const { letters, port } = await aMailServer(t)
  const mail = openMail(`smtp://127.0.0.1:${port}`, FROM)
  t.after(() => mail.close())

  const outcomes = [await mail.send(LETTER), await mail.send(LETTER)]

  assert.deepEqual(outcomes, [{ kind: 'sent' }, { kind: 'sent' }])
  for (const letter of letters) {
    assert.match(letter, /^Message-ID: <0b0c8f3e-6d6a-4d58-9a53-0d6e1c3f7a11@ditakopum\.example>/m)
    assert.match(letter, /^From: "?Dinas Koperasi dan Usaha Mikro"? <dinas@ditakopum\.example>/m)
    assert.match(letter, /^Subject: Berkas A1 dikembalikan/m)
    assert.match(letter, /perlu diperbaiki/)
  }
})

test('a mailbox that does not exist is given up, one that is full is tried again', async (t) => {
  const { port } = await aMailServer(t, (count) => (count === 1 ? { code: 550, text: 'no such user siti@contoh.example' } : { code: 452, text: 'mailbox full' }))
  const mail = openMail(`smtp://127.0.0.1:${port}`, FROM)
  t.after(() => mail.close())

  assert.deepEqual(await mail.send(LETTER), { kind: 'refused', reason: 'smtp-550' })
  assert.deepEqual(await mail.send(LETTER), { kind: 'failed', reason: 'smtp-452', maybeTaken: false })
})

test('a mail server that is silent, down, or refuses the password is tried again', async (t) => {
  const { port } = await aMailServer(t, () => 'silence')
  const silent = openMail(`smtp://127.0.0.1:${port}`, FROM, 400)
  const down = openMail('smtp://127.0.0.1:9', FROM, 400)
  const wrong = openMail(`smtp://dinas:salah@127.0.0.1:${port}`, FROM, 2_000)
  t.after(() => { for (const mail of [silent, down, wrong]) mail.close() })

  assert.deepEqual(await silent.send(LETTER), { kind: 'failed', reason: 'no-answer', maybeTaken: true })
  assert.deepEqual(await down.send(LETTER), { kind: 'failed', reason: 'no-answer', maybeTaken: true })
  assert.deepEqual(await wrong.send(LETTER), { kind: 'failed', reason: 'smtp-535', maybeTaken: false })
})
