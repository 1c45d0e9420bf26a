import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { aBusiness, aDraft, actorFor } from '../../testing.ts'
import { aPhoto, formWith } from './testing.ts'

const SITI = '081200000001'
const WAHYU = '081200000002'

async function withBusiness(t: Parameters<typeof freshApp>[0]) {
  const app = await freshApp(t)
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  return { app, businessId, siti: await app.as(SITI) }
}

const countOf = async (app: TestApp) =>
  (await app.db.selectFrom('applications.applications').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
const answersOf = async (app: TestApp, id: string) =>
  (await app.db.selectFrom('applications.applications').select('answers').where('id', '=', id).executeTakeFirstOrThrow()).answers
const idIn = (reply: Response) => (reply.headers.get('location') ?? '').split('/')[2] ?? ''

test('who has no business yet is sent to record one, and back here afterwards', async (t) => {
  const app = await freshApp(t)

  const html = await (await (await app.as(SITI)).get('/permohonan/baru?layanan=UM-02')).text()

  assert.ok(html.includes('href="/usaha/baru?lanjut=%2Fpermohonan%2Fbaru%3Flayanan%3DUM-02"'))
  assert.doesNotMatch(html, /Mulai mengisi/)
})

test('a form to begin sent twice, and begun again after going back, is one draft', async (t) => {
  const { app, businessId, siti } = await withBusiness(t)
  const form = { usaha: businessId, formKey: randomUUID() }

  const twice = await Promise.all([siti.post('/permohonan/baru?layanan=um-02', form), siti.post('/permohonan/baru?layanan=um-02', form)])
  const again = await siti.post('/permohonan/baru?layanan=um-02', { ...form, formKey: randomUUID() })

  const ids = [...twice, again].map(idIn)
  assert.equal(new Set(ids).size, 1)
  assert.equal(await countOf(app), 1)
  assert.match(twice[0]?.headers.get('location') ?? '', /\/isi\/purpose$/)
})

test('a button to begin that was tapped again after the first tap was answered leads to the first question all the same', async (t) => {
  const { app, businessId, siti } = await withBusiness(t)
  const form = { usaha: businessId, formKey: randomUUID() }

  const taps = [await siti.post('/permohonan/baru?layanan=um-02', form), await siti.post('/permohonan/baru?layanan=um-02', form)]

  assert.equal(await countOf(app), 1)
  for (const tap of taps) assert.match(tap.headers.get('location') ?? '', /\/isi\/purpose$/)
})

test('nobody begins with the business of somebody else', async (t) => {
  const { app, businessId } = await withBusiness(t)
  const wahyu = await app.as(WAHYU)
  await aBusiness(app, await actorFor(app, WAHYU))

  const reply = await wahyu.post('/permohonan/baru?layanan=UM-02', { usaha: businessId, formKey: randomUUID() })

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Pilih satu usaha/)
  assert.equal(await countOf(app), 0)
})

test('an answer that is missing shows the page again with a line that leads to the field', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)
  const before = await answersOf(app, id)

  const reply = await siti.post(`/permohonan/${id}/isi/purpose`, {})

  const html = await reply.text()
  assert.equal(reply.status, 422)
  assert.match(html, /<title>Perbaiki: Surat ini untuk keperluan apa\?/)
  assert.match(html, /href="#purpose"/)
  assert.deepEqual(await answersOf(app, id), before)
})

test('what was typed too long stays in the field, and markup in it stays text', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)
  const typed = `<script>alert("x")</script> ${'Bank Contoh '.repeat(10)}`

  const reply = await siti.post(`/permohonan/${id}/isi/addressedTo`, { addressedTo: typed })

  const html = await reply.text()
  assert.equal(reply.status, 422)
  assert.match(html, /Paling banyak 80 huruf/)
  assert.ok(html.includes('&lt;script>alert(&quot;x&quot;)&lt;/script>') && !html.includes('<script>alert'))
})

test('markup in an answer that is kept is shown as text on every page that shows it', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)

  const saved = await siti.post(`/permohonan/${id}/isi/addressedTo`, { addressedTo: '<script>alert(1)</script>' })

  assert.equal(saved.status, 303)
  for (const path of [`/permohonan/${id}/isi/addressedTo`, `/permohonan/${id}/periksa`, `/permohonan/${id}`]) {
    const html = await (await siti.get(path)).text()
    assert.ok(html.includes('&lt;script>alert(1)'), path)
    assert.ok(!html.includes('<script>alert(1)'), path)
  }
})

test('an answer that raises another question leads there, and its answer is dropped when it is no longer asked', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)

  const raised = await siti.post(`/permohonan/${id}/isi/purpose?dari=periksa`, { purpose: 'other' })
  await siti.post(`/permohonan/${id}/isi/purposeOther?dari=periksa`, { purposeOther: 'Sewa stan' })
  const kept = await answersOf(app, id)
  const back = await siti.post(`/permohonan/${id}/isi/purpose?dari=periksa`, { purpose: 'halal' })

  assert.equal(raised.headers.get('location'), `/permohonan/${id}/isi/purposeOther?dari=periksa`)
  assert.deepEqual(kept, { purpose: 'other', purposeOther: 'Sewa stan', statement: true })
  assert.equal(back.headers.get('location'), `/permohonan/${id}/periksa`)
  assert.deepEqual(await answersOf(app, id), { purpose: 'halal', statement: true })
})

test('a photo is kept at once, shown on its page, and can be replaced and removed', async (t) => {
  const { businessId, siti } = await withBusiness(t)
  const id = idIn(await siti.post('/permohonan/baru?layanan=UM-02', { usaha: businessId, formKey: randomUUID() }))
  const page = `/permohonan/${id}/berkas/idCard`

  const uploaded = await siti.post(page, formWith(await aPhoto()))
  const shown = await (await siti.get(page)).text()
  const first = shown.match(/\/berkas\/([0-9a-f-]{36})/)?.[1]
  const wrong = await siti.post(page, formWith(new File(['halo'], 'ktp.jpg', { type: 'image/jpeg' })))
  const afterWrong = await wrong.text()
  await siti.post(page, formWith(await aPhoto()))
  const second = (await (await siti.get(page)).text()).match(/\/berkas\/([0-9a-f-]{36})/)?.[1]
  const removed = await siti.post(page, { remove: 'yes' })

  assert.equal(uploaded.headers.get('location'), page)
  assert.match(shown, /<img src="\/berkas\//)
  assert.equal(wrong.status, 422)
  assert.match(afterWrong, /Unggah foto \(JPEG atau PNG\) atau PDF/)
  assert.ok(afterWrong.includes(`/berkas/${first}`))
  assert.notEqual(second, first)
  assert.equal(removed.status, 303)
  assert.doesNotMatch(await (await siti.get(page)).text(), /\/berkas\/[0-9a-f-]{36}"/)
})

test('a page sent without a file says to choose one', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)

  const reply = await siti.post(`/permohonan/${id}/berkas/taxCard`, formWith(new File([], '')))

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /Pilih foto atau berkas dahulu/)
})

test('the NIB page offers the village letter instead, and the way on passes it over once the NIB is there', async (t) => {
  const { businessId, siti } = await withBusiness(t)
  const id = idIn(await siti.post('/permohonan/baru?layanan=UM-02', { usaha: businessId, formKey: randomUUID() }))
  const page = `/permohonan/${id}/berkas/businessNumberDocument`

  const before = await (await siti.get(page)).text()
  await siti.post(page, formWith(await aPhoto()))
  const after = await (await siti.get(page)).text()

  assert.ok(before.includes(`href="/permohonan/${id}/berkas/villageLetter"`))
  assert.ok(after.includes(`href="/permohonan/${id}/berkas/placePhotoFront"`))
})

test('a draft that is not whole is not sent; the lines say what is missing and lead to it', async (t) => {
  const { businessId, siti } = await withBusiness(t)
  const id = idIn(await siti.post('/permohonan/baru?layanan=UM-02', { usaha: businessId, formKey: randomUUID() }))

  const reply = await siti.post(`/permohonan/${id}/periksa`, { statement: 'yes' })

  const html = await reply.text()
  assert.equal(reply.status, 422)
  for (const field of ['answers.purpose', 'attachments.idCard', 'attachments.productPhoto']) {
    assert.ok(html.includes(`href="#${field}"`) && html.includes(`id="${field}"`), field)
  }
  assert.match(html, /type="checkbox" name="statement" value="yes" checked/)
})

test('without the statement nothing is sent', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)

  const reply = await siti.post(`/permohonan/${id}/periksa`, {})

  assert.equal(reply.status, 422)
  assert.match(await reply.text(), /href="#statement"/)
})

test('sent twice at once, once more by the back button and once from a second tab, it is one case with one receipt', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)
  const send = () => siti.post(`/permohonan/${id}/periksa`, { statement: 'yes' })

  const replies = [...await Promise.all([send(), send(), send()]), await send()]
  const receipts = await Promise.all([siti.get(`/permohonan/${id}/tanda-terima`), siti.get(`/permohonan/${id}/tanda-terima`)])

  assert.deepEqual(new Set(replies.map((reply) => reply.headers.get('location'))), new Set([`/permohonan/${id}/tanda-terima`]))
  const events = await app.db.selectFrom('log.events').select('what').where('subject_id', '=', id).where('what', '=', 'application.submit').execute()
  assert.equal(events.length, 1)
  const [one, other] = await Promise.all(receipts.map((reply) => reply.text()))
  assert.equal(one, other)
  assert.match(one ?? '', /Kelengkapan diperiksa selambatnya Rabu 11 November, 13\.00/)
  assert.match(one ?? '', /Bila baru dinyatakan lengkap pada saat itu: Senin 16 November, 16\.00/)
  assert.match(one ?? '', /Rp0/)
})

test('what was sent can no longer be changed, and the pages say so', async (t) => {
  const { app, siti } = await withBusiness(t)
  const { id } = await aDraft(app)
  await siti.post(`/permohonan/${id}/periksa`, { statement: 'yes' })
  const before = await answersOf(app, id)

  const page = await (await siti.get(`/permohonan/${id}/isi/purpose`)).text()
  await siti.post(`/permohonan/${id}/isi/purpose`, { purpose: 'halal' })

  assert.match(page, /sudah terkirim/)
  assert.doesNotMatch(page, /<form method="post" noValidate/i)
  assert.deepEqual(await answersOf(app, id), before)
})

test('a business that is not micro is told before, and may still apply', async (t) => {
  const { app, businessId, siti } = await withBusiness(t)
  await app.db.updateTable('registry.businesses').set({ scale: 'small' }).where('id', '=', businessId).execute()

  const html = await (await siti.get('/permohonan/baru?layanan=UM-02')).text()

  assert.match(html, /adalah usaha kecil/)
  assert.match(html, /Mulai mengisi/)
})
