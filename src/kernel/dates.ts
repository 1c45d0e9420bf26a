import type { Temporal } from 'temporal-polyfill'
import { longDate, shortDate, shortMoment, wibDate } from './wib.ts'

/** Days and moments as one language writes them; moments are told in WIB. */
export type Dates = {
  /** `12 November 2026` */
  day: (date: Temporal.PlainDate) => string
  /** `12 Nov 2026` */
  shortDay: (date: Temporal.PlainDate) => string
  /** `November 2026` */
  month: (date: Temporal.PlainDate) => string
  /** `17 Nov 2026, 16.00` */
  moment: (moment: Temporal.Instant) => string
}

export const datesId: Dates = { day: longDate, shortDay: shortDate, month: (date) => longDate(date).replace(/^\d+ /, ''), moment: shortMoment }

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const monthOf = ({ month }: Temporal.PlainDate) => MONTHS[month - 1] ?? ''

export const datesEn: Dates = {
  day: (date) => `${date.day} ${monthOf(date)} ${date.year}`, shortDay: (date) => `${date.day} ${monthOf(date).slice(0, 3)} ${date.year}`,
  month: (date) => `${monthOf(date)} ${date.year}`,
  // The hours look the same in both languages.
  moment: (moment) => shortMoment(moment).replace(/^[^,]*/, datesEn.shortDay(wibDate(moment))),
}
