import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PHOTO_SUBJECTS, addressOfSubject, subjectAt, subjectOfRequirement } from './photos.ts'

test('the photos that a letter asks for are those of the record, its other papers are not', () => {
  assert.deepEqual(['placePhotoFront', 'placePhotoInside', 'productPhoto', 'idCard', '__proto__'].map(subjectOfRequirement).slice(0, 4), ['front', 'inside', 'product', undefined])
})

test('each photo has an address of its own, and an unknown address is none', () => {
  assert.deepEqual(PHOTO_SUBJECTS.map((subject) => subjectAt(addressOfSubject(subject))), PHOTO_SUBJECTS)
  assert.equal(subjectAt('front'), undefined)
})
