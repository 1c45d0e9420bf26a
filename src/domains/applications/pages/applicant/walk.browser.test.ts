import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { PHONE, deviceOf, noBrowser, serveApp, startBrowser } from '../../../../apps/browser-testing.ts'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { aBusiness, actorFor } from '../../testing.ts'
import { aPhoto } from './testing.ts'

const SITI = '081200000001'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
/** As a finger does: anywhere on the choice. */
const tap = (page: Page, text: string | RegExp) => page.locator('.choice').filter({ hasText: text }).first().click()
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

async function choose(page: Page, name: string, bytes?: Buffer) {
  const buffer = bytes ?? Buffer.from(await (await aPhoto()).arrayBuffer())
  await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/jpeg', buffer })
}

/** Chooses a photo for the paper of this page, sends it, sees it, goes on. */
async function upload(page: Page) {
  await choose(page, 'foto.jpg')
  await press(page, 'Unggah dan lanjut')
  await page.getByText('tersimpan').first().waitFor()
  await follow(page, 'Lanjut')
}

async function signIn(page: Page, app: TestApp) {
  await page.getByLabel('Nomor').fill('0812 0000 0001')
  await page.locator('main form').getByRole('button').first().click()
  const { body } = await app.db.selectFrom('messages.outbox').select('body').where('template', '=', 'one-time-code')
    .orderBy('created_at', 'desc').executeTakeFirstOrThrow()
  await page.locator('input[name=code]').fill(body.match(/\d{6}/)?.[0] ?? '')
  await page.locator('main form').getByRole('button').first().click()
  await page.locator('input[name=nationalId]').fill('3515055203800000')
  await page.locator('main form').getByRole('button').first().click()
}

test('Siti applies on a cheap phone without JavaScript, errs, changes phones, and sends twice: one case, one receipt', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  await aBusiness(app, await actorFor(app, SITI))
  const baseUrl = await serveApp(t, app)
  const browser = await startBrowser(t)
  const first = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })
  let page = await first.newPage()

  await page.goto(`${baseUrl}/layanan/um-02`)
  await page.locator('main a[href="/permohonan/baru?layanan=UM-02"]').first().click()
  await signIn(page, app)
  await page.getByRole('button', { name: 'Mulai mengisi' }).dblclick()

  // A question left empty, and one answered at too great length: the line leads to the field and what was typed is still there.
  await press(page, 'Simpan dan lanjut')
  assert.equal(await page.getByRole('alert').getByRole('link').getAttribute('href'), '#purpose')
  await tap(page, 'Keperluan lain')
  await press(page, 'Simpan dan lanjut')
  const long = 'Pengajuan tempat usaha di sentra PKL '.repeat(4).trim()
  await page.getByLabel(/Tuliskan keperluannya/).fill(long)
  await press(page, 'Simpan dan lanjut')
  assert.equal(await page.getByLabel(/Tuliskan keperluannya/).inputValue(), long)
  await page.getByLabel(/Tuliskan keperluannya/).fill('Sentra PKL Gajah Mada')
  await press(page, 'Simpan dan lanjut')
  await press(page, 'Simpan dan lanjut')

  // A file that only pretends to be a photo is refused kindly; a real one is kept and shown.
  assert.equal(await headingOf(page), 'Siapkan foto dan berkas')
  await follow(page, 'Unggah berkas pertama')
  await choose(page, 'ktp.jpg', Buffer.from('ini bukan foto'))
  await press(page, 'Unggah dan lanjut')
  assert.match(await page.getByRole('alert').innerText(), /Unggah foto \(JPEG atau PNG\) atau PDF/)
  await upload(page)
  assert.equal(await headingOf(page), 'Kartu Keluarga')
  await upload(page)
  await first.close()

  // The next day on her son's phone she goes on where she stopped.
  app.clock.set('2026-11-12T19:30:00+07:00')
  const second = await deviceOf(browser, app, SITI, { javaScriptEnabled: false })
  page = await second.newPage()
  await page.goto(`${baseUrl}/permohonan`)
  await follow(page, /Lanjutkan mengisi/)
  await follow(page, /Lanjutkan mengisi/)
  assert.equal(await headingOf(page), 'NIB')
  await follow(page, /Pakai Surat Keterangan Usaha/)
  for (const paper of ['Surat Keterangan Usaha dari desa/kelurahan', 'Foto tempat usaha dari depan', 'Foto tempat usaha bagian dalam', 'Foto produk']) {
    assert.equal(await headingOf(page), paper)
    await upload(page)
  }
  await follow(page, 'Lewati')

  // One answer is changed from the last page, which comes back to it; the statement is forgotten once; the button is tapped twice,
  // and once more in another tab that was left open.
  assert.equal(await headingOf(page), 'Periksa jawaban Anda')
  await follow(page, /Ubah Surat ini untuk keperluan apa/)
  await tap(page, 'KUR atau pinjaman bank')
  await press(page, 'Simpan dan lanjut')
  assert.equal(await headingOf(page), 'Periksa jawaban Anda')
  await press(page, 'Kirim permohonan')
  assert.equal(await page.getByRole('alert').getByRole('link').getAttribute('href'), '#statement')
  await tap(page, /Saya menyatakan/)
  const otherTab = await second.newPage()
  await otherTab.goto(page.url())
  await tap(otherTab, /Saya menyatakan/)
  await page.getByRole('button', { name: 'Kirim permohonan' }).dblclick()
  await page.getByRole('heading', { name: 'Permohonan terkirim' }).waitFor()
  const receipt = await page.locator('.slip').innerText()

  await press(otherTab, 'Kirim permohonan')
  const receiptAgain = await otherTab.locator('.slip').innerText()

  assert.equal(receiptAgain, receipt)
  assert.match(receipt, /UM02-2611-[2-9A-Z]{6}/)
  assert.match(receipt, /Diperiksa selambatnya\s+Jumat 13 November, 11\.30/)
  assert.match(receipt, /Rp0/)
  const cases = await app.db.selectFrom('applications.applications').select('status').execute()
  assert.deepEqual(cases, [{ status: 'submitted' }])
  const sent = await app.db.selectFrom('log.events').select('what').where('what', '=', 'application.submit').execute()
  assert.equal(sent.length, 1)
})
