import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { createAccount } from '../accounts/index.ts'
import { actorFor, aBusiness, aCaseIn } from '../applications/testing.ts'

/** A second verifier of the division. */
async function anotherVerifier(app: TestApp): Promise<string> {
  const made = await transact(app.db, app.tools.clock, async ({ tx, now }) => ok(await createAccount(tx, app.tools.keys, now, {
    officeId: 'demo', kind: 'officer', login: 'verifikator2', name: 'Yanuar Saputra', roles: [{ role: 'verifier', divisionId: 'usaha-mikro' }], from: '2026-01-01',
  })))
  assert.ok(made.ok)
  return made.value
}

async function casesOf(app: TestApp, login: string, count: number): Promise<string[]> {
  const { accountId } = await actorFor(app, login)
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) {
    const owner = await actorFor(app, '081200000001')
    ids.push(await aCaseIn(app, 'accepted', { owner, businessId: await aBusiness(app, owner) }))
  }
  await app.db.updateTable('applications.applications').set({ assigned_to: accountId }).where('id', 'in', ids).execute()
  return ids
}

test('the board names who holds what, how old it is in both times, and who stands alone', async (t) => {
  const app = await freshApp(t)
  const [id] = await casesOf(app, 'verifikator', 1)
  app.clock.pass({ hours: 9 * 24 })

  const html = await (await (await app.as('kadis')).get('/petugas/pengawasan')).text()

  assert.match(html, new RegExp(`/petugas/permohonan/${id ?? ''}`))
  assert.match(html, /Rina Kusumawati \(Verifikator\)/)
  assert.match(html, /Dinas: 5\d jam \d+ menit kerja/)
  assert.match(html, /lewat \d+ hari/)
  assert.match(html, /Hanya Agus Prasetyo/)
})

test('all cases of an absent officer go to another in one act, with an event each, and the clock stays', async (t) => {
  const app = await freshApp(t)
  const from = (await actorFor(app, 'verifikator')).accountId
  const ids = await casesOf(app, 'verifikator', 3)
  const to = await anotherVerifier(app)
  const due = () => app.db.selectFrom('applications.applications').select(['id', 'due_at', 'intake_due_at', 'status']).orderBy('id').execute()
  const before = await due()
  const head = await app.as('kadis')

  const asked = await head.post(`/petugas/pengawasan/serahkan?dari=${from}`, { to })
  const confirm = await asked.text()
  const none = await app.db.selectFrom('log.events').select('what').where('what', 'in', ['application.assign', 'supervision.hand-over']).execute()
  const done = await head.post(`/petugas/pengawasan/serahkan?dari=${from}`, { to, seen: '3', act: 'confirm' })

  assert.match(confirm, /3 berkas diserahkan kepada Yanuar Saputra/)
  assert.deepEqual(none, [])
  assert.equal(done.headers.get('location'), '/petugas/pengawasan?diserahkan=3')
  const events = await app.db.selectFrom('log.events').select(['what', 'subject_id']).where('what', 'in', ['application.assign', 'supervision.hand-over']).orderBy('seq').execute()
  assert.deepEqual(events.map((one) => one.what), ['application.assign', 'application.assign', 'application.assign', 'supervision.hand-over'])
  assert.deepEqual(events.slice(0, 3).map((one) => one.subject_id).toSorted(), ids.toSorted())
  const held = await app.db.selectFrom('applications.applications').select('assigned_to').where('id', 'in', ids).execute()
  assert.ok(held.every((one) => one.assigned_to === to))
  assert.deepEqual(await due(), before)
})

test('who confirms something else than he saw is shown the newer state, and a verifier hands over nothing', async (t) => {
  const app = await freshApp(t)
  const from = (await actorFor(app, 'verifikator')).accountId
  await casesOf(app, 'verifikator', 1)
  const to = await anotherVerifier(app)
  const head = await app.api('kadis')

  const stale = await head.post('/supervision/hand-over', { from, to, expected: 2 })
  const foreign = await head.post('/supervision/hand-over', { from, to: (await actorFor(app, 'pengawas')).accountId, expected: 1 })
  const verifier = await (await app.api('verifikator')).post('/supervision/hand-over', { from, to, expected: 1 })
  const done = await head.post('/supervision/hand-over', { from, to, expected: 1 })

  assert.deepEqual([stale.status, foreign.status, verifier.status, done.status], [409, 422, 403, 200])
  assert.deepEqual(done.body, { moved: 1 })
})

test('the board of the API counts what its list gives', async (t) => {
  const app = await freshApp(t)
  await casesOf(app, 'verifikator', 2)
  const head = await app.api('kadis')

  const board = await head.get('/supervision/board')
  const list = await head.get(`/supervision/cases?holder=${(await actorFor(app, 'verifikator')).accountId}`)
  const desk = await head.get('/supervision/cases?desk=verifier')
  const citizen = await (await app.api('081200000001')).get('/supervision/board')

  assert.equal(board.body.counts.all, 2)
  assert.equal(board.body.holders[0].open, list.body.items.length)
  assert.equal(desk.body.items.length, 0)
  assert.equal(citizen.status, 403)
})

test('the board by kecamatan counts what is open, late and due today, and leads to exactly those cases', async (t) => {
  const app = await freshApp(t)
  const [first = '', second = '', third = ''] = await casesOf(app, 'verifikator', 3)
  const place = (id: string, district: string | null, due: string) => app.db.updateTable('applications.applications').set({ district_code: district, due_at: new Date(due) }).where('id', '=', id).execute()
  app.clock.set('2026-11-20T09:00:00+07:00')
  await place(first, '35.15.05', '2026-11-19T16:00:00+07:00')
  await place(second, '35.15.05', '2026-11-20T14:30:00+07:00')
  await place(third, null, '2026-11-25T16:00:00+07:00')
  const head = await app.as('kadis')

  const board = await (await head.get('/petugas/pengawasan/kecamatan')).text()
  const late = await (await head.get('/petugas/pengawasan?lihat=terlambat&kecamatan=35.15.05')).text()
  const nowhere = await (await head.get('/petugas/pengawasan?lihat=semua&kecamatan=-')).text()
  const api = await app.api('kadis')
  const [counts, cases] = [(await api.get('/supervision/districts')).body.items, (await api.get('/supervision/cases?district=35.15.05')).body.items]

  assert.match(board, /href="\/petugas\/pengawasan\?lihat=terlambat&amp;kecamatan=35\.15\.05">1</)
  assert.deepEqual([first, second, third].map((id) => late.includes(`/petugas/permohonan/${id}"`)), [true, false, false])
  assert.match(late, /Lewat batas, kecamatan Jabon/)
  assert.deepEqual([first, second, third].map((id) => nowhere.includes(`/petugas/permohonan/${id}"`)), [false, false, true])
  assert.deepEqual(counts.map(({ name, open, late: over, dueToday, withApplicant }: Record<string, number>) => [name, open, over, dueToday, withApplicant]), [['Jabon', 2, 1, 1, 0], ['Tanpa kecamatan', 1, 0, 0, 0]])
  assert.deepEqual(cases.map(({ id }: { id: string }) => id).toSorted(), [first, second].toSorted())
  // A village officer has no part of supervision, whatever his area: the table of rights gives him none.
  assert.deepEqual([(await (await app.as('desa')).get('/petugas/pengawasan/kecamatan')).status, (await app.visitor.get('/petugas/pengawasan/kecamatan')).status], [403, 303])
})
