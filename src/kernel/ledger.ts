import { Temporal } from 'temporal-polyfill'

/** What JSON can hold: the value of a field as told. */
export type Told = string | number | boolean | null | Told[] | { [key: string]: Told | undefined }

/** People decide (`enter`, `edit`, `decide`, `merge`, `confirm`); a list only offers (`import`). */
export const ACT_KINDS = ['enter', 'edit', 'decide', 'merge', 'confirm', 'import'] as const
export type ActKind = (typeof ACT_KINDS)[number]

/**
 * One act on a record: what it says of which fields. Acts are never changed; one that is undone is left out of the fold from then on.
 * `sets`: by field; null empties it. `validFrom` is the day since which it is true, `observedOn` the day on which it was seen or told.
 */
export type Act = {
  seq: number
  kind: ActKind
  /** The import, merge or proposal it belongs to; undone together. */
  actId: string | null
  source: string
  by: string
  recordedAt: Temporal.Instant
  validFrom: string
  observedOn: string
  sets: Readonly<Record<string, Told>>
  undoneAt: Temporal.Instant | null
}

/** From which point one looks: what was known at a moment, of what was true on a day. Left out: all that is known, of all days. */
export type View = { knownAt?: Temporal.Instant | undefined; trueOn?: string | undefined }

/** A record as its acts give it: the value of each field, the act each came from, and what other sources said instead. */
export type Folded = {
  values: Record<string, Told>
  origins: Record<string, Act>
  rivals: Record<string, { value: Told; act: Act }[]>
}

/** How far a source is believed; higher wins over lower when both are lists. */
export type Trust = (source: string) => number

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0

/** Is the act part of what was known then, and of what was true then? */
export function counts(act: Act, { knownAt, trueOn }: View = {}): boolean {
  if (knownAt && isBefore(knownAt, act.recordedAt)) return false
  if (trueOn !== undefined && act.validFrom > trueOn) return false
  return act.undoneAt === null || (knownAt !== undefined && isBefore(knownAt, act.undoneAt))
}

/** Equal as told, whatever the order of keys. */
export function sameTold(a: Told | undefined, b: Told | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => sameTold(one, b[at]))
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameTold(a[key], b[key]))
}

/**
 * Does what this act says take the place of what stands? What people decide does: they see what they replace. What a list offers does
 * only when it was seen no earlier than what stands, and its source is believed no less.
 */
function takes(act: Act, standing: Act, trust: Trust): boolean {
  return act.kind !== 'import' || (act.observedOn >= standing.observedOn && trust(act.source) >= trust(standing.source))
}

/**
 * The record that a list of acts gives, seen from one point. Pure: the same acts give the same record, and an act that is undone
 * leaves the record as if it had never been. A field that was never told, or was emptied, is not among the values.
 */
export function fold(acts: readonly Act[], trust: Trust, view: View = {}): Folded {
  const standing = new Map<string, Said>()
  const lost = new Map<string, Said[]>()
  for (const act of acts.filter((one) => counts(one, view)).toSorted((a, b) => a.seq - b.seq)) {
    for (const [field, value] of Object.entries(act.sets)) say(standing, lost, field, { value, act }, trust)
  }
  return foldedOf(standing, lost)
}

type Said = { value: Told; act: Act }

function say(standing: Map<string, Said>, lost: Map<string, Said[]>, field: string, said: Said, trust: Trust): void {
  const held = standing.get(field)
  const wins = held === undefined || takes(said.act, held.act, trust)
  if (wins) standing.set(field, said)
  // The same value told again is no rival; told by someone believed more, it stands on the firmer ground.
  const loser = wins ? held : said
  if (loser === undefined || sameTold(held?.value, said.value)) return
  const others = lost.get(field)
  if (others) others.push(loser)
  else lost.set(field, [loser])
}

function foldedOf(standing: ReadonlyMap<string, Said>, lost: ReadonlyMap<string, Said[]>): Folded {
  const folded: Folded = { values: {}, origins: {}, rivals: {} }
  for (const [field, { value, act }] of standing) {
    folded.origins[field] = act
    if (value !== null) folded.values[field] = value
    const rivals = lastOfEachSource(lost.get(field) ?? [], act).filter((one) => !sameTold(one.value, value))
    if (rivals.length > 0) folded.rivals[field] = rivals
  }
  return folded
}

/** What each other source said last. */
function lastOfEachSource(said: readonly Said[], standing: Act): Said[] {
  const bySource = new Map(said.filter(({ act }) => act.source !== standing.source).map((one) => [one.act.source, one]))
  return [...bySource.values()]
}

/** What must be said to come from one state to another; null for a field that is emptied. Empty when nothing differs. */
export function difference(before: Readonly<Record<string, Told>>, after: Readonly<Record<string, Told>>): Record<string, Told> {
  const sets: Record<string, Told> = {}
  for (const [field, value] of Object.entries(after)) if (!sameTold(before[field] ?? null, value)) sets[field] = value
  for (const field of Object.keys(before)) if (!(field in after) && before[field] !== null) sets[field] = null
  return sets
}
