import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { verifyStored } from '../../platform/log/verify.ts'
import { actorOf } from '../accounts/testing.ts'
import { aBusiness, aCaseIn, anIssuedLetter } from '../applications/testing.ts'
import { destroyApproved } from './destroy.ts'

/** Makes a case and its letter look as if they were of 2018, the letter valid for a year. */
async function longAgo(app: TestApp, caseId: string) {
  await sql`update letters.letters set issued_at = '2018-05-02', created_at = '2018-05-02', valid_until = '2019-05-02' where application_id = ${caseId}`.execute(app.db)
  await sql`update applications.applications set decided_at = '2018-05-02' where id = ${caseId}`.execute(app.db)
}

async function looksIn(app: TestApp, months: string[]) {
  const actor = await actorOf(app, 'loket')
  const now = app.clock.now
  for (const month of months) {
    app.clock.set(`${month}-15T09:00:00+07:00`)
    await transact(app.db, app.tools.clock, async (unit) => {
      unit.looked('demo', actor, 'business.read', { kind: 'business', id: 'x', personId: actor.accountId })
      return ok(undefined)
    })
  }
  app.clock.now = now
}

const thereOf = async (app: TestApp, keys: readonly string[]): Promise<string[]> =>
  (await Promise.all(keys.map(async (key) => (await app.tools.files.exists(key) ? [key] : [])))).flat()

const ways = async (app: TestApp) => ({ secretary: await app.api('sekretaris'), head: await app.api('kadis') })
const APPROVAL = { step: 'approve', minutesNumber: '000.5.6/7/438.5.99/2026', witnesses: 'Ratna, Bagian Hukum' }

test('a letter and its case whose time is over go by an approved list; stubs stay, nobody is named, the chains are whole', async (t) => {
  const app = await freshApp(t)
  const old = await anIssuedLetter(app)
  await longAgo(app, old.applicationId)
  await looksIn(app, ['2019-03', '2019-04', '2026-10'])
  const [file] = await app.db.selectFrom('letters.letters').select('storage_key').execute()
  const photos = (await app.db.selectFrom('registry.photos').select('storage_key').execute()).map((one) => one.storage_key)
  for (const key of photos) await app.tools.files.put(key, Buffer.from('foto'))
  assert.ok(photos.length > 0)
  const { secretary, head } = await ways(app)

  const made = await secretary.post('/archive/lists')
  const { id } = made.body
  const items = (await secretary.get(`/archive/lists/${id}`)).body.items
  const early = await head.post(`/archive/lists/${id}/decision`, APPROVAL)
  await secretary.post(`/archive/lists/${id}/steps`, { step: 'propose' })
  const bare = await head.post(`/archive/lists/${id}/decision`, { step: 'approve' })
  const byClerk = await (await app.api('loket')).post(`/archive/lists/${id}/decision`, APPROVAL)
  const approved = await head.post(`/archive/lists/${id}/decision`, APPROVAL)
  // Cut off after two records, then gone on with by two workers at once.
  await destroyApproved(app.tools, 2)
  await Promise.all([destroyApproved(app.tools, 50), destroyApproved(app.tools, 50)])
  await destroyApproved(app.tools, 50)

  assert.deepEqual(items.map((one: { kind: string; label: string }) => `${one.kind} ${one.kind === 'reads' ? one.label : ''}`.trim()), ['letter', 'case', 'reads 2019-03 (1)', 'reads 2019-04 (1)'])
  assert.deepEqual([made.status, early.status, bare.status, byClerk.status, approved.status], [201, 409, 422, 403, 200])
  const after = (await secretary.get(`/archive/lists/${id}`)).body
  assert.deepEqual([after.state, after.destroyed, after.withheld], ['done', 4, 0])
  const { rows: [left] } = await sql<Record<string, number>>`
    select (select count(*)::int from letters.letters) as letters, (select count(*)::int from applications.applications) as cases, (select count(*)::int from applications.attachments) as files,
           (select count(*)::int from applications.initials) as initials, (select count(*)::int from archive.stubs) as stubs, (select last from letters.number_heads) as numbers`.execute(app.db)
  assert.deepEqual(left, { letters: 0, cases: 0, files: 0, initials: 0, stubs: 4, numbers: 1 })
  assert.equal(await app.tools.files.exists(file?.storage_key ?? ''), false)
  assert.deepEqual(await thereOf(app, photos), photos)
  const stubs = await app.db.selectFrom('archive.stubs').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(stubs), /Siti|Aminah|3515055203800000/)
  assert.ok(stubs.every((one) => one.minutes_number === APPROVAL.minutesNumber))
  const [some, rest] = [(await head.get('/archive/stubs?limit=3')).body, (await head.get('/archive/stubs?limit=3&cursor=3')).body]
  assert.deepEqual([some.items.length, some.next, rest.items.length, rest.next], [3, '3', 1, null])
  assert.deepEqual([...some.items, ...rest.items].map(({ kind }) => kind).toSorted(), ['case', 'letter', 'reads', 'reads'])
  assert.ok((await verifyStored(app.db, 'demo', 'events')).ok)
  const first = await app.db.selectFrom('log.reads').select('seq').orderBy('seq').limit(1).executeTakeFirstOrThrow()
  assert.ok((await verifyStored(app.db, 'demo', 'reads', first.seq)).ok)
  const minutes = await (await (await app.as('kadis')).get(`/petugas/arsip/usul/${id}/berita-acara`)).text()
  assert.match(minutes, /memusnahkan 4 arsip/)
  assert.match(minutes, /Ratna, Bagian Hukum/)
})

test('nothing with an open case, a valid letter, a hold or a request is listed, and what finds a reason later is passed over', async (t) => {
  const app = await freshApp(t)
  const siti = await actorOf(app, '081200000001')
  const old = await anIssuedLetter(app)
  const { secretary, head } = await ways(app)
  const fresh = await secretary.post('/archive/lists')
  await longAgo(app, old.applicationId)
  const open = await aCaseIn(app, 'submitted', { businessId: await aBusiness(app, siti) })
  const whileOpen = await secretary.post('/archive/lists')
  await sql`update applications.applications set status = 'withdrawn', decided_at = now() where id = ${open}`.execute(app.db)
  const asked = await (await app.api('081200000001')).post('/privacy-requests', { kind: 'erasure' })
  const whileAsked = await secretary.post('/archive/lists')
  await (await app.api('081200000001')).post(`/privacy-requests/${asked.body.id}/withdraw`)
  await sql`insert into supervision.objections (office_id, application_id, owner_id, division_id, entered_by, ground, reason, filed_at, settle_by)
    select office_id, id, owner_id, division_id, owner_id, 'decision', 'Suratnya keliru', '2018-05-03', '2018-05-20' from applications.applications where id = ${old.applicationId}`.execute(app.db)
  const whileObjected = await secretary.post('/archive/lists')
  await sql`update supervision.objections set state = 'denied', decided_at = '2018-05-10', decided_by = entered_by, answer = 'Sudah benar'`.execute(app.db)
  const made = await secretary.post('/archive/lists')
  const second = await secretary.post('/archive/lists')

  await secretary.post(`/archive/lists/${made.body.id}/steps`, { step: 'propose' })
  await head.post(`/archive/lists/${made.body.id}/decision`, APPROVAL)
  const held = await secretary.post('/archive/holds', { number: old.number, reason: 'Keberatan pemegang surat' })
  await destroyApproved(app.tools, 50)

  assert.deepEqual([fresh.status, whileOpen.status, whileAsked.status, whileObjected.status, made.status, second.status, held.status], [409, 409, 409, 409, 201, 409, 201])
  const after = (await secretary.get(`/archive/lists/${made.body.id}`)).body
  assert.deepEqual([after.state, after.destroyed, after.withheld], ['done', 0, 2])
  assert.equal((await app.db.selectFrom('letters.letters').select('id').execute()).length, 1)

  const holds = (await head.get('/archive/holds')).body.items
  assert.deepEqual(holds.map(({ kind, number, reason }: Record<string, string>) => [kind, number, reason]), [['letter', old.number, 'Keberatan pemegang surat']])
  const lift = async (api: typeof head, id: string) => (await api.post(`/archive/holds/${id}/lift`)).status
  assert.deepEqual([await lift(await app.api('loket'), holds[0].id), await lift(secretary, 'x'), await lift(secretary, holds[0].id), await lift(secretary, holds[0].id)], [403, 404, 200, 404])
  assert.deepEqual((await head.get('/archive/holds')).body.items, [])
})

test('the program itself cannot remove a letter, a case or a read that no approved list names', async (t) => {
  const app = await freshApp(t)
  const { id, applicationId } = await anIssuedLetter(app)
  await longAgo(app, applicationId)

  await assert.rejects(sql`select archive.remove_letter(${id}::uuid)`.execute(app.db), /no approved list/)
  await assert.rejects(sql`select archive.remove_case(${applicationId}::uuid)`.execute(app.db), /no approved list/)
  await assert.rejects(sql`select archive.remove_reads('demo', '2019-03')`.execute(app.db), /no approved list/)
  await assert.rejects(sql`delete from log.reads`.execute(app.db), /permission denied/)
  await assert.rejects(sql`delete from letters.letters`.execute(app.db), /permission denied/)
  await assert.rejects(sql`update archive.stubs set label = ''`.execute(app.db), /permission denied/)
})

test('the office sets its own periods, with a basis, from today on', async (t) => {
  const app = await freshApp(t)
  const secretary = await app.as('sekretaris')
  const fields = { kind: 'letter', classification: '500.3.7', activeMonths: '1200', inactiveMonths: '0', final: 'permanent', basis: 'Keputusan contoh 1/2026' }

  const wrong = await secretary.post('/petugas/arsip/jadwal', { ...fields, activeMonths: 'dua' })
  const set = await secretary.post('/petugas/arsip/jadwal', fields)
  const old = await anIssuedLetter(app)
  await longAgo(app, old.applicationId)
  const none = await (await app.api('sekretaris')).post('/archive/lists')

  assert.deepEqual([wrong.status, set.status, none.status], [422, 303, 409])
  assert.match(await (await secretary.get('/petugas/arsip/jadwal')).text(), /Keputusan contoh 1\/2026/)
  assert.equal((await (await app.as('kadis')).post('/petugas/arsip/jadwal', fields)).status, 403)
  const { secretary: program, head } = await ways(app)
  const period = { ...fields, activeMonths: 24, inactiveMonths: 36, final: 'destroy' }
  const byProgram = [await program.post('/archive/schedule', { ...period, kind: 'tidak-ada' }), await program.post('/archive/schedule', { ...period, basis: '' }), await head.post('/archive/schedule', period),
    await program.post('/archive/schedule', period)].map(({ status }) => status)
  const held = (await program.get('/archive/schedule')).body.items.find(({ kind }: { kind: string }) => kind === 'letter')
  assert.deepEqual([byProgram, held.activeMonths, held.final, held.own], [[422, 422, 403, 200], 24, 'destroy', true])
})
