import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { aCaseAt } from '../applications/pages/office/testing.ts'
import type { Provider } from './delivery.ts'
import { aGateway, queued, send, status, told } from './testing.ts'

test('what was told about a case, and whether it arrived, stands on its page for the applicant and for officers, and in the API', async (t) => {
  const app = await freshApp(t)
  const { id } = await aCaseAt(app, { status: 'accepted' })
  const { provider } = await aGateway(t, [status(200), status(400)])
  await send(app, [provider], 1)
  await send(app, [provider], 1)

  const mine = await (await (await app.as('081200000001')).get(`/permohonan/${id}?bahasa=en`)).text()
  const office = await (await (await app.as('verifikator')).get(`/petugas/permohonan/${id}`)).text()
  const { body } = await (await app.api('081200000001')).get(`/applications/${id}/messages`)
  const foreign = await (await app.api('081200000002')).get(`/applications/${id}/messages`)

  // Both were written at one instant of the test's clock: which goes first is open.
  for (const word of [/Receipt/, /Sent by SMS/, /File complete/, /Not arrived yet/]) assert.match(mine, word)
  for (const word of [/Tanda terima/, /Terkirim lewat SMS/, /Berkas lengkap/, /Belum sampai/]) assert.match(office, word)
  const items = body['items'] as { template: string; state: string }[]
  assert.deepEqual(items.map((one) => one.template).toSorted(), ['accepted', 'submitted'])
  assert.deepEqual(items.map((one) => one.state).toSorted(), ['failed', 'sent'])
  assert.equal(foreign.status, 403)
})

test('an applicant without a phone gets what must be told on a slip, and no slip for news', async (t) => {
  const app = await freshApp(t)
  await app.db.updateTable('registry.people').set({ phone: null }).where('phone', '=', '+6281200000001').execute()

  await aCaseAt(app, { status: 'returned' })
  const page = await (await (await app.as('loket')).get('/petugas/pesan')).text()

  assert.deepEqual(await told(app), ['settled no-phone', 'slip no-phone'])
  assert.match(page, /Siti Aminah, Kedungrejo[\s\S]*Disampaikan lewat slip cetak/)
})

test('whom no phone reaches is told by mail, when he has an address', async (t) => {
  const app = await freshApp(t)
  const person = await app.db.updateTable('registry.people').set({ email: 'siti@contoh.example' }).where('phone', '=', '+6281200000001').returning('id').executeTakeFirstOrThrow()
  const { provider } = await aGateway(t, [status(400)])
  const letters: string[][] = []
  const mail: Provider = { key: 'mail', road: 'email', repeats: true, close() {}, send: async ({ to, subject }) => { letters.push([to, subject]); return { kind: 'sent' } } }

  await queued(app, { personId: person.id })
  await send(app, [provider, mail])
  await send(app, [provider, mail])

  assert.deepEqual(letters, [['siti@contoh.example', 'Berkas ditolak']])
  assert.deepEqual(await told(app), ['waiting', 'waiting gateway http-400', 'sent mail'])
})
