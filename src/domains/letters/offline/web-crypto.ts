import type { CodeCrypto } from '../core/code-check.ts'

/** Cryptography of browsers since 2014, and of Node: P-256 and SHA-256 are in all of them, Ed25519 is not. */
export const webCrypto: CodeCrypto = {
  async verify({ kty, crv, x, y }, signature, bytes) {
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, bytes)
  },
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)),
}
