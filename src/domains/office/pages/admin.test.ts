import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../apps/testing.ts'

const PATHS = ['/admin', '/admin/kalender', '/admin/pejabat', '/admin/wilayah', '/admin/wilayah/35.15.05.2003', '/admin/bidang', '/admin/kantor', '/admin/kbli?q=krupuk']

const date = (name: string, iso: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = iso.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('only the administrator opens the pages of reference data', async (t) => {
  const app = await freshApp(t)

  for (const path of PATHS) {
    const statuses = await Promise.all(['admin', 'kadis', 'loket', 'desa', '081200000001'].map(async (login) => (await (await app.as(login)).get(path)).status))
    assert.deepEqual(statuses, [200, 403, 403, 403, 403], path)
    assert.equal((await app.visitor.get(path)).status, 303, path)
  }
})

test('officials are changed only with the second factor given a moment ago', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')
  await app.db.updateTable('accounts.sessions').set({ second_factor_until: null }).execute()

  const answer = await admin.get('/admin/pejabat')

  assert.equal(answer.headers.get('location'), '/akun/kode?kembali=%2Fadmin%2Fpejabat')
})

test('a day off needs a date, a name, a kind and a basis, and nothing typed is lost', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')

  const answer = await admin.post('/admin/kalender', { act: 'add', ...date('date', '2026-02-31'), name: 'Hari jadi yang panjang', 'add-basis': '' })

  const html = await answer.text()
  assert.equal(answer.status, 422)
  for (const sentence of ['Tanggal: isi tanggal, bulan, dan tahun dengan angka', 'Pilih jenisnya', 'Isi dasar perubahannya']) assert.match(html, new RegExp(sentence))
  assert.match(html, /value="Hari jadi yang panjang"/)
  assert.match(html, /value="31"/)
})

test('a day cannot be off twice, and the day on which a year is known cannot be taken out', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')

  const twice = await admin.post('/admin/kalender', { act: 'add', ...date('date', '2026-12-25'), name: 'Natal', kind: 'national', 'add-basis': 'SKB' })
  const hole = await admin.post('/admin/kalender', { act: 'remove', day: '2025-12-25', 'remove-basis': 'SKB' })

  assert.equal(twice.status, 422)
  assert.match(await twice.text(), /sudah ada dalam daftar/)
  assert.equal(hole.status, 422)
  assert.match(await hole.text(), /memutus kalender/)
  assert.ok(await app.db.selectFrom('office.days_off').select('date').where('date', '=', '2025-12-25').executeTakeFirst())
})

test('Ramadan hours are one more dated week; hours that cannot be read are named by their day', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')
  const week = { act: 'week', ...date('from', '2027-02-08'), ...date('to', '2027-03-09'), 'hours-1': '08.00-15.00', 'hours-2': '08.00-15.00', 'hours-3': '08.00-15.00', 'hours-4': '08.00-15.00', 'week-basis': 'SE Bupati 1/2027' }

  const wrong = await admin.post('/admin/kalender', { ...week, 'hours-5': 'siang' })
  const done = await admin.post('/admin/kalender', { ...week, 'hours-5': '08.00-15.30' })

  assert.match(await wrong.text(), /Jam Jumat tidak terbaca/)
  assert.equal(done.status, 303)
  assert.equal((await app.db.selectFrom('office.office_weeks').select('valid_from').execute()).length, 2)
})

test('a daily acting head needs an end, an account without the admin role and an order', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')
  const { id } = await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', 'admin').executeTakeFirstOrThrow()
  const one = { act: 'add', standing: 'daily-acting', position: 'office-head', account: id, name: 'Dimas Nugroho', title: 'Kepala Dinas', ...date('from', '2026-11-12') }

  const bare = await (await admin.post('/admin/pejabat', one)).text()
  const forAdmin = await (await admin.post('/admin/pejabat', { ...one, decree: '800/1', rank: 'Penata', number: '198001012006041000', ...date('to', '2026-11-13') })).text()

  assert.match(bare, /selalu berbatas waktu/)
  assert.match(bare, /Isi nomor surat perintah/)
  assert.match(bare, /Isi pangkat: dicetak pada surat/)
  assert.match(forAdmin, /memegang peran admin/)
  assert.match(forAdmin, /value="Dimas Nugroho"/)
})

test('a village gets another name people use, a new official name and an end, each recorded with its basis', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')
  const path = '/admin/wilayah/35.15.05.2003'

  const alias = await admin.post(path, { act: 'alias', alias: 'Kedung Redjo Kulon' })
  const renamed = await admin.post(path, { act: 'change', kind: 'rename', name: 'Kedungrejo Makmur', ...date('on', '2026-11-01'), basis: 'Perda 1/2026' })
  const future = await admin.post(path, { act: 'change', kind: 'end', ...date('on', '2026-12-01'), basis: 'Perda 2/2026' })
  const found = await (await admin.get('/admin/wilayah?q=Kedung%20Redjo')).text()

  assert.deepEqual([alias.status, renamed.status, future.status], [303, 303, 422])
  assert.match(found, /Kedungrejo Makmur/)
  assert.match(await (await admin.get(path)).text(), /nama resmi sampai 1 November 2026; Perda 1\/2026/)
  const events = await app.db.selectFrom('log.events').select('what').where('subject_id', '=', '35.15.05.2003').orderBy('seq').execute()
  assert.deepEqual(events.map((event) => event.what), ['region.alias', 'region.rename'])
})

test('a word added for a class finds it at once, and removed no more', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')
  const word = 'opak gambir renyah'

  const unknown = await admin.post('/admin/kbli', { act: 'add', word, version: '2020', code: '99999' })
  const added = await admin.post('/admin/kbli', { act: 'add', word, version: '2020', code: '10794' })
  const found = await (await admin.get(`/admin/kbli?q=${encodeURIComponent(word)}`)).text()
  const removed = await admin.post('/admin/kbli', { act: 'remove', synonym: `2020 10794 ${word}` })

  assert.deepEqual([unknown.status, added.status, removed.status], [422, 303, 303])
  assert.match(found, /10794/)
  assert.equal(await app.db.selectFrom('registry.kbli_synonyms').select('word').where('word', '=', word).executeTakeFirst(), undefined)
})

test('a pattern that cannot number letters is refused, and the sample shows a good one', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')
  const office = { name: 'Dinas Koperasi', government: 'Pemerintah Kabupaten Sidoarjo', address: 'Jalan Satu', postalCode: '61218', letterUnit: '438.5.99', placeOfSigning: 'Sidoarjo' }

  const wrong = await admin.post('/admin/kantor', { ...office, letterNumberPattern: '{klas}/{unit}' })
  const saved = await admin.post('/admin/kantor', { ...office, letterNumberPattern: '{klas}/{urut:3}/{unit}/{tahun}' })

  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Pola ini tidak dapat dipakai/)
  assert.equal(saved.status, 303)
  assert.match(await (await admin.get('/admin/kantor')).text(), /500\.3\.7\/007\/438\.5\.99\/2026/)
})

test('a division that still has services does not end', async (t) => {
  const app = await freshApp(t)
  const admin = await app.as('admin')

  const added = await admin.post('/admin/bidang', { act: 'add', name: 'Bidang Percobaan', id: 'percobaan', ...date('from', '2026-11-01') })
  const used = await admin.post('/admin/bidang', { act: 'end', division: 'usaha-mikro', ...date('last', '2026-11-30') })
  const ended = await admin.post('/admin/bidang', { act: 'end', division: 'percobaan', ...date('last', '2026-11-30') })

  assert.deepEqual([added.status, used.status, ended.status], [303, 422, 303])
  assert.match(await used.text(), /Masih ada layanan/)
})
