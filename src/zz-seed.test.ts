import { test } from 'node:test'
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { freshApp } from '/work/main/src/apps/testing.ts'
import { seed } from '/work/main/db/seeds/index.ts'
import { verifyStored } from '/work/main/src/platform/log/verify.ts'
test('seed', async (t) => {
  const app = await freshApp(t, { realTime: true })
  let b = performance.now()
  const a = await seed(app.tools, { businesses: Number(process.env['B'] ?? 2000), applications: 0, seed: 1 })
  console.log(a, performance.now() - b); b = performance.now()
  const c = await seed(app.tools, { businesses: 0, applications: Number(process.env['C'] ?? 500), seed: 1 })
  console.log(c, performance.now() - b)
  const { rows } = await sql`select status, count(*), min(created_at), max(updated_at) from applications.applications group by 1`.execute(app.db)
  console.table(rows)
  console.log((await sql`select count(*), max(sequence) from letters.letters`.execute(app.db)).rows, (await sql`select count(*) from log.events`.execute(app.db)).rows)
  console.log(await verifyStored(app.db, 'demo', 'events'))
  console.log((await sql`select count(*) filter (where due_at < now()) late, count(*) from applications.applications where status in ('submitted','accepted','verified','initialed','signing')`.execute(app.db)).rows)
  console.log(await seed(app.tools, { businesses: 0, applications: Number(process.env['C'] ?? 500), seed: 1 }))
})
