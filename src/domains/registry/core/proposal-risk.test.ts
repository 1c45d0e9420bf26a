import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { type Act, type Told, fold } from '../../../kernel/ledger.ts'
import { PROPOSAL_RULE, isSampled, riskOf } from './proposal-risk.ts'
import { trustOf } from './trust.ts'

const TODAY = Temporal.PlainDate.from('2026-11-11')

function anAct(seq: number, source: string, day: string, sets: Record<string, Told>): Act {
  return {
    seq, kind: source.startsWith('import') ? 'import' : 'edit', actId: null, source, by: 'somebody', recordedAt: Temporal.Instant.from(`${day}T09:00:00+07:00`),
    validFrom: day, observedOn: day, sets, undoneAt: null,
  }
}

const before = fold([
  anAct(1, 'self', '2025-01-10', { name: 'Kerupuk Barokah', monthlySales: 10_000_000, workersPaidMale: 4, latitude: -7.45, longitude: 112.7, brand: 'Delta', pirt: '1' }),
  anAct(2, 'import-old', '2024-03-01', { monthlySales: 90_000_000 }),
  anAct(3, 'import-oss', '2026-06-01', { halalNumber: 'ID1' }),
  anAct(4, 'import-oss', '2025-06-01', { bpomNumber: 'MD1' }),
], trustOf)

const small: [what: string, sets: Record<string, Told>][] = [
  ['a brand', { brand: 'Mawar' }],
  ['a brand that is emptied', { brand: null }],
  ['sales five times as high', { monthlySales: 50_000_000 }],
  ['sales as another source told them', { monthlySales: 90_000_000 }],
  ['sales for which there was no figure before', { monthlyCosts: 40_000_000 }],
  ['sales that are not told any more', { monthlySales: { unstated: 'refused' } }],
  ['one worker more', { workersPaidMale: 5 }],
  ['a point across the market', { latitude: -7.455 }],
  ['closing down', { status: 'closed' }],
  ['a number that a list told more than a year ago', { bpomNumber: 'MD2' }],
]
for (const [what, sets] of small) {
  test(`${what} is taken at once`, () => {
    const { risk, reasons } = riskOf(before, sets, TODAY)

    assert.deepEqual([risk, reasons], ['low', []])
  })
}

const large: [what: string, sets: Record<string, Told>, code: string][] = [
  ['another name', { name: 'Krupuk Barokah' }, 'verified-fact'],
  ['a capital', { capital: 5_000_000 }, 'verified-fact'],
  ['sales one rupiah above five times as high', { monthlySales: 50_000_001 }, 'jump'],
  ['sales one fifth and a little less', { monthlySales: 1_999_999 }, 'jump'],
  ['sales of a small enterprise', { monthlySales: PROPOSAL_RULE.money.monthlySales + 1 }, 'out-of-band'],
  ['fifty-one men paid', { workersPaidMale: 51 }, 'out-of-band'],
  ['twenty-one men where there were four', { workersPaidMale: 21 }, 'jump'],
  ['a point in another village', { latitude: -7.47 }, 'moved'],
  ['being called a double', { status: 'duplicate' }, 'state'],
  ['another halal number than the licensing system told this year', { halalNumber: 'ID2' }, 'other-source'],
]
for (const [what, sets, code] of large) {
  test(`${what} waits for a person`, () => {
    const { risk, reasons } = riskOf(before, sets, TODAY)

    assert.deepEqual([risk, reasons.map((reason) => reason.code)], ['high', [code]])
  })
}

test('one large change makes the whole change wait', () => {
  const { risk, reasons } = riskOf(before, { brand: 'Mawar', nib: '9120301234567' }, TODAY)

  assert.deepEqual([risk, reasons], ['high', [{ field: 'nib', code: 'verified-fact' }]])
})

test('about one small change in ten is looked at, always the same ones', () => {
  const ids = Array.from({ length: 5000 }, () => randomUUID())

  const share = ids.filter((id) => isSampled(id)).length / ids.length

  assert.ok(share > 0.07 && share < 0.13, `${share}`)
  assert.deepEqual(['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'].map((id) => isSampled(id)), [true, false])
})
