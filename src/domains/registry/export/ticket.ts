import { z } from 'zod'
import { EXPORT_FORMATS } from '../../../platform/export/source.ts'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'

export const PURPOSES = ['report', 'planning', 'field', 'agency', 'audit'] as const
export const NUMBER_PURPOSES = ['matching', 'contact', 'payment'] as const
export const SCALE_CHOICES = ['micro', 'small', 'medium', 'large', 'none'] as const

/** What may be chosen of the registry, as codes. */
export const filterSchema = z.object({
  district: z.string().optional(), village: z.string().optional(), kbli: z.string().optional(),
  scale: z.enum(SCALE_CHOICES).optional(), status: z.enum(BUSINESS_STATUSES).optional(),
})

/** What every download is told by its form. `numbersFor`: why whole numbers of persons are in it; absent: they are masked. */
export const takenSchema = z.object({
  account: z.string(), untilMs: z.number(), format: z.enum(EXPORT_FORMATS), purpose: z.enum(PURPOSES), numbersFor: z.enum(NUMBER_PURPOSES).optional(),
})

/** One download of businesses as the form asked for it. */
export const ticketSchema = takenSchema.extend({ set: z.literal('businesses'), filter: filterSchema })
