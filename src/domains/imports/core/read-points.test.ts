import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readPoint, readPointInOne } from './read-points.ts'
import type { Point } from './read-points.ts'
import type { Read } from './reading.ts'
import { someWorld } from './testing.ts'

const { area } = someWorld

function told(read: Read<Point>): string {
  if (!read.ok) return `fault ${read.error.code}`
  if (read.value.kind !== 'value') return read.value.kind
  const { value: { latitude, longitude }, note } = read.value
  return [`${Math.round(latitude * 1e4) / 1e4} ${Math.round(longitude * 1e4) / 1e4}`, note?.code].filter((part) => part !== undefined).join(' ')
}

test('a point is read from two cells and mended where the regency tells how', () => {
  const table: [string, string, string][] = [
    ['-7.4523', '112.7183', '-7.4523 112.7183'], ['-7,4523', '112,7183', '-7.4523 112.7183'], ['112.7183', '-7.4523', '-7.4523 112.7183 swapped'],
    ['7.4523', '112.7183', '-7.4523 112.7183 sign'], ['-7452310', '112718300', '-7.4523 112.7183 scale'], ['-74523', '1127183', '-7.4523 112.7183 scale'],
    ['-7.452.310', '112.718.300', '-7.4523 112.7183 scale'], ['112718300', '-7452310', '-7.4523 112.7183 swapped'],
    ['7°27\'08.3"S', '112°43\'05.9"E', '-7.4523 112.7183'], ['7° 27\' 8" LS', '112° 43\' 6" BT', '-7.4522 112.7183'], ['S 7.4523', 'E 112.7183', '-7.4523 112.7183'],
    ['112°43\'05.9"E', '7°27\'08.3"S', '-7.4523 112.7183'], ['-6.2', '106.8', '-6.2 106.8'],
    ['0', '0', 'fault null-island'], ['-7.45', '', 'fault one-only'], ['', '112.7', 'fault one-only'], ['', '', 'empty'], ['-', '-', 'empty'],
    ['utara', 'timur', 'fault not-degrees'], ['-745', '999', 'fault not-on-earth'],
  ]
  for (const [latitude, longitude, expected] of table) assert.equal(told(readPoint(latitude, longitude, area)), expected, `${latitude} ${longitude}`)
})

test('a point is read from one cell', () => {
  const table: [string, string][] = [
    ['-7.4523, 112.7183', '-7.4523 112.7183'], ['-7.4523,112.7183', '-7.4523 112.7183'], ['-7,4523; 112,7183', '-7.4523 112.7183'], ['-7,4523, 112,7183', '-7.4523 112.7183'],
    ['-7,4523,112,7183', '-7.4523 112.7183'], ['-7.4523 112.7183', '-7.4523 112.7183'], ['(-7.4523, 112.7183)', '-7.4523 112.7183'], ['112.7183, -7.4523', '-7.4523 112.7183 swapped'],
    ['Lat: -7.4523 Long: 112.7183', '-7.4523 112.7183'], ['7°27\'08.3"S 112°43\'05.9"E', '-7.4523 112.7183'],
    ['https://maps.google.com/?q=-7.4523,112.7183', '-7.4523 112.7183'], ['https://www.google.com/maps/@-7.4523,112.7183,17z', '-7.4523 112.7183'],
    ['0,0', 'fault null-island'], ['0, 0', 'fault null-island'], ['https://maps.app.goo.gl/abc', 'fault not-a-point'], ['dekat balai desa', 'fault not-a-point'], ['-', 'empty'], ['', 'empty'],
  ]
  for (const [text, expected] of table) assert.equal(told(readPointInOne(text, area)), expected, text)
})

test('every point of the regency is read back from every notation', () => {
  const degrees = (least: number, most: number) => fc.integer({ min: Math.ceil(least * 1e6), max: Math.floor(most * 1e6) }).map((size) => size / 1e6)

  fc.assert(fc.property(degrees(area.south, area.north), degrees(area.west, area.east), (latitude, longitude) => {
    const [y, x] = [latitude.toFixed(6), longitude.toFixed(6)]
    const written = [
      readPoint(y, x, area), readPoint(y.replace('.', ','), x.replace('.', ','), area), readPoint(x, y, area), readPoint(y.replace('-', ''), x, area),
      readPoint(y.replace('.', ''), x.replace('.', ''), area), readPointInOne(`${y}, ${x}`, area), readPointInOne(`${y.replace('.', ',')}; ${x.replace('.', ',')}`, area),
    ]
    for (const read of written) assert.deepEqual(read.ok && read.value.kind === 'value' && read.value.value, { latitude, longitude })
  }))
})

test('what was mended is told with the point it became', () => {
  const read = readPoint('112.7183', '-7.4523', area)

  assert.equal(read.ok && read.value.kind === 'value' ? read.value.note?.sentence : '', 'lintang dan bujur "112.7183, -7.4523" tertukar, dibaca -7,4523; 112,7183.')
})
