import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { takeStep } from '../applications/commands/steps.ts'
import { actorFor, aCaseIn, anIssuedLetter, must } from '../applications/testing.ts'
import { escalate } from './escalate.ts'

const SITI = '081200000001'

async function aRejectedCase(app: TestApp): Promise<string> {
  const id = await aCaseIn(app, 'submitted')
  const counter = await actorFor(app, 'loket')
  await must(app, (unit) => takeStep(app.tools, unit, counter, id, { step: 'reject', reasonCode: 'not-micro', note: 'Modal melebihi batas.' }))
  return id
}

const stepsOf = async (app: TestApp, id: string) => (await app.db.selectFrom('log.events').select('what').where('subject_id', '=', id).orderBy('seq').execute())
  .map((one) => one.what).filter((what) => what.startsWith('application.obj'))

test('an applicant objects to a rejection in his own words, and the head answers with reasons', async (t) => {
  const app = await freshApp(t)
  const id = await aRejectedCase(app)
  const siti = await app.as(SITI)
  const [casePage, form] = await Promise.all([siti.get(`/permohonan/${id}`), siti.get(`/permohonan/${id}/keberatan`)].map(async (reply) => (await reply).text()))
  const empty = await siti.post(`/permohonan/${id}/keberatan`, { reason: ' ' })

  const filed = await siti.post(`/permohonan/${id}/keberatan`, { reason: 'Modal saya hanya 25 juta, <b>bukan</b> 2 miliar.' })
  const twice = await siti.post(`/permohonan/${id}/keberatan`, { reason: 'Sekali lagi.' })
  const list = await (await app.as('kadis')).get('/petugas/keberatan').then((reply) => reply.text())
  const [, objection] = /\/petugas\/keberatan\/([0-9a-f-]{36})/.exec(list) ?? []
  const page = await (await app.as('kadis')).get(`/petugas/keberatan/${objection ?? ''}`).then((reply) => reply.text())
  const verifier = await (await app.as('verifikator')).post(`/petugas/keberatan/${objection ?? ''}`, { act: 'decide', outcome: 'denied', answer: 'Tidak.' })
  const without = await (await app.as('kadis')).post(`/petugas/keberatan/${objection ?? ''}`, { act: 'decide', outcome: 'denied', answer: '' })
  const decided = await (await app.as('kadis')).post(`/petugas/keberatan/${objection ?? ''}`, { act: 'decide', outcome: 'denied', answer: 'Modal pada laporan pajak 2 miliar.' })

  assert.match(casePage ?? '', new RegExp(`/permohonan/${id}/keberatan`))
  assert.match(form ?? '', /Keberatan diterima sampai 10 Desember 2026/)
  assert.deepEqual([empty.status, filed.status, twice.status, verifier.status, without.status, decided.status], [422, 303, 409, 403, 422, 303])
  assert.match(page, /&lt;b>bukan/)
  assert.deepEqual(await stepsOf(app, id), ['application.object', 'application.objection-deny'])
  const told = await app.db.selectFrom('messages.outbox').select(['template', 'body']).where('template', 'like', 'objection%').orderBy('created_at').execute()
  assert.deepEqual(told.map((one) => one.template), ['objection-filed', 'objection-denied'])
  assert.match(told[0]?.body ?? '', /Jawaban paling lambat Rabu 25 November 2026, 16\.00/)
  assert.match(await (await (await app.as(SITI)).get(`/permohonan/${id}`)).text(), /Keberatan tidak dikabulkan/)
  const log = (await app.db.selectFrom('log.events').select('body').execute()).map((one) => one.body).join('\n')
  assert.doesNotMatch(log, /2 miliar|25 juta/)
})

test('an objection nobody settles counts as granted to the minute, after the head was warned, and is closed only with proof', async (t) => {
  const app = await freshApp(t)
  const id = await aRejectedCase(app)
  const filed = (await (await app.api(SITI)).post(`/applications/${id}/objections`, { reason: 'Modal saya 25 juta.' })).body
  app.clock.set('2026-11-25T15:59:00+07:00')
  await escalate(app.tools, 'demo')
  const before = (await (await app.api('kadis')).get(`/objections/${filed.id}`)).body
  const warned = await app.db.selectFrom('supervision.notices').select('rung').where('subject', '=', filed.id).orderBy('told_at').orderBy('rung').execute()
  app.clock.set('2026-11-25T16:00:00+07:00')

  const late = await (await app.api('kadis')).post(`/objections/${filed.id}/decision`, { outcome: 'denied', answer: 'Tidak.' })
  await Promise.all([escalate(app.tools, 'demo'), escalate(app.tools, 'demo')])
  const deemed = (await (await app.api(SITI)).get(`/applications/${id}/objections`)).body.items[0]
  const own = await app.db.selectFrom('applications.applications').select('reference').where('id', '=', id).executeTakeFirstOrThrow()
  const letter = await anIssuedLetter(app)
  const proof = await app.db.selectFrom('applications.applications').select('reference').where('id', '=', letter.applicationId).executeTakeFirstOrThrow()
  const secretary = await app.api('sekretaris')
  const claim = await secretary.post(`/objections/${filed.id}/fulfilment`, { reference: own.reference })
  const done = await secretary.post(`/objections/${filed.id}/fulfilment`, { reference: proof.reference })

  assert.equal(filed.settleBy, '2026-11-25T16:00:00+07:00')
  assert.equal(before.state, 'open')
  assert.deepEqual(warned.map((one) => one.rung), ['before', 'last-day'])
  assert.equal(late.status, 409)
  assert.deepEqual([deemed.state, deemed.fulfilBy], ['deemed-granted', '2026-12-02T16:00:00+07:00'])
  assert.deepEqual([claim.status, done.status, done.body.state], [422, 200, 'fulfilled'])
  assert.deepEqual(await stepsOf(app, id), ['application.object', 'application.objection-lapse', 'application.objection-fulfil'])
})

test('lateness can be objected to by the applicant, not by others and not by a helper without his consent', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'accepted')
  const early = await (await app.api(SITI)).post(`/applications/${id}/objections`, { reason: 'Lama.' })
  app.clock.set('2026-11-17T08:00:00+07:00')

  const replies = await Promise.all(['081200000002', 'loket', 'verifikator', SITI].map(async (login) => (await app.api(login)).post(`/applications/${id}/objections`, { reason: 'Sudah lewat batas waktunya.' })))

  assert.equal(early.status, 409)
  assert.deepEqual(replies.map((reply) => reply.status), [403, 403, 403, 201])
  assert.equal(replies[3]?.body.ground, 'lateness')
})
