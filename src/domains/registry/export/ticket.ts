import { z } from 'zod'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { EXPORT_FORMATS } from '../../../platform/export/source.ts'
import { filterCodesSchema } from '../search/asked.ts'

export const PURPOSES = ['report', 'planning', 'field', 'agency', 'audit'] as const
export const NUMBER_PURPOSES = ['matching', 'contact', 'payment'] as const

const ticketSchema = z.object({
  account: z.string(), untilMs: z.number(), format: z.enum(EXPORT_FORMATS), filter: filterCodesSchema, purpose: z.enum(PURPOSES),
  numbersFor: z.enum(NUMBER_PURPOSES).optional(),
})

/** One download as the form asked for it. `numbersFor`: why whole numbers of persons are in it; absent: they are masked. */
export type ExportTicket = z.infer<typeof ticketSchema>

const VALID_MS = 10 * 60_000

/**
 * The address of one download. Only a form of ours makes one, so that a link from elsewhere can neither start a download nor invent its
 * purpose; it holds for its account alone, and for ten minutes.
 */
export const sealTicket = (keys: Keys, nowMs: number, ticket: Omit<ExportTicket, 'untilMs'>): string =>
  keys.seal(JSON.stringify({ ...ticket, untilMs: nowMs + VALID_MS })).toString('base64url')

/** @returns undefined for a ticket that is not ours, of somebody else, or over */
export function openTicket(keys: Keys, nowMs: number, account: string, sealed: string): ExportTicket | undefined {
  const ticket = ticketSchema.safeParse(unsealed(keys, sealed))
  return ticket.success && ticket.data.account === account && ticket.data.untilMs > nowMs ? ticket.data : undefined
}

function unsealed(keys: Keys, sealed: string): unknown {
  try {
    return JSON.parse(keys.unseal(Buffer.from(sealed, 'base64url')))
  } catch {
    return undefined
  }
}
