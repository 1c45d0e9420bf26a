import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import sharp from 'sharp'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { accountIds, aTicket, actorOf, anAnsweredTicket, done, step } from './testing.ts'
import { takeReporterStep } from './reporter-steps.ts'
import { findByReference, findTicket } from './ticket-store.ts'

const SITI = '081200000001'
const STORY = 'Saya diminta Rp50.000 oleh calo di balai desa supaya surat cepat jadi.'

async function aPhoto(): Promise<File> {
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#ca6' } }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], 'bukti.jpg', { type: 'image/jpeg' })
}

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  return form
}

const slipOf = (html: string) => ({ reference: /(?:PGD|SRN|INF|KON)-\d{4}-[0-9A-Z]{6}/.exec(html.replaceAll('<wbr>', '').replaceAll('<wbr/>', ''))?.[0] ?? '', secret: /<b class="reference">(\d{6})<\/b>/.exec(html)?.[1] ?? '' })

/** Opens a ticket as somebody without login does. */
async function opened(app: TestApp, { reference, secret }: { reference: string; secret: string }) {
  const reply = await app.visitor.post('/pengaduan/lacak', { nomor: reference.toLowerCase(), kode: secret })
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const to = reply.headers.get('location') ?? ''
  return {
    status: reply.status, to,
    get: async () => (await app.app.request(to, { headers: { cookie } })).text(),
    file: (path: string) => app.app.request(path, { headers: { cookie } }),
    post: (fields: Record<string, string | File>) => app.app.request(to, { method: 'POST', body: formOf(fields), headers: { cookie, 'sec-fetch-site': 'same-origin' } }),
  }
}

test('a stranger without login reports a broker with a photo, follows it by number and code, says it is not solved and then that it is', async (t) => {
  const app = await freshApp(t)
  const formKey = randomUUID()
  const form = () => formOf({ formKey, words: STORY, identity: 'anonymous', regionCode: '35.15.05' })
  const withPhoto = form()
  withPhoto.append('file', await aPhoto())
  const receipt = await (await app.visitor.post('/pengaduan/baru?jenis=pengaduan', withPhoto)).text()
  const twice = await (await app.visitor.post('/pengaduan/baru?jenis=pengaduan', form())).text()
  const slip = slipOf(receipt)
  const mine = await opened(app, slip)
  const first = await mine.get()
  const wrong = await app.visitor.post('/pengaduan/lacak', { nomor: slip.reference, kode: '000000' })
  const id = (await findByReference(app.db, slip.reference))?.id ?? ''
  const { verifikator } = await accountIds(app)
  await step(app, 'sekretaris', id, { step: 'verify', class: 'normative', category: 'fee', assignTo: verifikator })
  await step(app, 'verifikator', id, { step: 'answer', words: 'Balai desa sudah ditegur dan tarif ditempel di papan.' })
  const answered = await mine.get()
  const again = await mine.post({ act: 'reopen', words: 'Calonya masih di sana.' })
  const reopened = await findTicket(app.db, id)
  await step(app, 'sekretaris', id, { step: 'assign', assignTo: verifikator })
  await step(app, 'verifikator', id, { step: 'answer', words: 'Calo dilaporkan ke polisi, tanda lapor terlampir.' })
  const unscored = await mine.post({ act: 'accept' })
  await mine.post({ act: 'accept', score: '3' })
  const closed = await findTicket(app.db, id)

  assert.match(slip.reference, /^PGD-2611-/)
  assert.deepEqual(slipOf(twice), slip, 'the same form is one ticket with one secret')
  assert.equal((await app.db.selectFrom('complaints.tickets').select('id').execute()).length, 1)
  assert.match(first, /petugas pengaduan[^]*Senin 16 November, 16\.00[^]*Diperiksa[^]*Dijawab/)
  const photo = /href="(\/pengaduan\/lacak\/[^"]+\/berkas\/[^"]+)"/.exec(first)?.[1] ?? ''
  assert.equal((await mine.file(photo)).headers.get('content-type'), 'image/jpeg')
  assert.equal((await app.visitor.get(photo)).status, 404)
  assert.equal(wrong.status, 422)
  assert.match(answered, /Balai desa sudah ditegur[^]*Sudah selesai\?[^]*Belum selesai/)
  assert.doesNotMatch(answered, /Rina|Kusumawati/)
  assert.deepEqual([again.status, reopened?.state, reopened?.reopenedCount], [303, 'reopened', 1])
  assert.equal(unscored.status, 422)
  assert.deepEqual([closed?.state, closed?.outcome, closed?.score], ['closed', 'solved', 3])
})

test('a signed-in owner finds her named and her sealed report in her list; nothing in the database or the log ties the sealed one to her', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const named = slipOf(await (await siti.post('/pengaduan/baru?jenis=saran', formOf({ formKey: randomUUID(), words: 'Tambah kursi di ruang tunggu loket.', identity: 'named' }))).text())
  const sealed = slipOf(await (await siti.post('/pengaduan/baru?jenis=pengaduan', formOf({ formKey: randomUUID(), words: STORY, identity: 'sealed' }))).text())
  const list = await (await siti.get('/pengaduan/saya')).text()
  const page = await (await siti.get(`/pengaduan/lacak/${sealed.reference}`)).text()
  const others = await (await (await app.as('081200000002')).get(`/pengaduan/lacak/${sealed.reference}`)).text()
  const account = await actorOf(app, SITI)
  const ticket = await findByReference(app.db, sealed.reference)
  const rows = JSON.stringify(await app.db.selectFrom('complaints.tickets').select(['owner_id', 'reporter_cipher', 'channel', 'entered_by']).where('id', '=', ticket?.id ?? '').execute())
  const log = JSON.stringify(await app.db.selectFrom('log.events').select('body').where('subject_id', '=', ticket?.id ?? '').execute())
  const told = await app.db.selectFrom('messages.outbox').select(['template', 'body']).execute()
  const held = await (await app.api(SITI)).post('/privacy-requests', { kind: 'copy' })
  const copy = await (await app.api(SITI)).get(`/privacy-requests/${held.body.id}/copy`)

  assert.ok(list.includes(named.reference) && list.includes(sealed.reference))
  assert.match(page, /Tambah bukti/)
  assert.doesNotMatch(others, /calo/)
  for (const trace of [account.accountId, account.personId ?? '', 'Siti', '081200000001', '6281200000001']) assert.ok(!rows.includes(trace) && !log.includes(trace), trace)
  assert.deepEqual(told.map(({ template }) => template), ['ticket-received'])
  assert.ok(told[0]?.body.includes(named.reference))
  assert.equal(copy.body.parts.ticket.length, 1)
  assert.equal(copy.body.parts.ticket[0].body.reference, named.reference)
})

test('a reporter who was asked stops the clock until he answers, and the officer sees it', async (t) => {
  const app = await freshApp(t)
  const filed = await aTicket(app, { identity: 'named', name: 'Pak Hadi', phone: '081200000077' })
  const { verifikator } = await accountIds(app)
  const { id } = filed.ticket
  const verified = await step(app, 'sekretaris', id, { step: 'verify', class: 'light', category: 'time', assignTo: verifikator })
  app.clock.set('2026-11-11T10:00:00+07:00')
  const asked = await step(app, 'verifikator', id, { step: 'defer', words: 'Loket yang mana?' })
  app.clock.set('2026-11-12T10:00:00+07:00')
  const mine = await opened(app, { reference: filed.ticket.reference, secret: filed.secret })
  const waiting = await mine.get()
  await mine.post({ act: 'reply', words: 'Loket dua.' })
  const resumed = await findTicket(app.db, id)
  const page = await (await (await app.as('verifikator')).get(`/petugas/pengaduan/${id}`)).text()
  const told = await app.db.selectFrom('messages.outbox').select('template').orderBy('created_at').execute()

  assert.deepEqual([verified.owedAt?.toISOString(), asked.owedAt, resumed?.state, resumed?.owedAt?.toISOString()], ['2026-11-13T07:30:00.000Z', null, 'assigned', '2026-11-16T09:00:00.000Z'])
  assert.match(waiting, /Kami perlu keterangan lagi[^]*Loket yang mana\?/)
  assert.match(page, /Loket dua\.[^]*Pak Hadi|Pak Hadi[^]*Loket dua\./)
  assert.deepEqual(told.map(({ template }) => template), ['ticket-received', 'ticket-question'])
})

test('a day off added by decree moves what is owed of open tickets, and one entry of the log tells how many', async (t) => {
  const app = await freshApp(t)
  const { ticket } = await aTicket(app)
  await (await app.as('admin')).post('/admin/kalender', { act: 'add', 'date-day': '12', 'date-month': '11', 'date-year': '2026', name: 'Pemungutan suara', kind: 'local', 'add-basis': 'SK Bupati 1/2026' })

  const moved = await findTicket(app.db, ticket.id)
  const events = await app.db.selectFrom('log.events').select('body').where('what', '=', 'complaint.recompute').execute()
  assert.deepEqual([ticket.owedAt?.toISOString(), moved?.owedAt?.toISOString()], ['2026-11-16T09:00:00.000Z', '2026-11-17T09:00:00.000Z'])
  assert.deepEqual(events.map(({ body }) => JSON.parse(body).data), [{ moved: 1, open: 1 }])
})

test('two reports of the same are answered together, each with its own reporter; figures tell silence from said solved', async (t) => {
  const app = await freshApp(t)
  const { verifikator } = await accountIds(app)
  const [one, other] = [await aTicket(app, { words: STORY, regionCode: '35.15.05' }), await aTicket(app, { words: 'Calo di balai desa minta uang untuk surat.', regionCode: '35.15.05' })]
  for (const { ticket } of [one, other]) await step(app, 'sekretaris', ticket.id, { step: 'verify', class: 'normative', category: 'fee', assignTo: verifikator })
  const desk = await app.as('verifikator')
  const page = await (await desk.get(`/petugas/pengaduan/${other.ticket.id}`)).text()
  await desk.post(`/petugas/pengaduan/${other.ticket.id}`, { act: 'group', lead: one.ticket.id })
  await step(app, 'verifikator', one.ticket.id, { step: 'answer', words: 'Balai desa sudah ditegur dan tarif ditempel di papan.' })
  const member = await findTicket(app.db, other.ticket.id)
  await done(app, (unit) => takeReporterStep(unit, one.ticket.id, { role: 'reporter' }, { step: 'accept', score: 4 }))
  const figures = (await (await app.api('kadis')).get('/complaint-figures')).body

  assert.match(page, /kata mirip, wilayah sama/)
  assert.deepEqual([member?.state, member?.leadId], ['answered', one.ticket.id])
  assert.deepEqual([figures.received, figures.open, figures.answered, figures.onTime, figures.saidSolved, figures.closedBySilence, figures.scoreSum], [2, 1, 2, 2, 1, 0, 4])
})

test('a question becomes guidance only if its asker agreed, told anew, and after a second officer; then people find it in plain words', async (t) => {
  const app = await freshApp(t)
  const [kept, agreed] = [await anAnsweredTicket(app, { kind: 'consultation', words: 'Bagaimana mengurus label halal untuk kerupuk saya?' }),
    await anAnsweredTicket(app, { kind: 'consultation', identity: 'named', name: 'Maimunah', phone: '081200000055', words: 'Saya Maimunah, bagaimana mengurus label halal?', mayPublish: true })]
  const verifier = await app.api('verifikator')
  const text = { question: 'Bagaimana mengurus label halal?', answer: 'Siapkan NIB, lalu daftar pendampingan halal gratis di loket.' }
  const refused = await verifier.post(`/complaints/${kept.ticket.id}/guidance`, text)
  const personal = await verifier.post(`/complaints/${agreed.ticket.id}/guidance`, { ...text, question: 'Bu Maimunah bertanya label halal' })
  const proposed = await verifier.post(`/complaints/${agreed.ticket.id}/guidance`, text)
  const before = await (await app.visitor.get('/panduan?q=sertifikat+halalnya')).text()
  const [own, second] = [await (await app.api('kabid')).post(`/guidance/${proposed.body.id}/steps`, { step: 'approve' }), await (await app.api('sekretaris')).post(`/guidance/${proposed.body.id}/steps`, { step: 'decline' })]
  const found = (await (await app.api('loket')).get('/guidance?q=ngurus+halal')).body.items
  const page = await (await app.visitor.get(`/panduan/${proposed.body.id}`)).text()

  assert.deepEqual([refused.status, personal.status, proposed.status, own.status, second.status], [409, 422, 201, 200, 409])
  assert.doesNotMatch(before, /label halal\?/)
  assert.equal(found[0].id, proposed.body.id)
  assert.match(page, /pendampingan halal gratis/)
  assert.doesNotMatch(page, /Maimunah/)
})

test('the village officer types in for his village and the counter from a letter, on the same clock; a member’s complaint about his cooperative is marked for inspection', async (t) => {
  const app = await freshApp(t)
  const village = await app.as('desa')
  const slip = slipOf(await (await village.post('/petugas/pengaduan/baru', formOf({ formKey: randomUUID(), kind: 'complaint', words: STORY, identity: 'sealed', name: 'Bu Tini' }))).text())
  const abroad = await (await app.api('desa')).post('/complaint-entries', { kind: 'complaint', identity: 'anonymous', words: STORY, channel: 'village', regionCode: '35.15.18.2015' })
  const letter = await (await app.api('loket')).post('/complaint-entries', {
    kind: 'complaint', identity: 'named', name: 'Wahyu', words: 'Simpanan anggota koperasi tidak dapat diambil sejak Juli.',
    channel: 'letter', receivedOn: '2026-11-09', cooperative: 'Koperasi Sumber Rejeki', isMember: true,
  })
  const [typed, inspected] = [await findByReference(app.db, slip.reference), await (await app.api('pengawas')).get('/complaints?view=inspection')]

  assert.deepEqual([typed?.channel, typed?.regionCode], ['village', '35.15.05.2006'])
  assert.equal((await village.get('/petugas/pengaduan')).status, 403)
  assert.equal(abroad.status, 403)
  assert.equal(letter.body.owedAt, '2026-11-12T09:00:00.000Z', 'three working days from the day on the letter')
  assert.deepEqual(inspected.body.items.map((one: { reference: string }) => one.reference), [letter.body.reference])
})
