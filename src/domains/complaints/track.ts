import { timingSafeEqual } from 'node:crypto'
import type { Ask } from '../../platform/http/context.ts'
import { passOf } from '../../platform/secrets/pass.ts'
import { countTries } from '../accounts/index.ts'
import { readTicket } from './core/reference.ts'
import { secretOf } from './reporter.ts'
import { findByReference } from './ticket-store.ts'

/** What passes of tickets are for, so that they open nothing else. */
export const PASS = 'ticket-pass'
/** Long enough to come back to the page the same morning. */
const LASTS_S = 4 * 60 * 60

export type Tried = { ok: true; reference: string; pass: string; lastsS: number } | { ok: false; why: 'reference' | 'secret' | 'wrong' | 'often'; minutes: number }

/**
 * Gives a pass to whoever names ticket number and secret. A try counts before it is made; a number that is not there and a wrong secret look
 * the same.
 */
export async function tryTicket({ tools, ip }: Pick<Ask, 'tools' | 'ip'>, typedReference: string, typedSecret: string): Promise<Tried> {
  const reference = readTicket(typedReference)
  const secret = typedSecret.replaceAll(/\D/g, '')
  if (reference === undefined) return { ok: false, why: 'reference', minutes: 0 }
  if (secret.length !== 6) return { ok: false, why: 'secret', minutes: 0 }
  const verdict = await countTries(tools, [['track-from-address', ip], ['track-of-reference', reference]])
  const now = tools.clock()
  if (!verdict.allowed) return { ok: false, why: 'often', minutes: Math.max(1, Math.ceil(now.until(verdict.retryAt).total('minutes'))) }
  const ticket = await findByReference(tools.db, reference)
  const right = ticket && timingSafeEqual(Buffer.from(secretOf(tools.keys, ticket.formKey)), Buffer.from(secret))
  if (!right) return { ok: false, why: 'wrong', minutes: 0 }
  return {
    ok: true, reference, pass: passOf(tools.keys, PASS, reference, Math.floor(now.epochMilliseconds / 1000) + LASTS_S), lastsS: LASTS_S,
  }
}
