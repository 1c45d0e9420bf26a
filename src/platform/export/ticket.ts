import type { z } from 'zod'
import type { Keys } from '../secrets/keys.ts'

const VALID_MS = 10 * 60_000

/**
 * The address of one download. Only a form of ours makes one, so that a link from elsewhere can neither start a download nor invent its
 * purpose; it holds for its account alone, and for ten minutes.
 */
export const sealTicket = <Ticket extends { account: string }>(keys: Keys, nowMs: number, ticket: Ticket): string =>
  keys.seal(JSON.stringify({ ...ticket, untilMs: nowMs + VALID_MS })).toString('base64url')

/** @returns undefined for a ticket that is not ours, of another form, of somebody else, or over */
export function openTicket<Ticket extends { account: string; untilMs: number }>(
  keys: Keys, nowMs: number, account: string, sealed: string, schema: z.ZodType<Ticket>,
): Ticket | undefined {
  const ticket = schema.safeParse(unsealed(keys, sealed))
  return ticket.success && ticket.data.account === account && ticket.data.untilMs > nowMs ? ticket.data : undefined
}

function unsealed(keys: Keys, sealed: string): unknown {
  try {
    return JSON.parse(keys.unseal(Buffer.from(sealed, 'base64url')))
  } catch {
    return undefined
  }
}
