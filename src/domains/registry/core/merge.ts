import { type Act, type Told, type Trust, fold, sameTold } from '../../../kernel/ledger.ts'
import { type Result, fail, ok } from '../../../kernel/result.ts'
import { BUSINESS_SHAPE, type RecordShape } from './field-groups.ts'

/** A record as merging sees it: who it is, and all that was said of it. */
export type MergeSide = { id: string; acts: readonly Act[] }

/** An act a merge adds; the caller adds who and when. */
export type MergeAct = {
  subjectId: string; kind: 'merge'; actId: string; source: string; observedOn: string; validFrom: string; sets: Record<string, Told>
}

export type MergeFault = 'same' | 'absorbed-already' | 'survivor-absorbed' | 'not-a-group'

/** Decided by the office on this day. No list is believed more, so that none can wake a double again. */
const decidedOn = (today: string) => ({ source: 'office', observedOn: today, validFrom: today })

/**
 * What has to be said so that one record takes the place of another. The groups in `take` are told of the survivor anew, one act for
 * each source and day they came from: a value keeps the trust it had. The double then points to the survivor and is out of the lists;
 * all it ever said stays with it. Undone, both are as if they had never met.
 * @param take names of groups (`groupOf`) whose values come from the double; a group that it was never asked empties the survivor's
 */
export function planMerge(
  mergeId: string, survivor: MergeSide, absorbed: MergeSide, take: readonly string[],
  { trust, today, shape = BUSINESS_SHAPE }: { trust: Trust; today: string; shape?: RecordShape },
): Result<MergeAct[], MergeFault> {
  const { groupOf, groupFields, isOwn } = shape
  if (survivor.id === absorbed.id) return fail('same')
  if (take.some((group) => groupOf(group) !== group || isOwn(group))) return fail('not-a-group')
  const [stays, goes] = [fold(survivor.acts, trust), fold(absorbed.acts, trust)]
  if (goes.values['mergedInto'] !== undefined) return fail('absorbed-already')
  if (stays.values['mergedInto'] !== undefined) return fail('survivor-absorbed')

  const act = (subjectId: string, from: Pick<MergeAct, 'source' | 'observedOn' | 'validFrom'>, sets: MergeAct['sets']): MergeAct =>
    ({ subjectId, kind: 'merge', actId: mergeId, source: from.source, observedOn: from.observedOn, validFrom: from.validFrom, sets })
  const acts = new Map<string, MergeAct>()
  for (const group of new Set(take)) {
    const fields = groupFields(group)
    const ofGroup = fields.map((field) => goes.origins[field]).find((origin) => origin !== undefined)
    for (const field of fields) {
      const value = goes.values[field] ?? null
      if (sameTold(stays.values[field] ?? null, value)) continue
      const from = goes.origins[field] ?? ofGroup ?? decidedOn(today)
      const key = `${from.source} ${from.observedOn} ${from.validFrom}`
      const held = acts.get(key) ?? act(survivor.id, from, {})
      held.sets[field] = value
      acts.set(key, held)
    }
  }
  // Even when nothing is taken the survivor's history says that it has absorbed another.
  const told = acts.size > 0 ? [...acts.values()] : [act(survivor.id, decidedOn(today), {})]
  return ok([...told, act(absorbed.id, decidedOn(today), { ...shape.ofDouble, mergedInto: survivor.id })])
}

/**
 * May this merge be undone? The newer goes first: what the survivor gave on to a third record may have come from this double.
 * @param survivor all that was said of the record that stayed
 */
export function mayUnmerge(isUndone: boolean, survivor: readonly Act[], trust: Trust): Result<undefined, 'undone-already' | 'survivor-merged-on'> {
  if (isUndone) return fail('undone-already')
  return fold(survivor, trust).values['mergedInto'] === undefined ? ok(undefined) : fail('survivor-merged-on')
}

/** The record that stands for this one today. Ends also where the pointers were broken from outside. */
export function standingFor(id: string, mergedInto: (id: string) => string | null | undefined): string {
  const seen = new Set([id])
  let at = id
  for (let next = mergedInto(at); next && !seen.has(next); next = mergedInto(at)) {
    seen.add(next)
    at = next
  }
  return at
}

/** Where two records differ, group by group, and whose value stands when both are told as one. `stay` is the survivor's side. */
export type GroupChoice = { group: string; prefer: 'stay' | 'take' }

/**
 * The groups in which two records differ, each with the side that wins by the rule of the registry: what people decided last, else what
 * was seen last by the source believed most. A side that was never asked does not win over one that answered.
 */
export function groupChoices(survivor: readonly Act[], absorbed: readonly Act[], trust: Trust, { groupOf, groupFields, isOwn }: RecordShape = BUSINESS_SHAPE): GroupChoice[] {
  const [stays, goes] = [fold(survivor, trust).values, fold(absorbed, trust).values]
  const mine = new Set(survivor)
  const told = [...survivor, ...absorbed].toSorted((a, b) => a.recordedAt.epochMilliseconds - b.recordedAt.epochMilliseconds || a.seq - b.seq)
  // Numbered anew as one list; each act is found again by its new number.
  const both = fold(told.map((act, at) => ({ ...act, seq: at + 1 })), trust)
  const isMine = (seq: number) => { const act = told[seq - 1]; return act === undefined || mine.has(act) }

  const fields = [...new Set([...Object.keys(stays), ...Object.keys(goes)])].filter((field) => !isOwn(field))
  const differing = fields.filter((field) => !sameTold(stays[field] ?? null, goes[field] ?? null))
  return [...new Set(differing.map(groupOf))].map((group): GroupChoice => {
    const inGroup = groupFields(group)
    const [hasMine, hasOther] = [inGroup.some((field) => stays[field] !== undefined), inGroup.some((field) => goes[field] !== undefined)]
    if (!hasOther) return { group, prefer: 'stay' }
    if (!hasMine) return { group, prefer: 'take' }
    const lead = inGroup.find((field) => both.origins[field] !== undefined && differing.includes(field)) ?? group
    return { group, prefer: isMine(both.origins[lead]?.seq ?? 0) ? 'stay' : 'take' }
  })
}

/** What a record is judged by when one of two has to stay. `number` is the registry number. */
export type Standing = { number: string; isVerified: boolean; cases: number }

/** Which of two records stays, as first proposed: the verified one, else the one with more cases and letters, else the older number. */
export function proposedSurvivor(a: Standing, b: Standing): 'a' | 'b' {
  if (a.isVerified !== b.isVerified) return a.isVerified ? 'a' : 'b'
  if (a.cases !== b.cases) return a.cases > b.cases ? 'a' : 'b'
  return running(a.number) <= running(b.number) ? 'a' : 'b'
}

/** The running number of all years: `3515-2026-000123` → 123. */
const running = (number: string): number => Number(number.slice(number.lastIndexOf('-') + 1))

/**
 * What undoing an import does to one record of which it spoke. `undo`: its acts no longer count. `remove`: the import began the record
 * and nothing was built on it since. `keep`: the import began it, but people or later lists have spoken of it, or it was ever part of a
 * merge; without its beginning there would be no record to hold what they said.
 */
export function fateWhenUndone(acts: readonly Act[], batchId: string): 'undo' | 'remove' | 'keep' {
  if (acts[0]?.actId !== batchId) return 'undo'
  return acts.some((act) => act.actId !== batchId && (act.undoneAt === null || act.kind === 'merge')) ? 'keep' : 'remove'
}
