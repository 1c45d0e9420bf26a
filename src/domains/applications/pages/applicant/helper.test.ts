import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { ok } from '../../../../kernel/result.ts'
import { giveMandate } from '../../../accounts/index.ts'
import { findApplication } from '../../store.ts'
import { PAPERS, aBusiness, aDraft, actorFor, must } from '../../testing.ts'
import { aPhoto, formWith } from './testing.ts'

const SITI = '081200000001'

async function consent(app: TestApp, login: string): Promise<{ personId: string; mandateId: string }> {
  const [siti, helper] = [await actorFor(app, SITI), await actorFor(app, login)]
  const personId = siti.personId ?? ''
  const mandate = await must(app, async (unit) => ok(await giveMandate(unit, {
    officeId: helper.officeId, personId, officerId: helper.accountId, role: 'counter', method: 'signature',
  })))
  return { personId, mandateId: mandate.id }
}

test('without consent nothing is begun for a citizen', async (t) => {
  const app = await freshApp(t)
  const siti = await actorFor(app, SITI)
  const businessId = await aBusiness(app, siti)
  const counter = await app.as('loket')
  const path = `/permohonan/baru?layanan=UM-02&warga=${siti.personId}`

  const page = await (await counter.get(path)).text()
  const reply = await counter.post(path, { usaha: businessId, formKey: randomUUID() })

  assert.match(page, /Persetujuan warga belum tercatat/)
  assert.equal(reply.status, 422)
})

test('the counter fills in for a citizen who agreed: the pages say for whom, and the slip says who did it', async (t) => {
  const app = await freshApp(t)
  const { personId, mandateId } = await consent(app, 'loket')
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  const counter = await app.as('loket')

  const begun = await counter.post(`/permohonan/baru?layanan=UM-02&warga=${personId}`, { usaha: businessId, formKey: randomUUID() })
  const question = begun.headers.get('location') ?? ''
  const id = question.split('/')[2] ?? ''
  const page = await (await counter.get(question)).text()
  await counter.post(question, { purpose: 'bank-loan' })
  for (const paper of PAPERS) await counter.post(`/permohonan/${id}/berkas/${paper}`, formWith(await aPhoto()))
  const sent = await counter.post(`/permohonan/${id}/periksa`, { statement: 'yes' })
  const slip = await (await counter.get(sent.headers.get('location') ?? '')).text()
  const seenBySiti = await (await (await app.as(SITI)).get(`/permohonan/${id}/tanda-terima`)).text()

  assert.match(page, /Anda mengisi untuk Siti Aminah/)
  assert.match(slip, /Siti Aminah/)
  assert.match(slip, /Ningsih Wulandari, loket, membantu pemohon/)
  assert.doesNotMatch(seenBySiti, /Ningsih/)
  const kept = await findApplication(app.db, id)
  assert.deepEqual([kept?.channel, kept?.mandateId, kept?.ownerId, kept?.status], ['counter', mandateId, personId, 'submitted'])
  const events = await app.db.selectFrom('log.events').select(['what', 'for_id']).where('subject_id', '=', id).orderBy('seq').execute()
  assert.deepEqual(events.map((event) => [event.what, event.for_id]), [['application.create', personId], ['application.submit', personId]])
})

test('an officer without consent sees a citizen\'s draft but cannot change or send it', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const counter = await app.as('loket')

  const page = await (await counter.get(`/permohonan/${id}/isi/purpose`)).text()
  await counter.post(`/permohonan/${id}/isi/purpose`, { purpose: 'halal' })
  await counter.post(`/permohonan/${id}/periksa`, { statement: 'yes' })

  assert.match(page, /tanpa persetujuan tercatat/)
  const kept = await findApplication(app.db, id)
  assert.deepEqual([kept?.status, kept?.answers['purpose']], ['draft', 'bank-loan'])
})

test('the village officer of another village opens nothing of this citizen', async (t) => {
  const app = await freshApp(t)
  const { id, ownerId } = await aDraft(app)
  const village = await app.as('desa')

  assert.equal((await village.get(`/permohonan/${id}`)).status, 403)
  assert.equal((await village.get(`/permohonan/baru?layanan=UM-02&warga=${ownerId}`)).status, 403)
})

test('a citizen withdraws consent on the own page or by program: from then on that officer can fill in and send nothing more', async (t) => {
  const app = await freshApp(t)
  const { personId, mandateId } = await consent(app, 'loket')
  await consent(app, 'loket')
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  const [counter, siti] = [await app.as('loket'), await app.as(SITI)]
  const begun = await counter.post(`/permohonan/baru?layanan=UM-02&warga=${personId}`, { usaha: businessId, formKey: randomUUID() })
  const question = begun.headers.get('location') ?? ''
  const id = question.split('/')[2] ?? ''
  const api = await app.api(SITI)
  const [held, ofOthers] = [await api.get('/me/consents'), await (await app.api('081200000002')).post(`/me/consents/${mandateId}/withdrawal`)]

  const shown = await (await siti.get('/akun')).text()
  const ended = await siti.post('/akun', { do: 'persetujuan', id: held.body.items[0].id })
  await counter.post(question, { purpose: 'bank-loan' })
  const byProgram = await (await app.api('loket')).patch(`/applications/${id}`, { answers: { purpose: 'bank-loan' } })
  const another = await counter.post(`/permohonan/baru?layanan=UM-02&warga=${personId}`, { usaha: businessId, formKey: randomUUID() })

  assert.match(shown, /Persetujuan saya[^]*Loket[^]*Tanda tangan[^]*Tarik persetujuan/)
  assert.deepEqual([ofOthers.status, ended.status, byProgram.status, byProgram.body.code, another.status], [404, 303, 403, 'consent-withdrawn', 422])
  assert.equal((await findApplication(app.db, id))?.answers['purpose'], undefined)
  assert.deepEqual([(await api.get('/me/consents')).body.items, (await api.post(`/me/consents/${held.body.items[0].id}/withdrawal`)).status], [[], 404])
  const log = await app.db.selectFrom('log.events').select(['subject_id', 'to_state']).where('what', '=', 'mandate.end').execute()
  assert.deepEqual([log.length, log.some((one) => one.subject_id === mandateId), log[0]?.to_state], [2, true, 'ended'])
  // Given anew it holds again.
  await consent(app, 'loket')
  assert.equal((await (await app.api('loket')).patch(`/applications/${id}`, { answers: { purpose: 'bank-loan' } })).status, 200)
})
