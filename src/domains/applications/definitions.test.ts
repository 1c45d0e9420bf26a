import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshApp } from '../../apps/testing.ts'
import { transact } from '../../platform/db/unit.ts'
import { escalate } from '../supervision/escalate.ts'
import { findServiceOn, getDefinition } from '../services/index.ts'
import { recomputeOpenDeadlines } from './commands/recompute.ts'
import { LIVES } from './core/lives.testing.ts'
import { remindFollowing } from './jobs.ts'
import { aBusiness, aService, actorFor, manyAccepted } from './testing.ts'

const said = (id: string) => ({ id, en: id })

test('a standard that changes under a thousand running cases changes no rule, deadline or letter of any of them', async (t) => {
  const app = await freshApp(t)
  const { db } = app
  const businessId = await aBusiness(app, await actorFor(app, '081200000001'))
  const old = await findServiceOn(db, 'UM-02', '2026-11-11')
  assert.ok(old)
  await manyAccepted(app, businessId, old.definitionId, 1_000)
  const admin = await actorFor(app, 'admin')
  const recompute = () => transact(db, app.tools.clock, (unit) => recomputeOpenDeadlines(unit, admin, 'demo'))
  await recompute()
  const standing = () => sql`select id, definition_id, status, intake_due_at, due_at, stage_due_at, version from applications.applications order by id`.execute(db)
  const before = await standing()
  const letterBefore = (await getDefinition(db, old.definitionId)).letter

  const definition = { ...old.definition, version: 2, validFrom: '2026-11-11', limits: { ...old.definition.limits, days: 1 }, life: LIVES.survey.life, initials: ['secretary'], letter: undefined }
  await db.insertInto('services.definitions').values({ service_code: 'UM-02', version: 2, valid_from: '2026-11-11', definition: JSON.stringify(definition) }).execute()
  const recomputed = await recompute()
  const after = await standing()
  const { id: one } = before.rows[0] as { id: string }
  const seen = await (await app.api('verifikator')).get(`/applications/${one}`)
  const fresh = await findServiceOn(db, 'UM-02', '2026-11-11')

  assert.deepEqual(recomputed, { ok: true, value: { open: 1_000, moved: 0 } })
  assert.deepEqual(after.rows, before.rows)
  assert.deepEqual((await getDefinition(db, old.definitionId)).letter, letterBefore)
  assert.deepEqual([seen.body.steps, fresh?.definition.version], [['return', 'verify', 'reject'], 2])
})

test('an officer is reminded every thirty days of what is decided outside, and not of what is completed', async (t) => {
  const app = await freshApp(t)
  await aService(app, { code: 'TST-02', kind: 'facilitation' })
  const businessId = await aBusiness(app, await actorFor(app, '081200000001'))
  const draft = await (await app.api('081200000001')).post('/applications', { serviceCode: 'TST-02', businessId })
  const { id } = draft.body
  const step = async (login: string, body: Record<string, unknown>) => (await app.api(login)).post(`/applications/${id}/steps`, body)
  await step('081200000001', { step: 'submit' })
  await step('loket', { step: 'accept' })
  await step('verifikator', { step: 'verify' })
  await (await app.api('verifikator')).post('/supervision/contact', { phone: '0812 0000 0099' })
  await step('verifikator', { step: 'follow', place: 'OSS', reference: 'I-1' })

  const acts: number[] = []
  for (const days of [29, 2, 0, 29, 40]) {
    app.clock.pass({ hours: 24 * days })
    acts.push(await remindFollowing(app.tools, 10))
  }
  await step('verifikator', { step: 'complete' })
  app.clock.pass({ hours: 24 * 60 })
  acts.push(await remindFollowing(app.tools, 10))
  const told = await app.db.selectFrom('messages.outbox').select(['address', 'body']).where('template', '=', 'follow-up').orderBy('created_at').execute()

  assert.deepEqual(acts, [0, 1, 0, 1, 1, 0])
  assert.equal(told.length, 3)
  assert.match(told[0]?.body ?? '', /sudah 30 hari di pihak luar/)
})

test('the advice of another office that is overdue is told to the line over the case, and stands on the board', async (t) => {
  const app = await freshApp(t)
  await aService(app, { code: 'TST-01', kind: 'advice', limits: { days: 20, intakeOfficeHours: 4, correctionDays: 14, draftDays: 90 }, advice: { office: said('Dinas Lain'), question: said('Adakah keberatan?'), days: 5 } })
  const businessId = await aBusiness(app, await actorFor(app, '081200000001'))
  const draft = await (await app.api('081200000001')).post('/applications', { serviceCode: 'TST-01', businessId })
  for (const [login, taken] of [['081200000001', 'submit'], ['loket', 'accept'], ['verifikator', 'consult']] as const) {
    await (await app.api(login)).post(`/applications/${draft.body.id}/steps`, { step: taken })
  }
  const stages = async () => (await app.db.selectFrom('supervision.notices').select(['post', 'lapsed_at']).where('kind', '=', 'stage').execute())

  app.clock.set('2026-11-18T15:59:00+07:00')
  await escalate(app.tools, 'demo')
  const early = await stages()
  app.clock.set('2026-11-18T16:01:00+07:00')
  await escalate(app.tools, 'demo')
  await escalate(app.tools, 'demo')
  const late = await stages()
  const board = await (await app.as('kabid')).get('/petugas/pengawasan?lihat=lewat-tahap').then((reply) => reply.text())
  await (await app.api('verifikator')).post(`/applications/${draft.body.id}/steps`, { step: 'advise', verdict: 'no', advice: 'Keberatan.', answeredBy: 'Contoh', position: 'Kepala' })
  await escalate(app.tools, 'demo')
  const settled = await stages()

  assert.deepEqual([early, late], [[], [{ post: 'division-head', lapsed_at: null }]])
  assert.match(board, new RegExp(draft.body.reference))
  assert.match(board, /Instansi lain/)
  assert.ok(settled[0]?.lapsed_at)
})
