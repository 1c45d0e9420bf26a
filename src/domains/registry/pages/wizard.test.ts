import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { transact } from '../../../platform/db/unit.ts'
import { ok } from '../../../kernel/result.ts'
import { giveMandate } from '../../accounts/index.ts'
import { discardOldDrafts } from '../draft-store.ts'
import { aBusiness, aPerson } from '../testing.ts'

const SITI = '081200000001'
const WAHYU = '081200000002'

type Browser = Awaited<ReturnType<TestApp['as']>>

const STEPS: [step: string, fields: Record<string, string>][] = [
  ['kegiatan', { kbli: '10794' }],
  ['kecamatan', { districtCode: '35.15.05' }],
  ['alamat', { villageCode: '35.15.05.2006', address: 'Jalan Tambak 3', rt: '3', rw: '', hamlet: '' }],
  ['mulai', { 'startedOn-day': '', 'startedOn-month': '3', 'startedOn-year': '2019', workersPaidFemale: '2', workersPaidMale: '' }],
  ['modal', { capital: '15', 'capital-unit': 'juta', 'capital-unstated': '' }],
  ['penjualan', { annualSales: '4', 'annualSales-unit': 'juta', 'annualSales-unstated': '', period: 'month', salesYear: '2025' }],
  ['nib', { nib: '' }],
]

async function begun(browser: Browser, query = '', name = 'Kerupuk Udang'): Promise<string> {
  const reply = await browser.post(`/usaha/baru${query}`, { name, mainProduct: 'krupuk', formKey: crypto.randomUUID() })
  assert.equal(reply.status, 303)
  const [, draft] = /^\/usaha\/isian\/([0-9a-f-]+)\/kegiatan$/.exec(reply.headers.get('location') ?? '') ?? []
  assert.ok(draft)
  return draft
}

async function filled(browser: Browser, draft: string): Promise<void> {
  for (const [at, [step, fields]] of STEPS.entries()) {
    const reply = await browser.post(`/usaha/isian/${draft}/${step}`, fields)
    assert.deepEqual([step, reply.status, reply.headers.get('location')], [step, 303,
      `/usaha/isian/${draft}/${STEPS[at + 1]?.[0] ?? 'periksa'}`])
  }
}

test('an owner tells a business page by page and goes on to the application with it', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const draft = await begun(siti, `?lanjut=${encodeURIComponent('/permohonan/baru?layanan=UM-02')}`)
  await filled(siti, draft)

  const check = await (await siti.get(`/usaha/isian/${draft}/periksa`)).text()
  const saved = await siti.post(`/usaha/isian/${draft}/periksa`, { do: 'save' })

  assert.match(check, /Usaha mikro/)
  assert.match(check, /hasil penjualan setahun: Rp48\.000\.000, tidak lebih dari Rp2\.000\.000\.000/)
  assert.match(check, /PP 7\/2021, Pasal 35/)
  const { items: [made] } = (await (await app.api(SITI)).get('/businesses')).body
  assert.equal(saved.headers.get('location'), `/permohonan/baru?layanan=UM-02&usaha=${made.id}`)
  const { body } = await (await app.api(SITI)).get(`/businesses/${made.id}`)
  assert.deepEqual([body.kbli, body.villageCode, body.startedOn, body.capital, body.annualSales, body.monthlySales, body.rt,
    body.workersPaidFemale],
    ['10794', '35.15.05.2006', '2019-03-01', 15_000_000, 48_000_000, 4_000_000, '003', 2])
})

test('a double tap on save, and the back button after it, give one business', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const draft = await begun(siti)
  await filled(siti, draft)

  const replies = await Promise.all([1, 2, 3].map(() => siti.post(`/usaha/isian/${draft}/periksa`, { do: 'save' })))
  const back = await siti.post(`/usaha/isian/${draft}/nib`, { nib: '' })
  const old = await (await siti.get(`/usaha/isian/${draft}/modal`)).text()

  assert.equal(new Set(replies.map((reply) => reply.headers.get('location'))).size, 1)
  assert.equal(back.status, 303)
  assert.match(old, /sudah tersimpan/)
  assert.equal((await (await app.api(SITI)).get('/businesses')).body.items.length, 1)
})

test('the first page sent twice begins one draft', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const formKey = crypto.randomUUID()

  const replies = await Promise.all([1, 2].map(() => siti.post('/usaha/baru', { name: 'Kerupuk', mainProduct: '', formKey })))

  assert.equal(replies[0]?.headers.get('location'), replies[1]?.headers.get('location'))
})

test('a draft is resumed on another device with everything told so far', async (t) => {
  const app = await freshApp(t)
  const draft = await begun(await app.as(SITI), '', 'Kerupuk Delta')
  const otherDevice = await app.as(SITI)

  const mine = await (await otherDevice.get('/usaha')).text()
  const check = await (await otherDevice.get(`/usaha/isian/${draft}/periksa`)).text()

  assert.match(mine, /Kerupuk Delta[\s\S]*Isian yang belum selesai/)
  assert.match(mine, new RegExp(`/usaha/isian/${draft}/periksa`))
  assert.match(check, /Masih ada yang belum diisi/)
  assert.doesNotMatch(check, /Simpan data usaha/)
})

test('a draft is nobody else’s', async (t) => {
  const app = await freshApp(t)
  const draft = await begun(await app.as(SITI))
  const [wahyu, counter] = [await app.as(WAHYU), await app.as('loket')]

  const replies = [await wahyu.get(`/usaha/isian/${draft}/modal`), await wahyu.post(`/usaha/isian/${draft}/periksa`, { do: 'save' }),
    await counter.get(`/usaha/isian/${draft}/modal`),
    await app.visitor.get(`/usaha/isian/${draft}/modal`)]

  assert.deepEqual(replies.map(({ status }) => status), [403, 403, 404, 303])
})

const wrong: [what: string, step: string, fields: Record<string, string>, says: RegExp, keeps: string][] = [
  ['a sum in words', 'modal', { capital: 'lima belas', 'capital-unit': 'juta' }, /Tulis jumlah dengan angka/, 'lima belas'],
  ['a sum that can be read in two ways', 'modal', { capital: '1.50.000', 'capital-unit': 'rupiah' }, /dapat dibaca dua cara/, '1.50.000'],
  ['no sum and no reason', 'modal', { capital: '', 'capital-unit': 'rupiah', 'capital-unstated': '' }, /pilih &quot;Tidak tahu&quot;/, ''],
  ['month 13', 'mulai', { 'startedOn-month': '13', 'startedOn-year': '2019' }, /Isi bulan \(1 sampai 12\)/, '13'],
  ['a village of another district', 'alamat', { villageCode: '35.15.18.2015', address: 'Jalan Satu' }, /Pilih desa atau kelurahan/,
    'Jalan Satu'],
  ['a NIB of twelve digits', 'nib', { nib: '912030123456' }, /NIB terdiri dari 13 angka/, '912030123456'],
  ['an activity that was not offered', 'kegiatan', { kbli: '00000' }, /Pilih satu kegiatan/, ''],
]

for (const [what, step, fields, says, keeps] of wrong) {
  test(`${what} brings the page back with what to do and what was typed`, async (t) => {
    const app = await freshApp(t)
    const siti = await app.as(SITI)
    const draft = await begun(siti)
    await siti.post(`/usaha/isian/${draft}/kecamatan`, { districtCode: '35.15.05' })

    const reply = await siti.post(`/usaha/isian/${draft}/${step}`, fields)
    const html = await reply.text()

    assert.equal(reply.status, 422)
    assert.match(html, says)
    assert.ok(html.includes(keeps))
  })
}

test('"tidak tahu" and "tidak mau menyebut" are answers', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const draft = await begun(siti)
  await filled(siti, draft)
  await siti.post(`/usaha/isian/${draft}/modal`, { capital: '', 'capital-unstated': 'unknown' })
  await siti.post(`/usaha/isian/${draft}/penjualan`, { annualSales: '', 'annualSales-unstated': 'refused' })

  await siti.post(`/usaha/isian/${draft}/periksa`, { do: 'save' })

  const api = await app.api(SITI)
  const { body } = await api.get(`/businesses/${(await api.get('/businesses')).body.items[0].id}`)
  assert.deepEqual([body.capital, body.annualSales, body.scale, body.unknown], [null, null, null, { capital: 'unknown',
    annualSales: 'refused' }])
})

test('the page of the activity finds krupuk at once from the product, and by typing', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const draft = await begun(siti)

  const suggested = await (await siti.get(`/usaha/isian/${draft}/kegiatan`)).text()
  const typed = await (await siti.get(`/usaha/isian/${draft}/kegiatan?q=bengkel+motor`)).text()

  assert.match(suggested, /type="radio"[^>]*value="10794"/)
  assert.match(/<input[^>]*type="radio"[^>]*value="(\d{5})"/.exec(typed)?.[1] ?? '', /^45/)
})

const elsewhere = ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)']

for (const path of elsewhere) {
  test(`after saving nobody is sent to ${JSON.stringify(path)}`, async (t) => {
    const app = await freshApp(t)
    const siti = await app.as(SITI)
    const draft = await begun(siti, `?lanjut=${encodeURIComponent(path)}`)
    await filled(siti, draft)

    const saved = await siti.post(`/usaha/isian/${draft}/periksa`, { do: 'save' })

    assert.match(saved.headers.get('location') ?? '', /^\/usaha\/[0-9a-f-]{36}\?tersimpan=1$/)
  })
}

test('an officer fills in for a citizen only with consent, and both names are in the log', async (t) => {
  const app = await freshApp(t)
  const personId = await aPerson(app, { villageCode: '35.15.05.2006' })
  const counter = await app.as('loket')
  const without = await counter.post(`/usaha/baru?untuk=${personId}`, { name: 'Warung', mainProduct: 'nasi' })
  const account = await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', 'loket').executeTakeFirstOrThrow()
  await transact(app.db, app.tools.clock, async (unit) => ok(await giveMandate(unit, {
    officeId: 'demo', personId, officerId: account.id, role: 'counter', method: 'signature',
  })))

  const draft = await begun(counter, `?untuk=${personId}`)
  await filled(counter, draft)
  const saved = await counter.post(`/usaha/isian/${draft}/periksa`, { do: 'save' })

  assert.equal(without.status, 403)
  assert.match(saved.headers.get('location') ?? '', /^\/petugas\/usaha\//)
  const event = await app.db.selectFrom('log.events').selectAll().where('what', '=', 'business.create').executeTakeFirstOrThrow()
  assert.deepEqual([event.actor_id, event.for_id, event.actor_role], [account.id, personId, 'counter'])
  const business = await app.db.selectFrom('registry.businesses').select(['owner_id', 'source', 'entered_by']).executeTakeFirstOrThrow()
  assert.deepEqual(business, { owner_id: personId, source: 'counter', entered_by: account.id })
})

test('an officer without a citizen is led to "Bantu warga"; a citizen fills in for nobody else', async (t) => {
  const app = await freshApp(t)
  const other = await aPerson(app)

  const officer = await (await (await app.as('loket')).get('/usaha/baru')).text()
  const citizen = await (await app.as(SITI)).get(`/usaha/baru?untuk=${other}`)

  assert.match(officer, /href="\/petugas\/bantu"/)
  assert.equal(citizen.status, 403)
})

test('a draft nobody touched for 90 days is discarded, a younger one stays', async (t) => {
  const app = await freshApp(t)
  await begun(await app.as(SITI), '', 'Lama')
  app.clock.pass({ hours: 24 * 60 })
  await begun(await app.as(SITI), '', 'Baru')

  const discarded = await discardOldDrafts(app.db, app.clock.now.add({ hours: 24 * 31 }))

  assert.equal(discarded, 1)
  assert.match(await (await (await app.as(SITI)).get('/usaha')).text(), /Baru/)
})

test('an answer is changed on the same page on which it was given', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as(SITI)
  const made = await aBusiness(app)

  const form = await (await siti.get(`/usaha/${made.id}/ubah/penjualan`)).text()
  const changed = await siti.post(`/usaha/${made.id}/ubah/penjualan`, { annualSales: '2000000001', 'annualSales-unit': 'rupiah',
    period: 'year', salesYear: '2025', version: '1' })
  const stale = await siti.post(`/usaha/${made.id}/ubah/usaha`, { name: 'Lain', version: '1' })

  assert.match(form, /value="48"/)
  assert.equal(changed.headers.get('location'), `/usaha/${made.id}?perhatikan=1`)
  assert.match(await (await siti.get(`/usaha/${made.id}?perhatikan=1`)).text(), /naik kelas/)
  assert.equal(stale.status, 409)
  assert.equal((await (await app.api(SITI)).get(`/businesses/${made.id}`)).body.scale, 'small')
})
