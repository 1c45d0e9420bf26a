import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { giveMandate } from '../accounts/index.ts'
import { ok } from '../../kernel/result.ts'
import { remindOfRenewals } from './renewal-jobs.ts'
import { actorFor, aRenewableService, anIssuedLetter, must } from './testing.ts'

const SITI = '081200000001'

test('a letter near its end is renewed in one confirmation, with the old answers and papers, and only once', async (t) => {
  const app = await freshApp(t)
  await aRenewableService(app)
  const letter = await anIssuedLetter(app)
  const path = `/permohonan/perpanjang/${letter.id}`
  const early = await (await (await app.as(SITI)).get(path)).text()
  app.clock.set('2027-09-20T09:00:00+07:00')
  const siti = await app.as(SITI)

  const page = await (await siti.get(path)).text()
  const formKey = randomUUID()
  const taps = await Promise.all([siti.post(path, { how: 'same', formKey }), siti.post(path, { how: 'same', formKey })])
  const again = await siti.post(path, { how: 'same', formKey: randomUUID() })

  assert.match(early, /belum dapat diperpanjang[\s\S]*12 September 2027/)
  assert.match(page, /KUR atau pinjaman bank[\s\S]*Saya menyatakan modal dan omzet[\s\S]*Tidak ada yang berubah/)
  assert.deepEqual(taps.map((one) => one.status), [303, 303])
  assert.match(taps[0]?.headers.get('location') ?? '', /tanda-terima$/)
  assert.equal(new Set([...taps, again].map((one) => (one.headers.get('location') ?? '').split('/')[2])).size, 1)
  const cases = await app.db.selectFrom('applications.applications').select(['status', 'answers']).where('status', '=', 'submitted').execute()
  assert.deepEqual(cases, [{ status: 'submitted', answers: { purpose: 'bank-loan', statement: true } }])
})

test('what is too old is asked again: the renewal becomes a form with the rest filled in', async (t) => {
  const app = await freshApp(t)
  await aRenewableService(app)
  const letter = await anIssuedLetter(app)
  app.clock.set('2027-12-20T09:00:00+07:00')
  const path = `/permohonan/perpanjang/${letter.id}`
  const siti = await app.as(SITI)

  const page = await (await siti.get(path)).text()
  const forced = await siti.post(path, { how: 'same', formKey: randomUUID() })
  const form = await siti.post(path, { how: 'changed', formKey: randomUUID() })

  assert.doesNotMatch(page, /Tidak ada yang berubah/)
  assert.match(page, /KTP pemilik belum diunggah/)
  assert.equal(forced.status, 422)
  assert.match(form.headers.get('location') ?? '', /^\/permohonan\/[0-9a-f-]+$/)
  const draft = await app.db.selectFrom('applications.applications').select('answers').where('status', '=', 'draft').executeTakeFirst()
  assert.deepEqual(draft?.answers, { purpose: 'bank-loan' })
})

test('only the holder renews a letter, or an officer with his consent', async (t) => {
  const app = await freshApp(t)
  await aRenewableService(app)
  const letter = await anIssuedLetter(app)
  app.clock.set('2027-09-20T09:00:00+07:00')
  const path = `/permohonan/perpanjang/${letter.id}`
  const [counter, siti] = [await actorFor(app, 'loket'), await actorFor(app, SITI)]

  const stranger = await (await app.as('081200000002')).get(path)
  const without = await (await app.as('loket')).post(path, { how: 'same', formKey: randomUUID() })
  await must(app, async (unit) => ok(await giveMandate(unit, { officeId: counter.officeId, personId: siti.personId ?? '', officerId: counter.accountId, role: 'counter', method: 'signature' })))
  const helped = await (await app.as('loket')).post(path, { how: 'same', formKey: randomUUID() })

  assert.equal(stranger.status, 403)
  assert.equal(without.status, 422)
  assert.equal(helped.status, 303)
  const sent = await app.db.selectFrom('applications.applications').select('channel').where('status', '=', 'submitted').executeTakeFirst()
  assert.equal(sent?.channel, 'counter')
})

test('the holder is reminded once a step, also by two workers, and not when the renewal is under way', async (t) => {
  const app = await freshApp(t)
  await aRenewableService(app)
  const letter = await anIssuedLetter(app)
  const count = async (moment: string) => {
    app.clock.set(moment)
    const [a, b] = await Promise.all([remindOfRenewals(app.tools), remindOfRenewals(app.tools)])
    return a + b
  }

  const counts = [await count('2027-09-01T09:00:00+07:00'), await count('2027-09-15T09:00:00+07:00'), await count('2027-10-01T09:00:00+07:00'), await count('2027-10-20T09:00:00+07:00')]
  await (await app.as(SITI)).post(`/permohonan/perpanjang/${letter.id}`, { how: 'same', formKey: randomUUID() })
  const after = await count('2027-11-08T09:00:00+07:00')

  assert.deepEqual([...counts, after], [0, 1, 0, 1, 0])
  const bodies = await app.db.selectFrom('messages.outbox').select('template').where('template', '=', 'renewal-reminder').execute()
  assert.equal(bodies.length, 2)
})
