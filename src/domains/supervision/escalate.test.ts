import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aCaseIn, aReturnedCase } from '../applications/testing.ts'
import { escalate } from './escalate.ts'

/** What was told so far, in the order of the log: the rung and the login of the one who was told. */
async function toldIn(app: TestApp): Promise<string[]> {
  const accounts = new Map((await app.db.selectFrom('accounts.accounts').select(['id', 'login']).execute()).map((one) => [one.id, one.login ?? '']))
  const rows = await app.db.selectFrom('log.events').select('body').where('what', '=', 'escalation.tell').orderBy('seq').execute()
  return rows.map(({ body }) => {
    const { data } = JSON.parse(body)
    return `${data.clock} ${data.rung}${data.climb > 0 ? `+${data.climb}` : ''} ${accounts.get(data.account) ?? ''}`
  })
}

const phones = (app: TestApp) => app.db.selectFrom('messages.outbox').select(['address', 'body']).where('template', '=', 'escalation').execute()

test('a worker that was down for days tells every rung once and in order, restarted or doubled as it may be', async (t) => {
  const app = await freshApp(t)
  await aCaseIn(app, 'accepted')
  const head = await app.api('kadis')
  await head.post('/supervision/contact', { phone: '0812 0000 0099' })
  const early = await escalate(app.tools, 'demo')
  app.clock.set('2026-11-18T16:00:30+07:00')

  const counts = await Promise.all([escalate(app.tools, 'demo'), escalate(app.tools, 'demo'), escalate(app.tools, 'demo')])
  const again = await escalate(app.tools, 'demo')

  assert.equal(early, 0)
  assert.equal(counts.reduce((sum, one) => sum + one, 0), 5)
  assert.equal(again, 0)
  assert.deepEqual(await toldIn(app), ['service before kabid', 'service at sekretaris', 'service after kadis', 'fallback before kadis', 'fallback at kadis'])
  const sent = await phones(app)
  assert.ok(sent.length >= 1 && sent.every((one) => one.address === '+6281200000099'))
  assert.match(sent[0]?.body ?? '', /Berkas UM02-\S+ perlu perhatian Anda/)
})

test('what nobody acknowledges climbs, what is acknowledged rests, and only by the one who was told', async (t) => {
  const app = await freshApp(t)
  await aCaseIn(app, 'accepted')
  app.clock.set('2026-11-13T07:31:00+07:00')
  await escalate(app.tools, 'demo')
  const [notice] = (await (await app.api('kabid')).get('/supervision/notices')).body.items

  const stranger = await (await app.api('sekretaris')).post('/supervision/notices/acknowledge', { ids: [notice.id] })
  app.clock.set('2026-11-13T11:32:00+07:00')
  await escalate(app.tools, 'demo')
  const page = await (await app.as('sekretaris')).get('/petugas/pengawasan/peringatan')
  const html = await page.text()
  await (await app.as('sekretaris')).post('/petugas/pengawasan/peringatan', { one: /name="one" value="([^"]+)"/.exec(html)?.[1] ?? '' })
  app.clock.set('2026-11-13T16:00:00+07:00')
  await escalate(app.tools, 'demo')

  assert.equal(stranger.body.acknowledged, 0)
  assert.match(html, /naik karena bawahan belum menandai/)
  assert.deepEqual(await toldIn(app), ['service before kabid', 'service before+1 sekretaris'])
})

test('work at a desk with nobody is told once a day to the next post that is filled; a warning ends with its case', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'accepted')
  await app.db.updateTable('accounts.accounts').set({ status: 'locked' }).where('login', 'in', ['verifikator', 'kabid']).execute()

  const first = [await escalate(app.tools, 'demo'), await escalate(app.tools, 'demo')]
  const board = await (await app.as('sekretaris')).get('/petugas/pengawasan')
  app.clock.set('2026-11-12T08:00:00+07:00')
  await escalate(app.tools, 'demo')
  await app.db.updateTable('applications.applications').set({ status: 'withdrawn' }).where('id', '=', id).execute()
  app.clock.set('2026-11-16T08:00:00+07:00')
  await escalate(app.tools, 'demo')
  const waiting = (await (await app.api('sekretaris')).get('/supervision/notices')).body.items

  assert.deepEqual(first, [1, 0])
  assert.match(await board.text(), /Verifikator: tidak ada petugas/)
  assert.deepEqual(await toldIn(app), ['empty-post at sekretaris', 'empty-post at sekretaris'])
  assert.deepEqual(waiting, [])
})

test('the head sees when silence will count as consent before it does, and the case is marked once it has', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'accepted')
  await aReturnedCase(app)
  const legal = async () => (await (await app.api('kadis')).get('/supervision/legal-limits')).body.items
  app.clock.set('2026-11-17T08:00:00+07:00')
  await escalate(app.tools, 'demo')
  const [before, html] = [await legal(), await (await app.as('kadis')).get('/petugas/pengawasan').then((reply) => reply.text())]
  app.clock.set('2026-11-18T16:01:00+07:00')
  await escalate(app.tools, 'demo')

  const after = await legal()
  const marks = await app.db.selectFrom('log.events').select(['subject_id', 'to_state']).where('what', '=', 'application.deem').execute()

  assert.deepEqual(before, [{ id, reference: before[0].reference, deemedGrantedAt: '2026-11-18T16:00:00+07:00', passed: false }])
  assert.match(html, /1 berkas mendekati batas hukum/)
  assert.equal(after[0].passed, true)
  assert.deepEqual(marks, [{ subject_id: id, to_state: 'accepted' }])
  assert.match(await (await (await app.as('kadis')).get('/petugas/pengawasan/batas-hukum')).text(), /sejak 18 Nov 2026, 16\.00/)
})
