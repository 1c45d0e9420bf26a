import { z } from 'zod'
import { EXPORT_FORMATS } from '../../../platform/export/source.ts'
import { filterCodesSchema } from '../search/asked.ts'

export const PURPOSES = ['report', 'planning', 'field', 'agency', 'audit'] as const
export const NUMBER_PURPOSES = ['matching', 'contact', 'payment'] as const

/** What every download is told by its form. `numbersFor`: why whole numbers of persons are in it; absent: they are masked. */
export const takenSchema = z.object({
  account: z.string(), untilMs: z.number(), format: z.enum(EXPORT_FORMATS), purpose: z.enum(PURPOSES), numbersFor: z.enum(NUMBER_PURPOSES).optional(),
})

/** One download of businesses as the form asked for it. */
export const ticketSchema = takenSchema.extend({ set: z.literal('businesses'), filter: filterCodesSchema })
