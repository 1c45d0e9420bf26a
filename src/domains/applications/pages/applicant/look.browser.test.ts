import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { deviceOf, flawsOf, noBrowser, serveApp, startBrowser } from '../../../../apps/browser-testing.ts'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { takeStep } from '../../commands/steps.ts'
import { aCaseIn, aDraft, aKnowingService, aVersionOfUm02, actorFor, aReturnedCase, must } from '../../testing.ts'
import { findApplication } from '../../store.ts'
import { aPhoto, formWith } from './testing.ts'

const SITI = '081200000001'
const LONG_NAME = 'Usaha Dagang Sumber Rejeki Barokah Sejahtera Abadi Makmur Sentosa Putra Mandiri Kerupuk Udang'
/** HTML and stylesheet together, compressed, in bytes. */
const BUDGET = 14 * 1024

const inEnglish = (path: string) => `${path}${path.includes('?') ? '&' : '?'}bahasa=en`

/** A form that begins with what is known and holds a list of entries; its pages. */
async function knowingPages(app: TestApp, businessId: string): Promise<string[]> {
  await aKnowingService(app, { code: 'ZZ-08' })
  await aVersionOfUm02(app, {
    code: 'ZZ-09', questions: [{
      key: 'founders', type: 'group', required: true, label: { id: 'Pendiri', en: 'Founders' }, least: 9, example: [],
      of: [{ key: 'name', type: 'text', required: true, label: { id: 'Nama lengkap', en: 'Full name' }, example: 'Siti' }],
    }],
  })
  const begin = async (code: string) => {
    const reply = await (await app.as(SITI)).post(`/permohonan/baru?layanan=${code}`, { usaha: businessId, formKey: randomUUID() })
    return reply.headers.get('location') ?? ''
  }
  const [known, list] = [await begin('ZZ-08'), await begin('ZZ-09')]
  await (await app.api(SITI)).patch(`/applications/${list.split('/')[2] ?? ''}`, { answers: { founders: [{ name: LONG_NAME }] } })
  return [known, known.replace('diketahui', 'isi/capital'), list, `${list}/1`, `${list}/baru`]
}

/** Every public and applicant page of services and applications, in each state that looks different. */
async function everyPage(app: TestApp): Promise<{ paths: string[]; pass: string }> {
  const draft = await aDraft(app)
  const over = { businessId: draft.businessId }
  const [submitted, accepted, issued, rejected] = [
    await aCaseIn(app, 'submitted', over), await aCaseIn(app, 'accepted', over), await aCaseIn(app, 'issued', over), await aCaseIn(app, 'submitted', over),
  ]
  await app.db.updateTable('registry.businesses').set({ name: LONG_NAME }).execute()
  await app.db.updateTable('applications.applications')
    .set({ answers: JSON.stringify({ purpose: 'bank-loan', addressedTo: 'W'.repeat(80), statement: true }) }).execute()
  const counter = await actorFor(app, 'loket')
  const note = 'Omzet usaha di atas Rp2 miliar setahun. '.repeat(12)
  await must(app, (unit) => takeStep(app.tools, unit, counter, rejected, { step: 'reject', reasonCode: 'not-micro', note }))
  const returned = await aReturnedCase(app)
  const siti = await app.as(SITI)
  await siti.post(`/permohonan/${draft.id}/berkas/taxCard`, formWith(await aPhoto()))
  const reference = (await findApplication(app.db, accepted))?.reference ?? ''
  const tracked = await app.visitor.post('/lacak', { nomor: reference, angka: '0001' })
  const knowing = await knowingPages(app, draft.businessId)
  const part = (path: string) => `/permohonan/${draft.id}${path}`
  return {
    pass: decodeURIComponent((tracked.headers.get('set-cookie') ?? '').split(';')[0]?.replace('lacak=', '') ?? ''),
    paths: [
      ...knowing, '/permohonan/pilih', '/layanan/um-02/formulir',
      '/', '/layanan', '/layanan/um-02', '/maklumat', '/aksesibilitas', '/kinerja', '/kinerja/definisi', '/lacak', '/lacak/UM02-2611-AAAAAA', `/lacak/${reference}`, '/permohonan',
      '/permohonan/baru?layanan=UM-02', part(''), part('/isi/purpose'), part('/isi/addressedTo'), part('/berkas'), part('/berkas/taxCard'),
      part('/berkas/businessNumberDocument'), part('/periksa'), part('/tarik'), `/permohonan/${submitted}`, `/permohonan/${submitted}/tanda-terima`,
      `/permohonan/${submitted}/periksa`, `/permohonan/${accepted}/tanda-terima`, `/permohonan/${returned}`, `/permohonan/${returned}/periksa`,
      `/permohonan/${rejected}`, `/permohonan/${issued}`,
    ],
  }
}

test('every public and applicant page fits into 14 KB with its stylesheet', async (t) => {
  const app = await freshApp(t)
  const { paths, pass } = await everyPage(app)
  const cookie = `sid=${await app.tokenFor(SITI, 'browser')}; lacak=${encodeURIComponent(pass)}`

  const sizes = new Map<string, number>()
  for (const path of [...paths, ...paths.map(inEnglish)]) {
    const reply = await app.app.request(path, { headers: { cookie } })
    const html = await reply.text()
    assert.equal(reply.status, 200, path)
    const style = await (await app.app.request(html.match(/rel="stylesheet" href="([^"]+)"/)?.[1] ?? '')).text()
    sizes.set(path, gzipSync(html).length + gzipSync(style).length)
    assert.doesNotMatch(html, /<script(?! src="\/assets\/)|style="| on[a-z]+="/, `${path} needs a script or a style of its own`)
  }

  assert.deepEqual([...sizes].filter(([, size]) => size > BUDGET), [])
})

// Colours and languages do not depend on each other: each is looked at once.
for (const [colorScheme, language, said] of [['light', 'Indonesian', (path: string) => path], ['dark', 'English', inEnglish]] as const) {
  test(`every public and applicant page holds WCAG 2.2 AA on a phone, ${colorScheme} and in ${language}`, { skip: noBrowser }, async (t) => {
    const app = await freshApp(t)
    const baseUrl = await serveApp(t, app)
    const { paths, pass } = await everyPage(app)
    const browser = await startBrowser(t)
    const device = await deviceOf(browser, app, SITI, { colorScheme })
    await device.addCookies([{ name: 'lacak', value: pass, url: baseUrl }])
    const page = await device.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))

    const found: string[] = []
    for (const path of paths.map(said)) {
      found.push(...await flawsOf(page, baseUrl, path))
    }

    assert.deepEqual(found, [])
    assert.deepEqual(complaints, [])
  })
}
