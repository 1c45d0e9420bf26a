import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { figuresOf } from './index.ts'
import { accountIds, aTicket, step } from './testing.ts'

test('an information request is owed in ten working days, may take seven more once with a reason, and an answer without substance is refused', async (t) => {
  const app = await freshApp(t)
  const { ticket } = await aTicket(app, { kind: 'information', words: 'Mohon daftar koperasi aktif tahun 2025 untuk skripsi.' })
  const { verifikator } = await accountIds(app)
  const verified = await step(app, 'sekretaris', ticket.id, { step: 'verify', class: 'information', category: 'other', assignTo: verifikator })
  const verifier = await app.api('verifikator')
  const at = `/complaints/${ticket.id}/steps`

  const wrong = await verifier.post(at, { step: 'answer', words: 'Sudah.' })
  const silent = await verifier.post(at, { step: 'extend', words: '' })
  const extended = await verifier.post(at, { step: 'extend', words: 'Datanya dikumpulkan dari 18 kecamatan.' })
  const twice = await verifier.post(at, { step: 'extend', words: 'Masih dikumpulkan dari kecamatan.' })
  const skipped = await verifier.post(at, { step: 'verify', class: 'information', category: 'other' })
  const others = await (await app.api('pengawas')).post(at, { step: 'answer', words: 'Ini jawaban dari yang tidak memegang tiketnya.' })
  const answered = await verifier.post(at, { step: 'answer', words: 'Daftar koperasi aktif 2025 terlampir dan ada di data terbuka.' })

  assert.equal(verified.dueAt?.toISOString(), '2026-11-25T09:00:00.000Z')
  assert.equal(extended.body.dueAt, '2026-12-04T14:30:00+07:00')
  assert.deepEqual([wrong, silent, extended, twice, skipped, others, answered].map(({ status }) => status), [422, 422, 200, 409, 409, 403, 200])
  assert.ok(answered.body.replyBy > '2026-12-20', 'thirty working days to object')
})

test('who shows a token cannot be anonymous, a form is one ticket however often it is sent, and a report is found again by its pass alone', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api('081200000001')
  const [formKey, words] = [randomUUID(), 'Loket tutup sebelum jamnya pada hari Senin.']
  const post = (path: string, body: unknown) => app.app.request(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const refused = await siti.post('/complaints', { kind: 'complaint', identity: 'anonymous', words })
  const [first, second] = await Promise.all([post('/complaints', { kind: 'complaint', identity: 'anonymous', words, formKey }), post('/complaints', { kind: 'complaint', identity: 'anonymous', words, formKey })])
  const [one, other] = [await first.json(), await second.json()]
  const linked = await siti.post('/complaints', { kind: 'complaint', identity: 'named', words, applicationReference: 'UM02-2611-AAAAAA' })
  const pass = await (await post('/complaint-passes', { reference: one.reference, secret: one.secret })).json()
  const mine = await (await post('/tracked-complaints', pass)).json()
  const stolen = await post('/tracked-complaints', { reference: one.reference, pass: `${pass.pass}x` })
  const listed = await (await app.api('loket')).get('/complaints')

  assert.deepEqual([refused.status, refused.body.problems[0].field, linked.status], [422, 'identity', 422])
  assert.deepEqual(one, other)
  assert.equal((await app.db.selectFrom('complaints.tickets').select('id').execute()).length, 1)
  assert.deepEqual([mine.state, mine.words, mine.steps], ['received', words, []])
  assert.equal(stolen.status, 404)
  assert.equal(JSON.stringify(listed.body).includes(one.secret), false)
  const now = app.clock.now
  const figures = await figuresOf(app.db, 'demo', now.subtract({ hours: 1 }), now.add({ hours: 1 }), now)
  assert.deepEqual([figures.received, figures.byKind], [1, [{ key: 'complaint', count: 1 }]])
})
