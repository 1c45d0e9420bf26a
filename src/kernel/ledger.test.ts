import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { type Act, type Told, counts, difference, fold, sameTold } from './ledger.ts'

const trust = (source: string): number => ({ office: 5, oss: 4, census: 3, owner: 2, old: 1 })[source] ?? 0
const moment = (day: string) => Temporal.Instant.from(`${day}T09:00:00+07:00`)

/** An act as the office would keep it: recorded, seen and true on one day unless told otherwise. */
function anAct(seq: number, day: string, sets: Record<string, Told>, more: Partial<Act> = {}): Act {
  return { seq, kind: 'edit', actId: null, source: 'owner', by: 'siti', recordedAt: moment(day), validFrom: day, observedOn: day, sets, undoneAt: null, ...more }
}

test('the last word of a person stands, with its source, time and who', () => {
  const acts = [anAct(1, '2026-01-05', { name: 'Sumber Rejeki', status: 'active' }, { kind: 'enter' }), anAct(2, '2026-03-02', { name: 'Sumber Rezeki' }, { by: 'rina' })]

  const { values, origins } = fold(acts, trust)

  assert.deepEqual(values, { name: 'Sumber Rezeki', status: 'active' })
  assert.deepEqual([origins['name']?.by, origins['status']?.by], ['rina', 'siti'])
})

const meetings: [what: string, standing: Partial<Act>, offered: Partial<Act>, wins: boolean][] = [
  ['a newer list of a source believed more', { source: 'owner', observedOn: '2026-01-01' }, { source: 'oss', observedOn: '2026-02-01' }, true],
  ['a newer list of the same source', { source: 'census', observedOn: '2025-01-01', kind: 'import' }, { source: 'census', observedOn: '2026-02-01' }, true],
  ['a newer list of a source believed less', { source: 'oss', observedOn: '2026-01-01', kind: 'import' }, { source: 'census', observedOn: '2026-02-01' }, false],
  ['an older list, however much it is believed', { source: 'owner', observedOn: '2026-01-01' }, { source: 'oss', observedOn: '2025-12-31' }, false],
  ['a list of the same day and source', { source: 'old', observedOn: '2026-01-01', kind: 'import' }, { source: 'old', observedOn: '2026-01-01' }, true],
  ['a list against a decision of the office', { source: 'office', observedOn: '2026-01-01' }, { source: 'oss', observedOn: '2026-05-01' }, false],
]

for (const [what, standing, offered, wins] of meetings) {
  test(`${what} ${wins ? 'replaces' : 'does not replace'} what stands, and the other is kept beside it`, () => {
    const acts = [anAct(1, '2026-01-01', { phone: 'A' }, standing), anAct(2, '2026-05-01', { phone: 'B' }, { kind: 'import', ...offered })]

    const { values, rivals } = fold(acts, trust)

    assert.equal(values['phone'], wins ? 'B' : 'A')
    const other = standing.source === offered.source ? undefined : wins ? 'A' : 'B'
    assert.equal(rivals['phone']?.[0]?.value, other)
  })
}

test('a list fills what nobody told, and leaves empty what somebody emptied', () => {
  const acts = [
    anAct(1, '2026-01-01', { name: 'A' }, { kind: 'enter' }), anAct(2, '2026-02-01', { brand: 'B', email: 'x' }), anAct(3, '2026-03-01', { email: null }, { source: 'office' }),
    anAct(4, '2026-04-01', { nib: '1', email: 'y' }, { kind: 'import', source: 'oss' }),
  ]

  assert.deepEqual(fold(acts, trust).values, { name: 'A', brand: 'B', nib: '1' })
})

test('an act undone leaves the record as if it had never been, also for what lost against it', () => {
  const entered = anAct(1, '2026-01-01', { sales: 10 }, { kind: 'enter' })
  const oss = anAct(2, '2026-02-01', { sales: 20 }, { kind: 'import', source: 'oss', actId: 'one' })
  const census = anAct(3, '2026-03-01', { sales: 30 }, { kind: 'import', source: 'census', actId: 'two' })
  const undone = { ...oss, undoneAt: moment('2026-04-01') }

  assert.equal(fold([entered, oss, census], trust).values['sales'], 20)
  assert.equal(fold([entered, undone, census], trust).values['sales'], 30)
  assert.equal(fold([entered, undone, census], trust, { knownAt: moment('2026-03-15') }).values['sales'], 20)
})

test('what was true on a day and what was known at a moment are two questions', () => {
  const entered = anAct(1, '2026-01-10', { status: 'active' }, { kind: 'enter' })
  const closed = anAct(2, '2026-06-01', { status: 'closed' }, { validFrom: '2026-03-01' })
  const at = (knownAt: string, trueOn: string) => fold([entered, closed], trust, { knownAt: moment(knownAt), trueOn }).values['status']

  assert.equal(at('2026-05-01', '2026-05-01'), 'active')
  assert.equal(at('2026-06-02', '2026-05-01'), 'closed')
  assert.equal(at('2026-06-02', '2026-02-01'), 'active')
  assert.equal(at('2026-06-02', '2026-01-01'), undefined)
})

const told: fc.Arbitrary<Told> = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.integer(), { maxLength: 3 }), fc.record({ unstated: fc.constantFrom('refused', 'unknown') }))
const fields = fc.dictionary(fc.constantFrom('name', 'phone', 'kbli', 'sales', 'nib'), told)

test('the difference between two states said of the first gives the second', () => {
  fc.assert(fc.property(fields, fields, (before, after) => {
    const { values } = fold([anAct(1, '2026-01-01', before, { kind: 'enter' }), anAct(2, '2026-01-02', difference(before, after))], trust)

    assert.ok(sameTold({ ...values }, { ...after }), JSON.stringify({ before, after, values }))
  }))
})

const day = fc.integer({ min: 0, max: 300 }).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString())
const acts = fc.array(fc.record({
  kind: fc.constantFrom('edit', 'import', 'merge', 'decide'), source: fc.constantFrom('office', 'oss', 'census', 'owner', 'old'), sets: fields,
  validFrom: day, observedOn: day, undone: fc.boolean(), actId: fc.constantFrom('one', 'two', null),
}), { maxLength: 12 }).map((list): Act[] => list.map(({ undone, ...one }, at) => ({
  ...one, seq: at + 1, by: 'x', recordedAt: moment('2026-01-01').add({ hours: at }), undoneAt: undone ? moment('2027-01-01') : null,
})))

test('undoing an act equals leaving it out; the order in which acts are read does not matter; looking from now equals looking without limits', () => {
  fc.assert(fc.property(acts, (list) => {
    const whole = fold(list, trust)

    assert.deepEqual(fold(list.filter(({ undoneAt }) => undoneAt === null), trust), whole)
    assert.deepEqual(fold(list.toReversed(), trust), whole)
    assert.deepEqual(fold(list, trust, { knownAt: moment('2028-01-01'), trueOn: '2028-01-01' }), whole)
  }))
})

test('every value stands on an act that said it and counts, and no act is lost: it stands, or was replaced, or is a rival', () => {
  fc.assert(fc.property(acts, (list) => {
    const { values, origins, rivals } = fold(list, trust)

    for (const [field, value] of Object.entries(values)) assert.ok(sameTold(origins[field]?.sets[field], value) && origins[field] && counts(origins[field]))
    const said = new Set(list.filter((act) => counts(act)).flatMap((act) => Object.keys(act.sets)))
    assert.deepEqual(new Set(Object.keys(origins)), said)
    for (const [field, others] of Object.entries(rivals)) for (const { value } of others) assert.ok(!sameTold(value, origins[field]?.sets[field]))
  }))
})
