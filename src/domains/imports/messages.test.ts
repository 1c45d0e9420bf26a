import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsOfKind } from './core/fields.ts'
import { fieldInSentence, importsId } from './messages.id.ts'

test('every field of a list has a name, and within a sentence it is written small unless it is an abbreviation', () => {
  const fields = [...fieldsOfKind('business'), ...fieldsOfKind('cooperative'), 'kbliVersion']

  const unnamed = fields.filter((field) => importsId.fields[field] === undefined)

  assert.deepEqual(unnamed, [])
  assert.deepEqual(['owner.name', 'owner.nationalId', 'pirt', 'kbli', 'rt', 'annualSales'].map(fieldInSentence), ['nama pemilik', 'NIK pemilik', 'P-IRT', 'KBLI utama', 'RT', 'hasil penjualan setahun'])
})
