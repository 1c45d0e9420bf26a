import { type JsonWebKey, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { z } from 'zod'
import type { SigningKey } from '../secrets/keys.ts'
import { type PublishedKey, type PublishedRoot, type RootFacts, rootStatement } from './chain.ts'

const jwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() })
const publishedKey = z.object({ id: z.string(), createdAt: z.string(), jwk })
const publishedRoot = z.object({
  office: z.string(), day: z.iso.date(), firstSeq: z.number().int().min(1), lastSeq: z.number().int().min(0),
  root: z.string().regex(/^[0-9a-f]{64}$/), keyId: z.string(), signature: z.string(), publishedAt: z.string(),
  stamp: z.object({ token: z.string(), at: z.string() }).optional(),
})

/** The published roots, as `/log/roots` gives them and `log verify --roots` reads them. See docs/log.md. */
export const rootsFile = z.object({ keys: z.array(publishedKey), items: z.array(publishedRoot) })

/** ECDSA P-256 with SHA-256 over the statement, r and s as 64 bytes. */
export const signRoot = (key: SigningKey, facts: RootFacts): Buffer =>
  sign('sha256', Buffer.from(rootStatement(facts)), { key: createPrivateKey(key.privateKey), dsaEncoding: 'ieee-p1363' })

export function isSignedBy(key: JsonWebKey, root: PublishedRoot): boolean {
  return verify('sha256', Buffer.from(rootStatement(root)), { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(root.signature, 'base64url'))
}

/** The public half of a key, for everybody. */
export function publicKeyOf({ id, createdAt, privateKey }: SigningKey): PublishedKey {
  return { id, createdAt, jwk: jwk.parse(createPublicKey(privateKey).export({ format: 'jwk' })) }
}
