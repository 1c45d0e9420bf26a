import { flawsId as t } from '../../messages-flaws.id.ts'
import type { ServiceDefinition } from '../definition.ts'
import type { Flaw } from '../flaw.ts'
import { ENDS, type Life, type Stage, type Status } from '../life.ts'
import { STEP_RULES, WAITING, mayTake } from './vocabulary.ts'

const isEnd = (state: Status): boolean => ENDS.some((end) => end === state)
const GOOD: readonly Status[] = ['issued', 'completed']
const OWN: readonly Status[] = ['draft', 'returned']

const placeOf = (stage: Stage) => `life.${stage.state}`

function once(life: Life): Flaw[] {
  const twice = new Set(life.map(({ state }) => state).filter((state, at, all) => all.indexOf(state) !== at))
  const missing = OWN.filter((state) => !life.some((stage) => stage.state === state))
  return [
    ...[...twice].map((state) => ({ place: `life.${state}`, message: t.stateTwice(state) })),
    ...life.filter(({ state }) => isEnd(state)).map((stage) => ({ place: placeOf(stage), message: t.endWithExits(stage.state) })),
    ...missing.map((state) => ({ place: `life.${state}`, message: t.stateMissing(state) })),
  ]
}

/** Exits that the vocabulary does not know there, or that lead to a state without a stage. */
function exits(life: Life): Flaw[] {
  const known = new Set(life.map(({ state }) => state))
  return life.flatMap((stage) => stage.exits.flatMap(({ step, to }, at): Flaw[] => {
    const place = `${placeOf(stage)}.exits[${at}]`
    const rule = STEP_RULES[step]
    if (!rule.from.includes(stage.state)) return [{ place: `${place}.step`, message: t.stepNotHere(step, stage.state) }]
    if (!rule.to.includes(to)) return [{ place: `${place}.to`, message: t.stepNotThere(step, to, rule.to) }]
    if (!isEnd(to) && !known.has(to)) return [{ place: `${place}.to`, message: t.noStage(to) }]
    // Only the rank parts: who has a place, who has none.
    const before = stage.exits.findIndex((one) => one.step === step && (step !== 'rank' || one.to === to))
    return before < at ? [{ place, message: t.exitTwice(step) }] : []
  }))
}

function owners(life: Life): Flaw[] {
  return life.flatMap((stage): Flaw[] => {
    const place = `${placeOf(stage)}.owners`
    const own = OWN.includes(stage.state)
    if (own || stage.owners.includes('applicant')) {
      const right = own && stage.owners.length === 1 && stage.owners[0] === 'applicant'
      return right ? [] : [{ place, message: own ? t.applicantOwns(stage.state) : t.applicantOwnsNot }]
    }
    const steps = stage.exits.filter(({ step }) => step !== 'withdraw' && step !== 'submit')
    const idle = stage.owners.filter((owner) => !steps.some(({ step }) => mayTake(owner, step)))
    const orphans = steps.filter(({ step }) => STEP_RULES[step].from.includes(stage.state) && !stage.owners.some((owner) => mayTake(owner, step)))
    const twice = stage.owners.some((owner, at) => stage.owners.indexOf(owner) !== at)
    const many = stage.owners.length > 1 && !stage.exits.some(({ step }) => step === 'initial')
    return [
      ...idle.map((owner) => ({ place, message: t.ownerIdle(owner, stage.state) })),
      ...orphans.map(({ step }) => ({ place, message: t.nobodyMay(step, stage.state, stage.owners) })),
      ...(twice || many ? [{ place, message: twice ? t.ownerTwice : t.oneOwner }] : []),
    ]
  })
}

/** Every state waits by the kind of clock it has, and those that the standard promises wait as long as it says. */
function limits({ life, limits: said, advice }: ServiceDefinition): Flaw[] {
  return life.flatMap((stage): Flaw[] => {
    const { state, limit } = stage
    const place = `${placeOf(stage)}.limit`
    if (OWN.includes(state)) {
      const days = state === 'draft' ? said.draftDays : said.correctionDays
      return 'restDays' in limit && limit.restDays === days ? [] : [{ place, message: t.restDays(state, days) }]
    }
    if (state === 'submitted') {
      return 'officeHours' in limit && limit.officeHours === said.intakeOfficeHours ? [] : [{ place, message: t.intakeHours(said.intakeOfficeHours) }]
    }
    if (!('days' in limit)) return [{ place, message: t.daysHere(state) }]
    return state === 'advising' && advice && advice.days !== limit.days ? [{ place: 'advice.days', message: t.adviceDays(limit.days) }] : []
  })
}

const next = (life: Life, state: Status): Status[] => life.filter((stage) => stage.state === state).flatMap((stage) => stage.exits.map(({ to }) => to))
/** A way that goes forward: being sent back and asking again is no progress. */
const forwardOnly = (life: Life): Life => life.map((stage) => ({ ...stage, exits: stage.exits.filter(({ step }) => step !== 'return') }))

/** All states one gets to from here. */
function reachedFrom(life: Life, start: Status): Set<Status> {
  const reached = new Set<Status>([start])
  for (const state of reached) for (const to of next(life, state)) reached.add(to)
  return reached
}

/** No state that nobody gets to, and from each a way to an end that is good for the applicant. */
function ways(life: Life): Flaw[] {
  const reached = reachedFrom(life, 'draft')
  const lost = life.filter(({ state }) => !reached.has(state))
  const onward = forwardOnly(life)
  const stuck = onward.filter(({ state }) => reached.has(state) && !GOOD.some((end) => reachedFrom(onward, state).has(end)))
  const forward = (stage: Stage) => stage.exits.some(({ to }) => stuck.some(({ state }) => state === to))
  // Where the way ends is what must be mended; the states before it are stuck only because of it.
  const last = stuck.filter((stage) => !forward(stage))
  return [
    ...lost.map((stage) => ({ place: placeOf(stage), message: t.unreachable(stage.state) })),
    ...(last.length > 0 ? last : stuck).map((stage) => ({ place: `${placeOf(stage)}.exits`, message: t.deadEnd(stage.state) })),
  ]
}

/** The applicant may take back what he asked, at any time before signing. Source: contract, section 5 */
function withdrawals(life: Life): Flaw[] {
  const open = new Set<Status>([...OWN, ...WAITING])
  return life.filter(({ state, exits: all }) => open.has(state) && !all.some(({ step }) => step === 'withdraw'))
    .map((stage) => ({ place: `${placeOf(stage)}.exits`, message: t.withdrawMissing(stage.state) }))
}

/** The parts of a definition that belong to a step: neither without the other. */
function partsOfSteps(definition: ServiceDefinition): Flaw[] {
  const { life } = definition
  const reached = reachedFrom(life, 'draft')
  const does = (step: string) => life.some((stage) => stage.exits.some((exit) => exit.step === step))
  const pair = (place: string, wanted: boolean, there: boolean, more: string, less: string): Flaw[] =>
    wanted === there ? [] : [{ place, message: wanted ? more : less }]
  const told = Object.keys(definition.messages)
  const silent = told.filter((key) => (key === 'issued' || key === 'completed' || key === 'following') && !reached.has(key))
  return [
    ...pair('letter', reached.has('issued'), definition.letter !== undefined, t.letterMissing, t.letterUnused),
    ...pair('initials', does('initial'), definition.initials.length > 0, t.initialsMissing, t.initialsUnused),
    ...pair('survey', does('report'), definition.survey.length > 0, t.surveyMissing, t.surveyUnused),
    ...pair('advice', does('consult'), definition.advice !== undefined, t.adviceMissing, t.adviceUnused),
    ...pair('scoring', does('score'), definition.scoring !== undefined, t.scoringMissing, t.scoringUnused),
    ...(definition.scoring && !definition.inRounds ? [{ place: 'inRounds', message: t.roundsMissing }] : []),
    ...(definition.outcome.length > 0 && !does('complete') ? [{ place: 'outcome', message: t.outcomeUnused }] : []),
    ...silent.map((key) => ({ place: `messages.${key}`, message: t.messageUnused(key) })),
  ]
}

/** Who initials is said once for the standard and once for the state; both must say the same. */
function initials({ life, initials: said }: ServiceDefinition): Flaw[] {
  const stage = life.find((one) => one.exits.some(({ step }) => step === 'initial'))
  return !stage || said.length === 0 || stage.owners.join() === said.join() ? [] : [{ place: `${placeOf(stage)}.owners`, message: t.initialsDiffer(said) }]
}

/** These end what the standard promises: what comes after is not the office's time. `signing` is the same working day's signature. */
const PROMISED: ReadonlySet<Status> = new Set<Status>(['accepted', 'surveying', 'surveyed', 'advising', 'advised', 'scoring', 'scored', 'verified', 'initialed'])

/** Working days of the longest way from a complete file to its end. */
function longestWay(life: Life, state: Status, seen: readonly Status[] = []): number {
  const stage = life.find((one) => one.state === state)
  if (!stage || !PROMISED.has(state) || seen.includes(state)) return 0
  const own = 'days' in stage.limit ? stage.limit.days : 0
  return own + Math.max(0, ...stage.exits.filter(({ step }) => step !== 'return').map(({ to }) => longestWay(life, to, [...seen, state])))
}

function promise({ life, limits: { days } }: ServiceDefinition): Flaw[] {
  const longest = longestWay(life, 'accepted')
  return longest > days ? [{ place: 'limits.days', message: t.promiseTooShort(days, longest) }] : []
}

/** The life of a request: no dead end, and no state without an owner, a clock and exits that the office knows. */
export function proveLife(definition: ServiceDefinition): Flaw[] {
  const { life } = definition
  return [
    ...once(life), ...exits(life), ...owners(life), ...limits(definition), ...ways(life), ...withdrawals(life), ...partsOfSteps(definition), ...initials(definition),
    ...promise(definition),
  ]
}
