import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { deviceOf, flawsOf, noBrowser, serveApp, startBrowser } from '../../../../apps/browser-testing.ts'
import { freshApp } from '../../../../apps/testing.ts'
import { aPhoto } from './testing.ts'

const WAHYU = '081200000002'
const NAME = 'Koperasi Konsumen Delta Mitra Sejahtera'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

/** Chooses a photo for the paper of this page, sends it, sees it, goes on. */
async function upload(page: Page) {
  const buffer = Buffer.from(await (await aPhoto()).arrayBuffer())
  await page.locator('input[type=file]').first().setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
  await press(page, 'Unggah dan lanjut')
  await page.getByText('tersimpan').first().waitFor()
  await follow(page, 'Lanjut')
}

test('Wahyu asks on his phone for the letter of his cooperative: told at once that it may, and a receipt in its name', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const baseUrl = await serveApp(t, app)
  const device = await deviceOf(await startBrowser(t), app, WAHYU)
  const page = await device.newPage()
  const path = '/permohonan/baru?layanan=KOP-04'

  const flaws = await flawsOf(page, baseUrl, path)
  const told = await page.locator('main').innerText()
  await press(page, 'Mulai mengisi')
  await page.locator('.choice').filter({ hasText: 'Bank atau pembiayaan' }).first().click()
  await press(page, 'Simpan dan lanjut')
  await press(page, 'Simpan dan lanjut')
  await follow(page, 'Unggah berkas pertama')
  const asked: string[] = []
  for (let paper = 0; paper < 3; paper += 1) {
    asked.push(await headingOf(page))
    await upload(page)
  }
  while (await headingOf(page) !== 'Periksa jawaban Anda') await follow(page, 'Lewati')
  const check = await page.locator('main').innerText()
  await page.locator('.choice').filter({ hasText: 'Koperasi masih berjalan' }).first().click()
  await press(page, 'Kirim permohonan')
  await page.getByRole('heading', { name: 'Permohonan terkirim' }).waitFor()
  const receipt = await page.locator('.slip').innerText()
  await page.goto(`${baseUrl}/permohonan`)
  const list = await page.locator('main').innerText()
  await page.goto(`${baseUrl}${path}`)
  await press(page, 'Mulai mengisi')
  const first = page.url()
  await page.goto(`${baseUrl}${path}`)
  await press(page, 'Mulai mengisi')
  const second = page.url()

  assert.deepEqual(flaws, [])
  assert.match(told, new RegExp(`Apakah Anda dapat mengajukan\\?[\\s\\S]*${NAME}`))
  assert.match(told, /Untuk koperasi yang mana\?/)
  assert.deepEqual(asked, ['Akta pendirian dan SK badan hukum', 'KTP pengurus', 'Laporan RAT tahun terakhir'])
  assert.match(check, new RegExp(`Nama koperasi\\s+${NAME}`))
  assert.doesNotMatch(check, /Nama usaha|Golongan usaha/)
  assert.match(receipt, /KOP04-2611-[2-9A-Z]{6}/)
  assert.match(receipt, new RegExp(`Koperasi\\s+${NAME}`))
  assert.match(list, new RegExp(NAME))
  // Begun again from another tab it is the same draft.
  assert.equal(second.split('/')[4], first.split('/')[4])
})
