import type { Actor } from '../../kernel/rights.ts'
import { type Result, forbidden, ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { officersId } from './messages-officers.id.ts'
import { STEP_UP_MS, stepUp } from './session-store.ts'
import { countTry, forgiveTries } from './throttle-store.ts'
import { takeTotp } from './totp.ts'

type Taking = Pick<Tools, 'db' | 'clock' | 'keys'>

/** Takes a code of this account's authenticator, counted and committed. Refused with the sentence to show. */
export async function takeSecondFactor(tools: Taking, accountId: string, typed: string): Promise<Result<void, string>> {
  const limit = await countTry(tools, 'totp-of-account', accountId)
  if (!limit.allowed) return { ok: false, error: officersId.signIn.tooManyCodes(limit.retryAt) }
  const taken = await transact(tools.db, tools.clock, async ({ tx, now }) => ok(await takeTotp(tx, tools.keys, now, accountId, typed)))
  if (!taken.ok || !taken.value) return { ok: false, error: officersId.signIn.wrongCode }
  await forgiveTries(tools, 'totp-of-account', accountId)
  return ok(undefined)
}

/**
 * Gives the second factor within a request (API: `otp` in the body); it then counts for some minutes in this session.
 * Runs in transactions of its own. @returns the actor with the second factor given, or `forbidden`
 */
export async function giveSecondFactor(tools: Taking, actor: Actor, typed: string): Promise<Result<Actor>> {
  const given = await takeSecondFactor(tools, actor.accountId, typed)
  if (!given.ok) return forbidden('step-up-needed', given.error)
  const until = tools.clock().add({ milliseconds: STEP_UP_MS })
  await transact(tools.db, tools.clock, async (unit) => {
    if (actor.sessionId) await stepUp(unit.tx, actor.sessionId, until)
    unit.record(actor.officeId, { what: 'account.step-up', kind: 'account', subject: actor.accountId, actor: actor.accountId })
    return ok(undefined)
  })
  return ok({ ...actor, secondFactorUntil: Math.max(until.epochMilliseconds, actor.secondFactorUntil ?? 0) })
}
