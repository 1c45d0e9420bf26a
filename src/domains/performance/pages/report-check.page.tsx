import { createHash } from 'node:crypto'
import { page } from '../../../platform/http/page.ts'
import type { Route } from '../../../platform/http/route.ts'
import { toHtml } from '../../../ui/document.tsx'
import { Speaking, wordsOf } from '../../../ui/language.ts'
import { stylesheet } from '../../../ui/stylesheet.ts'
import { REPORT_CHECK_FILE, REPORT_CHECK_PAGE, REPORT_CHECK_WORKER, reportCheckAssets } from '../offline-assets.ts'
import { ReportCheck, checkWords } from './report-check.tsx'

/** Anyone recomputes a report from the log, on his own device; after one visit also without network. */
const checkPage = page({
  path: REPORT_CHECK_PAGE,
  right: 'public',
  read: () => reportCheckAssets(),
  view(assets, { lang }) {
    const t = checkWords(lang)
    return {
      title: t.title, variant: 'public', scripts: [assets.scriptPath],
      body: (
        <>
          <ReportCheck lang={lang} worker={REPORT_CHECK_WORKER} stamps={assets.stampsPath} />
          <p class="soft">{t.own}</p>
          <p><a href={`${REPORT_CHECK_FILE}?bahasa=${lang}`} download>{t.download}</a> · <a href="/log/roots" download>{t.getRoots}</a></p>
        </>
      ),
    }
  },
})

const open = { methods: ['GET'] as 'GET'[], right: 'public' }
const scriptOf = (body: string, cache: string) => new Response(body, { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': cache } })

// An older page asks for an older script: it gets the present one, but may not keep it for ever under that address.
const cacheOf = (asked: string, path: string): string => (asked === path ? 'public, max-age=31536000, immutable' : 'no-cache')

const script: Route = {
  ...open, path: '/assets/:file{periksa-laporan\\.[0-9a-f]+\\.js}',
  async handle(_c, ask) {
    const assets = await reportCheckAssets()
    return scriptOf(assets.script, cacheOf(ask.path, assets.scriptPath))
  },
}

const stampScript: Route = {
  ...open, path: '/assets/:file{periksa-cap\\.[0-9a-f]+\\.js}',
  async handle(_c, ask) {
    const assets = await reportCheckAssets()
    return scriptOf(assets.stamps, cacheOf(ask.path, assets.stampsPath))
  },
}

/** Browsers look for a newer worker at the same address, so it must never be kept. */
const worker: Route = { ...open, path: REPORT_CHECK_WORKER, handle: async () => scriptOf((await reportCheckAssets()).worker, 'no-cache') }

/** The text of a script element ends at the first closing tag in it, also inside a string. */
const inPage = (code: string) => code.replaceAll('</', '<\\/')

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The whole page as one file that opens from disk: nothing but what is in it may run, and nothing can be sent anywhere. */
const oneFile: Route = {
  ...open, path: REPORT_CHECK_FILE,
  async handle(_c, { lang }) {
    const assets = await reportCheckAssets()
    const [stamps, code] = [inPage(assets.stamps), inPage(assets.script)]
    const policy = `default-src 'none'; script-src ${hashOf(stamps)} ${hashOf(code)}; style-src ${hashOf(stylesheet.css)}`
    const html = toHtml(
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={policy} />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{checkWords(lang).title}</title>
          <style dangerouslySetInnerHTML={{ __html: stylesheet.css }} />
        </head>
        <body class="public">
          <Speaking value={wordsOf[lang]}><main id="main"><div class="wrap content"><ReportCheck lang={lang} /></div></main></Speaking>
          <script dangerouslySetInnerHTML={{ __html: stamps }} />
          <script dangerouslySetInnerHTML={{ __html: code }} />
        </body>
      </html>,
    )
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8', 'content-disposition': 'attachment; filename="periksa-laporan.html"', 'cache-control': 'no-cache',
        'content-security-policy': policy,
      },
    })
  },
}

export const reportCheckRoutes: Route[] = [checkPage, script, stampScript, worker, oneFile]
