import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { seedRegency } from '../../../db/seeds/regency.ts'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type BusinessFilter, planOf, reachOf } from './search/filter.ts'
import { countByVillage } from './search/by-village.ts'
import { type ByMarks, type Order, listInOrder } from './search/in-order.ts'
import { cursorOf, markOf } from './search/mark.ts'
import { aBusiness, anOwner } from './testing.ts'
import { catchUpWords, countCommonWords } from './words-store.ts'

type Listed = {
  id: string; districtCode: string; villageCode: string; kbli: string; status: string; scale: string | null; createdAt: string
  lastConfirmedAt: string; name: string
}

async function walk(app: TestApp, login: string, query: string): Promise<Listed[]> {
  const officer = await app.api(login)
  const items: Listed[] = []
  let cursor = ''
  do {
    const { status, body } = await officer.get(`/businesses?${query}${cursor}`)
    assert.equal(status, 200)
    items.push(...body.items)
    cursor = body.next ? `&cursor=${body.next}` : ''
  } while (cursor !== '')
  return items
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const sorted = (rows: readonly { id: string }[]) => ids(rows).toSorted()

test('a list is read in parts: each business once, the newest first, also when one is entered meanwhile', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 130, seed: 5 })
  const officer = await app.api('data')

  const first = (await officer.get('/businesses?limit=50')).body
  await aBusiness(app)
  const second = (await officer.get(`/businesses?limit=50&cursor=${first.next}`)).body
  const third = (await officer.get(`/businesses?limit=50&cursor=${second.next}`)).body
  const inOtherOrder = await officer.get(`/businesses?limit=50&sort=name&cursor=${first.next}`)

  const items: Listed[] = [...first.items, ...second.items, ...third.items]
  assert.equal(new Set(ids(items)).size, 130)
  assert.deepEqual(items.map(({ createdAt }) => createdAt), items.map(({ createdAt }) => createdAt).toSorted().toReversed())
  assert.equal(third.next, null)
  assert.equal(inOtherOrder.status, 422)
})

test('filters hold for every line, and together; each order shows the same businesses once', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 300, seed: 5 })
  await aBusiness(app, { halalNumber: 'ID35110000000000', pirt: '206351501234528', trademarkNumber: 'IDM000000001' })
  const all = await walk(app, 'data', 'limit=200')
  const one = all.find(({ status, scale }) => status === 'active' && scale === 'micro')
  assert.ok(one)
  const yearAgo = app.clock.now.toZonedDateTimeISO('+07:00').subtract({ months: 12 }).toInstant().toString()
  const filters: [query: string, holds: (row: Listed) => boolean][] = [
    [`district=${one.districtCode}`, (row) => row.districtCode === one.districtCode], [`village=${one.villageCode}`, (row) => row.villageCode === one.villageCode],
    [`kbli=${one.kbli}&district=${one.districtCode}`, (row) => row.kbli === one.kbli && row.districtCode === one.districtCode],
    [`kbli=${one.kbli.slice(0, 3)}`, (row) => row.kbli.startsWith(one.kbli.slice(0, 3))], ['kbli=C', (row) => row.kbli >= '10' && row.kbli < '34'],
    ['status=closed', (row) => row.status === 'closed'], ['scale=micro&status=active', (row) => row.scale === 'micro' && row.status === 'active'],
    ['scale=none', (row) => row.scale === null], ['freshness=due', (row) => row.lastConfirmedAt < yearAgo],
    ['freshness=fresh&kbli=10', (row) => row.lastConfirmedAt >= yearAgo && row.kbli.startsWith('10')],
  ]

  for (const [query, holds] of filters) {
    const expected = sorted(all.filter(holds))
    for (const sort of ['newest', 'name', 'unconfirmed']) {
      const found = await walk(app, 'data', `${query}&sort=${sort}&limit=37`)
      assert.deepEqual(sorted(found), expected, `${query} by ${sort}`)
    }
  }
  const withAll = await walk(app, 'data', 'legality=halal,pirt,trademark')
  const [withNib, withoutNib] = [await walk(app, 'data', 'legality=nib'), await walk(app, 'data', 'legality=no-nib')]
  const longest = await walk(app, 'data', 'sort=unconfirmed&limit=200')
  assert.ok(withAll.some(({ name }) => name === 'Kerupuk Udang Bu Siti'))
  assert.equal(withNib.length + withoutNib.length, all.length)
  assert.deepEqual(longest.map(({ lastConfirmedAt }) => lastConfirmedAt), longest.map(({ lastConfirmedAt }) => lastConfirmedAt).toSorted())
})

const ACTOR: Actor = { accountId: '00000000-0000-4000-a000-000000000000', officeId: 'demo', kind: 'officer', name: 'Data', roles: [{ role: 'data-steward' }] }

test('a list goes on in steps where what fits is far down, and shows each business once', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 200, seed: 5 })
  const { db } = app.tools
  const inSteps = async (filter: BusinessFilter, sort: Order, byMarks: ByMarks): Promise<string[]> => {
    const found: string[] = []
    let after: ReturnType<typeof markOf>
    do {
      const part = await listInOrder(db, await planOf(db, reachOf(ACTOR, 'business.list'), filter), byMarks, sort, { limit: 4, after, counted: true },
        { first: 5, most: 9, sorted: 3, counted: 5 })
      found.push(...ids(part.places.slice(0, 3)))
      const next = part.places.length > 3 ? part.places[2] : part.goesOn
      after = next && markOf(cursorOf({ sort, ...next }), sort)
    } while (after)
    return found
  }
  const due: BusinessFilter = { freshness: { is: 'due', now: Temporal.Instant.from('2026-11-11T09:00:00+07:00') } }
  const filters: [filter: BusinessFilter, query: string, condition: string][] = [
    [due, '', "last_confirmed_at < '2025-11-11T09:00:00+07:00'"], [{ status: 'closed' }, "'#s:closed'", "status = 'closed'"],
    [{ kbli: '47' }, "'#k:47'", "kbli like '47%'"],
  ]

  for (const [filter, query, condition] of filters) {
    const { rows } = await sql<{ id: string }>`select id from registry.businesses where ${sql.raw(condition)} order by id`.execute(db)
    assert.ok(rows.length > 3)
    for (const sort of ['newest', 'name', 'unconfirmed'] as const) {
      for (const when of ['first', 'second', 'never'] as const) {
        const found = await inSteps(filter, sort, { query, when })
        assert.deepEqual(found.toSorted(), ids(rows), `${condition} by ${sort}, marks ${when}`)
      }
    }
  }
})

test('the village officer lists and finds in his village only, whatever he asks for', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 2000, seed: 5 })

  const own = await walk(app, 'desa', 'limit=200')
  const [one] = own
  assert.ok(one)
  const elsewhere = await walk(app, 'desa', 'district=35.15.01')
  const [found, everywhere] = [await walk(app, 'desa', 'q=kerupuk'), await walk(app, 'data', 'q=kerupuk')]

  assert.ok(own.every(({ villageCode }) => villageCode === '35.15.05.2006'))
  assert.deepEqual(elsewhere, [])
  assert.ok(found.length < everywhere.length && found.every(({ villageCode }) => villageCode === '35.15.05.2006'))
})

const searches: [what: string, q: string][] = [
  ['all of it, mistyped, with its district', 'krupuk udang barokha jabon'], ['words begun', 'keru bar'], ['the old spelling of its owner', 'kerupuk Soekardjo'],
  ['a title before the owner', 'Pak Sukarjo'], ['a letter left out', 'barkah udang'], ['two letters exchanged', 'kerupuk udnag barokah'],
  ['its product', 'terasi kupang'], ['its village alone with a word', 'barokah kupang'], ['a word written apart', 'baro kah'], ['other signs around', '"Kerupuk" (udang) | !*: barokah'],
  ['its activity', 'barokah 10794'], ['a kind of place', 'toko barokah'],
]

test('a business is found by whatever one remembers of it', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app, {
    owner: anOwner({ name: 'Sukarjo' }), name: 'Toko Kerupuk Udang Barokah', mainProduct: 'terasi', nib: '9120301234567',
  }, 'loket')
  await aBusiness(app, { name: 'Jahit Siti', mainProduct: 'seragam', kbli: '14111', villageCode: '35.15.07.2001' })
  const officer = await app.api('data')
  const find = async (q: string) => ids((await officer.get(`/businesses?q=${encodeURIComponent(q)}`)).body.items)

  for (const [what, q] of searches) assert.deepEqual(await find(q), [made.id], what)
  for (const number of [made.registryNumber, '9120301234567']) assert.deepEqual(await find(number), [made.id])
  assert.deepEqual(await find('kerupuk candi'), [made.id], 'with a word too many the rest is found')
  assert.deepEqual(await find('pabrik baja'), [])
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (q) => {
    const { status } = await officer.get(`/businesses?q=${encodeURIComponent(q.toWellFormed())}`)
    assert.equal(status, 200)
  }), { numRuns: 60 })
})

test('the best answers come first, also over several parts, and say what had to be left out', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 600, seed: 5 })
  const made = await aBusiness(app, { owner: anOwner(), name: 'Kerupuk Udang Barokah' }, 'loket')
  const officer = await app.as('data')

  const found = await walk(app, 'data', 'q=kerupuk+udang+barokah&limit=5')
  const many = await walk(app, 'data', 'q=kerupuk&limit=3')
  const page = await (await officer.get('/petugas/usaha?q=kerupuk+udang+barokah+sukodono+xyzxyz')).text()

  assert.equal(found[0]?.id, made.id)
  assert.ok(many.length > 3 && new Set(ids(many)).size === many.length)
  assert.deepEqual(sorted(await walk(app, 'data', 'q=kerupuk&sort=name&limit=4')), sorted(many))
  assert.match(page, /Tidak ada yang memuat semua kata/)
  assert.match(page, /tanpa kata (&quot;|")xyzxyz/)
})

test('words of older rows are made anew, and the dictionary forgets what was told twice', async (t) => {
  const app = await freshApp(t)
  const { db } = app.tools
  const made = await aBusiness(app, { owner: anOwner(), name: 'Kerupuk Udang', mainProduct: 'petis' }, 'loket')
  const before = (await (await app.api('data')).get('/businesses?q=petis')).body.items
  await sql`update registry.businesses set words = 'kerupuk udang marsudi', words_version = 0`.execute(db)
  await sql`insert into registry.words (word) values ('kerupuk'), ('kerupuk')`.execute(db)

  const old = (await (await app.api('data')).get('/businesses?q=petis')).body.items
  const done = await catchUpWords(db)
  await sql`analyze registry.businesses`.execute(db)
  await countCommonWords(db)
  const after = (await (await app.api('data')).get('/businesses?q=petis')).body.items
  const { rows } = await sql<{ common: number }>`select common from registry.words where word = 'kerupuk'`.execute(db)

  assert.deepEqual([ids(before), ids(old), ids(after)], [[made.id], [], [made.id]])
  assert.equal(done, 'done')
  assert.deepEqual(rows, [{ common: 0 }])
})

test('a list asked for wrongly is refused with the field to mend', async (t) => {
  const app = await freshApp(t)
  const officer = await app.api('data')

  for (const query of ['limit=201', 'limit=0', 'limit=x', 'cursor=abc', 'cursor=%00', 'status=gone', 'scale=huge', 'legality=nib,x', 'freshness=old', 'sort=size', 'kbli=1']) {
    const { status, body } = await officer.get(`/businesses?${query}`)
    assert.equal(status, 422, query)
    assert.deepEqual(body.problems.map(({ field }: { field: string }) => field.split('.')[0]), [query.split('=')[0]])
  }
})

test('a map of very many is estimated from a sample, says so, and shows the same each time', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 1500, seed: 5 })
  const { db } = app.tools
  // Only the owner of the tables may.
  const owner = new pg.Client({ connectionString: app.databaseUrl })
  await owner.connect()
  await owner.query('analyze registry.businesses')
  await owner.end()
  const filter: BusinessFilter = { permits: ['no-nib'] }
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from registry.businesses where nib is null`.execute(db)
  const count = rows[0]?.n ?? 0

  const whole = await countByVillage(db, ACTOR, filter, [])
  const [some, again] = [await countByVillage(db, ACTOR, filter, [], { counted: 10, sampled: 700 }), await countByVillage(db, ACTOR, filter, [], { counted: 10, sampled: 700 })]
  const few = await countByVillage(db, ACTOR, { ...filter, kbli: 'C', q: 'kerupuk' }, [], { counted: 500, sampled: 1 })

  assert.deepEqual([whole.total, whole.estimated], [count, undefined])
  assert.ok(some.estimated && some.estimated.sampled < count && some.total > count / 3 && some.total < count * 3, `${some.total} of ${count}`)
  assert.deepEqual(again, some)
  assert.ok(few.total > 0 && few.estimated === undefined)
})

test('the list and its map show officers the same numbers, each within his area', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 400, seed: 5 })
  await aBusiness(app)
  const [data, village] = [await app.as('data'), await app.as('desa')]
  const text = async (who: typeof data, path: string) => (await who.get(path)).text()

  const list = await text(data, '/petugas/usaha?kecamatan=35.15.05&izin=nib')
  const map = await text(data, '/petugas/usaha/peta?kecamatan=35.15.05&izin=nib')
  const [whole, own] = [await text(data, '/petugas/usaha/peta'), await text(village, '/petugas/usaha/peta')]

  const count = /(\d+) usaha<\/b>/.exec(list)?.[1]
  assert.ok(count !== undefined && map.includes(`${count} usaha di`))
  assert.match(list, /Hapus <\/span>Kecamatan: Jabon/)
  assert.ok(list.includes('/petugas/usaha/peta?kecamatan=35.15.05&amp;izin=nib'))
  assert.equal(whole.match(/class="shade-\d"><title>/g)?.length, 346)
  assert.match(whole, /401 usaha di/)
  assert.equal(own.match(/<a href="[^"]*" aria-label/g)?.length, 1)
})
