import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CaseFacts, OUTCOMES, STAGES } from './case-facts.ts'
import { casesBehind } from './cases-behind.ts'
import { type Dimension, figuresOf } from './figures.ts'

const seq = fc.integer({ min: 1, max: 60 })
const someFacts: fc.Arbitrary<CaseFacts[]> = fc.array(fc.record({
  service: fc.constantFrom('UM-01', 'UM-02'), channel: fc.constantFrom('self', 'counter'), district: fc.constantFrom('35.15.05', '35.15.06', null), submittedSeq: seq,
  accepted: fc.boolean(), firstLook: fc.option(fc.record({ seq, inTime: fc.constantFrom(true, false, null) })), ended: fc.option(fc.record({ seq, outcome: fc.constantFrom(...OUTCOMES) })),
  inTime: fc.constantFrom(true, false, null), officeMinutes: fc.option(fc.nat(900)), applicantMinutes: fc.option(fc.nat(900)),
  returns: fc.array(fc.record({ seq, items: fc.subarray(['idCard', 'photo']) }), { maxLength: 3 }),
  stays: fc.array(fc.record({ stage: fc.constantFrom(...STAGES), seq, minutes: fc.nat(500) }), { maxLength: 4 }), work: fc.array(fc.record({ seq, actor: fc.constantFrom('a', 'b') }), { maxLength: 4 }),
}), { maxLength: 30 }).map((list) => list.map((one, index) => ({ ...one, id: `case-${index}` })))
const stretch = { after: 20, through: 40 }

test('every row that counts cases opens exactly as many as it says, and a share opens all of its whole', () => {
  fc.assert(fc.property(someFacts, (cases) => {
    for (const { code, version, unit, rows } of figuresOf(cases, stretch)) {
      for (const { by, value, whole } of rows) {
        const [dimension, key] = Object.entries(by)[0] ?? []
        const behind = casesBehind({ code, version }, cases, stretch, dimension === undefined || key === undefined ? undefined : { dimension: dimension as Dimension, key })
        assert.ok(behind, code)
        if (unit === 'count' && code !== 'langkah' && code !== 'tahap-berkas' && code !== 'petugas-aktif' && code !== 'sebab-dikembalikan') assert.equal(behind.length, value, code)
        // A share counts only cases of which it is known; a stay, return or step may be one of several of a case.
        if (unit === 'share') assert.ok(behind.length >= (whole ?? 0), code)
        if ((value ?? 0) > 0) assert.ok(behind.length > 0, code)
      }
    }
  }), { numRuns: 60 })
})

test('a row that a figure does not have opens nothing', () => {
  assert.equal(casesBehind({ code: 'ditolak', version: 1 }, [], stretch, { dimension: 'channel', key: 'self' }), undefined)
  assert.deepEqual(casesBehind({ code: 'ditolak', version: 1 }, [], stretch, { dimension: 'service', key: 'UM-02' }), [])
})
