import type { Temporal } from 'temporal-polyfill'
import type { Ask, Cookie } from '../../platform/http/context.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { STEP_UP_MS, endSessionOf, openSession } from './session-store.ts'

export const COOKIES = { session: 'sid', ticket: 'masuk', device: 'perangkat' } as const

/** A cookie that the browser drops at once. */
export const gone = (name: string): Cookie => ({ name, value: '', maxAgeS: 0 })

export type Who = { accountId: string; officeId: string; role: string }

/**
 * Signs in: the session this browser had before ends, a new one with a new token begins.
 * @param secondFactorGiven officers: the code just given also counts for what needs it now
 */
export async function beginSession(unit: Unit, ask: Ask, who: Who, secondFactorGiven: boolean): Promise<Cookie[]> {
  const { keys } = ask.tools
  await endSessionOf(unit.tx, keys, unit.now, ask.cookies[COOKIES.session])
  const until: Temporal.Instant = unit.now.add({ milliseconds: STEP_UP_MS })
  const token = await openSession(unit.tx, keys, unit.now, { accountId: who.accountId, kind: 'browser', ...(secondFactorGiven ? { secondFactorUntil: until } : {}) })
  unit.record(who.officeId, { what: 'account.sign-in', kind: 'account', subject: who.accountId, actor: who.accountId, role: who.role })
  return [{ name: COOKIES.session, value: token }, gone(COOKIES.ticket)]
}
