import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ELEMENTS, EVIDENCE, byDistrict, leftBehind } from './board.ts'

const village = (code: string, applications: number, businesses: number) => ({ code, name: code, district: code.slice(0, 1), applications, businesses })
const VILLAGES = [village('a1', 3, 9), village('a2', 0, 4), village('b1', 0, 40), village('b2', 0, 0), village('c1', 1, 1)]

test('the kecamatan with the smallest part of villages that apply stands first', () => {
  assert.deepEqual(byDistrict(VILLAGES), [
    { code: 'b', villages: 2, withApplications: 0, withBusinesses: 1, applications: 0 },
    { code: 'a', villages: 2, withApplications: 1, withBusinesses: 2, applications: 3 },
    { code: 'c', villages: 1, withApplications: 1, withBusinesses: 1, applications: 1 },
  ])
})

test('of the villages from which nobody applied the one with most businesses stands first', () => {
  assert.deepEqual(leftBehind(VILLAGES).map(({ code }) => code), ['b1', 'a2', 'b2'])
})

test('each of the three elements has evidence, and also says what is not recorded', () => {
  for (const element of ELEMENTS) {
    const evidence = EVIDENCE.filter((one) => one.element === element)
    assert.ok(evidence.some(({ page }) => page !== undefined) && evidence.some(({ page }) => page === undefined), element)
  }
})
