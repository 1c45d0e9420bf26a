import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { seedRegency } from '../../../../db/seeds/regency.ts'
import { deviceOf, flawsOf, noBrowser, serveApp, startBrowser } from '../../../apps/browser-testing.ts'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { aBusiness, anOwner } from '../testing.ts'

const SITI = '081200000001'
const LONG = 'Usaha Dagang Sumber Rejeki Barokah Sejahtera Abadi Makmur Sentosa Putra Mandiri Kerupuk Udang'
/** 346 villages take a while to be looked at: once is enough. */
const WHOLE_MAP = '/petugas/usaha/peta'

/** `most`: HTML and stylesheet together, compressed, in bytes. */
type Looked = { login: string; path: string; most: number }

/** The search with its list, map and download, and a business with all that hangs on it, in each state that looks different. */
async function everyPage(app: TestApp): Promise<Looked[]> {
  await seedRegency(app.tools, { businesses: 20, seed: 5 })
  const made = await aBusiness(app, { name: LONG, halalNumber: 'ID35110000000000' })
  await aBusiness(app, { name: 'Krupuk Udang Bu Siti', owner: anOwner({ familyCardNumber: '3515051204050000' }) }, 'loket')
  const form = new FormData()
  form.set('file', new File([new Uint8Array(await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7fa8c9' } }).jpeg().toBuffer())], 'foto.jpg'))
  for (const subject of ['front', 'front', 'product']) assert.equal((await (await app.api(SITI)).post(`/businesses/${made.id}/photos/${subject}`, form)).status, 201)
  const own = `/usaha/${made.id}`
  const filtered = 'q=kerupuk+udang+barokha&kecamatan=35.15.05&desa=35.15.05.2006&kbli=10&golongan=micro&izin=halal&status=active&mutakhir=baru&urut=nama'
  const officers = (most: number, ...paths: string[]) => paths.map((path) => ({ login: 'data', path, most: most * 1024 }))
  const owner = ['/usaha', own, `${own}?asal=1`, `${own}/foto/depan`, `${own}/foto/dalam`, `${own}/status`, `${own}/lengkapi/pasar`, `${own}/lengkapi/program`]
  return [
    ...officers(20, `/petugas/usaha?${filtered}`, '/petugas/usaha?q=qqqq', '/petugas/usaha?kbli=makanan', '/petugas/usaha?q=kerupuk+xyzxyz'),
    ...officers(80, WHOLE_MAP, `${WHOLE_MAP}?${filtered}`, `${WHOLE_MAP}?q=qqqq`, `${WHOLE_MAP}?kecamatan=35.15.05`),
    ...officers(14, '/petugas/ekspor', `/petugas/ekspor?${filtered}`, '/petugas/ekspor?q=qqqq', `/petugas${own}`, `/petugas${own}/riwayat`, `${own}/foto/depan`),
    ...owner.map((path) => ({ login: SITI, path: `${path}${path.includes('?') ? '&' : '?'}bahasa=en`, most: 14 * 1024 })),
  ]
}

test('pages of the registry stay small and need no script', async (t) => {
  const app = await freshApp(t)
  const looked = await everyPage(app)

  const tooLarge: string[] = []
  for (const { login, path, most } of looked) {
    const reply = await (await app.as(login)).get(path)
    const html = await reply.text()
    assert.equal(reply.status, 200, path)
    const style = await (await app.app.request(html.match(/rel="stylesheet" href="([^"]+)"/)?.[1] ?? '')).text()
    const size = gzipSync(html).length + gzipSync(style).length
    if (size > most) tooLarge.push(`${path}: ${size}`)
    assert.doesNotMatch(html, /<script(?! src="\/assets\/)|style="| on[a-z]+="/, path)
  }

  assert.deepEqual(tooLarge, [])
})

// Colours and widths do not depend on each other: each is looked at once. Owners have phones.
const devices = [
  { colorScheme: 'dark', width: 360, height: 740, looks: ({ path }: Looked) => path !== WHOLE_MAP },
  { colorScheme: 'light', width: 1280, height: 800, looks: ({ login }: Looked) => login !== SITI },
] as const
for (const { colorScheme, width, height, looks } of devices) {
  test(`pages of the registry hold WCAG 2.2 AA at ${width} × ${height}, ${colorScheme}`, { skip: noBrowser }, async (t) => {
    const app = await freshApp(t)
    const baseUrl = await serveApp(t, app)
    const looked = (await everyPage(app)).filter(looks)
    const browser = await startBrowser(t)

    const found: string[] = []
    for (const login of ['data', SITI]) {
      const page = await (await deviceOf(browser, app, login, { colorScheme })).newPage()
      await page.setViewportSize({ width, height })
      page.on('console', (message) => found.push(message.text()))
      for (const { path } of looked.filter((one) => one.login === login)) {
        found.push(...await flawsOf(page, baseUrl, path))
      }
    }

    assert.deepEqual(found, [])
  })
}
