import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCaseIn, aReturnedCase } from '../domains/applications/testing.ts'
import { anAnsweredTicket } from '../domains/complaints/testing.ts'
import { exportLog } from '../platform/log/export.ts'
import { verifyStored } from '../platform/log/verify.ts'
import { type TestApp, freshApp } from './testing.ts'

/** All that is known of people in the demo, in every way it could slip into a log. */
async function personalData({ db, tools }: TestApp): Promise<string[]> {
  const people = await db.selectFrom('registry.people').selectAll().execute()
  const accounts = await db.selectFrom('accounts.accounts').select(['name', 'login']).execute()
  const businesses = await db.selectFrom('registry.businesses').select(['name', 'address']).execute()
  const sealed = people.flatMap((person) => Object.values(person).filter((value) => Buffer.isBuffer(value))).flatMap((value) => {
    // Some columns hold a keyed index, which is no text.
    try {
      return [tools.keys.unseal(value)]
    } catch {
      return []
    }
  })
  const texts = [...people.map((person) => person.name), ...accounts.flatMap(({ name, login }) => [name, login]), ...businesses.flatMap((one) => [one.name, one.address]), ...sealed]
  const phones = texts.flatMap((text) => (text?.startsWith('+62') ? [text.slice(1), `0${text.slice(3)}`, text.slice(3)] : []))
  const words = texts.flatMap((text) => text?.split(/[^\p{L}\d]+/u) ?? [])
  return [...new Set([...texts, ...phones, ...words])].flatMap((text) => (text && text.length >= 5 ? [text.toLowerCase()] : []))
}


/** The entries without random ids and hashes, in which any five digits turn up sooner or later. */
const readable = (exported: string): string => exported.trim().split('\n').map((line) => String(JSON.parse(line).body)).join('\n').toLowerCase()
  .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g, '')

test('a sealed report leaves nothing of its reporter, of the officer it names or of its words in the exported log', async (t) => {
  const app = await freshApp(t)
  await anAnsweredTicket(app, { identity: 'sealed', name: 'Sumiyati Rahayuningsih', phone: '081200000066', words: 'Ningsih Wulandari di loket meminta setoran dari pedagang Kupang.', place: 'Pasar Porong' })
  const lines: string[] = []

  const count = await exportLog(app.db, 'demo', {}, async (text) => { lines.push(text) })
  const log = readable(lines.join(''))

  assert.ok(count >= 4, `only ${count} entries`)
  assert.match(log, /complaint\.answer/)
  const known = [...await personalData(app), 'sumiyati', 'rahayuningsih', '1200000066', 'setoran', 'pedagang', 'porong']
  assert.deepEqual(known.filter((text) => log.includes(text)), [])
})

test('a case from draft to letter leaves no name, number or address of anybody in the exported log', async (t) => {
  const app = await freshApp(t)
  await aCaseIn(app, 'issued')
  await aReturnedCase(app)
  const lines: string[] = []

  const count = await exportLog(app.db, 'demo', {}, async (text) => { lines.push(text) })
  const log = readable(lines.join(''))
  const known = await personalData(app)

  assert.ok(count >= 10, `only ${count} entries`)
  assert.ok(known.includes('3515055203800000') && known.includes('aminah') && known.includes('081200000001') && known.includes('barokah'), 'the search itself is blind')
  assert.deepEqual(known.filter((text) => log.includes(text)), [])
  assert.doesNotMatch(log, /\d{9}/)
  assert.ok((await verifyStored(app.db, 'demo', 'events')).ok)
})
