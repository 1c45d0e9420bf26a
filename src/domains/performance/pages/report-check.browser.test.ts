import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { PHONE, noBrowser, serveApp, startBrowser } from '../../../apps/browser-testing.ts'
import { freshApp } from '../../../apps/testing.ts'
import { reportCheckAssets } from '../offline-assets.ts'
import { t as english } from '../offline/messages.en.ts'
import { t } from '../offline/messages.id.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const vector = (name: string) => readFileSync(join(import.meta.dirname, '../../../../docs/vectors', name), 'utf8')
const files = { report: vector('report.json'), log: vector('log.jsonl'), roots: vector('roots.json') }

/** Drops the files into the page and waits for what it says. */
async function answerTo(page: Page, given: Partial<typeof files>): Promise<string> {
  await page.waitForSelector('#report-check form', { state: 'visible' })
  for (const [name, text] of Object.entries(given)) await page.setInputFiles(`[name=${name}]`, { name: `${name}.json`, mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.click('#report-check form button')
  await page.waitForSelector('[role=status]:is([data-tone=success], [data-tone=danger], [data-tone=warning])')
  return await page.textContent('[role=status]') ?? ''
}

test('the page that checks reports fits into 14 KB with its stylesheet, its script into 36 KB, and no other program runs in it', async (t) => {
  const app = await freshApp(t)
  const html = await (await app.app.request('/periksa-laporan')).text()
  const style = await (await app.app.request(html.match(/rel="stylesheet" href="([^"]+)"/)?.[1] ?? '')).text()

  assert.ok(gzipSync(html).length + gzipSync(style).length <= 14 * 1024)
  assert.ok(gzipSync((await reportCheckAssets()).script).length <= 36 * 1024)
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
  await page.goto(`${base}/periksa-laporan?bahasa=en`)
  const rootless = await answerTo(page, { report: files.report, log: files.log })

  assert.ok(equal.includes(t.same) && equal.includes(t.rooted(29)), equal)
  assert.deepEqual([violations.map(({ id }) => id), tooWide], [[], 0])
  assert.ok(better.includes(`${t.names['tepat-waktu']}, ${t.total}3/32/3`), better)
  assert.ok(altered.includes(t.log({ kind: 'altered', seq: 14 })), altered)
  assert.match(cut, /Log terpotong setelah entri 30/)
  assert.ok(forged.includes(t.badLog), forged)
  assert.ok(rootless.includes(english.same) && rootless.includes(english.unplaced), rootless)
  assert.deepEqual(asked.filter((address) => !/\/(periksa-laporan|assets\/)/.test(new URL(address).pathname)), [])
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
