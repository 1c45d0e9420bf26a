import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { freshApp } from '../../apps/testing.ts'
import { checkTallies, foldTallies, readTallies, rebuildTallies } from './tallies.ts'
import { keepSnapshot, monthEndToKeep, readSnapshot, snapshotDays } from './tally-snapshots.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

/** Two owners and a way to put businesses of theirs down as rows: what is counted depends on the rows alone. */
async function anOffice(t: TestContext) {
  const app = await freshApp(t)
  const { db } = app
  const { rows: people } = await sql<{ id: string }>`
    insert into registry.people (office_id, name, normal_name, gender, created_at, updated_at)
    values ('demo', 'Ani Contoh', 'ani contoh', 'female', now(), now()), ('demo', 'Budi Contoh', 'budi contoh', 'male', now(), now())
    returning id`.execute(db)
  const [woman = '', man = ''] = people.map(({ id }) => id)
  const insert = (count: number, owner: string, village: string, more: { scale?: string | null; status?: string; details?: object } = {}) => sql`
    insert into registry.businesses (office_id, registry_number, owner_id, name, normal_name, words, address, village_code, district_code, kbli,
      kbli_version, started_on, scale, scale_criterion, details, status, source, entered_by, last_confirmed_at, created_at, updated_at)
    select 'demo', gen_random_uuid()::text, ${owner}::uuid, 'Contoh', 'contoh', 'contoh', 'Jalan', ${village}, left(${village}, 8), '10792', '2020',
           '2019-05-01', ${more.scale === undefined ? 'micro' : more.scale}, 'capital', ${JSON.stringify(more.details ?? {})}::jsonb,
           ${more.status ?? 'active'}, 'seed', gen_random_uuid(), '2026-10-03', now(), now()
      from generate_series(1, ${count})`.execute(db)
  const counts = async (area = '35.15') => (await readTallies(db, 'demo', [area], ['%'])).byArea.get(area) ?? new Map<string, number>()
  return { ...app, woman, man, insert, counts }
}

const VILLAGE = '35.15.05.2003'
const OTHER = '35.15.18.2001'

test('counts follow every way of changing a record; where they were spoilt, counting anew mends them', async (t) => {
  const { db, woman, man, insert, counts } = await anOffice(t)
  const before = await counts()
  const gained = async (measure: string) => ((await counts()).get(measure) ?? 0) - (before.get(measure) ?? 0)

  await insert(3, woman, VILLAGE, { details: { acceptsQris: true, workersPaidFemale: 2, pirt: '206351500000100' } })
  await insert(1, man, OTHER, { details: { salesChannels: ['direct', 'social-media'] } })
  await insert(1, man, OTHER, { scale: 'small' })
  await insert(1, man, OTHER, { scale: null })
  assert.deepEqual(await Promise.all(['scale.micro', 'scale.small', 'scale.unknown', 'owner.female', 'digital', 'online', 'qris', 'pirt', 'workers.paid-female',
    'kbli.2020.10', 'started.2019', 'confirmed.2026-10', 'nib'].map(gained)), [4, 1, 1, 3, 4, 1, 3, 3, 6, 4, 4, 4, 0])

  assert.equal(await foldTallies(db), 'done')
  await sql`update registry.businesses set status = 'duplicate' where owner_id = ${man}::uuid and scale = 'micro'`.execute(db)
  await sql`update registry.businesses set village_code = ${OTHER}, district_code = left(${OTHER}, 8), words = 'lain' where owner_id = ${woman}::uuid`.execute(db)
  await sql`update registry.people set gender = 'male' where id = ${woman}::uuid`.execute(db)
  await sql`delete from registry.businesses where owner_id = ${man}::uuid and scale = 'small'`.execute(db)

  assert.deepEqual(await Promise.all(['scale.micro', 'scale.small', 'status.active', 'status.duplicate', 'owner.female', 'owner.male'].map(gained)), [3, 0, 4, 1, 0, 3])
  assert.deepEqual(await checkTallies(db), [])
  const kept = await counts()
  await sql`update registry.tallies set n = n + 1 where area_code = ${OTHER} and measure = 'scale.micro'`.execute(db)
  assert.deepEqual((await checkTallies(db)).map((one) => [one.area, one.measure, one.kept - one.counted]), [[OTHER, 'scale.micro', 1]])
  await rebuildTallies(db)
  assert.deepEqual(await counts(), kept)
})

type Hand = { client: pg.Client; act: () => Promise<unknown> }

/** Two transactions at once: the second acts while the first is still open, and goes on when that is committed. */
async function together(first: Hand, second: Hand): Promise<void> {
  for (const { client } of [first, second]) await client.query('begin')
  await first.act()
  const waiting = second.act()
  // Long enough for the second to reach the lock; should it not, the order is another one and the counts must be right all the same.
  await new Promise((resolve) => { setTimeout(resolve, 50) })
  await first.client.query('commit')
  await waiting
  await second.client.query('commit')
}

test('an owner whose gender changes while a business of hers is entered or moved is counted right', async (t) => {
  const { db, databaseUrl, woman, insert } = await anOffice(t)
  await insert(1, woman, VILLAGE)
  const [clerk, steward] = [new pg.Client({ connectionString: databaseUrl }), new pg.Client({ connectionString: databaseUrl })]
  await Promise.all([clerk.connect(), steward.connect()])
  const change = (to: string): Hand => ({ client: steward, act: () => steward.query('update registry.people set gender = $2 where id = $1', [woman, to]) })
  const enter: Hand = {
    client: clerk,
    act: () => clerk.query(`
      insert into registry.businesses (office_id, registry_number, owner_id, name, normal_name, words, village_code, district_code, scale, status, source,
        entered_by, last_confirmed_at, created_at, updated_at)
      values ('demo', gen_random_uuid()::text, $1, 'Baru', 'baru', 'baru', $2, left($2, 8), 'micro', 'active', 'seed', gen_random_uuid(), now(), now(), now())`,
    [woman, VILLAGE]),
  }
  const move = (to: string): Hand => ({
    client: clerk, act: () => clerk.query('update registry.businesses set village_code = $2, district_code = left($2, 8) where owner_id = $1', [woman, to]),
  })

  try {
    await together(change('male'), enter)
    await together(enter, change('female'))
    await together(change('male'), move(OTHER))
    await together(move(VILLAGE), change('female'))
  } finally {
    await Promise.all([clerk.end(), steward.end()])
  }

  assert.deepEqual(await checkTallies(db), [])
})

test('changes entered and added up at the same time lose nothing', async (t) => {
  const { db, woman, man, insert } = await anOffice(t)

  await Promise.all([
    ...Array.from({ length: 6 }, (_, at) => insert(20, at % 2 ? woman : man, at % 3 ? VILLAGE : OTHER)),
    foldTallies(db), rebuildTallies(db), foldTallies(db),
  ])
  await foldTallies(db)

  assert.deepEqual(await checkTallies(db), [])
})

test('a month is kept once, in the first days of the next', async (t) => {
  const { db, woman, insert } = await anOffice(t)
  await insert(2, woman, VILLAGE)
  const at = (text: string) => Temporal.Instant.from(text)

  await keepSnapshot(db, at('2026-11-05T00:10:00+07:00'))
  assert.equal(await snapshotDays(db, 'demo', day('2026-12-31')), undefined)
  await keepSnapshot(db, at('2026-12-01T00:10:00+07:00'))
  await insert(5, woman, VILLAGE)
  await keepSnapshot(db, at('2026-12-01T01:10:00+07:00'))

  const held = await snapshotDays(db, 'demo', day('2026-12-31'))
  assert.equal(held?.last.toString(), '2026-11-30')
  assert.deepEqual((await readSnapshot(db, 'demo', day('2026-11-30'), [VILLAGE], ['scale.micro'])).get(VILLAGE)?.get('scale.micro'), 2)
})

test('the month that is kept is the one that has just ended', () => {
  assert.deepEqual(['2026-12-01', '2026-12-03', '2026-12-04', '2027-01-01', '2028-03-02'].map((today) => monthEndToKeep(day(today))?.toString()),
    ['2026-11-30', '2026-11-30', undefined, '2026-12-31', '2028-02-29'])
})
