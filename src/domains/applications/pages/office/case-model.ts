import { type Actor, may } from '../../../../kernel/rights.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { type LetterCard, findLetterOf } from '../../../letters/index.ts'
import { type CaseReply, type MessageStory, listCaseMessages, listReplies } from '../../../messages/index.ts'
import { type Place, findPlace } from '../../../office/index.ts'
import { type KeptBusiness, type Person, type Shown, type SuspectedDouble, findBusiness, findPerson, shownOn, suspectedDoubles } from '../../../registry/index.ts'
import { type ServiceDefinition, getDefinition, missingRequirements } from '../../../services/index.ts'
import { type Given, listGiven } from '../../attachment-store.ts'
import { type EarlierCase, listEarlier } from '../../case-store.ts'
import { type KnownForm, readKnown } from '../../commands/known.ts'
import { takersOf } from '../../commands/assign.ts'
import { clockOf, possibleSteps, stateOf } from '../../commands/steps.ts'
import type { ServiceClock } from '../../../../kernel/service-clock.ts'
import { type Step, turnOf } from '../../core/life.ts'
import { type CaseParts, readParts } from './read-parts.ts'
import { officeWords } from '../../office-messages.id.ts'
import { findNextTurn, openDesk } from '../../queue-store.ts'
import { type Colleague, officerNames } from '../../staff-store.ts'
import { type Application, type CaseEvent, type Remark, findApplication, listEvents, listRemarks } from '../../store.ts'

export type NamedEvent = CaseEvent & { by: string }

/** All that an officer sees of one case. Numbers of people are masked where they are shown. */
export type CaseModel = {
  application: Application
  definition: ServiceDefinition
  business: KeptBusiness | undefined
  owner: Person
  home: Place | undefined
  given: Given[]
  /** What was known beforehand, and what of it the applicant disputed. */
  form: KnownForm
  /** Keys of requirements without which the file is not complete. */
  missing: ReadonlySet<string>
  earlier: EarlierCase[]
  doubles: SuspectedDouble[]
  remarks: Remark[]
  events: NamedEvent[]
  /** What the applicant was told, and what he answered. */
  stories: MessageStory[]
  replies: CaseReply[]
  clock: ServiceClock | undefined
  steps: Step[]
  /** Whose turn it is, in words; empty when nobody's. */
  desk: string
  colleagues: Colleague[]
  holder: string | undefined
  shown: Shown
  letter: LetterCard | undefined
  next: { id: string; reference: string } | undefined
  parts: CaseParts
}

/** Steps of the applicant's own are taken on the pages for him, also by those who help. */
const OF_THE_OFFICE: ReadonlySet<Step> = new Set([
  'accept', 'verify', 'survey', 'report', 'consult', 'advise', 'initial', 'sign', 'follow', 'complete', 'return', 'reject',
])

const roleWord = (role: string | null): string => officeWords.roles[role ?? ''] ?? officeWords.applicant

function named(events: readonly CaseEvent[], names: ReadonlyMap<string, string>): NamedEvent[] {
  return events.map((event) => {
    const name = names.get(event.actorId ?? '')
    return { ...event, by: name ? `${name}, ${roleWord(event.actorRole)}` : roleWord(event.actorRole) }
  })
}

async function peopleOf(ask: Allowed, application: Application, definition: ServiceDefinition, events: readonly CaseEvent[]) {
  const colleagues = await takersOf(ask.unit, application, definition)
  const ids = [...events.flatMap((event) => event.actorId ?? []), ...(application.assignedTo === null ? [] : [application.assignedTo])]
  const names = await officerNames(ask.unit.tx, ids)
  return { colleagues, names, holder: application.assignedTo === null ? undefined : names.get(application.assignedTo) }
}

const hasTasks = (actor: Actor, nowMs: number): boolean => may(actor, 'task.list', {}, nowMs).ok

/** Reads a case for an officer. Leaves no trace by itself: the page that shows it does. */
export async function readCase(ask: Allowed): Promise<CaseModel | undefined> {
  const { unit, actor, tools, params } = ask
  const application = await findApplication(unit.tx, params['id'] ?? '')
  if (!application || application.status === 'draft') return undefined
  const definition = await getDefinition(unit.tx, application.definitionId)
  const owner = await findPerson(unit.tx, tools.keys, application.ownerId)
  if (!owner) throw new Error('a case without its owner')
  const business = application.businessId === null ? undefined : await findBusiness(unit.tx, tools.keys, application.businessId)
  const given = await listGiven(unit.tx, application.id)
  const form = await readKnown({ tx: unit.tx, keys: tools.keys, now: unit.now }, application, definition)
  const events = await listEvents(unit.tx, application.id)
  const { colleagues, names, holder } = await peopleOf(ask, application, definition, events)
  const clock = await clockOf(unit, application, definition)
  const letter = await findLetterOf(unit.tx, application.id, unit.now)
  const [turn] = turnOf(stateOf(application, definition))
  const steps = possibleSteps(actor, application, definition).filter((step) => OF_THE_OFFICE.has(step))
  return {
    application, definition, business, owner, given, colleagues, holder,
    home: owner.villageCode === undefined ? undefined : await findPlace(unit.tx, owner.villageCode),
    form,
    missing: new Set(missingRequirements(definition, new Set(given.map((file) => file.requirement)), form.facts, application.answers).map((one) => one.key)),
    earlier: await listEarlier(unit.tx, application),
    doubles: application.businessId === null ? [] : await suspectedDoubles(unit.tx, application.businessId),
    remarks: await listRemarks(unit.tx, application.id),
    events: named(events, names),
    stories: await listCaseMessages(unit.tx, application.id),
    replies: await listReplies(unit.tx, application.id),
    clock: clock.ok ? clock.value : undefined,
    steps, parts: await readParts(ask, application, steps),
    desk: turn ? officeWords.roles[turn] ?? '' : '',
    shown: shownOn(ask, application.businessId ?? ''),
    letter,
    next: hasTasks(actor, unit.now.epochMilliseconds) ? await findNextTurn(unit.tx, await openDesk(unit.tx, actor, unit.now), application.id) : undefined,
  }
}
