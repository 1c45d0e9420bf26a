import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { complaintJobs, warnOfTickets } from './escalate.ts'
import { endWaits } from './reporter-steps.ts'
import { accountIds, aTicket, anAnsweredTicket, step } from './testing.ts'
import { findTicket } from './ticket-store.ts'

/** What was told so far, in the order of the log: the rung and the login of the one who was told. */
async function toldIn(app: TestApp): Promise<string[]> {
  const names = new Map(Object.entries(await accountIds(app)).map(([login, id]) => [id, login]))
  const rows = await app.db.selectFrom('log.events').select('body').where('what', '=', 'escalation.tell').orderBy('seq').execute()
  return rows.map(({ body }) => {
    const { data } = JSON.parse(body)
    return `${data.clock} ${data.rung}${data.climb > 0 ? `+${data.climb}` : ''} ${names.get(data.account) ?? ''}`
  })
}

test('a worker that was down for days tells division head, secretary and head of an unassigned ticket once and in order, doubled as it may be', async (t) => {
  const app = await freshApp(t)
  await aTicket(app)
  const early = await warnOfTickets(app.tools, 'demo')
  app.clock.set('2026-11-18T16:00:30+07:00')

  const counts = await Promise.all([warnOfTickets(app.tools, 'demo'), warnOfTickets(app.tools, 'demo'), warnOfTickets(app.tools, 'demo')])
  const again = await warnOfTickets(app.tools, 'demo')

  assert.deepEqual([early, counts.reduce((sum, one) => sum + one, 0), again], [0, 3, 0])
  assert.deepEqual(await toldIn(app), ['complaint before kabid', 'complaint at sekretaris', 'complaint after kadis'])
})

test('the warning is given within five minutes of its moment by a look each minute, of the answer as of the verification, and rests once it is answered', async (t) => {
  const app = await freshApp(t)
  const { ticket } = await aTicket(app)
  const { verifikator } = await accountIds(app)
  await step(app, 'sekretaris', ticket.id, { step: 'verify', class: 'light', category: 'time', assignTo: verifikator })
  app.clock.set('2026-11-12T07:30:10+07:00')
  await warnOfTickets(app.tools, 'demo')
  app.clock.set('2026-11-13T14:30:00+07:00')
  await warnOfTickets(app.tools, 'demo')
  const waiting = (await (await app.api('sekretaris')).get('/supervision/notices')).body.items
  const html = await (await (await app.as('sekretaris')).get('/petugas/pengawasan/peringatan')).text()
  await step(app, 'verifikator', ticket.id, { step: 'answer', words: 'Loket kini buka sampai pukul 16.00; jadwal baru ditempel.' })
  const after = (await (await app.api('sekretaris')).get('/supervision/notices')).body.items

  assert.deepEqual(complaintJobs(app.tools).map(({ everyMs }) => everyMs), [60_000])
  assert.deepEqual(await toldIn(app), ['complaint before kabid', 'complaint at sekretaris'])
  assert.deepEqual([waiting.length, waiting[0].reference, after], [1, ticket.reference, []])
  assert.match(html, new RegExp(`href="/petugas/pengaduan/${ticket.id}"[^]*Pengaduan sudah jatuh tempo`))
})

test('of a report about the head he is never warned, nor is the division head of one about him', async (t) => {
  const app = await freshApp(t)
  await aTicket(app, { aboutPost: 'office-head', aboutName: '' })
  await aTicket(app, { aboutPost: 'division-head', aboutName: 'Bambang' })
  app.clock.set('2026-11-18T16:00:30+07:00')

  await warnOfTickets(app.tools, 'demo')

  const { kabid, kadis } = await accountIds(app)
  const told = await app.db.selectFrom('supervision.notices').select(['subject', 'account_id']).execute()
  const named = await app.db.selectFrom('complaints.named_officers').select(['ticket_id', 'account_id']).execute()
  assert.deepEqual(new Set(named.map((one) => one.account_id)), new Set([kabid, kadis]))
  assert.deepEqual(told.filter((one) => named.some((other) => other.ticket_id === one.subject && other.account_id === one.account_id)), [])
  assert.ok(told.length >= 4)
})

test('ten working days of silence close an answered ticket, apart from those said to be solved; who was asked and says nothing is put away', async (t) => {
  const app = await freshApp(t)
  const { ticket: answered } = await anAnsweredTicket(app)
  const { ticket: asked } = await aTicket(app)
  await step(app, 'loket', asked.id, { step: 'defer', words: 'Loket yang mana, dan jam berapa?' })
  app.clock.set('2026-11-25T15:59:00+07:00')
  const early = await endWaits(app.tools, 'demo', 50)
  app.clock.set('2026-11-25T16:00:00+07:00')

  const ended = await Promise.all([endWaits(app.tools, 'demo', 50), endWaits(app.tools, 'demo', 50)])

  assert.equal(early, 0)
  assert.equal(ended[0] + ended[1], 2)
  const after = await Promise.all([answered.id, asked.id].map((id) => findTicket(app.db, id)))
  assert.deepEqual(after.map((one) => [one?.state, one?.outcome, one?.score]), [['closed', 'silence', null], ['archived', 'no-reply', null]])
})
