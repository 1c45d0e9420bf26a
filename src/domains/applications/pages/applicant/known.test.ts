import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { ok } from '../../../../kernel/result.ts'
import { findBusiness, findPendingProposal, verifyBusiness } from '../../../registry/index.ts'
import { findApplication } from '../../store.ts'
import { PAPERS, aBusiness, aKnowingService, actorFor, must } from '../../testing.ts'
import { aPhoto, formWith } from './testing.ts'

const SITI = '081200000001'

async function begun(app: TestApp) {
  await aKnowingService(app)
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  const siti = await app.as(SITI)
  const reply = await siti.post('/permohonan/baru?layanan=UM-02', { usaha: businessId, formKey: randomUUID() })
  const known = reply.headers.get('location') ?? ''
  return { businessId, siti, known, id: known.split('/')[2] ?? '' }
}

const notesOf = (app: TestApp, id: string) =>
  app.db.selectFrom('applications.forms').select(['asked', 'prefilled', 'disputed', 'known']).where('application_id', '=', id).executeTakeFirst()

async function complete(app: TestApp, id: string): Promise<Response> {
  const siti = await app.as(SITI)
  for (const paper of PAPERS) await siti.post(`/permohonan/${id}/berkas/${paper}`, formWith(await aPhoto()))
  await siti.post(`/permohonan/${id}/isi/purpose`, { purpose: 'halal' })
  return siti.post(`/permohonan/${id}/periksa`, { statement: 'yes' })
}

test('a new form begins with what is known, with its source, and one tap takes all of it over', async (t) => {
  const app = await freshApp(t)
  const { siti, known, id } = await begun(app)

  const html = await (await siti.get(known)).text()
  const on = await siti.post(known, {})

  assert.match(known, /\/diketahui$/)
  assert.match(html, /Kerupuk Udang Barokah/)
  assert.match(html, /Dari data usaha, [^<]+ 11 Nov 2026/)
  assert.match(on.headers.get('location') ?? '', /\/isi\/purpose$/)
  assert.equal((await findApplication(app.db, id))?.answers['capital'], 25_000_000)
})

test('what the applicant says is wrong is used by the case, proposed to the registry, and shown to officers with both values', async (t) => {
  const app = await freshApp(t)
  const { businessId, siti, known, id } = await begun(app)
  const verifier = await actorFor(app, 'verifikator')
  await must(app, async (unit) => ok(await verifyBusiness(unit, verifier, businessId)))

  const question = await (await siti.get(`/permohonan/${id}/isi/capital`)).text()
  const back = await siti.post(`/permohonan/${id}/isi/capital`, { capital: '40.000.000' })
  const list = await (await siti.get(known)).text()
  await siti.post(known, {})
  const sent = await complete(app, id)

  assert.match(question, /Menurut kami: Rp25\.000\.000/)
  assert.equal(back.headers.get('location'), known)
  assert.match(list, /Rp40\.000\.000[\s\S]*Anda ubah[\s\S]*Rp25\.000\.000/)
  assert.equal(sent.status, 303)
  const notes = await notesOf(app, id)
  assert.deepEqual([notes?.asked, notes?.prefilled, notes?.disputed], [7, 5, 1])
  assert.deepEqual((await findBusiness(app.db, app.tools.keys, businessId))?.record.capital, 25_000_000, 'the verified record waits for a data steward')
  assert.deepEqual((await findPendingProposal(app.db, app.tools.keys, businessId))?.sets, { capital: 40_000_000 })
  const sheet = await (await (await app.as('loket')).get(`/petugas/permohonan/${id}`)).text()
  assert.match(sheet, /Rp40\.000\.000[\s\S]*Rp25\.000\.000/)
})

test('once it was sent a request keeps what was known then, also when it comes back', async (t) => {
  const app = await freshApp(t)
  const { businessId, siti, known, id } = await begun(app)
  await siti.post(known, {})
  await complete(app, id)
  const counter = await app.api('loket')
  await counter.post(`/applications/${id}/steps`, { step: 'return', items: [{ requirement: 'idCard', reasonCode: 'unreadable', note: '' }] })
  await (await app.api(SITI)).patch(`/businesses/${businessId}`, { capital: 26_000_000 })

  await siti.post(`/permohonan/${id}/berkas/idCard`, formWith(await aPhoto()))
  const again = await siti.post(`/permohonan/${id}/periksa`, {})

  assert.equal(again.status, 303)
  const kept = await findApplication(app.db, id)
  assert.deepEqual([kept?.status, kept?.answers['capital']], ['submitted', 25_000_000])
  const notes = await notesOf(app, id)
  assert.deepEqual([notes?.asked, notes?.prefilled, notes?.disputed], [7, 5, 0])
})

test('a known value that the registry would never hold is refused at its question', async (t) => {
  const app = await freshApp(t)
  const { siti, known, id } = await begun(app)
  await siti.post(`/permohonan/${id}/isi/startedOn`, { 'startedOn-day': '1', 'startedOn-month': '4', 'startedOn-year': '2031' })
  await siti.post(known, {})

  const sent = await complete(app, id)

  assert.equal(sent.status, 422)
  assert.match(await sent.text(), /href="#answers\.startedOn"/)
})

test('through the API what is known need not be said, and what is said otherwise counts as disputed', async (t) => {
  const app = await freshApp(t)
  await aKnowingService(app)
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  const api = await app.api(SITI)
  const attachments: Record<string, string> = {}
  for (const paper of PAPERS) attachments[paper] = (await api.post('/attachments', formWith(await aPhoto()))).body.id

  const draft = await api.post('/applications', { serviceCode: 'UM-02', businessId, answers: { purpose: 'halal', statement: true, sales: 200_000_000 }, attachments })
  const sent = await api.post(`/applications/${draft.body.id}/steps`, { step: 'submit' })

  assert.equal(sent.status, 200, JSON.stringify(sent.body))
  assert.deepEqual([sent.body.answers.capital, sent.body.answers.sales], [25_000_000, 200_000_000])
  const notes = await notesOf(app, draft.body.id)
  assert.deepEqual([notes?.prefilled, notes?.disputed], [5, 1])
})
