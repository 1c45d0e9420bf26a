import type { Temporal } from 'temporal-polyfill'
import { type Problem, type Result, conflict, invalid, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { deadline } from '../../../kernel/deadline.ts'
import { formatInstant, wibDate } from '../../../kernel/wib.ts'
import { type Unit, fromDb } from '../../../platform/db/unit.ts'
import type { LogEntry } from '../../../platform/log/entry.ts'
import type { Tools } from '../../../platform/tools.ts'
import { calendarOf } from '../../office/index.ts'
import { checkCoordinates } from '../../registry/index.ts'
import { type ServiceDefinition, checkAnswers, findRound, relevantAnswers, roundState } from '../../services/index.ts'
import { closeAdvices, insertAdvice, keepAnswer, listAdvices } from '../advice-store.ts'
import { addAttachments, usableAttachments } from '../attachment-store.ts'
import { type Status, stageOf } from '../core/life.ts'
import { writeFormNotes } from '../form-store.ts'
import { applicationsId as words } from '../messages.id.ts'
import { keepOutsideHandOver } from '../outside-store.ts'
import { listAtDesk } from '../staff-store.ts'
import type { Application, Change } from '../store.ts'
import { coSignerOf } from '../co-sign.ts'
import { roundOfCase } from '../round-cases.ts'
import { insertSurvey, keepReport } from '../survey-store.ts'
import { trackHashOf } from '../track.ts'
import { stillConsented } from './consent.ts'
import { lookOver } from './draft.ts'
import { countsOf, noteKnown, proposeDisputed } from './known.ts'
import { writeOutcome } from './outcome.ts'
import type { StepInput } from './step-input.ts'

/** What a step does beside moving the case: columns of the row, codes and counts for the log, and what is written elsewhere. */
export type Prepared = { change?: Change; data?: NonNullable<LogEntry['data']>; write?: () => Promise<Result<unknown>> }

export type Taking = { tools: Tools; unit: Unit; actor: Actor; input: StepInput; application: Application; definition: ServiceDefinition; to: Status }

/** How long the link to another office opens after its answer is due: who answers late still answers. */
const LINK_LASTS_LONGER = { hours: 24 * 60 }

const done = async (work: Promise<unknown>): Promise<Result<undefined>> => { await work; return ok(undefined) }

/** A sentence that must be there and not be too long. */
function textProblems(field: string, value: string | undefined, most: number): Problem[] {
  const text = (value ?? '').trim()
  if (text === '') return [{ field, message: words.steps.needed[field] ?? words.steps.textNeeded }]
  return text.length > most ? [{ field, message: words.tooLong(most) }] : []
}

/** A round takes what is sent in its days; what was sent then and returned may be mended later. */
async function roundClosed(unit: Unit, application: Application, { inRounds }: ServiceDefinition): Promise<boolean> {
  if (!inRounds || application.submittedAt !== null) return false
  const roundId = await roundOfCase(unit.tx, application.id)
  const round = roundId === undefined ? undefined : await findRound(unit.tx, roundId)
  return round === undefined || roundState(round, wibDate(unit.now).toString()) !== 'open'
}

/** Looks a request over, takes over what was known, and sends what is disputed to the registry. */
async function submit({ tools, unit, actor, application, definition }: Taking): Promise<Result<Prepared>> {
  const consented = await stillConsented(unit, actor, application)
  if (!consented.ok) return consented
  const late = await roundClosed(unit, application, definition)
  if (late) return conflict('round-closed', words.roundClosed)
  // What an officer types in from paper was signed on that paper.
  const isUnsigned = definition.coSigned && actor.kind === 'citizen' && await coSignerOf(unit.tx, application) === undefined
  if (isUnsigned) return invalid([{ field: 'coSign', message: words.coSign.missing }], 'co-signature-missing')
  const { stops, warnings, form } = await lookOver({ unit, keys: tools.keys }, application, definition)
  if (stops.length > 0) return invalid(stops)
  if (warnings.length > 0) return invalid(warnings.map(({ field, message }) => ({ field, message })), 'confirm-warnings')
  const counted = countsOf(definition, form)
  const { receivedAt } = form.notes
  const track = await trackHashOf(unit.tx, tools.keys, application)
  return ok({
    change: { answers: relevantAnswers(definition.questions, form.settled.answers, form.facts), ...(track ? { track_hash: track } : {}) },
    data: { ...counted, ...(receivedAt === null ? {} : { received: formatInstant(fromDb(receivedAt)) }) },
    async write() {
      const proposed = await proposeDisputed({ tools, unit, actor }, application, definition, form)
      if (!proposed.ok) return proposed
      await noteKnown(unit, application.id, definition, form, true)
      return done(writeFormNotes(unit.tx, application.id, { counted }))
    },
  })
}

async function survey({ unit, actor, input, application, definition, to }: Taking): Promise<Result<Prepared>> {
  const surveyorId = input.surveyorId ?? null
  if (surveyorId !== null) {
    const owners = stageOf(definition.life, to)?.owners ?? []
    const able = await listAtDesk(unit, application, owners)
    if (!able.some((one) => one.id === surveyorId)) return invalid([{ field: 'surveyorId', message: words.steps.surveyorUnknown }])
  }
  return ok({
    change: { assigned_to: surveyorId }, data: { surveyor: surveyorId },
    write: () => done(insertSurvey(unit.tx, application.id, { sentBy: actor.accountId, surveyorId }, unit.now)),
  })
}

function placeProblems({ latitude, longitude }: StepInput): Problem[] {
  if (latitude === undefined && longitude === undefined) return []
  if (latitude === undefined || longitude === undefined) return [{ field: latitude === undefined ? 'latitude' : 'longitude', message: words.steps.placeHalf }]
  return checkCoordinates({ latitude, longitude }).problems.length > 0 ? [{ field: 'latitude', message: words.steps.placeWrong }] : []
}

function dayProblems(visitedOn: string, now: Temporal.Instant): Problem[] {
  return /^\d{4}-\d{2}-\d{2}$/.test(visitedOn) && visitedOn <= wibDate(now).toString() ? [] : [{ field: 'visitedOn', message: words.steps.dayWrong }]
}

async function report({ unit, actor, input, application, definition }: Taking): Promise<Result<Prepared>> {
  const answers = relevantAnswers(definition.survey, input.answers ?? {})
  const photos = input.photos ?? []
  const visitedOn = input.visitedOn ?? wibDate(unit.now).toString()
  const usable = await usableAttachments(unit.tx, photos, { actorId: actor.accountId, ...application })
  const problems = [
    ...checkAnswers(definition.survey, input.answers ?? {}, true, words.faults).map((one) => ({ ...one, field: `answers.${one.field}` })),
    ...dayProblems(visitedOn, unit.now), ...placeProblems(input),
    ...photos.filter((id) => !usable.has(id)).map(() => ({ field: 'photos', message: words.foreignAttachment })),
  ]
  if (problems.length > 0) return invalid(problems)
  return ok({
    change: { assigned_to: null }, data: { photos: photos.length },
    async write() {
      const id = await keepReport(unit.tx, application.id, actor.accountId, { visitedOn, answers, latitude: input.latitude, longitude: input.longitude }, unit.now)
      return done(addAttachments(unit.tx, application.id, `survey:${id}`, photos, unit.now))
    },
  })
}

async function consult({ unit, actor, application, definition: { advice } }: Taking): Promise<Result<Prepared>> {
  if (!advice) return conflict('not-now', words.steps.noAdvice)
  const due = deadline({ from: unit.now, days: advice.days, pauses: [], calendar: await calendarOf(unit.tx, application.officeId) })
  if (!due.ok) return conflict('calendar-unknown', words.calendarUnknown)
  const { dueAt } = due.value
  return ok({
    data: { days: advice.days },
    write: () => done(insertAdvice(unit.tx, application.id, {
      office: advice.office.id, question: advice.question.id, askedBy: actor.accountId, dueAt, expiresAt: dueAt.add(LINK_LASTS_LONGER),
    }, unit.now)),
  })
}

async function advise({ unit, actor, input, application }: Taking): Promise<Result<Prepared>> {
  const asked = (await listAdvices(unit.tx, application.id)).findLast((one) => one.closedAt === null)
  if (!asked) return conflict('not-now', words.steps.noAdvice)
  const files = input.file === undefined ? [] : [input.file]
  const usable = await usableAttachments(unit.tx, files, { actorId: actor.accountId, ...application })
  const problems = [
    ...(input.verdict === undefined ? [{ field: 'verdict', message: words.steps.verdictNeeded }] : []),
    ...textProblems('advice', input.advice, 2000), ...textProblems('answeredBy', input.answeredBy, 120), ...textProblems('position', input.position, 120),
    ...files.filter((id) => !usable.has(id)).map(() => ({ field: 'file', message: words.foreignAttachment })),
  ]
  const { verdict, advice = '', answeredBy = '', position = '' } = input
  if (verdict === undefined || problems.length > 0) return invalid(problems)
  return ok({
    data: { way: 'paper', verdict },
    async write() {
      await keepAnswer(unit.tx, asked.id, { way: 'paper', verdict, answer: advice.trim(), answeredBy: answeredBy.trim(), position: position.trim(), enteredBy: actor.accountId }, unit.now)
      return done(addAttachments(unit.tx, application.id, `advice:${asked.id}`, files, unit.now))
    },
  })
}

async function follow({ unit, actor, input, application }: Taking): Promise<Result<Prepared>> {
  const { place = '', reference = '' } = input
  const problems = [...textProblems('place', place, 200), ...textProblems('reference', reference, 100)]
  if (problems.length > 0) return invalid(problems)
  return ok({
    change: { reminders: 0 },
    write: () => done(keepOutsideHandOver(unit.tx, application.id, { place: place.trim(), reference: reference.trim(), by: actor.accountId }, unit.now)),
  })
}

async function complete({ tools, unit, actor, input, application, definition }: Taking): Promise<Result<Prepared>> {
  const faults = checkAnswers(definition.outcome, input.answers ?? {}, true, words.faults)
  if (faults.length > 0) return invalid(faults.map((one) => ({ ...one, field: `answers.${one.field}` })))
  const outcome = relevantAnswers(definition.outcome, input.answers ?? {})
  return ok({ change: { outcome }, write: () => writeOutcome(tools, unit, actor, application, definition, outcome) })
}

const PREPARES: Partial<Record<StepInput['step'], (taking: Taking) => Promise<Result<Prepared>>>> = { submit, survey, report, consult, advise, follow, complete }

/** What a case needs where it comes to, whichever step led there. */
const ARRIVES: Partial<Record<Status, StepInput['step']>> = { surveying: 'survey', advising: 'consult' }

/** Both, one after the other; the first that is refused ends it. */
const both = (first: Prepared, second: Prepared): Prepared => ({
  change: { ...first.change, ...second.change }, data: { ...first.data, ...second.data },
  async write() {
    const done = await first.write?.() ?? ok(undefined)
    return done.ok ? await second.write?.() ?? ok(undefined) : done
  },
})

/** Checks what a step brings and says what it will do; nothing is written yet. */
export async function prepareStep(taking: Taking): Promise<Result<Prepared>> {
  const { application, input, to, unit } = taking
  const prepared = await PREPARES[input.step]?.(taking) ?? ok<Prepared>({})
  if (!prepared.ok) return prepared
  const arrival = application.status === to ? undefined : ARRIVES[to]
  const arrived = arrival === undefined || arrival === input.step ? ok<Prepared>({}) : await PREPARES[arrival]?.(taking) ?? ok<Prepared>({})
  if (!arrived.ok) return arrived
  // A case that goes on without the answer of another office leaves a link that opens no more.
  const leaves: Prepared = application.status === 'advising' && input.step !== 'advise' ? { write: () => done(closeAdvices(unit.tx, application.id, unit.now)) } : {}
  return ok(both(leaves, both(prepared.value, arrived.value)))
}
