import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { PDF } from '@libpdf/core'
import { transact } from '../../../platform/db/unit.ts'
import { publishRoots } from '../../../platform/log/roots.ts'
import { cleanOrphans } from '../../applications/jobs.ts'
import { factsInStretch, storedFacts } from '../cases-store.ts'
import { endOfPeriod } from '../core/report.ts'
import { setTargets } from './approve.ts'
import { contentOf, listFiles, listStands } from './store.ts'
import { actorOf, anOfficeWithReports, approveAll, draftedReport, reportOf } from './testing.ts'

/** The figures that a page offers for a decision. */
const offered = (html: string): string[] => [...html.matchAll(/name="setuju:([^"]+)"/g)].map(([, code = '']) => code)

test('on a phone the chain approves figure by figure, the head signs, and everybody may read and download', async (t) => {
  const app = await anOfficeWithReports(t)
  const { id } = await draftedReport(app, '2026-10')
  const path = `/petugas/laporan/${id}`
  const [kabid, kadis, counter] = [await app.as('kabid'), await app.as('kadis'), await app.as('loket')]

  // The counter reads and may not decide; the head cannot decide before it is his turn.
  assert.equal((await counter.get(path)).status, 200)
  assert.equal((await counter.post(`${path}/periksa`, { 'setuju:masuk': 'ya' })).status, 403)
  assert.equal((await kadis.post(`${path}/periksa`, { 'setuju:masuk': 'ya' })).status, 422)
  assert.equal((await (await app.as('kabid')).get(`${path}/tanda-tangan`)).status, 403)

  // A page offers a few; accepting and remarking the same figure is asked about, one of both is taken.
  const first = offered(await (await kabid.get(`${path}/periksa`)).text())
  assert.ok(first.length > 2 && first.length < 10)
  const both = await kabid.post(`${path}/periksa`, { [`setuju:${first[0]}`]: 'ya', [`catatan:${first[0]}`]: 'Ragu.' })
  assert.equal(both.status, 422)
  assert.match(await both.text(), /Ragu\./)
  assert.equal((await kabid.post(`${path}/periksa`, { [`setuju:${first[0]}`]: 'ya', [`catatan:${first[1]}`]: 'Mengapa <b>turun</b>?' })).status, 303)
  const stands = new Map((await listStands(app.db, id)).map(({ code, awaits }) => [code, awaits]))
  assert.deepEqual([stands.get(first[0] ?? ''), stands.get(first[1] ?? ''), stands.get(first[2] ?? '')], ['secretary', 'answer', 'division-head'])

  // The data steward answers; the words of the office are approved like a figure.
  const steward = await app.as('data')
  assert.match(await (await steward.get(`${path}/jawab`)).text(), /Mengapa &lt;b>turun/)
  assert.equal((await steward.post(`${path}/jawab`, { [`keterangan:${first[1]}`]: 'Libur panjang.' })).status, 303)
  assert.equal((await steward.post(path, { remarks: 'Bulan ini lancar.' })).status, 303)
  assert.match(await (await kabid.get(`${path}/angka/${first[1]}`)).text(), /Libur panjang\./)

  // Every figure opens its cases: as many as it says, by the same definition.
  const card = await reportOf(app, id)
  const content = await contentOf(app.db, card)
  const [told, quick] = [await factsInStretch(app.db, 'demo', content.log, endOfPeriod(content.period)), await storedFacts(app.db, 'demo', content.log, endOfPeriod(content.period))]
  const sorted = <T extends { id: string }>(list: T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  assert.deepEqual(sorted(quick), sorted(told))
  const district = content.figures.find(({ code }) => code === 'masuk')?.rows.find(({ by }) => by.district !== undefined)
  const api = await app.api('kabid')
  const cases = await api.get(`/reports/${id}/figures/masuk/cases?by=district&key=${district?.by.district}`)
  assert.deepEqual([cases.body.all, cases.body.items.length, cases.body.hidden], [district?.value, district?.value, 0])
  const page = await (await kabid.get(`${path}/berkas?angka=masuk`)).text()
  assert.ok(cases.body.items.every(({ id: one }: { id: string }) => page.includes(`/petugas/permohonan/${one}`)))
  assert.equal((await (await app.api('data')).get(`/reports/${id}/figures/masuk/cases`)).body.items.length, 0)

  // Nothing for the public before the signature; afterwards three files, the same to everybody.
  const address = '/laporan/bulanan/2026-10/1'
  assert.equal((await app.visitor.get(address)).status, 404)
  await approveAll(app, id)
  assert.equal((await kadis.post(`${path}/tanda-tangan`, {})).status, 303)
  const shown = await (await app.visitor.get(address)).text()
  for (const { part, sha256 } of await listFiles(app.db, id)) {
    assert.ok(shown.includes(sha256), part)
    assert.equal((await app.visitor.get(`${address}/${part}`)).status, 200)
  }
  const packed = await app.app.request(`${address}/json`, { headers: { 'accept-encoding': 'gzip' } })
  assert.deepEqual([packed.headers.get('content-encoding'), packed.headers.get('content-length')], ['gzip', null])
  assert.match(await (await app.visitor.get('/laporan')).text(), /Oktober 2026/)
  const english = [await (await app.visitor.get('/laporan?bahasa=en')).text(), await (await app.visitor.get(`${address}?bahasa=en`)).text()].join('')
  assert.match(english, /Monthly report on service, October 2026[^]*Applications received[^]*office hours[^]*Compute again in the browser/)
  assert.doesNotMatch(english, /Permohonan masuk|Oktober|Ringkasan|Unduh/)
  assert.equal((await api.post(`/reports/${id}/decisions`, { decisions: [{ figure: 'masuk' }] })).status, 409)
  app.clock.pass({ hours: 48 })
  await cleanOrphans(app.tools)
  assert.equal((await app.visitor.get(`${address}/pdf`)).status, 200)
})

test('without a signer the report is printed, signed by hand, scanned and kept; a goal that was missed must be explained first', async (t) => {
  const app = await anOfficeWithReports(t, { wetInk: true })
  app.clock.set('2027-01-05T09:00:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  const steward = await actorOf(app, 'data')
  assert.ok((await transact(app.db, app.tools.clock, (unit) => setTargets(unit, steward, 2026, new Map([['masuk', 1_000_000], ['tepat-waktu', 0]])))).ok)
  const { id } = await draftedReport(app, '2026')
  const path = `/petugas/laporan/${id}`
  const [kabid, data, kadis, sekretaris] = [await app.as('kabid'), await app.as('data'), await app.as('kadis'), await app.as('sekretaris')]

  const early = await kabid.post(`${path}/periksa`, { 'setuju:masuk': 'ya' })
  assert.equal(early.status, 422)
  assert.match(await early.text(), /sasaran tidak tercapai/)
  assert.equal((await data.post(`${path}/jawab?semua=ya`, { 'keterangan:masuk': 'Sosialisasi baru dimulai.' })).status, 303)
  await approveAll(app, id)
  const { targets } = await contentOf(app.db, await reportOf(app, id))
  assert.deepEqual(targets.map(({ code, isMet }) => [code, isMet]), [['masuk', false], ['tepat-waktu', true]])

  assert.equal((await kadis.post(`${path}/tanda-tangan`, {})).status, 303)
  assert.equal((await reportOf(app, id)).state, 'signing')
  const print = Buffer.from(await (await sekretaris.get(`${path}/unduh/print`)).arrayBuffer())
  const form = (bytes: Uint8Array) => {
    const fields = new FormData()
    fields.set('file', new File([Uint8Array.from(bytes)], 'pindaian.pdf', { type: 'application/pdf' }))
    return fields
  }
  assert.equal((await sekretaris.post(`${path}/pindaian`, form(print))).status, 422)
  const scanned = await PDF.load(print)
  scanned.getPages()[0]?.drawRectangle({ x: 100, y: 200, width: 80, height: 20 })
  const scan = await scanned.save()
  assert.equal((await sekretaris.post(`${path}/pindaian`, form(scan))).status, 303)

  const card = await reportOf(app, id)
  assert.deepEqual([card.state, card.signature, card.signedAt && Temporal.Instant.fromEpochMilliseconds(card.signedAt.getTime()).equals(app.clock.now)], ['signed', 'wet-ink', true])
  assert.deepEqual((await listFiles(app.db, id)).map(({ part }) => part), ['json', 'pdf', 'print', 'xlsx'])
  assert.equal((await app.visitor.get('/laporan/tahunan/2026/1/print')).status, 404)
  assert.equal((await app.visitor.get('/laporan/tahunan/2026/1/pdf')).status, 200)
})
