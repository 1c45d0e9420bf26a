/**
 * The signed content of a letter's QR: the key facts in at most 300 bytes together with an ECDSA signature, so that a phone can
 * check them without network. Bytes, keys and test vectors are described in docs/letter-code.md. Signing is done by the caller.
 */
import { fail, ok, type Result } from '../../../kernel/result.ts'
import { ByteReader, ByteWriter, cutText, fromBase41, isDate, MalformedBytes, tidy, toBase41 } from './letter-bytes.ts'
import { readCode } from './verification-code.ts'

/** First byte of all that is signed: a signature for one kind of content can never be shown as one for another. */
const LETTER_FORMAT = 1
const SIGNATURE_BYTES = 64
/** Most bytes of UTF-8 of each text. Names that are longer are cut by `cutText`; a number or kind that is longer is refused. */
const MOST = { kind: 8, number: 40, holder: 50, business: 60, place: 40 } as const

/** How the letter itself was signed: a sample certificate, ink on paper, or a certified electronic signature. */
export const SIGNATURE_WAYS = ['test', 'wet-ink', 'certified'] as const
export type SignatureWay = (typeof SIGNATURE_WAYS)[number]
const SCALES = ['none', 'micro', 'small', 'medium', 'large'] as const
export type LetterScale = (typeof SCALES)[number]

/** What the code says of a letter. Dates are `YYYY-MM-DD` in WIB; `place` is village and district in words. */
export type LetterFacts = {
  /** code of the service, such as `UM-02` */
  kind: string
  number: string
  issuedOn: string
  /** last day of validity; `undefined` for a letter without end */
  validUntil: string | undefined
  holder: string
  business: string
  scale: LetterScale
  place: string
  signature: SignatureWay
  /** the verification code, 12 characters */
  code: string
}

/** A code taken apart. `facts` are only claims until the signature over `body` is checked with the key `keyId`. */
export type ParsedLetterCode = { facts: LetterFacts; keyId: string; body: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }
/** `altered-code`: the address leads to another letter than the signed content. */
export type LetterCodeFault = 'not-a-letter-code' | 'newer-format' | 'altered-code'

/** The facts as they stand in the code: tidy and cut. Compare a letter with its code only in this form. */
export function asInCode(facts: LetterFacts): LetterFacts {
  return {
    ...facts,
    kind: tidy(facts.kind),
    number: tidy(facts.number),
    holder: cutText(facts.holder, MOST.holder),
    business: cutText(facts.business, MOST.business),
    place: cutText(facts.place, MOST.place),
  }
}

/**
 * The bytes to sign.
 * @param keyId eight hex digits, see `keyId` of the signing key
 * @throws when a fact cannot be written (a number that is too long, a date that does not exist): the caller has checked them before
 */
export function letterCodeBody(facts: LetterFacts, keyId: string): Uint8Array<ArrayBuffer> {
  const { kind, number, issuedOn, validUntil, holder, business, scale, place, signature, code } = asInCode(facts)
  const tooLong = cutText(kind, MOST.kind) !== kind || cutText(number, MOST.number) !== number
  const wrongDate = !isDate(issuedOn) || (validUntil !== undefined && !isDate(validUntil))
  if (tooLong || wrongDate || readCode(code) !== code || !/^[0-9a-f]{8}$/.test(keyId)) {
    throw new Error('the facts of a letter do not fit the letter code: kind, number, dates, code or key id')
  }
  return new ByteWriter()
    .byte(LETTER_FORMAT)
    .raw(Uint8Array.from(keyId.match(/../g)!, (hex) => Number.parseInt(hex, 16)))
    .byte(SIGNATURE_WAYS.indexOf(signature) * 16 + SCALES.indexOf(scale))
    .date(issuedOn)
    .date(validUntil)
    .text(code).text(kind).text(number).text(holder).text(business).text(place)
    .done()
}

/** The QR's text: an address that any phone opens, with the signed content behind `#`, which browsers do not send. */
export function letterCodeText(baseUrl: string, code: string, body: Uint8Array, signature: Uint8Array): string {
  return `${baseUrl.replace(/\/+$/, '')}/v/${code}#${toBase41(new ByteWriter().raw(body).raw(signature).done())}`
}

/** Takes apart the QR's text, or what stands behind its `#`; checks form only, no signature. */
export function readLetterCode(text: string): Result<ParsedLetterCode, LetterCodeFault> {
  const [address = '', content = address] = text.trim().split('#')
  const addressed = text.includes('#') && address !== '' ? /\/v\/([^/?#]+)$/.exec(address)?.[1] : undefined
  try {
    const bytes = fromBase41(content)
    if (bytes.length <= SIGNATURE_BYTES) return fail('not-a-letter-code')
    if (bytes[0] !== LETTER_FORMAT) return fail(bytes[0]! > LETTER_FORMAT && bytes[0]! < 128 ? 'newer-format' : 'not-a-letter-code')
    const body = bytes.slice(0, -SIGNATURE_BYTES)
    const { facts, keyId } = readBody(body)
    if (addressed !== undefined && readCode(addressed) !== facts.code) return fail('altered-code')
    return ok({ facts, keyId, body, signature: bytes.slice(-SIGNATURE_BYTES) })
  } catch (error) {
    if (error instanceof MalformedBytes) return fail('not-a-letter-code')
    throw error
  }
}

function readBody(body: Uint8Array): { facts: LetterFacts; keyId: string } {
  const reader = new ByteReader(body)
  reader.byte()
  const keyId = Array.from(reader.raw(4), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const flags = reader.byte()
  const signature = SIGNATURE_WAYS[flags >> 4]
  const scale = SCALES[flags & 15]
  const issuedOn = reader.date()
  const validUntil = reader.date()
  const code = reader.text(12)
  const kind = reader.text(MOST.kind)
  const number = reader.text(MOST.number)
  const holder = reader.text(MOST.holder)
  const business = reader.text(MOST.business)
  const place = reader.text(MOST.place)
  reader.end()
  if (!signature || !scale || !issuedOn || readCode(code) !== code) throw new MalformedBytes()
  return { facts: { kind, number, issuedOn, validUntil, holder, business, scale, place, signature, code }, keyId }
}
