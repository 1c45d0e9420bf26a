import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { forgetExpired } from './forget-expired.ts'
import { aBrowser } from './testing.ts'

test('codes, tickets and counts go two days after they ended, open sessions stay', async (t) => {
  const app = await freshApp(t)
  await aBrowser(app).post('/masuk', { phone: '081200000001' })
  app.clock.pass({ hours: 47 })
  const sweep = () => app.db.transaction().execute((tx) => forgetExpired(tx, app.clock.now))
  const early = await sweep()
  app.clock.pass({ hours: 2 })
  const siti = await app.as('081200000001')

  const [first, second] = [await sweep(), await sweep()]

  // One code, one ticket, one count for the number and one for the address.
  assert.deepEqual([early, first, second], [0, 4, 0])
  assert.equal((await siti.get('/akun')).status, 200)
})
