import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Category } from './choices.ts'
import { type Comparable, LIKENESS, probableDuplicates, searchGuidance } from './duplicates.ts'
import { tellingWords } from './plain-words.ts'
import { readTicket, secretDigits } from './reference.ts'
import { roundOf } from './round.ts'
import { officersMeant, suggestCategory } from './suggest.ts'
import { publicTallies } from './summary.ts'

const SAID: [string, Category][] = [
  ['Saya diminta membayar Rp50.000 oleh calo supaya surat cepat jadi', 'fee'],
  ['Petugasnya judes dan membentak saya di depan orang banyak', 'conduct'],
  ['Sudah dua minggu menunggu, kapan selesai?', 'time'],
  ['Berkas saya dikembalikan bolak balik, syaratnya tidak jelas', 'requirements'],
  ['Tidak bisa login, kode OTP tidak masuk, aplikasi galat', 'system'],
  ['Nama usaha saya salah ejaan di surat', 'wrong-data'],
  ['Pengurus koperasi tidak pernah RAT dan simpanan anggota tidak bisa diambil', 'cooperative'],
  ['Mantap sekali', 'other'],
]
for (const [text, category] of SAID) {
  test(`"${text}" is proposed as ${category}`, () => {
    const suggested = suggestCategory(text)
    assert.equal(suggested.category, category)
    assert.equal(suggested.because.length > 0, category !== 'other')
  })
}

const aTicket = (id: string, words: string, more: Partial<Comparable> = {}): Comparable =>
  ({ id, words, serviceCode: null, regionCode: null, cooperativeId: null, applicationId: null, named: [], ...more })

test('two reports of one broker in one village are shown as probably the same, with why; another complaint there is not', () => {
  const one = aTicket('a', 'Ada calo minta uang Rp50.000 untuk surat keterangan usaha di balai desa', { regionCode: '35.15.05' })
  const found = probableDuplicates(one, [
    aTicket('b', 'Calo di balai desa meminta uang lima puluh ribu buat surat usaha', { regionCode: '35.15.05' }),
    aTicket('c', 'Loket tutup sebelum jam pulang', { regionCode: '35.15.05' }), one,
  ])

  assert.deepEqual(found.map(({ id, because }) => [id, because]), [['b', ['same-words', 'same-region']]])
  assert.ok(found[0]?.shared.includes('calo'))
})

test('likeness does not depend on which of two tickets came first, and never passes one', () => {
  const words = fc.array(fc.constantFrom('calo', 'uang', 'surat', 'loket', 'koperasi', 'lambat', 'salah', 'nama'), { maxLength: 8 }).map((list) => list.join(' '))
  const fact = fc.constantFrom(null, 'x', 'y')
  const ticket = (id: string) => fc.record({ words, serviceCode: fact, regionCode: fact, cooperativeId: fact, applicationId: fact })
    .map((facts): Comparable => ({ id, named: [], ...facts }))
  fc.assert(fc.property(ticket('a'), ticket('b'), (one, other) => {
    const [there, back] = [probableDuplicates(one, [other]), probableDuplicates(other, [one])]
    assert.equal(there[0]?.score, back[0]?.score)
    assert.ok((there[0]?.score ?? 1) <= 1 && (there[0]?.score ?? 1) >= LIKENESS.least)
  }))
})

test('a question in plain words finds the answer that speaks of it, however it is inflected', () => {
  const entries = [
    { id: '1', question: 'Bagaimana cara mengurus label halal?', answer: 'Bawa NIB.' },
    { id: '2', question: 'Apakah ada bantuan modal?', answer: 'KUR lewat bank.' },
  ]
  assert.deepEqual(searchGuidance('pinjaman modal', entries).map(({ id }) => id), ['2'])
  assert.deepEqual(searchGuidance('ngurus sertifikat halalnya', entries).map(({ id }) => id), ['1'])
  assert.equal(searchGuidance('', entries).length, 2)
})

test('words that only join others are no subject', () => {
  assert.deepEqual([...tellingWords('yang dan di ke dari untuk saya')], [])
})

const STAFF = [
  { id: 'loket', name: 'Ningsih Wulandari', roles: ['counter'] }, { id: 'kabid', name: 'Bambang Hariyanto', roles: ['division-head'] },
  { id: 'sekretaris', name: 'Endang Lestari', roles: ['secretary'] }, { id: 'kadis', name: 'Agus Prasetyo', roles: ['office-head'] },
]
const about = (more: Partial<Parameters<typeof roundOf>[0]>) => roundOf({ post: null, name: '', words: '', ...more }, STAFF)

test('an officer is meant by one word of his name where a name is asked, by the whole name in the running text', () => {
  assert.deepEqual(officersMeant('bu ningsih', '', STAFF), ['loket'])
  assert.deepEqual(officersMeant('', 'Ibu Ningsih Wulandari, di loket 2', STAFF), ['loket'])
  assert.deepEqual(officersMeant('', 'Saya Ningsih dari Jabon', STAFF), [])
})

test('a report about nobody takes no other way', () => assert.equal(about({ words: 'surat lama sekali' }), undefined))

test('a report about an officer is open to secretary and head alone, and he is barred', () => {
  assert.deepEqual(about({ post: 'counter', name: 'Ningsih' }), { barred: ['loket'], openTo: ['secretary', 'office-head'], tellsInspectorate: false })
})

test('where the name is not known, all who hold the post are barred', () => assert.deepEqual(about({ post: 'division-head' })?.barred, ['kabid']))

test('a report about the head goes to the secretary and the inspectorate; about both, to the heads of division', () => {
  assert.deepEqual(about({ post: 'office-head' }), { barred: ['kadis'], openTo: ['secretary', 'office-head'], tellsInspectorate: true })
  assert.deepEqual(about({ post: 'office-head', name: 'Endang' }), { barred: ['kadis', 'sekretaris'], openTo: ['division-head', 'secretary', 'office-head'], tellsInspectorate: true })
})

test('a ticket number is read as people type it', () => {
  assert.equal(readTicket(' pgd 2611 k7qm4x '), 'PGD-2611-K7QM4X')
  assert.equal(readTicket('UM02-2611-K7QM4X'), undefined)
})

test('the secret has six digits, leading zeros too', () => {
  assert.equal(secretDigits(new Uint8Array([0, 0, 0, 0, 0, 7])), '000007')
  assert.match(secretDigits(new Uint8Array([255, 255, 255, 255, 255, 255])), /^\d{6}$/)
})

test('of published counts no small one shows or follows from the others', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 8 }), (counts) => {
    const { total, parts } = publicTallies(counts.map((count, at) => ({ key: String(at), count })))
    assert.ok(parts.every(({ count }) => count === null || count === 0 || count >= 5))
    if (total === null) return
    const rest = total - parts.reduce((sum, { count }) => sum + (count ?? 0), 0)
    assert.ok(rest === 0 || rest >= 5)
    assert.notEqual(parts.filter(({ count }, at) => count === null && (counts[at] ?? 0) > 0).length, 1)
  }))
})
