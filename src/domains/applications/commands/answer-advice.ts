import { type Result, conflict, notFound, ok } from '../../../kernel/result.ts'
import { Temporal } from 'temporal-polyfill'
import { type Unit, fromDb, toDb } from '../../../platform/db/unit.ts'
import { keepFile } from '../../../platform/files/keep.ts'
import type { Tools } from '../../../platform/tools.ts'
import { getDefinition } from '../../services/index.ts'
import { findByLink } from '../advice-link.ts'
import { type Advice, keepAnswer } from '../advice-store.ts'
import { addAttachments, insertAttachment } from '../attachment-store.ts'
import { next } from '../core/life.ts'
import { tellStep } from '../notify.ts'
import { lockApplication, updateApplication } from '../store.ts'
import { stepWords } from '../step-messages.id.ts'
import { clockOf, stageChange } from './case-clock.ts'
import type { Verdict } from './step-input.ts'
import { stateOf } from './steps.ts'

/** Does the link of an advice still open? Once it was answered, once the case went on, and after its time it does not. */
export const isUsable = (advice: Advice, now: Temporal.Instant): boolean =>
  advice.closedAt === null && Temporal.Instant.compare(now, fromDb(advice.expiresAt)) < 0

export type OutsideAnswer = { verdict: Verdict; answer: string; answeredBy: string; position: string; file?: File | undefined }

/** A file from outside has no account behind it: it is kept in the name of who asked. */
async function keepScan(tools: Tools, unit: Unit, advice: Advice, officeId: string, file: File | undefined): Promise<Result<undefined>> {
  if (!file) return ok(undefined)
  const kept = await keepFile(tools, file, 'file')
  if (!kept.ok) return kept
  const { storageKey, sha256, mediaType, size } = kept.value
  const attachment = await insertAttachment(unit.tx, { officeId, uploadedBy: advice.askedBy, storageKey, sha256, mediaType, size }, unit.now)
  await addAttachments(unit.tx, advice.applicationId, `advice:${advice.id}`, [attachment.id], unit.now)
  return ok(undefined)
}

/** The advice of another office through its signed link: once, and by nobody with an account here. The case moves as if an officer had typed it in. */
export async function answerByLink(tools: Tools, unit: Unit, token: string, said: OutsideAnswer): Promise<Result<undefined>> {
  const advice = await findByLink(unit.tx, tools.keys, token, true)
  if (!advice) return notFound('not-found', stepWords.outsidePage.used)
  const application = await lockApplication(unit.tx, advice.applicationId)
  const definition = application && await getDefinition(unit.tx, application.definitionId)
  const to = application && definition && next('advise', stateOf(application, definition))
  if (!application || !definition || to === undefined || !isUsable(advice, unit.now)) return conflict('not-now', stepWords.outsidePage.used)
  const kept = await keepScan(tools, unit, advice, application.officeId, said.file)
  if (!kept.ok) return kept
  const clock = await clockOf(unit, application, definition, { step: 'advise', to })
  if (!clock.ok) return clock
  await keepAnswer(unit.tx, advice.id, { way: 'link', verdict: said.verdict, answer: said.answer, answeredBy: said.answeredBy, position: said.position, enteredBy: null }, unit.now)
  const after = await updateApplication(unit.tx, application.id, {
    status: to, ...await stageChange(unit, application, definition, to), due_at: clock.value.dueAt ? toDb(clock.value.dueAt) : null,
  }, unit.now)
  unit.record(application.officeId, {
    what: 'application.advise', kind: 'application', subject: application.id, role: 'outside', from: application.status, to, data: { way: 'link', verdict: said.verdict },
  })
  await tellStep(tools, unit, after, 'advise')
  return ok(undefined)
}
