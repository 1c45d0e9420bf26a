import type { Context } from 'hono'
import type { Temporal } from 'temporal-polyfill'
import { type Problem, type Refusal, type Result, ok } from '../../../../kernel/result.ts'
import { type Actor, may } from '../../../../kernel/rights.ts'
import { wibDate } from '../../../../kernel/wib.ts'
import { transact } from '../../../../platform/db/unit.ts'
import type { Allowed, Ask } from '../../../../platform/http/context.ts'
import { formValues } from '../../../../platform/http/form.ts'
import { type Form, page } from '../../../../platform/http/page.ts'
import { htmlResponse } from '../../../../platform/http/response.ts'
import type { Route, Shell } from '../../../../platform/http/route.ts'
import type { Tools } from '../../../../platform/tools.ts'
import { giveSecondFactor } from '../../../accounts/index.ts'
import { holderOf, officialsOn } from '../../../office/index.ts'
import { type SignOutcome, signApplications } from '../../commands/sign.ts'
import { officeWords } from '../../office-messages.id.ts'
import { type BatchResult, idsOf, waitingFor } from './batch.tsx'
import { ticked, typed } from './case-form.ts'
import { SIGN_PATH, type SignModel, signScreen } from './sign-view.tsx'

const t = officeWords.sign

const isFresh = (actor: Actor, now: Temporal.Instant): boolean => (actor.secondFactorUntil ?? 0) > now.epochMilliseconds

async function read({ unit, actor, tools }: Allowed): Promise<SignModel> {
  return {
    part: await waitingFor(unit.tx, actor, { step: 'sign', roles: ['office-head'] }, unit.now), now: unit.now, accountId: actor.accountId,
    signer: holderOf(await officialsOn(unit.tx, actor.officeId, wibDate(unit.now)), 'office-head'),
    asksCode: !isFresh(actor, unit.now), asksPassphrase: tools.signer?.needsPassphrase === true,
  }
}

const base = page({
  path: SIGN_PATH,
  right: 'signing.list',
  read,
  view: (model, { query }, form) => signScreen(model, { form, query: query['pilih'], results: [] }),
})

function resultOf({ id, reference, outcome, number, message }: SignOutcome): BatchResult {
  if (outcome === 'issued') return { id, reference, tone: 'success', text: t.issued(number ?? ''), message }
  return { id, reference: reference || '–', tone: outcome === 'signing' ? 'warning' : 'danger', text: outcome === 'signing' ? t.signing(number ?? '') : t.refused, message }
}

/** The second factor from the form, unless it was given a moment ago. */
async function confirm(tools: Tools, actor: Actor, code: string): Promise<Result<Actor>> {
  return isFresh(actor, tools.clock()) ? ok(actor) : giveSecondFactor(tools, actor, code)
}

const problemsOf = (refusal: Refusal): Problem[] =>
  (refusal.kind === 'invalid' ? refusal.problems.map((one) => ({ ...one, field: 'code' })) : [{ field: 'code', message: refusal.message }])

/** Checks the form, confirms once, signs each; nothing is signed when a field is wrong. */
async function signPicked({ tools, actor }: Allowed<Ask>, values: Form['values']): Promise<{ problems: Problem[]; results: BatchResult[]; actor: Actor }> {
  const ids = idsOf(ticked(values, 'id'))
  const passphrase = values['passphrase']
  const problems = [
    ...(ids.length === 0 ? [{ field: '', message: officeWords.batch.nothingPicked }] : []),
    ...(tools.signer?.needsPassphrase && (typeof passphrase !== 'string' || passphrase === '') ? [{ field: 'passphrase', message: t.passphraseNeeded }] : []),
  ]
  if (problems.length > 0) return { problems, results: [], actor }
  const confirmed = await confirm(tools, actor, typed(values, 'code'))
  if (!confirmed.ok) return { problems: problemsOf(confirmed.error), results: [], actor }
  const outcomes = await signApplications(tools, confirmed.value, ids, typeof passphrase === 'string' && passphrase !== '' ? { passphrase } : {})
  return { problems: [], results: outcomes.map(resultOf), actor: confirmed.value }
}

/** Signing in a batch: one confirmation, and a result for each letter. The transactions are those of the letters. */
export const signPage: Route = {
  ...base,
  methods: ['GET', 'POST'],
  async handle(c: Context, ask: Ask, shell: Shell) {
    const values = c.req.method === 'POST' ? await formValues(c) : undefined
    const allowed = may(ask.actor, 'signing.list', {}, ask.tools.clock().epochMilliseconds)
    if (!values?.ok || !allowed.ok) return base.handle(c, ask, shell)
    const { problems, results, actor } = await signPicked({ ...ask, actor: allowed.value }, values.value)
    const shown = await transact(ask.tools.db, ask.tools.clock, async (unit) =>
      ok(signScreen(await read({ ...ask, actor, unit }), { form: { values: values.value, problems }, query: undefined, results })))
    if (!shown.ok) throw new Error('a list was refused')
    return htmlResponse(problems.length > 0 ? 422 : 200, shell.frame(shown.value, ask))
  },
}
