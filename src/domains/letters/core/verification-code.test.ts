import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { CODE_ALPHABET, newCode, readCode, showCode } from './verification-code.ts'

const anyCode = fc.uint8Array({ minLength: 16, maxLength: 16, max: 247 }).map((bytes) => newCode(() => bytes))

test('a code has eleven random characters of an alphabet in which nothing looks alike', () => {
  const codes = new Set(Array.from({ length: 2_000 }, () => newCode(randomBytes)))

  assert.equal(codes.size, 2_000)
  for (const code of codes) assert.match(code, /^[2-9A-HJKMNP-Z]{12}$/)
  assert.doesNotMatch(CODE_ALPHABET, /[01OIL]/)
})

test('every character comes from equally many bytes, and bytes that would favour some are thrown away', () => {
  const counts = new Map<string, number>()

  for (let byte = 0; byte < 256; byte++) {
    let call = 0
    const code = newCode((count) => new Uint8Array(count).fill(call++ === 0 ? byte : 0))
    counts.set(code.charAt(0), (counts.get(code.charAt(0)) ?? 0) + 1)
  }

  assert.deepEqual([...counts.values()], [16, ...Array<number>(30).fill(8)])
})

test('a code is understood in small letters, with blanks and with any hyphen', () => {
  const code = newCode(randomBytes)

  const shown = showCode(code)
  for (const typed of [code.toLowerCase(), shown, ` ${shown} `, shown.replaceAll('-', ' – '), [...code].join(' ')]) {
    assert.equal(readCode(typed), code, typed)
  }
})

test('one wrong character, or two that changed places, make it no code', () => {
  fc.assert(fc.property(anyCode, fc.nat(11), fc.nat(11), fc.nat(30), (code, at, other, letter) => {
    const wrong = [...code]
    wrong[at] = CODE_ALPHABET.charAt(letter)
    const swapped = [...code]
    ;[swapped[at], swapped[other]] = [swapped[other]!, swapped[at]!]
    const bothInBody = at < 11 && other < 11

    assert.equal(readCode(wrong.join('')), wrong.join('') === code ? code : undefined)
    if (bothInBody) assert.equal(readCode(swapped.join('')), swapped.join('') === code ? code : undefined)
  }))
})

test('what cannot be a code is refused', () => {
  for (const text of ['', 'ABCD', 'ABCD-EFGH-JKMN-P', '0000-0000-0000', 'ABCD/EFGH/JKMN', '😀'.repeat(12)]) {
    assert.equal(readCode(text), undefined, text)
  }
})
