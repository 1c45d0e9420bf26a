import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DoubleSide, type DoubleWorld, listedLikeness, scoreDoubles } from './doubles.ts'

const world: DoubleWorld = {
  similarity: (a, b) => (a === b ? 1 : a.slice(0, 4) === b.slice(0, 4) ? 0.9 : 0),
  areNeighbours: (a, b) => [a, b].toSorted().join() === 'kedungrejo,kupang',
}
const side = (more: Partial<DoubleSide> = {}): DoubleSide => ({ tellingName: 'sejahtera', villageCode: 'kupang', ...more })

test('numbers make two records one cooperative, names do by how near the two lie', () => {
  const cases: [string, Partial<DoubleSide>, Partial<DoubleSide>, 'probable' | 'review' | 'none'][] = [
    ['the number of the legal entity with other signs', { legalEntityNumber: '0518/BH/KWK.13/1999' }, { legalEntityNumber: '518/BH/KWK 13/1999', tellingName: 'lain' }, 'probable'],
    ['one Nomor Induk Koperasi', { cooperativeNumber: '3515010020001' }, { cooperativeNumber: '3515010020001', tellingName: 'lain' }, 'probable'],
    ['one tax number, old and new length', { npwp: '013456789603000' }, { npwp: '0013456789603000', tellingName: 'lain' }, 'review'],
    ['one name in one village', {}, {}, 'review'],
    ['one name and one telephone', { phone: '+6281' }, { phone: '+6281' }, 'probable'],
    ['one name in the next village', {}, { villageCode: 'kedungrejo' }, 'review'],
    ['one name far away', {}, { villageCode: 'tarik' }, 'none'],
    ['a similar name in one village', {}, { tellingName: 'sejati' }, 'review'],
    ['a similar name in one village with another Nomor Induk', { cooperativeNumber: '1111' }, { tellingName: 'sejati', cooperativeNumber: '2222' }, 'none'],
    ['nothing in common', {}, { tellingName: 'mawar' }, 'none'],
  ]
  for (const [what, a, b, verdict] of cases) {
    const [one, other] = [scoreDoubles(side(a), side(b), world), scoreDoubles(side(b), side(a), world)]
    assert.equal(one.verdict, verdict, `${what}: ${one.score}`)
    assert.deepEqual(one, other, what)
  }
})

test('a row of a list is known by its number, or by its name where it tells no number', () => {
  const cases: [string, Partial<DoubleSide>, Partial<DoubleSide>, 'same' | 'doubtful' | 'other'][] = [
    ['the number of the legal entity, whatever the name', { legalEntityNumber: '12/BH/1999', tellingName: 'lain' }, { legalEntityNumber: ' 12/bh/1999' }, 'same'],
    ['one Nomor Induk and a name that goes with it', { cooperativeNumber: '1111', tellingName: 'sejati' }, { cooperativeNumber: '1111' }, 'same'],
    ['one Nomor Induk and quite another name', { cooperativeNumber: '1111', tellingName: 'mawar' }, { cooperativeNumber: '1111' }, 'doubtful'],
    ['one name in one village, without a number', {}, { legalEntityNumber: '12/BH/1999' }, 'same'],
    ['one name in one village under another number', { legalEntityNumber: '13/BH/1999' }, { legalEntityNumber: '12/BH/1999' }, 'doubtful'],
    ['one name in one village with another Nomor Induk', { cooperativeNumber: '1111' }, { cooperativeNumber: '2222' }, 'other'],
    ['one tax number and another name', { npwp: '013456789603000', tellingName: 'mawar' }, { npwp: '013456789603000' }, 'doubtful'],
  ]
  for (const [what, told, known, likeness] of cases) assert.equal(listedLikeness(side(told), side(known), world).likeness, likeness, what)
})
