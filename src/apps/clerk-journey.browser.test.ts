// A clerk at the data desk, through the pages alone and without JavaScript: a list as people send it, into the registry.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { runBatch } from '../domains/imports/run-batch.ts'
import { aWorkbook, messyLines } from '../domains/imports/testing.ts'
import { deviceOf, noBrowser, serveApp, startBrowser } from './browser-testing.ts'
import { type TestApp, freshApp } from './testing.ts'

const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()
const textOf = (page: Page) => page.getByRole('main').innerText()

/** What the worker does meanwhile. */
const work = (app: TestApp, page: Page) => runBatch(app.tools, /impor\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '')

test('a clerk uploads a messy workbook, mends two column matches, looks at the trial, and imports', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const baseUrl = await serveApp(t, app)
  const page = await (await deviceOf(await startBrowser(t), app, 'data', { javaScriptEnabled: false })).newPage()

  await page.goto(`${baseUrl}/petugas/impor`)
  await page.getByLabel('Daftar lama atau lainnya').check({ force: true })
  await page.getByLabel('Pengirim').fill('Kecamatan Jabon')
  for (const [part, value] of [['day', '31'], ['month', '12'], ['year', '2025']]) await page.locator(`[name=observedOn-${part}]`).fill(value ?? '')
  const file = await aWorkbook({ Rekap: [['Rekap'], ['Jabon', 5]], Data: messyLines })
  await page.locator('input[type=file]').setInputFiles({ name: 'UMKM Jabon.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await file.arrayBuffer()) })
  await press(page, 'Unggah dan lihat kolomnya')
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Cocokkan kolom')
  await page.getByLabel('Isian untuk kolom Dusun/Jalan').selectOption('address')
  await page.getByLabel('Isian untuk kolom Ket').selectOption('')
  await press(page, 'Periksa dulu (tanpa mengubah registri)')
  assert.match(await textOf(page), /Daftar sedang diperiksa/)
  await work(app, page)
  await page.reload()
  assert.match(await textOf(page), /5 baris data = 3 baru \+ 0 sama \+ 0 berubah \+ 0 ragu \+ 2 ditolak/)
  await page.getByRole('navigation', { name: 'Saring menurut hasil' }).getByRole('link', { name: /Ditolak/ }).click()
  assert.match(await textOf(page), /Warung Kopi Bambang[\s\S]*16 angka/)
  await press(page, 'Impor sekarang')
  await work(app, page)
  await page.reload()
  assert.match(await textOf(page), /Daftar ini sudah masuk ke registri/)
  await page.getByRole('link', { name: /Jahit Zulaikah/ }).click()

  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Jahit Zulaikah')
})
