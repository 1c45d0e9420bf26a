import { randomUUID } from 'node:crypto'
import type { Act } from '../../kernel/ledger.ts'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { type SubjectKind, appendActs, listActsOf, undoActs } from './changes-store.ts'
import type { RecordShape } from './core/field-groups.ts'
import { type MergeAct, type MergeFault, mayUnmerge, planMerge } from './core/merge.ts'
import { trustOf } from './core/trust.ts'
import type { MergeWords } from './merge-messages.id.ts'
import { findMergeForUndo, insertMerge, markMergeUndone } from './merge-store.ts'
import { type FoundPair, type PairState, decidePair, findPairState, reopenPair } from './pairs-store.ts'
import type { RegisterTables } from './register-tables.ts'

/** What every record has that can be merged. */
export type Mergeable = { id: string; officeId: string; version: number; mergedInto: string | null; record: { villageCode: string } }

/** A register in which two records may turn out to be one. */
export type MergeRegister<Kept extends Mergeable> = {
  kind: Exclude<SubjectKind, 'person'>
  tables: RegisterTables
  shape: RecordShape
  words: MergeWords
  /** @param lock keeps the row until the transaction ends */
  find(tx: Tx, keys: Keys, id: string, lock: true): Promise<Kept | undefined>
  /** Writes both anew from all that was said of them, the one that gives something up first. @returns a refusal when they cannot stand so */
  rewrite(unit: Unit, keys: Keys, both: readonly [Kept, Kept]): Promise<Result<undefined>>
  /** What the rule of doubles says of two records that are there. */
  pairOf(tx: Tx, ids: readonly [string, string]): Promise<FoundPair<unknown>>
  findPairs(unit: Unit, officeId: string, ids: readonly string[]): Promise<unknown>
}

export type MergeOrder = {
  survivorId: string
  absorbedId: string
  /** Groups of fields whose values come from the record that goes (`groupOf`). */
  take: readonly string[]
  /** The versions the decision was made from, by id; others by now: 409. Left out: the present ones. */
  versions?: Readonly<Record<string, number>> | undefined
  /** What was decided of the two when the officer looked; something else by now: 409. Left out: nothing. */
  seen?: PairState | undefined
}

type With = Pick<Tools, 'keys'>
type Two<Kept> = { one: Kept; other: Kept }

/** The acts of officers on doubles of one register. */
export type MergeCommands = {
  merge(unit: Unit, tools: With, actor: Actor, order: MergeOrder): Promise<Result<{ mergeId: string }>>
  unmerge(unit: Unit, tools: With, actor: Actor, mergeId: string): Promise<Result<{ survivorId: string; absorbedId: string }>>
  keepApart(unit: Unit, tools: With, actor: Actor, ids: readonly [string, string], seen?: PairState): Promise<Result<undefined>>
  askAgain(unit: Unit, tools: With, actor: Actor, ids: readonly [string, string]): Promise<Result<undefined>>
}

/** Locks two records, always the lower id first, so that two officers never wait for each other in a circle. */
async function lockTwo<Kept extends Mergeable>(
  register: MergeRegister<Kept>, unit: Unit, keys: Keys, actor: Actor, ids: readonly [string, string],
): Promise<Result<Two<Kept>>> {
  const { words } = register
  const held = new Map<string, Kept>()
  for (const id of ids.toSorted()) {
    const kept = await register.find(unit.tx, keys, id, true)
    if (!kept) return notFound('not-found', words.noPair)
    const allowed = may(actor, 'registry.merge', { officeId: kept.officeId, villageCode: kept.record.villageCode }, unit.now.epochMilliseconds)
    if (!allowed.ok) return allowed
    held.set(id, kept)
  }
  const [one, other] = [held.get(ids[0]), held.get(ids[1])]
  return one && other ? ok({ one, other }) : notFound('not-found', words.noPair)
}

function changedSince({ one, other }: Two<Mergeable>, versions: MergeOrder['versions']): boolean {
  return versions !== undefined && [one, other].some(({ id, version }) => versions[id] !== undefined && versions[id] !== version)
}

function refusalOf(fault: MergeFault, { refusals }: MergeWords): Result<never> {
  if (fault === 'same' || fault === 'not-a-group') return invalid([{ field: fault === 'same' ? 'survivorId' : 'take', message: refusals[fault] }])
  return conflict(fault, refusals[fault])
}

type AnyRegister = Pick<MergeRegister<never>, 'kind' | 'tables' | 'words'>

/** Who decided first: the second hears what was decided. */
async function stillUndecided({ tables, words }: AnyRegister, unit: Unit, ids: readonly [string, string], seen: PairState): Promise<Result<undefined>> {
  const state = await findPairState(unit.tx, ids, true, tables) ?? 'open'
  return state === seen ? ok(undefined) : conflict('decided-meanwhile', words.decided[state], { state })
}

async function say({ kind }: AnyRegister, unit: Unit, keys: Keys, actor: Actor, acts: readonly MergeAct[], held: ReadonlyMap<string, Act[]>): Promise<void> {
  const last = new Map([...held].map(([id, own]) => [id, own.length]))
  await appendActs(unit.tx, keys, kind, acts.map((act) => {
    const seq = (last.get(act.subjectId) ?? 0) + 1
    last.set(act.subjectId, seq)
    return { ...act, seq, by: actor.accountId, at: unit.now }
  }))
}

const logged = ({ kind }: AnyRegister, actor: Actor, what: string, subject: string) =>
  ({ what: `${kind}.${what}`, kind, subject, actor: actor.accountId, role: roleOf(actor) })

/**
 * Lets one record take the place of another. The absorbed one keeps its number and all that hangs on it, and is found through the
 * survivor; nothing is deleted, and `unmerge` takes it back.
 * @returns 409 when one of the two was absorbed, changed or decided meanwhile
 */
async function merge<Kept extends Mergeable>(
  register: MergeRegister<Kept>, unit: Unit, { keys }: With, actor: Actor, { survivorId, absorbedId, take, versions, seen = 'open' }: MergeOrder,
): Promise<Result<{ mergeId: string }>> {
  const { tables, words, shape } = register
  const ids = [survivorId, absorbedId] as const
  if (survivorId === absorbedId) return refusalOf('same', words)
  const locked = await lockTwo(register, unit, keys, actor, ids)
  if (!locked.ok) return locked
  const { one: survivor, other: absorbed } = locked.value
  const undecided = await stillUndecided(register, unit, ids, seen)
  if (!undecided.ok) return undecided
  const mergeId = randomUUID()
  const acts = await listActsOf(unit.tx, keys, ids)
  const side = (id: string) => ({ id, acts: acts.get(id) ?? [] })
  const plan = planMerge(mergeId, side(survivorId), side(absorbedId), take, { trust: trustOf, today: wibDate(unit.now).toString(), shape })
  if (!plan.ok) return refusalOf(plan.error, words)
  if (changedSince(locked.value, versions)) return conflict('changed-meanwhile', words.changedMeanwhile)

  const pair = await register.pairOf(unit.tx, ids)
  await say(register, unit, keys, actor, plan.value, acts)
  await insertMerge(unit.tx, { id: mergeId, officeId: survivor.officeId, survivorId, absorbedId, by: actor.accountId, at: unit.now }, tables)
  const written = await register.rewrite(unit, keys, [absorbed, survivor])
  if (!written.ok) return written
  await decidePair(unit.tx, survivor.officeId, pair, { state: 'merged', by: actor.accountId, at: unit.now }, tables)
  await register.findPairs(unit, survivor.officeId, [survivorId])
  unit.record(survivor.officeId, { ...logged(register, actor, 'merge', survivorId), data: { absorbed: absorbedId, merge: mergeId, take: [...take] } })
  return ok({ mergeId })
}

/**
 * Takes a merge back: both records are as if they had never met, but for what was said of them since.
 * @returns 409 when it was undone before, or when the survivor has been merged on: the newer merge goes first
 */
async function unmerge<Kept extends Mergeable>(
  register: MergeRegister<Kept>, unit: Unit, { keys }: With, actor: Actor, mergeId: string,
): Promise<Result<{ survivorId: string; absorbedId: string }>> {
  const { tables, words } = register
  const held = await findMergeForUndo(unit.tx, mergeId, tables)
  if (!held) return notFound('not-found', words.noMerge)
  const { survivorId, absorbedId } = held
  const locked = await lockTwo(register, unit, keys, actor, [survivorId, absorbedId])
  if (!locked.ok) return locked
  const acts = await listActsOf(unit.tx, keys, [survivorId])
  const allowed = mayUnmerge(held.isUndone, acts.get(survivorId) ?? [], trustOf)
  if (!allowed.ok) return conflict(allowed.error, words.refusals[allowed.error])

  await undoActs(unit.tx, mergeId, unit.now, actor.accountId)
  const written = await register.rewrite(unit, keys, [locked.value.one, locked.value.other])
  if (!written.ok) return written
  await markMergeUndone(unit.tx, mergeId, unit.now, actor.accountId, tables)
  await reopenPair(unit.tx, [survivorId, absorbedId], tables)
  unit.record(held.officeId, { ...logged(register, actor, 'unmerge', survivorId), data: { absorbed: absorbedId, merge: mergeId } })
  return ok({ survivorId, absorbedId })
}

/**
 * Takes back that two records are two: they wait for a decision again.
 * @returns 409 when nobody has said so, or one of the two was absorbed meanwhile
 */
async function askAgain<Kept extends Mergeable>(
  register: MergeRegister<Kept>, unit: Unit, { keys }: With, actor: Actor, ids: readonly [string, string],
): Promise<Result<undefined>> {
  const { tables, words } = register
  const locked = await lockTwo(register, unit, keys, actor, ids)
  if (!locked.ok) return locked
  const { one, other } = locked.value
  if (one.mergedInto !== null || other.mergedInto !== null) return refusalOf('absorbed-already', words)
  if (await findPairState(unit.tx, ids, true, tables) !== 'distinct') return conflict('not-distinct', words.notDistinct)
  await reopenPair(unit.tx, ids, tables)
  unit.record(one.officeId, { ...logged(register, actor, 'ask-again', one.id), data: { other: other.id } })
  return ok(undefined)
}

/** Keeps that two records are two; they are not asked of again, unless somebody takes it back. */
async function keepApart<Kept extends Mergeable>(
  register: MergeRegister<Kept>, unit: Unit, { keys }: With, actor: Actor, ids: readonly [string, string], seen: PairState,
): Promise<Result<undefined>> {
  const { tables, words } = register
  const locked = await lockTwo(register, unit, keys, actor, ids)
  if (!locked.ok) return locked
  const undecided = await stillUndecided(register, unit, ids, seen)
  if (!undecided.ok) return undecided
  const { one, other } = locked.value
  if (one.id === other.id) return refusalOf('same', words)
  if (one.mergedInto !== null || other.mergedInto !== null) return refusalOf('absorbed-already', words)
  await decidePair(unit.tx, one.officeId, await register.pairOf(unit.tx, ids), { state: 'distinct', by: actor.accountId, at: unit.now }, tables)
  unit.record(one.officeId, { ...logged(register, actor, 'keep-apart', one.id), data: { other: other.id } })
  return ok(undefined)
}

/** Merging, taking back and keeping apart in one register. */
export const mergeCommands = <Kept extends Mergeable>(register: MergeRegister<Kept>): MergeCommands => ({
  merge: (unit, tools, actor, order) => merge(register, unit, tools, actor, order),
  unmerge: (unit, tools, actor, mergeId) => unmerge(register, unit, tools, actor, mergeId),
  keepApart: (unit, tools, actor, ids, seen = 'open') => keepApart(register, unit, tools, actor, ids, seen),
  askAgain: (unit, tools, actor, ids) => askAgain(register, unit, tools, actor, ids),
})
