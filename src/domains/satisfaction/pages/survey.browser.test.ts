import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { PHONE, flawsOf, noBrowser, serveApp, startBrowser } from '../../../apps/browser-testing.ts'
import { freshApp } from '../../../apps/testing.ts'

const BUDGET = 14 * 1024

test('a visitor answers all nine questions with the keyboard alone and without script, on pages without flaws', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const baseUrl = await serveApp(t, app)
  const { body: { code } } = await (await app.api('loket')).get('/satisfaction/counter-code')
  const path = `/skm?kode=${code}`
  const html = await (await app.visitor.get(path)).text()
  const style = await (await app.visitor.get(/rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '')).text()
  const browser = await startBrowser(t)
  const page = await (await browser.newContext({ viewport: PHONE, javaScriptEnabled: false })).newPage()

  await page.goto(`${baseUrl}${path}`)
  await page.getByLabel('Layanan').focus()
  await page.keyboard.type('Surat')
  await page.keyboard.press('Tab')
  for (let question = 0; question < 9; question += 1) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('Petugas ramah.')
  await page.getByRole('button', { name: 'Kirim jawaban' }).press('Enter')
  await page.waitForURL('**/skm/terima-kasih')

  assert.ok(gzipSync(html).length + gzipSync(style).length < BUDGET)
  const { scores } = await app.db.selectFrom('satisfaction.sheets').select('scores').executeTakeFirstOrThrow()
  assert.deepEqual(Object.values(scores ?? {}), Array(9).fill(3))
  const looked = await (await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce' })).newPage()
  const found: string[] = []
  for (const one of [path, '/skm/terima-kasih?bahasa=en', '/skm/hasil', '/skm/tindak-lanjut', '/skm/lama']) found.push(...await flawsOf(looked, baseUrl, one))
  assert.deepEqual(found, [])
})
