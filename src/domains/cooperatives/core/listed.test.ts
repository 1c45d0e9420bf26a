import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { Act, Told } from '../../../kernel/ledger.ts'
import { kindOfName, tellingWords } from './cooperative-name.ts'
import { type ListedAnswers, listedOffers, listedProblems } from './listed.ts'
import type { Position } from './record.ts'
import { toFields } from './told.ts'

const TRUST: Record<string, number> = { counter: 2, 'import-sidt': 3, 'import-old': 1 }
const act = (source: string, observedOn: string, kind: Act['kind'], sets: Record<string, Told>, seq = 1): Act => ({
  seq, kind, actId: null, source, by: 'b', recordedAt: Temporal.Instant.from(`${observedOn}T03:00:00Z`), validFrom: observedOn, observedOn, sets, undoneAt: null,
})
const held = (...positions: Position[]): Act[] => [act('counter', '2024-01-01', 'enter', toFields({ record: { name: 'KSP "Jaya"' }, positions, bookYears: [] }))]
const offers = (told: Partial<ListedAnswers>, acts: readonly Act[], observedOn: string, source = 'import-sidt') => listedOffers({ record: {}, people: [], ...told }, acts, {
  observedOn, trust: (one) => TRUST[one] ?? 0, actOf: (sets) => act(source, observedOn, 'import', sets, 9), idOf: (office) => `new-${office}`,
})
const chair = (more: Partial<Position> = {}): Position => ({ id: 'p1', organ: 'board', role: 'chair', name: 'Suparman', ...more })

test('a list that knows better ends the term of the chair it no longer names; another leaves him', () => {
  const told = { people: [{ office: 'chair' as const, name: 'Nur Hayati' }] }
  const cases: [string, Position[], string, string, string[], string[]][] = [
    ['a newer list that is believed', [chair()], '2025-01-01', 'import-sidt', ['position/p1', 'position/new-chair'], []],
    ['an older list', [chair()], '2023-01-01', 'import-sidt', [], ['position/p1']],
    ['a newer list that is believed less', [chair()], '2025-01-01', 'import-old', [], ['position/p1']],
    ['a list of before he began', [chair({ from: '2025-06-01' })], '2025-01-01', 'import-sidt', [], ['position/p1']],
    ['nobody was known', [], '2025-01-01', 'import-old', ['position/new-chair'], []],
    ['the one before has left', [chair({ to: '2024-06-01' })], '2025-01-01', 'import-old', ['position/new-chair'], []],
  ]
  for (const [what, positions, day, source, sets, kept] of cases) {
    const said = offers(told, held(...positions), day, source)
    assert.deepEqual([Object.keys(said.sets), said.kept], [sets, kept], what)
  }
  assert.deepEqual(offers(told, held(chair()), '2025-01-01').sets['position/p1'], { organ: 'board', role: 'chair', name: 'Suparman', to: '2025-01-01' })
})

test('the same chair told again adds only a telephone, and a name or number written otherwise says nothing new', () => {
  const again = offers({ people: [{ office: 'chair', name: 'SUPARMAN', phone: '+6281200000001' }], record: { name: 'Koperasi Simpan Pinjam Jaya' } }, held(chair()), '2025-01-01')
  const other = offers({ record: { name: 'KSP Jaya Abadi' } }, held(), '2025-01-01')

  assert.deepEqual(again.sets, { 'position/p1': { organ: 'board', role: 'chair', name: 'Suparman', phone: '+6281200000001' } })
  assert.deepEqual(other.sets, { name: 'KSP Jaya Abadi' })
})

test('what cannot be among the answers of a row is found, whatever the row leaves out', () => {
  const asOf = Temporal.PlainDate.from('2026-11-24')
  const problems = listedProblems({
    record: { legalEntityDate: '2010-01-01', amendmentDate: '2009-01-01' }, bookYear: { year: 2025, meetingOn: '2027-01-01', membersRegistered: 10, membersAttended: 11 },
  }, asOf)

  assert.deepEqual(problems.map(({ field }) => field), ['amendmentDate', 'bookYears.2025.meetingOn', 'bookYears.2025.membersAttended'])
  assert.deepEqual(listedProblems({ record: {} }, asOf), [])
})

test('the kind stands in many names, and forms do not tell cooperatives apart', () => {
  const kinds = ['KSP Jaya', 'KSPPS BMT Amanah', 'KSU Rukun', 'Koperasi Produsen Tempe', 'Koperasi Jasa Tirta', 'KUD Subur', 'Kop. Konsumen Unit Simpan Pinjam Jaya']

  assert.deepEqual(kinds.map(kindOfName), ['savings-and-loan', 'savings-and-loan', 'consumer', 'producer', 'service', undefined, 'consumer'])
  assert.deepEqual(tellingWords('Kopwan "Melati" KSP'), ['melati'])
  assert.deepEqual(tellingWords('KPRI'), ['pegawai', 'republik', 'indonesia'])
})
