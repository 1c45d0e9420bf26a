import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '../kernel/result.ts'
import { transact } from '../platform/db/unit.ts'
import { rootsFile } from '../platform/log/root.ts'
import { publishRoots } from '../platform/log/roots.ts'
import { freshApp } from './testing.ts'

test('anybody reads the roots of the log in pages, with the keys, and nobody a secret', async (t) => {
  const app = await freshApp(t)
  await transact(app.db, app.tools.clock, async (unit) => {
    unit.record('demo', { what: 'application.edited', kind: 'application', subject: 'case-1' })
    return ok(undefined)
  })
  app.clock.pass({ hours: 3 * 24 })
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  const page = async (query: string) => (await app.app.request(`/api/v1/log/roots?${query}`)).json()

  const first = await page('limit=2')
  const second = await page(`limit=2&cursor=${first.next}`)
  const whole = rootsFile.parse(await (await app.visitor.get('/log/roots')).json())

  assert.deepEqual([...first.items, ...second.items], whole.items)
  assert.deepEqual(whole.items.map((root) => root.day), ['2026-11-13', '2026-11-12', '2026-11-11'])
  assert.equal(second.next, null)
  assert.deepEqual(Object.keys(whole.keys[0]?.jwk ?? {}).toSorted(), ['crv', 'kty', 'x', 'y'])
  assert.equal((await app.app.request('/api/v1/log/roots?limit=0')).status, 422)
})
