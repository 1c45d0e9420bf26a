import type { World } from './cell-reader.ts'
import type { Cell, Row } from './row.ts'
import { villageMatcher } from './villages.ts'
import type { PlaceAlias, Village } from './villages.ts'

const DISTRICTS: Readonly<Record<string, { name: string; villages: string }>> = {
  '35.15.01': { name: 'Tarik', villages: 'Mliriprowo Tarik Mergobener Kramattemenggung Janti' },
  '35.15.04': { name: 'Porong', villages: 'Gedang Juwetkenongo Kebonagung Porong Lajuk Pamotan Glagaharum' },
  '35.15.05': {
    name: 'Jabon',
    villages: 'Panggreh Trompoasri Kedungrejo Semambung Kedungpandan Kupang Tambakkalisogo Balongtani Jemirahan Dukuhsari Kedungcangkring',
  },
  '35.15.08': { name: 'Sidoarjo', villages: 'Lebo Suko Banjarbendo Rangkahkidul Blurukidul Kemiri Jati Sidokumpul Sidoklumpuk Magersari' },
  '35.15.10': {
    name: 'Wonoayu', villages: 'Simoketawang Popoh Jimbarankulon Jimbaranwetan Semambung Simoangin-angin Sawocangkring Wonoayu',
  },
  '35.15.14': { name: 'Sukodono', villages: 'Kebonagung Anggaswangi Jumputrejo Suko Masangankulon Masanganwetan' },
  '35.15.18': { name: 'Waru', villages: 'Pepelegi Waru Kureksari Janti Kedungrejo Tambakrejo Tambaksawah' },
}

/** Some kecamatan of the regency with some of their villages, numbered in their order, and two villages that the mud covered. */
export const someVillages: Village[] = [
  ...Object.entries(DISTRICTS).flatMap(([districtCode, { name: districtName, villages }]) => villages.split(' ').map((name, at) =>
    ({ code: `${districtCode}.${2001 + at}`, name, kind: 'village', districtCode, districtName }))),
  {
    code: '35.15.05.2013', name: 'Besuki', kind: 'village', districtCode: '35.15.05', districtName: 'Jabon', validTo: '2022-11-09',
    successorNote: 'semburan lumpur, Kepmendagri 100.1.1-6117/2022',
  },
  {
    code: '35.15.04.2014', name: 'Renokenongo', kind: 'village', districtCode: '35.15.04', districtName: 'Porong', validTo: '2022-11-09',
    successorCode: '35.15.04.2007',
  },
]

export const someAliases: PlaceAlias[] = [
  { code: '35.15.01.2004', alias: 'Kramat Temenggung' }, { code: '35.15.01.2001', alias: 'Miriprowo' },
  { code: '35.15.10', alias: 'Wono Ayu' },
]

const KBLI = new Set(['56101', '56103', '10794', '95210', '01111', '47711', '10531', '1079', '10', '107'])

/** What the readers know in tests: the villages above, a few activities, the box of the regency, 2026. */
export const someWorld: World = {
  places: villageMatcher(someVillages, someAliases), kbliExists: (code) => KBLI.has(code),
  area: { south: -7.6, north: -7.28, west: 112.45, east: 112.9 }, regency: 'Kabupaten Sidoarjo', thisYear: 2026,
}

/** A cell as a text file gives it; numbers of a workbook are given as numbers. */
export const aCell = (value: string | number): Cell =>
  (typeof value === 'number' ? { text: String(value), kind: 'number' } : { text: value, kind: value.trim() === '' ? 'empty' : 'text' })

/** Rows out of a picture of a sheet: one line a row, cells between bars. Row numbers count from 1. */
export const rowsOf = (picture: string): Row[] =>
  picture.trim().split('\n').map((line, at) => ({ number: at + 1, cells: line.split('|').map((text) => aCell(text.trim())) }))
