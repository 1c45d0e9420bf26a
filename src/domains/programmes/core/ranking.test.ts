import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareScores, rankEntries, scoreOf, scoreText } from './ranking.ts'

const CRITERIA = [{ key: 'plan', weight: 40 }, { key: 'need', weight: 35 }, { key: 'group', weight: 25 }]

test('a score is the weighted points of the panel, rounded only for the eye', () => {
  const two = scoreOf([{ plan: 80, need: 60, group: 100 }, { plan: 75, need: 70, group: 90 }], CRITERIA)

  assert.deepEqual(two, { sum: 40 * 155 + 35 * 130 + 25 * 190, of: 200 })
  assert.equal(scoreText(two), '77,50')
  assert.equal(scoreText(scoreOf([{ plan: 100, need: 100, group: 100 }], CRITERIA)), '100,00')
  assert.equal(scoreText({ sum: 1, of: 300 }), '0,00')
  assert.equal(scoreText({ sum: 2, of: 400 }), '0,01')
})

test('two requests that differ by less than a hundredth are still told apart', () => {
  const [a, b] = [scoreOf([{ plan: 50 }, { plan: 50 }, { plan: 51 }], CRITERIA), scoreOf([{ plan: 50 }, { plan: 50 }, { plan: 50 }], CRITERIA)]

  assert.equal(compareScores(a, b), 1)
  assert.equal(compareScores({ sum: 1, of: 3 }, { sum: 2, of: 6 }), 0)
})

const entries = fc.uniqueArray(fc.record({
  reference: fc.string({ minLength: 1, maxLength: 6 }), sum: fc.integer({ min: 0, max: 30_000 }), of: fc.constantFrom(100, 200, 300), submittedAt: fc.integer({ min: 0, max: 5 }),
}), { selector: (one) => one.reference, maxLength: 40 }).map((list) => list.map(({ reference, sum, of, submittedAt }) => (
  { id: reference, reference, submittedAt, score: { sum: Math.min(sum, of * 100), of } }
)))

test('whatever the order of the files, the same are placed, never more than the quota, and nobody is passed over by a lower score', () => {
  fc.assert(fc.property(entries, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 100 }), (list, quota, passMark) => {
    const placements = rankEntries(list, { quota, passMark })
    const placed = placements.filter((one) => one.outcome === 'placed')

    assert.deepEqual(rankEntries(list.toReversed(), { quota, passMark }), placements)
    assert.deepEqual(placements.map((one) => one.rank), placements.map((_, at) => at + 1))
    assert.ok(placed.length <= quota)
    for (const one of placed) {
      assert.ok(one.score.sum >= passMark * one.score.of)
      for (const other of placements) if (other.outcome !== 'placed') assert.ok(compareScores(other.score, one.score) <= 0)
    }
    const free = quota - placed.length
    if (free > 0) assert.ok(placements.every((one) => one.outcome !== 'beyond-quota'))
  }))
})

test('with equal scores who sent first is placed', () => {
  const score = { sum: 8000, of: 100 }
  const late = { id: 'a', reference: 'KURMA-A', score, submittedAt: 2 }
  const early = { id: 'b', reference: 'KURMA-B', score, submittedAt: 1 }

  const [first, second] = rankEntries([late, early], { quota: 1, passMark: 60 })

  assert.equal(first?.reference, 'KURMA-B')
  assert.equal(second?.outcome, 'beyond-quota')
})
