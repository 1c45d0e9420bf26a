import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NewRole, judgeRole } from './role-rules.ts'

const FROM = '2026-11-11'
type Held = Parameters<typeof judgeRole>[2]

const CASES: [name: string, one: NewRole, held: Held, expected: string][] = [
  ['a counter in the whole office', { role: 'counter', from: FROM }, [], 'ok'],
  ['a counter limited to a district', { role: 'counter', area: '35.15.05', from: FROM }, [], 'ok'],
  ['a village officer with a village', { role: 'village-officer', area: '35.15.05.2006', from: FROM }, [], 'ok'],
  ['a village officer of a second village', { role: 'village-officer', area: '35.15.05.2007', from: FROM }, [{ role: 'village-officer', area: '35.15.05.2006' }], 'ok'],
  ['a village officer without an area', { role: 'village-officer', from: FROM }, [], 'area-needed'],
  ['an enumerator without an area', { role: 'enumerator', from: FROM }, [], 'area-needed'],
  ['an area in another regency', { role: 'counter', area: '35.78.01', from: FROM }, [], 'area-outside'],
  ['a regency that only begins alike', { role: 'counter', area: '35.151', from: FROM }, [], 'area-outside'],
  ['a head of division without a division', { role: 'division-head', from: FROM }, [], 'division-needed'],
  ['one day', { role: 'counter', from: FROM, to: FROM }, [], 'ok'],
  ['an end before the beginning', { role: 'counter', from: FROM, to: '2026-11-10' }, [], 'dates'],
  ['a role of citizens', { role: 'business-owner', from: FROM }, [], 'citizen-role'],
  ['the same role twice', { role: 'counter', from: FROM }, [{ role: 'counter' }], 'held-already'],
  ['an administrator who would sign', { role: 'office-head', from: FROM }, [{ role: 'admin' }], 'admin-issues-nothing'],
  ['a counter who would administer', { role: 'admin', from: FROM }, [{ role: 'counter' }], 'admin-issues-nothing'],
  ['an administrator with open data', { role: 'data-steward', from: FROM }, [{ role: 'admin' }], 'ok'],
]

for (const [name, one, held, expected] of CASES) {
  test(`${name}: ${expected}`, () => {
    const judged = judgeRole(one, '35.15', held)

    assert.equal(judged.ok ? 'ok' : judged.error, expected)
  })
}
