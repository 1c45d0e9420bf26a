import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { ageOn, likelyBirthDate, maskSixteenDigits, nationalIdWarnings, parseNationalId } from './national-id.ts'
import type { NationalId, PersonFacts } from './national-id.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-11-12')

function read(text: string): NationalId {
  const parsed = parseNationalId(text)
  assert.ok(parsed.ok, `${text} is a NIK`)
  return parsed.value
}

test('a NIK tells region, gender, birth dates and serial', () => {
  const id = read('3515085203900000')

  assert.equal(id.regionCode, '35.15.08')
  assert.equal(id.gender, 'female')
  assert.deepEqual(id.birthDates.map(String), ['1990-03-12', '2090-03-12'])
  assert.equal(id.serial, '0000')
})

test('a NIK typed with spaces, dots or dashes is the same NIK', () => {
  const typed = ['3515 0812 0390 0000', '35.15.08.120390.0000', ' 351508-120390-0000 ']

  const digits = typed.map((text) => read(text).digits)

  assert.deepEqual(new Set(digits), new Set(['3515081203900000']))
})

const refused: [text: string, fault: string][] = [
  ['', 'wrong-length'],
  ['351508120390000', 'wrong-length'],
  ['35150812039000000', 'wrong-length'],
  ['35150812O3900000', 'not-digits'],
  ['3515081200900000', 'wrong-month'],
  ['3515081213900000', 'wrong-month'],
  ['3515080003900000', 'wrong-day'],
  ['3515083203900000', 'wrong-day'],
  ['3515084003900000', 'wrong-day'],
  ['3515087203900000', 'wrong-day'],
  ['3515089903900000', 'wrong-day'],
]

for (const [text, fault] of refused) {
  test(`"${text}" is refused as a NIK: ${fault}`, () => {
    const parsed = parseNationalId(text)

    assert.deepEqual(parsed, { ok: false, error: fault })
  })
}

for (const writtenDay of ['01', '31', '41', '71']) {
  test(`a NIK with day ${writtenDay} is accepted`, () => {
    const parsed = parseNationalId(`351508${writtenDay}03900000`)

    assert.ok(parsed.ok)
  })
}

test('a NIK of 31 February is accepted with a warning, because the card may say so', () => {
  const id = read('3515083102900000')

  assert.deepEqual(id.birthDates, [])
  assert.deepEqual(nationalIdWarnings(id), ['sample-number', 'no-such-birth-date'])
})

test('29 February is read only in the century that has it', () => {
  const id = read('3515082902000000')

  assert.deepEqual(id.birthDates.map(String), ['2000-02-29'])
})

const centuries: [yearDigits: string, year: number][] = [
  ['08', 2008], // 18 years old
  ['09', 2009], // 17 since October
  ['10', 2010], // a child of 16: the other reading would be 116
  ['26', 1926], // 100 years old, not a baby
  ['25', 2025], // 101 or 1: neither is an adult of up to 100
  ['99', 1999],
]

for (const [yearDigits, year] of centuries) {
  test(`on 12 November 2026 the birth year ${yearDigits} is read as ${year}`, () => {
    const id = read(`3515081210${yearDigits}0000`)

    const birthDate = likelyBirthDate(id, today)

    assert.equal(birthDate?.year, year)
  })
}

test('a NIK without a possible birth date gives none', () => {
  const id = read('3515083102900000')

  assert.equal(likelyBirthDate(id, today), undefined)
})

test('age counts whole years and is negative before the birth', () => {
  assert.equal(ageOn(day('2009-11-12'), today), 17)
  assert.equal(ageOn(day('2009-11-13'), today), 16)
  assert.equal(ageOn(day('2026-11-13'), today), -1)
})

const warned: [text: string, person: PersonFacts, warnings: string[]][] = [
  ['3515081203900000', {}, ['sample-number']],
  ['3515081203900000', { gender: 'male', birthDate: day('1990-03-12') }, ['sample-number']],
  ['3515081203900000', { gender: 'female' }, ['sample-number', 'gender-differs']],
  ['3515081203900000', { birthDate: day('1990-03-13') }, ['sample-number', 'birth-date-differs']],
  ['9915081203900000', {}, ['sample-number', 'region-unknown']],
  ['3515991203900000', { isKnownRegion: (code) => code !== '35.15.99' }, ['sample-number', 'region-unknown']],
]

for (const [text, person, warnings] of warned) {
  test(`${text} with ${JSON.stringify(person)} is pointed out as ${warnings.join(' and ')}`, () => {
    assert.deepEqual(nationalIdWarnings(read(text), person), warnings)
  })
}

test('a NIK on a screen shows its first and last four digits only', () => {
  assert.equal(maskSixteenDigits('3515081203900000'), '3515********0000')
  assert.equal(maskSixteenDigits('12345'), '*****')
})

test('every adult born in the last hundred years is read back from the NIK', () => {
  const born = fc.integer({ min: 17 * 366, max: 100 * 365 }).map((days) => today.subtract({ days }))

  fc.assert(
    fc.property(born, fc.boolean(), (birthDate, isWoman) => {
      const two = (value: number) => String(value).padStart(2, '0')
      const digits = `351508${two(birthDate.day + (isWoman ? 40 : 0))}${two(birthDate.month)}${two(birthDate.year % 100)}0000`
      assert.equal(String(likelyBirthDate(read(digits), today)), String(birthDate))
    }),
  )
})
