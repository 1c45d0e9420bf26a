import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { findApplication } from '../../store.ts'
import { aBusiness, aVersionOfUm02, actorFor } from '../../testing.ts'

const SITI = '081200000001'
const words = (text: string) => ({ id: text, en: text })

const FOUNDERS = {
  key: 'founders', type: 'group', required: true, label: words('Pendiri koperasi'), least: 2, most: 3, example: [{ name: 'Siti', isChair: true }],
  of: [
    { key: 'name', type: 'text', required: true, label: words('Nama lengkap'), example: 'Siti', maxLength: 60 },
    { key: 'isChair', type: 'boolean', required: true, label: words('Menjadi ketua?'), example: true },
    { key: 'share', type: 'money', required: true, label: words('Simpanan pokok'), example: 100_000, min: 50_000, max: 5_000_000 },
  ],
}
const LITRES = { key: 'litres', type: 'integer', required: true, label: words('Kebutuhan sebulan'), example: 60, min: 10, max: 900, unit: words('liter') }
const SERVICE = {
  code: 'ZZ-07', requirements: [], questions: [FOUNDERS, LITRES],
  eligibility: [{ code: 'micro', when: { fact: 'business.scale', equals: 'micro' }, words: words('Hanya untuk usaha mikro. Bila datanya keliru, perbaiki data usaha dahulu.') }],
  checks: [{ code: 'much', level: 'warn', when: { question: 'litres', atLeast: 300 }, field: 'litres', words: words('300 liter sebulan itu banyak untuk satu mesin.') }],
}

async function begun(app: TestApp) {
  await aVersionOfUm02(app, SERVICE)
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  const siti = await app.as(SITI)
  const reply = await siti.post('/permohonan/baru?layanan=ZZ-07', { usaha: businessId, formKey: randomUUID() })
  const list = reply.headers.get('location') ?? ''
  return { siti, list, id: list.split('/')[2] ?? '', businessId }
}

const seenOn = (html: string): string => /name="_seen" value="([^"]+)"/.exec(html)?.[1] ?? ''

test('a list of entries is filled one page per entry, and cannot be left before there are enough', async (t) => {
  const app = await freshApp(t)
  const { siti, list, id } = await begun(app)
  const add = async (name: string, then?: string) => {
    const html = await (await siti.get(`${list}/baru`)).text()
    return siti.post(`${list}/baru`, { _seen: seenOn(html), name, isChair: 'no', share: '100.000', ...(then ? { _then: then } : {}) })
  }

  const empty = await (await siti.get(list)).text()
  const first = await add('Siti Aminah', 'more')
  const tooSoon = await siti.post(list, {})
  const second = await add('Wahyu Hidayat')
  const enough = await (await siti.get(list)).text()
  const on = await siti.post(list, {})

  assert.match(list, /\/isi\/founders$/)
  assert.match(empty, /0 tercatat, paling sedikit 2, paling banyak 3\. Masih kurang 2\./)
  assert.equal(first.headers.get('location'), `${list}/baru`)
  assert.equal(tooSoon.status, 422)
  assert.equal(second.headers.get('location'), list)
  assert.match(enough, /2 tercatat[\s\S]*Siti Aminah, Tidak, Rp100\.000[\s\S]*Wahyu Hidayat/)
  assert.equal(on.headers.get('location'), `/permohonan/${id}/isi/litres`)
})

test('an entry is changed and taken out, and a tap that comes twice takes out one', async (t) => {
  const app = await freshApp(t)
  const { siti, list, id } = await begun(app)
  const names = async () => {
    const founders = (await findApplication(app.db, id))?.answers['founders']
    return Array.isArray(founders) ? founders.map((one) => (typeof one === 'string' ? one : one['name'])) : []
  }
  for (const name of ['Siti', 'Wahyu', 'Rina']) {
    const seen = seenOn(await (await siti.get(`${list}/baru`)).text())
    const form = { _seen: seen, name, isChair: 'no', share: '100000' }
    await Promise.all([siti.post(`${list}/baru`, form), siti.post(`${list}/baru`, form)])
  }
  assert.deepEqual(await names(), ['Siti', 'Wahyu', 'Rina'])

  const second = await (await siti.get(`${list}/2`)).text()
  const wrong = await siti.post(`${list}/2`, { _seen: seenOn(second), name: '', isChair: 'no', share: '49.999' })
  await siti.post(`${list}/2`, { _seen: seenOn(second), name: 'Wahyu Hidayat', isChair: 'yes', share: '50.000' })
  const removal = { _seen: seenOn(await (await siti.get(`${list}/1`)).text()), _then: 'remove' }
  await siti.post(`${list}/1`, removal)
  await siti.post(`${list}/1`, removal)

  assert.match(second, /value="Wahyu"/)
  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /href="#name"[\s\S]*href="#share"[\s\S]*Paling sedikit 50\.000/)
  assert.deepEqual(await names(), ['Wahyu Hidayat', 'Rina'])
  assert.equal((await siti.get(`${list}/9`)).status, 404)
  assert.equal((await (await app.as('081200000002')).get(`${list}/1`)).status, 403)
})

test('a warning is shown and confirmed once; before that nothing is sent', async (t) => {
  const app = await freshApp(t)
  const { siti, id } = await begun(app)
  const api = await app.api(SITI)
  const founders = ['Siti', 'Wahyu'].map((name) => ({ name, isChair: false, share: 100_000 }))
  await api.patch(`/applications/${id}`, { answers: { founders, litres: 400 } })

  const check = await (await siti.get(`/permohonan/${id}/periksa`)).text()
  const through = await api.post(`/applications/${id}/steps`, { step: 'submit' })
  const unseen = await siti.post(`/permohonan/${id}/periksa`, {})
  const sent = await siti.post(`/permohonan/${id}/periksa`, { 'warning-much': 'yes' })

  assert.match(check, /300 liter sebulan itu banyak/)
  assert.deepEqual([through.status, through.body.code], [422, 'confirm-warnings'])
  assert.equal(unseen.status, 422)
  assert.equal(sent.status, 303)
  const notes = await app.db.selectFrom('applications.forms').select('confirmed_warnings').where('application_id', '=', id).executeTakeFirst()
  assert.deepEqual(notes?.confirmed_warnings, ['much'])
})

test('who may not ask is told before the form, and no draft is begun, through the API neither', async (t) => {
  const app = await freshApp(t)
  await aVersionOfUm02(app, SERVICE)
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  await app.db.updateTable('registry.businesses').set({ scale: 'small', annual_sales: 3_000_000_000 }).where('id', '=', businessId).execute()
  const [siti, api] = [await app.as(SITI), await app.api(SITI)]

  const html = await (await siti.get('/permohonan/baru?layanan=ZZ-07')).text()
  const begin = await siti.post('/permohonan/baru?layanan=ZZ-07', { usaha: businessId, formKey: randomUUID() })
  const reply = await api.post('/applications', { serviceCode: 'ZZ-07', businessId })

  assert.match(html, /belum dapat Anda ajukan[\s\S]*Hanya untuk usaha mikro/)
  assert.doesNotMatch(html, /Mulai mengisi/)
  assert.equal(begin.status, 422)
  assert.deepEqual([reply.status, reply.body.code, reply.body.problems[0].field], [422, 'not-eligible', 'eligibility.micro'])
  assert.equal((await app.db.selectFrom('applications.applications').select('id').execute()).length, 0)
})
