import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { type Page, chromium } from 'playwright-core'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { aCaseAt } from './testing.ts'

const chrome = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path))
const skip = chrome ? false : 'NO BROWSER FOUND: set CHROME_PATH; the look of the pages was not checked'
const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const LONG = 'Usaha Dagang Sumber Rejeki Barokah Sejahtera Abadi Makmur Sentosa Putra Mandiri Bersaudara'

/** The browser talks to the program without a network between them. */
async function serve(app: TestApp, page: Page, login: string) {
  const cookie = `sid=${await app.tokenFor(login, 'browser')}`
  await page.route('**/*', async (route) => {
    const request = route.request()
    const { pathname, search } = new URL(request.url())
    const answer = await app.app.request(`${pathname}${search}`, {
      method: request.method(), headers: { ...request.headers(), cookie, 'sec-fetch-site': 'same-origin' }, ...(request.postDataBuffer() ? { body: new Uint8Array(request.postDataBuffer() ?? []) } : {}),
    })
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) })
  })
}

test('every page of the officers and the administrator holds WCAG 2.2 AA and fits a narrow phone', { skip }, async (t) => {
  const app = await freshApp(t)
  const open = await aCaseAt(app, { status: 'accepted', businessName: LONG })
  const first = await aCaseAt(app, { status: 'submitted', businessName: 'Toko Diajukan' })
  const verified = await aCaseAt(app, { status: 'verified', businessName: 'Toko Terverifikasi' })
  await aCaseAt(app, { status: 'verified', initials: 1, businessName: 'Toko Separuh' })
  await aCaseAt(app, { status: 'initialed', businessName: LONG })
  const browser = await chromium.launch({ executablePath: chrome ?? '', args: FLAGS })
  t.after(() => browser.close())
  const table = [
    ['loket', ['/petugas', '/petugas?saring=terlambat', '/petugas?q=qwerty', `/petugas/permohonan/${first.id}`, '/petugas/pesan', '/petugas/pesan/jalan', '/petugas/pesan/layanan']], ['verifikator', ['/petugas', `/petugas/permohonan/${open.id}?langkah=assign`]],
    ['kabid', ['/petugas/paraf', `/petugas/permohonan/${verified.id}`]], ['kadis', ['/petugas/tanda-tangan?pilih=semua', '/petugas/kinerja']],
    ['admin', ['/admin', '/admin/kalender', '/admin/pejabat', '/admin/wilayah', '/admin/wilayah/35.15.05.2003', '/admin/bidang', '/admin/kantor', '/admin/kbli?q=krupuk', '/petugas/layanan']],
  ] as const

  const found: string[] = []
  for (const [width, height] of [[360, 740], [1280, 800]] as const) {
    // On a wide screen the administrator's lists and forms are the same as on a phone, only roomier.
    for (const [login, paths] of table.filter(([login]) => width === 360 || login !== 'admin')) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('Failed to load resource')) found.push(message.text()) })
      await serve(app, page, login)
      for (const path of paths) {
        await page.goto(`http://localhost${path}`)
        await page.evaluate(() => { for (const closed of document.querySelectorAll<HTMLDetailsElement>('details.disclosure')) closed.open = true })
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
        found.push(...violations.map((one) => `${width} ${path}: ${one.id} ${one.nodes[0]?.html ?? ''}`))
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (tooWide > 0) found.push(`${width} ${path}: ${tooWide} px too wide`)
      }
      await context.close()
    }
  }

  assert.deepEqual(found, [])
})
