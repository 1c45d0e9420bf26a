import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto'

/** The public part of a key that signs letter codes, as published at `/verifikasi/kunci.json`; its days are added by the office. */
export type CodePublicKey = { kty: 'EC'; crv: 'P-256'; x: string; y: string; kid: string; use: 'sig'; alg: 'ES256' }

export type CodeKey = {
  keyId: string
  publicKey: CodePublicKey
  /** Raw signature of 64 bytes (r, s), ECDSA P-256 over SHA-256. */
  sign: (bytes: Uint8Array) => Buffer
}

/**
 * The key that signs letter codes, revocation lists and daily roots of the log.
 * @param key private or public key on P-256; with a public one `sign` throws (retired keys are kept in this way)
 */
export function createCodeKey(key: KeyObject): CodeKey {
  const { crv, x, y } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  if (crv !== 'P-256' || !x || !y) throw new Error('the key for letter codes must be an EC key on P-256')
  const keyId = keyIdOf(x, y)
  return {
    keyId,
    publicKey: { kty: 'EC', crv, x, y, kid: keyId, use: 'sig', alg: 'ES256' },
    sign: (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
  }
}

/** The first eight hex digits of the key's thumbprint. Source: RFC 7638 */
const keyIdOf = (x: string, y: string): string =>
  createHash('sha256').update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y })).digest('hex').slice(0, 8)
