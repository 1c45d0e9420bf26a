import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { recomputeOpenDeadlines } from '../applications/index.ts'
import { aCaseIn, actorFor } from '../applications/testing.ts'
import { everyPart } from './definitions.testing.ts'
import { getDefinition } from './store.ts'

const ways = async (app: TestApp) => ({ secretary: await app.api('sekretaris'), head: await app.api('kadis'), division: await app.api('kabid') })
const longer = (definition: Record<string, unknown>) => {
  const standard = { ...Object(definition['standard']), duration: '5 hari kerja sejak berkas lengkap' }
  return { ...definition, limits: { ...Object(definition['limits']), days: 5 }, standard }
}

test('a change is proposed by one person, published by another, and what runs keeps its version', async (t) => {
  const app = await freshApp(t)
  const { secretary, head, division } = await ways(app)
  const held = await aCaseIn(app, 'accepted')
  const before = (await secretary.get(`/applications/${held}`)).body
  const { body: first } = await division.get('/services/um-02/versions/1')

  const proposed = await division.post('/service-proposals', { definition: longer(first), note: 'Berkas bertambah banyak' })
  const { id } = proposed.body
  const seen = (await head.get(`/service-proposals/${id}`)).body
  const byClerk = await (await app.api('loket')).post('/service-proposals', { definition: first })
  const ownWithoutRight = await division.post(`/service-proposals/${id}/publish`, { validFrom: '2026-11-16' })
  const past = await head.post(`/service-proposals/${id}/publish`, { validFrom: '2026-11-10' })
  const published = await head.post(`/service-proposals/${id}/publish`, { validFrom: '2026-11-16' })
  const again = await secretary.post(`/service-proposals/${id}/publish`, { validFrom: '2026-11-17' })

  assert.equal(proposed.status, 201)
  assert.deepEqual(seen.changes, [
    { place: 'standard.duration', kind: 'changed', before: 'x', after: '5 hari kerja sejak berkas lengkap' }, { place: 'limits.days', kind: 'changed', before: '3', after: '5' },
  ].map((one) => (one.place === 'standard.duration' ? { ...one, before: Object(first.standard).duration } : one)))
  assert.deepEqual(seen.effect, [{ version: 1, open: 1, drafts: 0 }])
  assert.deepEqual([byClerk.status, ownWithoutRight.status], [403, 403])
  assert.deepEqual([past.status, past.body.problems[0].field], [422, 'validFrom'])
  assert.deepEqual([published.status, published.body.version, published.body.decidedBy !== null], [200, 2, true])
  assert.deepEqual([again.status, again.body.code], [409, 'already-decided'])
  const daysOf = async () => (await secretary.get('/services/UM-02')).body.limits.days
  assert.equal(await daysOf(), 3)
  assert.deepEqual((await secretary.get('/services/UM-02/versions')).body.items.map((one: { validTo: string | null }) => one.validTo), [null, '2026-11-15'])
  app.clock.set('2026-11-16T08:00:00+07:00')
  assert.equal(await daysOf(), 5)
  assert.deepEqual((await (await app.api('sekretaris')).get(`/applications/${held}`)).body.dueAt, before.dueAt)
  const { definition_id: kept } = await app.db.selectFrom('applications.applications').select('definition_id').where('id', '=', held).executeTakeFirstOrThrow()
  assert.equal((await getDefinition(app.db, kept)).limits.days, 3)
  await assert.rejects(sql`update services.definitions set definition = '{}'`.execute(app.db), /permission denied/)
  const { rows } = await sql<{ what: string }>`select body::jsonb ->> 'what' as what from log.events where body::jsonb ->> 'subject' = ${id} order by seq`.execute(app.db)
  assert.deepEqual(rows.map(({ what }) => what), ['service.propose', 'service.publish'])
})

/** A thousand cases like this one, found complete at this moment, each with its own history in the log. */
async function aThousandLike(app: TestApp, caseId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into applications.applications
    select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'reference', 'UM02-2611-' || lpad(n::text, 6, '0'), 'draft_key', null))).*
      from applications.applications a, generate_series(1, 1000) n where a.id = ${caseId} returning id`.execute(app.db)
  await transact(app.db, app.tools.clock, async (unit) => {
    for (const { id } of rows) {
      for (const [step, to] of [['submit', 'submitted'], ['accept', 'accepted']] as const) {
        unit.record('demo', { what: `application.${step}`, kind: 'application', subject: id, role: 'counter', to })
      }
    }
    return ok(undefined)
  })
}

test('a definition changed under a thousand running cases changes no rule, no deadline and no letter of any of them', async (t) => {
  const app = await freshApp(t)
  const { secretary, head } = await ways(app)
  await aThousandLike(app, await aCaseIn(app, 'accepted'))
  const admin = await actorFor(app, 'admin')
  const recomputed = () => transact(app.db, app.tools.clock, (unit) => recomputeOpenDeadlines(unit, admin, 'demo'))
  const held = async () => (await sql<{ count: number; mark: string }>`
    select count(*)::int as count, md5(string_agg(a::text || d.definition::text, '' order by a.id)) as mark
      from applications.applications a join services.definitions d on d.id = a.definition_id`.execute(app.db)).rows[0]
  await recomputed()
  const before = await held()
  const { body: first } = await secretary.get('/services/UM-02/versions/1')
  const changed = {
    ...longer(first), requirements: first.requirements.slice(0, 2), letter: { ...first.letter, template: 'um-02/v2', validity: { kind: 'months', months: 6 } },
    samples: [{ name: 'biasa', answers: { purpose: 'bank-loan', statement: true }, given: ['idCard', 'familyCard'], expect: 'sendable' }],
  }

  const { body: { id } } = await secretary.post('/service-proposals', { definition: changed })
  const { body: { effect } } = await head.get(`/service-proposals/${id}`)
  const published = await head.post(`/service-proposals/${id}/publish`, { validFrom: '2026-11-12' })
  app.clock.set('2026-11-12T10:00:00+07:00')
  const moved = await recomputed()

  assert.deepEqual(effect, [{ version: 1, open: 1001, drafts: 0 }])
  assert.equal(published.status, 200)
  assert.deepEqual(moved, ok({ open: 1001, moved: 0 }))
  assert.deepEqual([before?.count, await held()], [1001, before])
})

test('nobody publishes what he proposed, a flawed definition is not kept, and a proposal can be taken back', async (t) => {
  const app = await freshApp(t)
  const { secretary, head } = await ways(app)
  const { body: first } = await secretary.get('/services/UM-02/versions/1')

  const flawed = await secretary.post('/service-proposals', { definition: { ...first, questions: first.questions.toReversed() } })
  const proofs = await secretary.post('/service-proofs', { definition: { ...first, letter: undefined } })
  const foreign = await secretary.post('/service-proofs', { definition: { ...first, division: 'kelautan' } })
  const nothing = await secretary.post('/service-proposals', { definition: 'UM-02' })
  const kept = (await secretary.get('/service-proposals')).body.items
  const { body: { id } } = await secretary.post('/service-proposals', { definition: longer(first) })
  const own = await secretary.post(`/service-proposals/${id}/publish`, { validFrom: '2026-11-16' })
  const withdrawn = await head.post(`/service-proposals/${id}/withdraw`)
  const late = await head.post(`/service-proposals/${id}/publish`, { validFrom: '2026-11-16' })

  assert.deepEqual([flawed.status, flawed.body.code], [422, 'flawed'])
  assert.ok(flawed.body.problems.some((one: { field: string }) => one.field === 'questions.purposeOther.showWhen'))
  assert.deepEqual(proofs.body.flaws.map((one: { place: string }) => one.place), ['letter'])
  assert.deepEqual(foreign.body.flaws.map((one: { place: string }) => one.place), ['division'])
  assert.equal(nothing.status, 422)
  assert.deepEqual(kept, [])
  assert.deepEqual([own.status, own.body.code], [403, 'own-proposal'])
  assert.deepEqual([withdrawn.status, withdrawn.body.state], [200, 'withdrawn'])
  assert.equal(late.status, 409)
})

test('a service that did not exist is offered from the day it was published for', async (t) => {
  const app = await freshApp(t)
  const { secretary, head } = await ways(app)

  const proposed = await secretary.post('/service-proposals', { definition: everyPart() })
  const published = await head.post(`/service-proposals/${proposed.body.id}/publish`, { validFrom: '2026-11-11' })
  const second = await secretary.post('/service-proposals', { definition: everyPart() })
  const sameDay = await head.post(`/service-proposals/${second.body.id}/publish`, { validFrom: '2026-11-11' })

  assert.equal(published.status, 200)
  const service = (await secretary.get('/services/tst-01')).body
  assert.equal(service.name, 'Layanan Uji')
  assert.deepEqual([sameDay.status, sameDay.body.problems[0].field], [422, 'validFrom'])
})
