import type { OfficeWeek } from '../../../kernel/working-calendar.ts'

type DayHours = OfficeWeek['week'][number]

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`

/** Office hours of one day as people write them: `07.30-16.00`; empty for a closed day. */
export const formatHours = (hours: DayHours): string => (hours === null ? '' : `${clock(hours.opens)}-${clock(hours.closes)}`)

/**
 * Reads office hours of one day. Full stop or colon between hours and minutes, any dash between the two; empty means closed.
 * @returns undefined when it cannot be read or closes before it opens
 */
export function readHours(text: string): DayHours | undefined {
  const bare = text.trim()
  if (bare === '') return null
  const found = /^(\d{1,2})[.:](\d{2})\s*(?:-|–|—|s\.?d\.?)\s*(\d{1,2})[.:](\d{2})$/u.exec(bare)
  if (!found) return undefined
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = found.slice(1).map(Number)
  if (h1 > 23 || h2 > 24 || m1 > 59 || m2 > 59) return undefined
  const hours = { opens: h1 * 60 + m1, closes: h2 * 60 + m2 }
  return hours.opens < hours.closes && hours.closes <= 24 * 60 ? hours : undefined
}
