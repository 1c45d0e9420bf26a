import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transact } from '../../../platform/db/unit.ts'
import { decideFigures } from './approve.ts'
import { signReport } from './sign.ts'
import { actorOf, anOfficeWithReports, approveAll, draftedReport } from './testing.ts'
import { tellWaiting } from './tell-waiting.ts'

test('each level is told once that a report waits for it, sees it where his day begins, and no longer when it is done', async (t) => {
  const app = await anOfficeWithReports(t)
  const { id } = await draftedReport(app, '2026-10')
  const begins = async (login: string) => (await (await app.as(login)).get('/petugas')).text()
  const line = (todo: string) => `<a href="/petugas/laporan/${id}">Laporan bulanan Oktober 2026 menunggu ${todo}.</a>`
  const numbers = { kabid: '081200000077', kadis: '081200000078' }
  for (const [login, phone] of Object.entries(numbers)) await (await app.api(login)).post('/supervision/contact', { phone })

  const [one, other] = await Promise.all([tellWaiting(app.tools, 'demo'), tellWaiting(app.tools, 'demo')])
  assert.ok((await begins('kabid')).includes(line('persetujuan Anda')))
  assert.ok(!(await begins('kadis')).includes(`/petugas/laporan/${id}`))
  assert.equal(await tellWaiting(app.tools, 'demo'), 0)
  const kabid = await actorOf(app, 'kabid')
  const remarked = await transact(app.db, app.tools.clock, (unit) => decideFigures(unit, kabid, id, [{ code: 'masuk', remark: 'Mengapa?' }]))
  await tellWaiting(app.tools, 'demo')
  const steward = (await (await app.api('data')).get('/report-tasks')).body
  await (await app.as('data')).post(`/petugas/laporan/${id}/jawab`, { 'keterangan:masuk': 'Libur.' })
  await approveAll(app, id)
  await tellWaiting(app.tools, 'demo')
  const head = await begins('kadis')
  assert.ok((await signReport(app.tools, await actorOf(app, 'kadis'), id)).ok)
  await tellWaiting(app.tools, 'demo')

  assert.ok(remarked.ok && one + other > 0)
  assert.deepEqual(steward.items.map(({ report, desk }: { report: string; desk: string }) => [report, desk]).filter(([report]: string[]) => report === id), [[id, 'answer']])
  assert.ok(head.includes(line('tanda tangan Anda')))
  assert.ok(!(await begins('kadis')).includes(`/petugas/laporan/${id}`))
  const sent = await app.db.selectFrom('messages.outbox').select(['body']).where('template', '=', 'report-waiting').where('body', 'like', '%LAP/2026-10/1%').execute()
  assert.deepEqual(sent.map(({ body }) => /menunggu (\w+ \w+)/.exec(body)?.[1]).toSorted(), ['persetujuan Anda', 'tanda tangan'])
})
