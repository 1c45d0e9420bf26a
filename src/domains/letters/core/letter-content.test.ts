import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dateInWords, type LetterSigner, titleLines, unprintable } from './letter-content.ts'

const signer: LetterSigner = { name: 'Agus', nip: '197001011995031001', rank: 'Pembina (IV/a)', position: 'Kepala Dinas', capacity: 'self' }

test('whoever signs in place of the head says so before the job title', () => {
  assert.deepEqual(titleLines(signer), ['KEPALA DINAS,'])
  assert.deepEqual(titleLines({ ...signer, capacity: 'Plt.' }), ['Plt. KEPALA DINAS,'])
  assert.deepEqual(titleLines({ ...signer, capacity: 'Plh.' }), ['Plh. KEPALA DINAS,'])
  const secretary: LetterSigner = { ...signer, position: 'Sekretaris', capacity: 'a.n.', forPosition: 'Kepala Dinas' }
  assert.deepEqual(titleLines(secretary), ['a.n. KEPALA DINAS', 'Sekretaris,'])
})

test('a date is written in words', () => {
  assert.equal(dateInWords('2026-02-01'), '1 Februari 2026')
  assert.equal(dateInWords('2026-12-31'), '31 Desember 2026')
})

test('names as people here write them can be printed; signs that hide or that the typeface lacks are named', () => {
  for (const name of ['Toko “Café” Ibu Siti’s', 'Warung Nasi – Bu Éma', 'CV. Maju & Jaya (100 %)', 'Łukasz Ştefan']) {
    assert.deepEqual(unprintable(name), [], name)
  }
  assert.deepEqual(unprintable('Kopi ☕ a\u202eb ☕\u00ad'), ['☕', '\u202e', '\u00ad'])
})
