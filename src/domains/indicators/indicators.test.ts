import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshApp } from '../../apps/testing.ts'
import type { Db } from '../../platform/db/database.ts'

const VILLAGE = '35.15.05.2003'

/** So many active micro businesses of one owner in a village, `withNib` of them with a business number. */
async function enter(db: Db, village: string, count: number, withNib: number): Promise<void> {
  await sql`
    with owner as (
      insert into registry.people (office_id, name, normal_name, gender, created_at, updated_at)
      values ('demo', 'Ani Contoh', 'ani contoh', 'female', now(), now()) returning id)
    insert into registry.businesses (office_id, registry_number, owner_id, name, normal_name, words, village_code, district_code, kbli, kbli_version,
      scale, scale_criterion, nib, status, source, entered_by, last_confirmed_at, created_at, updated_at)
    select 'demo', gen_random_uuid()::text, owner.id, 'Contoh', 'contoh', 'contoh', ${village}, left(${village}, 8), '10792', '2020', 'micro', 'capital',
           case when at <= ${withNib} then '9120000000000' end, 'active', 'seed', gen_random_uuid(), '2026-10-03', now(), now()
      from owner, generate_series(1, ${count}) as at`.execute(db)
}

test('the board shows each number with its meaning and source, for officers who may read it', async (t) => {
  const { as, visitor, db } = await freshApp(t)
  await enter(db, VILLAGE, 40, 10)
  const [head, citizen, village] = await Promise.all(['kadis', '081200000001', 'desa'].map(as))

  const board = await (await head?.get('/petugas/dasbor?wilayah=35.15.05'))?.text() ?? ''

  assert.match(board, /Jabon/)
  assert.match(board, /PP 7\/2021 Pasal 35/)
  assert.match(board, /Sumber: Registri usaha dinas, Rabu 11 November 2026, 09\.00/)
  assert.match(board, /href="\/petugas\/dasbor\?wilayah=35\.15\.05\.2003"/)
  assert.match(board, /Pertumbuhan belum dapat dihitung/)
  assert.equal((await head?.get(`/petugas/dasbor?wilayah=${VILLAGE}`))?.status, 200)
  assert.equal((await head?.get('/petugas/dasbor?wilayah=35.78.01'))?.status, 404)
  assert.deepEqual([(await citizen?.get('/petugas/dasbor'))?.status, (await village?.get('/petugas/dasbor'))?.status, (await visitor.get('/petugas/dasbor')).status], [403, 403, 303])
})

test('the public sees published numbers with small ones hidden; an officer sees them as they are', async (t) => {
  const { visitor, api, db } = await freshApp(t)
  await enter(db, VILLAGE, 40, 10)
  await enter(db, '35.15.05.2004', 3, 3)
  await enter(db, '35.15.05.2005', 12, 6)
  const officer = await api('kabid')
  const ask = async (path: string): Promise<unknown> => (await visitor.get(`/api/v1/indicators/${path}`)).json()

  assert.partialDeepStrictEqual(await ask(`ber-nib?area=${VILLAGE}`), { value: 25, state: 'number', exact: false, unit: 'percent' })
  assert.partialDeepStrictEqual(await ask('usaha-mikro-aktif?area=35.15.05.2004'), { value: null, state: 'hidden' })
  // Alone it would be what is left of the district: the smallest other village is hidden with it.
  assert.partialDeepStrictEqual(await ask('usaha-mikro-aktif?area=35.15.05.2005'), { value: null, state: 'hidden' })
  assert.partialDeepStrictEqual((await officer.get('/indicators/usaha-mikro-aktif?area=35.15.05.2004')).body, { value: 3, state: 'number', exact: true })
  assert.partialDeepStrictEqual((await officer.get('/indicators/pertumbuhan-usaha-mikro')).body, { value: null, state: 'no-earlier' })
  assert.equal((await visitor.get('/api/v1/indicators/perlu-pemutakhiran')).status, 404)
  assert.equal((await visitor.get('/api/v1/indicators/ber-nib?area=Jabon')).status, 422)
})

test('a published table comes as CSV and JSON, with a tag that spares the next download', async (t) => {
  const { app, visitor, db, clock } = await freshApp(t)
  await enter(db, VILLAGE, 40, 10)

  const csv = await visitor.get('/data/usaha-mikro-desa.csv')
  const text = await csv.text()
  const json: unknown = await (await visitor.get('/data/usaha-mikro-desa.json')).json()
  const catalogue = await (await visitor.get('/data/katalog.json')).json() as { 'dcat:dataset': unknown[] }

  assert.match(text, /^(\uFEFF)?kode_wilayah,kecamatan,desa,usaha_mikro,/)
  assert.match(text, /\n35\.15\.05\.2003,Jabon,[^,]+,40,40,10,0,0,0,0,0,0\r\n/)
  assert.partialDeepStrictEqual(json, { license: 'https://creativecommons.org/licenses/by/4.0/', isProvisional: true, asOf: '2026-11-11T09:00:00+07:00' })
  assert.equal(catalogue['dcat:dataset'].length, 6)
  assert.match(await (await visitor.get('/data')).text(), /Usaha mikro menurut desa dan kelurahan/)
  assert.match(await (await visitor.get('/data/indikator?bahasa=en')).text(), /Active micro businesses/)
  const again = (headers: Record<string, string>) => app.request('/data/usaha-mikro-desa.csv', { headers })
  assert.equal((await again({ 'if-none-match': csv.headers.get('etag') ?? '' })).status, 304)
  assert.equal((await again({ 'if-modified-since': csv.headers.get('last-modified') ?? '' })).status, 304)
  assert.equal((await visitor.get('/data/penduduk.csv')).status, 404)

  await enter(db, VILLAGE, 10, 0)
  clock.pass({ minutes: 2 })
  assert.equal((await again({ 'if-none-match': csv.headers.get('etag') ?? '' })).status, 200)
})

test('the end of a month is published until the next one, and growth is counted against the year before', async (t) => {
  const { visitor, as, db, clock } = await freshApp(t)
  await sql`insert into registry.tally_snapshots (office_id, taken_on, area_code, measure, n)
    values ('demo', '2026-10-31', '35.15', 'scale.micro', 90), ('demo', '2026-10-31', '35.15', 'nib', 45), ('demo', '2025-10-31', '35.15', 'scale.micro', 32)`.execute(db)
  await sql`delete from registry.tallies`.execute(db)
  await sql`insert into registry.tallies (office_id, area_code, measure, n) values ('demo', '35.15', 'scale.micro', 40)`.execute(db)

  assert.partialDeepStrictEqual(await (await visitor.get('/api/v1/indicators/ber-nib')).json(), { value: 50, asOf: '2026-10-31' })
  assert.match(await (await visitor.get('/data')).text(), /akhir bulan, 31 Oktober 2026/)
  const board = await (await (await as('kadis')).get('/petugas/dasbor')).text()
  assert.match(board, /25,00%/)
  assert.match(board, /Pertumbuhan dibandingkan dengan 31 Oktober 2025/)
  clock.set('2027-02-01T09:00:00+07:00')
  assert.match(await (await visitor.get('/data')).text(), /angka sementara/)
})
