import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { LIVES } from '../../core/lives.testing.ts'
import { aBusiness, aService, actorFor } from '../../testing.ts'

const said = (id: string) => ({ id, en: id })

async function aSurveyed(app: TestApp): Promise<string> {
  await aService(app, {
    code: 'TST-01', kind: 'survey',
    survey: [
      { key: 'found', type: 'boolean', label: said('Apakah mesinnya ada?'), required: true, example: true },
      { key: 'litres', type: 'integer', label: said('Kebutuhan solar sebulan'), required: true, example: 40, showWhen: { question: 'found', equals: true } },
    ],
  })
  const businessId = await aBusiness(app, await actorFor(app, '081200000001'))
  const draft = await (await app.api('081200000001')).post('/applications', { serviceCode: 'TST-01', businessId })
  for (const [login, step] of [['081200000001', 'submit'], ['loket', 'accept']] as const) await (await app.api(login)).post(`/applications/${draft.body.id}/steps`, { step })
  return draft.body.id
}

async function aPhoto(): Promise<File> {
  const { default: sharp } = await import('sharp')
  return new File([new Uint8Array(await sharp({ create: { width: 64, height: 48, channels: 3, background: '#ca6' } }).jpeg().toBuffer())], 'foto.jpg', { type: 'image/jpeg' })
}

test('an officer sends somebody, who reports from the place: a photo stays though an answer is missing', async (t) => {
  const app = await freshApp(t)
  const id = await aSurveyed(app)
  const rina = await app.as('verifikator')
  const home = `/petugas/permohonan/${id}`
  const version = async () => String((await (await app.api('verifikator')).get(`/applications/${id}`)).body.version)

  const links = await rina.get(home).then((reply) => reply.text())
  const sent = await rina.post(`${home}/survei`, { act: 'step', 'seen-version': await version(), 'who-goes': '' })
  const photo = new FormData()
  photo.set('act', 'photo')
  photo.set('a-photo', await aPhoto())
  const kept = await rina.post(`${home}/hasil-survei`, photo)
  const half = await rina.post(`${home}/hasil-survei`, { act: 'step', 'seen-version': await version(), found: 'yes', litres: '', 'at-latitude': 'x' })
  const form = await rina.get(`${home}/hasil-survei`).then((reply) => reply.text())
  const reported = await rina.post(`${home}/hasil-survei`, { act: 'step', 'seen-version': await version(), found: 'no', litres: '' })
  const page = await rina.get(`${home}?langkah=report`).then((reply) => reply.text())
  const done = await rina.get(`${home}/hasil-survei`)

  assert.match(links, /href="[^"]*\/survei"/)
  assert.deepEqual([sent.status, kept.status, half.status, reported.status], [303, 303, 422, 303])
  assert.match(form, /alt="Foto survei 1"/)
  assert.match(page, /Laporan survei tersimpan/)
  assert.match(page, /Apakah mesinnya ada\?/)
  assert.doesNotMatch(page, /Kebutuhan solar sebulan/)
  assert.match(page, /alt="Foto survei 1"/)
  assert.equal(done.status, 404)
})

test('who is sent finds the case among the tasks of the field, others of the field do not', async (t) => {
  const app = await freshApp(t)
  await aService(app, { code: 'TST-02', kind: 'direct', subject: 'person' })
  const draft = await (await app.api('081200000001')).post('/applications', { serviceCode: 'TST-02' })
  for (const [login, step] of [['081200000001', 'submit'], ['loket', 'accept']] as const) await (await app.api(login)).post(`/applications/${draft.body.id}/steps`, { step })

  const lists = await Promise.all(['pendamping', 'pengawas'].map(async (login) => (await app.as(login)).get('/petugas/tugas').then((reply) => reply.text())))
  const citizen = await (await app.as('081200000001')).get('/petugas/tugas')
  const page = await (await app.as('pendamping')).get(`/petugas/permohonan/${draft.body.id}/selesaikan`)

  assert.deepEqual(lists.map((html) => html.includes(draft.body.reference)), [true, false])
  assert.equal(citizen.status, 403)
  assert.equal(page.status, 200)
})

test('the pages of initials and signatures list only what waits for an initial or a signature', async (t) => {
  const app = await freshApp(t)
  const { life } = LIVES.direct
  await aService(app, { code: 'TST-03', kind: 'direct', subject: 'person', life: life.map((one) => (one.state === 'accepted' ? { ...one, owners: ['division-head'] } : one)) })
  const draft = await (await app.api('081200000001')).post('/applications', { serviceCode: 'TST-03' })
  for (const [login, step] of [['081200000001', 'submit'], ['loket', 'accept']] as const) await (await app.api(login)).post(`/applications/${draft.body.id}/steps`, { step })

  const kabid = await app.as('kabid')
  const [queue, initials] = [await kabid.get('/petugas').then((reply) => reply.text()), await kabid.get('/petugas/paraf').then((reply) => reply.text())]

  assert.deepEqual([queue, initials].map((html) => html.includes(draft.body.reference)), [true, false])
})
