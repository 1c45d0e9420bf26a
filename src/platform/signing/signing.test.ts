import assert from 'node:assert/strict'
import { generateKeyPairSync, verify } from 'node:crypto'
import { after, beforeEach, test } from 'node:test'
import { PDF } from '@libpdf/core'
import { createCodeKey } from './code-key.ts'
import { createRemoteSigner } from './remote-signer.ts'
import { showsTheSame } from './same-document.ts'
import { type Misbehaviour, SIMULATOR_PASSPHRASE, startSignerSimulator } from './testing.ts'
import { makeTestIdentity } from './test-identity.ts'
import { createTestSigner } from './test-signer.ts'
import { verifyPdf } from './verify-pdf.ts'

const now = () => new Date('2026-11-17T03:00:00Z')
const identity = await makeTestIdentity(new Date('2026-01-01T00:00:00Z'))
const signer = await createTestSigner(identity, now)
const simulator = await startSignerSimulator(now)
after(() => simulator.close())
beforeEach(() => simulator.behave('none'))

async function aPdf(): Promise<Uint8Array> {
  const document = PDF.create()
  document.addPage({ size: 'a4' }).drawText('Surat contoh')
  return document.save()
}

async function aSignedPdf(): Promise<Buffer> {
  const signed = await signer.sign({ pdf: await aPdf(), reason: 'Menerbitkan surat' })
  assert.ok(signed.ok)
  return signed.value.pdf
}

const remote = (timeoutMs = 5_000) =>
  createRemoteSigner({ url: simulator.url, token: 'contoh', identity: '3515010101800000', anchors: simulator.anchors, timeoutMs })

test('a sample certificate says in every name that it is worth nothing', async () => {
  const check = verifyPdf(await aSignedPdf(), [identity.authority])

  assert.equal(check.verdict, 'valid')
  assert.ok('signature' in check)
  assert.match(check.signature.subject, /CONTOH - TIDAK SAH/)
  assert.match(check.signature.issuer, /CONTOH - TIDAK SAH/)
  assert.deepEqual(check.signature.claimedAt, now())
})

test('a signed file is the file that was sent with a signature behind it', async () => {
  const pdf = await aPdf()

  const signed = await signer.sign({ pdf, reason: 'Menerbitkan surat' })

  assert.ok(signed.ok)
  assert.ok(signed.value.pdf.subarray(0, pdf.length).equals(pdf))
  assert.ok(await showsTheSame(pdf, signed.value.pdf))
})

test('one changed byte anywhere in a signed file is found', async () => {
  const pdf = await aSignedPdf()
  const value = pdf.indexOf('/Contents <') + '/Contents <'.length
  const valueEnd = pdf.indexOf('>', value)

  for (let place = 0; place < pdf.length; place += place >= value && place < valueEnd - 1 ? valueEnd - value : 7) {
    const changed = Buffer.from(pdf)
    changed[place]! ^= 4
    assert.notEqual(verifyPdf(changed, [identity.authority]).verdict, 'valid', `byte ${place}`)
  }
})

test('a changed signature, and anything hidden behind it, is found', async () => {
  const pdf = await aSignedPdf()
  const value = pdf.indexOf('/Contents <') + '/Contents <'.length
  const length = 8 + 2 * Number.parseInt(pdf.toString('latin1', value + 4, value + 8), 16)

  // The last bytes of the structure are those of the signature itself; behind it follow the zeros that fill its place.
  for (const place of [value + length - 1, value + length - 60, value + length, value + length + 5_000]) {
    const changed = Buffer.from(pdf)
    changed[place] = changed[place] === 0x31 ? 0x32 : 0x31
    assert.equal(verifyPdf(changed, [identity.authority]).verdict, 'altered', `place ${place - value} of ${length}`)
  }
})

test('bytes behind the signed ones are reported, as a text and as a whole revision', async () => {
  const pdf = await aSignedPdf()
  const document = await PDF.load(pdf)
  document.getPages()[0]?.drawText('ditambahkan')
  const revised = await document.save({ incremental: true })

  const verdicts = [Buffer.concat([pdf, Buffer.from('\n')]), revised].map((file) => verifyPdf(file, [identity.authority]).verdict)

  assert.deepEqual(verdicts, ['not-whole-file', 'not-whole-file'])
})

test('a file that somebody else signed is not the office’s, even under the same names', async () => {
  const stranger = await createTestSigner(await makeTestIdentity(new Date('2026-01-01T00:00:00Z')), now)

  const signed = await stranger.sign({ pdf: await aPdf(), reason: 'x' })

  assert.ok(signed.ok)
  assert.equal(verifyPdf(signed.value.pdf, [identity.authority]).verdict, 'unknown-signer')
})

test('a signature made outside the time of its certificate is not trusted', async () => {
  const late = await createTestSigner(identity, () => new Date('2037-01-01T00:00:00Z'))

  const signed = await late.sign({ pdf: await aPdf(), reason: 'x' })

  assert.ok(signed.ok)
  assert.equal(verifyPdf(signed.value.pdf, [identity.authority]).verdict, 'unknown-signer')
})

test('a file without signature is unsigned, and a signature moved to another file proves nothing', async () => {
  const pdf = await aPdf()
  const signed = await aSignedPdf()
  const moved = Buffer.concat([Buffer.from('%PDF-1.7\n% lain\n'), signed])

  assert.equal(verifyPdf(pdf, [identity.authority]).verdict, 'unsigned')
  assert.equal(verifyPdf(moved, [identity.authority]).verdict, 'altered')
  assert.equal(verifyPdf(Buffer.from('bukan PDF'), [identity.authority]).verdict, 'unsigned')
})

test('a remote service signs with the passphrase of the official', async () => {
  const pdf = await aPdf()

  const signed = await remote().sign({ pdf, passphrase: SIMULATOR_PASSPHRASE, reason: 'Menerbitkan surat' })

  assert.ok(signed.ok)
  assert.equal(verifyPdf(signed.value.pdf, simulator.anchors).verdict, 'valid')
  assert.notEqual(signed.value.sha256Before, signed.value.sha256After)
})

test('a wrong passphrase is told apart from an outage, and is never part of an answer', async () => {
  const signed = await remote().sign({ pdf: await aPdf(), passphrase: 'salah-sekali', reason: 'x' })

  assert.ok(!signed.ok)
  assert.equal(signed.error.kind, 'passphrase-refused')
  assert.ok(!JSON.stringify(signed).includes('salah-sekali'))
})

const FAULTS: [Misbehaviour, string][] = [
  ['slow', 'timeout'], ['dies', 'unavailable'], ['empty', 'unavailable'], ['down', 'unavailable'], ['refuses', 'refused'],
  ['unsigned', 'refused'], ['other-file', 'refused'], ['covered-page', 'refused'], ['stranger', 'refused'],
]
for (const [behaviour, kind] of FAULTS) {
  test(`a signing service that is “${behaviour}” ends in “${kind}” and gives no letter`, async () => {
    simulator.behave(behaviour)

    const service = remote(behaviour === 'slow' ? 300 : 5_000)
    const signed = await service.sign({ pdf: await aPdf(), passphrase: SIMULATOR_PASSPHRASE, reason: 'x' })

    assert.ok(!signed.ok)
    assert.equal(signed.error.kind, kind)
  })
}

test('a signing service that is not there is an outage', async () => {
  const url = 'http://127.0.0.1:1/sign'
  const absent = createRemoteSigner({ url, token: 't', identity: 'x', anchors: simulator.anchors, timeoutMs: 2_000 })

  const signed = await absent.sign({ pdf: await aPdf(), passphrase: 'p', reason: 'x' })

  assert.ok(!signed.ok)
  assert.equal(signed.error.kind, 'unavailable')
})

test('a caller who gives up is not signed for', async () => {
  const request = { pdf: await aPdf(), passphrase: SIMULATOR_PASSPHRASE, reason: 'x', signal: AbortSignal.abort() }

  const results = await Promise.all([signer, remote()].map((one) => one.sign(request)))

  for (const result of results) assert.ok(!result.ok && result.error.kind === 'timeout')
})

test('a key for letter codes signs with 64 raw bytes and publishes no private part', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = createCodeKey(privateKey)

  const signature = key.sign(Buffer.from('isi'))

  assert.equal(signature.length, 64)
  assert.ok(verify('sha256', Buffer.from('isi'), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature))
  assert.deepEqual(Object.keys(key.publicKey).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  assert.equal(createCodeKey(publicKey).keyId, key.keyId)
  assert.throws(() => createCodeKey(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey), /P-256/)
})
