import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '../../../kernel/result.ts'
import { freshApp } from '../../../apps/testing.ts'
import { transact } from '../../../platform/db/unit.ts'
import { sayOfBusiness } from '../business-acts.ts'
import { findBusiness } from '../business-store.ts'
import { aBusiness } from '../testing.ts'

const SITI = '081200000001'
const text = async (reply: Response) => { assert.equal(reply.status, 200); return reply.text() }

test('a record is seen as it was and as it was known; a day before it began shows nothing', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  app.clock.set('2026-12-20T09:00:00+07:00')
  const [siti, counter] = [await app.api(SITI), await app.as('loket')]
  await siti.patch(`/businesses/${made.id}`, { status: 'closed', validFrom: '2026-12-01' })
  const past = (query: string) => siti.get(`/businesses/${made.id}?${query}`)

  const answers = [await past('trueOn=2026-11-30'), await past('trueOn=2026-12-01'), await past('trueOn=2026-12-01&knownAt=2026-12-19'), await past('trueOn=2026-11-10'), await past('knownAt=kemarin')]
  const page = await text(await counter.get(`/petugas/usaha/${made.id}/riwayat?per=2026-11-30`))
  const typed = await text(await counter.get(`/petugas/usaha/${made.id}/riwayat?per-day=1&per-month=1&per-year=2020`))

  assert.deepEqual(answers.map(({ status, body }) => [status, body.status]), [[200, 'active'], [200, 'closed'], [200, 'active'], [404, 404], [422, 422]])
  assert.match(page, /1 isian berbeda dengan sekarang/)
  assert.match(typed, /belum tercatat/)
  assert.match(await text(await counter.get(`/petugas/usaha/${made.id}`)), /Tutup sejak 1 Desember 2026/)
  const future = await siti.patch(`/businesses/${made.id}`, { status: 'active', validFrom: '2027-01-01' })
  assert.deepEqual([future.status, future.body.problems[0].field], [422, 'validFrom'])
  assert.equal((await (await app.as(SITI)).get(`/petugas/usaha/${made.id}/riwayat`)).status, 200)
  assert.equal((await (await app.as('081200000002')).get(`/petugas/usaha/${made.id}/riwayat`)).status, 403)
})

test('beside a value stand its source and what another list says; sums stay masked for officers', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  await transact(app.db, app.tools.clock, async (unit) => {
    const kept = await findBusiness(unit.tx, app.tools.keys, made.id, true)
    assert.ok(kept)
    await sayOfBusiness(unit, app.tools.keys, kept, {
      kind: 'import', source: 'import-sidt', by: made.ownerId, observedOn: '2024-10-01', validFrom: '2024-10-01', sets: { name: 'KRUPUK SITI', annualSales: 99_000_000, brand: 'Delta' },
    }, true)
    return ok(undefined)
  })

  const [officer, owner] = [await text(await (await app.as('verifikator')).get(`/petugas/usaha/${made.id}?asal=1`)), await text(await (await app.as(SITI)).get(`/usaha/${made.id}`))]

  assert.match(officer, /menurut Daftar SIDT, 1 Okt 2024: KRUPUK SITI/)
  assert.match(officer, /dari Pemilik sendiri, 11 Nov 2026, Siti Aminah/)
  assert.match(officer, /Dari Daftar SIDT: Nama usaha, Merek, Hasil penjualan setahun/)
  assert.doesNotMatch(officer, /99\.000\.000/)
  assert.match(owner, /menurut Daftar SIDT, 1 Okt 2024: Rp99\.000\.000/)
  assert.doesNotMatch(owner, /dari Pemilik sendiri/)
})

test('after a year the record asks whether it still holds; one button makes it fresh, and outgrowing is a success', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app, { annualSales: 2_000_000_001 })
  app.clock.set('2027-12-20T09:00:00+07:00')
  const siti = await app.as(SITI)

  const stale = await text(await siti.get(`/usaha/${made.id}`))
  const confirmed = await siti.post(`/usaha/${made.id}/benar`, {})
  const fresh = await text(await siti.get(confirmed.headers.get('location') ?? ''))

  assert.match(stale, /Perlu pemutakhiran/)
  assert.match(stale, /Naik kelas menjadi usaha kecil/)
  assert.doesNotMatch(fresh, /Perlu pemutakhiran/)
  assert.match(fresh, /Data dikonfirmasi masih benar/)
  assert.equal((await (await app.api('kadis')).post(`/businesses/${made.id}/confirm`)).status, 403)
})

test('optional blocks are filled in, emptied, and answered with "tidak tahu" apart from both', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const [counter, siti] = [await app.as('loket'), await app.as(SITI)]
  const read = async () => (await (await app.api(SITI)).get(`/businesses/${made.id}`)).body

  const money = await counter.post(`/usaha/${made.id}/lengkapi/keuangan`, { startingCapital: '5 juta', 'assets-unstated': 'refused', bookkeeping: 'book', hasBankAccount: 'unknown' })
  const market = new FormData()
  for (const channel of ['direct', 'marketplace']) market.append('salesChannels', channel)
  market.append('acceptsQris', 'tidak')
  await siti.post(`/usaha/${made.id}/lengkapi/pasar`, market)
  const wrong = await siti.post(`/usaha/${made.id}/lengkapi/izin`, { halalNumber: 'ID35110000123', 'halalUntil-day': '31', 'halalUntil-month': '2', 'halalUntil-year': '2027', npwp: '12' })
  await siti.post(`/usaha/${made.id}/lengkapi/program`, { kind: 'training', name: 'Kemasan', 'from-day': '3', 'from-month': '3', 'from-year': '2026', value: '1.000.000' })

  assert.equal(money.status, 303)
  const told = await read()
  assert.deepEqual([told.startingCapital, told.assets, told.unknown, told.bookkeeping, told.hasBankAccount], [5_000_000, undefined, { assets: 'refused', hasBankAccount: 'unknown' }, 'book', undefined])
  assert.deepEqual([told.salesChannels, told.acceptsQris, told.programs], [['direct', 'marketplace'], false, [{ kind: 'training', name: 'Kemasan', from: '2026-03-03', value: 1_000_000 }]])
  assert.equal(wrong.status, 422)
  const mended = await wrong.text()
  assert.match(mended, /ID35110000123/)
  assert.match(mended, /NPWP terdiri dari/)
  await counter.post(`/usaha/${made.id}/lengkapi/keuangan`, { hasBankAccount: 'ya' })
  await siti.post(`/usaha/${made.id}/lengkapi/program`, { remove: '0' })
  const emptied = await read()
  assert.deepEqual([emptied.startingCapital, emptied.bookkeeping, emptied.hasBankAccount, emptied.unknown, emptied.programs], [undefined, undefined, true, undefined, undefined])
  assert.equal((await siti.get(`/usaha/${made.id}/lengkapi/pendataan`)).status, 404)
  assert.equal((await (await app.as('verifikator')).get(`/usaha/${made.id}/lengkapi/pasar`)).status, 403)
  const visit = await counter.post(`/usaha/${made.id}/lengkapi/pendataan`, { visitOutcome: 'done', respondent: 'family', interviewedAt: '12-8-2026 18.30' })
  assert.equal(visit.status, 303)
  assert.equal((await read()).interviewedAt, '2026-08-12T18:30:00+07:00')
})
