import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { aCaseIn, aDraft, anIssuedLetter } from '../applications/testing.ts'
import { familyOf, findStandingId } from './family-store.ts'
import { aBusiness, aBusinessRequest, anOwner } from './testing.ts'

const SITI = '081200000001'

/** One business told twice: with and without a NIB, at two addresses, with two sums. */
async function aPair(app: Parameters<typeof aBusiness>[0]) {
  const one = await aBusiness(app, { nib: '9120301234567' })
  const two = await aBusiness(app, { name: 'Krupuk Udang Bu Siti', address: 'Jalan Tambak 30', rt: '3', annualSales: 60_000_000 })
  return { one, two }
}

test('two records become one and two again; letters, cases and history follow', async (t) => {
  const app = await freshApp(t)
  const { one, two } = await aPair(app)
  const letter = await anIssuedLetter(app, { businessId: two.id })
  const data = await app.api('data')

  const queue = await data.get('/duplicates')
  const merged = await data.post(`/duplicates/${one.id}/${two.id}/decide`, { decision: 'merge', survivorId: one.id, take: ['annualSales'] })

  assert.deepEqual(queue.body.items.map(({ a, b }: { a: { id: string }; b: { id: string } }) => [a.id, b.id].toSorted()), [[one.id, two.id].toSorted()])
  assert.equal(merged.status, 200)
  const [survivor, absorbed] = [(await data.get(`/businesses/${one.id}`)).body, (await data.get(`/businesses/${two.id}`)).body]
  assert.deepEqual([survivor.annualSales, survivor.name, survivor.nib, survivor.mergedInto], [60_000_000, one.name, '9120301234567', null])
  assert.deepEqual([absorbed.status, absorbed.mergedInto, absorbed.annualSales], ['duplicate', one.id, 60_000_000])
  assert.deepEqual((await data.get('/duplicates')).body.items, [])
  const timeline = await data.get(`/businesses/${one.id}/timeline`)
  assert.deepEqual(timeline.body.items.filter(({ kind }: { kind: string }) => kind === 'letter').map(({ reference }: { reference: string }) => reference), [letter.number])
  assert.ok(timeline.body.items.some(({ kind, what }: { kind: string; what: string }) => kind === 'merge' && what === 'merged'))

  // Said after the merge: it stays when the merge is taken back.
  await (await app.api(SITI)).patch(`/businesses/${one.id}`, { brand: 'Delta' })
  const undone = await data.post(`/merges/${merged.body.mergeId}/undo`)
  const again = await data.post(`/merges/${merged.body.mergeId}/undo`)

  assert.deepEqual([undone.status, again.status, again.body.code], [200, 409, 'undone-already'])
  const [first, second] = [(await data.get(`/businesses/${one.id}`)).body, (await data.get(`/businesses/${two.id}`)).body]
  assert.deepEqual([first.annualSales, first.brand], [48_000_000, 'Delta'])
  assert.deepEqual([second.status, second.mergedInto, second.name], ['active', null, 'Krupuk Udang Bu Siti'])
  assert.equal((await data.get('/duplicates')).body.items.length, 1)
  const events = await app.db.selectFrom('log.events').select('what').where('what', 'in', ['business.merge', 'business.unmerge']).orderBy('seq').execute()
  assert.deepEqual(events.map(({ what }) => what), ['business.merge', 'business.unmerge'])
})

test('of two officers who decide at once the second hears what the first decided', async (t) => {
  const app = await freshApp(t)
  const { one, two } = await aPair(app)
  const data = await app.api('data')
  const decide = (body: object) => data.post(`/duplicates/${one.id}/${two.id}/decide`, body)
  const merge = { decision: 'merge', survivorId: one.id }

  const both = await Promise.all([decide(merge), decide({ ...merge, survivorId: two.id })])
  const late = await decide({ decision: 'distinct' })

  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  assert.deepEqual([late.status, late.body.code], [409, 'decided-meanwhile'])
  const standing = await app.db.selectFrom('registry.businesses').select('id').where('merged_into', 'is', null).execute()
  assert.equal(standing.length, 1)
})

test('records merged in a row stand for each other, and the newer merge is undone first', async (t) => {
  const app = await freshApp(t)
  const [one, two, three] = [await aBusiness(app), await aBusiness(app, { name: 'Jahit Siti', kbli: '14120' }), await aBusiness(app, { name: 'Warung Siti', kbli: '56101' })]
  const data = await app.api('data')
  const merge = (survivor: string, absorbed: string) => data.post(`/duplicates/${survivor}/${absorbed}/decide`, { decision: 'merge', survivorId: survivor })

  const inner = await merge(two.id, one.id)
  const outer = await merge(three.id, two.id)
  const refused = [await merge(one.id, three.id), await merge(three.id, one.id), await data.post(`/merges/${inner.body.mergeId}/undo`)]

  assert.deepEqual([inner.status, outer.status, ...refused.map(({ body }) => body.code)], [200, 200, 'survivor-absorbed', 'absorbed-already', 'survivor-merged-on'])
  assert.deepEqual(await familyOf(app.db, three.id), [three.id, two.id, one.id])
  assert.equal(await findStandingId(app.db, one.id), three.id)
  assert.equal((await data.post(`/merges/${outer.body.mergeId}/undo`)).status, 200)
  assert.equal((await data.post(`/merges/${inner.body.mergeId}/undo`)).status, 200)
})

test('what is begun for a merged record is begun for the one that stands for it; the merged one is not changed any more', async (t) => {
  const app = await freshApp(t)
  const { one, two } = await aPair(app)
  const [data, siti] = [await app.api('data'), await app.api(SITI)]
  const waiting = await aCaseIn(app, 'accepted', { businessId: two.id })
  await data.post(`/duplicates/${one.id}/${two.id}/decide`, { decision: 'merge', survivorId: one.id })

  const draft = await aDraft(app, { businessId: two.id })
  const change = await siti.patch(`/businesses/${two.id}`, { brand: 'X' })
  const verified = await (await app.api('verifikator')).post(`/applications/${waiting}/steps`, { step: 'verify' })
  const page = await (await (await app.as(SITI)).get(`/usaha/${two.id}`)).text()

  const { business_id: businessId } = await app.db.selectFrom('applications.applications').select('business_id').where('id', '=', draft.id).executeTakeFirstOrThrow()
  assert.equal(businessId, one.id)
  assert.deepEqual([change.status, change.body.code], [409, 'absorbed'])
  assert.equal(verified.status, 200)
  assert.notEqual((await data.get(`/businesses/${one.id}`)).body.verifiedAt, null)
  assert.match(page, /Data ini sudah digabung/)
  assert.match(page, new RegExp(`href="/usaha/${one.id}"`))
})

test('a steward compares field by field, merges and takes it back on the pages; nobody else does', async (t) => {
  const app = await freshApp(t)
  const { one, two } = await aPair(app)
  const data = await app.as('data')
  const path = `/petugas/ganda/${one.id}/${two.id}`

  const compare = await (await data.get(path)).text()
  const merged = await data.post(path, { do: 'merge', survivor: 'a', 'isian-address': 'b', 'isian-name': 'a', seen: 'open', 'version-a': '1', 'version-b': '1' })
  const list = await (await data.get(merged.headers.get('location') ?? '')).text()
  const mergeId = /digabung=(.+)$/.exec(merged.headers.get('location') ?? '')?.[1] ?? ''

  assert.match(compare, /Jalan Tambak 30, RT 003/)
  assert.doesNotMatch(compare, /48\.000\.000/)
  assert.match(list, /Batalkan penggabungan/)
  assert.equal((await (await app.api('data')).get(`/businesses/${one.id}`)).body.address, 'Jalan Tambak 30')
  const undone = await data.post('/petugas/ganda/riwayat', { id: mergeId })
  assert.equal(undone.headers.get('location'), '/petugas/ganda/riwayat?dibatalkan=1')
  const kept = await data.post(path, { do: 'distinct', seen: 'open' })
  assert.equal(kept.headers.get('location'), '/petugas/ganda?beda=1')
  assert.doesNotMatch(await (await data.get(`/petugas/usaha/${one.id}`)).text(), /Mungkin tercatat dua kali/)
  for (const login of ['loket', 'verifikator', 'kadis', 'desa', SITI]) {
    const [them, api] = [await app.as(login), await app.api(login)]
    const replies = [await them.get('/petugas/ganda'), await them.get(path), await them.post(path, { do: 'merge', survivor: 'a' }), await them.get('/petugas/ganda/riwayat')]
    assert.deepEqual(replies.map(({ status }) => status), [403, 403, 403, 403], login)
    assert.deepEqual([(await api.get('/duplicates')).status, (await api.post(`/duplicates/${one.id}/${two.id}/decide`, { decision: 'distinct' })).status, (await api.get('/merges')).status], [403, 403, 403])
  }
})

test('that two records are two businesses is taken back by the steward alone, and they wait for a decision again', async (t) => {
  const app = await freshApp(t)
  const { one, two } = await aPair(app)
  const [data, api] = [await app.as('data'), await app.api('data')]
  const waiting = async () => (await api.get('/duplicates')).body.items.length
  const apart = async () => (await api.get('/duplicates/distinct')).body.items.map(({ a, b, decidedBy }: { a: { id: string }; b: { id: string }; decidedBy: string }) => [[a.id, b.id].toSorted(), decidedBy])

  const early = await api.post(`/duplicates/${one.id}/${two.id}/reopen`)
  await api.post(`/duplicates/${one.id}/${two.id}/decide`, { decision: 'distinct' })
  const decided = [await waiting(), await apart()]
  const list = await (await data.get('/petugas/ganda/beda')).text()
  const byPage = await data.post('/petugas/ganda/beda', { a: one.id, b: two.id })
  const reopened = [await waiting(), await apart()]
  await data.post(`/petugas/ganda/${one.id}/${two.id}`, { do: 'distinct', seen: 'open' })
  const compare = await (await data.get(`/petugas/ganda/${one.id}/${two.id}`)).text()
  await data.post(`/petugas/ganda/${one.id}/${two.id}`, { do: 'again', seen: 'distinct' })
  await api.post(`/duplicates/${one.id}/${two.id}/decide`, { decision: 'distinct' })
  const strangers = await Promise.all(['loket', 'verifikator', 'kadis', 'desa', SITI].map(async (login) => [
    (await (await app.api(login)).post(`/duplicates/${one.id}/${two.id}/reopen`)).status, (await (await app.api(login)).get('/duplicates/distinct')).status,
    (await (await app.as(login)).post('/petugas/ganda/beda', { a: one.id, b: two.id })).status,
  ]))
  const last = await api.post(`/duplicates/${two.id}/${one.id}/reopen`)

  assert.deepEqual([early.status, early.body.code], [409, 'not-distinct'])
  assert.deepEqual(decided, [0, [[[one.id, two.id].toSorted(), 'Fitri Handayani']]])
  for (const shown of [/Kerupuk Udang Bu Siti/, /Krupuk Udang Bu Siti/, /Buka lagi/]) assert.match(list, shown)
  assert.equal(byPage.headers.get('location'), '/petugas/ganda?lagi=1')
  assert.deepEqual(reopened, [1, []])
  assert.match(compare, /pernah diputuskan bukan usaha yang sama[\s\S]*Buka lagi keputusan/)
  assert.deepEqual(strangers, strangers.map(() => [403, 403, 403]))
  assert.deepEqual([last.status, last.body, await waiting()], [200, { state: 'open' }, 1])
  const events = await app.db.selectFrom('log.events').select('what').where('what', 'in', ['business.keep-apart', 'business.ask-again']).orderBy('seq').execute()
  assert.deepEqual(events.map(({ what }) => what), ['keep-apart', 'ask-again', 'keep-apart', 'ask-again', 'keep-apart', 'ask-again'].map((what) => `business.${what}`))
})

test('the owner of a merged record that now belongs to another is told so, and not led on', async (t) => {
  const app = await freshApp(t)
  const hers = await aBusiness(app)
  const his = await aBusiness(app, aBusinessRequest({ owner: anOwner() }), 'loket')
  await (await app.api('data')).post(`/duplicates/${his.id}/${hers.id}/decide`, { decision: 'merge', survivorId: his.id })
  const siti = await app.as(SITI)

  const page = await (await siti.get(`/usaha/${hers.id}`)).text()
  const other = await siti.get(`/usaha/${his.id}`)

  assert.match(page, /tercatat atas nama lain/)
  assert.doesNotMatch(page, /Marsudi/)
  assert.equal(other.status, 403)
})
