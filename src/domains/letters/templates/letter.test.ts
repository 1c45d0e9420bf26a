import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createCodeKey } from '../../../platform/signing/code-key.ts'
import { makeTestIdentity } from '../../../platform/signing/test-identity.ts'
import { createTestSigner } from '../../../platform/signing/test-signer.ts'
import { verifyPdf } from '../../../platform/signing/verify-pdf.ts'
import { qrSvg } from '../../../platform/typeset/qr.ts'
import { createTypesetter } from '../../../platform/typeset/typesetter.ts'
import { checkLetterCode } from '../core/code-check.ts'
import { letterCodeBody, letterCodeText, type LetterFacts } from '../core/letter-code.ts'
import { type LetterContent, letterContentSchema, templateData } from '../core/letter-content.ts'
import { newCode, showCode } from '../core/verification-code.ts'
import { webCrypto } from '../offline/web-crypto.ts'
import { aLetter, aLongLetter, aLongStatement, aStatement } from './testing.ts'

const typesetter = createTypesetter({ root: fileURLToPath(new URL('.', import.meta.url)) })
const key = createCodeKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)
const identity = await makeTestIdentity(new Date('2026-01-01T00:00:00Z'))
const signer = await createTestSigner(identity, () => new Date('2026-11-17T03:00:00Z'))
const folder = mkdtempSync(join(tmpdir(), 'surat-'))
after(async () => {
  await typesetter.close()
  rmSync(folder, { recursive: true })
})

const MODES: LetterContent['mode'][] = ['test', 'wet-ink', 'certified']

/** The letter with a signed code; `facts` are those in the QR. */
function withCode(letter: LetterContent): { letter: LetterContent; facts: LetterFacts; qrText: string } {
  const code = newCode(randomBytes)
  const of = 'holder' in letter ? { holder: letter.holder.name, business: letter.business.name } : { holder: 'Siti Aminah', business: 'Koperasi Contoh Makmur' }
  const facts: LetterFacts = {
    kind: 'UM-02', number: letter.number, issuedOn: letter.issuedOn, validUntil: letter.validUntil ?? undefined, ...of,
    scale: 'micro', place: 'Kedungpandan Kulon Wetan, Kecamatan Balongbendo', signature: letter.mode, code,
  }
  const body = letterCodeBody(facts, key.keyId)
  const qrText = letterCodeText('https://ditakopum.sidoarjokab.example.go.id', code, body, key.sign(body))
  const verification = { shownCode: showCode(code), checkAddress: 'ditakopum.sidoarjokab.example.go.id/verifikasi', qrSvg: qrSvg(qrText) }
  return { letter: letterContentSchema.parse({ ...letter, verification }), facts, qrText }
}

const typeset = (letter: LetterContent) => typesetter.render('holder' in letter ? 'um-02/v1.typ' : 'statement/v1.typ', templateData(letter))

function kept(pdf: Uint8Array): string {
  const path = join(folder, `${randomBytes(6).toString('hex')}.pdf`)
  writeFileSync(path, pdf)
  return path
}

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const flat = (text: string) => text.replace(/\s+/g, ' ')

/** Every text of the content that must be readable on the page. */
function printedValues(letter: LetterContent): string[] {
  const { office, signer, number } = letter
  const head = [office.name.toUpperCase(), office.address, ...office.contactLines, number]
  const said = 'holder' in letter
    ? [...Object.values(letter.holder), ...Object.values(letter.business), letter.purpose]
    : [...letter.sections.flatMap(({ lead, rows }) => [lead, ...rows.flatMap((row) => [row.label, row.value])]), ...letter.paragraphs]
  return [...head, ...said, signer.name, signer.nip, signer.rank]
}

const KINDS = [
  ['an ordinary', aLetter], ['the longest', aLongLetter], ['a worded', aStatement], ['the longest worded', aLongStatement],
] as const
for (const [kind, make] of KINDS) {
  test(`${kind} letter is one tagged page below 300 KB with its fonts inside`, async () => {
    const { letter } = withCode(make())

    const pdf = await typeset(letter)

    const path = kept(pdf)
    const info = run('pdfinfo', path)
    assert.match(info, /Pages: +1\n/)
    assert.match(info, /Tagged: +yes/)
    assert.match(info, new RegExp(`Title: +${letter.title} ${letter.number}\n`))
    assert.doesNotMatch(info, /Author/)
    assert.ok(pdf.length < 300_000, `${pdf.length} bytes`)
    const fonts = run('pdffonts', path).trim().split('\n').slice(2)
    assert.ok(fonts.length >= 2)
    for (const font of fonts) assert.match(font, /Arimo.* yes +yes +yes +\d+ +0$/)
  })

  test(`${kind} letter shows every fact to the letter`, async () => {
    const { letter } = withCode(make())

    const text = flat(run('pdftotext', '-raw', kept(await typeset(letter)), '-'))

    for (const value of printedValues(letter)) assert.ok(text.includes(flat(value)), `“${value}” is missing in: ${text}`)
  })

  test(`the QR of ${kind} letter is read at 150 dpi and its content proves true`, async () => {
    const { letter, facts, qrText } = withCode(make())
    const image = kept(await typeset(letter)).replace('.pdf', '')

    run('pdftoppm', '-r', '150', '-png', '-singlefile', `${image}.pdf`, image)
    const read = run('zbarimg', '-q', '--raw', `${image}.png`).trim()

    assert.equal(read, qrText)
    const keys = [{ ...key.publicKey, from: '2026-01-01' }]
    const checked = await checkLetterCode(read, { keys, revoked: undefined, today: '2026-11-18', crypto: webCrypto })
    assert.equal(checked.verdict, 'valid')
    assert.ok('facts' in checked)
    assert.equal(checked.facts.number, facts.number)
  })
}

test('only a certified letter names the certificate authority, and only a sample says that it is worth nothing', async () => {
  const texts = await Promise.all(MODES.map(async (mode) => run('pdftotext', kept(await typeset(withCode(aLetter({ mode })).letter)), '-')))

  assert.deepEqual(texts.map((text) => text.includes('BSrE')), [false, false, true])
  assert.deepEqual(texts.map((text) => text.includes('CONTOH – TIDAK SAH')), [true, false, false])
  assert.deepEqual(texts.map((text) => text.includes('ditandatangani dengan tangan')), [false, true, false])
})

test('a preview says DRAF and carries no QR', async () => {
  const preview = letterContentSchema.parse(aLetter({ draft: true, number: '500.3.7/…/438.5.14/2026' }))

  const image = kept(await typeset(preview)).replace('.pdf', '')

  run('pdftoppm', '-r', '150', '-png', '-singlefile', `${image}.pdf`, image)
  assert.throws(() => run('zbarimg', '-q', '--raw', `${image}.png`))
  assert.match(run('pdftotext', `${image}.pdf`, '-'), /DRAF/)
})

test('text that looks like a command of the typesetter is printed as it was typed', async () => {
  const name = '#import "/etc/passwd": * $x$ *tebal* _miring_ <a> @b \\ // bukan'
  const { letter } = withCode({ ...aLetter(), business: { ...aLetter().business, name } })

  const text = flat(run('pdftotext', '-raw', kept(await typeset(letter)), '-'))

  assert.ok(text.includes(name))
})

test('a name with characters that cannot be printed is refused before it reaches the page', () => {
  const letter = aLetter({ draft: true })

  for (const name of ['Kedai ☕ Kopi', 'Toko\u202eitis', 'Warung \u0000 A', 'ꦮꦫꦸꦁ']) {
    assert.equal(letterContentSchema.safeParse({ ...letter, business: { ...letter.business, name } }).success, false, name)
  }
})

test('a signed letter is valid for our check and for an independent one, and every tampering is found', async () => {
  const signed = await signer.sign({ pdf: await typeset(withCode(aLetter()).letter), reason: 'Menerbitkan surat' })
  assert.ok(signed.ok)
  const { pdf } = signed.value
  const changed = Buffer.from(pdf)
  changed[2000]! ^= 1
  const appended = Buffer.concat([pdf, Buffer.from('\n% tambahan\n')])
  const trust = [identity.authority]

  const verdicts = [pdf, changed, appended].map((file) => verifyPdf(file, trust).verdict)

  assert.deepEqual(verdicts, ['valid', 'altered', 'not-whole-file'])
  const [good, bad, longer] = [pdf, changed, appended].map((file) => run('pdfsig', kept(file)))
  assert.match(good!, /Signature is Valid/)
  assert.match(good!, /Total document signed/)
  assert.match(bad!, /Digest Mismatch/)
  assert.match(longer!, /Not total document signed/)
  assert.ok(pdf.length < 300_000)
})
