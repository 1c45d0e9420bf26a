import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { PHONE, deviceOf, noBrowser, serveApp, startBrowser } from '../../../apps/browser-testing.ts'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { newKeyFile } from '../../../platform/secrets/keys.ts'
import { anIssuedLetter } from '../../applications/testing.ts'
import { fromBase41, toBase41 } from '../core/letter-bytes.ts'
import { t as told } from '../offline/messages.id.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const BUDGET = 14 * 1024

const qrOf = async (app: TestApp, id: string): Promise<string> =>
  (await app.db.selectFrom('letters.letters').select('letter_code').where('id', '=', id).executeTakeFirstOrThrow()).letter_code

/** The QR with some of its bytes exchanged for others, well-formed still. */
function tampered(qr: string, change: (bytes: Buffer) => void): string {
  const [address, content = ''] = qr.split('#')
  const bytes = Buffer.from(fromBase41(content))
  change(bytes)
  return `${address}#${toBase41(Uint8Array.from(bytes))}`
}

const exchanged = (from: string, to: string) => (bytes: Buffer) => {
  const at = bytes.indexOf(from)
  assert.ok(at > 0, from)
  bytes.write(to, at)
}

async function said(page: Page): Promise<string> {
  await page.waitForFunction(() => document.querySelector('#letter-check [role=status]')?.textContent)
  return (await page.textContent('#letter-check [role=status]')) ?? ''
}

async function visit(page: Page, address: string): Promise<string> {
  await page.goto('about:blank')
  await page.goto(address)
  return said(page)
}

test('after one visit a phone without network tells a good letter from an altered, a revoked and a foreign one', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const base = await serveApp(t, app)
  const [letter, gone] = [await anIssuedLetter(app), await anIssuedLetter(app)]
  const [qr, goneQr] = [await qrOf(app, letter.id), await qrOf(app, gone.id)]
  await (await app.api('kadis')).post(`/letters/${gone.id}/revoke`, { reasonCode: 'closed', note: 'Tutup.' })
  const browser = await startBrowser(t)
  // The phone's clock stands as the office's does.
  const phone = await browser.newContext({ viewport: PHONE })
  await phone.clock.setFixedTime(new Date(app.clock.now.epochMilliseconds))
  const page = await phone.newPage()
  await page.goto(`${base}/verifikasi`)
  await page.evaluate(async () => {
    const ready = async () => (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active?.state === 'activated').length === 2
    for (let look = 0; look < 500 && !(await ready()); look++) await new Promise((resolve) => setTimeout(resolve, 20))
  })

  await phone.setOffline(true)

  const { keyId, other } = { keyId: 1, other: Buffer.from(newKeyFile().letterCodes[0]?.id ?? '', 'hex') }
  const table: [string, string][] = [
    [qr, told.verdict.valid], [goneQr, told.verdict.revoked],
    [tampered(qr, exchanged('Siti', 'Sita')), told.verdict.altered],
    [tampered(qr, exchanged('500.3.7/1/', '500.3.7/7/')), told.verdict.altered],
    [tampered(qr, (bytes) => { bytes[7] = (bytes[7] ?? 0) ^ 1 }), told.verdict.altered],
    [tampered(qr, (bytes) => { other.copy(bytes, keyId) }), told.verdict['unknown-key']],
  ]
  for (const [address, sentence] of table) {
    const answer = await visit(page, address)
    assert.ok(answer.includes(sentence), `${sentence} in ${answer}`)
  }
  const whole = await visit(page, qr)
  for (const part of [letter.number, 'Siti Aminah', 'Kerupuk Udang Barokah', '11 November 2026', told.signature.test]) assert.ok(whole.includes(part), `${part} in ${whole}`)
})

test('the register’s list of withdrawn letters reaches a phone that checked the letter before', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const base = await serveApp(t, app)
  const letter = await anIssuedLetter(app)
  const qr = await qrOf(app, letter.id)
  const browser = await startBrowser(t)
  const phone = await browser.newContext({ viewport: PHONE })
  await phone.clock.setFixedTime(new Date(app.clock.now.epochMilliseconds))
  const page = await phone.newPage()
  await page.goto(`${base}/verifikasi`)
  const check = async () => {
    await page.fill('[name=text]', qr)
    await page.click('form >> button')
    return said(page)
  }

  const before = await check()
  await (await app.api('kadis')).post(`/letters/${letter.id}/revoke`, { reasonCode: 'wrong-data', note: 'Salah.' })
  await page.reload()
  const after = await check()

  assert.ok(before.includes(told.verdict.valid))
  assert.ok(after.includes(told.verdict.revoked))
})

test('an altered QR is told above what the register says, and a file is compared without leaving the phone', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  await serveApp(t, app)
  const letter = await anIssuedLetter(app)
  const qr = await qrOf(app, letter.id)
  const browser = await startBrowser(t)
  const page = await browser.newPage({ viewport: PHONE })
  await page.clock.setFixedTime(new Date(app.clock.now.epochMilliseconds))

  const genuine = await visit(page, qr)
  const changed = await visit(page, tampered(qr, exchanged('Siti', 'Sita')))
  const top = await page.evaluate(() => [...document.querySelectorAll('#letter-check [role=status], #letter-check h1')].map((one) => one.tagName))

  assert.ok(genuine.startsWith(told.genuine), genuine)
  assert.ok(changed.includes(told.verdict.altered) && changed.includes(told.below), changed)
  assert.deepEqual(top, ['DIV', 'H1'])
  await page.click('summary >> nth=0')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await page.setInputFiles('[name=file]', { name: 'surat.pdf', mimeType: 'application/pdf', buffer: letter.pdf })
  await page.waitForFunction((sentence) => document.querySelector('[role=status]')?.textContent === sentence, told.sameFile)
  assert.deepEqual(sent, [])
})

/** Every page about letters, in each state that looks different. */
async function everyPage(app: TestApp): Promise<Record<'visitor' | 'owner' | 'head', string[]>> {
  const good = await anIssuedLetter(app)
  const gone = await anIssuedLetter(app)
  await (await app.api('kadis')).post(`/letters/${gone.id}/revoke`, { reasonCode: 'closed', note: 'Tutup.' })
  const both = (path: string) => [path, `${path}?bahasa=en`]
  return {
    visitor: [...both('/verifikasi'), ...both(`/v/${good.code}`), ...both(`/v/${gone.code}`), '/v/AAAA-BBBB-CCCC'],
    owner: both(`/surat/${good.id}`),
    head: ['/petugas/surat', '/petugas/surat?saring=batal', `/petugas/surat/${good.id}`, `/petugas/surat/${gone.id}`],
  }
}

test('the pages that check a letter fit into 14 KB with their stylesheet', async (t) => {
  const app = await freshApp(t)
  const pages = await everyPage(app)
  const owner = `sid=${await app.tokenFor('081200000001', 'browser')}`

  for (const path of [...pages.visitor, ...pages.owner]) {
    const html = await (await app.app.request(path, { headers: { cookie: pages.owner.includes(path) ? owner : '' } })).text()
    const style = await (await app.app.request(html.match(/rel="stylesheet" href="([^"]+)"/)?.[1] ?? '')).text()
    const size = gzipSync(html).length + gzipSync(style).length
    assert.ok(size <= BUDGET, `${path}: ${size} bytes`)
    assert.doesNotMatch(html, /<script(?! src="\/assets\/)|style="| on[a-z]+="/, path)
  }
})

test('the pages about letters hold WCAG 2.2 AA, light and dark, and fit a narrow phone', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const base = await serveApp(t, app)
  const pages = await everyPage(app)
  const browser = await startBrowser(t)

  const found: string[] = []
  for (const [who, login, colorScheme] of [['visitor', '', 'light'], ['visitor', '', 'dark'], ['owner', '081200000001', 'light'], ['head', 'kadis', 'light']] as const) {
    const device = login === '' ? await browser.newContext({ viewport: PHONE, colorScheme, reducedMotion: 'reduce' }) : await deviceOf(browser, app, login)
    const page = await device.newPage()
    page.on('console', (message) => { if (message.type() === 'error' && !message.text().includes('404')) found.push(message.text()) })
    for (const path of pages[who]) {
      await page.goto(`${base}${path}`)
      await page.evaluate(() => { for (const closed of document.querySelectorAll<HTMLDetailsElement>('details.disclosure')) closed.open = true })
      const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).withTags(WCAG).analyze()
      found.push(...violations.map((one) => `${colorScheme} ${path}: ${one.id} ${one.nodes[0]?.html ?? ''}`))
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (tooWide > 0) found.push(`${path}: ${tooWide} px too wide`)
    }
    await device.close()
  }

  assert.deepEqual(found, [])
})

test('how a letter stands, and what to compare, fit on the first screen of a phone', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const base = await serveApp(t, app)
  const { code } = await anIssuedLetter(app)
  const browser = await startBrowser(t)
  const page = await browser.newPage({ viewport: PHONE, javaScriptEnabled: false })

  await page.goto(`${base}/v/${code}`)
  const box = await page.locator('#letter-check .facts').boundingBox()

  assert.ok(box && box.y + box.height <= PHONE.height, JSON.stringify(box))
})
