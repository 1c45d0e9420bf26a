import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { someAliases, someVillages } from './testing.ts'
import { villageMatcher } from './villages.ts'
import type { StatedPlace, Village } from './villages.ts'

const { match, isDistrict, isVillage } = villageMatcher(someVillages, someAliases)

function told(place: StatedPlace): string {
  const found = match(place)
  if (!found.ok) return `${found.error.doubtful ? 'doubt' : 'fault'} ${found.error.code}`
  return [found.value.code, found.value.how, found.value.note?.code].filter((part) => part !== undefined).join(' ')
}

test('a village is found within its kecamatan however it is written', () => {
  const table: [StatedPlace, string][] = [
    [{ village: 'Kupang', district: 'Jabon' }, '35.15.05.2006 exact'], [{ village: 'Ds. Kupang', district: 'Kec. Jabon' }, '35.15.05.2006 exact'],
    [{ village: 'DESA KUPANG', district: 'KECAMATAN JABON' }, '35.15.05.2006 exact'], [{ village: 'Kel.Kupang', district: 'jabon' }, '35.15.05.2006 exact'],
    [{ village: 'Desa/Kel. Kupang', district: 'Jabon' }, '35.15.05.2006 exact'], [{ village: 'Bluru Kidul', district: 'Sidoarjo' }, '35.15.08.2005 exact'],
    [{ village: 'Simoangin Angin', district: 'Wono Ayu' }, '35.15.10.2006 exact'], [{ village: 'Kramat Temenggung', district: 'Tarik' }, '35.15.01.2004 exact'],
    [{ village: 'Miriprowo', district: 'Tarik' }, '35.15.01.2001 alias'], [{ village: 'Djemirahan', district: 'Jabon' }, '35.15.05.2009 exact'],
    [{ village: 'Semambung', district: 'Jabon' }, '35.15.05.2004 exact'], [{ village: 'Semambung', district: 'Wonoayu' }, '35.15.10.2005 exact'],
    [{ village: 'Kupang Kec. Jabon' }, '35.15.05.2006 exact'], [{ village: 'Kupang, Jabon' }, '35.15.05.2006 exact'], [{ village: 'Janti (Waru)' }, '35.15.18.2004 exact'],
    [{ village: 'Waru', district: 'Waru' }, '35.15.18.2002 exact'],
  ]
  for (const [place, expected] of table) assert.equal(told(place), expected, JSON.stringify(place))
})

test('a slip of the hand is forgiven and told, two villages equally near are left to a person', () => {
  assert.equal(told({ village: 'Semanbung', district: 'Jabon' }), '35.15.05.2004 typing village-typing')
  assert.equal(told({ village: 'Kedungpandn', district: 'Jabonn' }), '35.15.05.2005 typing village-typing')
  assert.equal(told({ village: 'Kupang', district: 'Jabbon' }), '35.15.05.2006 exact district-typing')
  assert.equal(told({ village: 'Xyz', district: 'Jabon' }), 'fault village-unknown')
  assert.equal(told({ village: 'Kupang', district: 'Gempol' }), 'fault district-unknown')
  const twins = villageMatcher([
    { code: '35.15.05.2001', name: 'Sumberan', kind: 'village', districtCode: '35.15.05', districtName: 'Jabon' },
    { code: '35.15.05.2002', name: 'Sumbersn', kind: 'village', districtCode: '35.15.05', districtName: 'Jabon' },
  ], [])
  const found = twins.match({ village: 'Sumberon', district: 'Jabon' })
  assert.equal(found.ok ? '' : found.error.sentence, '"Sumberon" di Kecamatan Jabon dapat berarti Sumberan atau Sumbersn. Tulis nama desanya dengan tepat.')
})

test('a name that another kecamatan has is not moved there', () => {
  const found = match({ village: 'Kupang', district: 'Porong' })

  assert.equal(found.ok ? '' : found.error.sentence, '"Kupang" tidak ada di Kecamatan Porong; nama itu ada di Kecamatan Jabon. Periksa desa dan kecamatannya.')
  assert.equal(told({ village: 'Kupang', district: 'Porong' }), 'doubt village-elsewhere')
})

test('without a kecamatan only a name the regency has once is taken, with a note', () => {
  assert.equal(told({ village: 'Kupang' }), '35.15.05.2006 exact district-missing')
  assert.equal(told({ village: 'Semambung' }), 'doubt village-several')
  assert.equal(told({ village: 'Kuppang' }), 'doubt village-guess')
  assert.equal(told({ village: 'Entah' }), 'fault village-unknown')
  assert.equal(told({ village: '' }), 'fault village-missing')
  assert.equal(told({ village: ' ', district: 'Jabon' }), 'fault village-missing')
})

test('a village the mud covered is refused with what is known of its end, or led to its successor', () => {
  const gone = match({ village: 'Besuki', district: 'Jabon' })
  const moved = match({ village: 'Renokenongo', district: 'Porong' })

  assert.equal(gone.ok ? '' : gone.error.sentence,
    'Besuki, Kecamatan Jabon, sudah dihapus dari daftar wilayah (semburan lumpur, Kepmendagri 100.1.1-6117/2022). Isi desa atau kelurahan tempat usaha sekarang.')
  assert.deepEqual(moved, { ok: true, value: { code: '35.15.04.2007', how: 'renamed', note: { code: 'village-renamed', sentence: 'Renokenongo sekarang Glagaharum, Kecamatan Porong.' } } })
  assert.equal(told({ code: '35.15.05.2013' }), 'fault village-deleted')
  assert.equal(told({ village: 'Besuki' }), 'fault village-deleted')
})

test('a code is taken with or without dots, by Kemendagri or BPS, and must agree with the name beside it', () => {
  const { match } = villageMatcher([{ code: '35.15.05.2001', name: 'Kupang', kind: 'village', districtCode: '35.15.05', districtName: 'Jabon', bpsCode: '3515050006' }], [])
  const how = (place: StatedPlace) => {
    const found = match(place)
    return found.ok ? `${found.value.code} ${found.value.how}` : found.error.code
  }

  assert.equal(how({ code: '35.15.05.2001' }), '35.15.05.2001 code')
  assert.equal(how({ code: '3515052001' }), '35.15.05.2001 code')
  assert.equal(how({ code: '3515050006', village: 'Ds Kupang' }), '35.15.05.2001 code')
  assert.equal(how({ code: '3515052001', village: 'Semambung' }), 'code-and-name-differ')
  assert.equal(how({ code: '9999999999' }), 'village-code-unknown')
  assert.equal(how({ code: '9999999999', village: 'Kupang', district: 'Jabon' }), '35.15.05.2001 exact')
})

test('words are known as names of villages and kecamatan', () => {
  assert.deepEqual([isVillage('Ds. Kupang'), isVillage('Kerupuk'), isDistrict('Kec. Jabon'), isDistrict('Kupang')], [true, false, true, false])
})

const rowsOf = (file: string) => readFileSync(new URL(`../../../../reference/regions/${file}`, import.meta.url), 'utf8').trim().split('\n').slice(1)
  .map((line) => line.split(','))
const regions = rowsOf('wilayah-sidoarjo.csv')
const districts = new Map(regions.filter(([, , kind]) => kind === 'kecamatan').map(([code = '', name = '']) => [code, name]))
const regency: Village[] = regions.filter(([, , kind]) => kind !== 'kecamatan').map(([code = '', name = '', kind = '', districtCode = '', bpsCode = '']) =>
  ({ code, name, kind, districtCode, districtName: districts.get(districtCode) ?? '', bpsCode: bpsCode || null }))
const whole = villageMatcher(regency, rowsOf('wilayah-sidoarjo-alias.csv').map(([code = '', , alias = '']) => ({ code, alias })))

test('all 346 villages, all other spellings and all BPS codes lead to their own code', () => {
  assert.equal(regency.length, 346)
  for (const { code, name, districtName, bpsCode } of regency) {
    const found = whole.match({ village: `Desa ${name.toUpperCase()}`, district: districtName })
    assert.equal(found.ok && found.value.code, code, name)
    if (bpsCode) assert.equal(whole.match({ code: bpsCode }).ok, true, bpsCode)
  }
  for (const [code = '', , alias = ''] of rowsOf('wilayah-sidoarjo-alias.csv')) {
    const village = regency.find((one) => one.code === code)
    if (!village) continue
    const found = whole.match({ village: alias, district: village.districtName })
    assert.equal(found.ok && found.value.code, code, alias)
  }
})

test('no spelling leads out of the kecamatan stated', () => {
  const anyVillage = fc.constantFrom(...regency)
  const slip = fc.tuple(fc.nat(), fc.constantFrom('', 'a', 'n', 'h', ' '))

  fc.assert(fc.property(anyVillage, anyVillage, slip, (named, stated, [at, letter]) => {
    const place = at % (named.name.length + 1)
    const village = named.name.slice(0, place) + letter + named.name.slice(place + 1)
    const found = whole.match({ village, district: stated.districtName })
    assert.ok(!found.ok || found.value.code.startsWith(`${stated.districtCode}.`), `${village} in ${stated.districtName}`)
  }), { numRuns: 500 })
})

test('one slip in a name of five letters or more leads to that village or to a person, never silently to a neighbour', () => {
  fc.assert(fc.property(fc.constantFrom(...regency.filter(({ name }) => name.length >= 5)), fc.nat(), fc.constantFrom('x', 'q'), ({ code, name, districtName }, at, letter) => {
    const place = at % name.length
    const found = whole.match({ village: name.slice(0, place) + letter + name.slice(place + 1), district: districtName })
    assert.ok(found.ok ? found.value.code === code && found.value.note?.code === 'village-typing' : found.error.doubtful, name)
  }), { numRuns: 500 })
})
