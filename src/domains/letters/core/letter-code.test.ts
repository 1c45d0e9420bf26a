import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { createCodeKey } from '../../../platform/signing/code-key.ts'
import { webCrypto } from '../offline/web-crypto.ts'
import { checkLetterCode, type PublishedKey, type PublishedRevocations, readRevocations, revocationBody } from './code-check.ts'
import { cutText, fromBase41, isDate, toBase41 } from './letter-bytes.ts'
import { asInCode, letterCodeBody, letterCodeText, type LetterFacts, readLetterCode, SIGNATURE_WAYS } from './letter-code.ts'
import { newCode, readCode } from './verification-code.ts'

type Vectors = {
  today: string
  keys: PublishedKey[]
  revoked: PublishedRevocations
  vectors: { name: string; verdict: string; text: string; facts?: Record<keyof LetterFacts, string | null> }[]
}
const page = readFileSync(new URL('../../../../docs/letter-code.md', import.meta.url), 'utf8')
const CHECKER = fileURLToPath(new URL('../../../../scripts/check-letter-code.py', import.meta.url))
const published: Vectors = JSON.parse(/```json\n([^]*?)\n```/.exec(page)?.[1] ?? '')

const key = createCodeKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)
const keys: PublishedKey[] = [{ ...key.publicKey, from: '2026-01-01' }]

const facts: LetterFacts = {
  kind: 'UM-02', number: '500.3.7/239/438.5.14/2026', issuedOn: '2026-11-17', validUntil: '2027-11-17', holder: 'Siti Aminah',
  business: 'Kerupuk Udang', scale: 'micro', place: 'Kupang, Jabon', signature: 'test', code: newCode((count) => new Uint8Array(count)),
}

function aCode(change: Partial<LetterFacts> = {}): string {
  const body = letterCodeBody({ ...facts, ...change }, key.keyId)
  return letterCodeText('https://dinas.example.id/', facts.code, body, key.sign(body))
}

const check = (text: string, today = '2026-12-01') => checkLetterCode(text, { keys, revoked: undefined, today, crypto: webCrypto })

for (const { name, verdict, text, facts: expected } of published.vectors) {
  test(`the published test vector “${name}” is judged as published`, async () => {
    const revoked = await readRevocations(published.revoked, published.keys, webCrypto)
    assert.ok(revoked)

    const result = await checkLetterCode(text, { keys: published.keys, revoked, today: published.today, crypto: webCrypto })

    assert.equal(result.verdict, verdict)
    assert.deepEqual('facts' in result ? { ...result.facts, validUntil: result.facts.validUntil ?? null } : undefined, expected)
  })
}

test('a published vector written again from its facts gives the same bytes', () => {
  for (const { text, facts: stated } of published.vectors) {
    const parsed = readLetterCode(text)
    if (!stated || !parsed.ok) continue
    const again = letterCodeBody(parsed.value.facts, parsed.value.keyId)
    assert.equal(letterCodeText('https://dinas.example.id', parsed.value.facts.code, again, parsed.value.signature), text)
  }
})

test('a program written from the published page alone comes to the same verdicts', (t) => {
  try {
    execFileSync('python3', ['--version'])
  } catch {
    t.diagnostic('NOT CHECKED: there is no python3 here, so the independent checker of the letter code did not run')
    return t.skip('no python3')
  }

  const said = execFileSync('python3', [CHECKER], { encoding: 'utf8' })

  assert.match(said, new RegExp(`${published.vectors.length} of ${published.vectors.length} vectors agree`))
})

test('what the office signs is what the phone shows', async () => {
  const result = await check(aCode())

  assert.deepEqual(result, { verdict: 'valid', facts })
})

test('a letter is valid on its last day and expired on the next', async () => {
  assert.equal((await check(aCode(), '2027-11-17')).verdict, 'valid')
  assert.equal((await check(aCode(), '2027-11-18')).verdict, 'expired')
  assert.equal((await check(aCode({ validUntil: undefined }), '2099-01-01')).verdict, 'valid')
})

test('every altered byte of the content is noticed', async () => {
  const text = aCode()
  const [address = '', content = ''] = text.split('#')
  const bytes = fromBase41(content)

  for (let place = 0; place < bytes.length; place++) {
    const altered = Uint8Array.from(bytes)
    altered[place]! ^= 1
    const { verdict } = await check(`${address}#${toBase41(altered)}`)
    assert.ok(['altered', 'unknown-key', 'newer-format', 'not-a-letter-code'].includes(verdict), `byte ${place}: ${verdict}`)
  }
})

test('the longest letter code stays below 300 bytes', () => {
  const names = { holder: 'é'.repeat(80), business: 'a'.repeat(200), place: '“'.repeat(50) }
  const longest = { ...names, kind: 'x'.repeat(8), number: '9'.repeat(40) }

  const body = letterCodeBody({ ...facts, ...longest }, key.keyId)

  assert.ok(body.length + 64 <= 300, `${body.length + 64} bytes`)
})

test('a number that would have to be cut, or a day that does not exist, never becomes a code', () => {
  const table = [{ number: '9'.repeat(41) }, { kind: 'UM-000002' }, { issuedOn: '2026-02-30' }, { validUntil: 'besok' }, { code: 'AAAA' }]
  for (const wrong of table) {
    assert.throws(() => letterCodeBody({ ...facts, ...wrong }, key.keyId), JSON.stringify(wrong))
  }
})

test('any facts come back as they went in, tidy and cut', () => {
  const text = fc.string({ maxLength: 90, unit: 'grapheme' })
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2127-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const change = fc.record({
    holder: text, business: text, place: text, issuedOn: day,
    validUntil: fc.option(day, { nil: undefined }), signature: fc.constantFrom(...SIGNATURE_WAYS),
  })
  fc.assert(fc.property(change, (changed) => {
    const any: LetterFacts = { ...facts, ...changed }

    const read = readLetterCode(letterCodeText('https://dinas.example.id', any.code, letterCodeBody(any, key.keyId), new Uint8Array(64)))

    assert.deepEqual(read.ok && read.value.facts, asInCode(any))
  }))
})

test('no text, however strange, breaks the reading of a code', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), fc.uint8Array({ maxLength: 300 }), (text, bytes) => {
    assert.equal(readLetterCode(text).ok, false)
    const read = readLetterCode(toBase41(bytes))
    if (read.ok) assert.equal(readCode(read.value.facts.code), read.value.facts.code)
  }))
})

test('base 41 gives back what it was given and refuses what it never gives', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
    assert.deepEqual([...fromBase41(toBase41(bytes))], [...bytes])
  }))
  for (const wrong of ['A', 'ABCD', ':::', '::', 'AB*', 'abc']) assert.throws(() => fromBase41(wrong), wrong)
})

test('a name is cut at a whole character and says that it was cut', () => {
  assert.equal(cutText('  Siti \u00a0 Aminah ', 50), 'Siti Aminah')
  assert.equal(cutText('Siti Aminah', 11), 'Siti Aminah')
  assert.equal(cutText('Siti Aminah', 10), 'Siti Am…')
  assert.equal(cutText('Siti Aminah', 8), 'Siti…')
  assert.equal(cutText('éééé', 7), 'éé…')
})

test('a day is a day of the calendar', () => {
  for (const good of ['2000-01-01', '2024-02-29', '2127-12-31']) assert.ok(isDate(good), good)
  const none = ['1999-12-31', '2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-1-1', '']
  for (const wrong of none) assert.ok(!isDate(wrong), wrong)
})

test('a list of withdrawn letters counts only with the office’s signature', async () => {
  const codeHash = await webCrypto.sha256(new TextEncoder().encode(facts.code))
  const other = { codeHash: new Uint8Array(32), withdrawal: 'revoked' } as const
  const body = revocationBody(key.keyId, 1_800_000_000, [{ codeHash, withdrawal: 'replaced' }, other])
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const list = { body: text(body), signature: text(key.sign(body)) }
  const longer = Uint8Array.from([...body, 1])

  const revoked = await readRevocations(list, keys, webCrypto)

  assert.equal(revoked?.at, 1_800_000_000)
  assert.equal((await checkLetterCode(aCode(), { keys, revoked, today: '2026-12-01', crypto: webCrypto })).verdict, 'replaced')
  assert.equal(await readRevocations({ ...list, signature: text(key.sign(longer)) }, keys, webCrypto), undefined)
  assert.equal(await readRevocations({ body: text(longer), signature: text(key.sign(longer)) }, keys, webCrypto), undefined)
  assert.equal(await readRevocations(list, [], webCrypto), undefined)
  assert.equal(await readRevocations({ body: '!', signature: '' }, keys, webCrypto), undefined)
})
