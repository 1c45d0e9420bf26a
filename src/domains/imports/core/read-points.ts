import { fail } from '../../../kernel/result.ts'
import { importsId as t } from '../messages.id.ts'
import { absenceOf, refused, took } from './reading.ts'
import type { Read } from './reading.ts'

/** A point in degrees (WGS 84). */
export type Point = { latitude: number; longitude: number }

/** Where the list's points are expected, in degrees; lost signs, swapped columns and lost decimal points are mended by it. */
export type Area = { south: number; north: number; west: number; east: number }

const isIn = (latitude: number, longitude: number, area: Area) =>
  latitude >= area.south && latitude <= area.north && longitude >= area.west && longitude <= area.east

/** A number of degrees as stated; `axis` when the letter behind it says which. */
type Degrees = { value: number; axis?: 'latitude' | 'longitude' }

const PART = String.raw`(\d{1,2}(?:[.,]\d+)?)`
const MINUTES = new RegExp(String.raw`^(-?)\s*(\d{1,3})\s*[°ºd:\s]\s*${PART}\s*['′’m:\s]?\s*(?:${PART}\s*(?:"|″|”|''|s)?)?$`, 'i')

function degreesOf(text: string): Degrees | undefined {
  const letters = /(?:^|[\d°'"′″”\s])(LS|LU|BT|BB|S|N|E|T|W|B)\.?$|^(LS|LU|BT|S|N|E|W)\b/i.exec(text.trim())
  const letter = (letters?.[1] ?? letters?.[2])?.toUpperCase()
  const bare = text.trim().replace(/^(?:LS|LU|BT|S|N|E|W)\b[\s:]*/i, '').replace(/\s*(?:LS|LU|BT|BB|S|N|E|T|W|B)\.?$/i, '')
    .replace(/^['`]/, '').replace(/[−–]/g, '-').trim()
  const size = figure(bare.replace(/°$/, '')) ?? minutes(bare)
  if (size === undefined) return undefined
  const value = letter === 'S' || letter === 'LS' ? -Math.abs(size) : size
  if (letter === undefined) return { value }
  return { value, axis: ['S', 'N', 'LS', 'LU'].includes(letter) ? 'latitude' : 'longitude' }
}

function figure(bare: string): number | undefined {
  const plain = bare.replace(/\s+/g, '').replace(/^\+/, '')
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  if (/^-?\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'))
  // -7.452.310: the figures of a number without its decimal point, grouped by the sheet.
  return /^-?\d{1,3}([.,]\d{3}){2,}$/.test(plain) ? Number(plain.replace(/[.,]/g, '')) : undefined
}

function minutes(bare: string): number | undefined {
  const [, sign, degrees, minute, second = '0'] = MINUTES.exec(bare) ?? []
  if (degrees === undefined || minute === undefined) return undefined
  const [m, s] = [Number(minute.replace(',', '.')), Number(second.replace(',', '.'))]
  if (m >= 60 || s >= 60) return undefined
  return (sign === '-' ? -1 : 1) * (Number(degrees) + m / 60 + s / 3600)
}

/** Degrees whose decimal point was lost, back in the range given; also takes what already lies there. */
function rescaled(value: number, least: number, most: number): number | undefined {
  for (let scale = 1; scale <= 1e15; scale *= 10) {
    const size = value / scale
    if (size >= least && size <= most) return size
    if (Math.abs(size) < 1) return undefined
  }
  return undefined
}

const toSeven = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/**
 * Reads a point from its two cells: comma or point, degrees-minutes-seconds, exchanged columns, a lost minus, a lost decimal point
 * (`-7452310`). What was mended is told. 0,0 and one half alone are refused; a point elsewhere on earth is taken as it stands.
 */
export function readPoint(latitude: string, longitude: string, area: Area): Read<Point> {
  const [noLatitude, noLongitude] = [absenceOf(latitude) !== undefined, absenceOf(longitude) !== undefined]
  if (noLatitude && noLongitude) return { ok: true, value: { kind: 'empty' } }
  if (noLatitude || noLongitude) return refused('one-only', t.values.pointOneOnly(noLatitude ? longitude : latitude))
  const [first, second] = [degreesOf(latitude), degreesOf(longitude)]
  const stated = `${latitude.trim()}, ${longitude.trim()}`
  if (!first || !second) return refused('not-degrees', t.values.notDegrees(first ? longitude : latitude))
  const isExchanged = first.axis === 'longitude' || second.axis === 'latitude'
  return isExchanged ? mended(second.value, first.value, area, stated) : mended(first.value, second.value, area, stated)
}

function mended(latitude: number, longitude: number, area: Area, stated: string): Read<Point> {
  if (Math.abs(latitude) < 0.01 && Math.abs(longitude) < 0.01) return refused('null-island', t.values.nullIsland(stated))
  if (isIn(latitude, longitude, area)) return took({ latitude, longitude })
  const found = placed(latitude, longitude, area) ?? swapped(longitude, latitude, area)
  if (found) return took(found.point, { code: found.code, sentence: t.values.pointMended[found.code](stated, found.point) })
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return refused('not-on-earth', t.values.notOnEarth(stated))
  return took({ latitude, longitude })
}

type Mended = { point: Point; code: 'sign' | 'swapped' | 'scale' }

const swapped = (latitude: number, longitude: number, area: Area): Mended | undefined => {
  const found = isIn(latitude, longitude, area) ? { latitude, longitude } : placed(latitude, longitude, area)?.point
  return found && { point: found, code: 'swapped' }
}

function placed(latitude: number, longitude: number, area: Area): Mended | undefined {
  if (isIn(-latitude, longitude, area)) return { point: { latitude: -latitude, longitude }, code: 'sign' }
  const y = rescaled(latitude, area.south, area.north) ?? rescaled(-latitude, area.south, area.north)
  const x = rescaled(longitude, area.west, area.east)
  return y === undefined || x === undefined ? undefined : { point: { latitude: toSeven(y), longitude: toSeven(x) }, code: 'scale' }
}

/** The two halves of a point written together: `-7.45, 112.71`, `-7,45; 112,71`, `-7,4523, 112,7183`, or a link to a map. */
function halves(text: string): [string, string] | undefined {
  const link = /[@=/](-?\d{1,3}\.\d+)\s*(?:,|%2C)\s*(-?\d{1,3}\.\d+)/.exec(text)
  if (link && /https?:|maps/i.test(text)) return [link[1] ?? '', link[2] ?? '']
  const bare = text.replace(/[()[\]]/g, '').replace(/^\s*(?:lat(?:itude)?|lintang)\s*[:=]?\s*/i, '')
    .replace(/\s*(?:long?(?:itude)?|lng|bujur)\s*[:=]?\s*/i, ' ').trim()
  for (const cut of [/\s*[;|/]\s*/, /\s*,\s+|\s+,\s*/, /(?<=[NSns]|LS|LU)[\s,]+(?=\d)/, /\s+(?=-?\d{1,3}[.,]\d{3,}$)/]) {
    const parts = bare.split(cut).filter((part) => part !== '')
    if (parts.length === 2) return [parts[0]?.replace(/,$/, '') ?? '', parts[1] ?? '']
  }
  const [, first, second] = /^(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)$/.exec(bare) ?? /^(-?\d{1,3},\d+),(-?\d{1,3},\d+)$/.exec(bare) ?? []
  return first !== undefined && second !== undefined ? [first, second] : undefined
}

/** Reads a point out of one cell; what holds for `readPoint` holds here. */
export function readPointInOne(text: string, area: Area): Read<Point> {
  if (absenceOf(text) !== undefined) return { ok: true, value: { kind: 'empty' } }
  if (/^\s*0\s*[,;]\s*0\s*$/.test(text)) return refused('null-island', t.values.nullIsland(text.trim()))
  const parts = halves(text)
  return parts ? readPoint(parts[0], parts[1], area) : fail({ code: 'not-a-point', sentence: t.values.notAPoint(text) })
}

/** Do these degrees lie in the area, after the mending that `readPoint` does? For telling which column is which. */
export function looksLikeDegrees(text: string, axis: 'latitude' | 'longitude', area: Area): boolean {
  const value = degreesOf(text)?.value
  if (value === undefined) return false
  return axis === 'latitude'
    ? (rescaled(value, area.south, area.north) ?? rescaled(-value, area.south, area.north)) !== undefined
    : rescaled(value, area.west, area.east) !== undefined
}

