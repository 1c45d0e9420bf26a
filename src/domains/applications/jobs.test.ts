import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { newStorageKey } from '../../platform/files/storage.ts'
import { verifyStored } from '../../platform/log/verify.ts'
import type { Signer } from '../../platform/signing/signer.ts'
import { signApplication } from './commands/sign.ts'
import { takeStep } from './commands/steps.ts'
import { cleanOrphans, expireResting, resumeSignings } from './jobs.ts'
import { findApplication, listEvents } from './store.ts'
import { aCaseIn, aDraft, aReturnedCase, actorFor, must } from './testing.ts'

const LIMIT = 100

async function messagesOf(app: TestApp, id: string): Promise<string[]> {
  const rows = await app.db.selectFrom('messages.outbox').select(['template', 'body']).where('application_id', '=', id).orderBy('created_at').execute()
  return rows.map((row) => (row.template === 'return-reminder' || row.template === 'expired' ? row.body : row.template))
}

const statusOf = async (app: TestApp, id: string) => (await findApplication(app.db, id))?.status

/** Lets the worker run at each of these moments. @returns how many acts there were at each */
async function runAt(app: TestApp, moments: string[]): Promise<number[]> {
  const acts: number[] = []
  for (const moment of moments) {
    app.clock.set(`${moment}+07:00`)
    acts.push(await expireResting(app.tools, LIMIT))
  }
  return acts
}

test('a case returned on a Friday is reminded after five and ten working days and closed after the fourteenth', async (t) => {
  const app = await freshApp(t)
  app.clock.set('2026-11-13T10:00:00+07:00')
  const id = await aReturnedCase(app)

  const acts = await runAt(app, [
    '2026-11-16T09:00:00', '2026-11-19T15:59:00', '2026-11-20T07:29:59', '2026-11-20T07:30:00', '2026-11-21T09:00:00', '2026-11-26T15:00:00',
    '2026-11-27T07:30:00', '2026-11-30T09:00:00', '2026-12-03T23:59:00', '2026-12-04T00:00:00', '2026-12-07T09:00:00',
  ])

  assert.deepEqual(acts, [0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0])
  assert.equal(await statusOf(app, id), 'expired')
  const texts = await messagesOf(app, id)
  assert.equal(texts.length, 5)
  assert.match(texts[2] ?? '', /3 Des(ember)? 2026/)
  assert.match(texts[3] ?? '', /3 Des(ember)? 2026/)
  assert.match(texts[4] ?? '', /ditutup/)
  const events = await listEvents(app.db, id)
  assert.deepEqual(events.slice(-3).map(({ step, to, actorId, actorRole }) => ({ step, to, actorId, actorRole })), [
    { step: 'remind', to: 'returned', actorId: null, actorRole: 'system' }, { step: 'remind', to: 'returned', actorId: null, actorRole: 'system' },
    { step: 'expire', to: 'expired', actorId: null, actorRole: 'system' },
  ])
  assert.equal((await verifyStored(app.db, 'demo', 'events')).ok, true)
})

test('days of joint leave and holidays do not count against the applicant', async (t) => {
  const app = await freshApp(t)
  // 24 December is joint leave, 25 December, 1 and 5 January are national days.
  app.clock.set('2026-12-17T10:00:00+07:00')
  const id = await aReturnedCase(app)

  const acts = await runAt(app, [
    '2026-12-23T15:00:00', '2026-12-24T09:00:00', '2026-12-28T09:00:00', '2027-01-05T09:00:00', '2027-01-06T09:00:00', '2027-01-12T23:59:00', '2027-01-13T00:01:00',
  ])

  assert.deepEqual(acts, [0, 0, 1, 0, 1, 0, 1])
  assert.equal(await statusOf(app, id), 'expired')
})

test('when the program stood still the applicant still gets both reminders and the days they promise', async (t) => {
  const app = await freshApp(t)
  app.clock.set('2026-11-13T10:00:00+07:00')
  const id = await aReturnedCase(app)

  const late = await runAt(app, ['2026-12-14T09:00:00', '2026-12-14T09:10:00', '2026-12-18T09:00:00', '2026-12-21T09:00:00', '2026-12-29T23:00:00', '2026-12-30T00:10:00'])

  assert.deepEqual(late, [1, 0, 0, 1, 0, 1])
  assert.equal(await statusOf(app, id), 'expired')
})

test('a case that is mended begins anew when it is returned again', async (t) => {
  const app = await freshApp(t)
  app.clock.set('2026-11-13T10:00:00+07:00')
  const id = await aReturnedCase(app)
  await runAt(app, ['2026-11-20T09:00:00'])
  const siti = await actorFor(app, '081200000001')
  await must(app, (unit) => takeStep(app.tools, unit, siti, id, { step: 'submit' }))
  const counter = await actorFor(app, 'loket')
  await must(app, (unit) => takeStep(app.tools, unit, counter, id, { step: 'return', reasonCode: 'incomplete' }))

  const acts = await runAt(app, ['2026-11-26T09:00:00', '2026-11-27T09:00:00', '2026-12-04T09:00:00', '2026-12-10T23:00:00', '2026-12-11T00:10:00'])

  assert.deepEqual(acts, [0, 1, 1, 0, 1])
})

test('a draft nobody touched for ninety days is closed without a message, a younger one stays', async (t) => {
  const app = await freshApp(t)
  const old = await aDraft(app)
  app.clock.pass({ hours: 24 })
  const young = await aDraft(app, { businessId: old.businessId })

  app.clock.pass({ hours: 89 * 24 })
  const acts = await expireResting(app.tools, LIMIT)

  assert.equal(acts, 1)
  assert.equal(await statusOf(app, old.id), 'expired')
  assert.equal(await statusOf(app, young.id), 'draft')
  assert.deepEqual(await messagesOf(app, old.id), [])
})

test('several workers at once close each resting case once', async (t) => {
  const app = await freshApp(t)
  const { businessId } = await aDraft(app)
  for (let count = 0; count < 11; count += 1) await aDraft(app, { businessId })
  app.clock.pass({ hours: 90 * 24 })

  const acts = await Promise.all(Array.from({ length: 4 }, () => expireResting(app.tools, LIMIT)))

  assert.equal(acts.reduce((sum, one) => sum + one, 0), 12)
  const { rows } = await sql<{ subject_id: string; count: number }>`
    select subject_id, count(*)::int as count from log.events where what = 'application.expire' group by subject_id`.execute(app.db)
  assert.deepEqual(rows.map((row) => row.count), Array.from({ length: 12 }, () => 1))
})

test('files that no row names are removed after a day, all others stay', async (t) => {
  const app = await freshApp(t)
  const [orphan, young, upload, letter] = Array.from({ length: 4 }, newStorageKey)
  assert.ok(orphan && young && upload && letter)
  for (const key of [orphan, young, upload, letter]) await app.tools.files.put(key, randomBytes(10))
  const id = await aCaseIn(app, 'issued')
  await app.db.updateTable('letters.letters').set({ storage_key: letter }).where('application_id', '=', id).execute()
  await sql`update applications.attachments set storage_key = ${upload} where id = (select min(id::text)::uuid from applications.attachments)`.execute(app.db)
  const age = async (key: string, hours: number) => {
    const moment = new Date(app.clock.now.subtract({ hours }).epochMilliseconds)
    await utimes(join(fileURLToPath(app.config.storageUrl), key.slice(0, 2), key), moment, moment)
  }
  for (const key of [orphan, upload, letter]) await age(key, 25)
  await age(young, 23)

  const removed = await cleanOrphans(app.tools)

  assert.equal(removed, 1)
  assert.deepEqual(await Promise.all([orphan, young, upload, letter].map((key) => app.tools.files.exists(key))), [false, true, true, true])
})

/** The state a kill leaves between the number and the signature: the number is given, no file, no issue. */
async function anInterruptedSigning(app: TestApp): Promise<string> {
  const id = await aCaseIn(app, 'initialed')
  const kadis = await actorFor(app, 'kadis')
  const killed = { ...app.tools, typesetter: { ...app.tools.typesetter, render: () => Promise.reject(new Error('killed')), close: async () => {} } }
  await assert.rejects(signApplication(killed, kadis, id), /killed/)
  return id
}

test('a signing that was cut off is brought to its end under the same number and in the name of who began it', async (t) => {
  const app = await freshApp(t)
  const id = await anInterruptedSigning(app)
  const kadis = await actorFor(app, 'kadis')
  const before = await app.db.selectFrom('letters.letters').select('number').where('application_id', '=', id).executeTakeFirstOrThrow()
  app.clock.pass({ minutes: 4 })
  const tooEarly = await resumeSignings(app.tools, LIMIT)

  app.clock.pass({ minutes: 2 })
  const both = await Promise.all([resumeSignings(app.tools, LIMIT), resumeSignings(app.tools, LIMIT)])

  assert.equal(tooEarly, 0)
  assert.ok(both.some((done) => done === 1))
  assert.equal(await statusOf(app, id), 'issued')
  const letter = await app.db.selectFrom('letters.letters').select(['number', 'state', 'storage_key']).where('application_id', '=', id).execute()
  assert.deepEqual(letter.map(({ number, state }) => ({ number, state })), [{ number: before.number, state: 'issued' }])
  assert.equal(await app.tools.files.exists(letter[0]?.storage_key ?? ''), true)
  const issues = (await listEvents(app.db, id)).filter((event) => event.step === 'issue')
  assert.deepEqual(issues.map((event) => event.actorId), [kadis.accountId])
})

test('where the signer asks for a passphrase an interrupted signing waits for the official', async (t) => {
  const app = await freshApp(t)
  const id = await anInterruptedSigning(app)
  app.clock.pass({ minutes: 10 })
  assert.ok(app.tools.signer)

  const done = await resumeSignings({ ...app.tools, signer: { ...app.tools.signer, needsPassphrase: true } }, LIMIT)

  assert.equal(done, 0)
  assert.equal(await statusOf(app, id), 'signing')
})

test('a signer that is out of reach is asked again later, a refusal waits for a person', async (t) => {
  const app = await freshApp(t)
  const id = await anInterruptedSigning(app)
  app.clock.pass({ minutes: 10 })
  const failing = (kind: 'unavailable' | 'refused') => {
    const signer: Signer = { way: 'test', needsPassphrase: false, anchors: [], sign: async () => ({ ok: false, error: { kind, detail: '' } }) }
    return { ...app.tools, signer }
  }

  const down = await resumeSignings(failing('unavailable'), LIMIT)
  const refused = await resumeSignings(failing('refused'), LIMIT)
  const afterRefusal = await resumeSignings(app.tools, LIMIT)

  assert.deepEqual([down, refused, afterRefusal], [0, 0, 0])
  assert.equal(await statusOf(app, id), 'signing')
  assert.equal((await app.db.selectFrom('letters.letters').select('attempts').where('application_id', '=', id).executeTakeFirstOrThrow()).attempts, 2)
})

test('the days a reminder promises are working days of the office', async (t) => {
  const app = await freshApp(t)
  app.clock.set('2026-12-17T10:00:00+07:00')
  const id = await aReturnedCase(app)

  await runAt(app, ['2026-12-28T09:00:00'])

  assert.match((await messagesOf(app, id)).at(-1) ?? '', /12 Jan(uari)? 2027/)
  assert.equal(Temporal.PlainDate.from('2027-01-12').dayOfWeek, 2)
})
