import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { VIEWS, listTickets } from './list-store.ts'
import { accountIds, aTicket, actorOf, anAnsweredTicket, step } from './testing.ts'
import { findTicket } from './ticket-store.ts'
import { resourceOf } from './ticket.ts'

const OFFICERS = ['loket', 'desa', 'verifikator', 'kabid', 'sekretaris', 'kadis', 'enumerator', 'koordinator', 'pendamping', 'pengawas', 'data', 'admin']

const known = new WeakMap<TestApp, Actor[]>()

/** Which officers reach a ticket, by its address and in the list: the two must agree. */
async function reach(app: TestApp, id: string): Promise<string[]> {
  const reached: string[] = []
  const actors = known.get(app) ?? await Promise.all(OFFICERS.map((login) => actorOf(app, login)))
  known.set(app, actors)
  for (const [at, login] of OFFICERS.entries()) {
    const actor = actors[at]
    assert.ok(actor)
    const ticket = await findTicket(app.db, id)
    assert.ok(ticket)
    const byAddress = may(actor, 'complaint.read', resourceOf(ticket), app.clock.now.epochMilliseconds).ok
    const listed = (await Promise.all(VIEWS.map((view) => listTickets(app.db, actor, { view }, { now: app.clock.now, limit: 200 })))).some(({ tickets }) => tickets.some((one) => one.id === id))
    assert.equal(listed, byAddress, `${login}: list and address disagree`)
    if (byAddress) reached.push(login)
  }
  return reached
}

const DESKS = ['loket', 'verifikator', 'kabid', 'sekretaris', 'kadis', 'pengawas']

test('a report about an officer goes round him: the matrix of who reaches what, in lists and by address', async (t) => {
  const app = await freshApp(t)
  const { pengawas } = await accountIds(app)
  const plain = (await aTicket(app)).ticket
  const cases: [string, string, string[]][] = [
    ['about nobody', plain.id, DESKS],
    ['about the counter by name', (await aTicket(app, { aboutPost: 'counter', aboutName: 'bu Ningsih' })).ticket.id, ['sekretaris', 'kadis']],
    ['that names the verifier in its text alone', (await aTicket(app, { words: 'Berkas saya ditahan Rina Kusumawati tanpa alasan.' })).ticket.id, ['sekretaris', 'kadis']],
    ['about the secretary', (await aTicket(app, { aboutPost: 'secretary' })).ticket.id, ['kadis']],
    ['about the head', (await aTicket(app, { aboutPost: 'office-head' })).ticket.id, ['sekretaris']],
    ['about both at the top', (await aTicket(app, { aboutPost: 'office-head', aboutName: 'Endang' })).ticket.id, ['kabid']],
    ['of another division', (await aTicket(app, { serviceCode: 'UM-02' })).ticket.id, DESKS],
  ]
  for (const [what, id, expected] of cases) assert.deepEqual(await reach(app, id), expected, what)

  const about = cases[1]?.[1] ?? ''
  const counter = await app.api('loket')
  const kadis = cases[4]?.[1] ?? ''
  const answers = await Promise.all([
    counter.get(`/complaints/${about}`),
    counter.post(`/complaints/${about}/steps`, { step: 'verify', class: 'normative', category: 'conduct' }),
    (await app.api('kadis')).get(`/complaints/${kadis}`),
    (await app.api('kadis')).post(`/complaints/${kadis}/identity-requests/decide`, { approve: true }),
    counter.post(`/complaints/${plain.id}/group`, { leadId: about }),
  ])
  assert.deepEqual(answers.map(({ status }) => status), [404, 404, 404, 404, 404])
  assert.equal((await (await app.as('loket')).get(`/petugas/pengaduan/${about}`)).status, 404)
  assert.equal((await (await app.as('loket')).post('/petugas/pengaduan', { nomor: (await findTicket(app.db, about))?.reference ?? '' })).status, 422)

  const { loket } = await accountIds(app)
  await step(app, 'sekretaris', about, { step: 'verify', class: 'no-examination', category: 'conduct', assignTo: pengawas })
  assert.deepEqual(await reach(app, about), ['sekretaris', 'kadis', 'pengawas'], 'whoever it is given to reaches it too')
  await assert.rejects(step(app, 'sekretaris', about, { step: 'assign', assignTo: loket }), /disebut dalam laporan/)
})

test('of a report about the head the inspectorate is told its number and nothing more, if the office has named a mailbox there', async (t) => {
  const app = await freshApp(t)
  await aTicket(app, { aboutPost: 'office-head' })
  await app.db.updateTable('office.offices').set({ witness_email: 'inspektorat@contoh.example' }).execute()
  const { ticket } = await aTicket(app, { aboutPost: 'office-head', words: 'Kepala dinas meminta setoran dari pedagang.' })

  const mails = await app.db.selectFrom('messages.outbox').select(['address', 'channel', 'body']).execute()

  assert.deepEqual(mails.map(({ address, channel }) => [address, channel]), [['inspektorat@contoh.example', 'email']])
  assert.ok(mails[0]?.body.includes(ticket.reference))
  assert.doesNotMatch(mails[0]?.body ?? '', /setoran/)
})

test('an officer named only after somebody has read it no longer reaches it; whoever holds it must hand it on first', async (t) => {
  const app = await freshApp(t)
  const { verifikator, kabid } = await accountIds(app)
  const { ticket } = await aTicket(app)

  await step(app, 'sekretaris', ticket.id, { step: 'verify', class: 'normative', category: 'conduct', named: [verifikator ?? '', kabid ?? ''] })

  assert.deepEqual(await reach(app, ticket.id), ['sekretaris', 'kadis'])
})

test('a sealed identity is opened by two officers only, each look stands on the ticket, and who asked does not decide', async (t) => {
  const app = await freshApp(t)
  const { ticket, secret } = await anAnsweredTicket(app, { identity: 'sealed', name: 'Mbok Darmi', phone: '081200000066' })
  const [secretary, head, division, counter] = [await app.api('sekretaris'), await app.api('kadis'), await app.api('kabid'), await app.api('loket')]
  const at = `/complaints/${ticket.id}`
  const why = 'Pelapor diancam; perlu dihubungi untuk perlindungan.'
  const before = await secretary.get(`${at}/identity`)
  const short = await secretary.post(`${at}/identity-requests`, { reason: 'ingin tahu' })
  const asked = await secretary.post(`${at}/identity-requests`, { reason: why })
  const alone = await secretary.post(`${at}/identity-requests/decide`, { approve: true })
  const below = await division.post(`${at}/identity-requests/decide`, { approve: true })
  const still = await secretary.get(`${at}/identity`)
  const approved = await head.post(`${at}/identity-requests/decide`, { approve: true })
  const [seen, third, fourth] = [await secretary.get(`${at}/identity`), await division.get(`${at}/identity`), await counter.get(`${at}/identity`)]
  const pages = await Promise.all(['loket', 'kabid', 'verifikator'].map(async (login) => (await (await app.as(login)).get(`/petugas/pengaduan/${ticket.id}`)).text()))
  const pass = (await (await app.api('loket')).post('/complaint-passes', { reference: ticket.reference, secret })).body.pass
  const own = (await counter.post('/tracked-complaints', { reference: ticket.reference, pass })).body
  const looks = await app.db.selectFrom('log.reads').select('body').where('what', '=', 'complaint.identity').execute()
  app.clock.pass({ hours: 7 * 24 + 1 })
  const later = await (await app.api('sekretaris')).get(`${at}/identity`)

  assert.deepEqual([before, short, asked, alone, below, still, approved, third, fourth, later].map(({ status }) => status), [403, 422, 201, 403, 403, 403, 200, 403, 403, 403])
  assert.deepEqual(seen.body, { name: 'Mbok Darmi', phone: '+6281200000066' })
  for (const html of pages) assert.doesNotMatch(html, /Darmi|81200000066/)
  const told = own.events.filter((one: { step: string }) => one.step.startsWith('identity'))
  assert.deepEqual(told.map((one: { step: string; role: string; words: string }) => [one.step, one.role, one.words]), [['identity-open', 'office-head', why], ['identity-look', 'secretary', '']])
  assert.equal(looks.length, 1)
  assert.equal((await app.db.selectFrom('messages.outbox').select('id').execute()).length, 0, 'a sealed reporter gets no message')
})

test('what LAPOR! sends is taken in once, answered, and sent back with the answer; read again it changes nothing', async (t) => {
  const app = await freshApp(t)
  const file = (text: string) => {
    const form = new FormData()
    form.append('file', new File([text], 'lapor.csv', { type: 'text/csv' }))
    return form
  }
  const csv = 'no_lapor;tanggal;klasifikasi;isi;lokasi\r\n778001;2026-11-10;pengaduan;"Loket tutup; saya menunggu sejak pagi.";Sidoarjo\r\n778002;2026-11-09;aspirasi;Mohon ditambah kursi tunggu di loket.;\r\n'
  const counter = await app.api('loket')
  const wrong = await counter.post('/complaint-imports', file(csv.replace('2026-11-09', '09/11/2026')))
  const left = await app.db.selectFrom('complaints.tickets').select('id').execute()
  const first = await counter.post('/complaint-imports', file(csv))
  const { id } = await app.db.selectFrom('complaints.tickets').select('id').where('lapor_number', '=', '778001').executeTakeFirstOrThrow()
  const { verifikator } = await accountIds(app)
  await step(app, 'sekretaris', id, { step: 'verify', class: 'light', category: 'time', assignTo: verifikator })
  await step(app, 'verifikator', id, { step: 'answer', words: '=SUM(1) Loket kini buka sampai pukul 16.00; jadwal ditempel.' })
  const exported = await (await counter.get('/complaint-exports')).reply.text()
  const again = await counter.post('/complaint-imports', file(exported))

  assert.deepEqual([wrong.status, left.length, wrong.body.problems[0].message], [422, 0, 'Baris 3: tanggal bukan 2026-11-24'])
  assert.deepEqual(first.body, { fresh: 2, known: 0 })
  assert.match(exported, /^﻿?no_lapor;tanggal;klasifikasi;isi;/)
  assert.match(exported, /778001;2026-11-10;pengaduan;"Loket tutup; saya menunggu sejak pagi\.";;Sidoarjo;[^\n]*answered;"?'=SUM\(1\) Loket kini buka/)
  assert.deepEqual(again.body, { fresh: 0, known: 2 })
  assert.equal((await (await app.api('verifikator')).get('/complaint-exports')).status, 403)
})
