import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { type Act, type Folded, type Told, fold, sameTold } from '../../kernel/ledger.ts'
import { groupFields, groupOf } from './core/field-groups.ts'
import { fateWhenUndone, mayUnmerge, planMerge, standingFor } from './core/merge.ts'
import { trustOf } from './core/trust.ts'

/**
 * Sequences of what happens to a registry, and a registry in memory that takes them with the same planning functions as the program:
 * a list of acts for each record, nothing else. Numbers in steps point to what is there, counted round.
 */
export type Step =
  | { do: 'enter'; name: number; sets: Record<string, Told> }
  | { do: 'edit'; at: number; sets: Record<string, Told>; confirm: boolean }
  | { do: 'import'; source: (typeof LISTS)[number]; seenDaysAgo: number; offers: { at: number; sets: Record<string, Told> }[]; fresh: number }
  | { do: 'merge'; survivor: number; absorbed: number; take: string[] }
  | { do: 'unmerge'; at: number }
  | { do: 'undo'; at: number }

const LISTS = ['import-oss', 'import-sidt', 'import-old'] as const

const FIELDS = {
  brand: ['Delta', 'Mawar', 'Tiga Putra', null], nib: ['9120000000001', '9120000000002', null], rt: ['001', '002', null], rw: ['003', '004', null],
  mainProduct: ['krupuk', 'tempe', 'petis', null], monthlySales: [1_000_000, 2_000_000, { unstated: 'refused' }, null],
  annualSales: [12_000_000, 24_000_000, { unstated: 'unknown' }], address: ['Jalan Melati 1', 'Jalan Mawar 2'],
} as const satisfies Record<string, readonly Told[]>

const sets = fc.record(
  Object.fromEntries(Object.entries(FIELDS).map(([field, values]) => [field, fc.constantFrom<Told>(...values)])), { requiredKeys: [] },
).map((told): Record<string, Told> => Object.fromEntries(Object.entries(told).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]]))))
const index = fc.nat(1000)
const GROUPS = [...new Set(Object.keys(FIELDS).map(groupOf)), 'name']

/** Lists also begin records, and undoing them takes these out again. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('enter' as const), name: fc.nat(5), sets }),
  fc.record({ do: fc.constant('edit' as const), at: index, sets, confirm: fc.boolean() }),
  fc.record({
    do: fc.constant('import' as const), source: fc.constantFrom(...LISTS), seenDaysAgo: fc.nat(400),
    offers: fc.array(fc.record({ at: index, sets }), { minLength: 1, maxLength: 3 }), fresh: fc.nat(2),
  }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), survivor: index, absorbed: index, take: fc.subarray(GROUPS) }) },
  fc.record({ do: fc.constant('unmerge' as const), at: index }),
  fc.record({ do: fc.constant('undo' as const), at: index }),
)

/** A life of a registry: it begins with two records, then things happen to it. */
export const lives = ({ least, most }: { least: number; most: number }): fc.Arbitrary<Step[]> =>
  fc.array(step, { minLength: least, maxLength: most })
    .map((later): Step[] => [{ do: 'enter', name: 0, sets: {} }, { do: 'enter', name: 1, sets: { brand: 'Mawar' } }, ...later])

export type Merge = { id: string; survivorId: string; absorbedId: string; isUndone: boolean }

/** What was seen of a record right after something had happened. */
type Seen = { at: Temporal.Instant; record: string; values: Folded['values'] }

export class Registry {
  readonly records = new Map<string, Act[]>()
  readonly merges: Merge[] = []
  readonly batches: { id: string; isUndone: boolean }[] = []
  readonly seen: Seen[] = []
  /** Every act ever kept, as it was said: nothing of it may be lost. */
  readonly said: { record: string; act: Act }[] = []
  now: Temporal.Instant
  private readonly idFor: (what: string) => string

  constructor(begin: Temporal.Instant, idFor: (what: string) => string) {
    this.now = begin
    this.idFor = idFor
  }

  ids(): string[] { return [...this.records.keys()] }
  /** The record a number points to, or the one that stands for it: what people do to a business is done to the one that stays. */
  standing(at: number): string {
    const ids = this.ids()
    return standingFor(ids[at % ids.length] ?? '', (id) => this.mergedInto(id))
  }
  mergedInto(id: string): string | undefined {
    const into = fold(this.records.get(id) ?? [], trustOf).values['mergedInto']
    return typeof into === 'string' ? into : undefined
  }
  today(): string { return this.now.toZonedDateTimeISO('+07:00').toPlainDate().toString() }

  say(record: string, act: Omit<Act, 'seq' | 'recordedAt' | 'undoneAt' | 'by' | 'validFrom' | 'observedOn' | 'actId'> & Partial<Act>): void {
    const acts = this.records.get(record) ?? []
    const day = this.today()
    const whole: Act = { actId: null, validFrom: day, observedOn: day, by: 'somebody', ...act, seq: acts.length + 1, recordedAt: this.now, undoneAt: null }
    this.records.set(record, [...acts, whole])
    this.said.push({ record, act: whole })
  }

  enter(name: number, told: Record<string, Told>, more: Partial<Act> = {}): string {
    const id = this.idFor('record')
    this.say(id, {
      kind: 'enter', source: 'self', ...more,
      sets: { name: `Usaha ${name}`, villageCode: '35.15.05.2006', ownerId: 'owner', status: 'active', ...withoutEmpty(told) },
    })
    return id
  }

  undoAct(actId: string, only: (record: string) => boolean = () => true): void {
    for (const [id, acts] of this.records) {
      if (only(id)) this.records.set(id, acts.map((act) => (act.actId === actId && act.undoneAt === null ? { ...act, undoneAt: this.now } : act)))
    }
  }

  /** Takes one step. @returns what it came to, for the program's own registry to do likewise */
  take(step: Step): Taken {
    this.now = this.now.add({ hours: 7 })
    const taken = this.took(step)
    for (const [record, acts] of this.records) this.seen.push({ at: this.now, record, values: fold(acts, trustOf).values })
    return taken
  }

  private took(step: Step): Taken {
    switch (step.do) {
      case 'enter': return { did: 'enter', id: this.enter(step.name, step.sets), sets: step.sets }
      case 'edit': {
        const id = this.standing(step.at)
        const told = step.confirm ? {} : step.sets
        this.say(id, { kind: step.confirm ? 'confirm' : 'edit', source: 'self', sets: told })
        return { did: 'edit', id, kind: step.confirm ? 'confirm' : 'edit', sets: told }
      }
      case 'import': return this.tookImport(step)
      case 'merge': return this.tookMerge(step)
      case 'unmerge': return this.tookUnmerge(step)
      case 'undo': return this.tookUndo(step)
    }
  }

  private tookImport({ source, seenDaysAgo, offers, fresh }: Extract<Step, { do: 'import' }>): Taken {
    const id = this.idFor('batch')
    const observedOn = Temporal.PlainDate.from(this.today()).subtract({ days: seenDaysAgo }).toString()
    const told = new Map(offers.map((offer) => [this.standing(offer.at), offer.sets]))
    for (const [record, one] of told) this.say(record, { kind: 'import', actId: id, source, observedOn, validFrom: observedOn, sets: one })
    const begun = Array.from({ length: fresh }, (_none, made) => this.enter(made, {}, { kind: 'import', actId: id, source, observedOn, validFrom: observedOn }))
    this.batches.push({ id, isUndone: false })
    return { did: 'import', batch: id, source, observedOn, offers: [...told].map(([record, one]) => ({ id: record, sets: one })), fresh: begun }
  }

  private tookMerge({ survivor, absorbed, take }: Extract<Step, { do: 'merge' }>): Taken {
    const ids = this.ids()
    const [survivorId, absorbedId] = [ids[survivor % ids.length] ?? '', ids[absorbed % ids.length] ?? '']
    const side = (id: string) => ({ id, acts: this.records.get(id) ?? [] })
    const mergeId = this.idFor('merge')
    const [before, taken] = [fold(side(survivorId).acts, trustOf).values, fold(side(absorbedId).acts, trustOf).values]
    const plan = planMerge(mergeId, side(survivorId), side(absorbedId), take, { trust: trustOf, today: this.today() })
    const asked = { survivorId, absorbedId, take, mergeId }
    if (!plan.ok) return { did: 'merge', ...asked, refused: plan.error }
    for (const { subjectId, ...act } of plan.value) this.say(subjectId, act)
    this.merges.push({ id: mergeId, survivorId, absorbedId, isUndone: false })
    const after = fold(side(survivorId).acts, trustOf).values
    const moved = new Set(take.flatMap(groupFields))
    for (const field of new Set([...Object.keys(before), ...Object.keys(taken)])) {
      if (field === 'mergedInto' || field === 'status') continue
      const expected = moved.has(field) ? taken[field] : before[field]
      assert.ok(sameTold(after[field] ?? null, expected ?? null), `after a merge ${field} is neither the one nor the other`)
    }
    return { did: 'merge', ...asked }
  }

  private tookUnmerge({ at }: Extract<Step, { do: 'unmerge' }>): Taken {
    const merge = this.merges[at % this.merges.length]
    if (!merge) return { did: 'nothing' }
    const may = mayUnmerge(merge.isUndone, this.records.get(merge.survivorId) ?? [], trustOf)
    if (!may.ok) return { did: 'unmerge', mergeId: merge.id, refused: may.error }
    this.undoAct(merge.id)
    merge.isUndone = true
    return { did: 'unmerge', mergeId: merge.id }
  }

  private tookUndo({ at }: Extract<Step, { do: 'undo' }>): Taken {
    const batch = this.batches[at % this.batches.length]
    if (!batch || batch.isUndone) return { did: 'nothing' }
    const fates = new Map(this.ids().map((id) => [id, fateWhenUndone(this.records.get(id) ?? [], batch.id)]))
    this.undoAct(batch.id, (id) => fates.get(id) !== 'keep')
    for (const [id, fate] of fates) if (fate === 'remove') this.remove(id)
    batch.isUndone = true
    return { did: 'undo', batch: batch.id }
  }

  /** A record only a list had begun. What was said of it is gone with it: nobody but the list had said anything. */
  private remove(id: string): void {
    this.records.delete(id)
    for (let place = this.said.length - 1; place >= 0; place -= 1) if (this.said[place]?.record === id) this.said.splice(place, 1)
    for (let place = this.seen.length - 1; place >= 0; place -= 1) if (this.seen[place]?.record === id) this.seen.splice(place, 1)
  }
}

const withoutEmpty = (told: Record<string, Told>) => Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))

export type Taken =
  | { did: 'nothing' } | { did: 'enter'; id: string; sets: Record<string, Told> }
  | { did: 'edit'; id: string; kind: 'edit' | 'confirm'; sets: Record<string, Told> }
  | { did: 'import'; batch: string; source: (typeof LISTS)[number]; observedOn: string; offers: { id: string; sets: Record<string, Told> }[]; fresh: string[] }
  | { did: 'merge'; survivorId: string; absorbedId: string; take: string[]; mergeId: string; refused?: string }
  | { did: 'unmerge'; mergeId: string; refused?: string }
  | { did: 'undo'; batch: string }

/** What must hold of a registry whatever has happened to it. */
export function assertWhole(registry: Registry): void {
  noOrphans(registry)
  nothingLost(registry)
  historyComplete(registry)
}

function noOrphans({ records, merges }: Registry): void {
  const standing = new Map(merges.filter(({ isUndone }) => !isUndone).map((merge) => [merge.absorbedId, merge.survivorId]))
  for (const [id, acts] of records) {
    const { values } = fold(acts, trustOf)
    assert.equal(values['mergedInto'], standing.get(id), 'a record points to another one than its merge says')
    assert.equal(values['status'] === 'duplicate', standing.has(id), 'a double without a survivor, or a survivor called a double')
    for (const field of ['name', 'villageCode', 'ownerId']) assert.ok(values[field], `a record without ${field}`)
    let at: string | undefined = id
    for (let hops = 0; at !== undefined; hops += 1) {
      assert.ok(records.has(at), 'a record points to one that is gone')
      assert.ok(hops <= records.size, 'records point to each other in a circle')
      at = standing.get(at)
    }
  }
  // Also of merges undone long ago: their history names both.
  for (const { survivorId, absorbedId } of merges) assert.ok(records.has(survivorId) && records.has(absorbedId), 'a merge of a record that is gone')
}

function nothingLost({ records, said }: Registry): void {
  for (const { record, act } of said) {
    const kept = records.get(record)?.[act.seq - 1]
    assert.deepEqual({ ...kept, undoneAt: null }, act, 'what was said of a record is not there any more')
  }
  for (const acts of records.values()) {
    const { values, origins } = fold(acts, trustOf)
    const told = acts.filter((act) => act.undoneAt === null)
    for (const act of told) {
      for (const field of Object.keys(act.sets)) assert.ok(origins[field], `${field} was told and nobody knows it`)
    }
    for (const [field, value] of Object.entries(values)) {
      assert.ok(origins[field] && sameTold(origins[field].sets[field], value), `${field} has a value nobody said`)
      assert.equal(origins[field].undoneAt, null, `${field} stands on an act that was undone`)
    }
  }
}

/** Whatever has happened since: what was known at each moment can still be seen. */
function historyComplete({ records, seen }: Registry): void {
  for (const { at, record, values } of seen) {
    assert.deepEqual(fold(records.get(record) ?? [], trustOf, { knownAt: at }).values, values, 'the past of a record looks different today')
  }
}
