import type { Context } from 'hono'
import { z } from 'zod'
import { type Result, invalid, ok } from '../../../../kernel/result.ts'
import { type Actor, may } from '../../../../kernel/rights.ts'
import { transact } from '../../../../platform/db/unit.ts'
import type { Allowed, Ask, UnitAsk } from '../../../../platform/http/context.ts'
import { formValues } from '../../../../platform/http/form.ts'
import { type Form, type Sent, page } from '../../../../platform/http/page.ts'
import { htmlResponse } from '../../../../platform/http/response.ts'
import type { Route, Shell } from '../../../../platform/http/route.ts'
import { REVEALABLE, shownCookie, traceReveal } from '../../../registry/index.ts'
import { assignApplication } from '../../commands/assign.ts'
import { resourceOf, takeStep } from '../../commands/steps.ts'
import { findAccess } from '../../store.ts'
import { onPage, readStep, returnParts, typed } from './case-form.ts'
import { type CaseModel, readCase } from './case-model.ts'
import { caseScreen } from './case-view.tsx'

const accessOf = (ask: UnitAsk) => findAccess(ask.unit.tx, ask.params['id'] ?? '')

/** Reads for an officer; citizens have pages of their own. */
const read = async (ask: Allowed): Promise<CaseModel | undefined> => (ask.actor.kind === 'officer' ? readCase(ask) : undefined)

/** Shows a case and leaves the one trace of the reading: what is refused or sent on shows nothing. */
function view(model: CaseModel, ask: Allowed, form: Form, isStale = false) {
  const { application } = model
  ask.unit.looked(application.officeId, ask.actor, 'application.read', { kind: 'application', id: application.id, personId: application.ownerId })
  return caseScreen(model, { actor: ask.actor, now: ask.unit.now, form, isStale, done: ask.query['langkah'] })
}

/** Fields of the forms on the page; those of a step depend on the standard of the case and are read by `readStep`. */
const fields = z.looseObject({
  act: z.enum(['step', 'assign', 'reveal']),
  field: z.enum(REVEALABLE).optional(),
  purpose: z.enum(['verification', 'contact']).default('verification'),
})

async function step(ask: Allowed, values: Form['values'], model: CaseModel): Promise<Result<Sent>> {
  const { definition, application, business } = model
  const said = readStep(values, definition, returnParts(definition, business !== undefined))
  if ('problems' in said) return invalid(said.problems)
  const taken = await takeStep(ask.tools, ask.unit, ask.actor, application.id, said.input)
  if (!taken.ok) return taken.error.kind === 'invalid' ? invalid(taken.error.problems.map((problem) => onPage(problem, said.input))) : taken
  return ok({ goTo: `/petugas/permohonan/${application.id}?langkah=${said.input.step}` })
}

async function assign(ask: Allowed, values: Form['values'], { application, definition }: CaseModel): Promise<Result<Sent>> {
  const allowed = may(ask.actor, 'application.assign', resourceOf(application, definition), ask.unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const to = typed(values, 'to')
  const assignee = to === 'nobody' ? null : to === 'me' ? ask.actor.accountId : typed(values, 'assignee')
  const assigned = await assignApplication(ask.unit, ask.actor, application.id, { assignee, version: Number(typed(values, 'version')) || 0 })
  return assigned.ok ? ok({ goTo: `/petugas/permohonan/${application.id}?langkah=${assignee === null ? 'free' : 'assign'}` }) : assigned
}

function reveal(ask: Allowed, { field, purpose }: z.output<typeof fields>, { application, business, shown }: CaseModel): Result<Sent> {
  const allowed = may(ask.actor, 'person.reveal', resourceOf(application), ask.unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const goTo = `/petugas/permohonan/${application.id}`
  if (!business || !field) return ok({ goTo })
  traceReveal(ask.unit, ask.actor, { businessId: business.id, personId: application.ownerId, officeId: application.officeId }, [field], purpose)
  const opened = { fields: new Set([...shown.fields, field]), purpose }
  return ok({ goTo, cookies: [shownCookie(ask.tools.keys, ask.actor, ask.unit.now.epochMilliseconds, business.id, opened)] })
}

const base = page({
  path: '/petugas/permohonan/:id',
  right: 'application.read',
  access: accessOf,
  read,
  view,
  fields,
  async send(ask, sent, model) {
    // What the schema let through is text, lists of text or files, as the form brought them.
    const values = sent as Form['values']
    if (sent.act === 'assign') return assign(ask, values, model)
    return sent.act === 'reveal' ? reveal(ask, sent, model) : step(ask, values, model)
  },
})

/** The page again, with what was typed: to look at what the applicant will read, or because somebody was quicker. */
async function showAgain(ask: Ask, shell: Shell, values: Form['values'], status: 200 | 409): Promise<Response | undefined> {
  const shown = await transact(ask.tools.db, ask.tools.clock, async (unit) => {
    const inUnit: UnitAsk = { ...ask, unit }
    const allowed = may(ask.actor, 'application.read', await accessOf(inUnit) ?? {}, unit.now.epochMilliseconds)
    if (!allowed.ok) return allowed
    const admitted: Allowed & { actor: Actor } = { ...inUnit, actor: allowed.value }
    const model = await read(admitted)
    return ok(model && view(model, admitted, { values, problems: [] }, status === 409))
  })
  return shown.ok && shown.value ? htmlResponse(status, shell.frame(shown.value, ask)) : undefined
}

/** One case: everything needed to decide on it, and the steps that are possible now. */
export const casePage: Route = {
  ...base,
  async handle(c: Context, ask: Ask, shell: Shell) {
    if (c.req.method === 'GET') return base.handle(c, ask, shell)
    const values = await formValues(c)
    if (values.ok && typed(values.value, 'preview') !== '') return await showAgain(ask, shell, values.value, 200) ?? base.handle(c, ask, shell)
    const answer = await base.handle(c, ask, shell)
    if (answer.status !== 409 || !values.ok) return answer
    return await showAgain(ask, shell, values.value, 409) ?? answer
  },
}
