// A clerk at the data desk, through the pages alone and without JavaScript: a list as people send it, into the registry, its doubles
// settled, and out again as a file.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { authenticatorCode } from '../domains/accounts/testing.ts'
import { runBatch } from '../domains/imports/run-batch.ts'
import { type TestCell, aWorkbook, messyLines } from '../domains/imports/testing.ts'
import { opened, rowsOf } from '../platform/sheets/testing.ts'
import { deviceOf, noBrowser, serveApp, startBrowser } from './browser-testing.ts'
import { type TestApp, freshApp } from './testing.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const textOf = (page: Page) => page.getByRole('main').innerText()
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

/** Told once more by somebody else of the house: other numbers, and the names as he writes them. */
const TOLD_AGAIN: TestCell[][] = [
  [6, 'Sumarni', '', '081234500016', 'Krupuk Sumber Rezeki', 'kerupuk udang', 'Dusun Pelataran RT 3 RW 1', 'Kedungrejo', 'Jabon', '3 jt', ''],
  [7, 'Mochamad Rofik', '', '081234500017', 'Las Pak Rofik', 'pagar besi', 'Jl. Raya 12', 'Kedungpandan', 'Jabon', '', ''],
  [8, 'Siti Zulaika', '', '081234500018', 'Penjahit Zulaika', 'pakaian', 'RT 2', 'Trompoasri', 'Jabon', '', ''],
]
const LINES = [...messyLines.slice(0, 10), ...TOLD_AGAIN, ...messyLines.slice(10)]

/** What the worker does meanwhile. */
async function worked(app: TestApp, page: Page): Promise<void> {
  await runBatch(app.tools, /impor\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '')
  await page.reload()
}

/** Sends the list, mends two matches, tries it, and imports it. */
async function bringIn(app: TestApp, page: Page): Promise<void> {
  await page.getByLabel('Daftar lama atau lainnya').check({ force: true })
  await page.getByLabel('Pengirim').fill('Kecamatan Jabon')
  for (const [part, value] of [['day', '31'], ['month', '12'], ['year', '2025']]) await page.locator(`[name=observedOn-${part}]`).fill(value ?? '')
  const file = await aWorkbook({ Rekap: [['Rekap'], ['Jabon', 8]], Data: LINES })
  await page.locator('input[type=file]').setInputFiles({ name: 'UMKM Jabon.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await file.arrayBuffer()) })
  await press(page, 'Unggah dan lihat kolomnya')
  assert.equal(await headingOf(page), 'Cocokkan kolom')
  await page.getByLabel('Isian untuk kolom Dusun/Jalan').selectOption('address')
  await page.getByLabel('Isian untuk kolom Ket').selectOption('')
  await press(page, 'Periksa dulu (tanpa mengubah registri)')
  assert.match(await textOf(page), /Daftar sedang diperiksa/)
  await worked(app, page)
  assert.match(await textOf(page), /8 baris data = 3 baru \+ 0 sama \+ 0 berubah \+ 3 ragu \+ 2 ditolak/)
  await page.getByRole('navigation', { name: 'Saring menurut hasil' }).getByRole('link', { name: /Ditolak/ }).click()
  assert.match(await textOf(page), /Warung Kopi Bambang[\s\S]*16 angka/)
  await press(page, 'Impor sekarang')
  await worked(app, page)
  assert.match(await textOf(page), /Daftar ini sudah masuk ke registri/)
  await page.getByRole('link', { name: /Jahit Zulaikah/ }).click()
  assert.equal(await headingOf(page), 'Jahit Zulaikah')
}

/** Opens the pair in whose row this name stands. */
async function compare(page: Page, name: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: name }).getByRole('link', { name: /Bandingkan/ }).click()
  assert.equal(await headingOf(page), 'Apakah ini satu usaha?')
}

/** Merges one pair field by field and another but for its owner as proposed, keeps a third apart, and takes the first merge back. */
async function settleDoubles(page: Page): Promise<void> {
  assert.match(await textOf(page), /Semua\s*3/)
  await compare(page, 'Krupuk Sumber Rezeki')
  const names = page.getByRole('group', { name: 'Nama usaha' })
  await names.getByLabel('Krupuk Sumber Rezeki').check({ force: true })
  await page.getByRole('group', { name: 'Data mana yang dipertahankan?' }).getByLabel(/^Kerupuk Udang Sumber Rejeki/).check({ force: true })
  await press(page, 'Gabungkan')
  assert.match(await textOf(page), /Kedua data sudah digabung\s+Yang dipertahankan: Krupuk Sumber Rezeki/)
  await compare(page, 'Las Pak Rofik')
  await page.getByRole('group', { name: 'Pemilik' }).getByLabel('Moch. Rofiq').check({ force: true })
  await press(page, 'Gabungkan')
  await compare(page, 'Penjahit Zulaika')
  await press(page, 'Bukan usaha yang sama')
  assert.match(await page.locator('body').innerText(), /Tercatat: keduanya bukan usaha yang sama/)
  assert.match(await textOf(page), /Tidak ada pasangan yang menunggu/)

  await follow(page, 'Riwayat penggabungan')
  await page.getByRole('row').filter({ hasText: 'Krupuk Sumber Rezeki' }).getByRole('button', { name: /Batalkan/ }).click()
  assert.match(await page.locator('body').innerText(), /Kedua data berdiri sendiri lagi/)
}

/** Takes the whole registry as a workbook. @returns its rows, by the headings */
async function takeOut(page: Page): Promise<Record<string, string>[]> {
  await page.getByLabel('Laporan dan statistik dinas').check({ force: true })
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Unduh')])
  const [sheet] = (await opened(new Uint8Array(await readFile(await download.path())), download.suggestedFilename())).sheets
  const [head = [], ...rows] = (await rowsOf(sheet)).map(({ cells }) => cells.map(({ text }) => text))
  return rows.map((cells) => Object.fromEntries(head.map((title, at) => [title, cells[at] ?? ''])))
}

test('a clerk brings a messy workbook in, settles its doubles, takes a merge back, and takes the registry out with the second factor', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const baseUrl = await serveApp(t, app)
  const page = await (await deviceOf(await startBrowser(t), app, 'data', { javaScriptEnabled: false })).newPage()

  await page.goto(`${baseUrl}/petugas/impor`)
  await bringIn(app, page)
  await page.goto(`${baseUrl}/petugas/ganda`)
  await settleDoubles(page)
  // It is a while since the second factor was given.
  await app.db.updateTable('accounts.sessions').set({ second_factor_until: null }).execute()
  await page.goto(`${baseUrl}/petugas/ekspor`)
  assert.equal(await headingOf(page), 'Pastikan ini Anda')
  await page.locator('[name=code]').fill(await authenticatorCode(app, 'data'))
  await press(page, 'Lanjut')
  const rows = await takeOut(page)

  // By rule the name that was told last stands for the two that stayed one.
  assert.deepEqual(rows.filter((row) => row['Kecamatan'] === 'Jabon').map((row) => [row['Nama usaha'], row['Nama pemilik'], row['Status']]).toSorted(), [
    ['Jahit Zulaikah', 'Siti Zulaikah', 'Aktif'], ['Kerupuk Udang Sumber Rejeki', 'Hj. Sumarni', 'Aktif'], ['Krupuk Sumber Rezeki', 'Sumarni', 'Aktif'],
    ['Las Pak Rofik', 'Moch. Rofiq', 'Aktif'], ['Las Pak Rofik', 'Mochamad Rofik', 'Ganda'], ['Penjahit Zulaika', 'Siti Zulaika', 'Aktif'],
  ])
  // An export is told of when it begins and when it ends.
  const told = await app.db.selectFrom('log.events').select('what').where('what', 'in', ['import.imported', 'business.merge', 'business.keep-apart', 'business.unmerge', 'registry.export']).orderBy('seq').execute()
  assert.deepEqual(told.map(({ what }) => what), ['import.imported', 'business.merge', 'business.merge', 'business.keep-apart', 'business.unmerge', 'registry.export', 'registry.export'])
})
