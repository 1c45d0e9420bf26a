import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, notFound, ok } from '../../../kernel/result.ts'
import { type Actor, type Operation, type Resource, type Role, may } from '../../../kernel/rights.ts'
import { formatInstant } from '../../../kernel/wib.ts'
import { type Unit, fromDb, roleOf, toDb } from '../../../platform/db/unit.ts'
import type { Tools } from '../../../platform/tools.ts'
import { calendarOf } from '../../office/index.ts'
import { adoptPhotos, findStandingBusinessCard, verifyBusiness } from '../../registry/index.ts'
import { type ServiceDefinition, getDefinition, relevantAnswers } from '../../services/index.ts'
import { listPapers } from '../attachment-store.ts'
import { type Counted, writeFormNotes } from '../form-store.ts'
import { type CaseState, type Status, type Step, next, stepsFor, turnOf } from '../core/life.ts'
import { submittedFacts } from '../core/submitted.ts'
import { type ServiceClock, serviceClock } from '../../../kernel/service-clock.ts'
import { applicationsId as words } from '../messages.id.ts'
import { tellStep } from '../notify.ts'
import {
  type Application, type CaseEvent, type Change, type RemarkItem, clearInitials, caseEvents, insertInitial, insertRemark, lockApplication, updateApplication,
} from '../store.ts'
import { BUSINESS_ITEM, lookOver } from './draft.ts'
import { countsOf, noteKnown, proposeDisputed } from './known.ts'
import { trackHashOf } from '../track.ts'

export type StepInput = {
  step: Step
  reasonCode?: string | undefined
  note?: string | undefined
  items?: RemarkItem[] | undefined
  /** The version the officer saw; a newer one is a conflict, so that nobody decides on what he did not see. */
  version?: number | undefined
}

export const stateOf = (application: Application, definition: ServiceDefinition): CaseState => ({
  status: application.status, accepted: application.acceptedAt !== null, initials: definition.initials, initialsGiven: application.initialsGiven,
})

export const resourceOf = (application: Application): Resource => ({
  officeId: application.officeId, ownerId: application.ownerId, enteredBy: application.enteredBy, divisionId: application.divisionId,
  ...(application.villageCode === null ? {} : { villageCode: application.villageCode }),
  ...(application.verifiedBy === null ? {} : { verifiedBy: application.verifiedBy }),
})

const rightOf = (step: Step): Operation => `application.${step}`

/** What this person may do with the case now: what the life allows, whose turn it is, and his rights. The second factor is asked for later. */
export function possibleSteps(actor: Actor, application: Application, definition: ServiceDefinition): Step[] {
  const roles = actor.roles.map((held) => held.role)
  return stepsFor(stateOf(application, definition), roles).filter((step) => {
    const allowed = may({ ...actor, secondFactorUntil: Number.MAX_SAFE_INTEGER }, rightOf(step), resourceOf(application), 0)
    return allowed.ok
  })
}

/** The clock of a case at `now`, from its log, with an event that is about to be written. `known`: its history, when it was read already. */
export async function clockOf(
  unit: Pick<Unit, 'tx' | 'now' | 'recorded'>, application: Application, definition: ServiceDefinition, extra?: { step: string; to: Status }, known?: CaseEvent[],
): Promise<Result<ServiceClock>> {
  const events = (known ?? await caseEvents(unit, application.id)).map(({ at, step, to }) => ({ at, step, ...(to === null ? {} : { to }) }))
  const clock = serviceClock({
    events: extra ? [...events, { at: unit.now, ...extra }] : events,
    calendar: await calendarOf(unit.tx, application.officeId),
    standard: { days: definition.limits.days, intakeHours: definition.limits.intakeOfficeHours }, now: unit.now,
  })
  return clock.ok ? clock : conflict('calendar-unknown', words.calendarUnknown)
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
    case 'reject': return { decided_at: toDb(now) }
    case 'withdraw': return { decided_at: toDb(now), open_items: null }
    case 'sign': return {}
  }
}

/** Checks that the step can be taken now by this person; everyone else gets the newer state. */
export function admitStep(actor: Actor, input: StepInput, application: Application, definition: ServiceDefinition, now: Temporal.Instant): Result<Status> {
  const allowed = may(actor, rightOf(input.step), resourceOf(application), now.epochMilliseconds)
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
async function notOwnBusiness(unit: Unit, actor: Actor, step: Step, application: Application): Promise<Result<unknown>> {
  if (step !== 'verify' || !application.businessId) return ok(undefined)
  const card = await findStandingBusinessCard(unit.tx, application.businessId)
  return may(actor, 'application.verify', { ...resourceOf(application), ...(card ? { enteredBy: card.enteredBy } : {}) }, unit.now.epochMilliseconds)
}

type Sending = { change: Change; counted?: Counted & { received?: string } }

/** Looks a request over, takes over what was known, and sends what is disputed to the registry. */
async function beforeSubmit(tools: Tools, unit: Unit, actor: Actor, application: Application, definition: ServiceDefinition): Promise<Result<Sending>> {
  const { stops, warnings, form } = await lookOver({ unit, keys: tools.keys }, application, definition)
  if (stops.length > 0) return invalid(stops)
  if (warnings.length > 0) return invalid(warnings.map(({ field, message }) => ({ field, message })), 'confirm-warnings')
  const proposed = await proposeDisputed({ tools, unit, actor }, application, definition, form)
  if (!proposed.ok) return proposed
  const { receivedAt } = form.notes
  const counted = countsOf(definition, form)
  await noteKnown(unit, application.id, definition, form, true)
  await writeFormNotes(unit.tx, application.id, { counted })
  const track = await trackHashOf(unit.tx, tools.keys, application)
  return ok({ change: { answers: relevantAnswers(definition.questions, form.settled.answers, form.facts), ...(track ? { track_hash: track } : {}) }, counted: { ...counted, ...(receivedAt === null ? {} : { received: formatInstant(fromDb(receivedAt)) }) } })
}

async function leaveWords(unit: Unit, actor: Actor, input: StepInput, application: Application): Promise<void> {
  if (input.reasonCode === undefined && input.note === undefined && (input.items ?? []).length === 0) return
  if (input.step === 'submit') return
  await insertRemark(unit.tx, application.id, { account: actor.accountId, role: actingRole(actor, application) }, {
    step: input.step, reasonCode: input.reasonCode ?? null, note: input.note?.trim() || null, items: input.items ?? [], at: toDb(unit.now),
  })
}

/** The role in which someone acts on a case, for the log: whose turn it is, when he holds that role. */
function actingRole(actor: Actor, application: Application): string {
  const turn = turnOf({ status: application.status, accepted: true, initials: ['division-head', 'secretary'], initialsGiven: application.initialsGiven })
  return actor.roles.find((held) => turn.includes(held.role))?.role ?? roleOf(actor)
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
  const apart = await notOwnBusiness(unit, actor, input.step, application)
  if (!apart.ok) return apart
  const said = checkWords(input, definition)
  if (!said.ok) return said
  const more = input.step === 'submit' ? await beforeSubmit(tools, unit, actor, application, definition) : ok<Sending>({ change: {} })
  if (!more.ok) return more
  const clock = await clockOf(unit, application, definition, { step: input.step, to: to.value })
  if (!clock.ok) return clock

  await sideEffects(unit, actor, input, application, definition)
  const after = await updateApplication(unit.tx, id, {
    status: to.value, ...changesOf(input, application, actor, unit.now), ...more.value.change,
    intake_due_at: orNull(clock.value.intakeDueAt), due_at: orNull(clock.value.dueAt),
  }, unit.now)
  await leaveWords(unit, actor, input, application)
  unit.record(application.officeId, eventOf(actor, input, application, definition, to.value, more.value.counted))
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

function eventOf(actor: Actor, input: StepInput, application: Application, definition: ServiceDefinition, to: Status, counted?: Sending['counted']) {
  return {
    what: `application.${input.step}`, kind: 'application', subject: application.id, actor: actor.accountId, role: actingRole(actor, application),
    ...(actor.personId === application.ownerId || actor.kind === 'officer' && !['submit', 'withdraw'].includes(input.step) ? {} : { for: application.ownerId }),
    from: application.status, to,
    data: {
      ...(input.step === 'submit' ? submittedFacts(application, definition.limits, counted) : {}),
      ...(input.reasonCode === undefined ? {} : { reason: input.reasonCode }),
      ...(input.items?.length ? { items: input.items.map((item) => item.requirement) } : {}),
      ...(input.step === 'initial' ? { position: application.initialsGiven } : {}),
    },
  }
}

