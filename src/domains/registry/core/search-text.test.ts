import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type SoughtWord, byRank, asTyped, queriesLackingOne, queryOf, rank, searchWords, typedWords } from './search-text.ts'

const sought = (typed: string, ...marks: (string | [string, number])[]): SoughtWord => ({
  typed, readings: marks.map((one) => (typeof one === 'string' ? { marks: [one], cost: 0 } : { marks: [one[0]], cost: one[1] })),
})

const business = (id: string, normalName: string, others = '') => ({
  id, normalName, words: `${normalName} ${others}`.trim(), villageCode: '35.15.05.2006', districtCode: '35.15.05', kbli: '10794', createdAtMs: 0,
})

test('a business is found by the words of its name, its kind of place, its owner and its product, each once', () => {
  assert.equal(searchWords({ name: 'Toko Krupuk Bu Siti', ownerName: 'Hj. Siti Aminah', mainProduct: 'Krupuk udang' }), 'kerupuk siti toko aminah udang')
})

const questions: [typed: string, words: string[]][] = [
  ['Krupuk  UDANG', ['kerupuk', 'udang']], ['Pak Soekardjo', ['sukarjo']], ['toko', ['toko']], ['"udang" | !*:', ['udang']], ['---', []], ['', []],
  ['a b c d e f g i j k', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'i']], ['udang udang', ['udang']],
]
for (const [typed, words] of questions) {
  test(`the question ${JSON.stringify(typed)} is read as ${words.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(typedWords(typed), words)
  })
}

const toldBack: [question: string, word: string, told: string][] = [
  ['krupuk xyzxyz', 'ksks', 'xyzxyz'], ['Krupuk udang', 'kerupuk', 'Krupuk'], ['Pak Soekardjo, Jabon', 'sukarjo', 'Soekardjo'], ['udang', 'jabon', 'jabon'],
]
for (const [question, word, told] of toldBack) {
  test(`of the question ${JSON.stringify(question)} people are told ${told}`, () => {
    assert.equal(asTyped(question, word), told)
  })
}

test('every word is asked for in one of its readings, and of each filter one mark', () => {
  const words = [sought('barokha', 'barokah', 'barokhah'), sought('jabon', '#d:35.15.05')]

  assert.equal(queryOf(words, [['#s:closed'], ['#k:10', '#k:11'], []]), "('barokah' | 'barokhah') & '#d:35.15.05' & '#s:closed' & ('#k:10' | '#k:11')")
  assert.deepEqual(queriesLackingOne(words, [['#s:closed']]), ["'#d:35.15.05' & '#s:closed'", "('barokah' | 'barokhah') & '#s:closed'"])
})

test('signs in a mark stay within its quotes', () => {
  assert.equal(queryOf([sought('x', "o'b\\|!")]), "'o''b\\\\|!'")
})

test('whatever is typed, only letters and digits are looked for', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
    for (const word of typedWords(typed)) assert.match(word, /^[\p{L}\p{N}]{1,40}$/u)
  }))
})

test('the whole name stands before a longer one, an exact word before a begun one, and these before one with slips', () => {
  const words = [sought('kerupuk', 'kerupuk', ['kerupukan', 0.15], ['kerubuk', 0.25]), sought('udang', 'udang')]
  const [whole, longer, begun, slip] = [business('a', 'kerupuk udang'), business('b', 'kerupuk udang sumber rejeki'), business('c', 'kerupukan udang'), business('d', 'kerubuk udang')]

  const order = [slip, begun, longer, whole].map((one) => rank(one, words)).toSorted(byRank).map(({ candidate }) => candidate.id)

  assert.deepEqual(order, ['a', 'c', 'b', 'd'])
})

test('a word of the name counts more than one of the owner, this more than the place', () => {
  const scores = [sought('siti', 'siti'), sought('aminah', 'aminah'), sought('jabon', '#d:35.15.05')]
    .map((word) => rank(business('a', 'kerupuk siti', 'aminah'), [word]).score)

  assert.deepEqual(scores, scores.toSorted((a, b) => b - a))
  assert.equal(new Set(scores).size, 3)
})

test('what a business lacks is named', () => {
  assert.deepEqual(rank(business('a', 'kerupuk udang'), [sought('kerupuk', 'kerupuk'), sought('candi', '#d:35.15.07')]).lacking, ['candi'])
})

test('a score lies between 0 and 1, and equals keep one order', () => {
  const word = fc.constantFrom('kerupuk', 'udang', 'siti', 'jaya', 'barokah')
  fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word, { minLength: 1, maxLength: 4 }), (name, asked) => {
    const [one, other] = ['a', 'b'].map((id) => rank(business(id, name.join(' ')), asked.map((each) => sought(each, each, [`${each}an`, 0.15]))))
    assert.ok(one && other && one.score >= 0 && one.score <= 1)
    assert.ok(byRank(one, other) < 0 && byRank(other, one) > 0)
  }))
})
