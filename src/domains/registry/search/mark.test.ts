import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SORTS } from './filter.ts'
import { type ListMark, cursorOf, markOf } from './mark.ts'

const id = '00000000-0000-4000-a000-000000000001'
const marks: ListMark[] = [
  { sort: 'newest', key: '1763000000000000', id }, { sort: 'unconfirmed', key: '1763000000000001', id },
  { sort: 'name', key: 'kerupuk udang', id }, { sort: 'relevance', key: '0.8125:1763000000000', id },
]

for (const mark of marks) {
  test(`a list sorted by ${mark.sort} goes on where it ended, and in no other order`, () => {
    assert.deepEqual(markOf(cursorOf(mark), mark.sort), mark)
    assert.ok(SORTS.every((sort) => sort === mark.sort || markOf(cursorOf(mark), sort) === undefined))
  })
}

test('no text that is not ours is taken for a cursor', () => {
  fc.assert(fc.property(fc.string(), fc.constantFrom(...SORTS), (text, sort) => {
    assert.equal(markOf(text, sort), undefined)
  }))
})
