import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { deviceOf, flawsOf, noBrowser, serveApp, startBrowser } from '../../../apps/browser-testing.ts'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { askOpening } from '../identity.ts'
import { proposeGuidance, reviewGuidance } from '../guidance.ts'
import { aTicket, accountIds, actorOf, anAnsweredTicket, done, step } from '../testing.ts'

const SITI = '081200000001'
const LONG = 'Sudah tiga kali saya datang dari Kupang naik perahu, loket selalu tutup sebelum jamnya dan tidak ada yang memberi tahu kapan buka lagi. '.repeat(8)
const NAME = 'Raden Ayu Siti Nurjanah Kusumaningrum Prawirodirdjo Sastroatmodjo'
/** HTML and stylesheet together, compressed, in bytes. */
const BUDGET = 14 * 1024

const inEnglish = (path: string) => `${path}${path.includes('?') ? '&' : '?'}bahasa=en`

type Paths = { open: string[]; own: string[]; desk: string[] }

/** Every page of the domain in each state that looks different, with very long words in it. */
async function everyPage(app: TestApp): Promise<Paths> {
  const siti = await actorOf(app, SITI)
  const { verifikator } = await accountIds(app)
  const received = await aTicket(app, { identity: 'named', words: LONG, wanted: LONG.slice(0, 900), place: NAME, regionCode: '35.15.05' }, siti)
  const similar = await aTicket(app, { identity: 'named', words: `${LONG} Mohon perhatian.`, regionCode: '35.15.05' }, siti)
  const asked = await aTicket(app, { identity: 'named', words: LONG, cooperative: NAME, isMember: true }, siti)
  await step(app, 'loket', asked.ticket.id, { step: 'defer', words: LONG })
  const answered = await anAnsweredTicket(app, { identity: 'named', words: LONG }, siti)
  const sealed = await aTicket(app, { identity: 'sealed', name: NAME, aboutPost: 'counter', aboutName: 'Ningsih', words: LONG })
  await step(app, 'sekretaris', sealed.ticket.id, { step: 'verify', class: 'examination', category: 'conduct', assignTo: verifikator })
  const secretary = await actorOf(app, 'sekretaris')
  await done(app, (unit) => askOpening(unit, secretary, sealed.ticket.id, LONG.slice(0, 300)))
  const question = await anAnsweredTicket(app, { kind: 'consultation', words: 'Bagaimana mengurus label halal untuk kerupuk udang?', mayPublish: true })
  const other = await anAnsweredTicket(app, { kind: 'consultation', words: 'Apakah ada pinjaman modal untuk pedagang kecil?', mayPublish: true })
  const verifier = await actorOf(app, 'verifikator')
  const text = { question: 'Bagaimana mengurus label halal untuk kerupuk udang dan hasil laut lain?', answer: LONG }
  const guidance = await done(app, (unit) => proposeGuidance(app.tools, unit, verifier, question.ticket.id, text))
  await done(app, (unit) => reviewGuidance(unit, secretary, guidance.id, 'approve'))
  await done(app, (unit) => proposeGuidance(app.tools, unit, verifier, other.ticket.id, { ...text, question: 'Apakah ada pinjaman modal?' }))
  const ticket = (id: string) => `/petugas/pengaduan/${id}`
  return {
    open: ['/pengaduan', '/pengaduan/baru?jenis=pengaduan', '/pengaduan/baru?jenis=saran', '/pengaduan/baru?jenis=informasi', '/pengaduan/baru?jenis=konsultasi', '/pengaduan/lacak', '/pengaduan/lacak/PGD-2611-AAAAAA',
      '/konsultasi', '/panduan', '/panduan?q=xyz', `/panduan/${guidance.id}`],
    own: ['/pengaduan/saya', ...[received, asked, answered].map((one) => `/pengaduan/lacak/${one.ticket.reference}`)],
    desk: ['/petugas/pengaduan', '/petugas/pengaduan?lihat=selesai', '/petugas/pengaduan/baru', '/petugas/pengaduan/angka', '/petugas/pengaduan/lapor', '/petugas/panduan',
      ...[similar, asked, sealed, question].map((one) => ticket(one.ticket.id))],
  }
}

test('every public page of reports fits into 14 KB with its stylesheet and needs no script', async (t) => {
  const app = await freshApp(t)
  const { open, own } = await everyPage(app)
  const cookie = `sid=${await app.tokenFor(SITI, 'browser')}`

  const sizes = new Map<string, number>()
  for (const path of [...open, ...own, ...[...open, ...own].map(inEnglish)]) {
    const reply = await app.app.request(path, { headers: { cookie } })
    const html = await reply.text()
    assert.equal(reply.status, 200, path)
    const style = await (await app.app.request(html.match(/rel="stylesheet" href="([^"]+)"/)?.[1] ?? '')).text()
    sizes.set(path, gzipSync(html).length + gzipSync(style).length)
    assert.doesNotMatch(html, /<script|style="| on[a-z]+="/, `${path} needs a script or a style of its own`)
  }

  assert.deepEqual([...sizes].filter(([, size]) => size > BUDGET), [])
})

test('every page of reports holds WCAG 2.2 AA on a phone, and a ticket is opened with the keyboard alone', { skip: noBrowser }, async (t) => {
  const app = await freshApp(t)
  const baseUrl = await serveApp(t, app)
  const { open, own, desk } = await everyPage(app)
  const browser = await startBrowser(t)
  const citizen = await (await deviceOf(browser, app, SITI)).newPage()
  const secretary = await (await deviceOf(browser, app, 'sekretaris', { colorScheme: 'dark' })).newPage()

  const found: string[] = []
  // Suggestions and requests are the same form with less in it.
  const looked = open.filter((path) => !/jenis=(saran|informasi)|q=xyz|AAAAAA/.test(path))
  for (const path of [...looked, ...own]) found.push(...await flawsOf(citizen, baseUrl, path))
  for (const path of [open[1] ?? '', own[3] ?? ''].map(inEnglish)) found.push(...await flawsOf(citizen, baseUrl, path))
  for (const path of desk.filter((one) => !/selesai|lapor/.test(one))) found.push(...await flawsOf(secretary, baseUrl, path))

  const { ticket, secret } = await aTicket(app)
  const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await stranger.goto(`${baseUrl}/pengaduan/lacak`)
  await stranger.locator('[name=nomor]').focus()
  await stranger.keyboard.type(ticket.reference)
  await stranger.keyboard.press('Tab')
  await stranger.keyboard.type(secret)
  await stranger.keyboard.press('Enter')
  await stranger.waitForURL(/PGD-/)

  assert.deepEqual(found, [])
  assert.match(await stranger.getByRole('main').innerText(), /menunggu diperiksa/)
})
