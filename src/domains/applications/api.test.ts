import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'

/** A small but real picture. */
async function aPhoto(): Promise<File> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#ca6' } }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], 'foto.jpg', { type: 'image/jpeg' })
}

test('the whole walk from business to signed letter is possible by the API alone', async (t) => {
  const app = await freshApp(t)
  const siti = await app.api('081200000001')

  const business = await siti.post('/businesses', {
    name: 'Kerupuk Udang Barokah', villageCode: '35.15.05.2003', address: 'Dusun Pelataran RT 03 RW 02', kbli: '10794', startedOn: '2019-04-01',
    capital: 25_000_000, annualSales: 180_000_000, salesYear: 2025,
  })
  assert.equal(business.status, 201, JSON.stringify(business.body))
  assert.equal(business.body.scale, 'micro')

  const service = (await siti.get('/services/um-02')).body
  const files: Record<string, string> = {}
  for (const requirement of service.requirements.filter((one: { required: boolean }) => one.required)) {
    const form = new FormData()
    form.set('file', await aPhoto())
    const uploaded = await siti.post('/attachments', form)
    assert.equal(uploaded.status, 201, JSON.stringify(uploaded.body))
    files[requirement.key] = uploaded.body.id
  }
  const answers = Object.fromEntries(service.questions.filter((one: { required: boolean }) => one.required).map((one: { key: string; example: unknown }) => [one.key, one.example]))
  const draft = await siti.post('/applications', { serviceCode: 'UM-02', businessId: business.body.id, answers, attachments: files })
  assert.equal(draft.status, 201, JSON.stringify(draft.body))
  assert.equal(draft.body.status, 'draft')

  const path = `/applications/${draft.body.id}/steps`
  const submitted = await siti.post(path, { step: 'submit' })
  assert.equal(submitted.body.status, 'submitted', JSON.stringify(submitted.body))
  assert.equal(submitted.body.intakeDueAt, '2026-11-11T13:00:00+07:00')
  for (const [login, step, status] of [
    ['loket', 'accept', 'accepted'], ['verifikator', 'verify', 'verified'], ['kabid', 'initial', 'verified'], ['sekretaris', 'initial', 'initialed'], ['kadis', 'sign', 'issued'],
  ] as const) {
    app.clock.pass({ minutes: 10 })
    const taken = await (await app.api(login)).post(path, { step })
    assert.equal(taken.status, 200, `${login} ${step}: ${JSON.stringify(taken.body)}`)
    assert.equal(taken.body.status, status)
    assert.equal(taken.body.events.at(-1).to, status, 'the answer tells the step just taken')
  }
  const done = await siti.get(`/applications/${draft.body.id}`)
  assert.equal(done.body.dueAt, '2026-11-16T16:00:00+07:00')
  assert.equal(done.body.letter.number, '500.3.7/1/438.5.99/2026')
})
