/** Judging a letter code: signature, key, revocation, end of validity. Cryptography, keys and the day come in from outside. */
import { ByteReader, ByteWriter, MalformedBytes } from './letter-bytes.ts'
import { readLetterCode, type LetterFacts } from './letter-code.ts'

/** A public key of the office as published (JSON Web Key, P-256). `from` and `until` bound the days on which it signed letters. */
export type PublishedKey = {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
  kid: string
  use: 'sig'
  alg: 'ES256'
  from: string
  until?: string
}

/** What differs between Node and browsers. `verify` takes a raw signature of 64 bytes (r, s) over SHA-256 of `bytes`. */
export type CodeCrypto = {
  verify: (key: PublishedKey, signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>) => Promise<boolean>
  sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>
}

export type Withdrawal = 'revoked' | 'replaced'
/** The office's list of withdrawn letters, checked; `at` is when it was made (seconds since 1970). */
export type RevocationList = { at: number; find: (codeHash: Uint8Array) => Withdrawal | undefined }

/** `unknown-key`: signed by no key the office has published for that day, so nothing can be said but that it is not proven. */
export type LetterVerdict =
  | { verdict: 'valid' | 'expired' | Withdrawal; facts: LetterFacts }
  | { verdict: 'altered' | 'unknown-key' | 'newer-format' | 'not-a-letter-code' }

/**
 * @param text the QR's text, or what stands behind its `#`
 * @param today `YYYY-MM-DD` in WIB; the last day of validity still counts
 */
export async function checkLetterCode(
  text: string,
  known: { keys: PublishedKey[]; revoked: RevocationList | undefined; today: string; crypto: CodeCrypto },
): Promise<LetterVerdict> {
  const parsed = readLetterCode(text)
  if (!parsed.ok) return { verdict: parsed.error === 'altered-code' ? 'altered' : parsed.error }
  const { facts, keyId, body, signature } = parsed.value
  const key = known.keys.find((candidate) => candidate.kid === keyId)
  if (!key) return { verdict: 'unknown-key' }
  if (!(await known.crypto.verify(key, signature, body))) return { verdict: 'altered' }
  if (facts.issuedOn < key.from || (key.until !== undefined && facts.issuedOn > key.until)) return { verdict: 'unknown-key' }
  const withdrawn = known.revoked?.find(await known.crypto.sha256(codeBytes(facts.code)))
  if (withdrawn) return { verdict: withdrawn, facts }
  return { verdict: facts.validUntil !== undefined && facts.validUntil < known.today ? 'expired' : 'valid', facts }
}

const LIST_FORMAT = 129
const HASH_BYTES = 6
const WITHDRAWALS: Withdrawal[] = ['revoked', 'replaced']

/**
 * The bytes of the revocation list to sign: one entry of seven bytes for each withdrawn letter, sorted, so that equal lists have
 * equal bytes. Letters whose validity has ended may be left out.
 * @param at seconds since 1970
 * @param entries the SHA-256 of the code's 12 ASCII characters, and what happened to the letter
 */
export function revocationBody(
  keyId: string,
  at: number,
  entries: { codeHash: Uint8Array; withdrawal: Withdrawal }[],
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter().byte(LIST_FORMAT).raw(Uint8Array.from(keyId.match(/../g)!, (hex) => Number.parseInt(hex, 16)))
  writer.byte(at / 2 ** 24).byte(at / 2 ** 16).byte(at / 2 ** 8).byte(at)
  const rows = entries.map(({ codeHash, withdrawal }) => [...codeHash.slice(0, HASH_BYTES), WITHDRAWALS.indexOf(withdrawal)])
  rows.sort((a, b) => a.map((byte, i) => byte - b[i]!).find((difference) => difference !== 0) ?? 0)
  for (const row of rows) writer.raw(Uint8Array.from(row))
  return writer.done()
}

/** The list as published at `/verifikasi/dicabut.json`; both parts base64url without padding. */
export type PublishedRevocations = { body: string; signature: string }

/** The list, when a published key has signed it; else `undefined`, and the caller must say that withdrawals could not be checked. */
export async function readRevocations(
  list: PublishedRevocations,
  keys: PublishedKey[],
  crypto: CodeCrypto,
): Promise<RevocationList | undefined> {
  try {
    const body = fromBase64url(list.body)
    const reader = new ByteReader(body)
    if (reader.byte() !== LIST_FORMAT) return undefined
    const keyId = hex(reader.raw(4))
    const at = ((reader.byte() * 256 + reader.byte()) * 256 + reader.byte()) * 256 + reader.byte()
    const key = keys.find((candidate) => candidate.kid === keyId)
    if (!key || !(await crypto.verify(key, fromBase64url(list.signature), body))) return undefined
    const withdrawn = new Map<string, Withdrawal | undefined>()
    for (let left = body.length - 9; left > 0; left -= HASH_BYTES + 1) {
      withdrawn.set(hex(reader.raw(HASH_BYTES)), WITHDRAWALS[reader.byte()])
    }
    return { at, find: (codeHash) => withdrawn.get(hex(codeHash.slice(0, HASH_BYTES))) }
  } catch (error) {
    if (error instanceof MalformedBytes) return undefined
    throw error
  }
}

/** The 12 ASCII bytes whose SHA-256 stands for a letter in the revocation list. */
const codeBytes = (code: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(code))

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new MalformedBytes()
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0))
}
