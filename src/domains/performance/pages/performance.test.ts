import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { PHONE, flawsOf, noBrowser, serveApp, startBrowser } from '../../../apps/browser-testing.ts'
import { freshApp } from '../../../apps/testing.ts'
import { periodOf } from '../core/report.ts'
import { makeReport } from '../make-report.ts'
import { keepMonths, readFigures } from '../months-store.ts'
import { anOfficeWithAYear } from '../testing.ts'

const BUDGET = 14 * 1024
// Colours and languages do not depend on each other: each is looked at once.
const LOOKS = [['light', ['/kinerja?bulan=2026-10', '/kinerja/definisi']], ['dark', ['/kinerja?bahasa=en&bulan=2026-10']]] as const

test('anybody sees the figures of a month as they follow from the log, the running month marked, each with its version and its file', async (t) => {
  const app = await anOfficeWithAYear(t)
  const october = periodOf('monthly', '2026-10')
  const told = await keepMonths(app.tools, 'demo')

  const again = await keepMonths(app.tools, 'demo')
  const page = async (path: string) => (await app.visitor.get(path)).text()
  const [month, english, running, definitions] = [await page('/kinerja?bulan=2026-10'), await page('/kinerja?bulan=2026-10&bahasa=en'), await page('/kinerja'), await page('/kinerja/definisi')]
  const file = await app.visitor.get('/kinerja/2026-10/ringkasan.csv')
  const csv = await file.text()
  const report = october && await makeReport(app.tools, 'demo', october)

  assert.deepEqual([told > 5, again], [true, 0])
  assert.ok(report?.ok)
  assert.deepEqual(await readFigures(app.db, 'demo', '2026-10'), JSON.parse(JSON.stringify(report.value.figures)))
  const received = report.value.figures.find(({ code }) => code === 'masuk')?.rows[0]?.value
  assert.match(csv, new RegExp(`2026-10,2026-10-31,ya,${report.value.log.lastSeq},${report.value.log.root},semua,,,masuk,1,banyak,${received},`))
  assert.match(month, /Oktober 2026[\s\S]*href="\/kinerja\/definisi#tepat-waktu">tepat-waktu versi 1<[\s\S]*href="\/kinerja\/2026-10\/kecamatan\.csv"/)
  assert.doesNotMatch(month, /Belum final/)
  assert.match(english, /October 2026[\s\S]*Decided on time/)
  assert.match(running, /Belum final[\s\S]*11 November 2026/)
  assert.match(definitions, /id="tepat-waktu"[\s\S]*application\.submit[\s\S]*Kepala dinas/)
  assert.equal((await app.app.request('/kinerja/2026-10/ringkasan.csv', { headers: { 'if-none-match': file.headers.get('etag') ?? '' } })).status, 304)
  for (const path of ['/kinerja?bulan=2031-01', '/kinerja/2031-01/kecamatan.csv', '/kinerja/2026-10/rahasia.csv']) assert.equal((await app.visitor.get(path)).status, 404, path)
})

test('a day later the running month goes on, and a month that is over stays as it was', async (t) => {
  const app = await anOfficeWithAYear(t, 20)
  await keepMonths(app.tools, 'demo')
  const kept = () => app.db.selectFrom('performance.months').select(['month', 'through', 'made_at']).orderBy('month').execute()
  const before = await kept()

  await app.db.updateTable('performance.months').set({ definitions: 'masuk 0' }).where('month', '=', '2026-09').execute()
  app.clock.set('2026-11-13T09:00:00+07:00')
  const told = await keepMonths(app.tools, 'demo')
  const after = await kept()

  // The root of the twelfth is not published yet; only the month that was told with other definitions is told again.
  assert.equal(told, 1)
  assert.deepEqual(after.filter(({ month }) => month !== '2026-09'), before.filter(({ month }) => month !== '2026-09'))
})

test('an office without cases says that there are no figures yet', async (t) => {
  const app = await freshApp(t)
  await keepMonths(app.tools, 'demo')

  const reply = await app.visitor.get('/kinerja')

  assert.equal(reply.status, 200)
  assert.match(await reply.text(), /Belum ada angka/)
})

test('the public figures fit into 14 KB, need no script, and hold WCAG 2.2 AA on a phone in the light and in the dark', { skip: noBrowser }, async (t) => {
  const app = await anOfficeWithAYear(t, 400)
  await keepMonths(app.tools, 'demo')
  const baseUrl = await serveApp(t, app)
  const browser = await startBrowser(t)

  const found: string[] = []
  for (const [colorScheme, paths] of LOOKS) {
    const page = await (await browser.newContext({ viewport: PHONE, colorScheme, reducedMotion: 'reduce' })).newPage()
    for (const path of paths) {
      const html = await (await app.visitor.get(path)).text()
      const style = await (await app.visitor.get(html.match(/rel="stylesheet" href="([^"]+)"/)?.[1] ?? '')).text()
      const size = gzipSync(html).length + gzipSync(style).length
      if (size > BUDGET) found.push(`${path}: ${size} bytes`)
      if (/<script|style="/.test(html)) found.push(`${path}: a script or a style of its own`)
      found.push(...await flawsOf(page, baseUrl, path))
    }
  }

  assert.deepEqual(found, [])
})
