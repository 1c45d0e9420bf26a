import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { findApplication } from '../../store.ts'
import { aCaseAt } from './testing.ts'

const idOf = async (app: TestApp, login: string) =>
  (await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', login).executeTakeFirstOrThrow()).id

const appointSecretary = async (app: TestApp) => (await app.as('admin')).post('/admin/pejabat', {
  act: 'add', standing: 'daily-acting', position: 'office-head', account: await idOf(app, 'sekretaris'), name: 'ENDANG LESTARI, S.E., M.M.', title: 'Kepala Dinas Koperasi dan Usaha Mikro', rank: 'Pembina (IV/a)', number: '197508121999032000',
  decree: '800.1.11.1/77/438.5.99/2026', 'from-day': '11', 'from-month': '11', 'from-year': '2026', 'to-day': '13', 'to-month': '11', 'to-year': '2026',
})

test('while a daily acting head is appointed she signs and the head cannot; afterwards it is the other way round', async (t) => {
  const app = await freshApp(t)
  const [first, second] = [await aCaseAt(app, { status: 'initialed' }), await aCaseAt(app, { status: 'initialed', businessName: 'Toko Dua' })]
  const appointed = await appointSecretary(app)

  const headSees = await (await (await app.as('kadis')).get('/petugas/tanda-tangan')).text()
  const headTries = await (await (await app.as('kadis')).post('/petugas/tanda-tangan', { id: first.id })).text()
  const actingSees = await (await (await app.as('sekretaris')).get('/petugas/tanda-tangan')).text()
  const actingSigns = await (await (await app.as('sekretaris')).post('/petugas/tanda-tangan', { id: first.id })).text()
  app.clock.pass({ hours: 5 * 24 })
  const later = [await (await app.as('sekretaris')).get('/petugas/tanda-tangan'), await (await app.as('kadis')).post('/petugas/tanda-tangan', { id: second.id })]

  assert.equal(appointed.status, 303)
  assert.match(headSees, /Hari ini yang menandatangani adalah ENDANG LESTARI, S\.E\., M\.M\., Plh\. Kepala Dinas/)
  assert.doesNotMatch(headSees, /Tanda tangani yang dipilih/)
  assert.match(headTries, /0 dari 1 surat terbit/)
  assert.match(actingSees, /Anda menandatangani sebagai Plh\. Kepala Dinas/)
  assert.match(actingSigns, /1 dari 1 surat terbit/)
  assert.equal(later[0]?.status, 403)
  assert.match(await later[1]?.text() ?? '', /1 dari 1 surat terbit/)
})

test('an appointment that ends early ends the role with it', async (t) => {
  const app = await freshApp(t)
  await appointSecretary(app)
  const acting = await app.db.selectFrom('office.officials').select('id').where('standing', '=', 'daily-acting').executeTakeFirstOrThrow()

  const outside = await (await app.as('admin')).post('/admin/pejabat', { act: 'end', official: acting.id, 'last-day': '20', 'last-month': '11', 'last-year': '2026' })
  const ended = await (await app.as('admin')).post('/admin/pejabat', { act: 'end', official: acting.id, 'last-day': '11', 'last-month': '11', 'last-year': '2026' })
  app.clock.pass({ hours: 24 })

  assert.deepEqual([outside.status, ended.status], [422, 303])
  assert.equal((await (await app.as('sekretaris')).get('/petugas/tanda-tangan')).status, 403)
  assert.match(await (await (await app.as('kadis')).get('/petugas/tanda-tangan')).text(), /Anda menandatangani sebagai Kepala Dinas/)
  const events = await app.db.selectFrom('log.events').select('what').where('what', 'in', ['official.appoint', 'role.grant', 'official.end', 'role.end']).orderBy('seq').execute()
  assert.deepEqual(events.map((event) => event.what).toSorted(), ['official.appoint', 'official.end', 'role.end', 'role.grant'])
})

test('a new day off moves the due moments of open cases, in one event that counts them', async (t) => {
  const app = await freshApp(t)
  const accepted = await aCaseAt(app, { status: 'accepted' })
  const returned = await aCaseAt(app, { status: 'returned', businessName: 'Toko Dua' })

  const answer = await (await app.as('admin')).post('/admin/kalender', {
    act: 'add', 'date-day': '12', 'date-month': '11', 'date-year': '2026', name: 'Libur pemilihan kepala desa', kind: 'local', 'add-basis': 'Keputusan Bupati 188/1/2026',
  })

  const after = await findApplication(app.db, accepted.id)
  const event = await app.db.selectFrom('log.events').select('body').where('what', '=', 'deadline.recompute').executeTakeFirstOrThrow()
  assert.equal(answer.headers.get('location'), '/admin/kalender?tahun=2026&berkas=2&pindah=1')
  assert.deepEqual([accepted.dueAt?.toISOString(), after?.dueAt?.toISOString()], ['2026-11-16T09:00:00.000Z', '2026-11-17T09:00:00.000Z'])
  assert.equal(after?.version, accepted.version)
  assert.deepEqual((await findApplication(app.db, returned.id))?.intakeDueAt, returned.intakeDueAt)
  assert.deepEqual(JSON.parse(event.body).data, { open: 2, moved: 1 })
})

test('a calendar edit that would leave an open case without a deadline is refused whole', async (t) => {
  const app = await freshApp(t)
  app.clock.set('2027-12-28T09:00:00+07:00')
  await aCaseAt(app, { status: 'submitted' })

  const answer = await (await app.as('admin')).post('/admin/kalender', { act: 'remove', day: '2027-12-25', 'remove-basis': 'SKB' })

  assert.equal(answer.status, 422)
  assert.match(await answer.text(), /memutus kalender/)
  assert.ok(await app.db.selectFrom('office.days_off').select('date').where('date', '=', '2027-12-25').executeTakeFirst())
})
