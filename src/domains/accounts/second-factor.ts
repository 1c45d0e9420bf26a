import { type Result, forbidden, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { accountsId as words } from './messages.id.ts'
import { STEP_UP_MS, stepUp } from './session-store.ts'
import { countTry } from './throttle-store.ts'
import { takeTotp } from './totp.ts'

/**
 * Takes a code from the authenticator and lets it count in this session for some minutes. Tries are limited per account.
 * @returns the actor with the second factor given
 */
export async function giveSecondFactor(tools: Tools, actor: Actor, code: string): Promise<Result<Actor>> {
  const turn = await countTry(tools, 'totp-of-account', actor.accountId)
  if (!turn.allowed) return forbidden('too-many-tries', words.secondFactor.tooMany(turn.retryAt))
  return transact(tools.db, tools.clock, async (unit) => {
    if (!(await takeTotp(unit.tx, tools.keys, unit.now, actor.accountId, code))) return invalid([{ field: 'otp', message: words.secondFactor.wrong }], 'wrong-code')
    const until = unit.now.add({ milliseconds: STEP_UP_MS })
    if (actor.sessionId) await stepUp(unit.tx, actor.sessionId, until)
    return ok({ ...actor, secondFactorUntil: until.epochMilliseconds })
  })
}
