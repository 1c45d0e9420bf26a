import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { conflict } from '../../../../kernel/result.ts'
import type { Db, Tx } from '../../../../platform/db/database.ts'
import { transact } from '../../../../platform/db/unit.ts'
import { STATUSES } from '../../core/life.ts'
import { QUEUE_VIEWS } from '../../core/queue.ts'
import { countQueue, listQueue, openDesk } from '../../queue-store.ts'
import { aService, actorFor } from '../../testing.ts'
import { aCaseAt } from './testing.ts'

const DESKS = ['loket', 'verifikator', 'kabid', 'sekretaris', 'kadis'] as const

/** Cases as bare rows: what the queue looks at, in any mixture, without the steps that would lead there. */
async function bareCases(app: TestApp, tx: Db | Tx, rows: { status: string; initials: number; division: string; dueInMinutes: number; mine: boolean; ended: boolean; service?: string }[], login: string) {
  const actor = await actorFor(app, login)
  await sql`insert into applications.applications (office_id, reference, service_code, definition_id, division_id, status, owner_id, entered_by, channel, initials_given,
      assigned_to, intake_due_at, due_at, decided_at, created_at, updated_at)
    select 'demo', 'UM02-2611-' || lpad(r.at::text, 6, '0'), 'UM-02', d.id, r.division, r.status,
           (select id from registry.people limit 1), ${actor.accountId}, 'self', least(r.initials, jsonb_array_length(d.definition -> 'initials')), case when r.mine then ${actor.accountId}::uuid end,
           ${app.clock.now.toString()}::timestamptz + r.due * interval '1 minute', null, case when r.ended then ${app.clock.now.toString()}::timestamptz end, now(), now()
      from jsonb_to_recordset(${JSON.stringify(rows.map((row, at) => ({ ...row, at, due: row.dueInMinutes })))}::jsonb)
        as r(at int, status text, division text, initials int, due int, mine boolean, ended boolean, service text)
      join services.definitions d on d.service_code = coalesce(r.service, 'UM-02')`.execute(tx)
}

test('each officer sees his own turn and nothing of the others', async (t) => {
  const app = await freshApp(t)
  const cases = {
    loket: await aCaseAt(app, { status: 'submitted', businessName: 'Toko Diajukan' }), verifikator: await aCaseAt(app, { status: 'accepted', businessName: 'Toko Diterima' }),
    kabid: await aCaseAt(app, { status: 'verified', businessName: 'Toko Terverifikasi' }), sekretaris: await aCaseAt(app, { status: 'verified', initials: 1, businessName: 'Toko Separuh' }),
    kadis: await aCaseAt(app, { status: 'initialed', businessName: 'Toko Diparaf' }),
  }

  const pages = await Promise.all(DESKS.map(async (login) => (await (await app.as(login)).get('/petugas')).text()))

  DESKS.forEach((login, at) => {
    const seen = DESKS.filter((other) => pages[at]?.includes(cases[other].reference))
    assert.deepEqual(seen, [login])
  })
})

test('a village officer, a citizen and a visitor do not get into the queue', async (t) => {
  const app = await freshApp(t)

  const statuses = [(await (await app.as('desa')).get('/petugas')).status, (await (await app.as('081200000001')).get('/petugas')).status, (await app.visitor.get('/petugas')).status]

  assert.deepEqual(statuses, [403, 403, 303])
})

test('what is due first stands first, and the second page goes on where the first ended', async (t) => {
  const app = await freshApp(t)
  await bareCases(app, app.db, Array.from({ length: 30 }, (_, at) => ({
    status: 'submitted', initials: 0, division: 'usaha-mikro', dueInMinutes: (at * 7) % 30, mine: false, ended: false,
  })), 'loket')
  const loket = await app.as('loket')

  const first = await (await loket.get('/petugas')).text()
  const next = /href="(\/petugas\?saring=tugas&amp;sesudah=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await (await loket.get(next)).text()

  const moments = [first, second].flatMap((html) => [...html.matchAll(/<time datetime="([^"]+)"/g)].map((found) => found[1] ?? ''))
  assert.equal(moments.length, 30)
  assert.deepEqual(moments, moments.toSorted())
})

test('the counts on the tabs are the rows behind them, whatever lies in the office and whatever the services are', async (t) => {
  const app = await freshApp(t)
  const services = { 'TST-01': 'survey', 'TST-02': 'advice', 'TST-03': 'facilitation', 'TST-04': 'direct', 'TST-05': 'panel' } as const
  for (const [code, kind] of Object.entries(services)) await aService(app, { code, kind })
  const row = fc.record({
    service: fc.constantFrom('UM-02', ...Object.keys(services)), status: fc.constantFrom(...STATUSES), initials: fc.integer({ min: 0, max: 2 }), division: fc.constantFrom('usaha-mikro', 'koperasi'),
    dueInMinutes: fc.integer({ min: -600, max: 600 }), mine: fc.boolean(), ended: fc.boolean(),
  })

  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.constantFrom(...DESKS, 'pendamping'), async (rows, login) => {
    const actor = await actorFor(app, login)
    const found: { counts?: Record<string, number>; lengths: Record<string, number> } = { lengths: {} }
    await transact(app.db, () => app.clock.now, async ({ tx, now }) => {
      await bareCases(app, tx, rows, login)
      const desk = await openDesk(tx, actor, now)
      found.counts = await countQueue(tx, desk)
      for (const view of QUEUE_VIEWS) found.lengths[view] = (await listQueue(tx, desk, view, { limit: 100 })).rows.length
      return conflict('undo', 'the next round begins with an empty office')
    })

    assert.deepEqual(found.counts, found.lengths)
  }), { numRuns: 40 })
})

test('a step shows in the counts at once', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted' })
  const loket = await app.as('loket')
  const count = async () => countQueue(app.db, await openDesk(app.db, await actorFor(app, 'loket'), app.clock.now))
  const before = await count()

  await loket.post(`/petugas/permohonan/${application.id}`, { act: 'step', step: 'accept', version: String(application.version) })

  const after = await count()
  assert.deepEqual([before.turn, after.turn, after.division], [1, 0, 1])
})

test('a case is found by its reference without strokes and by the start of a name', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted', businessName: 'Bandeng Asap Makmur' })
  const loket = await app.as('loket')

  const found = await Promise.all([application.reference.replaceAll('-', '').toLowerCase(), 'bandeng mak', 'siti'].map(async (q) => (await loket.get(`/petugas?q=${encodeURIComponent(q)}`)).text()))
  const nothing = await (await loket.get('/petugas?q=qwerty')).text()

  assert.ok(found.every((html) => html.includes(application.reference)))
  assert.match(nothing, /Tidak ada yang cocok/)
})

test('a case that is late, assigned or decided today stands in its own part', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'accepted' })
  const verifier = await app.as('verifikator')

  await verifier.post(`/petugas/permohonan/${application.id}`, { act: 'assign', to: 'me', version: String(application.version) })
  app.clock.pass({ hours: 9 * 24 })
  const seen = await Promise.all(['terlambat', 'milik-saya', 'selesai'].map(async (part) => (await (await app.as('verifikator')).get(`/petugas?saring=${part}`)).text()))

  assert.deepEqual(seen.map((html) => html.includes(application.reference)), [true, true, false])
  assert.match(seen[0] ?? '', /lewat \d+ hari/)
})
