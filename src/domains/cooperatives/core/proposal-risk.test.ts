import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { type Act, type Told, fold } from '../../../kernel/ledger.ts'
import { riskOf } from './proposal-risk.ts'

const trust = (source: string) => ({ office: 5, 'import-sidt': 3, self: 2 })[source] ?? 0
const act = (seq: number, source: string, observedOn: string, sets: Record<string, Told>): Act => ({
  seq, kind: 'import', actId: null, source, by: 'b', recordedAt: Temporal.Instant.from('2026-11-01T03:00:00Z'), validFrom: observedOn, observedOn, sets, undoneAt: null,
})
const chair = { organ: 'board', role: 'chair', name: 'Suparman' }
const before = fold([
  act(1, 'self', '2026-01-01', {
    name: 'KSP Jaya', 'position/p1': chair, membersFemale: 100, phone: '+62311', 'year/2024/assets': 1_000_000_000, 'year/2024/netSurplus': 60_000_000, sector: 'Jasa',
  }),
  act(2, 'import-sidt', '2026-09-01', { pattern: 'sharia' }), act(3, 'import-sidt', '2024-01-01', { email: 'a@b.id' }),
], trust)

test('what its people say is taken at once unless it says which cooperative it is, who runs it, or is far from what is known', () => {
  const cases: [string, Record<string, Told>, string | undefined][] = [
    ['a new telephone', { phone: '+62312' }, undefined],
    ['another name', { name: 'KSP Jaya Abadi' }, 'identity'],
    ['another chair', { 'position/p1': { ...chair, to: '2026-10-01' } }, 'people'],
    ['one more on the board', { 'position/p2': { ...chair, name: 'Rina' } }, 'people'],
    ['somebody taken out', { 'position/p1': null }, 'people'],
    ['the telephone of the chair', { 'position/p1': { ...chair, phone: '+6281' } }, undefined],
    ['a few more members', { membersFemale: 140 }, undefined],
    ['six times the members', { membersFemale: 600 }, 'jump'],
    ['assets of the next year, a little more', { 'year/2025/assets': 1_400_000_000 }, undefined],
    ['assets of the next year, ten times as much', { 'year/2025/assets': 10_000_000_000 }, 'jump'],
    ['a loss after a surplus', { 'year/2025/netSurplus': -70_000_000 }, 'jump'],
    ['the day of the meeting', { 'year/2025/meetingOn': '2026-02-14' }, undefined],
    ['what a better source told this year', { pattern: 'conventional' }, 'other-source'],
    ['what a better source told long ago', { email: 'c@d.id' }, undefined],
  ]
  for (const [what, sets, code] of cases) {
    const { risk, reasons } = riskOf(before, sets, { asOf: Temporal.PlainDate.from('2026-11-24'), trust })
    assert.deepEqual([risk, reasons.map((one) => one.code)], code === undefined ? ['low', []] : ['high', [code]], what)
  }
})
