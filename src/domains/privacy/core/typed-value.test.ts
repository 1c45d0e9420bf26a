import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Correctable } from './requests.ts'
import { typedValue } from './typed-value.ts'

const TABLE: [Correctable, string, string | undefined][] = [
  ['gender', ' Perempuan ', 'female'], ['gender', 'Laki-laki', 'male'], ['gender', 'laki', undefined],
  ['birthDate', '12-3-1980', '1980-03-12'], ['birthDate', '12/03/1980', '1980-03-12'], ['birthDate', '1980-03-12', '1980-03-12'],
  ['birthDate', '31-2-1980', undefined], ['birthDate', '3-13-1980', undefined], ['birthDate', 'kemarin', undefined],
  ['name', '  Siti   Aminah ', 'Siti Aminah'], ['name', ' ', undefined], ['other', 'x'.repeat(301), undefined],
]
for (const [field, typed, expected] of TABLE) {
  test(`"${typed.slice(0, 20)}" as the right ${field} is ${expected ?? 'asked again'}`, () => assert.equal(typedValue(field, typed), expected))
}
