import { type Result, conflict, fail, forbidden, invalid, notFound, ok } from '../../../kernel/result.ts'
import type { Actor } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { type Unit, toDb, transact } from '../../../platform/db/unit.ts'
import type { Tools } from '../../../platform/tools.ts'
import {
  type ProduceFailure, type Produced, type Reserved, completeLetter, findLetterOf, keepPrint, noteFailure, produceLetter, reserveLetter, voidLetter, wayOf,
} from '../../letters/index.ts'
import { type Official, holderOf, officialsOn } from '../../office/index.ts'
import { getDefinition } from '../../services/index.ts'
import { beforeSigning } from '../core/life.ts'
import { orderOf } from '../letter-order.ts'
import { applicationsId as words } from '../messages.id.ts'
import { tellStep } from '../notify.ts'
import { findApplication, listEvents, lockApplication, updateApplication } from '../store.ts'
import { clockOf, stageChange } from './case-clock.ts'
import { admitStep } from './steps.ts'

/** What came of one letter of a batch. */
export type SignOutcome = { id: string; reference: string; outcome: 'issued' | 'signing' | 'refused'; number?: string; message?: string }

type Begun = Reserved & { applicationId: string; reference: string; printed: boolean }

/** Who signs today: the head, or who acts for him. Only that person's account may sign. */
async function signerToday(unit: Unit, actor: Actor): Promise<Result<Official>> {
  const holder = holderOf(await officialsOn(unit.tx, actor.officeId, wibDate(unit.now)), 'office-head')
  if (!holder) return conflict('no-signer', words.noSigner)
  return holder.accountId === actor.accountId ? ok(holder) : forbidden('not-the-signer', words.notTheSigner(holder.name))
}

/** First transaction: the number is given and the case is `signing`. Repeated for a case that is signing already, it finds the same number. */
async function begin(tools: Tools, unit: Unit, actor: Actor, id: string): Promise<Result<Begun>> {
  const application = await lockApplication(unit.tx, id)
  if (!application) return notFound('not-found', words.noSuchApplication)
  const definition = await getDefinition(unit.tx, application.definitionId)
  const to = admitStep(actor, { step: 'sign' }, application, definition, unit.now)
  if (!to.ok) return to
  const official = await signerToday(unit, actor)
  if (!official.ok) return official
  const held = await findLetterOf(unit.tx, id, unit.now)
  if (held) return ok({ id: held.id, number: held.number, code: held.code, way: held.way, applicationId: id, reference: application.reference, printed: held.printed })

  const order = await orderOf(tools, unit.tx, application, definition)
  if (!order.ok) return order
  const reserved = await reserveLetter(tools, unit, order.value, official.value)
  await updateApplication(unit.tx, id, { status: 'signing', ...await stageChange(unit, application, definition, 'signing') }, unit.now)
  unit.record(application.officeId, {
    what: 'application.sign', kind: 'application', subject: id, actor: actor.accountId, role: 'office-head', from: application.status, to: 'signing',
    data: { letter: reserved.id, way: wayOf(tools) },
  })
  return ok({ ...reserved, applicationId: id, reference: application.reference, printed: false })
}

/**
 * Last transaction: the letter is in the register and the case is issued, or neither. A second request finds it done.
 * @param actor who brought it to its end: the head, or with his role who kept the paper he signed
 */
export async function issueCase(tools: Tools, unit: Unit, actor: { accountId: string; role?: string }, applicationId: string, letterId: string, produced: Produced): Promise<Result<undefined>> {
  const application = await lockApplication(unit.tx, applicationId)
  if (!application) return notFound('not-found', words.noSuchApplication)
  if (application.status !== 'signing' || !(await completeLetter(unit, letterId, produced))) return ok(undefined)
  const definition = await getDefinition(unit.tx, application.definitionId)
  const clock = await clockOf(unit, application, definition, { step: 'issue', to: 'issued' })
  if (!clock.ok) return clock
  await updateApplication(unit.tx, applicationId, { status: 'issued', decided_at: toDb(unit.now), ...await stageChange(unit, application, definition, 'issued') }, unit.now)
  unit.record(application.officeId, {
    what: 'application.issue', kind: 'application', subject: applicationId, actor: actor.accountId, role: actor.role ?? 'office-head', from: 'signing', to: 'issued',
    data: { letter: letterId, sha256: produced.sha256 },
  })
  await tellStep(tools, unit, { ...application, status: 'issued' }, 'issue')
  return ok(undefined)
}

/** Signs one case and refuses like any other step; the three parts are separate so that a slow signer holds no row. */
export async function signApplication(tools: Tools, actor: Actor, id: string, passphrase?: string): Promise<Result<SignOutcome>> {
  const begun = await transact(tools.db, tools.clock, (unit) => begin(tools, unit, actor, id))
  if (!begun.ok) return begun
  const letter = begun.value
  const outcome = { id, reference: letter.reference, number: letter.number }
  if (letter.printed) return ok({ ...outcome, outcome: 'signing', message: words.waitsForScan })
  const produced = await produceLetter(tools, letter.id, passphrase)
  if (!produced.ok) return failed(tools, letter, produced.error)
  if (letter.way === 'wet-ink') {
    await transact(tools.db, tools.clock, async (unit) => ok(await keepPrint(unit, letter.id, produced.value)))
    return ok({ ...outcome, outcome: 'signing', message: words.waitsForScan })
  }
  const issued = await transact(tools.db, tools.clock, (unit) => issueCase(tools, unit, actor, id, letter.id, produced.value))
  return issued.ok ? ok({ ...outcome, outcome: 'issued' }) : issued
}

/** Failures that pass by themselves; the others wait for a person. */
const PASSING: ReadonlySet<string> = new Set<ProduceFailure['kind']>(['unavailable', 'timeout'])

/**
 * Brings a signing to its end that was begun and then left alone, because the program was killed or the signer was out of reach. The act
 * stays that of the official who began it. Where a passphrase is asked for only he can repeat it.
 */
export async function resumeSigning(tools: Tools, id: string): Promise<'done' | 'failed' | 'left'> {
  const application = await findApplication(tools.db, id)
  const letter = application?.status === 'signing' ? await findLetterOf(tools.db, id, tools.clock()) : undefined
  const begunBy = (await listEvents(tools.db, id)).findLast((event) => event.step === 'sign')?.actorId
  const waits = letter?.lastFailure != null && !PASSING.has(letter.lastFailure)
  if (!letter || !begunBy || letter.state !== 'signing' || letter.printed || waits || tools.signer?.needsPassphrase) return 'left'
  const produced = await produceLetter(tools, letter.id)
  if (!produced.ok) {
    await transact(tools.db, tools.clock, async (unit) => ok(await noteFailure(unit, letter.id, produced.error)))
    return 'failed'
  }
  const ended = await transact(tools.db, tools.clock, async (unit) => {
    if (letter.way !== 'wet-ink') return issueCase(tools, unit, { accountId: begunBy }, id, letter.id, produced.value)
    await keepPrint(unit, letter.id, produced.value)
    return ok(undefined)
  })
  return ended.ok ? 'done' : 'left'
}

/** The number is kept and the failure is shown; only a wrong passphrase is the person's to mend at once. */
async function failed(tools: Tools, letter: Begun, failure: ProduceFailure): Promise<Result<SignOutcome>> {
  await transact(tools.db, tools.clock, async (unit) => ok(await noteFailure(unit, letter.id, failure)))
  tools.log.warn({ letter: letter.id, failure: failure.kind, detail: failure.detail }, 'a letter was not signed')
  if (failure.kind === 'passphrase-refused') return invalid([{ field: 'passphrase', message: words.signFailure[failure.kind] }], 'passphrase-refused')
  return ok({ id: letter.applicationId, reference: letter.reference, number: letter.number, outcome: 'signing', message: words.signFailure[failure.kind] })
}

/**
 * Signs cases one after the other with one confirmation; each has a result of its own, and one that fails stops no other.
 * The second factor must have been given: rights are checked for each.
 */
export async function signApplications(tools: Tools, actor: Actor, ids: string[], secret: { passphrase?: string } = {}): Promise<SignOutcome[]> {
  const outcomes: SignOutcome[] = []
  let stopped: string | undefined
  for (const id of ids) {
    const signed = stopped === undefined ? await signApplication(tools, actor, id, secret.passphrase) : undefined
    outcomes.push(signed?.ok ? signed.value : { id, reference: '', outcome: 'refused', message: signed ? sentenceOf(signed.error) : stopped ?? '' })
    // A card locks after a few wrong passphrases: it is tried once.
    if (signed && !signed.ok && signed.error.code === 'passphrase-refused') stopped = sentenceOf(signed.error)
  }
  return outcomes
}

const sentenceOf = (refusal: Extract<Result<never>, { ok: false }>['error']): string =>
  refusal.kind === 'invalid' ? refusal.problems[0]?.message ?? '' : refusal.message

/** Gives up a signing that cannot succeed: the number is spent and explained, the case waits for a signature again. */
export async function abandonSigning(unit: Unit, actor: Actor, id: string): Promise<Result<undefined>> {
  const application = await lockApplication(unit.tx, id)
  const letter = application && await findLetterOf(unit.tx, id, unit.now)
  if (!application || application.status !== 'signing' || !letter) return conflict('not-now', words.notNow(words.status[application?.status ?? 'issued']))
  const official = await signerToday(unit, actor)
  if (!official.ok) return fail(official.error)
  const definition = await getDefinition(unit.tx, application.definitionId)
  const to = beforeSigning(definition.life)
  await voidLetter(unit, letter.id)
  await updateApplication(unit.tx, id, { status: to, ...await stageChange(unit, application, definition, to) }, unit.now)
  unit.record(application.officeId, {
    what: 'application.abandon-signing', kind: 'application', subject: id, actor: actor.accountId, role: 'office-head', from: 'signing', to, data: { letter: letter.id },
  })
  return ok(undefined)
}
