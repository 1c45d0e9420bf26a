import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatPhone, maskPhone, parsePhone } from './phone.ts'

const written = [
  '081200000001',
  '0812-0000-0001',
  '0812 0000 0001',
  '(0812) 0000.0001',
  '81200000001',
  '6281200000001',
  '+6281200000001',
  '+62 812-0000-0001',
  '+62 (0)812 0000 0001',
  '62081200000001',
  '006281200000001',
]

for (const text of written) {
  test(`"${text}" is the same phone as 081200000001`, () => {
    assert.deepEqual(parsePhone(text), { ok: true, value: '+6281200000001' })
  })
}

const refused: [text: string, fault: string][] = [
  ['', 'not-digits'],
  ['0812-ABCD-0001', 'not-digits'],
  ['+6591234567', 'foreign'],
  ['0318900000', 'not-mobile'],
  ['08120000', 'too-short'],
  ['081200000000000', 'too-long'],
]

for (const [text, fault] of refused) {
  test(`"${text}" is refused as a phone: ${fault}`, () => {
    assert.deepEqual(parsePhone(text), { ok: false, error: fault })
  })
}

test('numbers of nine and of thirteen national digits are the edges that are accepted', () => {
  assert.deepEqual(parsePhone('0812000000'), { ok: true, value: '+62812000000' })
  assert.deepEqual(parsePhone('08120000000000'), { ok: true, value: '+628120000000000' })
})

test('a phone on a screen does not show the four digits that open the tracking page', () => {
  const masked = maskPhone('+6281200001234')

  assert.equal(masked, '0812*****234')
  assert.ok(!masked.endsWith('1234'))
})

test('a phone that is too short to be one is hidden whole', () => {
  assert.equal(maskPhone('0812'), '****')
})

test('a phone is read back from the way the office writes it', () => {
  const national = fc.stringMatching(/^8[0-9]{8,12}$/)

  fc.assert(
    fc.property(national, (digits) => {
      const phone = `+62${digits}`
      assert.deepEqual(parsePhone(formatPhone(phone)), { ok: true, value: phone })
    }),
  )
})
