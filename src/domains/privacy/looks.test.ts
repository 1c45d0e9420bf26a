import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { actorOf } from '../accounts/testing.ts'
import { aPerson, forgetSearches } from '../registry/testing.ts'
import { watchLooks } from './watch.ts'

/** Looks of an officer at people, one a minute from that moment on. */
async function looksAt(app: TestApp, login: string, people: string[], from: string, what = 'business.read') {
  const actor = await actorOf(app, login)
  for (const [at, personId] of people.entries()) {
    app.clock.set(from)
    app.clock.pass({ minutes: at })
    const done = await transact(app.db, app.tools.clock, async (unit) => {
      unit.looked('demo', actor, what, { kind: 'business', id: personId, personId })
      return ok(undefined)
    })
    assert.ok(done.ok)
  }
}

const flagsIn = ({ db }: TestApp) => db.selectFrom('privacy.look_flags').select(['id', 'rule', 'day', 'subject', 'facts']).orderBy('rule').orderBy('subject').execute()

test('an officer who leafs through people at night is flagged once, also when the watch is cut off, repeated or begun anew', async (t) => {
  const app = await freshApp(t)
  const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(app)))
  await looksAt(app, 'loket', people, '2026-11-10T22:00:00+07:00')

  await watchLooks(app.tools, 'demo')
  const first = await flagsIn(app)
  await watchLooks(app.tools, 'demo')
  await app.db.updateTable('privacy.watch_marks').set({ read_seq: 0 }).execute()
  await Promise.all([watchLooks(app.tools, 'demo'), watchLooks(app.tools, 'demo')])

  assert.deepEqual(first.map(({ rule, day, facts }) => ({ rule, day, facts })), [
    { rule: 'outside-hours', day: '2026-11-10', facts: { looks: 12, people: 12 } }, { rule: 'without-case', day: '2026-11-10', facts: { people: 12 } },
  ])
  assert.deepEqual(await flagsIn(app), first)
  assert.equal((await app.db.selectFrom('log.events').select('seq').where('what', '=', 'look.flag').execute()).length, 2)
  await looksAt(app, 'loket', people.slice(0, 1), '2026-11-10T23:30:00+07:00')
  await watchLooks(app.tools, 'demo')
  assert.deepEqual((await flagsIn(app)).find(({ rule }) => rule === 'outside-hours')?.facts, { looks: 13, people: 12 })
})

test('the secretary reads why, answers once, and his review is shown to the people; nobody answers a flag about himself', async (t) => {
  const app = await freshApp(t)
  const { id: siti } = await app.db.selectFrom('registry.people').select('id').where('name', '=', 'Siti Aminah').executeTakeFirstOrThrow()
  await looksAt(app, 'loket', [siti, siti, siti], '2026-11-10T22:00:00+07:00')
  await looksAt(app, 'sekretaris', [siti, siti, siti], '2026-11-10T21:00:00+07:00')
  app.clock.set('2026-11-11T09:00:00+07:00')
  await watchLooks(app.tools, 'demo')
  const secretary = await app.as('sekretaris')
  const rows = await app.db.selectFrom('privacy.look_flags as f').innerJoin('accounts.accounts as a', 'a.id', 'f.account_id').select(['f.id', 'a.login']).execute()
  const [about, own] = ['loket', 'sekretaris'].map((login) => rows.find((row) => row.login === login)?.id)

  const list = await (await secretary.get('/petugas/data-pribadi/lihat')).text()
  const page = await (await secretary.get(`/petugas/data-pribadi/lihat/${about}`)).text()
  const short = await secretary.post(`/petugas/data-pribadi/lihat/${about}`, { verdict: 'explained', remark: 'ya' })
  const answered = await secretary.post(`/petugas/data-pribadi/lihat/${about}`, { verdict: 'explained', remark: 'Piket malam, ada surat tugas.' })
  const again = await (await app.api('kadis')).post(`/look-flags/${about}/answer`, { verdict: 'warned', remark: 'Terlambat menjawab.' })
  const himself = await (await app.api('sekretaris')).post(`/look-flags/${own}/answer`, { verdict: 'explained', remark: 'Saya sendiri, wajar.' })

  assert.match(list, /Membuka data 3 kali \(1 orang\) di luar jam kantor/)
  assert.match(page, /Ningsih Wulandari/)
  assert.deepEqual([short.status, answered.status, again.status, himself.status, himself.body.code], [422, 303, 409, 403, 'own-look'])
  assert.equal((await (await app.as('loket')).get('/petugas/data-pribadi/lihat')).status, 403)
  assert.match(await (await (await app.as('081200000001')).get('/akun/siapa-melihat')).text(), /Memeriksa apakah pembukaan data Anda wajar/)
})

test('a citizen reads every look at his data, part by part and in his language', async (t) => {
  const app = await freshApp(t)
  const { id: siti } = await app.db.selectFrom('registry.people').select('id').where('name', '=', 'Siti Aminah').executeTakeFirstOrThrow()
  await looksAt(app, 'verifikator', Array.from({ length: 53 }, () => siti), '2026-11-10T08:00:00+07:00')
  await looksAt(app, 'data', [siti], '2026-11-10T09:30:00+07:00', 'person.find')
  const api = await app.api('081200000001')

  const english = await (await (await app.as('081200000001')).get('/akun/siapa-melihat?bahasa=en')).text()
  const part = (await api.get('/me/looks?limit=50')).body
  const rest = (await api.get(`/me/looks?limit=50&cursor=${part.next}`)).body

  assert.match(english, /Found you by your NIK/)
  assert.match(english, /Data steward/)
  assert.match(english, /sebelum=/)
  assert.deepEqual([part.items.length, rest.items.length, rest.next], [50, 4, null])
  assert.equal((await (await app.api('081200000002')).get('/me/looks')).body.items.length, 0)
})

test('a search by name leaves that it was done, not what was sought', async (t) => {
  const app = await freshApp(t)
  const officer = await app.as('loket')

  for (const q of ['kerupuk siti', 'Kerupuk  Siti', 'warung']) assert.equal((await officer.get(`/petugas/usaha?q=${encodeURIComponent(q)}`)).status, 200)

  const kept = await app.db.selectFrom('registry.v_searches').selectAll().orderBy('id').execute()
  assert.deepEqual(kept.map(({ sought }) => sought?.length), [32, 32, 32])
  assert.equal(new Set(kept.map(({ sought }) => sought?.toString('hex'))).size, 2)
  await forgetSearches(app.db, app.clock.now.add({ hours: 24 * 370 }))
  assert.deepEqual(await app.db.selectFrom('registry.v_searches').select('id').execute(), [])
})
