import { z } from 'zod'
import { type DayOff, dayOffKinds } from './days-off.ts'
import { type OfficeWeek, type WorkingCalendar, firstDayWithoutHours } from './working-calendar.ts'

// Apart from the rules themselves, which also run in browsers: there the reader of schemas would be four times the rest.

export const dayOffSchema: z.ZodType<DayOff> = z.object({ date: z.iso.date(), name: z.string().min(1), kind: z.enum(dayOffKinds) }).readonly()

const minuteOfDay = z.int().min(0).max(24 * 60)
const weekdayHours = z.object({ opens: minuteOfDay, closes: minuteOfDay }).readonly()
  .refine((hours) => hours.opens < hours.closes, { path: ['closes'] }).nullable()

export const officeWeekSchema: z.ZodType<OfficeWeek> = z.object({
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  week: z.tuple([weekdayHours, weekdayHours, weekdayHours, weekdayHours, weekdayHours, weekdayHours, weekdayHours]).readonly(),
}).readonly().refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, { path: ['validTo'] })

export const workingCalendarSchema: z.ZodType<WorkingCalendar> = z.object({
  weeks: z.array(officeWeekSchema).readonly(),
  daysOff: z.array(dayOffSchema).readonly(),
  knownFrom: z.iso.date(),
  knownThrough: z.iso.date(),
}).readonly()
  .refine((calendar) => calendar.knownFrom <= calendar.knownThrough, { path: ['knownThrough'] })
  .refine((calendar) => firstDayWithoutHours(calendar) === null, { path: ['weeks'] })
