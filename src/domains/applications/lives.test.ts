import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aCooperative } from '../cooperatives/testing.ts'
import { aBusiness, aService, actorFor } from './testing.ts'

const said = (id: string, en = id) => ({ id, en })

type Api = Awaited<ReturnType<TestApp['api']>>
type Reply = Awaited<ReturnType<Api['post']>>

/** Takes steps by the API, each by its officer, and gives the last answer. */
async function steps(app: TestApp, id: string, list: [string, Record<string, unknown>][]): Promise<Reply> {
  const replies: Reply[] = []
  for (const [login, body] of list) {
    const reply = await (await app.api(login)).post(`/applications/${id}/steps`, body)
    assert.equal(reply.status, 200, `${login} ${JSON.stringify(body)}: ${JSON.stringify(reply.body)}`)
    replies.push(reply)
  }
  const last = replies.at(-1)
  assert.ok(last)
  return last
}

async function aPicture(api: Api): Promise<string> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#ca6' } }).jpeg().toBuffer()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], 'foto.jpg', { type: 'image/jpeg' }))
  const kept = await api.post('/attachments', form)
  assert.equal(kept.status, 201, JSON.stringify(kept.body))
  return kept.body.id
}

/** A draft of Siti's for a business of hers, sent and found complete. */
async function accepted(app: TestApp, serviceCode: string, answers: Record<string, unknown> = {}): Promise<{ id: string; businessId: string }> {
  const businessId = await aBusiness(app, await actorFor(app, '081200000001'))
  const draft = await (await app.api('081200000001')).post('/applications', { serviceCode, businessId, answers })
  assert.equal(draft.status, 201, JSON.stringify(draft.body))
  await steps(app, draft.body.id, [['081200000001', { step: 'submit' }], ['loket', { step: 'accept' }]])
  return { id: draft.body.id, businessId }
}

test('somebody is sent to the place, reports with pictures, and only then the letter goes its way', async (t) => {
  const app = await freshApp(t)
  await aService(app, {
    code: 'TST-01', kind: 'survey',
    questions: [{ key: 'purpose', type: 'choice', label: said('Untuk apa?'), required: true, options: [{ value: 'fuel', label: said('Solar') }], example: 'fuel' }],
    survey: [
      { key: 'machine', type: 'text', label: said('Mesin apa yang dipakai?'), required: true, example: 'Penggiling' },
      { key: 'litres', type: 'integer', label: said('Kebutuhan solar sebulan?'), required: true, example: 40 },
    ],
  })
  const { id } = await accepted(app, 'TST-01', { purpose: 'fuel' })
  const rina = await app.api('verifikator')
  const { accountId } = await actorFor(app, 'verifikator')

  const tooEarly = await rina.post(`/applications/${id}/steps`, { step: 'verify' })
  const stranger = await rina.post(`/applications/${id}/steps`, { step: 'survey', surveyorId: (await actorFor(app, 'loket')).accountId })
  await steps(app, id, [['verifikator', { step: 'survey', surveyorId: accountId }]])
  const photo = await aPicture(rina)
  const half = await rina.post(`/applications/${id}/steps`, { step: 'report', answers: { machine: 'Penggiling' }, visitedOn: '2027-01-01', latitude: -7.5 })
  const reported = await steps(app, id, [['verifikator', { step: 'report', answers: { machine: 'Penggiling', litres: 40 }, latitude: -7.53, longitude: 112.78, photos: [photo] }]])
  const issued = await steps(app, id, [
    ['verifikator', { step: 'verify' }], ['kabid', { step: 'initial' }], ['sekretaris', { step: 'initial' }], ['kadis', { step: 'sign' }],
  ])

  assert.equal(tooEarly.status, 409)
  assert.deepEqual([stranger.status, stranger.body.problems?.[0]?.field], [422, 'surveyorId'])
  assert.deepEqual(half.body.problems.map((one: { field: string }) => one.field), ['answers.litres', 'visitedOn', 'longitude'])
  assert.equal(reported.body.status, 'surveyed')
  assert.deepEqual(reported.body.surveys.map((one: Record<string, unknown>) => [one['surveyorId'], one['answers'], one['photos'], one['latitude']]), [[accountId, { machine: 'Penggiling', litres: 40 }, [photo], -7.53]])
  assert.equal(issued.body.status, 'issued')
  assert.ok(issued.body.letter.number)
  const own = await (await app.api('081200000001')).get(`/applications/${id}`)
  assert.deepEqual([own.body.surveys, own.body.attachments], [[], {}])
})

test('what was arranged outside is followed until its number is in the registry, and the promise ends when it is handed over', async (t) => {
  const app = await freshApp(t)
  await aService(app, {
    code: 'TST-02', kind: 'facilitation', letter: undefined,
    outcome: [
      { key: 'number', type: 'text', label: said('NIB yang terbit'), required: true, example: '1234567890123', writes: 'business.nib' },
      { key: 'on', type: 'date', label: said('Tanggal terbit'), required: true, example: '2026-12-01', writes: 'business.nibDate' },
    ],
    messages: { following: said('NIB Anda kami ajukan ke OSS.'), completed: said('NIB Anda sudah terbit.') },
  })
  const { id, businessId } = await accepted(app, 'TST-02')
  const rina = await app.api('verifikator')
  await steps(app, id, [['verifikator', { step: 'verify' }]])

  const nowhere = await rina.post(`/applications/${id}/steps`, { step: 'follow', place: 'OSS' })
  const followed = await steps(app, id, [['verifikator', { step: 'follow', place: 'OSS', reference: 'I-202611-0001' }]])
  app.clock.pass({ hours: 40 * 24 })
  const wrong = await (await app.api('verifikator')).post(`/applications/${id}/steps`, { step: 'complete', answers: { number: '12', on: '2026-12-01' } })
  const completed = await steps(app, id, [['verifikator', { step: 'complete', answers: { number: '9120004512345', on: '2026-12-01' } }]])
  const business = await (await app.api('loket')).get(`/businesses/${businessId}`)
  const act = await app.db.selectFrom('registry.changes').select('source').where('subject_id', '=', businessId).orderBy('recorded_at', 'desc').executeTakeFirst()
  const messages = await app.db.selectFrom('messages.outbox').select('body').where('application_id', '=', id).orderBy('created_at').execute()

  assert.deepEqual(nowhere.body.problems.map((one: { field: string }) => one.field), ['reference'])
  assert.deepEqual([followed.body.status, followed.body.outside.reference], ['following', 'I-202611-0001'])
  assert.deepEqual([wrong.status, wrong.body.problems?.[0]?.field], [422, 'answers.number'])
  assert.deepEqual([completed.body.status, completed.body.outcome.number, completed.body.clock.officeMinutes], ['completed', '9120004512345', followed.body.clock.officeMinutes])
  assert.deepEqual([business.body.nib, act?.source], ['9120004512345', 'office'])
  assert.ok(messages.some(({ body }) => body.includes('NIB Anda kami ajukan ke OSS.')) && messages.some(({ body }) => body.includes('NIB Anda sudah terbit.')))
})

test('a person asks for himself, and the mentor whose desk it is completes it without a letter', async (t) => {
  const app = await freshApp(t)
  await aService(app, { code: 'TST-03', kind: 'direct', subject: 'person', letter: undefined })
  const siti = await app.api('081200000001')

  const misplaced = await siti.post('/applications', { serviceCode: 'TST-03', businessId: await aBusiness(app, await actorFor(app, '081200000001')) })
  const draft = await siti.post('/applications', { serviceCode: 'TST-03' })
  await steps(app, draft.body.id, [['081200000001', { step: 'submit' }], ['loket', { step: 'accept' }]])
  const mentor = await app.api('pendamping')
  const seen = await mentor.get(`/applications/${draft.body.id}`)
  const inspector = await (await app.api('pengawas')).get(`/applications/${draft.body.id}`)
  const completed = await steps(app, draft.body.id, [['pendamping', { step: 'complete' }]])

  assert.deepEqual([misplaced.status, misplaced.body.problems?.[0]?.field], [422, 'businessId'])
  assert.deepEqual([seen.status, seen.body.steps], [200, ['return', 'reject', 'complete']])
  assert.equal(inspector.status, 403)
  assert.deepEqual([completed.body.status, completed.body.letter], ['completed', undefined])
  const asked = await app.db.selectFrom('messages.outbox').select('state').where('template', '=', 'survey').execute()
  assert.equal(asked.length, 1, 'who was served without a letter is asked about it too')
})

test('a cooperative asks through its board: who holds no office in it may neither begin nor read', async (t) => {
  const app = await freshApp(t)
  await aService(app, { code: 'TST-04', kind: 'advice', subject: 'cooperative', advice: { office: said('Dinas Lingkungan Hidup'), question: said('Adakah keberatan?'), days: 5 } })
  const cooperative = await aCooperative(app, { name: 'Koperasi Contoh Maju' }, '081200000002')
  const secretary = await app.api('081200000002')
  const body = { serviceCode: 'TST-04', cooperativeId: cooperative.id }

  const foreign = await (await app.api('081200000001')).post('/applications', body)
  const draft = await secretary.post('/applications', body)
  assert.equal(draft.status, 201, JSON.stringify(draft.body))
  const { id } = draft.body
  const unseen = await (await app.api('081200000001')).get(`/applications/${id}`)
  const sent = await steps(app, id, [['081200000002', { step: 'submit' }], ['loket', { step: 'accept' }], ['verifikator', { step: 'consult' }], [
    'verifikator', { step: 'advise', verdict: 'yes', advice: 'Tidak ada keberatan.', answeredBy: 'Contoh Pejabat', position: 'Kepala seksi' },
  ], ['verifikator', { step: 'verify' }], ['kabid', { step: 'initial' }]])
  const list = await secretary.get('/applications')
  const queue = await (await app.as('kadis')).get('/petugas').then((reply) => reply.text())
  await app.db.updateTable('cooperatives.positions').set({ valid_to: '2026-11-10' }).where('cooperative_id', '=', cooperative.id).execute()
  const former = await (await app.api('081200000002')).get(`/applications/${id}`)

  assert.deepEqual([foreign.status, foreign.body.problems?.[0]?.field], [422, 'cooperativeId'])
  assert.equal(unseen.status, 403)
  assert.equal(sent.body.status, 'initialed')
  assert.deepEqual(sent.body.advices.map((one: Record<string, unknown>) => [one['way'], one['verdict'], one['workingDays'], one['late'], one['link']]), [['paper', 'yes', 0, false, null]])
  assert.deepEqual(list.body.items.map((one: Record<string, unknown>) => [one['id'], one['cooperativeId']]), [[id, cooperative.id]])
  assert.match(queue, /Koperasi Contoh Maju/)
  assert.equal(former.status, 403)
})
