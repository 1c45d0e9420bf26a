import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aBusiness, aService, actorFor } from '../applications/testing.ts'
import { programmeJobs } from './rank.ts'

const OWNER = '081200000001'
const said = (text: string) => ({ id: text, en: text })
const SCORING = {
  panel: 2, passMark: 60,
  criteria: [{ key: 'plan', label: said('Rencana'), weight: 100, levels: [0, 50, 80, 90].map((points) => ({ points, label: said(String(points)) })) }],
}
const REJECT = [{ code: 'below-mark', label: said('Nilai di bawah batas') }, { code: 'beyond-quota', label: said('Tempat habis') }, { code: 'other', label: said('Lain') }]
const ROUND = { serviceCode: 'TST-10', name: 'Tahap I 2026', opensOn: '2026-11-11', closesOn: '2026-11-12', quota: 1, basis: 'Keputusan Kepala Dinas Nomor 1' }

async function aProgramme(app: TestApp): Promise<void> {
  await aService(app, {
    code: 'TST-10', kind: 'panel', inRounds: true, scoring: SCORING, reasons: { return: [{ code: 'unreadable', label: said('Tidak terbaca') }], reject: REJECT },
  })
}

/** Sends a request and brings it before the panel. */
async function beforePanel(app: TestApp): Promise<string> {
  const owner = await app.api(OWNER)
  const businessId = await aBusiness(app, await actorFor(app, OWNER))
  const draft = await owner.post('/applications', { serviceCode: 'TST-10', businessId })
  assert.equal(draft.status, 201, JSON.stringify(draft.body))
  const { id } = draft.body
  for (const [login, step] of [[OWNER, 'submit'], ['loket', 'accept'], ['verifikator', 'verify']] as const) {
    const taken = await (await app.api(login)).post(`/applications/${id}/steps`, { step })
    assert.equal(taken.status, 200, `${step}: ${JSON.stringify(taken.body)}`)
  }
  return id
}

test('of a round with one place the better request is placed, the other told its rank and score, and everybody sees why', async (t) => {
  const app = await freshApp(t)
  await aProgramme(app)
  const head = await app.api('kabid')

  const early = await (await app.api(OWNER)).post('/applications', { serviceCode: 'TST-10' })
  const round = await head.post('/rounds', ROUND)
  const { id: roundId } = round.body
  const ids = [await beforePanel(app), await beforePanel(app)]
  const members = [await actorFor(app, 'sekretaris'), await actorFor(app, 'kadis')]
  const small = await head.post(`/rounds/${roundId}/panel`, { accountIds: [members[0]?.accountId] })
  const named = await head.post(`/rounds/${roundId}/panel`, { accountIds: members.map((one) => one.accountId) })
  const outsider = await (await app.api('verifikator')).post(`/applications/${ids[0]}/sheet`, { points: { plan: 90 } })
  for (const [login, points] of [['sekretaris', [80, 90]], ['kadis', [80, 50]]] as const) {
    const member = await app.api(login)
    for (const [at, id] of ids.entries()) assert.equal((await member.post(`/applications/${id}/sheet`, { points: { plan: points[at] } })).status, 200)
  }
  const open = await head.post(`/rounds/${roundId}/rank`)
  app.clock.set('2026-11-13T09:00:00+07:00')
  const ranked = await (await app.api('kabid')).post(`/rounds/${roundId}/rank`)
  await programmeJobs(app.tools, 'demo')[0]?.run(new AbortController().signal)
  await programmeJobs(app.tools, 'demo')[0]?.run(new AbortController().signal)

  assert.equal(early.body.code, 'no-open-round')
  assert.deepEqual([small.status, named.status, outsider.status, open.body.code], [422, 200, 403, 'still-open'])
  assert.deepEqual(ranked.body, { placed: 1, of: 2 })
  const shown = await app.visitor.get(`/api/v1/rounds/${roundId}`)
  const { placements } = await shown.json()
  assert.deepEqual(placements.map((one: { rank: number; score: string; outcome: string }) => [one.rank, one.score, one.outcome]), [[1, '80,00', 'placed'], [2, '70,00', 'beyond-quota']])
  const owner = await app.api(OWNER)
  const [first, second] = [await owner.get(`/applications/${ids[0]}`), await owner.get(`/applications/${ids[1]}`)]
  assert.equal(first.body.status, 'completed')
  assert.equal(second.body.status, 'rejected')
  assert.deepEqual(second.body.remarks.map((one: { reasonCode: string; note: string }) => [one.reasonCode, one.note]), [['beyond-quota', 'Nilai 70,00, urutan 2 dari 2; tempat yang tersedia 1.']])
  const page = await (await app.visitor.get(`/program/${roundId}`)).text()
  assert.match(page, /70,00/)
  assert.doesNotMatch(page, /Siti/)
})

test('a round that closed takes nothing more, also not a draft that was begun in time', async (t) => {
  const app = await freshApp(t)
  await aProgramme(app)
  await (await app.api('kabid')).post('/rounds', ROUND)
  const businessId = await aBusiness(app, await actorFor(app, OWNER))
  const { body: draft } = await (await app.api(OWNER)).post('/applications', { serviceCode: 'TST-10', businessId })
  app.clock.set('2026-11-13T09:00:00+07:00')

  const late = await (await app.api(OWNER)).post(`/applications/${draft.id}/steps`, { step: 'submit' })
  const overlapping = await (await app.api('kabid')).post('/rounds', { ...ROUND, name: 'Tahap II', opensOn: '2026-11-14', closesOn: '2026-11-13' })

  assert.deepEqual([late.status, late.body.code], [409, 'round-closed'])
  assert.equal(overlapping.status, 422)
})
