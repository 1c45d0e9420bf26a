import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commonPasswords } from '../passwords.ts'
import { judgePassword } from './password.ts'

const ABOUT = ['rina.k', 'Rina Kusumawati']

const CASES: [password: string, expected: string][] = [
  ['perahu kuning di muara', 'ok'],
  ['krupuk-udang-demo', 'ok'],
  ['ペンギン語る夜の海辺まで', 'ok'],
  ['sembilan1', 'too-short'],
  ['perahu kun', 'ok'],
  ['', 'too-short'],
  [('perahu kuning '.repeat(15)), 'too-long'],
  ['password123', 'common'],
  ['Password123!', 'common'],
  ['p4ssw0rd!!!!', 'common'],
  ['sidoarjo2026', 'common'],
  ['!!Sidoarjo!!2026', 'common'],
  ['rahasiaku99', 'common'],
  ['bismillah123', 'common'],
  ['qwertyuiop', 'common'],
  ['1234567890', 'common'],
  ['kusumawati2026', 'about-you'],
  ['Rina.Kusumawati', 'about-you'],
  ['aaaaaaaaaaaa', 'repeated'],
  ['abcabcabcabc', 'repeated'],
  ['abcdefghijkl', 'repeated'],
  ['9876543210', 'repeated'],
]

for (const [password, expected] of CASES) {
  test(`the password "${password.slice(0, 24)}" is ${expected === 'ok' ? 'taken' : `refused as ${expected}`}`, async () => {
    const judged = judgePassword(password, await commonPasswords(), ABOUT)

    assert.equal(judged.ok ? 'ok' : judged.error, expected)
  })
}
