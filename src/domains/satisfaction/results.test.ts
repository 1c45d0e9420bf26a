import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aCaseIn } from '../applications/testing.ts'
import { turnDay } from './jobs.ts'

/** Lines of digits of full sheets whose answers sum to `sum`, threes and fours. */
function digitsOf(sheets: number, sum: number): string[] {
  const fours = sum - sheets * 27
  const all = Array.from({ length: sheets * 9 }, (_one, at) => (at < fours ? '4' : '3')).join('')
  return Array.from({ length: sheets }, (_one, at) => all.slice(at * 9, at * 9 + 9))
}

async function typeIn(app: TestApp, digits: readonly string[], day: string, more: object = {}): Promise<number[]> {
  const loket = await app.api('loket')
  const statuses: number[] = []
  for (let at = 0; at < digits.length; at += 10) {
    const sheets = digits.slice(at, at + 10).map((one) => ({ digits: one, ...more }))
    statuses.push((await loket.post('/satisfaction/paper', { formKey: randomUUID(), serviceCode: 'UM-02', day, sheets })).status)
  }
  return statuses
}

const page = async (app: TestApp, path: string, login?: string) => (await (login === undefined ? app.visitor : await app.as(login)).get(path)).text()

test('44 sheets of paper give the 91.48 of the example, published ten days after the quarter and then fixed', async (t) => {
  const app = await freshApp(t)
  await aCaseIn(app, 'issued')
  const typed = await typeIn(app, digitsOf(44, 1449).slice(0, 43), '2026-11-10', { respondent: { gender: 'female', disability: 'no' } })
  const desk = await page(app, '/petugas/skm', 'kadis')
  const early = await page(app, '/skm/hasil')
  app.clock.set('2027-01-09T09:00:00+07:00')
  const last = await typeIn(app, digitsOf(44, 1449).slice(43), '2026-12-30', { respondent: { gender: 'male' }, suggestion: 'Tambah kursi.' })
  await turnDay(app.tools, 'demo')
  const stillOpen = await page(app, '/skm/hasil')

  app.clock.set('2027-01-10T09:00:00+07:00')
  const late = await typeIn(app, ['111111111'], '2026-12-31')
  await turnDay(app.tools, 'demo')
  await turnDay(app.tools, 'demo')
  const [shown, english] = [await page(app, '/skm/hasil'), await page(app, '/skm/hasil?bahasa=en')]
  const [csv, pdf] = [await page(app, '/skm/hasil/2026-T4.csv'), await app.visitor.get('/skm/hasil/2026-T4.pdf')]
  const { body: { items } } = await (await app.api('loket')).get('/satisfaction/publications')

  assert.deepEqual([...typed, ...last, ...late], [201, 201, 201, 201, 201, 201, 422])
  assert.match(desk, /Masih berjalan[\s\S]*43 lembar masuk, 40 sudah masuk hitungan/)
  for (const one of [early, stillOpen]) assert.match(one, /Belum ada hasil/)
  assert.match(shown, /Triwulan IV 2026[\s\S]*91,48[\s\S]*A, sangat baik[\s\S]*44 dari minimal 1/)
  assert.match(english, /91\.48[\s\S]*A, very good/)
  assert.match(csv, /2026-T4,2026-10-01,2026-12-31,2027-01-10,semua,,,44,1,1,,,91\.48,A,/)
  assert.equal(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(items.map(({ period }: { period: string }) => period), ['2026', '2026-T4'])
  assert.deepEqual([items[1].results.figures.index, items[1].results.figures.lowest.length, items[0].results.figures.index, items[0].results.profile], ['91.48', 3, '91.48', undefined])
  // One man among 43 women is not told, nor who told nothing.
  assert.deepEqual(items[1].results.profile.gender, { female: null, male: null, untold: 0 })
  assert.match(await page(app, '/petugas/kinerja', 'kadis'), /Kepuasan \(SKM\)<\/h2><p class="figure-value">91,48 \(A\)[\s\S]*href="\/skm\/hasil"/)
  for (const path of ['/skm/hasil?periode=2027-T1', '/skm/hasil/2027.pdf', '/skm/hasil/2026-T3.csv']) assert.equal((await app.visitor.get(path)).status, 404, path)
})

test('of four respondents nothing is told but their number, neither to officers nor in what they suggest', async (t) => {
  const app = await freshApp(t)
  await typeIn(app, Array<string>(4).fill('222222222'), '2026-11-10', { suggestion: 'Pak Budi di loket 2 lambat.' })
  app.clock.set('2027-01-11T09:00:00+07:00')
  await turnDay(app.tools, 'demo')

  const [shown, desk, suggestions] = [await page(app, '/skm/hasil?periode=2026-T4'), await page(app, '/petugas/skm?periode=2026-T4', 'sekretaris'), await page(app, '/petugas/skm/saran?triwulan=2026-T4', 'sekretaris')]

  for (const one of [shown, desk]) assert.match(one, /terlalu sedikit[\s\S]*Kurang dari 5 responden[\s\S]*<p class="figure-value">4</)
  for (const one of [shown, desk]) assert.doesNotMatch(one, /50,00|NRR tertimbang/)
  assert.match(suggestions, /Tidak ada saran/)
})

test('a suggestion is released or hidden by hand, with a reason and a trace, and only by who may', async (t) => {
  const app = await freshApp(t)
  await typeIn(app, Array<string>(5).fill('33333333-'), '2026-11-10')
  await typeIn(app, ['444444444', '444444444'], '2026-11-10', { suggestion: 'Kursi tunggu kurang.' })
  const before = await (await app.api('kadis')).get('/satisfaction/suggestions?quarter=2026-T4')
  app.clock.pass({ hours: 24 })
  await turnDay(app.tools, 'demo')
  const { body: { items: [first, second] } } = await (await app.api('loket')).get('/satisfaction/suggestions?quarter=2026-T4')
  const path = (one: { id: string }) => `/petugas/skm/saran/2026-T4/${one.id}`

  const refused = await (await app.as('loket')).post(path(first), { to: 'public' })
  const bare = await (await app.as('kadis')).post(path(first), { to: 'hidden', reason: '' })
  const hidden = await (await app.as('kadis')).post(path(first), { to: 'hidden', reason: 'Memuat nama orang.' })
  const released = await (await app.api('sekretaris')).post(`/satisfaction/suggestions/${second.id}`, { to: 'public' })
  app.clock.set('2027-01-11T09:00:00+07:00')
  await turnDay(app.tools, 'demo')

  assert.deepEqual(before.body.items, [])
  assert.deepEqual([refused.status, bare.status, hidden.status, released.status], [403, 422, 303, 200])
  assert.equal((await page(app, '/skm/hasil?periode=2026-T4')).match(/Kursi tunggu kurang/g)?.length, 1)
  const { length } = await app.db.selectFrom('log.events').select('body').where('body', 'like', '%satisfaction.suggestion-%').execute()
  assert.equal(length, 2)
})

test('a finding has its action, post and day, ends with evidence, and everybody reads what was said and done', async (t) => {
  const app = await freshApp(t)
  const kabid = await app.as('kabid')
  const line = { formKey: randomUUID(), period: '2026-T4', element: 'time', finding: 'Antrean pagi terlalu lama.', action: 'Membuka loket kedua pada pagi hari.', owner: 'Kepala Bidang Usaha Mikro', 'dueOn-day': '1', 'dueOn-month': '12', 'dueOn-year': '2026' }

  const added = [await kabid.post('/petugas/skm/rencana/baru', line), await kabid.post('/petugas/skm/rencana/baru', line)]
  const past = await kabid.post('/petugas/skm/rencana/baru', { ...line, formKey: randomUUID(), 'dueOn-year': '2025' })
  const { body: { items } } = await (await app.api('kabid')).get('/satisfaction/plan')
  const during = await page(app, '/skm/tindak-lanjut')
  const [bare, ended, twice] = [await kabid.post(`/petugas/skm/rencana/${items[0].id}`, { state: 'done', words: 'sudah' }),
    await kabid.post(`/petugas/skm/rencana/${items[0].id}`, { state: 'done', words: 'Loket kedua dibuka 1 Desember, lihat foto di papan.' }),
    await (await app.api('kadis')).post(`/satisfaction/plan/${items[0].id}/end`, { state: 'dropped', words: 'Tidak jadi dikerjakan.' })]

  assert.deepEqual([...added, past, bare, ended].map(({ status }) => status), [303, 303, 422, 422, 303])
  assert.deepEqual([items.length, twice.status, (await (await app.as('loket')).get('/petugas/skm/rencana/baru')).status], [1, 409, 403])
  assert.match(during, /Antrean pagi terlalu lama[\s\S]*sedang dikerjakan[\s\S]*1 Desember 2026/)
  app.clock.pass({ minutes: 2 })
  assert.match(await page(app, '/skm/tindak-lanjut?bahasa=en'), /You said, we did[\s\S]*Loket kedua dibuka/)
})

test('an element added with weights that total 1 is asked from its day on', async (t) => {
  const app = await freshApp(t)
  const secretary = await app.api('sekretaris')
  const { body: now } = await secretary.get('/satisfaction/questionnaire')
  const text = (id: string) => ({ id, en: `${id} (en)` })
  const added = { key: 'safety', name: text('Keamanan'), question: text('Apakah tempat pelayanan aman?'), ladder: ['Tidak aman', 'Kurang aman', 'Aman', 'Sangat aman'].map(text) }
  const version = (each: string, last: string) => ({ validFrom: '2026-11-12', basis: 'Keputusan Kepala Dinas', elements: [...now.elements.map((one: object) => ({ ...one, weight: each })), { ...added, weight: last }] })

  const wrong = await secretary.post('/satisfaction/questionnaires', version('1/9', '1/10'))
  const set = await secretary.post('/satisfaction/questionnaires', version('1/10', '0.1'))
  const status = [(await (await app.api('loket')).post('/satisfaction/questionnaires', version('1/10', '0.1'))).status]
  const short = await typeIn(app, ['333333333'], '2026-11-11')
  app.clock.pass({ hours: 24 })
  const long = await typeIn(app, Array<string>(5).fill('3333333334'), '2026-11-12')

  assert.deepEqual([wrong.status, wrong.body.problems[0].message, set.status, set.body.version, ...status, ...short, ...long], [422, 'Semua bobot harus berjumlah tepat 1; sekarang 1,1000.', 201, 2, 403, 201, 201])
  const { body } = await (await app.api('sekretaris')).get('/satisfaction/results/2026-T4')
  assert.deepEqual([body.results.figures.index, body.results.figures.elements.at(-1)], ['77.50', { key: 'safety', n: 5, nrr: '4.00', weighted: '0.400', converted: '100.00', category: 'A' }])
})
