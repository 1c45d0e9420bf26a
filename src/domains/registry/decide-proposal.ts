import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Tools } from '../../platform/tools.ts'
import { queueMessage, messageText } from '../messages/index.ts'
import { sayOfBusiness, writeFromActs } from './business-acts.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import { undoActs } from './changes-store.ts'
import { checkChange } from './check-change.ts'
import { fieldsOf, recordOf } from './core/business-fields.ts'
import { findPairsOf } from './find-pairs.ts'
import { mergeWords } from './merge-messages.id.ts'
import { type Person, findPerson } from './person-store.ts'
import { proposalWords as t } from './proposal-messages.id.ts'
import { type Proposal, endProposal, findProposal } from './proposals-store.ts'

/** On one that waits: `accept` or `reject`. On a small one that was taken at once and drawn as a sample: `right` or `take-back`. */
export const DECISIONS = ['accept', 'reject', 'right', 'take-back'] as const
export type Decision = {
  decision: (typeof DECISIONS)[number]
  /** Words for the owner; needed when it does not go his way. */
  note?: string | undefined
  /** The version of the business the decision was made from; another one by now: 409. Left out: the present one. */
  version?: number | undefined
}

type Held = { proposal: Proposal; kept: KeptBusiness; person: Person }

/** Locks the business first, as those who change it do, then the proposal. */
async function lockForDecision(unit: Unit, tools: Pick<Tools, 'keys'>, id: string): Promise<Result<Held>> {
  const seen = await findProposal(unit.tx, tools.keys, id)
  const kept = seen && await findBusiness(unit.tx, tools.keys, seen.businessId, true)
  const proposal = kept && await findProposal(unit.tx, tools.keys, id, true)
  const person = kept && await findPerson(unit.tx, tools.keys, kept.ownerId)
  return proposal && person ? ok({ proposal, kept, person }) : notFound('not-found', t.noProposal)
}

const isForWaiting = (decision: Decision['decision']) => decision === 'accept' || decision === 'reject'
const isOpenFor = ({ state, sampled, checkedAt }: Proposal, decision: Decision['decision']) =>
  (isForWaiting(decision) ? state === 'pending' : state === 'accepted' && sampled && checkedAt === null)

/**
 * Decides what an owner proposed. Accepted, it is told by the owner and decided by the office, and a verified record stays verified: somebody
 * has looked. Every way it goes but `right` the owner hears of it.
 * @returns 409 when it was decided meanwhile, or the business changed since the page was opened
 */
export async function decideProposal(unit: Unit, tools: Tools, actor: Actor, id: string, told: Decision): Promise<Result<Proposal>> {
  const locked = await lockForDecision(unit, tools, id)
  if (!locked.ok) return locked
  const { proposal, kept } = locked.value
  const allowed = may(actor, 'registry.decide', { officeId: kept.officeId, villageCode: kept.record.villageCode }, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  if (!isOpenFor(proposal, told.decision)) return conflict('decided-meanwhile', t.decided, { state: proposal.state })
  if (told.version !== undefined && told.version !== kept.version) return conflict('changed-meanwhile', t.changedMeanwhile, { version: kept.version })
  const note = told.note?.trim()
  if (!note && (told.decision === 'reject' || told.decision === 'take-back')) return invalid([{ field: 'note', message: t.noteNeeded }])

  const done = await DO[told.decision](unit, tools, actor, locked.value)
  if (!done.ok) return done
  const stays = told.decision === 'accept' || told.decision === 'right'
  await endProposal(unit.tx, id, { state: stays ? 'accepted' : 'rejected', by: actor.accountId, at: unit.now, note, isCheck: !isForWaiting(told.decision) })
  unit.record(kept.officeId, {
    what: 'business.decide', kind: 'business', subject: kept.id, actor: actor.accountId, role: roleOf(actor), for: kept.ownerId,
    from: isForWaiting(told.decision) ? 'pending' : 'sample', to: told.decision, data: { proposal: id, fields: Object.keys(proposal.sets) },
  })
  if (told.decision !== 'right') await tellOwner(unit, tools, locked.value, stays)
  const after = await findProposal(unit.tx, tools.keys, id)
  return after ? ok(after) : notFound('not-found', t.noProposal)
}

type Act = (unit: Unit, tools: Tools, actor: Actor, held: Held) => Promise<Result<unknown>>

const nothing: Act = async () => ok(undefined)

const accept: Act = async (unit, tools, actor, { proposal, kept, person }) => {
  if (kept.mergedInto !== null) return conflict('absorbed', mergeWords.absorbed)
  const { record } = recordOf({ values: { ...fieldsOf(kept), ...proposal.sets } })
  const { problems } = await checkChange(unit, { kept, person }, record, person)
  if (problems.length > 0) return invalid(problems)
  const saidOn = wibDate(proposal.proposedAt).toString()
  await sayOfBusiness(unit, tools.keys, kept, {
    kind: 'decide', source: 'self', by: actor.accountId, actId: proposal.id, sets: proposal.sets, observedOn: saidOn, validFrom: proposal.validFrom ?? saidOn,
  }, true)
  await findPairsOf(unit, kept.officeId, [kept.id])
  return ok(undefined)
}

const takeBack: Act = async (unit, tools, actor, { proposal, kept }) => {
  await undoActs(unit.tx, proposal.id, unit.now, actor.accountId)
  await writeFromActs(unit.tx, tools.keys, unit.now, kept, { stillVerified: true, confirmed: false })
  return ok(undefined)
}

const DO: Record<Decision['decision'], Act> = { accept, reject: nothing, right: nothing, 'take-back': takeBack }

async function tellOwner(unit: Unit, tools: Tools, { kept, person }: Held, accepted: boolean): Promise<void> {
  if (!person.phone) return
  const template = accepted ? 'change-accepted' : 'change-declined'
  const link = `${tools.config.baseUrl}/usaha/${kept.id}`
  await queueMessage(unit, {
    officeId: kept.officeId, template, channel: 'phone', address: person.phone, body: messageText(template, { reference: kept.registryNumber, link }), personId: person.id,
  })
}

/** The owner takes back what he proposed, as long as nobody has decided. */
export async function withdrawProposal(unit: Unit, tools: Tools, actor: Actor, id: string): Promise<Result<Proposal>> {
  const locked = await lockForDecision(unit, tools, id)
  if (!locked.ok) return locked
  const { proposal, kept } = locked.value
  if (proposal.state !== 'pending') return conflict('not-pending', t.notPending, { state: proposal.state })
  await endProposal(unit.tx, id, { state: 'withdrawn', by: actor.accountId, at: unit.now })
  unit.record(kept.officeId, {
    what: 'business.withdraw-proposal', kind: 'business', subject: kept.id, actor: actor.accountId, role: roleOf(actor), from: 'pending', to: 'withdrawn', data: { proposal: id },
  })
  return ok({ ...proposal, state: 'withdrawn' })
}
