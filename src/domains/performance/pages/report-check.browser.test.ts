import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { PHONE, noBrowser, serveApp, startBrowser } from '../../../apps/browser-testing.ts'
import { freshApp } from '../../../apps/testing.ts'
import { rootStatement } from '../../../platform/log/chain.ts'
import { rootsFile } from '../../../platform/log/root.ts'
import { askTimeStamp } from '../../../platform/signing/time-stamp.ts'
import { aTimeStampService, noOpenssl } from '../../../platform/signing/time-stamp.testing.ts'
import { reportCheckAssets } from '../offline-assets.ts'
import { t as english } from '../offline/messages.en.ts'
import { t } from '../offline/messages.id.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const vector = (name: string) => readFileSync(join(import.meta.dirname, '../../../../docs/vectors', name), 'utf8')
const files = { report: vector('report.json'), log: vector('log.jsonl'), roots: vector('roots.json') }

/** The same roots with time stamps of a service of the test's own on the first three. */
async function stampedRoots(test: TestContext): Promise<string> {
  const { address } = await aTimeStampService(test)
  const file = rootsFile.parse(JSON.parse(files.roots))
  for (const root of file.items.slice(0, 3)) {
    const stamp = await askTimeStamp(address, rootStatement(root))
    assert.ok(typeof stamp !== 'string')
    root.stamp = { token: Buffer.from(stamp.token).toString('base64'), at: stamp.at.toISOString() }
  }
  return JSON.stringify(file)
}

/** Drops the files into the page and waits for what it says. */
async function answerTo(page: Page, given: Partial<typeof files>): Promise<string> {
  await page.waitForSelector('#report-check form', { state: 'visible' })
  for (const [name, text] of Object.entries(given)) await page.setInputFiles(`[name=${name}]`, { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.click('#report-check form button')
  await page.waitForSelector('[role=status]:is([data-tone=success], [data-tone=danger], [data-tone=warning])')
  return await page.textContent('[role=status]') ?? ''
}

test('the page that checks reports fits into 14 KB with its stylesheet, its script into 36 KB, what reads time stamps apart, and no other program runs in it', async (t) => {
  const app = await freshApp(t)
  const html = await (await app.app.request('/periksa-laporan')).text()
  const style = await (await app.app.request(html.match(/rel="stylesheet" href="([^"]+)"/)?.[1] ?? '')).text()

  assert.ok(gzipSync(html).length + gzipSync(style).length <= 14 * 1024)
  assert.ok(gzipSync((await reportCheckAssets()).script).length <= 36 * 1024)
  assert.ok(gzipSync((await reportCheckAssets()).stamps).length <= 96 * 1024)
  assert.doesNotMatch(html, /<script(?! src="\/assets\/)|style="| on[a-z]+="/)
})

test('a visitor recomputes a report on his own phone, and what was made to look better is named', { skip: noBrowser }, async (test) => {
  const app = await freshApp(test)
  const base = await serveApp(test, app)
  const page = await (await (await startBrowser(test)).newContext({ viewport: PHONE, reducedMotion: 'reduce' })).newPage()
  const asked: string[] = []
  await page.goto(`${base}/periksa-laporan`)

  page.on('request', (request) => asked.push(request.url()))
  const equal = await answerTo(page, files)
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  await page.reload()
  const better = await answerTo(page, { ...files, report: files.report.replace('"part":2,"value":null,"whole":3', '"part":3,"value":null,"whole":3') })
  await page.reload()
  const altered = await answerTo(page, { ...files, log: files.log.replace('returned', 'returnet') })
  await page.reload()
  const cut = await answerTo(page, { ...files, log: files.log.split('\n').slice(0, 30).join('\n') })
  await page.reload()
  const forged = await answerTo(page, { ...files, roots: files.roots.replace('"lastSeq": 9', '"lastSeq": 10') })
  await page.reload()
  const madeUp = await answerTo(page, { ...files, report: files.report.replace('"code":"tepat-waktu"', '"code":"tepat-waktu-sekali"') })
  await page.reload()
  const unrooted = await answerTo(page, { ...files, roots: JSON.stringify({ ...JSON.parse(files.roots), items: [] }) })
  await page.goto(`${base}/periksa-laporan?bahasa=en`)
  const rootless = await answerTo(page, { report: files.report, log: files.log })

  assert.ok(equal.includes(t.same) && equal.includes(t.rooted(29)), equal)
  assert.deepEqual([violations.map(({ id }) => id), tooWide], [[], 0])
  assert.ok(better.includes(`${t.names['tepat-waktu']}, ${t.total}3/32/3`), better)
  assert.ok(altered.includes(t.log({ kind: 'altered', seq: 14 })), altered)
  assert.match(cut, /Log terpotong setelah entri 30/)
  assert.ok(forged.includes(t.badLog), forged)
  assert.ok(madeUp.includes(t.unknownVersion('tepat-waktu-sekali', 1)) && madeUp.includes(t.different), madeUp)
  assert.ok(unrooted.includes(t.same) && unrooted.includes(t.missingRoots(['2026-10-31', '2026-11-30'])), unrooted)
  assert.ok(rootless.includes(english.same) && rootless.includes(english.unplaced), rootless)
  assert.deepEqual(asked.filter((address) => !/\/(periksa-laporan|assets\/)/.test(new URL(address).pathname)), [])
})

test('time stamps of roots are read in the browser, and one that was made for another root is found', { skip: noBrowser || noOpenssl }, async (test) => {
  const app = await freshApp(test)
  const page = await (await (await startBrowser(test)).newContext({ viewport: PHONE, reducedMotion: 'reduce' })).newPage()
  const roots = await stampedRoots(test)
  const exchanged = JSON.parse(roots)
  exchanged.items[0].stamp = exchanged.items[1].stamp
  const saved = join(app.config.dataDir, 'periksa-laporan.html')
  await writeFile(saved, await (await app.app.request('/periksa-laporan/satu-berkas')).text())

  await page.goto(`${await serveApp(test, app)}/periksa-laporan`)
  const stamped = await answerTo(page, { ...files, roots })
  await page.reload()
  const wrong = await answerTo(page, { ...files, roots: JSON.stringify(exchanged) })
  await page.goto(pathToFileURL(saved).href)
  const fromDisk = await answerTo(page, { ...files, roots })

  for (const answer of [stamped, fromDisk]) assert.ok(answer.includes(t.same) && answer.includes(t.stamped(3, 'Cap waktu contoh')), answer)
  assert.ok(wrong.includes(t.log({ kind: 'bad-root', day: exchanged.items[0].day, reason: 'stamp' })), wrong)
})

test('after one visit the page works without network, and as one file from disk without any server', { skip: noBrowser }, async (test) => {
  const app = await freshApp(test)
  const base = await serveApp(test, app)
  const context = await (await startBrowser(test)).newContext({ viewport: PHONE, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${base}/periksa-laporan`)
  await page.evaluate(async () => {
    while ((await navigator.serviceWorker.getRegistrations()).every(({ active }) => active?.state !== 'activated')) await new Promise((resolve) => { setTimeout(resolve, 20) })
  })
  const saved = join(app.config.dataDir, 'periksa-laporan.html')
  await writeFile(saved, await (await app.app.request('/periksa-laporan/satu-berkas')).text())
  const troubles: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()) })

  await context.setOffline(true)
  await page.goto(`${base}/periksa-laporan`)
  const offline = await answerTo(page, files)
  await page.goto(pathToFileURL(saved).href)
  const fromDisk = await answerTo(page, files)

  assert.ok(offline.includes(t.same), offline)
  assert.ok(fromDisk.includes(t.same) && fromDisk.includes(t.rooted(29)), fromDisk)
  assert.deepEqual(troubles, [])
})
