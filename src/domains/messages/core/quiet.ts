import { Temporal } from 'temporal-polyfill'

/** Hours of the day, WIB, from which and to which nothing is sent that can wait; `from` after `to` goes over midnight. */
export type Quiet = { from: number; to: number }

/** Phones stand beside beds and are shared. Source: product (P). */
export const USUAL_QUIET: Quiet = { from: 21, to: 6 }

const WIB = '+07:00'

/**
 * The end of the quiet hours in which a moment lies.
 * @returns undefined outside of them, and when `from` equals `to`: then there are none
 */
export function quietUntil(moment: Temporal.Instant, quiet: Quiet | undefined): Temporal.Instant | undefined {
  if (!quiet || quiet.from === quiet.to) return undefined
  const local = moment.toZonedDateTimeISO(WIB)
  const { hour } = local
  const over = quiet.from > quiet.to
  const inside = over ? hour >= quiet.from || hour < quiet.to : hour >= quiet.from && hour < quiet.to
  if (!inside) return undefined
  const day = over && hour >= quiet.from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day.toZonedDateTime({ timeZone: WIB, plainTime: Temporal.PlainTime.from({ hour: quiet.to }) }).toInstant()
}
