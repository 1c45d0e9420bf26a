import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { exportLog } from '../../platform/log/export.ts'
import { rootsFile } from '../../platform/log/root.ts'
import { publishRoots } from '../../platform/log/roots.ts'
import { verifyLog } from '../../platform/log/verify.ts'
import { aTimeStampService, noOpenssl } from '../../platform/signing/time-stamp.testing.ts'
import { getOffice } from '../office/index.ts'
import { rootLine } from '../../platform/log/chain.ts'
import { mailRoots, stampRoots } from './witness.ts'

/** An office at the end of its third day, two of which have roots. */
async function anOffice(t: TestContext) {
  const app = await freshApp(t)
  const act = () => transact(app.db, app.tools.clock, async (unit) => ok(unit.record('demo', { what: 'application.edited', kind: 'application', subject: 'case-1' })))
  const nextDay = async () => {
    app.clock.pass({ hours: 24 })
    await act()
    await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  }
  await act()
  await nextDay()
  const mail = async () => mailRoots(app.tools, await getOffice(app.db, 'demo'))
  const roots = async () => rootsFile.parse(await (await app.visitor.get('/log/roots')).json())
  const letters = () => app.db.selectFrom('messages.outbox').select(['address', 'channel', 'subject', 'body']).where('template', '=', 'log-roots').orderBy('created_at').execute()
  return { app, nextDay, mail, roots, letters }
}

test('the administrator names a witness, and each new root goes there once', async (t) => {
  const { app, nextDay, mail, roots, letters } = await anOffice(t)
  const admin = await app.as('admin')
  const page = await (await admin.get('/admin/kantor')).text()
  const form = Object.fromEntries([...page.matchAll(/<input[^>]*name="([a-zA-Z]+)"[^>]*/g)].map(([field, name]) => [name, /value="([^"]*)"/.exec(field)?.[1] ?? '']))
  const without = await mail()

  const wrong = await admin.post('/admin/kantor', { ...form, witnessEmail: 'inspektorat' })
  const named = await admin.post('/admin/kantor', { ...form, witnessEmail: 'inspektorat@contoh.example' })
  const sent = [await mail(), await mail()]
  await nextDay()
  sent.push(await mail())

  const [first, second] = await letters()
  const { items } = await roots()
  assert.deepEqual([without, wrong.status, named.status, sent], [0, 422, 303, [1, 0, 1]])
  assert.deepEqual([first?.address, first?.channel], ['inspektorat@contoh.example', 'email'])
  assert.ok(items[0] && items[1] && first?.body.includes(rootLine(items[1])) && second?.body.includes(rootLine(items[0])) && !second.body.includes(rootLine(items[1])))
  const events = await app.db.selectFrom('log.events').select('body').where('what', '=', 'office.update').execute()
  assert.ok(events.length === 1 && !events[0]?.body.includes('inspektorat@'))
})

test('each root gets a time stamp that stands in the public file; one that belongs to another root is found', { skip: noOpenssl }, async (t) => {
  const { app, nextDay, roots } = await anOffice(t)
  const service = await aTimeStampService(t)
  const off = await stampRoots(app.tools, 'demo')
  app.config.tsaUrl = service.address
  service.mood = 'down'
  const down = await stampRoots(app.tools, 'demo')
  service.mood = 'right'
  const stamped = [await stampRoots(app.tools, 'demo'), await stampRoots(app.tools, 'demo')]
  await nextDay()
  stamped.push(await stampRoots(app.tools, 'demo'))

  const file = await roots()
  const parts: string[] = []
  await exportLog(app.db, 'demo', {}, async (lines) => { parts.push(lines) })
  const verdictOn = (items: typeof file.items) => verifyLog((async function* each() { yield* parts.join('').split('\n') })(), { roots: { ...file, items } })
  const [newest, oldest] = file.items
  assert.ok(newest?.stamp && oldest?.stamp)
  const exchanged = await verdictOn([{ ...newest, stamp: oldest.stamp }, oldest])

  assert.deepEqual([off, down, stamped], [0, 0, [1, 0, 1]])
  assert.ok((await verdictOn(file.items)).ok)
  assert.deepEqual(exchanged, { ok: false, error: { kind: 'bad-root', day: newest.day, reason: 'stamp' } })
})
