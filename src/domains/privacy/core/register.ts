import { z } from 'zod'

/**
 * The record of processing activities (catatan pemrosesan): what is processed, why, on which basis, for how long. `retention` names kinds of
 * the archive's schedule. Source: UU 27/2022 Pasal 31 (article from general knowledge)
 */
export const registerSchema = z.object({
  version: z.int(), validFrom: z.iso.date(), controller: z.string(), source: z.string(), sure: z.enum(['V', 'V2', 'G', 'P']),
  activities: z.array(z.object({
    key: z.string(), name: z.string(), purpose: z.string().min(1), subjects: z.string(), data: z.array(z.string()).min(1), specific: z.string(), basis: z.string().min(1),
    sure: z.enum(['V', 'V2', 'G', 'P']), recipients: z.string(), retention: z.array(z.string()).min(1), security: z.array(z.string()).min(1),
  })).min(1),
})
export type Register = z.output<typeof registerSchema>
export type Activity = Register['activities'][number]
