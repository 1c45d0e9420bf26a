import { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Unit, fromDb } from '../../../platform/db/unit.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import type { Tools } from '../../../platform/tools.ts'
import { actingFor } from '../../cooperatives/index.ts'
import { type HeldLetter, findHeldLetter } from '../../letters/index.ts'
import {
  type Answers, type Facts, type FormProblem, type ServiceDefinition, factsUsed, faultsOfAnswer, findServiceOn, isMetBy, knownAnswers, problemsOf,
  relevantAnswers, settle,
} from '../../services/index.ts'
import { type Given, listGiven } from '../attachment-store.ts'
import { type RenewalWindow, isPaperFresh, renewalWindow } from '../core/renewal.ts'
import { factsFor } from '../facts.ts'
import { writeFormNotes } from '../form-store.ts'
import { type Renewing, findRenewing } from '../renewal-store.ts'
import { applicationsId as words } from '../messages.id.ts'
import { type Application, findApplication } from '../store.ts'
import { channelOf, createDraft } from './draft.ts'
import { takeStep } from './steps.ts'

/** A letter that its holder may want again, with what was said then as far as it still holds. */
export type Renewal = {
  letter: HeldLetter & { officeId: string; villageCode: string | null }
  /** Who asks now: the holder, or for a cooperative whoever may act for it today; undefined when nobody may. */
  ownerId: string | undefined
  definition: ServiceDefinition
  /** `closed`: revoked, replaced, without an end, or of a kind that is not renewed. */
  window: RenewalWindow | 'closed'
  answers: Answers
  facts: Facts
  /** Papers of the earlier request that are young enough, by requirement. */
  papers: Given[]
  problems: FormProblem[]
  underway: Renewing | undefined
}

type Reading = { tx: Tx; keys: Keys; now: Temporal.Instant }

/** What was said then: only answers to questions that are still asked and would still be taken. Known ones come from the registry anew. */
function earlierAnswers(definition: ServiceDefinition, earlier: Answers, facts: Facts): Answers {
  const usable = definition.questions.flatMap((one): [string, Answers[string]][] => {
    if (one.mustBeTrue) return [[one.key, true]]
    const answer = earlier[one.key]
    return answer === undefined || one.prefill !== undefined || faultsOfAnswer(one, answer, facts).length > 0 ? [] : [[one.key, answer]]
  })
  const answers = Object.fromEntries(usable)
  return relevantAnswers(definition.questions, settle(knownAnswers(definition, answers, facts), answers, {}).answers, facts)
}

function windowOf({ status, validUntil }: HeldLetter, definition: ServiceDefinition, today: Temporal.PlainDate): Renewal['window'] {
  const renewable = definition.letter?.renewable === true && (status === 'valid' || status === 'expired') && validUntil !== null
  return renewable ? renewalWindow(Temporal.PlainDate.from(validUntil), today) : 'closed'
}

/** A cooperative's letter is renewed by the one of its board who asks; when an officer does, by the holder or the first who may act. */
async function ownerOf({ tx, now }: Reading, { cooperativeId, holderId }: HeldLetter, { kind, personId }: Actor): Promise<string | undefined> {
  if (cooperativeId === null) return holderId
  const acting = await actingFor(tx, cooperativeId, wibDate(now))
  return acting.find((one) => one === (kind === 'citizen' ? personId : holderId)) ?? (kind === 'citizen' ? undefined : acting[0])
}

export async function readRenewal(reading: Reading, actor: Actor, letterId: string): Promise<Renewal | undefined> {
  const { tx, now } = reading
  const today = wibDate(now)
  const letter = await findHeldLetter(tx, letterId, now)
  const earlier = letter && await findApplication(tx, letter.applicationId)
  const held = letter && await findServiceOn(tx, letter.kind, today.toString())
  if (!letter || !earlier || !held) return undefined
  const { definition } = held
  const ownerId = await ownerOf(reading, letter, actor)
  const { facts } = await factsFor(reading, { ...earlier, ownerId: ownerId ?? earlier.ownerId, serviceCode: definition.code }, factsUsed(definition))
  const answers = earlierAnswers(definition, earlier.answers, facts)
  const papers = (await listGiven(tx, earlier.id)).filter((one) =>
    isPaperFresh(wibDate(fromDb(one.addedAt)), today) && definition.requirements.some((paper) => paper.key === one.requirement && !isMetBy(paper, facts)))
  return {
    letter, ownerId, definition, window: windowOf(letter, definition, today), answers, facts, papers,
    problems: problemsOf(definition, answers, facts, new Set(papers.map((one) => one.requirement))), underway: await findRenewing(tx, letterId),
  }
}

/** What stops a renewal in one confirmation; a warning is shown with it and confirmed by it. */
export const stopsOf = ({ problems }: Renewal): FormProblem[] => problems.filter((one) => one.level === 'stop')

export type Doing = { tools: Tools; unit: Unit; actor: Actor; mandateId: string | undefined }
type Begun = { application: Application; sent: boolean }

/**
 * Asks for the letter again with what was said then. Unchanged it is sent at once, with its statement; changed it becomes a draft to be
 * filled on. The same form sent twice begins one request.
 */
export async function renew({ tools, unit, actor, mandateId }: Doing, renewal: Renewal, how: { unchanged: boolean; formKey: string }): Promise<Result<Begun>> {
  const { letter, definition, papers, answers } = renewal
  const { ownerId } = renewal
  if (renewal.window !== 'open' || ownerId === undefined) return conflict('not-renewable', words.notRenewable)
  if (how.unchanged && stopsOf(renewal).length > 0) return invalid([{ field: 'renewal', message: words.renewalNeedsMore }], 'needs-more')
  const stated = new Set(definition.questions.filter((one) => one.mustBeTrue).map((one) => one.key))
  const draft = await createDraft(unit, actor, {
    serviceCode: definition.code, ownerId, businessId: letter.businessId ?? undefined, cooperativeId: letter.cooperativeId ?? undefined, channel: channelOf(actor), mandateId,
    draftKey: how.formKey,
    answers: how.unchanged ? answers : Object.fromEntries(Object.entries(answers).filter(([key]) => !stated.has(key))),
    attachments: Object.fromEntries(papers.map((one) => [one.requirement, one.id])),
  })
  if (!draft.ok) return draft
  if (draft.value.status !== 'draft') return ok({ application: draft.value, sent: true })
  const confirmedWarnings = renewal.problems.filter((one) => one.level === 'warn').map((one) => one.code)
  await writeFormNotes(unit.tx, draft.value.id, { renewsLetter: letter.id, ...(how.unchanged ? { confirmedWarnings } : {}) })
  if (!how.unchanged) return ok({ application: draft.value, sent: false })
  const sent = await takeStep(tools, unit, actor, draft.value.id, { step: 'submit' })
  return sent.ok ? ok({ application: sent.value, sent: true }) : sent
}
