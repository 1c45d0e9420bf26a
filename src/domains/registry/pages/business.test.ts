import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../apps/testing.ts'
import { aBusiness, aBusinessRequest, anOwner } from '../testing.ts'

const SITI = '081200000001'
const NIK = '3515055203800000'

async function textOf(reply: Response): Promise<string> {
  assert.equal(reply.status, 200)
  return reply.text()
}

test('officers see numbers and money masked on every page, an owner her own money', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const [verifier, siti] = [await app.as('verifikator'), await app.as(SITI)]

  const officer = await textOf(await verifier.get(`/petugas/usaha/${made.id}`))
  const list = await textOf(await verifier.get('/petugas/usaha'))
  const owner = await textOf(await siti.get(`/usaha/${made.id}`))

  for (const html of [officer, list, owner]) assert.doesNotMatch(html, new RegExp(`${NIK}|081200000001|81200000001`))
  assert.doesNotMatch(officer + list, /48\.000\.000|15\.000\.000/)
  assert.match(officer, /3515\*{8}0000/)
  assert.match(owner, /Rp48\.000\.000/)
})

test('a masked number is shown after a purpose was given; the look is logged and ends by itself', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const token = await app.tokenFor('verifikator', 'browser')
  const here = `/petugas/usaha/${made.id}`
  const post = (fields: Record<string, string>, cookie = `sid=${token}`) => app.app.request(`/usaha/${made.id}/tampilkan`, {
    method: 'POST', body: new URLSearchParams(fields), headers: { cookie, 'sec-fetch-site': 'same-origin' },
  })

  const asked = await post({ field: 'nationalId', here })
  const given = await post({ field: 'nationalId', here, purpose: 'verification', asked: '1' })
  const tampil = /tampil=([^;]+)/.exec(given.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const get = (cookie: string) => app.app.request(here, { headers: { cookie } })

  assert.match(await asked.text(), /Untuk keperluan apa/)
  assert.deepEqual([given.status, given.headers.get('location')], [303, here])
  assert.doesNotMatch(decodeURIComponent(tampil), new RegExp(NIK))
  const shown = await textOf(await get(`sid=${token}; tampil=${tampil}`))
  assert.match(shown, new RegExp(NIK))
  assert.doesNotMatch(shown, /48\.000\.000/)
  const reads = await app.db.selectFrom('log.reads').select(['what', 'for_id', 'subject_kind']).where('what', '=',
    'person.reveal').execute()
  assert.deepEqual(reads, [{ what: 'person.reveal', for_id: made.ownerId, subject_kind: 'nationalId for verification' }])

  const other = await app.tokenFor('kabid', 'browser')
  assert.doesNotMatch(await textOf(await get(`sid=${other}; tampil=${tampil}`)), new RegExp(NIK))
  assert.doesNotMatch(await textOf(await get(`sid=${token}; tampil=${tampil.replace('nationalId', 'money')}`)), /48\.000\.000/)
  app.clock.pass({ minutes: 6 })
  assert.doesNotMatch(await textOf(await get(`sid=${token}; tampil=${tampil}`)), new RegExp(NIK))
})

test('an officer who changes money has looked at it', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)

  await textOf(await (await app.as('loket')).get(`/usaha/${made.id}/ubah/modal`))

  const reads = await app.db.selectFrom('log.reads').select('subject_kind').where('what', '=', 'person.reveal').execute()
  assert.deepEqual(reads, [{ subject_kind: 'money for correction' }])
})

test('what people write is shown as written, never run', async (t) => {
  const app = await freshApp(t)
  const name = '<script>alert(1)</script> & "Sons"'
  const made = await aBusiness(app, { name, address: '<img src=x onerror=alert(2)>', owner: anOwner({ name: '<b>Marsudi</b>' }) }, 'loket')

  const pages = await Promise.all([`/petugas/usaha/${made.id}`, '/petugas/usaha', '/petugas/usaha?q=%3Cscript%3E',
    `/usaha/${made.id}/ubah/usaha`]
    .map(async (path) => textOf(await (await app.as('loket')).get(path))))

  for (const html of pages) assert.doesNotMatch(html, /<script>|<img src=x|<b>Marsudi/)
  assert.match(pages[0] ?? '', /&lt;script>alert\(1\)&lt;\/script>/)
})

test('a village officer opens no business outside his village, nobody opens one without signing in', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app, { villageCode: '35.15.05.2003' })
  const village = await app.as('desa')

  const replies = [await village.get(`/petugas/usaha/${made.id}`), await village.get(`/usaha/${made.id}/ubah/usaha`),
    await village.post(`/usaha/${made.id}/tampilkan`, { field: 'phone', purpose: 'contact' }),
    await (await app.as('081200000002')).get(`/usaha/${made.id}`), await (await app.as('admin')).get('/petugas/usaha'),
      await app.visitor.get(`/usaha/${made.id}`)]

  assert.deepEqual(replies.map(({ status }) => status), [403, 403, 403, 403, 403, 303])
})

test('an owner is found by NIK without the number in any address', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const counter = await app.as('loket')

  const found = await counter.post('/petugas/usaha', { nationalId: '3515 0552 0380 0000' })
  const unknown = await counter.post('/petugas/usaha', { nationalId: '3515051506750000' })
  const wrong = await counter.post('/petugas/usaha', { nationalId: '3515' })

  assert.equal(found.headers.get('location'), `/petugas/usaha?pemilik=${made.ownerId}`)
  assert.match(await textOf(await counter.get(found.headers.get('location') ?? '')), new RegExp(made.registryNumber))
  assert.deepEqual([unknown.status, wrong.status], [422, 422])
  const read = await app.db.selectFrom('log.reads').select(['what', 'for_id']).executeTakeFirstOrThrow()
  assert.deepEqual(read, { what: 'person.find', for_id: made.ownerId })
})

test('the page says how complete the record is and what was changed', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const api = await app.api(SITI)
  await api.patch(`/businesses/${made.id}`, { nib: '9120301234567' })

  const html = await textOf(await (await app.as(SITI)).get(`/usaha/${made.id}`))

  assert.match(html, /\d+ dari 100/)
  assert.match(html, /Titik lokasi/)
  assert.match(html, /Diubah: NIB/)
  const { missing } = (await api.get(`/businesses/${made.id}`)).body.completeness
  assert.ok(missing.some(({ field }: { field: string }) => field === 'latitude'))
})

test('a record in a village that has gone since can still be mended elsewhere', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  await app.db.updateTable('registry.businesses').set({ village_code: '35.15.05.2012' }).where('id', '=', made.id).execute()
  const api = await app.api(SITI)

  const brand = await api.patch(`/businesses/${made.id}`, { brand: 'Delta' })
  const same = await api.patch(`/businesses/${made.id}`, { villageCode: aBusinessRequest().villageCode })

  assert.deepEqual([brand.status, brand.body.brand, same.status], [200, 'Delta', 200])
})
