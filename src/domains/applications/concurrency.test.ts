import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { verifyStored } from '../../platform/log/verify.ts'
import { createAccount } from '../accounts/index.ts'
import { ok } from '../../kernel/result.ts'
import { takeStep } from './commands/steps.ts'
import { transact } from '../../platform/db/unit.ts'
import { ANSWERS, aBusiness, aCaseIn, aDraft, actorFor, must } from './testing.ts'

type Reply = { status: number; body: { id?: string; code?: string; status?: string; present?: { status: string } } }

const countOf = (replies: Reply[], status: number) => replies.filter((reply) => reply.status === status).length

/** Every event is there once and in its place, in both chains. */
async function assertChainsWhole(app: TestApp) {
  for (const chain of ['events', 'reads'] as const) {
    const verdict = await verifyStored(app.db, 'demo', chain)
    assert.equal(verdict.ok, true, JSON.stringify(verdict))
  }
}

async function eventCounts(app: TestApp, what: string): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from log.events where what = ${what} group by subject_id`.execute(app.db)
  return rows.map((row) => row.count)
}

/** 160 keys, 40 of which are sent a second time at the same moment, as from a phone with a weak signal. */
const SENT_TWICE = Array.from({ length: 200 }, (_, at) => at % 160)

test('of two hundred drafts sent at once with a fifth sent twice, each key begins exactly one', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api('081200000001')
  const businessId = await aBusiness(app, await actorFor(app, '081200000001'))
  const send = (key: number): Promise<Reply> => siti.post('/applications', { serviceCode: 'UM-02', businessId, answers: ANSWERS }, { 'idempotency-key': `draft-${key}` })

  const replies = await Promise.all(SENT_TWICE.map(send))
  const late = await send(7)
  const other: Reply = await siti.post('/applications', { serviceCode: 'UM-02', businessId, answers: {} }, { 'idempotency-key': 'draft-7' })

  assert.equal(countOf(replies, 201), 200)
  assert.equal(new Set(replies.map((reply) => reply.body.id)).size, 160)
  SENT_TWICE.forEach((key, at) => { assert.equal(replies[at]?.body.id, replies[key]?.body.id) })
  assert.deepEqual(late.body, replies[7]?.body)
  assert.deepEqual([other.status, other.body.code], [409, 'idempotency-key-reused'])
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from applications.applications`.execute(app.db)
  assert.equal(rows[0]?.count, 160)
  assert.deepEqual(await eventCounts(app, 'application.create'), Array.from({ length: 160 }, () => 1))
  await assertChainsWhole(app)
})

test('of two hundred submissions sent at once with a fifth sent twice, each case is submitted once', async (t) => {
  const app = await freshApp(t)
  const owner = await actorFor(app, '081200000001')
  const siti = await app.api('081200000001')
  const businessId = await aBusiness(app, owner)
  const ids = await Promise.all(Array.from({ length: 160 }, async () => (await aDraft(app, { owner, businessId })).id))
  const send = (key: number): Promise<Reply> => siti.post(`/applications/${ids[key]}/steps`, { step: 'submit' }, { 'idempotency-key': `submit-${key}` })

  const replies = await Promise.all(SENT_TWICE.map(send))
  const late = await Promise.all(ids.slice(0, 40).map((_, key) => send(key)))

  assert.equal(countOf(replies, 200), 200, JSON.stringify(replies.find((reply) => reply.status !== 200)?.body))
  SENT_TWICE.forEach((key, at) => { assert.deepEqual(replies[at]?.body, replies[key]?.body) })
  assert.equal(countOf(late, 200), 40, JSON.stringify(late.find((reply) => reply.status !== 200)?.body))
  assert.deepEqual(await eventCounts(app, 'application.submit'), Array.from({ length: 160 }, () => 1))
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from messages.outbox where template = 'submitted'`.execute(app.db)
  assert.equal(rows[0]?.count, 160)
  await assertChainsWhole(app)
})

test('a page sent five times at once, and from a second tab, submits once and shows the same receipt', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const siti = await app.as('081200000001')
  const send = () => siti.post(`/permohonan/${id}/periksa`, { statement: 'yes' })

  const replies = [...await Promise.all(Array.from({ length: 5 }, send)), await send()]

  for (const reply of replies) assert.deepEqual([reply.status, reply.headers.get('location')], [303, `/permohonan/${id}/tanda-terima`])
  assert.deepEqual(await eventCounts(app, 'application.submit'), [1])
  await assertChainsWhole(app)
})

test('fifty letters signed at once have consecutive numbers, none twice and none left out', async (t) => {
  const app = await freshApp(t)
  const owner = await actorFor(app, '081200000001')
  const businessId = await aBusiness(app, owner)
  const ids = await Promise.all(Array.from({ length: 50 }, () => aCaseIn(app, 'initialed', { owner, businessId })))
  const kadis = await app.api('kadis')

  const replies: Reply[] = await Promise.all(ids.map((id) => kadis.post(`/applications/${id}/steps`, { step: 'sign' })))

  assert.deepEqual(replies.map((reply) => reply.body.status), ids.map(() => 'issued'))
  const letters = await app.db.selectFrom('letters.letters').select(['sequence', 'number', 'state', 'storage_key', 'application_id']).orderBy('sequence').execute()
  assert.deepEqual(letters.map((letter) => letter.sequence), Array.from({ length: 50 }, (_, at) => at + 1))
  assert.equal(new Set(letters.map((letter) => letter.number)).size, 50)
  assert.equal(new Set(letters.map((letter) => letter.application_id)).size, 50)
  for (const letter of letters) assert.equal(await app.tools.files.exists(letter.storage_key ?? ''), true)
  assert.deepEqual(await eventCounts(app, 'application.issue'), ids.map(() => 1))
  await assertChainsWhole(app)
})

test('one case signed ten times at once has one number and one letter', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'initialed')
  const kadis = await app.api('kadis')

  const replies: Reply[] = await Promise.all(Array.from({ length: 10 }, () => kadis.post(`/applications/${id}/steps`, { step: 'sign' })))

  for (const reply of replies) assert.ok(reply.status === 200 || reply.status === 409, JSON.stringify(reply.body))
  const letters = await app.db.selectFrom('letters.letters').select(['sequence', 'state']).execute()
  assert.deepEqual(letters, [{ sequence: 1, state: 'issued' }])
  assert.deepEqual(await eventCounts(app, 'application.issue'), [1])
  await assertChainsWhole(app)
})

test('of two officers who act on a case at once one wins and the other gets the newer state', async (t) => {
  const app = await freshApp(t)
  await must(app, async ({ tx, now }) => ok(await createAccount(tx, app.tools.keys, now, {
    officeId: 'demo', kind: 'officer', login: 'verifikator2', name: 'Sri Rahayu', roles: [{ role: 'verifier', divisionId: 'usaha-mikro' }], from: '2026-01-01',
  })))
  const [rina, sri] = [await app.api('verifikator'), await app.api('verifikator2')]
  const ids = await Promise.all(Array.from({ length: 10 }, () => aCaseIn(app, 'accepted')))

  const pairs: [Reply, Reply][] = await Promise.all(ids.map((id) => Promise.all([
    rina.post(`/applications/${id}/steps`, { step: 'verify' }), sri.post(`/applications/${id}/steps`, { step: 'return', reasonCode: 'incomplete' }),
  ])))

  for (const [at, pair] of pairs.entries()) {
    const won = pair.find((reply) => reply.status === 200)
    const lost = pair.find((reply) => reply.status === 409)
    assert.ok(won && lost, `case ${at}: ${JSON.stringify(pair)}`)
    assert.equal(lost.body.present?.status, won.body.status)
  }
  const decided = [...await eventCounts(app, 'application.verify'), ...await eventCounts(app, 'application.return')]
  assert.equal(decided.reduce((sum, one) => sum + one, 0), 10)
  await assertChainsWhole(app)
})

test('who decides on a state he did not see is refused', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'submitted')
  const [one, other] = [await app.api('loket'), await app.api('loket')]
  const { version } = (await one.get(`/applications/${id}`)).body

  const replies: Reply[] = await Promise.all([one.post(`/applications/${id}/steps`, { step: 'accept', version }), other.post(`/applications/${id}/steps`, { step: 'accept', version })])

  assert.deepEqual([countOf(replies, 200), countOf(replies, 409)], [1, 1])
})

test('an act that fails after its rows were written leaves neither rows nor event nor message', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const siti = await actorFor(app, '081200000001')

  await assert.rejects(transact(app.db, app.tools.clock, async (unit) => {
    await takeStep(app.tools, unit, siti, id, { step: 'submit' })
    throw new Error('the power went out')
  }), /power/)

  const row = await app.db.selectFrom('applications.applications').select(['status', 'version']).where('id', '=', id).executeTakeFirst()
  assert.deepEqual(row, { status: 'draft', version: 1 })
  assert.deepEqual(await eventCounts(app, 'application.submit'), [])
  assert.equal((await app.db.selectFrom('messages.outbox').select('id').where('application_id', '=', id).execute()).length, 0)
})
