import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'

/** What a ticket carries, by purpose. Encrypted in the database, so that no address or log ever holds it. */
type Payloads = {
  /** Someone gave a phone number to sign in; `back` is where he came from. */
  'sign-in': { phone: string; back: string }
  /** An officer gave the right password. `secret` is the new second factor until it is confirmed. */
  officer: { back: string; secret?: string | undefined }
  /** A new second factor of a signed-in officer until it is confirmed. */
  enrol: { secret: string }
  /** The NIK of a citizen to be helped who is not on record yet. */
  help: { nationalId: string }
  /** What the administrator hands over, shown once. */
  'show-once': { password: string }
}

const PAYLOADS: { [P in keyof Payloads]: z.ZodType<Payloads[P]> } = {
  'sign-in': z.object({ phone: z.string(), back: z.string() }),
  officer: z.object({ back: z.string(), secret: z.string().optional() }),
  enrol: z.object({ secret: z.string() }),
  help: z.object({ nationalId: z.string() }),
  'show-once': z.object({ password: z.string() }),
}

export type TicketPurpose = keyof Payloads
export type Payload<P extends TicketPurpose> = Payloads[P]
export type Ticket<P extends TicketPurpose> = { stage: string; accountId: string | undefined; payload: Payload<P> }

/** Time to find the message, the card and the glasses. */
export const TICKET_LASTS_S = 15 * 60

const hashOf = (keys: Keys, token: string) => keys.hash('ticket', token)

export async function openTicket<P extends TicketPurpose>(tx: Tx, keys: Keys, now: Temporal.Instant, purpose: P, one: Ticket<P>): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await tx.insertInto('accounts.tickets').values({
    token_hash: hashOf(keys, token), purpose, stage: one.stage, account_id: one.accountId ?? null, payload_cipher: keys.seal(JSON.stringify(one.payload)),
    expires_at: toDb(now.add({ seconds: TICKET_LASTS_S })),
  }).execute()
  return token
}

/** The ticket behind a token, if it is for this purpose and still good. Locks it: two answers at once are taken one after the other. */
export async function findTicket<P extends TicketPurpose>(tx: Tx, keys: Keys, now: Temporal.Instant, purpose: P, token: string | undefined): Promise<Ticket<P> | undefined> {
  if (!token) return undefined
  const row = await tx.selectFrom('accounts.tickets').select(['stage', 'account_id', 'payload_cipher'])
    .where('token_hash', '=', hashOf(keys, token)).where('purpose', '=', purpose).where('expires_at', '>', toDb(now)).forUpdate().executeTakeFirst()
  if (!row) return undefined
  return { stage: row.stage, accountId: row.account_id ?? undefined, payload: PAYLOADS[purpose].parse(JSON.parse(keys.unseal(row.payload_cipher))) }
}

export async function moveTicket<P extends TicketPurpose>(tx: Tx, keys: Keys, token: string, to: Ticket<P>): Promise<void> {
  await tx.updateTable('accounts.tickets').set({ stage: to.stage, account_id: to.accountId ?? null, payload_cipher: keys.seal(JSON.stringify(to.payload)) })
    .where('token_hash', '=', hashOf(keys, token)).execute()
}

export async function closeTicket(tx: Tx, keys: Keys, token: string): Promise<void> {
  await tx.deleteFrom('accounts.tickets').where('token_hash', '=', hashOf(keys, token)).execute()
}
