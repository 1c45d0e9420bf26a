import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { readFaq, readGuidance } from './content.ts'
import { readingOf, syllablesOf } from './core/readability.ts'
import { search, type Findable } from './search.ts'
import { speakGuidance } from './spoken-store.ts'

test('an Indonesian word has as many syllables as it is spoken with', () => {
  const table = [['usaha', 3], ['koperasi', 4], ['pantai', 2], ['kerbau', 2], ['mulai', 2], ['bermain', 3], ['surat', 2], ['KTP', 1], ['2026', 1], ['keuangan', 4], ['amboi', 2]] as const

  for (const [word, count] of table) assert.equal(syllablesOf(word), count, word)
})

test('long sentences and long words make a text harder', () => {
  const easy = readingOf(['Bawa KTP. Isi nama Anda. Kirim hari ini. Petugas kami siap bantu.'])
  const hard = readingOf(['Penyelenggaraan pemberdayaan perkoperasian dilaksanakan berdasarkan ketentuan peraturan perundang-undangan yang mengatur pertanggungjawaban penyelenggara'])

  assert.ok(easy.grade <= 3, JSON.stringify(easy))
  assert.equal(hard.grade, 13)
})

test('what citizens read for help is easy enough for the sixth year of school', async () => {
  const faq = readingOf((await readFaq()).flatMap((one) => [one.question.id, one.answer.id]))
  const guidance = readingOf((await readGuidance()).flatMap((one) => [one.title.id, ...one.steps.map((step) => step.id)]))

  assert.ok(faq.grade <= 6, JSON.stringify(faq))
  assert.ok(guidance.grade <= 6, JSON.stringify(guidance))
})

test('people find a service with their own words, with typing errors and other forms of a word', () => {
  const list: Findable[] = [
    { href: '/layanan/um-09', kind: 'service', title: 'Rekomendasi Pembiayaan', text: 'Surat untuk kredit usaha.', words: 'UM-09 pinjam modal kredit kurda' },
    { href: '/layanan/um-05', kind: 'service', title: 'Fasilitasi Sertifikat Halal', text: 'Didampingi sampai sertifikat terbit.', words: 'UM-05 label halal' },
    { href: '/layanan/um-02', kind: 'service', title: 'Surat Keterangan Usaha Mikro', text: 'Untuk bank, merek, pameran.', words: 'UM-02 surat usaha' },
  ]
  const table = [['mau pinjam modal', '/layanan/um-09'], ['pinjaman', '/layanan/um-09'], ['meminjam uang', '/layanan/um-09'], ['lebel halal', '/layanan/um-05'], ['sertifikat hallal', '/layanan/um-05'],
    ['um-02', '/layanan/um-02'], ['surat usaha', '/layanan/um-02']] as const

  for (const [asked, first] of table) assert.equal(search(list, asked, 'id')[0]?.href, first, asked)
  assert.deepEqual(search(list, 'xyzzy', 'id'), [])
})

test('the search page leads to the answer, and says what to do when nothing fits', async (t) => {
  const { visitor } = await freshApp(t)

  const found = await (await visitor.get('/cari?q=surat+hilang')).text()
  const nothing = await (await visitor.get('/cari?q=qqqqqq')).text()

  assert.ok(found.includes('href="/bantuan#lost-letter"'))
  assert.match(nothing, /Tidak ada yang cocok/)
  assert.ok(nothing.includes('href="/bantuan"'))
})

test('guidance is read in Javanese, marked as such for screen readers', async (t) => {
  const { visitor } = await freshApp(t)

  const html = await (await visitor.get('/bantuan/langkah?bahasa=jv')).text()

  assert.match(html, /lang="jv"/)
  assert.match(html, /Kabeh layanan gratis/)
})

test('news stands from its day to its last, and a withdrawn piece is gone', async (t) => {
  const app = await freshApp(t)
  const officer = await app.api('sekretaris')
  app.clock.set('2026-11-11T09:00:00+07:00')

  const late = await officer.post('/news', { titleId: 'Sudah lewat', bodyId: 'Isi', publishedOn: '2026-11-10' })
  const made = await officer.post('/news', { titleId: 'Pameran dibuka', bodyId: 'Datanglah.', publishedOn: '2026-11-12', endsOn: '2026-11-13' })

  assert.equal(late.status, 422)
  assert.equal(made.status, 201)
  const { id } = made.body
  assert.equal((await app.visitor.get(`/berita/${id}`)).status, 404)
  app.clock.set('2026-11-12T09:00:00+07:00')
  assert.match(await (await app.visitor.get(`/berita/${id}`)).text(), /Pameran dibuka/)
  const next = await app.api('sekretaris')
  assert.equal((await next.post(`/news/${id}/withdraw`)).status, 200)
  app.clock.pass({ minutes: 1 })
  assert.equal((await app.visitor.get(`/berita/${id}`)).status, 404)
})

test('guidance is read aloud by a voice service once, and again only when its text changed', async (t) => {
  const asked: string[] = []
  const voice = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => { body += part.toString() })
    request.on('end', () => {
      asked.push(body)
      // One of them fails on purpose: it is asked for again.
      if (asked.length === 2) response.writeHead(503).end()
      else response.writeHead(200, { 'content-type': 'audio/wav' }).end(Buffer.from('RIFF....WAVE'))
    })
  })
  await new Promise<void>((resolve) => { voice.listen(0, '127.0.0.1', resolve) })
  t.after(() => { voice.close() })
  const address = voice.address()
  const app = await freshApp(t, { config: { speechUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` } })
  const pieces = (await readGuidance()).length * 3

  const first = await speakGuidance(app.tools)
  const second = await speakGuidance(app.tools)

  assert.deepEqual([first, second, asked.length], [pieces - 1, 1, pieces + 1])
  const page = await (await app.visitor.get('/bantuan/langkah?bahasa=jv')).text()
  const [source] = /\/bantuan\/suara\/[a-z]+\/jv/.exec(page) ?? []
  const sound = await app.visitor.get(source ?? '')
  assert.equal(sound.headers.get('content-type'), 'audio/wav')
})
