import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../../platform/db/database.ts'
import type { Unit } from '../../../platform/db/unit.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import type { Tools } from '../../../platform/tools.ts'
import { changeCooperative, cooperativeChangeSchema } from '../../cooperatives/index.ts'
import { businessChangeSchema, changeBusiness, originText } from '../../registry/index.ts'
import {
  type Answers, type FactName, type ServiceDefinition, type Settled, type Standing, countKnown, eligibilityOf, factsUsed, knownAnswers, settle,
} from '../../services/index.ts'
import { FIELD_OF, type KnownFacts, type Origin, type Subject, factsFor } from '../facts.ts'
import { type FormNotes, type KnownAnswer, readFormNotes, writeFormNotes } from '../form-store.ts'
import { applicationsId as words } from '../messages.id.ts'
import type { Application } from '../store.ts'

type Reading = { tx: Tx; keys: Keys; now: Temporal.Instant }
type Case = Subject & Pick<Application, 'id' | 'status' | 'answers'>

/** What is known of the applicant of a request, and the answers with it. */
export type KnownForm = KnownFacts & { notes: FormNotes; known: Answers; settled: Settled }

/** @param withOrigins also where each fact came from, for display */
export async function readKnown(reading: Reading, application: Case, definition: ServiceDefinition, withOrigins = false): Promise<KnownForm> {
  const told = await factsFor(reading, application, factsUsed(definition), withOrigins)
  const notes = await readFormNotes(reading.tx, application.id)
  // Once it was sent a request stands on what was known then: what was not sent back must not change behind anybody's back.
  if (application.status !== 'draft') {
    const sent = Object.fromEntries(Object.entries(notes.known).map(([key, { said }]) => [key, said]))
    return { ...told, notes, known: sent, settled: settle(sent, application.answers, {}) }
  }
  const known = knownAnswers(definition, application.answers, told.facts)
  return { ...told, notes, known, settled: settle(known, application.answers, notes.known) }
}

/** Whether the applicant may ask for this service at all, rule by rule, before he fills in anything. */
export async function eligibilityFor(reading: Reading, subject: Subject, definition: ServiceDefinition): Promise<Standing[]> {
  if (definition.eligibility.length === 0) return []
  const { facts } = await factsFor(reading, subject, factsUsed({ ...definition, questions: [], requirements: [], checks: [] }))
  return eligibilityOf(definition, facts)
}

/** Refuses a draft to one who may not ask for the service, with what to do about it. What is not known yet does not refuse. */
export async function admitEligible(reading: Reading, subject: Subject, definition: ServiceDefinition, lang: 'id' | 'en' = 'id'): Promise<Result<undefined>> {
  const unmet = (await eligibilityFor(reading, subject, definition)).filter((one) => one.state === 'unmet')
  return unmet.length === 0 ? ok(undefined) : invalid(unmet.map((one) => ({ field: `eligibility.${one.code}`, message: one.words[lang] })), 'not-eligible')
}

/** "data usaha, Daftar OSS, 3 Mei 2026, Fitri Handayani": for the note that stays with the request, which officers read. */
const fromText = (origin: Origin | undefined): string =>
  (origin ? `${words.registers[origin.of]}, ${originText(origin.act, new Map(origin.who === undefined ? [] : [[origin.act.by, origin.who]]))}` : words.ownData)

/** What is noted of the known answers as they stand now. An older dispute keeps what the registry said when it was disputed. */
function notesOf(definition: ServiceDefinition, { known, settled, origins, notes }: KnownForm, sending: boolean): FormNotes['known'] {
  return Object.fromEntries(Object.entries(settled.states).flatMap(([key, state]): [string, KnownAnswer][] => {
    const said = known[key]
    const before = notes.known[key]
    const proposed = sending && state === 'disputed' ? { proposed: settled.answers[key] } : before?.proposed === undefined ? {} : { proposed: before.proposed }
    if (state === 'disputed' && before?.state === 'disputed') return [[key, { ...before, ...proposed }]]
    const prefill = definition.questions.find((one) => one.key === key)?.prefill
    return typeof said === 'object' || said === undefined || prefill === undefined ? [] : [[key, { state, said, from: fromText(origins[prefill]), ...proposed }]]
  }))
}

/** Takes over all that is known and not disputed: one tap. The caller holds the request locked or sends it now. */
export async function noteKnown(unit: Unit, applicationId: string, definition: ServiceDefinition, form: KnownForm, sending = false): Promise<void> {
  if (Object.keys(form.settled.states).length > 0) await writeFormNotes(unit.tx, applicationId, { known: notesOf(definition, form, sending) })
}

/** Facts that are one field of the registry as it stands; what is counted or worded from several fields cannot be proposed from here. */
const PROPOSED: ReadonlySet<FactName> = new Set([
  'business.name', 'business.kbli', 'business.mainProduct', 'business.startedOn', 'business.capital', 'business.annualSales', 'business.nib',
  'business.pirt', 'business.halal', 'business.trademark',
  'cooperative.name', 'cooperative.address', 'cooperative.kind', 'cooperative.cooperativeNumber', 'cooperative.legalEntityNumber',
  'cooperative.legalEntityDate',
])

type Disputing = { tools: Tools; unit: Unit; actor: Actor }

async function propose({ tools, unit, actor }: Disputing, { businessId, cooperativeId }: Subject, changes: Record<string, unknown>): Promise<Result<unknown>> {
  if (businessId !== null) {
    const change = businessChangeSchema.safeParse(changes)
    if (change.success) return changeBusiness(unit, tools, actor, businessId, change.data)
    return invalid(change.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
  }
  const change = cooperativeChangeSchema.safeParse(changes)
  if (!cooperativeId) return ok(undefined)
  if (change.success) return changeCooperative(unit, tools, actor, cooperativeId, change.data)
  return invalid(change.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })))
}

/**
 * What the applicant says against the registry goes to it through its own door: a proposal where the record was verified, a change where it
 * was not. A value the registry could never hold is refused at its question; a right that is missing keeps the dispute in the request alone.
 */
export async function proposeDisputed(doing: Disputing, application: Case, definition: ServiceDefinition, { settled, notes }: KnownForm): Promise<Result<undefined>> {
  const disputed = definition.questions.filter(({ key, prefill }) =>
    settled.states[key] === 'disputed' && prefill !== undefined && PROPOSED.has(prefill) && notes.known[key]?.proposed !== settled.answers[key])
  const byField = new Map(disputed.map((one) => [one.prefill ? FIELD_OF[one.prefill] ?? '' : '', one.key]))
  if (byField.size === 0) return ok(undefined)
  const changes = Object.fromEntries([...byField].map(([field, key]) => [field, settled.answers[key]]))
  const proposed = await propose(doing, application, changes)
  if (proposed.ok || proposed.error.kind !== 'invalid') return ok(undefined)
  const wrong = proposed.error.problems.flatMap((one) => (byField.has(one.field) ? [{ ...one, field: `answers.${byField.get(one.field) ?? ''}` }] : []))
  return wrong.length > 0 ? invalid(wrong) : ok(undefined)
}

/** Numbers of a form that is sent: how much was asked, how much was known, how much of that was disputed. */
export const countsOf = (definition: ServiceDefinition, { settled, facts }: KnownForm) => countKnown(definition, settled, facts)
