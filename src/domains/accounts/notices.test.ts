import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { getNotice, loadNoticeReference } from './notice-store.ts'

test('the notice is loaded once, and a version people were told is never changed', async (t) => {
  const app = await freshApp(t)
  const before = await getNotice(app.db, app.clock.now)
  await app.db.updateTable('platform.loaded_files').set({ sha256: 'older' }).where('name', '=', 'notices').execute()
  await app.db.updateTable('accounts.notices').set({ body: JSON.stringify({ ...before, title: { id: 'Yang dibacakan', en: 'As told' } }) }).execute()

  await app.db.transaction().execute((tx) => loadNoticeReference(tx, app.tools.clock))

  assert.equal((await getNotice(app.db, app.clock.now)).title.id, 'Yang dibacakan')
  assert.equal((await app.db.selectFrom('accounts.notices').select('version').execute()).length, 1)
})

test('a version holds from its day on', async (t) => {
  const app = await freshApp(t)
  const first = await getNotice(app.db, app.clock.now)
  await app.db.insertInto('accounts.notices').values({ version: 2, valid_from: '2026-11-12', body: JSON.stringify({ ...first, version: 2 }) }).execute()

  const today = await getNotice(app.db, app.clock.now)
  app.clock.pass({ hours: 15 })
  const tomorrow = await getNotice(app.db, app.clock.now)

  assert.deepEqual([today.version, tomorrow.version], [1, 2])
})
