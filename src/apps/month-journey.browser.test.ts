// A month that is accounted for: the head of the office on a phone, from the late case to the signed report; then somebody outside who believes nothing.
import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { createAccount } from '../domains/accounts/index.ts'
import { actorFor, aCaseIn } from '../domains/applications/testing.ts'
import { verifyReport } from '../domains/performance/index.ts'
import { anOfficeWhoseMonthWaitsForItsHead, answerRemarks, exportedLog } from '../domains/performance/reports/testing.ts'
import { ok } from '../kernel/result.ts'
import { transact } from '../platform/db/unit.ts'
import { rootsFile } from '../platform/log/root.ts'
import { PHONE, deviceOf, noBrowser, serveApp, startBrowser } from './browser-testing.ts'
import type { TestApp } from './testing.ts'

/** A case of an officer who is away, and one who could take it. */
async function aLateCase(app: TestApp): Promise<void> {
  const id = await aCaseIn(app, 'accepted')
  await app.db.updateTable('applications.applications').set({ assigned_to: (await actorFor(app, 'verifikator')).accountId }).where('id', '=', id).execute()
  await transact(app.db, app.tools.clock, async ({ tx, now }) => ok(await createAccount(tx, app.tools.keys, now, {
    officeId: 'demo', kind: 'officer', login: 'verifikator2', name: 'Yanuar Saputra', roles: [{ role: 'verifier', divisionId: 'usaha-mikro' }], from: '2026-01-01',
  })))
}

async function handsOverTheLateCase(page: Page, main: Locator): Promise<void> {
  await page.getByRole('link', { name: 'Pengawasan' }).first().click()
  await main.getByRole('link', { name: 'Rina Kusumawati' }).click()
  assert.match(await main.innerText(), /Kerupuk Udang Barokah[^]*lewat \d+ (jam|hari)/)
  await main.locator('tr', { hasText: 'Kerupuk Udang Barokah' }).getByRole('link', { name: 'Serahkan', exact: true }).click()
  await page.getByLabel('Diserahkan kepada').selectOption({ label: 'Yanuar Saputra (Verifikator)' })
  await main.getByRole('button', { name: 'Lanjut' }).click()
  await main.getByRole('button', { name: 'Ya, serahkan' }).click()
}

/** Accepts every figure that waits, a few at a time; of the one named he says what he thinks. */
async function looksAtEveryFigure(main: Locator, remarked?: string): Promise<void> {
  await main.getByRole('link', { name: /^Periksa \d+ angka/ }).click()
  while (await main.getByRole('button', { name: 'Simpan keputusan' }).count() > 0) {
    for (const card of await main.locator('form section.card').all()) {
      if (await card.getByRole('heading').first().innerText() === remarked) {
        await card.getByText('Beri catatan').click()
        await card.getByLabel('Catatan').fill('Jelaskan mengapa turun.')
      } else await card.getByText('Setuju', { exact: true }).click()
    }
    await main.getByRole('button', { name: 'Simpan keputusan' }).click()
  }
}

async function downloaded(page: Page, click: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()])
  return readFile(await file.path(), 'utf8')
}

/** What the page that checks reports says of three files. */
async function saidOf(page: Page, base: string, paths: Record<'report' | 'log' | 'roots', string>): Promise<string> {
  await page.goto(`${base}/periksa-laporan`)
  await page.waitForSelector('#report-check form', { state: 'visible' })
  for (const [name, path] of Object.entries(paths)) await page.setInputFiles(`[name=${name}]`, path)
  await page.click('#report-check form button')
  await page.waitForSelector('[role=status]:is([data-tone=success], [data-tone=danger], [data-tone=warning])')
  return await page.textContent('[role=status]') ?? ''
}

async function anOutsider(test: TestContext, browser: Browser, app: TestApp, base: string) {
  const page = await (await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })).newPage()
  test.after(() => page.close())
  await page.goto(`${base}/laporan`)
  await page.getByRole('main').getByRole('link', { name: /Oktober 2026/ }).click()
  const report = await downloaded(page, () => page.getByRole('link', { name: 'Unduh JSON' }).click())
  const roots = await downloaded(page, () => page.getByRole('main').getByRole('link', { name: 'Akar log harian' }).click())
  // The office gives the log to whoever asks for it.
  const lines: string[] = []
  for await (const line of exportedLog(app)) lines.push(line)
  const paths = { report: join(app.config.dataDir, 'a.json'), log: join(app.config.dataDir, 'a.jsonl'), roots: join(app.config.dataDir, 'akar.json') }
  for (const [path, text] of [[paths.report, report], [paths.log, lines.join('\n')], [paths.roots, roots]] as const) await writeFile(path, text)
  const byCommand = (text: string) => verifyReport(text, (async function* each() { yield* lines })(), rootsFile.parse(JSON.parse(roots)))
  return { page, report, paths, byCommand }
}

test('the head hands over the late case, approves the month with one remark and signs; an outsider recomputes it, and finds what was altered', { skip: noBrowser }, async (t) => {
  const app = await anOfficeWhoseMonthWaitsForItsHead(t)
  await aLateCase(app)
  app.clock.set('2026-11-20T09:00:00+07:00')
  const base = await serveApp(t, app)
  const browser = await startBrowser(t)
  const page = await (await deviceOf(browser, app, 'kadis', { javaScriptEnabled: false })).newPage()
  const main = page.getByRole('main')

  await page.goto(`${base}/petugas`)
  await handsOverTheLateCase(page, main)
  assert.match(await page.locator('body').innerText(), /1 berkas sudah diserahkan/)
  await page.goto(`${base}/petugas`)
  await main.getByRole('link', { name: 'Laporan bulanan Oktober 2026 menunggu persetujuan Anda.' }).click()
  await looksAtEveryFigure(main, 'Selesai tepat waktu')
  await answerRemarks(app, '2026-10', 'Dua verifikator cuti.')
  await page.goto(`${base}/petugas`)
  await main.getByRole('link', { name: /Laporan bulanan Oktober 2026/ }).click()
  assert.match(await main.innerText(), /Jelaskan mengapa turun\.[^]*Dua verifikator cuti\./)
  await looksAtEveryFigure(main)
  await main.getByRole('link', { name: 'Tanda tangani' }).click()
  await main.getByRole('button', { name: 'Tanda tangani' }).click()
  assert.match(await main.innerText(), /Unduh PDF/)

  const outsider = await anOutsider(t, browser, app, base)
  const equal = await saidOf(outsider.page, base, outsider.paths)
  const altered = outsider.report.replace(/("code":"selesai".*?"value":)(\d+)/, (_all, before: string, value: string) => `${before}${Number(value) + 1}`)
  assert.notEqual(altered, outsider.report)
  await writeFile(outsider.paths.report, altered)
  const different = await saidOf(outsider.page, base, outsider.paths)
  const [told, toldAltered] = [await outsider.byCommand(outsider.report), await outsider.byCommand(altered)]

  assert.match(equal, /^SAMA: semua angka laporan ini cocok dengan log\..*letak periode juga cocok/)
  assert.ok(told.ok && told.value.placed, JSON.stringify(told))
  assert.match(different, /^TIDAK SAMA.*Permohonan selesai, semua/)
  assert.ok(!toldAltered.ok && toldAltered.error.kind === 'figures')
  assert.deepEqual(toldAltered.error.differences.map(({ code, row }) => [code, row]), [['selesai', '']])
})
