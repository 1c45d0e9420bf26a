import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { toHtml } from './document.tsx'
import { GALLERY } from './gallery.testing.tsx'
import { stylesheet } from './stylesheet.ts'

const chrome = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path))
const skip = chrome ? false : 'NO BROWSER FOUND: set CHROME_PATH; the look of the pages was not checked'

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'",
}
const TOUCHED = '.button, .top a, .side a, .tab, .back, .choice, summary, select, textarea, ' +
  'input:not([type=hidden], [type=radio], [type=checkbox])'
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Answers from memory: the page by name, the stylesheet, nothing else. */
async function serve(page: Page) {
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url())
    const view = GALLERY[pathname.slice(1)]
    if (pathname === stylesheet.path) await route.fulfill({ body: stylesheet.css, contentType: 'text/css' })
    else if (view) await route.fulfill({ body: toHtml(view()), headers: HEADERS })
    else await route.fulfill({ status: 204 })
  })
}

describe('the gallery in a browser', { skip }, () => {
  let browser: Browser
  before(async () => {
    browser = await chromium.launch({ executablePath: chrome ?? '', args: FLAGS })
  })
  after(() => browser.close())

  async function open(width: number, height: number, colorScheme: 'light' | 'dark') {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    await serve(page)
    return { page, complaints, show: (name: string) => page.goto(`http://gallery.test/${name}`), close: () => context.close() }
  }

  for (const [width, height] of [[360, 740], [1280, 800]] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`every page at ${width} × ${height}, ${colorScheme}, holds WCAG 2.2 AA and the strict policy`, async () => {
        const { page, complaints, show, close } = await open(width, height, colorScheme)

        const found: string[] = []
        for (const name of Object.keys(GALLERY)) {
          await show(name)
          await page.evaluate(() => {
            for (const closed of document.querySelectorAll<HTMLDetailsElement>('details.disclosure')) closed.open = true
          })
          const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).withTags(WCAG)
          const { violations } = await axe.analyze()
          found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name}: ${id} ${node.html} ${node.failureSummary}`)))
        }
        await close()

        assert.deepEqual(found, [])
        assert.deepEqual(complaints, [])
      })
    }
  }

  test('nothing sticks out of a page of 320 px', async () => {
    const { page, show, close } = await open(320, 640, 'light')

    const tooWide: string[] = []
    for (const name of Object.keys(GALLERY)) {
      await show(name)
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) tooWide.push(name)
    }
    await close()

    assert.deepEqual(tooWide, [])
  })

  test('what a finger taps on a phone is at least 44 px high', async () => {
    const { page, show, close } = await open(360, 740, 'light')

    const small: string[] = []
    for (const name of Object.keys(GALLERY)) {
      await show(name)
      small.push(...await page.evaluate((touched) =>
        [...document.querySelectorAll(touched)]
          .filter((target) => target.getClientRects().length > 0 && target.getBoundingClientRect().height < 43.9)
          .map((target) => target.outerHTML.slice(0, 120)), TOUCHED))
    }
    await close()

    assert.deepEqual(small, [])
  })

  test('the menu of the person opens inside the screen of a phone', async () => {
    const { page, show, close } = await open(360, 740, 'light')
    await show('question')

    await page.click('.menu > summary')
    const box = await page.locator('.menu-list').boundingBox()
    await close()

    assert.ok(box && box.x >= 0 && box.x + box.width <= 360)
  })

  test('an officer who reads the top of a long case still sees what may be done with it', async () => {
    const { page, show, close } = await open(1280, 800, 'light')
    await show('case')

    const box = await page.locator('.actions').boundingBox()
    await close()

    assert.ok(box && box.y + box.height <= 800)
  })

  test('the keyboard reaches the content first, and what it reaches is ringed', async () => {
    const { page, show, close } = await open(1280, 800, 'light')
    await show('queue')

    await page.keyboard.press('Tab')
    const first = await page.evaluate(() => document.activeElement?.className)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const next = await page.evaluate(() => {
      const at = document.activeElement
      return at && { inMain: at.closest('main') !== null, ring: getComputedStyle(at).outlineStyle }
    })
    await close()

    assert.equal(first, 'skip')
    assert.deepEqual(next, { inMain: true, ring: 'solid' })
  })
})
