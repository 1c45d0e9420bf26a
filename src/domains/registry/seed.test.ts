import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { seedRegency } from '../../../db/seeds/regency.ts'
import { freshApp } from '../../apps/testing.ts'
import { parseNationalId } from './core/national-id.ts'
import { suspectedDoubles } from './doubles.ts'
import { findPerson } from './person-store.ts'

const SELECT = ['b.id', 'b.name', 'b.owner_id', 'b.kbli', 'b.village_code', 'b.annual_sales', 'b.scale', 'b.registry_number',
  'b.created_at'] as const

test('the same seed fills the office with the same businesses, another seed with others', async (t) => {
  const [one, two, other] = [await freshApp(t), await freshApp(t), await freshApp(t)]

  await seedRegency(one.tools, { businesses: 1200, seed: 7 })
  await seedRegency(two.tools, { businesses: 1200, seed: 7 })
  await seedRegency(other.tools, { businesses: 50, seed: 8 })

  const rowsOf = (app: typeof one) => app.db.selectFrom('registry.businesses as b').select(SELECT).orderBy('b.id').execute()
  const rows = await rowsOf(one)
  assert.equal(rows.length, 1200)
  assert.deepEqual(rows, await rowsOf(two))
  assert.ok(!rows.some(({ id }) => id === undefined) && (await rowsOf(other)).every((row) => !rows.some(({ id }) => id === row.id)))
  assert.equal(await seedRegency(one.tools, { businesses: 1200, seed: 7 }), 0)
})

test('made-up owners have numbers the state never issues, and their businesses look like a regency', async (t) => {
  const app = await freshApp(t)

  await seedRegency(app.tools, { businesses: 800, seed: 1 })

  const people = await app.db.selectFrom('registry.people').select('id').execute()
  const whole = await Promise.all(people.map(({ id }) => findPerson(app.db, app.tools.keys, id)))
  const ids = whole.flatMap((person) => (person?.nationalId ? [person.nationalId] : []))
  assert.ok(ids.every((id) => id.endsWith('0000') && parseNationalId(id).ok))
  assert.equal(new Set(ids).size, ids.length)
  const { rows: [spread] } = await sql<{ districts: number; kbli: number; owners: number; versions: number }>`
    select count(distinct district_code)::int as districts, count(distinct kbli)::int as kbli, count(distinct owner_id)::int as owners,
           (select count(*)::int from registry.changes where subject_kind = 'business') as versions from registry.businesses`.execute(app.db)
  assert.ok(spread && spread.districts === 18 && spread.kbli > 60 && spread.owners < 800 && spread.versions === 800, JSON.stringify(spread))
})

test('a business told twice is found as a double in the made-up regency', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 1000, seed: 3 })
  const { rows } = await sql<{ id: string }>`
    select a.id from registry.businesses a join registry.businesses b on b.owner_id = a.owner_id and b.village_code = a.village_code
      and b.kbli = a.kbli and b.address = a.address and b.id <> a.id order by a.id limit 5`.execute(app.db)
  assert.ok(rows.length > 0)

  const found = await Promise.all(rows.map(({ id }) => suspectedDoubles(app.db, id)))

  assert.ok(found.every((doubles) => doubles.length > 0 && doubles.every(({ verdict }) => verdict !== 'none')))
})
