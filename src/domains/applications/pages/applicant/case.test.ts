import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { takeStep } from '../../commands/steps.ts'
import { findApplication, listRemarks } from '../../store.ts'
import { aBusiness, aCaseIn, aDraft, actorFor, must } from '../../testing.ts'
import { aPhoto, formWith } from './testing.ts'

const SITI = '081200000001'
const WAHYU = '081200000002'

async function returned(app: TestApp, items: { requirement: string; reasonCode: string; note?: string }[]): Promise<string> {
  const id = await aCaseIn(app, 'accepted')
  const verifier = await actorFor(app, 'verifikator')
  await must(app, (unit) => takeStep(app.tools, unit, verifier, id, { step: 'return', items }))
  return id
}

const html = async (reply: Promise<Response>) => (await reply).text()

test('the pages of a case are for its applicant and for officers who may read it, and for nobody else', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const sent = await aCaseIn(app, 'submitted')
  const paths = [
    `/permohonan/${id}`, `/permohonan/${id}/isi/purpose`, `/permohonan/${id}/berkas`, `/permohonan/${id}/berkas/idCard`, `/permohonan/${id}/periksa`,
    `/permohonan/${id}/tarik`, `/permohonan/${sent}/tanda-terima`,
  ]
  const [siti, wahyu, enumerator] = [await app.as(SITI), await app.as(WAHYU), await app.as('enumerator')]

  for (const path of paths) {
    assert.equal((await siti.get(path)).status, 200, path)
    assert.equal((await wahyu.get(path)).status, 403, path)
    assert.equal((await enumerator.get(path)).status, 403, path)
    assert.equal((await app.visitor.get(path)).headers.get('location'), `/masuk?kembali=${encodeURIComponent(path)}`, path)
  }
})

test('another citizen cannot change, send or withdraw a case by posting to its pages', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const wahyu = await app.as(WAHYU)

  const replies = await Promise.all([
    wahyu.post(`/permohonan/${id}/isi/purpose`, { purpose: 'halal' }), wahyu.post(`/permohonan/${id}/berkas/idCard`, formWith(await aPhoto())),
    wahyu.post(`/permohonan/${id}/periksa`, { statement: 'yes' }), wahyu.post(`/permohonan/${id}/tarik`, {}),
  ])

  assert.deepEqual(replies.map((reply) => reply.status), [403, 403, 403, 403])
  const kept = await findApplication(app.db, id)
  assert.deepEqual([kept?.status, kept?.answers['purpose']], ['draft', 'bank-loan'])
})

test('an address that names no case of ours is not found', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)

  for (const path of ['/permohonan/1', '/permohonan/00000000-0000-4000-8000-000000000000', '/permohonan/00000000-0000-4000-8000-000000000000/isi/purpose']) {
    assert.equal((await siti.get(path)).status, 404, path)
  }
})

test('the list shows how each of one\'s own cases stands, who has it and until when, and nothing of others', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'accepted')
  const { id: draft } = await aDraft(app, { owner: await actorFor(app, WAHYU), businessId: await aBusiness(app, await actorFor(app, WAHYU)) })

  const page = await html((await app.as(SITI)).get('/permohonan'))

  assert.ok(page.includes(`/permohonan/${id}`) && !page.includes(draft))
  assert.match(page, /Diterima/)
  assert.match(page, /Sekarang di verifikator/)
  assert.match(page, /Selambatnya Senin 16 November, 16\.00/)
})

test('a case tells its journey by roles and never by the names of officers', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'initialed')

  const page = await html((await app.as(SITI)).get(`/permohonan/${id}`))

  for (const role of ['loket', 'verifikator', 'kepala bidang', 'sekretaris dinas']) assert.match(page, new RegExp(role))
  assert.doesNotMatch(page, /Ningsih|Rina|Bambang|Endang|Agus/)
  assert.match(page, /Sekarang di kepala dinas/)
})

test('a case that is late says so and apologises', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'accepted')
  app.clock.set('2026-11-17T09:00:00+07:00')

  const page = await html((await app.as(SITI)).get(`/permohonan/${id}`))

  assert.match(page, /Terlambat\. Seharusnya selesai Senin 16 November, 16\.00/)
  assert.match(page, /meminta maaf/)
})

test('a returned case names each item with its reason and opens exactly those', async (t) => {
  const app = await freshApp(t)
  const id = await returned(app, [
    { requirement: 'idCard', reasonCode: 'unreadable', note: 'Sudut kanan tertutup jari.' }, { requirement: 'addressedTo', reasonCode: 'data-differs' },
  ])
  const siti = await app.as(SITI)

  const page = await html(siti.get(`/permohonan/${id}`))
  const closed = await html(siti.get(`/permohonan/${id}/berkas/familyCard`))
  const check = await html(siti.get(`/permohonan/${id}/periksa`))

  assert.match(page, /Foto atau berkas tidak terbaca jelas/)
  assert.match(page, /Sudut kanan tertutup jari/)
  for (const href of [`/permohonan/${id}/berkas/idCard`, `/permohonan/${id}/isi/addressedTo`]) assert.ok(page.includes(`href="${href}"`), href)
  assert.match(page, /Waktu berhenti/)
  assert.match(page, /Perbaiki sampai 1 Desember 2026/)
  assert.match(closed, /tidak diminta untuk diperbaiki/)
  assert.ok(check.includes(`/permohonan/${id}/berkas/idCard?dari=periksa`) && !check.includes(`/permohonan/${id}/berkas/familyCard?dari=periksa`))
})

test('what was not asked for cannot be changed by posting to its page; what was asked for can, and is sent again', async (t) => {
  const app = await freshApp(t)
  const id = await returned(app, [{ requirement: 'idCard', reasonCode: 'unreadable' }])
  const siti = await app.as(SITI)

  const barred = [
    await siti.post(`/permohonan/${id}/isi/purpose`, { purpose: 'halal' }),
    await siti.post(`/permohonan/${id}/berkas/familyCard`, formWith(await aPhoto())),
  ]
  app.clock.pass({ minutes: 20 })
  const mended = await siti.post(`/permohonan/${id}/berkas/idCard?dari=periksa`, formWith(await aPhoto()))
  const page = await html(siti.get(`/permohonan/${id}`))
  const sent = await siti.post(`/permohonan/${id}/periksa`, {})

  assert.deepEqual(barred.map((reply) => reply.headers.get('location')), [`/permohonan/${id}`, `/permohonan/${id}`])
  assert.equal(mended.status, 303)
  assert.match(page, /Sudah diganti/)
  assert.equal(sent.headers.get('location'), `/permohonan/${id}/tanda-terima`)
  const kept = await findApplication(app.db, id)
  assert.deepEqual([kept?.status, kept?.answers['purpose'], kept?.openItems], ['accepted', 'bank-loan', null])
})

test('when a question is to be mended, the question its answer raises may be answered too', async (t) => {
  const app = await freshApp(t)
  const id = await returned(app, [{ requirement: 'purpose', reasonCode: 'incomplete' }])
  const siti = await app.as(SITI)

  const raised = await siti.post(`/permohonan/${id}/isi/purpose`, { purpose: 'other' })
  await siti.post(`/permohonan/${id}/isi/purposeOther`, { purposeOther: 'Sewa stan' })
  const sent = await siti.post(`/permohonan/${id}/periksa`, {})

  assert.equal(raised.headers.get('location'), `/permohonan/${id}/isi/purposeOther`)
  assert.equal(sent.headers.get('location'), `/permohonan/${id}/tanda-terima`)
})

test('withdrawing is asked once more, may give a reason, and done twice is done once', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'submitted')
  const siti = await app.as(SITI)

  const asked = await html(siti.get(`/permohonan/${id}/tarik`))
  const done = [await siti.post(`/permohonan/${id}/tarik`, { note: 'Salah usaha' }), await siti.post(`/permohonan/${id}/tarik`, { note: 'Salah usaha' })]

  assert.match(asked, /Tarik permohonan ini\?/)
  assert.deepEqual(done.map((reply) => reply.headers.get('location')), [`/permohonan/${id}`, `/permohonan/${id}`])
  assert.equal((await findApplication(app.db, id))?.status, 'withdrawn')
  assert.deepEqual((await listRemarks(app.db, id)).map((remark) => remark.note), ['Salah usaha'])
})

test('an issued letter cannot be withdrawn any more', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'issued')
  const siti = await app.as(SITI)

  const page = await html(siti.get(`/permohonan/${id}/tarik`))
  const reply = await siti.post(`/permohonan/${id}/tarik`, {})

  assert.match(page, /sudah tidak dapat ditarik/)
  assert.equal(reply.status, 409)
})

test('a rejected case gives the reason in words, the officer\'s sentence, and what can be done', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'submitted')
  const counter = await actorFor(app, 'loket')
  await must(app, (unit) => takeStep(app.tools, unit, counter, id, { step: 'reject', reasonCode: 'not-micro', note: 'Omzet di atas <batas>.' }))

  const page = await html((await app.as(SITI)).get(`/permohonan/${id}`))

  assert.match(page, /Usaha melebihi batas usaha mikro/)
  assert.match(page, /Omzet di atas &lt;batas>/)
  assert.match(page, /SP4N-LAPOR!/)
})

test('an issued letter can be downloaded and checked from its case, and is offered before a second application', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'issued')
  const siti = await app.as(SITI)

  const page = await html(siti.get(`/permohonan/${id}`))
  const begin = await html(siti.get('/permohonan/baru?layanan=UM-02'))

  assert.match(page, /href="\/surat\/[0-9a-f-]{36}\/pdf"/)
  assert.match(page, /href="\/v\/[A-Z0-9-]+"/)
  assert.match(begin, /masih punya surat yang berlaku sampai 11 November 2027/)
  assert.ok(begin.includes(`href="/permohonan/${id}"`))
})

for (const [name, path] of [
  ['list', ''], ['case', '/:id'], ['check', '/:id/periksa'], ['question', '/:id/isi/purpose'], ['papers', '/:id/berkas'], ['withdrawal', '/:id/tarik'],
] as const) {
  test(`the ${name} page speaks English when asked to`, async (t) => {
    const app = await freshApp(t)
    const { id } = await aDraft(app)

    const page = await html((await app.as(SITI)).get(`/permohonan${path.replace(':id', id)}?bahasa=en`))

    assert.match(page, /<html lang="en">/)
    assert.match(page, /(My applications|Not sent yet|Check your answers|What do you need the letter for|Have your photos|Delete this draft)/)
  })
}

test('an officer reading a case leaves a trace, its owner does not', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'submitted')

  await (await app.as(SITI)).get(`/permohonan/${id}`)
  await (await app.as('loket')).get(`/permohonan/${id}`)

  const reads = await app.db.selectFrom('log.reads').select(['what', 'actor_role']).where('subject_id', '=', id).execute()
  assert.deepEqual(reads, [{ what: 'application.read', actor_role: 'counter' }])
})
