import { randomUUID } from 'node:crypto'
import { type Folded, type Told, fold } from '../../kernel/ledger.ts'
import { type Problem, type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { type NewAct, type SubjectKind, listActs, undoActs } from './changes-store.ts'
import { isSampled } from './core/proposal-risk.ts'
import { trustOf } from './core/trust.ts'
import type { Mergeable } from './merge-records.ts'
import type { ProposalWords } from './proposal-messages.id.ts'
import {
  type Proposal, type ProposalReason, endProposal, findPendingProposal, findProposal, insertProposal, rewriteProposal,
} from './proposals-store.ts'
import type { RegisterTables } from './register-tables.ts'

/** What came of a proposed change: taken at once, or waiting for a data steward. */
export type Proposed = { id: string; status: 'accepted' | 'pending'; fields: string[] }

/** On one that waits: `accept` or `reject`. On a small one that was taken at once and drawn as a sample: `right` or `take-back`. */
export const DECISIONS = ['accept', 'reject', 'right', 'take-back'] as const
export type Decision = {
  decision: (typeof DECISIONS)[number]
  /** Words for those who proposed it; needed when it does not go their way. */
  note?: string | undefined
  /** The version of the record the decision was made from; another one by now: 409. Left out: the present one. */
  version?: number | undefined
}

type Saying = Pick<NewAct, 'kind' | 'source' | 'by' | 'sets' | 'actId' | 'validFrom' | 'observedOn'>
export type Wish = { sets: Record<string, Told>; validFrom: string | undefined }

/** A register whose records their own people may want changed. */
export type ProposalRegister<Kept extends Mergeable> = {
  kind: Exclude<SubjectKind, 'person'>
  tables: Pick<RegisterTables, 'records' | 'proposals' | 'proposed'>
  words: ProposalWords
  /** @param lock keeps the row until the transaction ends */
  find(tx: Tx, keys: Keys, id: string, lock: true): Promise<Kept | undefined>
  /** May it be taken at once? Low when there is no reason against it. */
  riskOf(before: Folded, sets: Readonly<Record<string, Told>>, asOf: Temporal.PlainDate): { risk: 'low' | 'high'; reasons: ProposalReason[] }
  /** Keeps what is said and writes the record that follows; a verified one stays verified, since somebody has looked or need not. */
  say(unit: Unit, keys: Keys, kept: Kept, saying: Saying): Promise<Result<unknown>>
  /** Writes the record anew after what was said has been undone. */
  rewrite(unit: Unit, keys: Keys, kept: Kept): Promise<Result<unknown>>
  /** What would be wrong with the record if this were said of it. */
  check(unit: Unit, tools: Pick<Tools, 'keys'>, kept: Kept, sets: Readonly<Record<string, Told>>): Promise<Problem[]>
  findPairs(unit: Unit, officeId: string, ids: readonly string[]): Promise<unknown>
  /** Tells those who proposed it how it ended. */
  tell(unit: Unit, tools: Tools, kept: Kept, proposal: Proposal, accepted: boolean): Promise<unknown>
  /** Whose data it is, for the log. */
  personOf?(kept: Kept): string
}

export type ProposalCommands<Kept> = {
  /**
   * Takes what its people say of a record: a small change at once, with some of them kept for a later look; any other waits for a data
   * steward and leaves the record as it is. The caller holds the record locked.
   */
  propose(unit: Unit, keys: Keys, actor: Actor, kept: Kept, wish: Wish): Promise<Result<Proposed>>
  /**
   * Decides what was proposed. Accepted, it is told by its people and decided by the office. Every way it goes but `right` they hear of it.
   * @returns 409 when it was decided meanwhile, or the record changed since the page was opened
   */
  decide(unit: Unit, tools: Tools, actor: Actor, id: string, told: Decision): Promise<Result<Proposal>>
  /** Its people take back what they proposed, as long as nobody has decided. */
  withdraw(unit: Unit, tools: Pick<Tools, 'keys'>, actor: Actor, id: string): Promise<Result<Proposal>>
}

async function propose<Kept extends Mergeable>(
  register: ProposalRegister<Kept>, unit: Unit, keys: Keys, actor: Actor, kept: Kept, wish: Wish,
): Promise<Result<Proposed>> {
  const { tables, kind } = register
  const before = fold(await listActs(unit.tx, keys, kept.id), trustOf)
  const today = wibDate(unit.now)
  const waiting = await findPendingProposal(unit.tx, keys, kept.id, tables)
  if (register.riskOf(before, wish.sets, today).risk === 'low') {
    const taken = await takeAtOnce(register, unit, keys, actor, kept, wish)
    if (taken.ok && waiting) await withoutFields(register, unit, keys, waiting, Object.keys(wish.sets), before)
    return taken
  }
  const sets = { ...waiting?.sets, ...wish.sets }
  const whole = {
    proposedBy: actor.accountId, proposedAt: unit.now, baseVersion: kept.version, sets, validFrom: wish.validFrom ?? waiting?.validFrom ?? null,
    reasons: register.riskOf(before, sets, today).reasons,
  }
  const id = waiting?.id ?? randomUUID()
  if (waiting) await rewriteProposal(unit.tx, keys, id, whole, tables)
  else await insertProposal(unit.tx, keys, { ...whole, id, officeId: kept.officeId, subjectId: kept.id, risk: 'high', state: 'pending', sampled: false }, tables)
  const fields = Object.keys(wish.sets)
  unit.record(kept.officeId, { what: `${kind}.propose`, kind, subject: kept.id, actor: actor.accountId, role: roleOf(actor), data: { proposal: id, fields } })
  return ok({ id, status: 'pending', fields })
}

async function takeAtOnce<Kept extends Mergeable>(
  register: ProposalRegister<Kept>, unit: Unit, keys: Keys, actor: Actor, kept: Kept, { sets, validFrom }: Wish,
): Promise<Result<Proposed>> {
  const id = randomUUID()
  const said = await register.say(unit, keys, kept, { kind: 'edit', source: 'self', by: actor.accountId, actId: id, sets, validFrom })
  if (!said.ok) return said
  await insertProposal(unit.tx, keys, {
    id, officeId: kept.officeId, subjectId: kept.id, proposedBy: actor.accountId, proposedAt: unit.now, baseVersion: kept.version, sets,
    validFrom: validFrom ?? null, risk: 'low', reasons: [], state: 'accepted', sampled: isSampled(id),
  }, register.tables)
  return ok({ id, status: 'accepted', fields: Object.keys(sets) })
}

/** What was just said anew no longer waits in its older form. */
async function withoutFields<Kept extends Mergeable>(
  { tables, riskOf }: ProposalRegister<Kept>, unit: Unit, keys: Keys, waiting: Proposal, fields: readonly string[], before: Folded,
): Promise<void> {
  const sets = Object.fromEntries(Object.entries(waiting.sets).filter(([field]) => !fields.includes(field)))
  if (Object.keys(sets).length === Object.keys(waiting.sets).length) return
  if (Object.keys(sets).length === 0) await endProposal(unit.tx, waiting.id, { state: 'withdrawn', by: waiting.proposedBy, at: unit.now }, tables)
  else await rewriteProposal(unit.tx, keys, waiting.id, { ...waiting, sets, reasons: riskOf(before, sets, wibDate(unit.now)).reasons }, tables)
}

type Held<Kept> = { proposal: Proposal; kept: Kept }

/** Locks the record first, as those who change it do, then the proposal. */
async function lockForDecision<Kept extends Mergeable>(
  { tables, find, words }: ProposalRegister<Kept>, unit: Unit, { keys }: Pick<Tools, 'keys'>, id: string,
): Promise<Result<Held<Kept>>> {
  const seen = await findProposal(unit.tx, keys, id, false, tables)
  const kept = seen && await find(unit.tx, keys, seen.subjectId, true)
  const proposal = kept && await findProposal(unit.tx, keys, id, true, tables)
  return proposal ? ok({ proposal, kept }) : notFound('not-found', words.noProposal)
}

const isForWaiting = (decision: Decision['decision']) => decision === 'accept' || decision === 'reject'
const isOpenFor = ({ state, sampled, checkedAt }: Proposal, decision: Decision['decision']) =>
  (isForWaiting(decision) ? state === 'pending' : state === 'accepted' && sampled && checkedAt === null)

async function decide<Kept extends Mergeable>(
  register: ProposalRegister<Kept>, unit: Unit, tools: Tools, actor: Actor, id: string, told: Decision,
): Promise<Result<Proposal>> {
  const { tables, words, kind, personOf } = register
  const locked = await lockForDecision(register, unit, tools, id)
  if (!locked.ok) return locked
  const { proposal, kept } = locked.value
  const allowed = may(actor, 'registry.decide', { officeId: kept.officeId, villageCode: kept.record.villageCode }, unit.now.epochMilliseconds)
  if (!allowed.ok) return allowed
  if (!isOpenFor(proposal, told.decision)) return conflict('decided-meanwhile', words.decided, { state: proposal.state })
  if (told.version !== undefined && told.version !== kept.version) return conflict('changed-meanwhile', words.changedMeanwhile, { version: kept.version })
  const note = told.note?.trim()
  if (!note && (told.decision === 'reject' || told.decision === 'take-back')) return invalid([{ field: 'note', message: words.noteNeeded }])

  const done = await carriedOut(register, unit, tools, actor, locked.value, told.decision)
  if (!done.ok) return done
  const stays = told.decision === 'accept' || told.decision === 'right'
  await endProposal(unit.tx, id, { state: stays ? 'accepted' : 'rejected', by: actor.accountId, at: unit.now, note, isCheck: !isForWaiting(told.decision) }, tables)
  unit.record(kept.officeId, {
    what: `${kind}.decide`, kind, subject: kept.id, actor: actor.accountId, role: roleOf(actor), ...(personOf ? { for: personOf(kept) } : {}),
    from: isForWaiting(told.decision) ? 'pending' : 'sample', to: told.decision, data: { proposal: id, fields: Object.keys(proposal.sets) },
  })
  if (told.decision !== 'right') await register.tell(unit, tools, kept, proposal, stays)
  const after = await findProposal(unit.tx, tools.keys, id, false, tables)
  return after ? ok(after) : notFound('not-found', words.noProposal)
}

/** What a decision does to the record; "no" and "it is right" leave it. */
async function carriedOut<Kept extends Mergeable>(
  register: ProposalRegister<Kept>, unit: Unit, tools: Tools, actor: Actor, { proposal, kept }: Held<Kept>, decision: Decision['decision'],
): Promise<Result<unknown>> {
  if (decision === 'take-back') {
    await undoActs(unit.tx, proposal.id, unit.now, actor.accountId)
    return register.rewrite(unit, tools.keys, kept)
  }
  if (decision !== 'accept') return ok(undefined)
  if (kept.mergedInto !== null) return conflict('absorbed', register.words.absorbed)
  const problems = await register.check(unit, tools, kept, proposal.sets)
  if (problems.length > 0) return invalid(problems)
  const saidOn = wibDate(proposal.proposedAt).toString()
  const said = await register.say(unit, tools.keys, kept, {
    kind: 'decide', source: 'self', by: actor.accountId, actId: proposal.id, sets: proposal.sets, observedOn: saidOn, validFrom: proposal.validFrom ?? saidOn,
  })
  if (said.ok) await register.findPairs(unit, kept.officeId, [kept.id])
  return said
}

async function withdraw<Kept extends Mergeable>(
  register: ProposalRegister<Kept>, unit: Unit, tools: Pick<Tools, 'keys'>, actor: Actor, id: string,
): Promise<Result<Proposal>> {
  const { words, tables, kind } = register
  const locked = await lockForDecision(register, unit, tools, id)
  if (!locked.ok) return locked
  const { proposal, kept } = locked.value
  if (proposal.state !== 'pending') return conflict('not-pending', words.notPending, { state: proposal.state })
  await endProposal(unit.tx, id, { state: 'withdrawn', by: actor.accountId, at: unit.now }, tables)
  unit.record(kept.officeId, {
    what: `${kind}.withdraw-proposal`, kind, subject: kept.id, actor: actor.accountId, role: roleOf(actor), from: 'pending', to: 'withdrawn', data: { proposal: id },
  })
  return ok({ ...proposal, state: 'withdrawn' })
}

/** Proposing, deciding and taking back in one register. */
export const proposalCommands = <Kept extends Mergeable>(register: ProposalRegister<Kept>): ProposalCommands<Kept> => ({
  propose: (unit, keys, actor, kept, wish) => propose(register, unit, keys, actor, kept, wish),
  decide: (unit, tools, actor, id, told) => decide(register, unit, tools, actor, id, told),
  withdraw: (unit, tools, actor, id) => withdraw(register, unit, tools, actor, id),
})
