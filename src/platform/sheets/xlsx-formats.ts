import { EMPTY } from './sheet.ts'
import type { Cell } from './sheet.ts'

/** How a number is shown, as far as it changes what a person reads. */
export type NumberFormat = { kind: 'plain' | 'date' | 'percent' } | { kind: 'mask'; mask: MaskPart[] }
type MaskPart = { literal: string } | { digit: 'fill' | 'skip' }

const PLAIN: NumberFormat = { kind: 'plain' }
const DATE: NumberFormat = { kind: 'date' }

/** Formats that are known by number alone, in all languages of Excel. Source: ECMA-376 part 1, 18.8.30. */
const isBuiltinDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

export function formatOf(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return isBuiltinDate(id) ? DATE : id === 9 || id === 10 ? { kind: 'percent' } : PLAIN
  // Hours that go on after 24 are a length of time and no moment.
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return PLAIN
  // The first section is the one for positive numbers; brackets hold colours, locales and conditions.
  const section = (code.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, '')
  const bare = section.replace(/"[^"]*"|\\.|_.|\*./g, '')
  if (/[ydmhs]/i.test(bare.replace(/general/i, ''))) return DATE
  if (bare.includes('%')) return { kind: 'percent' }
  const mask = maskOf(section)
  return mask ? { kind: 'mask', mask } : PLAIN
}

/**
 * A format that only fills up and punctuates a whole number, as it is set for NIB, telephone and account numbers (`0000000000000`,
 * `"0"#`, `0000-0000-0000`). Thousands signs, decimals and words are no part of the number and make it plain.
 */
function maskOf(section: string): MaskPart[] | undefined {
  const mask: MaskPart[] = []
  for (const [part, quoted, escaped] of section.matchAll(/"([^"]*)"|\\(.)|[^"\\]/gs)) {
    if (part === '0') mask.push({ digit: 'fill' })
    else if (part === '#' || part === '?') mask.push({ digit: 'skip' })
    else if (/^[\d\-+() .]+$/.test(quoted ?? escaped ?? '') || /^[-+() ]$/.test(part)) mask.push({ literal: quoted ?? escaped ?? part })
    else return undefined
  }
  const digits = mask.filter((part) => 'digit' in part)
  const changes = digits.length < mask.length || digits.filter((part) => part.digit === 'fill').length > 1
  return digits.length > 0 && changes ? mask : undefined
}

/** The cell for a stored number. `date1904` is the calendar old Macintosh files count by. */
export function numberCell(raw: string, format: NumberFormat, date1904: boolean): Cell {
  const value = Number(raw)
  if (raw.trim() === '') return EMPTY
  if (!Number.isFinite(value)) return { text: raw, kind: 'text' }
  if (format.kind === 'date') return dateCell(value, date1904) ?? plainNumber(value)
  if (format.kind === 'percent') return { text: `${digitsOf(value * 100)}%`, kind: 'number', value }
  const cell = plainNumber(value)
  return format.kind === 'mask' && Number.isSafeInteger(value) && value >= 0 ? { ...cell, text: masked(value, format.mask) } : cell
}

function plainNumber(value: number): Cell {
  const cell: Cell = { text: digitsOf(value), kind: 'number', value }
  // A spreadsheet keeps 15 digits of what is typed and fills up with zeros: 1234567890123456 becomes 1234567890123450.
  if (Number.isInteger(value) && Math.abs(value) >= 1e15 && cell.text.endsWith('0')) cell.lostDigits = true
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) cell.lostDigits = true
  return cell
}

/** All digits of a whole number; 15 of another one, as the rest is noise of its binary form (0.30000000000000004). */
function digitsOf(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) < 1e-6 ? rounded.toFixed(20).replace(/0+$/, '') : String(rounded)
}

function masked(value: number, mask: MaskPart[]): string {
  let digits = String(value)
  let text = ''
  let left = mask.filter((part) => 'digit' in part).length
  for (const part of mask.toReversed()) {
    if ('literal' in part) {
      text = part.literal + text
      continue
    }
    left -= 1
    const taken = left === 0 ? digits : digits.slice(-1)
    digits = left === 0 ? '' : digits.slice(0, -1)
    text = (taken === '' && part.digit === 'fill' ? '0' : taken) + text
  }
  return text
}

const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** The day count of 31 December 9999, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_465

/** A day count as ISO text; hours alone are no date but a text like 07:30. Nothing when it is outside the calendar. */
function dateCell(serial: number, date1904: boolean): Cell | undefined {
  if (serial < 0 || serial >= LAST_DAY + 1) return undefined
  // Excel counts a 29 February 1900 that never was: days before it are one off.
  const days = !date1904 && serial < 60 && serial >= 1 ? serial + 1 : serial
  const moment = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * DAY_MS / 1000) * 1000).toISOString()
  const time = moment.slice(11, 19)
  const clock = time.endsWith(':00') ? time.slice(0, 5) : time
  if (serial < 1 && !date1904) return { text: clock, kind: 'text' }
  return { text: time === '00:00:00' ? moment.slice(0, 10) : `${moment.slice(0, 10)}T${clock}`, kind: 'date' }
}
