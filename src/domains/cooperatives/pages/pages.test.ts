import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../apps/testing.ts'
import { aCooperative } from '../testing.ts'

const WAHYU = '081200000002'
const DEMO = '5d1c0e7a-2b6f-4c1d-8a35-0c0d0e0f0a0b'

async function textOf(reply: Response): Promise<string> {
  assert.equal(reply.status, 200, `${reply.status} ${reply.headers.get('location') ?? ''}`)
  return reply.text()
}

const date = (name: string, day: string) => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}-day`]: dayOfMonth, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('a secretary enters her cooperative page by page, and a second tap leads to the same one', async (t) => {
  const app = await freshApp(t)
  const wahyu = await app.as(WAHYU)
  const to = async (path: string, fields: Record<string, string>) => {
    const reply = await wahyu.post(path, fields)
    assert.equal(reply.status, 303, path)
    return reply.headers.get('location') ?? ''
  }
  const wrong = await wahyu.post('/koperasi/baru', { name: 'Koperasi Jasa Angkutan', ...date('legalEntityDate', '2020-13-40') })
  const kinds = await to(
    '/koperasi/baru',
    { name: 'Koperasi Jasa Angkutan', legalEntityNumber: 'AHU-0000007.AH.01.26.TAHUN 2020', ...date('legalEntityDate', '2020-02-03') },
  )
  const districts = await to(kinds, { kind: 'service', level: 'primary', pattern: 'conventional' })
  const unfinished = await textOf(await wahyu.get(districts.replace('kecamatan', 'periksa')))
  const place = await to(districts, { districtCode: '35.15.05' })
  const members = await to(place, { villageCode: '35.15.05.2006', address: 'Jalan Tambak 9', phone: '031 8912345' })
  const board = await to(members, { membershipArea: 'regency', membersFemale: '1.012', refused: 'membersMale' })
  const check = await to(board, { ownRole: 'treasurer', chair: 'Budi' })
  const summary = await textOf(await wahyu.get(check))
  const home = await to(check, { do: 'save' })
  const secondTap = await to(check, { do: 'save' })
  const html = await textOf(await wahyu.get(home))

  assert.equal(wrong.status, 422)
  assert.match(await wrong.text(), /Isi nomor badan hukum[\s\S]*value="Koperasi Jasa Angkutan"/)
  assert.match(unfinished, /Masih ada yang perlu diisi[\s\S]*Siapa pengurusnya/)
  assert.match(summary, /Kupang, Jabon[\s\S]*1012[\s\S]*Tidak bersedia menjawab[\s\S]*Wahyu Setiawan/)
  assert.equal(secondTap, home.split('?')[0])
  assert.match(html, /Data koperasi tersimpan[\s\S]*Bendahara, pengurus/)
  assert.match(html, /diawasi dinas kabupaten \(Permenkop UKM 9\/2020\)/)
  assert.equal(
    (await app.db.selectFrom('cooperatives.cooperatives').select('id').where('name', '=', 'Koperasi Jasa Angkutan').execute()).length, 1,
  )
})

test('her people see the telephone, officers see it after a purpose, and the look is logged', async (t) => {
  const app = await freshApp(t)
  const [wahyu, verifier] = [await app.as(WAHYU), await app.tokenFor('verifikator', 'browser')]
  const get = (cookie: string) => app.app.request(`/petugas/koperasi/${DEMO}`, { headers: { cookie } })
  const post = (fields: Record<string, string>) => app.app.request(`/koperasi/${DEMO}/tampilkan`, {
    method: 'POST', body: new URLSearchParams(fields), headers: { cookie: `sid=${verifier}`, 'sec-fetch-site': 'same-origin' },
  })

  const own = await textOf(await wahyu.get(`/koperasi/${DEMO}`))
  const masked = await textOf(await get(`sid=${verifier}`))
  const asked = await post({ field: 'phone' })
  const given = await post({ field: 'phone', purpose: 'contact', asked: '1' })
  const [, tampil = ''] = /tampil=([^;]+)/.exec(given.headers.get('set-cookie') ?? '') ?? []
  const shown = await textOf(await get(`sid=${verifier}; tampil=${tampil}`))

  assert.match(own, /081200000002/)
  assert.doesNotMatch(masked, /081200000002|Ubah/)
  assert.match(masked, /0812\*{5}002/)
  assert.deepEqual([asked.status, given.status], [422, 303])
  assert.match(shown, /081200000002/)
  assert.match(masked, /Wahyu Setiawan[\s\S]*3515\*{8}0000/)
  const { what } = await app.db.selectFrom('log.events').select('what').where('subject_id', '=', DEMO).executeTakeFirstOrThrow()
  assert.equal(what, 'cooperative.reveal')
})

test('a book year, a person and a section are changed on pages of their own; a stale page is a conflict', async (t) => {
  const app = await freshApp(t)
  const [wahyu, counter] = [await app.as(WAHYU), await app.as('loket')]
  const at = (path: string) => `/koperasi/${DEMO}/${path}`

  const replies = [
    await wahyu.post(at('tahun/2025/rapat'), { ...date('meetingOn', '2026-04-01'), quorumMet: 'yes', version: '1' }),
    await wahyu.post(at('tahun/2025/keuangan'), { assets: '12,5 juta', netSurplus: '-1.000', unknown: 'turnover', version: '2' }),
    await wahyu.post(
      at('pengurus/baru'), { organ: 'management', role: 'manager', name: 'Rahayu', nationalId: '3515051506750000', version: '3' },
    ),
    await counter.post(at('tahun/2025/pemeriksaan'), { healthGrade: 'healthy', version: '4' }),
    await counter.post(at('ubah/alamat'), { villageCode: '35.15.18.2015', address: 'Jalan Melati 21', phone: '', version: '5' }),
  ]
  const stale = await counter.post(at('ubah/status'), { status: 'inactive', version: '5' })
  const [future, other] = [await wahyu.get(at('tahun/2027/rapat')), await wahyu.get(at('ubah/status'))]
  const { body } = await (await app.api('data')).get(`/cooperatives/${DEMO}`)
  const history = await textOf(await (await app.as('data')).get(`/petugas/koperasi/${DEMO}/riwayat`))

  assert.deepEqual(replies.map(({ status }) => status), [303, 303, 303, 303, 303])
  assert.deepEqual([stale.status, future.status, other.status], [409, 404, 404])
  const year = body.bookYears.find((one: { year: number }) => one.year === 2025)
  assert.deepEqual(
    [year.meetingState, year.assets, year.netSurplus, year.unknown, year.healthGrade],
    ['after-target', 12_500_000, -1000, { turnover: 'unknown' }, 'healthy'],
  )
  assert.deepEqual([body.address, body.phone], ['Jalan Melati 21', '0812*****002'])
  assert.match(history, /Rahayu, Manajer, Pengelola[\s\S]*Pengurus koperasi/)
  assert.match(history, /Predikat kesehatan 2025[\s\S]*Ningsih Wulandari/)
  assert.doesNotMatch(history, /3515051506750000|081200000002/)
})

test('what people write is shown as written, and lists and pages are closed to others', async (t) => {
  const app = await freshApp(t)
  const made = await aCooperative(
    app, { name: '<script>alert(1)</script> & "Mitra"', positions: [{ organ: 'board', role: 'chair', name: '<b>Budi</b>' }] },
  )

  const list = await textOf(await (await app.as('pengawas')).get('/petugas/koperasi?q=mitra'))
  const sheet = await textOf(await (await app.as('pengawas')).get(`/petugas/koperasi/${made.id}`))
  const [siti, admin] = [await app.as('081200000001'), await app.as('admin')]
  const refused = [
    await siti.get(`/koperasi/${made.id}`), await siti.get('/koperasi/baru'), await admin.get('/petugas/koperasi'),
    await (await app.as('pengawas')).get(`/koperasi/${made.id}/ubah/nama`),
    await (await app.as('desa')).get(`/petugas/koperasi/${DEMO}`), await app.visitor.get('/koperasi'),
  ]

  for (const html of [list, sheet]) assert.doesNotMatch(html, /<script>alert|<b>Budi/)
  assert.deepEqual(refused.map(({ status }) => status), [403, 403, 403, 403, 403, 303])
  assert.match(await textOf(await siti.get('/koperasi')), /Belum ada koperasi pada akun ini/)
})
