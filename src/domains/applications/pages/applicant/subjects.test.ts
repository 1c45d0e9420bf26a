import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { freshApp } from '../../../../apps/testing.ts'
import { ok } from '../../../../kernel/result.ts'
import { giveMandate } from '../../../accounts/index.ts'
import { actorFor, must } from '../../testing.ts'

const SITI = '081200000001'
const WAHYU = '081200000002'
const COOPERATIVE = '5d1c0e7a-2b6f-4c1d-8a35-0c0d0e0f0a0b'
const ADVICE = { topic: 'money', question: 'Apakah surat usaha dapat dipakai untuk mengajukan KUR?', way: 'phone-message', publishable: true }

const caseOf = (reply: Response) => (reply.headers.get('location') ?? '').split('/')[2] ?? ''

test('a service for a person is begun without a choice and sent, and no business is spoken of', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const path = '/permohonan/baru?layanan=GEN-03'

  const page = await (await siti.get(path)).text()
  const begun = await siti.post(path, { formKey: randomUUID() })
  const id = caseOf(begun)
  await (await app.api(SITI)).patch(`/applications/${id}`, { answers: ADVICE })
  const check = await (await siti.get(`/permohonan/${id}/periksa`)).text()
  const sent = await siti.post(`/permohonan/${id}/periksa`, {})
  const receipt = await (await siti.get(`/permohonan/${id}/tanda-terima`)).text()

  assert.match(page, /Mulai mengisi/)
  assert.doesNotMatch(page, /Untuk usaha yang mana|Untuk koperasi yang mana|Catat usaha/)
  assert.equal(begun.status, 303)
  assert.doesNotMatch(check, /Nama usaha|Nama koperasi/)
  assert.match(sent.headers.get('location') ?? '', /tanda-terima$/)
  assert.match(receipt, /GEN03-[\s\S]*Konsultasi/)
  assert.doesNotMatch(receipt, />Usaha</)
})

test('what keeps somebody from beginning is told with what to do: no cooperative, no open round', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const none = await (await siti.get('/permohonan/baru?layanan=KOP-04')).text()
  const forced = await siti.post('/permohonan/baru?layanan=KOP-04', { koperasi: COOPERATIVE, formKey: randomUUID() })
  const closed = await (await siti.get('/permohonan/baru?layanan=UM-10')).text()
  await app.db.insertInto('services.rounds').values({
    office_id: 'demo', service_code: 'UM-10', name: 'Gelombang Akhir Tahun', opens_on: '2026-11-01', closes_on: '2026-11-30', quota: 25, basis: 'SK 1',
    created_by: (await actorFor(app, 'kabid')).accountId, created_at: new Date(app.clock.now.epochMilliseconds),
  }).execute()
  const open = await (await siti.get('/permohonan/baru?layanan=UM-10')).text()

  assert.match(none, /belum tercatat sebagai pengurus koperasi[\s\S]*href="\/koperasi"/)
  assert.equal(forced.status, 422)
  assert.match(closed, /sedang tidak dibuka[\s\S]*href="\/program"/)
  assert.doesNotMatch(closed, /Mulai mengisi/)
  assert.match(open, /Gelombang Akhir Tahun dibuka sampai 30 November 2026[\s\S]*25 tempat/)
})

test('the counter finds a cooperative, chooses whom of its board it helps, and begins with his consent', async (t) => {
  const app = await freshApp(t)
  const counter = await app.as('loket')
  const [officer, wahyu] = [await actorFor(app, 'loket'), await actorFor(app, WAHYU)]

  const found = await (await counter.get('/permohonan/baru?layanan=KOP-04&cari=delta+mitra')).text()
  const missed = await (await counter.get('/permohonan/baru?layanan=KOP-04&cari=tidakada')).text()
  const link = (/href="(\/permohonan\/baru\?[^"]*koperasi=[^"]*)"/.exec(found)?.[1] ?? '').replaceAll('&amp;', '&')
  const without = await (await counter.get(link)).text()
  await must(app, async (unit) => ok(await giveMandate(unit, { officeId: officer.officeId, personId: wahyu.personId ?? '', officerId: officer.accountId, role: 'counter', method: 'signature' })))
  const chosen = await (await counter.get(link)).text()
  const begun = await counter.post(link, { koperasi: COOPERATIVE, formKey: randomUUID() })

  assert.match(found, /Delta Mitra Sejahtera[\s\S]*Siapa pengurus yang Anda bantu\?[\s\S]*Wahyu Setiawan/)
  assert.match(missed, /tidak ditemukan/)
  assert.match(without, new RegExp(`href="/petugas/bantu/${wahyu.personId}"`))
  assert.match(chosen, new RegExp(`value="${COOPERATIVE}"[^>]*checked|checked[^>]*value="${COOPERATIVE}"`))
  assert.equal(begun.status, 303)
  const row = await app.db.selectFrom('applications.applications').select(['cooperative_id', 'owner_id', 'channel']).executeTakeFirst()
  assert.deepEqual(row, { cooperative_id: COOPERATIVE, owner_id: wahyu.personId, channel: 'counter' })
})
