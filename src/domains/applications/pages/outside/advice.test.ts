import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { aBusiness, aService, actorFor } from '../../testing.ts'

const said = (id: string) => ({ id, en: id })

/** A case that waits for the advice of another office, with the link for it. */
async function anAsked(app: TestApp): Promise<{ id: string; path: string }> {
  await aService(app, {
    code: 'TST-01', kind: 'advice', advice: { office: said('Dinas Lingkungan Hidup'), question: said('Adakah keberatan atas tempat usaha ini?'), days: 5 },
    questions: [
      { key: 'litres', type: 'integer', label: said('Kebutuhan solar sebulan'), required: true, example: 40, unit: said('liter') },
      { key: 'story', type: 'text', label: said('Ceritakan usaha Anda'), required: true, example: 'Kerupuk' },
    ],
  })
  const businessId = await aBusiness(app, await actorFor(app, '081200000001'))
  const draft = await (await app.api('081200000001')).post('/applications', { serviceCode: 'TST-01', businessId, answers: { litres: 40, story: 'Saya Siti, telepon 081200000001' } })
  const { id } = draft.body
  for (const [login, step] of [['081200000001', 'submit'], ['loket', 'accept'], ['verifikator', 'consult']] as const) {
    const taken = await (await app.api(login)).post(`/applications/${id}/steps`, { step })
    assert.equal(taken.status, 200, JSON.stringify(taken.body))
  }
  const asked = await (await app.api('verifikator')).get(`/applications/${id}`)
  return { id, path: new URL(asked.body.advices[0].link).pathname }
}

const ANSWER = { verdict: 'with-conditions', answer: 'Boleh, asal limbah ditampung.', by: 'Contoh Pejabat', position: 'Kepala seksi' }

test('another office answers once through its link and sees nobody\'s name, and the case goes on', async (t) => {
  const app = await freshApp(t)
  const { id, path } = await anAsked(app)

  const page = await app.visitor.get(path).then((reply) => reply.text())
  const empty = await app.visitor.post(path, { verdict: '', answer: '' })
  app.clock.set('2026-11-13T10:00:00+07:00')
  const [first, second] = [await app.visitor.post(path, ANSWER), await app.visitor.post(path, ANSWER)]
  const after = await app.visitor.get(path).then((reply) => reply.text())
  const seen = await (await app.api('verifikator')).get(`/applications/${id}`)

  assert.match(page, /Adakah keberatan atas tempat usaha ini\?/)
  assert.match(page, /40 liter/)
  assert.doesNotMatch(page, /Siti|081200000001|Ceritakan/)
  assert.equal(empty.status, 422)
  assert.deepEqual([first.status, first.headers.get('location'), second.status], [303, `${path}?terkirim=ya`, 409])
  assert.match(after, /tidak dapat dipakai/)
  assert.equal(seen.body.status, 'advised')
  assert.deepEqual(seen.body.advices.map((one: Record<string, unknown>) => [one['way'], one['verdict'], one['answeredBy'], one['workingDays'], one['link']]),
    [['link', 'with-conditions', 'Contoh Pejabat', 2, null]])
})

test('a link that was made up, is out of date or belongs to a case that went on leads to no form', async (t) => {
  const app = await freshApp(t)
  const { id, path } = await anAsked(app)

  const made = await app.visitor.get(`${path.slice(0, -3)}abc`)
  const foreign = await (await app.api('loket')).get(`/applications/${id}`)
  const paper = await (await app.api('verifikator')).post(`/applications/${id}/steps`, { step: 'return', items: [], reasonCode: 'unreadable' })
  const gone = await app.visitor.post(path, ANSWER)

  assert.equal(made.status, 404)
  assert.equal(foreign.body.advices[0].link, null)
  assert.equal(paper.status, 200, JSON.stringify(paper.body))
  assert.equal(gone.status, 409)
})
