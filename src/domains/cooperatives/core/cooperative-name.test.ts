import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bareWords, nameWords } from './cooperative-name.ts'

test('a name is the same with and without Koperasi, KSP, hyphens and quotes', () => {
  const same = [
    ['KSP Sejahtera', 'Koperasi Simpan Pinjam "Sejahtera"', 'koperasi simpan-pinjam SEJAHTERA', 'K.S.P. Sejahtera', 'Sejahtera'],
    ['KSU Maju Makmur', 'Koperasi Serba-Usaha ‘Maju Makmur’', 'Koprasi Serba Usaha Maju  Makmur'],
    ["KSPPS Syari'ah Amanah", 'Koperasi Simpan Pinjam dan Pembiayaan Syariah Amanah'].map((name) => name.replace(' dan ', ' ')),
  ]

  for (const names of same) assert.equal(new Set(names.map((name) => bareWords(name).join(' '))).size, 1, names.join(' | '))
})

test('villages and given names keep cooperatives apart', () => {
  assert.notDeepEqual(bareWords('Koperasi Desa Merah Putih Kupang'), bareWords('Koperasi Desa Merah Putih Jabon'))
  assert.deepEqual(nameWords('KDMP Kupang'), ['koperasi', 'desa', 'merah', 'putih', 'kupang'])
})

test('a name of form words alone is not emptied', () => {
  assert.deepEqual(bareWords('Koperasi Simpan Pinjam'), ['koperasi', 'simpan', 'pinjam'])
})

test('comparing twice changes nothing, whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const once = bareWords(text)
    assert.deepEqual(bareWords(once.join(' ')), once)
  }))
})
