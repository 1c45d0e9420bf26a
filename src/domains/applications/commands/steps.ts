import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, notFound, ok } from '../../../kernel/result.ts'
import { type Actor, type Operation, type Resource, type Role, may } from '../../../kernel/rights.ts'
import { type Unit, roleOf, toDb } from '../../../platform/db/unit.ts'
import type { Tools } from '../../../platform/tools.ts'
import { adoptPhotos, findStandingBusinessCard, verifyBusiness } from '../../registry/index.ts'
import { type ServiceDefinition, getDefinition } from '../../services/index.ts'
import { listPapers } from '../attachment-store.ts'
import { type CaseState, type Status, type Step, deskOf, desksOf, isEnd, next, stageOf, stepsFor } from '../core/life.ts'
import { submittedFacts } from '../core/submitted.ts'
import { applicationsId as words } from '../messages.id.ts'
import { tellStep } from '../notify.ts'
import { type Application, type Change, clearInitials, insertInitial, insertRemark, lockApplication, updateApplication } from '../store.ts'
import { clockOf, stageChange } from './case-clock.ts'
import { BUSINESS_ITEM } from './draft.ts'
import { type Prepared, prepareStep } from './prepare-step.ts'
import type { StepInput } from './step-input.ts'

export { clockOf } from './case-clock.ts'
export type { StepInput } from './step-input.ts'

export const stateOf = (application: Application, definition: ServiceDefinition): CaseState => ({
  status: application.status, accepted: application.acceptedAt !== null, life: definition.life, initials: definition.initials, initialsGiven: application.initialsGiven,
})

/** What a right to a case depends on; without its definition nobody's desk counts. */
export const resourceOf = (application: Application, definition?: ServiceDefinition): Resource => ({
  officeId: application.officeId, ownerId: application.ownerId, enteredBy: application.enteredBy, divisionId: application.divisionId,
  ...(application.cooperativeId === null ? {} : { cooperativeId: application.cooperativeId }), ...(definition ? { desks: desksOf(definition) } : {}),
  ...(application.villageCode === null ? {} : { villageCode: application.villageCode }),
  ...(application.verifiedBy === null ? {} : { verifiedBy: application.verifiedBy }),
})

const rightOf = (step: Step): Operation => `application.${step}`

/** What this person may do with the case now: what the life allows, whose turn it is, and his rights. The second factor is asked for later. */
export function possibleSteps(actor: Actor, application: Application, definition: ServiceDefinition): Step[] {
  const roles = actor.roles.map((held) => held.role)
  return stepsFor(stateOf(application, definition), roles).filter((step) => {
    const allowed = may({ ...actor, secondFactorUntil: Number.MAX_SAFE_INTEGER }, rightOf(step), resourceOf(application, definition), 0)
    return allowed.ok
  })
}

const orNull = (moment: Temporal.Instant | null): Date | null => (moment === null ? null : toDb(moment))

/** The words a step needs: a reason from the list, and for a rejection a sentence people understand. */
function checkWords(input: StepInput, definition: ServiceDefinition): Result<undefined> {
  if (input.step !== 'return' && input.step !== 'reject') return ok(undefined)
  const known = new Set(definition.reasons[input.step].map((reason) => reason.code))
  const keys = new Set([...definition.requirements.map((one) => one.key), ...definition.questions.map((one) => one.key), BUSINESS_ITEM])
  const items = input.items ?? []
  const problems = [
    ...(input.reasonCode !== undefined && !known.has(input.reasonCode) ? [{ field: 'reasonCode', message: words.reasonNeeded }] : []),
    ...(input.reasonCode === undefined && (input.step === 'reject' || items.length === 0) ? [{ field: 'reasonCode', message: words.reasonNeeded }] : []),
    ...items.flatMap((item, at) => [
      ...(keys.has(item.requirement) ? [] : [{ field: `items.${at}.requirement`, message: words.itemUnknown(item.requirement) }]),
      ...(known.has(item.reasonCode) ? [] : [{ field: `items.${at}.reasonCode`, message: words.reasonNeeded }]),
    ]),
    ...(input.step === 'reject' && (input.note ?? '').trim() === '' ? [{ field: 'note', message: words.rejectNoteNeeded }] : []),
  ]
  return problems.length > 0 ? invalid(problems) : ok(undefined)
}

/** What else a step changes in the row, beside the status. */
function changesOf(input: StepInput, application: Application, actor: Actor, now: Temporal.Instant): Change {
  switch (input.step) {
    case 'submit': return { submitted_at: toDb(now), returned_at: null, open_items: null, reminders: 0 }
    case 'accept': return { accepted_at: toDb(now) }
    case 'return': {
      const items = input.items ?? []
      return {
        returned_at: toDb(now), returned_count: application.returnedCount + 1, initials_given: 0, verified_by: null,
        open_items: items.length > 0 ? items.map((item) => item.requirement) : null,
      }
    }
    case 'verify': return { verified_by: actor.accountId }
    case 'initial': return { initials_given: application.initialsGiven + 1 }
    case 'withdraw': return { open_items: null }
    default: return {}
  }
}

/** Checks that the step can be taken now by this person; everyone else gets the newer state. */
export function admitStep(actor: Actor, input: StepInput, application: Application, definition: ServiceDefinition, now: Temporal.Instant): Result<Status> {
  const allowed = may(actor, rightOf(input.step), resourceOf(application, definition), now.epochMilliseconds)
  if (!allowed.ok) return allowed
  const state = stateOf(application, definition)
  const to = next(input.step, state)
  const present = { status: application.status, version: application.version, steps: possibleSteps(actor, application, definition) }
  if (to === undefined || !stepsFor(state, actor.roles.map((held) => held.role)).includes(input.step)) {
    return conflict('not-now', words.notNow(words.status[application.status]), present)
  }
  if (input.version !== undefined && input.version !== application.version) return conflict('changed-meanwhile', words.changedMeanwhile, present)
  return ok(to)
}

/** Who entered the business does not verify it either. */
async function notOwnBusiness(unit: Unit, actor: Actor, step: Step, application: Application, definition: ServiceDefinition): Promise<Result<unknown>> {
  if (step !== 'verify' || !application.businessId) return ok(undefined)
  const card = await findStandingBusinessCard(unit.tx, application.businessId)
  return may(actor, 'application.verify', { ...resourceOf(application, definition), ...(card ? { enteredBy: card.enteredBy } : {}) }, unit.now.epochMilliseconds)
}

async function leaveWords(unit: Unit, actor: Actor, input: StepInput, application: Application, definition: ServiceDefinition): Promise<void> {
  if (input.reasonCode === undefined && input.note === undefined && (input.items ?? []).length === 0) return
  if (input.step === 'submit') return
  await insertRemark(unit.tx, application.id, { account: actor.accountId, role: actingRole(actor, application, definition) }, {
    step: input.step, reasonCode: input.reasonCode ?? null, note: input.note?.trim() || null, items: input.items ?? [], at: toDb(unit.now),
  })
}

/** The role in which someone acts on a case, for the log: whose turn it is, when he holds that role. */
function actingRole(actor: Actor, application: Application, definition: ServiceDefinition): string {
  const desk = deskOf(stateOf(application, definition))
  return actor.roles.find((held) => desk.some((owner) => owner === held.role))?.role ?? roleOf(actor)
}

/**
 * Takes one step of a case but signing, in one transaction with its event, its message and its remarks.
 * Sent twice it is refused the second time with the newer state; nothing is done twice.
 */
export async function takeStep(tools: Tools, unit: Unit, actor: Actor, id: string, input: StepInput): Promise<Result<Application>> {
  const application = await lockApplication(unit.tx, id)
  if (!application) return notFound('not-found', words.noSuchApplication)
  const definition = await getDefinition(unit.tx, application.definitionId)
  const to = admitStep(actor, input, application, definition, unit.now)
  if (!to.ok) return to
  const apart = await notOwnBusiness(unit, actor, input.step, application, definition)
  return apart.ok ? carryOut(tools, { unit, actor, input, application, definition, to: to.value }) : apart
}

/** What a panel finds, and what its ranking means: no officer takes these steps, so no desk is asked for. */
const OF_A_PANEL: ReadonlySet<Step> = new Set(['score', 'rank', 'reject'])

/** Takes a step of a case that lies with a panel, once the panel has found; who may say so was decided by the caller. */
export async function takePanelStep(tools: Tools, unit: Unit, actor: Actor, id: string, input: StepInput): Promise<Result<Application>> {
  const application = await lockApplication(unit.tx, id)
  if (!application) return notFound('not-found', words.noSuchApplication)
  const definition = await getDefinition(unit.tx, application.definitionId)
  const isWithPanel = application.status === 'scoring' || application.status === 'scored'
  const exits = stageOf(definition.life, application.status)?.exits ?? []
  // A ranking places some and ends the others: both are its ways on.
  const ends = input.step === 'reject' && exits.some((exit) => exit.to === 'rejected') ? 'rejected' as const : undefined
  const to = isWithPanel && OF_A_PANEL.has(input.step) ? ends ?? next(input.step, stateOf(application, definition)) : undefined
  if (to === undefined) return conflict('not-now', words.notNow(words.status[application.status]), { status: application.status })
  return carryOut(tools, { unit, actor, input, application, definition, to })
}

/** Writes a step that was admitted. */
async function carryOut(tools: Tools, { unit, actor, input, application, definition, to }: Taken & { unit: Unit }): Promise<Result<Application>> {
  const said = checkWords(input, definition)
  if (!said.ok) return said
  const prepared = await prepareStep({ tools, unit, actor, input, application, definition, to })
  if (!prepared.ok) return prepared
  const clock = await clockOf(unit, application, definition, { step: input.step, to })
  if (!clock.ok) return clock

  const written = await prepared.value.write?.() ?? ok(undefined)
  if (!written.ok) return written
  await sideEffects(unit, actor, input, application, definition)
  const after = await updateApplication(unit.tx, application.id, {
    status: to, ...changesOf(input, application, actor, unit.now), ...prepared.value.change, ...await stageChange(unit, application, definition, to),
    ...(isEnd(to) ? { decided_at: toDb(unit.now) } : {}),
    intake_due_at: orNull(clock.value.intakeDueAt), due_at: orNull(clock.value.dueAt),
  }, unit.now)
  await leaveWords(unit, actor, input, application, definition)
  unit.record(application.officeId, eventOf({ actor, input, application, definition, to }, prepared.value))
  await tellStep(tools, unit, after, input.step, input.reasonCode, input.items?.length ?? 0)
  return ok(after)
}

async function sideEffects(unit: Unit, actor: Actor, input: StepInput, application: Application, definition: ServiceDefinition): Promise<void> {
  if (input.step === 'return') await clearInitials(unit.tx, application.id)
  if (input.step === 'verify' && application.businessId) {
    // The case keeps its business; what is verified is the record that stands for it since a merge.
    const standing = await findStandingBusinessCard(unit.tx, application.businessId)
    const businessId = standing?.id ?? application.businessId
    await verifyBusiness(unit, actor, businessId)
    await adoptPhotos(unit, actor, { businessId, applicationId: application.id, papers: await listPapers(unit.tx, application.id) })
  }
  if (input.step === 'initial') {
    const role: Role | undefined = definition.initials[application.initialsGiven]
    if (role) await insertInitial(unit.tx, { applicationId: application.id, position: application.initialsGiven, role, accountId: actor.accountId }, unit.now)
  }
}

type Taken = { actor: Actor; input: StepInput; application: Application; definition: ServiceDefinition; to: Status }

function eventOf({ actor, input, application, definition, to }: Taken, { data }: Prepared) {
  return {
    what: `application.${input.step}`, kind: 'application', subject: application.id, actor: actor.accountId, role: actingRole(actor, application, definition),
    ...(actor.personId === application.ownerId || actor.kind === 'officer' && !['submit', 'withdraw'].includes(input.step) ? {} : { for: application.ownerId }),
    from: application.status, to,
    data: {
      ...(input.step === 'submit' ? submittedFacts(application, definition.limits) : {}),
      ...(input.reasonCode === undefined ? {} : { reason: input.reasonCode }),
      ...(input.items?.length ? { items: input.items.map((item) => item.requirement) } : {}),
      ...(input.step === 'initial' ? { position: application.initialsGiven } : {}),
      ...(input.step === 'verify' && definition.initials.length === 0 ? { initials: 0 } : {}),
      ...data,
    },
  }
}

