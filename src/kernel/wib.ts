import { Temporal } from 'temporal-polyfill'
import { fail, ok } from './result.ts'
import type { Result } from './result.ts'

/** Waktu Indonesia Barat: seven hours ahead of UTC the whole year. An offset, so no time zone data are needed on any phone. */
const WIB = '+07:00'

const MONTHS = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
]
const WEEKDAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']

/** A moment for machines: RFC 3339, +07:00, whole seconds (a part of a second is cut off): `2026-11-17T16:00:00+07:00`. */
export function formatInstant(moment: Temporal.Instant): string {
  return moment.toString({ timeZone: WIB, smallestUnit: 'second' })
}

/**
 * Reads a moment with its offset (RFC 3339; the seconds may be left out). A time without an offset is refused:
 * it could be meant in any of the country's three zones.
 */
export function parseIsoInstant(text: string): Result<Temporal.Instant, 'not-a-moment'> {
  if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.]\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)$/.test(text)) return fail('not-a-moment')
  try {
    const moment = Temporal.Instant.from(text)
    // Seen from here the last hours of the year 9999 are in a year of five digits, which RFC 3339 cannot write.
    const { year } = wibDate(moment)
    return year >= 0 && year <= 9999 ? ok(moment) : fail('not-a-moment')
  } catch (error) {
    if (error instanceof RangeError) return fail('not-a-moment')
    throw error
  }
}

/** The day on the office's wall at that moment. */
export function wibDate(moment: Temporal.Instant): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(WIB).toPlainDate()
}

/** The moment at which a day begins at the office, midnight WIB. */
export function wibMidnight(date: Temporal.PlainDate): Temporal.Instant {
  return date.toZonedDateTime(WIB).toInstant()
}

/** `12 Januari 2026` */
export function longDate(date: Temporal.PlainDate): string {
  return `${date.day} ${monthName(date)} ${date.year}`
}

/** `12 Jan 2026`, for narrow columns. */
export function shortDate(date: Temporal.PlainDate): string {
  return `${date.day} ${monthName(date).slice(0, 3)} ${date.year}`
}

/** `Selasa 17 November 2026, 16.00` */
export function longMoment(moment: Temporal.Instant): string {
  const date = wibDate(moment)
  return `${WEEKDAYS[date.dayOfWeek - 1]} ${longDate(date)}, ${timeOfDay(moment)}`
}

/** `17 Nov 2026, 16.00`, for narrow columns. */
export function shortMoment(moment: Temporal.Instant): string {
  return `${shortDate(wibDate(moment))}, ${timeOfDay(moment)}`
}

/** Hours and minutes parted by a full stop. Source: EYD V, tanda titik. */
function timeOfDay(moment: Temporal.Instant): string {
  const { hour, minute } = moment.toZonedDateTimeISO(WIB)
  return `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`
}

function monthName(date: Temporal.PlainDate): string {
  const name = MONTHS[date.month - 1]
  if (name === undefined) throw new RangeError(`no month ${date.month}`)
  return name
}
