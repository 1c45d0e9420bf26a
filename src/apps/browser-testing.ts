import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core'
import type { TestApp } from './testing.ts'

const chrome = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path))

/** For `test(name, { skip: noBrowser }, …)`: says loudly that nothing was looked at. */
export const noBrowser = chrome ? false : 'NO BROWSER FOUND: set CHROME_PATH; this journey was not walked'

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync']

/** A phone of the cheap kind. */
export const PHONE = { width: 360, height: 740 }

/** A browser that ends with the test. */
export async function startBrowser(t: TestContext): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: chrome ?? '', args: FLAGS })
  t.after(() => browser.close())
  return browser
}

/**
 * Serves the program of a test on a free port until the test ends, and lets its BASE_URL be that address:
 * forms of another origin are refused.
 * @returns the address, without a stroke at its end
 */
export async function serveApp(t: TestContext, app: TestApp): Promise<string> {
  const baseUrl = await new Promise<string>((resolve) => {
    const server = serve({ fetch: app.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => resolve(`http://127.0.0.1:${port}`))
    t.after(() => new Promise((done) => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      server.close(done)
    }))
  })
  app.config.baseUrl = baseUrl
  return baseUrl
}

/** A device of someone who is signed in already: a fresh browser profile with only the session's cookie. */
export async function deviceOf(
  browser: Browser, app: TestApp, login: string, options: { javaScriptEnabled?: boolean; colorScheme?: 'light' | 'dark' } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', ...options })
  await context.addCookies([{ name: 'sid', value: await app.tokenFor(login, 'browser'), url: app.config.baseUrl }])
  return context
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Opens a page with everything on it unfolded. @returns what axe finds wrong with it, and whether it is wider than the screen */
export async function flawsOf(page: Page, baseUrl: string, path: string): Promise<string[]> {
  await page.goto(`${baseUrl}${path}`)
  await page.evaluate(() => {
    for (const closed of document.querySelectorAll<HTMLDetailsElement>('details.disclosure')) closed.open = true
  })
  const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).withTags(WCAG).analyze()
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  return [...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${path}: ${id} ${node.html}`)), ...(isWide ? [`${path}: wider than the screen`] : [])]
}
