import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nameSimilarity, nameWords, normalName, soundOf } from './names.ts'

const sameNames: [string, string][] = [
  ['H. Moch. Soekardjo, S.E.', 'Muhammad Sukarjo'],
  ['Moh. Zainul Arifin', 'M. Zaenul Arifin'],
  ['M.Zainul Arifin', 'Mochamad Zainul Arifin'],
  ['Hj. Siti Choiriyah', 'St. Khoiriyah'],
  ['Bpk. Tjahjo Oetomo', 'Cahyo Utomo'],
  ['Ach. Sjaifoel', 'Ahmad Syaiful'],
  ['Joko Soenjoto, S.T.', 'Joko Sunyoto'],
  ['Abd. Rohman', 'Abdul Rochman'],
  ['Prasetyo', 'Prasetio'],
  ['Ibu Rizky Dwie', 'Rizqi Dwi'],
  ['Sulistiowati', 'SULISTYOWATI'],
  ['Widjaja', 'Wijaya'],
  ["Ma'ruf", 'Maruf'],
  ['Krupuk Bu Tini', 'UD. Kerupuk Tini'],
  ['CV Sumber Rejeki', 'Toko "Sumber Rezeki"'],
  ['Kripik Barokah', 'Keripik Barakah, UD'],
  ['Fotocopy Jaya & Putera', 'Fotokopi Jaya dan Putra'],
  ['Depot Bu Boenga', 'depot bunga'],
]

for (const [one, other] of sameNames) {
  test(`"${one}" and "${other}" are one name`, () => {
    assert.equal(normalName(one), normalName(other))
    assert.equal(nameSimilarity(one, other), 1)
  })
}

test('a modern j stays a j', () => {
  assert.deepEqual(nameWords('Jaya Rejeki'), ['jaya', 'rejeki'])
})

test('a name made only of titles or forms is kept rather than emptied', () => {
  assert.equal(normalName('Toko'), 'toko')
  assert.equal(normalName('Bu'), 'bu')
  assert.equal(normalName('...'), '')
})

test('a form inside a name belongs to the name', () => {
  assert.deepEqual(nameWords('Warung Pojok Rumah Joglo'), ['pojok', 'rumah', 'joglo'])
})

const alike: [string, string, number, number][] = [
  ['Kerupuk Sumber Rejeki', 'Kerupuk Sumbr Rejeki', 0.9, 1],
  ['Fitri Ani', 'Fitriani', 0.9, 1],
  ['Rejeki Sumber', 'Sumber Rejeki', 0.95, 1],
  ['A. Fauzi', 'Ahmad Fauzi', 0.7, 0.98],
  ['Kerupuk Udang Tini', 'Kerupuk Tini', 0.75, 0.95],
  ['Kerupuk Tini', 'Kerupuk Slamet', 0.3, 0.75],
  ['Sumber Rejeki', 'Batik Delta', 0, 0.3],
  ['Sari', 'Sinar', 0, 0.7],
  ['', 'Sari', 0, 0],
  ['...', '...', 0, 0],
]

for (const [one, other, least, most] of alike) {
  test(`"${one}" and "${other}" are alike between ${least} and ${most}`, () => {
    const similarity = nameSimilarity(one, other)

    assert.ok(similarity >= least && similarity <= most, `was ${similarity}`)
  })
}


test('words that differ in vowels only have one sound', () => {
  assert.equal(soundOf('barokah'), soundOf('berokah'))
  assert.equal(soundOf('sumiyati'), soundOf('sumiati'))
  assert.notEqual(soundOf('sari'), soundOf('ari'))
})

const written = fc.array(fc.constantFrom(
  'H.', 'Moch.', 'M.', 'Soekardjo', 'Tjahja', 'djdj', 'Choirul', 'Boe', 'Toko', 'UD', 'Krupuk', 'Rizqy', 'Sulistyo', 'tddj', 'S.Pd.',
  'Dwie', 'ttj', 'A', '&', "Nur'aini", 'Qoirul', 'Syahrul', 'yy', 'Phophot', 'xx',
), { maxLength: 5 }).map((parts) => parts.join(' '))

test('the compared form of a compared form is itself', () => {
  fc.assert(
    fc.property(fc.oneof(written, fc.string()), (text) => {
      assert.equal(normalName(normalName(text)), normalName(text))
    }),
    { numRuns: 500 },
  )
})

test('likeness is between 0 and 1 and the same both ways', () => {
  fc.assert(
    fc.property(written, written, (a, b) => {
      const similarity = nameSimilarity(a, b)
      assert.ok(similarity >= 0 && similarity <= 1)
      assert.equal(similarity, nameSimilarity(b, a))
    }),
    { numRuns: 500 },
  )
})
