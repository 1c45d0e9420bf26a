import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedRegency } from '../../../db/seeds/regency.ts'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aBusiness, anOwner } from './testing.ts'

type Listed = { id: string; districtCode: string; villageCode: string; kbli: string; status: string; createdAt: string; name: string }

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

test('a list is read in parts: each business once, the newest first, also when one is entered meanwhile', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 130, seed: 5 })
  const officer = await app.api('data')

  const first = (await officer.get('/businesses?limit=50')).body
  await aBusiness(app)
  const second = (await officer.get(`/businesses?limit=50&cursor=${first.next}`)).body
  const third = (await officer.get(`/businesses?limit=50&cursor=${second.next}`)).body

  const items: Listed[] = [...first.items, ...second.items, ...third.items]
  assert.equal(new Set(items.map(({ id }) => id)).size, 130)
  assert.deepEqual(items.map(({ createdAt }) => createdAt), items.map(({ createdAt }) => createdAt).toSorted().toReversed())
  assert.equal(third.next, null)
})

test('filters hold for every line, and together', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 300, seed: 5 })
  const all = await walk(app, 'data', 'limit=200')
  const [one] = all
  assert.ok(one)

  const byDistrict = await walk(app, 'data', `district=${one.districtCode}&limit=200`)
  const byVillage = await walk(app, 'data', `village=${one.villageCode}`)
  const byKbli = await walk(app, 'data', `kbli=${one.kbli}&district=${one.districtCode}`)
  const closed = await walk(app, 'data', 'status=closed')

  assert.deepEqual(byDistrict.map(({ id }) => id), all.filter((row) => row.districtCode === one.districtCode).map(({ id }) => id))
  assert.deepEqual(byVillage.map(({ id }) => id), all.filter((row) => row.villageCode === one.villageCode).map(({ id }) => id))
  assert.deepEqual(byKbli.map(({ id }) => id), all.filter((row) => row.kbli === one.kbli
    && row.districtCode === one.districtCode).map(({ id }) => id))
  assert.deepEqual(closed.map(({ id }) => id), all.filter((row) => row.status === 'closed').map(({ id }) => id))
})

test('the village officer lists his village only, whatever he asks for', async (t) => {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses: 2000, seed: 5 })

  const own = await walk(app, 'desa', 'limit=200')
  const elsewhere = await walk(app, 'desa', 'district=35.15.01')

  assert.ok(own.length > 0 && own.every(({ villageCode }) => villageCode === '35.15.05.2006'))
  assert.deepEqual(elsewhere, [])
})

const searches = [
  ['a word begun', 'keru'], ['the everyday spelling', 'krupuk udang'], ['business and owner together', 'kerupuk marsudi'],
    ['a title before the name', 'Pak Marsudi'],
  ['other signs around', '"Kerupuk" (udang) | !*:'],
] as const

for (const [what, q] of searches) {
  test(`a business is found by ${what}`, async (t) => {
    const app = await freshApp(t)
    const made = await aBusiness(app, { owner: anOwner(), name: 'Kerupuk Udang Delta' }, 'loket')
    await aBusiness(app, { name: 'Jahit Siti', mainProduct: 'seragam' })

    const found = (await (await app.api('data')).get(`/businesses?q=${encodeURIComponent(q)}`)).body.items

    assert.deepEqual(found.map(({ id }: Listed) => id), [made.id])
  })
}

test('a registry number or a NIB finds its one business', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app, { nib: '9120301234567' })
  await aBusiness(app, { name: 'Jahit Siti' })
  const officer = await app.api('data')

  const found = await Promise.all([made.registryNumber, '9120301234567'].map((q) => officer.get(`/businesses?q=${q}`)))

  assert.deepEqual(found.map(({ body }) => body.items.map(({ id }: Listed) => id)), [[made.id], [made.id]])
})

for (const query of ['limit=201', 'limit=0', 'limit=x', 'cursor=abc', 'cursor=%00', 'status=gone']) {
  test(`a list asked with ${query} is refused with the field to mend`, async (t) => {
    const app = await freshApp(t)

    const { status, body } = await (await app.api('data')).get(`/businesses?${query}`)

    assert.equal(status, 422)
    assert.deepEqual(body.problems.map(({ field }: { field: string }) => field), [query.split('=')[0]])
  })
}
