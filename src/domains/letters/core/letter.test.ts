import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { maskHolder, statusOf, validUntil } from './letter.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const end = { validUntil: day('2027-11-17'), revokedOn: null, replacedBy: null }

test('a letter is valid on its last day and expired on the next', () => {
  assert.equal(statusOf(end, day('2027-11-17')), 'valid')
  assert.equal(statusOf(end, day('2027-11-18')), 'expired')
  assert.equal(statusOf({ ...end, validUntil: null }, day('2099-01-01')), 'valid')
})

test('a withdrawn letter stays visible as withdrawn after its date, and leads to its successor', () => {
  const revoked = { ...end, revokedOn: day('2027-01-04') }

  assert.equal(statusOf(revoked, day('2030-01-01')), 'revoked')
  assert.equal(statusOf({ ...revoked, replacedBy: 'surat-2' }, day('2030-01-01')), 'replaced')
})

test('validity ends by the rule of the standard', () => {
  const table: [string, Parameters<typeof validUntil>[1], string | undefined][] = [
    ['2026-11-17', { kind: 'months', months: 12 }, '2027-11-17'],
    ['2028-02-29', { kind: 'months', months: 12 }, '2029-02-28'],
    ['2026-08-31', { kind: 'months', months: 6 }, '2027-02-28'],
    ['2026-11-17', { kind: 'year-end' }, '2026-12-31'],
    ['2026-12-31', { kind: 'year-end' }, '2026-12-31'],
    ['2026-11-17', { kind: 'without-end' }, undefined],
  ]
  for (const [issued, rule, last] of table) assert.equal(validUntil(day(issued), rule)?.toString(), last, `${issued} ${rule.kind}`)
})

test('the public page shows a name only to those who know it', () => {
  const table = [
    ['Siti Aminah', 'S*** A*****'],
    ['siti', 'S***'],
    ['R.A. Kusumawardhani, S.E.', 'R A K***** S E'],
    ['  Ana   B ', 'A** B'],
    ['Élodie', 'É*****'],
    ['', ''],
  ] as const
  for (const [name, masked] of table) assert.equal(maskHolder(name), masked)
})
