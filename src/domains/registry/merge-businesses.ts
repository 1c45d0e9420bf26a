import { randomUUID } from 'node:crypto'
import type { Act } from '../../kernel/ledger.ts'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Actor, may } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { writeFromActs } from './business-acts.ts'
import { type KeptBusiness, findBusiness } from './business-store.ts'
import { appendActs, listActsOf, undoActs } from './changes-store.ts'
import { type MergeAct, type MergeFault, mayUnmerge, planMerge } from './core/merge.ts'
import { trustOf } from './core/trust.ts'
import { findPairsOf, pairOf } from './find-pairs.ts'
import { mergeWords as t } from './merge-messages.id.ts'
import { findMergeForUndo, insertMerge, markMergeUndone } from './merge-store.ts'
import { type PairState, decidePair, findPairState, reopenPair } from './pairs-store.ts'

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

type Two = { one: KeptBusiness; other: KeptBusiness }

/** Locks two records, always the lower id first, so that two officers never wait for each other in a circle. */
async function lockTwo(unit: Unit, keys: Keys, actor: Actor, ids: readonly [string, string]): Promise<Result<Two>> {
  const kept = new Map<string, KeptBusiness>()
  for (const id of ids.toSorted()) {
    const business = await findBusiness(unit.tx, keys, id, true)
    if (!business) return notFound('not-found', t.noPair)
    const allowed = may(actor, 'registry.merge', { officeId: business.officeId, villageCode: business.record.villageCode }, unit.now.epochMilliseconds)
    if (!allowed.ok) return allowed
    kept.set(id, business)
  }
  const [one, other] = [kept.get(ids[0]), kept.get(ids[1])]
  return one && other ? ok({ one, other }) : notFound('not-found', t.noPair)
}

function changedSince({ one, other }: Two, versions: MergeOrder['versions']): boolean {
  return versions !== undefined && [one, other].some(({ id, version }) => versions[id] !== undefined && versions[id] !== version)
}

function refusalOf(fault: MergeFault): Result<never> {
  if (fault === 'same' || fault === 'not-a-group') return invalid([{ field: fault === 'same' ? 'survivorId' : 'take', message: t.refusals[fault] }])
  return conflict(fault, t.refusals[fault])
}

/** Who decided first: the second hears what was decided. */
async function stillUndecided(unit: Unit, ids: readonly [string, string], seen: PairState): Promise<Result<undefined>> {
  const state = await findPairState(unit.tx, ids, true) ?? 'open'
  return state === seen ? ok(undefined) : conflict('decided-meanwhile', t.decided[state], { state })
}

async function say(unit: Unit, keys: Keys, actor: Actor, acts: readonly MergeAct[], held: ReadonlyMap<string, Act[]>): Promise<void> {
  const last = new Map([...held].map(([id, own]) => [id, own.length]))
  await appendActs(unit.tx, keys, 'business', acts.map((act) => {
    const seq = (last.get(act.subjectId) ?? 0) + 1
    last.set(act.subjectId, seq)
    return { ...act, seq, by: actor.accountId, at: unit.now }
  }))
}

/** A steward saw both side by side: what was verified stays verified. */
const REWRITTEN = { stillVerified: true, confirmed: false }

/**
 * Lets one record take the place of another. The absorbed one keeps its number, letters and cases and is found through the survivor;
 * nothing is deleted, and `unmerge` takes it back.
 * @returns 409 when one of the two was absorbed, changed or decided meanwhile
 */
export async function mergeBusinesses(
  unit: Unit, tools: Pick<Tools, 'keys'>, actor: Actor, { survivorId, absorbedId, take, versions, seen = 'open' }: MergeOrder,
): Promise<Result<{ mergeId: string }>> {
  if (survivorId === absorbedId) return refusalOf('same')
  const locked = await lockTwo(unit, tools.keys, actor, [survivorId, absorbedId])
  if (!locked.ok) return locked
  const { one: survivor, other: absorbed } = locked.value
  const undecided = await stillUndecided(unit, [survivorId, absorbedId], seen)
  if (!undecided.ok) return undecided
  const mergeId = randomUUID()
  const acts = await listActsOf(unit.tx, tools.keys, [survivorId, absorbedId])
  const side = (id: string) => ({ id, acts: acts.get(id) ?? [] })
  const plan = planMerge(mergeId, side(survivorId), side(absorbedId), take, { trust: trustOf, today: wibDate(unit.now).toString() })
  if (!plan.ok) return refusalOf(plan.error)
  if (changedSince(locked.value, versions)) return conflict('changed-meanwhile', t.changedMeanwhile)

  const pair = await pairOf(unit.tx, [survivorId, absorbedId])
  await say(unit, tools.keys, actor, plan.value, acts)
  await insertMerge(unit.tx, { id: mergeId, officeId: survivor.officeId, survivorId, absorbedId, by: actor.accountId, at: unit.now })
  for (const kept of [survivor, absorbed]) await writeFromActs(unit.tx, tools.keys, unit.now, kept, REWRITTEN)
  await decidePair(unit.tx, survivor.officeId, pair, { state: 'merged', by: actor.accountId, at: unit.now })
  await findPairsOf(unit, survivor.officeId, [survivorId])
  unit.record(survivor.officeId, {
    what: 'business.merge', kind: 'business', subject: survivorId, actor: actor.accountId, role: roleOf(actor), data: { absorbed: absorbedId, merge: mergeId, take: [...take] },
  })
  return ok({ mergeId })
}

/**
 * Takes a merge back: both records are as if they had never met, but for what was said of them since.
 * @returns 409 when it was undone before, or when the survivor has been merged on: the newer merge goes first
 */
export async function unmerge(unit: Unit, tools: Pick<Tools, 'keys'>, actor: Actor, mergeId: string): Promise<Result<{ survivorId: string; absorbedId: string }>> {
  const merge = await findMergeForUndo(unit.tx, mergeId)
  if (!merge) return notFound('not-found', t.noMerge)
  const { survivorId, absorbedId } = merge
  const locked = await lockTwo(unit, tools.keys, actor, [survivorId, absorbedId])
  if (!locked.ok) return locked
  const acts = await listActsOf(unit.tx, tools.keys, [survivorId])
  const allowed = mayUnmerge(merge.isUndone, acts.get(survivorId) ?? [], trustOf)
  if (!allowed.ok) return conflict(allowed.error, t.refusals[allowed.error])

  await undoActs(unit.tx, mergeId, unit.now, actor.accountId)
  for (const kept of [locked.value.one, locked.value.other]) await writeFromActs(unit.tx, tools.keys, unit.now, kept, REWRITTEN)
  await markMergeUndone(unit.tx, mergeId, unit.now, actor.accountId)
  await reopenPair(unit.tx, [survivorId, absorbedId])
  unit.record(merge.officeId, {
    what: 'business.unmerge', kind: 'business', subject: survivorId, actor: actor.accountId, role: roleOf(actor), data: { absorbed: absorbedId, merge: mergeId },
  })
  return ok({ survivorId, absorbedId })
}

/**
 * Takes back that two records are two businesses: they wait for a decision again.
 * @returns 409 when nobody has said so, or one of the two was absorbed meanwhile
 */
export async function askAgain(unit: Unit, tools: Pick<Tools, 'keys'>, actor: Actor, ids: readonly [string, string]): Promise<Result<undefined>> {
  const locked = await lockTwo(unit, tools.keys, actor, ids)
  if (!locked.ok) return locked
  const { one, other } = locked.value
  if (one.mergedInto !== null || other.mergedInto !== null) return refusalOf('absorbed-already')
  if (await findPairState(unit.tx, ids, true) !== 'distinct') return conflict('not-distinct', t.notDistinct)
  await reopenPair(unit.tx, ids)
  unit.record(one.officeId, {
    what: 'business.ask-again', kind: 'business', subject: one.id, actor: actor.accountId, role: roleOf(actor), data: { other: other.id },
  })
  return ok(undefined)
}

/** Keeps that two records are two businesses; they are not asked of again, unless somebody takes it back. */
export async function keepApart(
  unit: Unit, tools: Pick<Tools, 'keys'>, actor: Actor, ids: readonly [string, string], seen: PairState = 'open',
): Promise<Result<undefined>> {
  const locked = await lockTwo(unit, tools.keys, actor, ids)
  if (!locked.ok) return locked
  const undecided = await stillUndecided(unit, ids, seen)
  if (!undecided.ok) return undecided
  const { one, other } = locked.value
  if (one.id === other.id) return refusalOf('same')
  if (one.mergedInto !== null || other.mergedInto !== null) return refusalOf('absorbed-already')
  await decidePair(unit.tx, one.officeId, await pairOf(unit.tx, ids), { state: 'distinct', by: actor.accountId, at: unit.now })
  unit.record(one.officeId, {
    what: 'business.keep-apart', kind: 'business', subject: one.id, actor: actor.accountId, role: roleOf(actor), data: { other: other.id },
  })
  return ok(undefined)
}
