import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aCooperative } from './testing.ts'

/** One cooperative told twice, under two legal entity numbers, each with people, a year and a member of its own. */
async function aPair(app: TestApp) {
  const one = await aCooperative(app, {
    name: 'KSP Sejahtera', legalEntityNumber: '518/BH/1999', positions: [{ organ: 'board', role: 'chair', name: 'Suparman' }],
    bookYears: [{ year: 2024, assets: 900_000_000 }],
  })
  const two = await aCooperative(app, {
    name: 'Koperasi "Sejahtera"', legalEntityNumber: 'AHU-0000012.AH.01.29.TAHUN 2021', legalEntityDate: '2021-03-04', address: 'Jalan Tambak 30',
    positions: [{ organ: 'board', role: 'chair', name: 'SUPARMAN' }, { organ: 'board', role: 'treasurer', name: 'Nur Hayati' }],
    bookYears: [{ year: 2025, meetingOn: '2026-02-14' }],
  })
  const data = await app.api('data')
  await data.post(`/cooperatives/${one.id}/members`, { members: [{ name: 'Budi', memberNumber: '1' }] })
  await data.post(`/cooperatives/${two.id}/members`, { members: [{ name: 'Ani', memberNumber: '1' }] })
  return { one, two, data }
}

test('two records become one cooperative and two again; board, years, members and numbers follow', async (t) => {
  const app = await freshApp(t)
  const { one, two, data } = await aPair(app)
  const read = async (id: string) => (await data.get(`/cooperatives/${id}`)).body
  const namesOf = (body: { positions: { name: string }[] }) => body.positions.map(({ name }) => name).toSorted()

  const queue = await data.get('/cooperatives/duplicates')
  const treasurer = two.positions.find(({ role }) => role === 'treasurer')?.id
  const merged = await data.post(`/cooperatives/duplicates/${one.id}/${two.id}/decide`, {
    decision: 'merge', survivorId: one.id, take: ['legalEntityNumber', `position/${treasurer}`, 'year/2025/meetingOn'], versions: { [one.id]: 1, [two.id]: 1 },
  })
  const [survivor, absorbed] = [await read(one.id), await read(two.id)]

  assert.deepEqual(queue.body.items.map(({ a, b }: { a: { id: string }; b: { id: string } }) => [a.id, b.id].toSorted()), [[one.id, two.id].toSorted()])
  assert.equal(merged.status, 200, JSON.stringify(merged.body))
  assert.deepEqual([survivor.legalEntityNumber, survivor.legalEntityDate, survivor.address], [two.legalEntityNumber, '2021-03-04', one.address])
  assert.deepEqual(namesOf(survivor), ['Nur Hayati', 'Suparman'])
  assert.deepEqual(survivor.bookYears.map(({ year }: { year: number }) => year), [2024, 2025])
  assert.deepEqual([absorbed.mergedInto, absorbed.legalEntityNumber], [one.id, two.legalEntityNumber])
  const members = await data.get(`/cooperatives/${one.id}/members`)
  assert.deepEqual(members.body.items.map(({ name }: { name: string }) => name).toSorted(), ['Ani', 'Budi'])
  // The absorbed one is out of lists, is not changed any more, and its number leads to the one that stands.
  const listed = await data.get('/cooperatives?q=sejahtera')
  const [changed, addedTo, entered] = [
    await data.patch(`/cooperatives/${two.id}`, { address: 'X' }), await data.post(`/cooperatives/${two.id}/members`, { members: [{ name: 'X' }] }),
    await data.post('/cooperatives', { name: 'Lain', kind: 'service', legalEntityNumber: '518/BH/1999', legalEntityDate: '1999-01-01', address: 'X', villageCode: '35.15.05.2006' }),
  ]
  const ids = new Set(listed.body.items.map(({ id }: { id: string }) => id))
  assert.deepEqual([ids.has(one.id), ids.has(two.id)], [true, false])
  assert.deepEqual([changed.body.code, addedTo.body.code], ['absorbed', 'absorbed'])
  assert.equal(entered.status, 201)

  // The number the survivor gave up is another's by now: the merge cannot be taken back before that is mended.
  const stuck = await data.post(`/cooperatives/merges/${merged.body.mergeId}/undo`)
  await data.patch(`/cooperatives/${entered.body.id}`, { legalEntityNumber: '519/BH/1999' })
  await data.patch(`/cooperatives/${one.id}`, { email: 'sejahtera@contoh.id' })
  const undone = await data.post(`/cooperatives/merges/${merged.body.mergeId}/undo`)
  const [first, second] = [await read(one.id), await read(two.id)]
  const again = await data.post(`/cooperatives/merges/${merged.body.mergeId}/undo`)

  assert.deepEqual([stuck.status, stuck.body.code, undone.status, again.body.code], [409, 'number-taken', 200, 'undone-already'])
  assert.deepEqual([first.legalEntityNumber, first.email, namesOf(first), first.bookYears.length], ['518/BH/1999', 'sejahtera@contoh.id', ['Suparman'], 1])
  assert.deepEqual([second.mergedInto, second.legalEntityNumber, namesOf(second)], [null, two.legalEntityNumber, ['Nur Hayati', 'SUPARMAN']])
  assert.equal((await data.get(`/cooperatives/${one.id}/members`)).body.items.length, 1)
  assert.equal((await data.get('/cooperatives/duplicates')).body.items.length, 1)
})

test('a steward compares two cooperatives field by field on the pages and keeps them apart; nobody else does', async (t) => {
  const app = await freshApp(t)
  const { one, two } = await aPair(app)
  const steward = await app.as('data')
  const path = `/petugas/koperasi/ganda/${one.id}/${two.id}`

  const list = await (await steward.get('/petugas/koperasi/ganda')).text()
  const compare = await (await steward.get(path)).text()
  const merged = await steward.post(path, { do: 'merge', survivor: 'b', 'isian-address': 'a', seen: 'open', 'version-a': '1', 'version-b': '1' })
  const done = await (await steward.get(merged.headers.get('location') ?? '')).text()
  const gone = await (await steward.get(`/petugas/koperasi/${one.id}`)).text()
  await steward.post('/petugas/koperasi/ganda/riwayat', { id: /digabung=(.+)$/.exec(merged.headers.get('location') ?? '')?.[1] ?? '' })
  const kept = await steward.post(path, { do: 'distinct', seen: 'open' })
  const after = await (await steward.get(`/petugas/koperasi/${one.id}`)).text()

  assert.match(list, /KSP Sejahtera[\s\S]*Nama sama[^<]*desa yang sama/)
  assert.match(compare, /Apakah ini satu koperasi\?[\s\S]*AHU-0000012[\s\S]*Nur Hayati, Bendahara, Pengurus/)
  assert.match(done, /Batalkan penggabungan/)
  assert.match(gone, /Data ini sudah digabung/)
  assert.equal(kept.headers.get('location'), '/petugas/koperasi/ganda?beda=1')
  assert.doesNotMatch(after, /Mungkin koperasi yang sama/)
  for (const login of ['loket', 'pengawas', 'kadis', '081200000002']) {
    const [them, api] = [await app.as(login), await app.api(login)]
    const replies = [await them.get('/petugas/koperasi/ganda'), await them.get(path), await them.post(path, { do: 'merge', survivor: 'a' }), await api.get('/cooperatives/duplicates')]
    assert.deepEqual(replies.map(({ status }) => status), [403, 403, 403, 403], login)
  }
})
