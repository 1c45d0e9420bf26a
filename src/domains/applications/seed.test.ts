import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { seed } from '../../../db/seeds/index.ts'
import { freshApp } from '../../apps/testing.ts'
import { verifyStored } from '../../platform/log/verify.ts'
import { LIVES } from './core/lives.testing.ts'
import { expireResting } from './jobs.ts'

const SMALL = { businesses: 60, applications: 200, seed: 7 }

async function seeded(t: Parameters<typeof freshApp>[0]) {
  const app = await freshApp(t)
  const done = await seed(app.tools, SMALL)
  assert.deepEqual(done, { ok: true, value: { businesses: 60, cooperatives: 0, applications: 200 } })
  return app
}

test('a made-up regency has cases in every status of a letter, told by the log as by the rows', async (t) => {
  const { db } = await seeded(t)

  const { rows } = await sql<{ status: string }>`select distinct status from applications.applications`.execute(db)
  const { rows: differing } = await sql`select a.id from applications.applications a where a.status is distinct from
    (select e.to_state from log.events e where e.subject_id = a.id::text and e.what like 'application.%' order by e.seq desc limit 1)`.execute(db)
  const { rows: early } = await sql`select id from applications.applications where created_at < '2026-01-05T00:30:00Z' or updated_at > '2026-11-11T02:00:00Z'`.execute(db)

  assert.deepEqual(rows.map((row) => row.status).toSorted(), [...LIVES.letter.life.map((stage) => stage.state), 'issued', 'rejected', 'withdrawn', 'expired'].toSorted())
  assert.deepEqual([differing, early], [[], []])
  assert.equal((await verifyStored(db, 'demo', 'events')).ok, true)
})

test('letters of made-up cases are numbered without gaps in the order of their signing, and each can be checked and opened', async (t) => {
  const { db, tools, visitor } = await seeded(t)

  const letters = await db.selectFrom('letters.letters').select(['sequence', 'issued_at', 'state', 'storage_key', 'code']).orderBy('sequence').execute()
  const [first] = letters
  const checked = await visitor.get(`/api/v1/verify/${first?.code}`)

  assert.ok(letters.length > 80)
  letters.forEach((letter, at) => {
    assert.equal(letter.sequence, at + 1)
    assert.ok(letter.issued_at >= (letters[at - 1]?.issued_at ?? letter.issued_at))
  })
  for (const letter of letters.filter((one) => one.state === 'issued').slice(0, 3)) assert.equal(await tools.files.exists(letter.storage_key ?? ''), true)
  assert.equal(checked.status, 200)
})

test('the same seed at the same moment gives the same cases, and a second run leaves them alone', async (t) => {
  const one = await seeded(t)
  const other = await seeded(t)
  const cases = (app: typeof one) => app.db.selectFrom('applications.applications')
    .select(['id', 'reference', 'status', 'business_id', 'created_at', 'updated_at', 'due_at', 'initials_given']).orderBy('id').execute()

  const again = await seed(one.tools, SMALL)

  assert.deepEqual(await cases(one), await cases(other))
  assert.deepEqual(again, { ok: true, value: { businesses: 0, cooperatives: 0, applications: 0 } })
})

test('the worker finds made-up cases as it finds real ones', async (t) => {
  const { tools, clock, db } = await seeded(t)
  clock.set('2026-12-16T09:00:00+07:00')

  await expireResting(tools, 1_000)

  const { rows } = await sql<{ count: number }>`select count(*)::int as count from applications.applications where status = 'returned' and reminders = 0`.execute(db)
  assert.equal(rows[0]?.count, 0)
})

test('nothing is made up outside the demo, and no application without businesses', async (t) => {
  const app = await freshApp(t)
  const real = await freshApp(t, { config: { demo: false } })

  const refused = [
    await seed(real.tools, SMALL), await seed(app.tools, { businesses: 0, applications: 5, seed: 1 }),
  ]

  assert.deepEqual(refused.map((one) => !one.ok && one.error.kind === 'invalid' && one.error.problems[0]?.field), ['demo', 'businesses'])
})
