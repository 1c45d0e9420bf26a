import { importsId as t } from '../messages.id.ts'
import { doubted, refused, took, unlessAbsent } from './reading.ts'
import type { Read } from './reading.ts'

/** In which order a column writes its days; `mixed` when it contradicts itself. */
export type DateOrder = 'dmy' | 'mdy' | 'mixed'

/** A day, and how exactly it was told: for a month or a year alone its first day stands. */
export type StatedDate = { iso: string; precision: 'day' | 'month' | 'year' }

/** `thisYear`: years of two figures up to this one are of this century, the others of the last. */
export type DateOptions = { order?: DateOrder; thisYear: number }

// The first three letters settle the month in Indonesian and English, old spelling included; "Agt" and "Ags" are common.
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, peb: 2, mar: 3, mrt: 3, apr: 4, mei: 5, may: 5, jun: 6, jul: 7, agu: 8, agt: 8, ags: 8, aug: 8,
  sep: 9, spt: 9, okt: 10, oct: 10, nov: 11, nop: 11, des: 12, dec: 12,
}
const MONTH_NAME = new RegExp(`^(?:${[
  'jan(?:uari|uary)?', '[fp]eb(?:ruari|ruary)?', 'mar(?:et|ch|t)?', 'mrt', 'apr(?:il)?', 'mei', 'may', 'jun[ie]?', 'jul[iy]?',
  'ag(?:u|ustus|t|ts|s)', 'aug(?:ust)?', 'sep(?:t|tember)?', 'spt', 'o[kc]t(?:ober)?', 'no[vp](?:ember)?', 'de[sc](?:ember)?',
].join('|')})$`)
const WEEKDAY = /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*,?\s*/

const NUMERIC = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$/
const CLOCK = /[t\s]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:am|pm|wib|z|[+-]\d{2}:?\d{2})?$/

/**
 * In which order the days of one column are written, told by days above the 12th.
 * @returns `dmy`, the order of this country, when nothing tells
 */
export function dateOrderOf(texts: Iterable<string>): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const text of texts) {
    const [, first, second] = NUMERIC.exec(text.trim().toLowerCase().replace(CLOCK, '')) ?? []
    if (Number(first) > 12) dayFirst += 1
    else if (Number(second) > 12) monthFirst += 1
  }
  if (monthFirst === 0) return 'dmy'
  return dayFirst === 0 ? 'mdy' : 'mixed'
}

/**
 * Reads a day: `2023-03-01`, `01/03/2023`, `1-3-23`, `1 Maret 2023`, `Mar-23`, `20230301`, the day number of a spreadsheet (44986),
 * and a year alone. Days that are in no calendar are refused, days with two readings are doubtful.
 */
export function readDate(text: string, { order = 'dmy', thisYear }: DateOptions): Read<StatedDate> {
  return unlessAbsent<StatedDate>(text, (stated) => {
    const bare = stated.toLowerCase().replace(/^'/, '').replace(CLOCK, '').replace(WEEKDAY, '')
      .replace(/^(?:tgl|tanggal|tahun|thn|th)\b\.?/, '').trim()
    const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare) ?? /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(bare) ?? []
    if (y !== undefined) return dayOf(Number(y), Number(m), Number(d), stated)
    const [, first, second, year] = NUMERIC.exec(bare) ?? []
    if (year !== undefined) return numeric(Number(first), Number(second), fullYear(year, thisYear), order, stated)
    if (/^\d/.test(bare) && /^\d+(?:[.,]\d+)?$/.test(bare)) return bareNumber(Number(bare.replace(',', '.')), stated)
    return withMonthName(bare, thisYear, stated)
  })
}

const fullYear = (year: string, thisYear: number): number => {
  if (year.length === 4) return Number(year)
  const century = Math.floor(thisYear / 100) * 100
  return Number(year) + (Number(year) <= thisYear % 100 ? century : century - 100)
}

function numeric(first: number, second: number, year: number, order: DateOrder, stated: string): Read<StatedDate> {
  if (order === 'mixed' && first <= 12 && second <= 12 && first !== second) return doubted('date-order', t.values.dateOrder(stated))
  const dayFirst = order === 'mixed' ? second <= 12 : order === 'dmy'
  const [day, month] = dayFirst ? [first, second] : [second, first]
  if (month > 12 && day <= 12 && order !== 'mixed') return doubted('date-order', t.values.dateOrder(stated))
  return dayOf(year, month, day, stated)
}

/** The day number of a spreadsheet: day 25569 is 1970-01-01. Taken from 1930 to 2100 only. */
function bareNumber(number: number, stated: string): Read<StatedDate> {
  if (Number.isInteger(number) && number >= 1900 && number <= 2100) return took({ iso: `${number}-01-01`, precision: 'year' })
  if (number >= 10_959 && number < 73_051) return took({ iso: isoOfDayNumber(Math.floor(number)), precision: 'day' })
  return refused('not-a-date', t.values.notADate(stated))
}

// Day count to calendar in whole numbers (days since 0000-03-01; the year begins in March, so that the leap day is its last).
function isoOfDayNumber(serial: number): string {
  const days = serial - 25_569 + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return iso(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

function withMonthName(bare: string, thisYear: number, stated: string): Read<StatedDate> {
  const parts = bare.split(/[\s\-/.,']+/).filter((part) => part !== '')
  const at = parts.findIndex((part) => MONTH_NAME.test(part))
  const month = MONTHS[(parts[at] ?? '').slice(0, 3)]
  const others = parts.filter((_, place) => place !== at)
  if (month === undefined || others.some((part) => !/^\d{1,4}$/.test(part))) return refused('not-a-date', t.values.notADate(stated))
  const [first = '', second] = others
  if (others.length === 1 && (at === 0 || first.length === 4)) {
    return took({ iso: iso(fullYear(first, thisYear), month, 1), precision: 'month' })
  }
  if (others.length === 1) return doubted('no-year', t.values.noYear(stated))
  if (others.length !== 2 || second === undefined) return refused('not-a-date', t.values.notADate(stated))
  const [day, year] = first.length === 4 ? [second, first] : [first, second]
  return dayOf(fullYear(year, thisYear), month, Number(day), stated)
}

function dayOf(year: number, month: number, day: number, stated: string): Read<StatedDate> {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return refused('no-such-day', t.values.noSuchDay(stated))
  if (year < 1800 || year > 2200) return refused('not-a-date', t.values.notADate(stated))
  return took({ iso: iso(year, month, day), precision: 'day' })
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Reads "Sidoarjo, 1 Maret 1980" into the place and the day of birth; either may be missing. */
export function readBirth(text: string, options: DateOptions): Read<{ place?: string; date?: string }> {
  return unlessAbsent<{ place?: string; date?: string }>(text, (stated) => {
    const at = stated.search(/\d/)
    const place = (at < 0 ? stated : stated.slice(0, at)).replace(/[\s,/\-(]+$/, '').trim()
    if (at < 0) return took({ place })
    const date = readDate(stated.slice(at).replace(/\)$/, ''), options)
    if (!date.ok) return date
    if (date.value.kind !== 'value') return took(place === '' ? {} : { place })
    return took(place === '' ? { date: date.value.value.iso } : { place, date: date.value.value.iso })
  })
}
