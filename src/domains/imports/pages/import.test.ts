import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { opened, rowsOf } from '../../../platform/sheets/testing.ts'
import { getBatch } from '../batch-store.ts'
import { runBatch } from '../run-batch.ts'
import { type TestCell, aWorkbook, messyHead, messyLines } from '../testing.ts'

const filledIn = { source: 'import-old', sender: 'Kecamatan Jabon', 'observedOn-day': '31', 'observedOn-month': '12', 'observedOn-year': '2025' }

function upload(file: File | undefined, fields: Record<string, string> = filledIn): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set('file', file)
  return form
}

const idOf = (path: string) => /impor\/([0-9a-f-]{36})/.exec(path)?.[1] ?? ''

/** The steward at the pages of the import. */
async function clerk(app: TestApp) {
  const person = await app.as('data')
  const to = async (path: string, fields: Record<string, string> | FormData): Promise<string> => {
    const reply = await person.post(path, fields)
    assert.equal(reply.status, 303, `${path}: ${reply.status === 303 ? '' : await reply.text()}`)
    return reply.headers.get('location') ?? ''
  }
  return {
    ...person, to,
    text: async (path: string) => (await person.get(path)).text(),
    /** Sends a file and imports it; what the worker would do is done at once. */
    async bringIn(file: File): Promise<string> {
      const path = await to(await to('/petugas/impor', upload(file)), { act: 'import' })
      await runBatch(app.tools, idOf(path))
      return path
    },
  }
}

const businessCount = async ({ db }: TestApp) => (await db.selectFrom('registry.businesses').select('id').execute()).length
const countsOf = async (app: TestApp, path: string) => (await getBatch(app.db, idOf(path))).counts

test('a messy workbook is tried, imported, mended, taken back and closed', async (t) => {
  const app = await freshApp(t)
  const steward = await clerk(app)
  const before = await businessCount(app)
  const file = await aWorkbook({ 'Rekap': [['Rekap'], ['Jabon', 5]], 'Data 2025': messyLines }, 'UMKM Jabon.xlsx')

  // What was forgotten is asked for; file and sender stay.
  const asked = await steward.post('/petugas/impor', upload(file, { sender: 'Kecamatan Jabon' }))
  const again = await asked.text()
  const token = /name="file-kept" value="([^"]+)"/.exec(again)?.[1] ?? ''
  const columns = await steward.to('/petugas/impor', upload(undefined, { ...filledIn, 'file-kept': token }))
  const batch = columns.replace('/kolom', '')
  const proposed = await steward.text(columns)
  // Two matches are mended; one field for two columns is refused.
  const twice = await steward.post(columns, { act: 'check', 'column-6': 'owner.name' })
  await steward.to(columns, { act: 'check', 'column-6': 'address', 'column-10': '' })
  const waiting = await steward.get(batch)
  await runBatch(app.tools, idOf(batch))
  const tried = await steward.text(batch)
  const triedCounts = await countsOf(app, batch)
  const afterTrial = await businessCount(app)
  await steward.to(batch, { act: 'import' })
  await runBatch(app.tools, idOf(batch))
  const imported = await steward.text(batch)
  const refusedRows = await steward.text(`${batch}?hasil=ditolak`)
  const noData = await steward.text(`${batch}?hasil=bukan-data`)
  const afterImport = await businessCount(app)

  assert.equal(asked.status, 422)
  assert.match(again, /Pilih asal daftar ini[\s\S]*value="Kecamatan Jabon"[\s\S]*UMKM Jabon\.xlsx/)
  assert.match(proposed, /3515••••••••0000/)
  assert.doesNotMatch(proposed, /3515054506700000/)
  assert.match(await twice.text(), /&quot;Nama pemilik&quot; sudah dipilih untuk kolom &quot;Nama Pemilik&quot;/)
  assert.equal(waiting.headers.get('refresh'), '3')
  assert.deepEqual([triedCounts.new, triedCounts.refused], [3, 2])
  assert.match(tried, /Registri belum diubah[\s\S]*5 baris data = 3 baru \+ 0 sama \+ 0 berubah \+ 0 ragu \+ 2 ditolak/)
  assert.equal(afterTrial, before)
  assert.equal(afterImport, before + 3)
  assert.match(imported, /<a href="\/petugas\/usaha\/[0-9a-f-]{36}">Kerupuk Udang Sumber Rejeki/)
  assert.match(refusedRows, /Warung Kopi Bambang[\s\S]*16 angka[\s\S]*Keripik Singkong Nur Aini[\s\S]*Antah/)
  assert.match(noData, /Baris jumlah/)

  // The refused rows come back as a file, are mended, and go in.
  const reply = await steward.get(`${batch}/ditolak`)
  const [sheet] = (await opened(new Uint8Array(await reply.arrayBuffer()), 'ditolak.xlsx')).sheets
  const [head, ...lines] = (await rowsOf(sheet)).map(({ cells }) => cells.map(({ text }) => text))
  const mended = lines.map((line): TestCell[] => line.map((cell) => ({ '35150512078': '3515051207800000', 'Desa Antah': 'Semambung' })[cell] ?? cell))
  const second = await steward.bringIn(await aWorkbook({ Sheet1: [head ?? [], ...mended] }, 'ditolak.xlsx'))

  assert.match(reply.headers.get('content-disposition') ?? '', /filename="UMKM-Jabon-ditolak\.xlsx"/)
  assert.equal(head?.at(-1), 'Alasan ditolak')
  assert.deepEqual(await countsOf(app, second), { new: 2, passedOver: 1 })
  assert.equal(await businessCount(app), before + 5)

  // The whole list is taken back; then its file goes.
  const question = await steward.text(`${batch}/batalkan`)
  await steward.to(`${batch}/batalkan`, {})
  await runBatch(app.tools, idOf(batch))
  const undone = await steward.text(batch)
  const { storageKey } = await getBatch(app.db, idOf(batch))
  await steward.to(`${batch}/tutup`, {})
  const closed = await steward.text(batch)

  assert.match(question, /3 usaha baru dikeluarkan dari registri/)
  assert.match(undone, /3 usaha dikeluarkan lagi dari registri, 0 kembali seperti sebelum impor/)
  assert.equal(await businessCount(app), before + 2)
  assert.equal(await app.tools.files.exists(storageKey ?? ''), false)
  assert.match(closed, /Ditutup [\s\S]*dihapus/)
  assert.doesNotMatch(closed, /Zulaikah/)
  assert.equal((await steward.get(`${batch}/ditolak`)).status, 404)
})

test('only the data steward imports, only for his own office, and only steps that fit', async (t) => {
  const app = await freshApp(t)
  const steward = await clerk(app)
  const file = await aWorkbook({ A: messyLines })
  const mine = (await steward.to('/petugas/impor', upload(file))).replace('/kolom', '')
  const foreign = (await steward.to('/petugas/impor', upload(await aWorkbook({ A: [...messyHead, [1, 'Budi']] })))).replace('/kolom', '')
  await sql`insert into office.offices select (jsonb_populate_record(o, '{"id": "lain"}')).* from office.offices o`.execute(app.db)
  await app.db.updateTable('imports.batches').set({ office_id: 'lain' }).where('id', '=', idOf(foreign)).execute()

  const strangers = await Promise.all(['loket', 'verifikator', 'kadis', 'admin', '081200000001'].map(async (login) => {
    const person = await app.as(login)
    return [(await person.get('/petugas/impor')).status, (await person.get(mine)).status, (await person.post('/petugas/impor', upload(file))).status]
  }))
  const visitor = await app.visitor.post('/petugas/impor', upload(file))
  const elsewhere = await app.app.request('/petugas/impor', {
    method: 'POST', body: upload(file), headers: { cookie: `sid=${await app.tokenFor('data', 'browser')}`, 'sec-fetch-site': 'cross-site' },
  })
  const others = await Promise.all(['', '/kolom', '/ditolak', '/tutup', '/batalkan'].map(async (more) => (await steward.get(foreign + more)).status))
  await steward.to(`${mine}/kolom`, { act: 'import' })
  const conflicts = await Promise.all([
    steward.post(mine, { act: 'import' }), steward.post(`${mine}/kolom`, { act: 'save', 'column-1': '' }),
  ])
  const closing = await steward.text(await steward.to(`${mine}/tutup`, {}))
  await runBatch(app.tools, idOf(mine))
  const late = await steward.post(`${mine}/kolom`, { act: 'check' })
  // A list that broke half-way can still be taken back.
  await app.db.updateTable('imports.batches').set({ state: 'failed', failure: 'Baris 9: Berkas ini rusak.' }).where('id', '=', idOf(mine)).execute()
  const broken = await steward.text(mine)
  await steward.to(`${mine}/batalkan`, {})
  const undone = await runBatch(app.tools, idOf(mine))

  assert.deepEqual(strangers, strangers.map(() => [403, 403, 403]))
  assert.match(visitor.headers.get('location') ?? '', /^\/masuk/)
  assert.equal(elsewhere.status, 403)
  assert.deepEqual(others, [404, 404, 404, 404, 404])
  assert.deepEqual(conflicts.map(({ status }) => status), [409, 409])
  assert.match(closing, /sudah dalam keadaan lain/)
  assert.equal(await app.tools.files.exists((await getBatch(app.db, idOf(mine))).storageKey ?? ''), true)
  assert.equal(late.status, 409)
  assert.match(broken, /Baris 9: Berkas ini rusak[\s\S]*sudah masuk ke registri[\s\S]*Batalkan seluruh impor/)
  assert.deepEqual([undone.state, undone.counts.withdrawn], ['undone', 3])
  assert.equal((await app.db.selectFrom('imports.batches').select('id').execute()).length, 2)
})

test('a list may be larger than other uploads; what is no list is refused with what to do, and the rest of the form stays', async (t) => {
  const app = await freshApp(t)
  const steward = await clerk(app)
  const line = `${'Nama yang panjang '.repeat(10)};Budi;Kupang;Jabon\n`
  const large = new File(['Nama Usaha;Nama Pemilik;Desa;Kecamatan\n', line.repeat(Math.ceil(12_000_000 / line.length))], 'besar.csv')

  const taken = await steward.to('/petugas/impor', upload(large))
  const elsewhere = await steward.post('/petugas/usaha', upload(large))
  const noTable = await steward.post('/petugas/impor', upload(new File(['%PDF-1.4 bukan tabel'], 'surat.pdf')))
  const nothing = await steward.post('/petugas/impor', upload(undefined))
  const cutOff = await app.app.request('/petugas/impor', {
    method: 'POST', body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nNama', headers: {
      cookie: `sid=${await app.tokenFor('data', 'browser')}`, 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=b',
    },
  })

  assert.match(taken, /\/kolom$/)
  assert.equal(elsewhere.status, 413)
  assert.equal(noTable.status, 422)
  const html = await noTable.text()
  assert.match(html, /Berkas ini bukan tabel[\s\S]*value="Kecamatan Jabon"/)
  assert.doesNotMatch(html, /name="file-kept"/)
  assert.match(await nothing.text(), /Pilih berkas daftar/)
  assert.equal(cutOff.status, 422)
  assert.match(await cutOff.text(), /mungkin sinyal terputus/)
})
