import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readChoice, readChoices, readGender, readYesNo } from './read-choices.ts'
import {
  readBusinessNumber, readEmail, readHomeIndustryNumber, readPermitNumber, readPhone, readSixteenDigits, readTaxNumber,
} from './read-identifiers.ts'
import { readKbli } from './read-kbli.ts'
import { readCount, readNeighbourhood, readNeighbourhoods, readNumber, readPostalCode, readYear } from './read-numbers.ts'
import type { Read } from './reading.ts'
import { someWorld } from './testing.ts'

function told<T>(read: Read<T>): unknown {
  if (!read.ok) return `${read.error.doubtful ? 'doubt' : 'fault'} ${read.error.code}`
  if (read.value.kind !== 'value') return read.value.kind === 'empty' ? 'empty' : read.value.reason
  return read.value.note ? [read.value.value, read.value.note.code] : read.value.value
}

function holds<T>(read: (text: string) => Read<T>, table: [string, unknown][]): void {
  for (const [text, expected] of table) assert.deepEqual(told(read(text)), expected, text)
}

describe('numbers the state issues', () => {
  test('a NIK is read through quotes, blanks and dots, and refused when the spreadsheet has rounded it', () => {
    holds(readSixteenDigits, [
      ["'3515051208800000", '3515051208800000'], ['3515 0512 0880 0000', '3515051208800000'], ['351505.120880.0000', '3515051208800000'],
      ['3515051208800000', '3515051208800000'], ['3.515E+15', 'fault rounded'], ['3,51505E+15', 'fault rounded'],
      ['351505120880000', 'fault wrong-length'], ['35150512o8800000', 'fault not-digits'], ['-', 'empty'], ['tidak ada', 'empty'], ['ada', 'fault number-missing'],
    ])
    assert.equal(told(readSixteenDigits('3515051208800000', { lostDigits: true })), 'fault rounded')
  })

  test('a NIB gets back the zero in front only where a day of issue stands behind it', () => {
    holds(readBusinessNumber, [
      ['0502240060209', '0502240060209'], ['502240060209', ['0502240060209', 'zero-restored']], ['912995678901', 'fault wrong-length'],
      ['8120000000001', '8120000000001'], ['belum ada', 'empty'], ['Sudah', 'fault number-missing'], ['v', 'fault number-missing'],
      ['dalam proses', 'fault number-missing'], ['tidak tahu', 'unknown'], ['menolak', 'refused'],
    ])
  })

  test('NPWP and P-IRT are read through their punctuation', () => {
    holds(readTaxNumber, [
      ['09.254.294.3-407.000', '092542943407000'], ['3515051208800000', '3515051208800000'], ['92542943407000', 'doubt zero-lost'], ['12345', 'fault wrong-length'],
    ])
    holds(readHomeIndustryNumber, [
      ['P-IRT No. 2063515010001-28', '206351501000128'], ['PIRT 206351501000128', '206351501000128'], ['206351501000128', '206351501000128'], ['ada', 'fault number-missing'],
      ['2063515', 'fault wrong-length'],
    ])
    holds(readPermitNumber, [['ID35110000123450424', 'ID35110000123450424'], ['ya', 'fault number-missing'], ['belum', 'belum'], ['-', 'empty']])
  })

  test('an e-mail address is cleaned', () => {
    holds(readEmail, [['Siti@Contoh.ID ', 'siti@contoh.id'], ['mailto:a@b.id', 'a@b.id'], ['a@b.id.', 'a@b.id'], ['siti', 'fault not-email'], ['-', 'empty']])
  })
})

test('a phone number is read with or without its zero, and the first of two is taken', () => {
  holds(readPhone, [
    ['081200000001', '081200000001'], ['81200000001', '081200000001'], ['+62 812-0000-0001', '081200000001'], ['6281200000001', '081200000001'],
    ['+62 (0)812 0000 0001', '081200000001'], ['0812.0000.0001', '081200000001'], ["'081200000001", '081200000001'], ['HP: 081200000001', '081200000001'],
    ['081200000001/085700000002', ['081200000001', 'several-phones']], ['081200000001, 085700000002', ['081200000001', 'several-phones']],
    ['0812 0000 0001 / 0857 0000 0002', ['081200000001', 'several-phones']], ['0318900001/081200000001', ['081200000001', 'several-phones']],
    ['081200000001 085700000002', ['081200000001', 'several-phones']],
    ['8.12E+11', 'fault rounded'], ['8,12E+10', 'fault rounded'], ['031-8921234', 'fault landline'], ['(031) 8921234', 'fault landline'],
    ['0812', 'fault phone-length'], ['08120000000011111', 'fault phone-length'], ['tanya RT', 'fault not-digits'], ['-', 'empty'], ['tidak punya', 'empty'],
  ])
  assert.equal(told(readPhone('812000000010000000', { lostDigits: true })), 'fault rounded')
})

describe('figures', () => {
  test('heads are counted', () => {
    holds(readCount, [
      ['3', 3], ['3 orang', 3], ['3 org', 3], ['1.200', 1200], ['3,0', 3], ['3.0', 3], ['dua', 2], ['0', 0], ['nihil', 0], ['tidak ada', 0], ['-', 'empty'],
      ['±5', [5, 'rough']], ['2-3', 'doubt range'], ['-2', 'fault negative'], ['2,5', 'fault not-a-count'], ['banyak', 'fault not-a-count'], ['tidak tahu', 'unknown'],
    ])
    assert.equal(told(readCount('1.234', true)), 'fault not-a-count')
  })

  test('other figures, years, RT and RW, postal codes', () => {
    holds(readNumber, [['12,5', 12.5], ['1.250', 1250], ['1.250,75', 1250.75], ['200 kg', 200], ['1,250.5', 1250.5], ['x', 'fault not-a-number']])
    holds(readYear, [['2023', 2023], ['Tahun 2023', 2023], ['2023.0', 2023], ['23', 'fault not-a-year']])
    holds(readNeighbourhood, [['3', '003'], ['RT. 03', '003'], ['003', '003'], ['RT', 'fault not-rt']])
    holds(readNeighbourhoods, [
      ['003/005', { rt: '003', rw: '005' }], ['RT 3 RW 5', { rt: '003', rw: '005' }], ['RT.03/RW.05', { rt: '003', rw: '005' }], ['3-5', { rt: '003', rw: '005' }],
      ['3', 'fault not-rt-rw'],
    ])
    holds(readPostalCode, [['61276', '61276'], ['6127', 'fault not-postal-code']])
  })
})

test('an activity is read as a code of five figures', () => {
  holds((text) => readKbli(text, someWorld.kbliExists), [
    ['56101', { code: '56101', others: [] }], ['56101 - Restoran', { code: '56101', others: [] }], ['C10794', { code: '10794', others: [] }],
    ['KBLI 10794', { code: '10794', others: [] }], ['10.794', { code: '10794', others: [] }], ['56101.0', { code: '56101', others: [] }],
    ['1111', [{ code: '01111', others: [] }, 'zero-restored']], ['56101, 10794', [{ code: '56101', others: ['10794'] }, 'several-kbli']],
    ['56101/10794/99999', [{ code: '56101', others: ['10794'] }, 'several-kbli']],
    ['1079', 'fault kbli-group'], ['0111', 'fault kbli-group'], ['99999', 'fault kbli-unknown'], ['561', 'fault kbli-length'], ['Warung', 'fault not-kbli'], ['-', 'empty'],
  ])
  const both = readKbli('1079', (code) => code === '1079' || code === '01079')
  assert.equal(told(both), 'doubt kbli-group-or-lost-zero')
})

describe('answers of a fixed list', () => {
  test('gender and yes or no', () => {
    holds(readGender, [['L', 'male'], ['P', 'female'], ['Lk', 'male'], ['Laki-Laki', 'male'], ['Wanita', 'female'], ['PRIA', 'male'], ['2', 'female'], ['L/P', 'fault not-gender'], ['-', 'empty']])
    holds(readYesNo, [
      ['Ya', true], ['Tidak', false], ['V', true], ['✓', true], ['√', true], ['Ada', true], ['-', false], ['Sudah', true], ['Belum', false], ['tidak ada', false],
      ['x', 'doubt cross'], ['', 'empty'], ['mungkin', 'fault not-yes-no'], ['tidak tahu', 'unknown'],
    ])
  })

  test('status, legal form and scale in the words of lists', () => {
    holds((text) => readChoice('business', 'status', text), [
      ['aktif', 'active'], ['Masih berjalan', 'active'], ['TUTUP', 'closed'], ['tutup sementara', 'paused'], ['tdk aktif', ['paused', 'not-active']], ['pindah', 'moved-away'],
      ['tidak ditemukan', 'not-found'], ['hidup segan', 'fault choice-unknown'], ['-', 'empty'],
    ])
    holds((text) => readChoice('business', 'legalForm', text), [
      ['Perorangan', 'none'], ['UD', 'none'], ['U.D.', 'none'], ['CV', 'limited-partnership'], ['C.V.', 'limited-partnership'], ['PT', 'company'], ['PT Perorangan', 'single-person-company'],
      ['Persekutuan Komanditer (CV / Commanditaire Vennootschap)', 'limited-partnership'], ['perorangn', 'none'],
    ])
    holds((text) => readChoice('cooperative', 'status', text), [['Tidak Aktif', 'inactive'], ['Aktif', 'active'], ['bubar', 'dissolved']])
    holds((text) => readChoice('business', 'owner.education', text), [['SMA/SMK', 'upper-secondary'], ['S1', 'bachelor'], ['SLTA sederajat', 'upper-secondary']])
  })

  test('several answers in one cell', () => {
    holds((text) => readChoices('business', 'salesChannels', text), [
      ['Offline & Online', ['direct', 'social-media']], ['Shopee, Instagram, IG', ['marketplace', 'social-media']], ['E-Katalog', ['e-catalogue']],
      ['Langsung, entah', 'fault choice-unknown'], ['-', 'empty'],
    ])
  })

  test('an unknown answer is refused with the answers there are', () => {
    const read = readChoice('business', 'statedScale', 'jumbo')

    assert.equal(read.ok ? '' : read.error.sentence, '"jumbo" tidak dikenal. Tulis salah satu: mikro, kecil, menengah atau besar.')
  })
})
