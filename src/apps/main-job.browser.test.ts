// The main job as a stranger walks it: through the pages alone, without JavaScript, from the phone of an owner to the check of a bank.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../db/seeds/demo.ts'
import { aPhoto } from '../domains/applications/pages/applicant/testing.ts'
import { authenticatorCode, lastCode } from '../domains/accounts/testing.ts'
import { PHONE, noBrowser, serveApp, startBrowser } from './browser-testing.ts'
import { type TestApp, freshApp } from './testing.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).last().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const tap = (page: Page, text: string | RegExp) => page.locator('.choice').filter({ hasText: text }).first().click()
const headingOf = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

async function signInOwner(page: Page, app: TestApp): Promise<void> {
  await page.getByLabel('Nomor HP').fill('0812 0000 0001')
  await press(page, 'Kirim kode')
  await page.locator('[name=code]').fill(await lastCode(app, '+6281200000001'))
  await press(page, 'Lanjut')
  await page.locator('[name=nationalId]').fill('3515055203800000')
  await press(page, 'Lanjut')
}

/** One question a page, as a krupuk seller answers them. */
async function enterBusiness(page: Page): Promise<void> {
  const save = () => press(page, 'Simpan dan lanjut')
  await page.locator('[name=name]').fill('Kerupuk Udang Barokah')
  await page.locator('[name=mainProduct]').fill('kerupuk udang mentah')
  await save()
  await page.locator('[name=q]').fill('krupuk')
  await press(page, 'Cari')
  await tap(page, '10794')
  await save()
  await tap(page, 'Jabon')
  await save()
  await page.locator('[name=villageCode]').selectOption({ label: 'Kedungrejo' })
  await page.locator('[name=address]').fill('Sebelah barat musala')
  await page.locator('[name=hamlet]').fill('Pelataran')
  await save()
  await page.locator('[name=startedOn-month]').fill('4')
  await page.locator('[name=startedOn-year]').fill('2019')
  await save()
  await page.locator('[name=capital]').fill('25.000.000')
  await save()
  await page.locator('[name=annualSales]').fill('180.000.000')
  await page.locator('[name=salesYear]').fill('2025')
  await save()
  await save()
  assert.match(await page.getByRole('main').innerText(), /mikro[\s\S]*PP 7\/2021/i)
  await press(page, /Simpan/)
}

async function uploadAll(page: Page): Promise<void> {
  await follow(page, 'Unggah berkas pertama')
  const buffer = Buffer.from(await (await aPhoto()).arrayBuffer())
  for (let papers = 0; papers < 10 && (await headingOf(page)) !== 'Periksa jawaban Anda'; papers += 1) {
    if ((await headingOf(page)) === 'NPWP') {
      await follow(page, 'Lewati')
      continue
    }
    await page.locator('input[type=file]').first().setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
    await press(page, 'Unggah dan lanjut')
    await page.getByText('tersimpan').first().waitFor()
    await follow(page, 'Lanjut')
  }
}

async function apply(page: Page, app: TestApp, baseUrl: string): Promise<string> {
  await page.goto(`${baseUrl}/`)
  await follow(page, 'Ajukan surat')
  await page.getByRole('link', { name: 'Surat Keterangan Usaha Mikro', exact: true }).click()
  await follow(page, 'Ajukan sekarang')
  await signInOwner(page, app)
  await follow(page, 'Catat usaha')
  await enterBusiness(page)
  await press(page, 'Mulai mengisi')
  await tap(page, 'KUR atau pinjaman bank')
  await press(page, 'Simpan dan lanjut')
  await press(page, 'Simpan dan lanjut')
  await uploadAll(page)
  await tap(page, /Saya menyatakan/)
  await press(page, 'Kirim permohonan')
  assert.equal(await headingOf(page), 'Permohonan terkirim')
  return /UM02-2611-[2-9A-Z]{6}/.exec(await page.locator('.slip').innerText())?.[0] ?? ''
}

/** An officer signs in with password and authenticator and opens his queue. */
async function officer(browser: Browser, app: TestApp, baseUrl: string, login: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled: false })).newPage()
  await page.goto(`${baseUrl}/masuk/petugas`)
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(DEMO_PASSWORD)
  await press(page, /Lanjut|Masuk/)
  await page.locator('[name=code]').fill(await authenticatorCode(app, login))
  await press(page, /Lanjut|Masuk/)
  await page.goto(`${baseUrl}/petugas`)
  return page
}

async function handle(browser: Browser, app: TestApp, baseUrl: string): Promise<void> {
  const counter = await officer(browser, app, baseUrl, 'loket')
  await follow(counter, /Kerupuk Udang Barokah|UM02/)
  await press(counter, 'Terima, berkas lengkap')
  const verifier = await officer(browser, app, baseUrl, 'verifikator')
  await follow(verifier, /Kerupuk Udang Barokah|UM02/)
  for (const box of await verifier.locator('[name=checked]').all()) await box.check({ force: true })
  await press(verifier, 'Verifikasi')
  for (const login of ['kabid', 'sekretaris']) {
    const page = await officer(browser, app, baseUrl, login)
    await follow(page, /Kerupuk Udang Barokah|UM02/)
    await press(page, 'Paraf')
  }
  app.clock.pass({ minutes: 31 })
  const head = await officer(browser, app, baseUrl, 'kadis')
  await head.goto(`${baseUrl}/petugas/tanda-tangan`)
  await head.locator('[name=id]').first().check({ force: true })
  if (await head.locator('[name=code]').count()) await head.locator('[name=code]').fill(await authenticatorCode(app, 'kadis'))
  await press(head, 'Tanda tangani yang dipilih')
  assert.match(await head.getByRole('main').innerText(), /Terbit, nomor 500\.3\.7\/1\/438\.5\.99\/2026/)
}

async function scratch(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ditakopum-letter-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('a stranger walks the whole service through its pages without JavaScript, and a bank checks the letter with and without network', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const baseUrl = await serveApp(t, app)
  const browser = await startBrowser(t)
  const siti = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()

  const reference = await apply(siti, app, baseUrl)
  await handle(browser, app, baseUrl)
  await siti.goto(`${baseUrl}/permohonan`)
  await follow(siti, new RegExp(reference))
  const address = await siti.getByRole('link', { name: /Unduh surat/ }).first().getAttribute('href') ?? ''
  const pdf = await (await siti.context().request.get(`${baseUrl}${address}`)).body()

  // The letter on paper: signed as a whole, and its QR read by a scanner at 150 dpi.
  const folder = await scratch(t)
  await writeFile(join(folder, 'surat.pdf'), pdf)
  const signature = execFileSync('pdfsig', ['-nocert', join(folder, 'surat.pdf')], { encoding: 'utf8' })
  assert.match(signature, /Signature is Valid/)
  assert.match(signature, /Total document signed/)
  execFileSync('pdftoppm', ['-r', '150', '-png', join(folder, 'surat.pdf'), join(folder, 'halaman')])
  const qr = execFileSync('zbarimg', ['-q', '--raw', join(folder, 'halaman-1.png')], { encoding: 'utf8' }).trim()
  assert.ok(qr.startsWith(`${baseUrl}/v/`), qr)

  // A bank: the address in the QR, then again in a cellar without signal.
  const bank = await browser.newContext({ viewport: PHONE })
  const clerk = await bank.newPage()
  await clerk.clock.setFixedTime(new Date(app.clock.now.epochMilliseconds))
  await clerk.goto(qr)
  assert.match(await clerk.getByRole('main').innerText(), /Berlaku[\s\S]*500\.3\.7\/1\/438\.5\.99\/2026/)
  await clerk.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active?.state === 'activated').length === 2)
  await bank.setOffline(true)
  await clerk.goto('about:blank')
  await clerk.goto(qr)
  await clerk.waitForFunction(() => document.querySelector('#letter-check [role=status]')?.textContent?.includes('Kerupuk Udang Barokah'))

  const walked = await app.db.selectFrom('log.events').select('what').where('what', 'like', 'application.%').orderBy('seq').execute()
  assert.deepEqual(walked.map((one) => one.what.slice('application.'.length)), ['create', 'submit', 'accept', 'verify', 'initial', 'initial', 'sign', 'issue'])
})
