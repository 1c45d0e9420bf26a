import { createPrivateKey, X509Certificate } from 'node:crypto'
import { CryptoKeySigner, PDF } from '@libpdf/core'
import { fail, ok } from '../../kernel/result.ts'
import { commonName, sha256 } from './fingerprint.ts'
import type { Signer } from './signer.ts'
import type { TestIdentity } from './test-identity.ts'

/**
 * Signs with a sample certificate (PAdES B-B): for the demo only, where every page says CONTOH – TIDAK SAH.
 * @param now gives the time that is written into the signature; it is a claim, not a proof
 */
export async function createTestSigner(identity: TestIdentity, now: () => Date): Promise<Signer> {
  const certificate = new X509Certificate(identity.certificate)
  const der = createPrivateKey(identity.privateKey).export({ type: 'pkcs8', format: 'der' })
  const key = await crypto.subtle.importKey('pkcs8', Uint8Array.from(der), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
  // The issuer's certificate stays outside: whoever checks has it as anchor, and what is not signed need not be in the file.
  const signer = new CryptoKeySigner(key, certificate.raw, 'EC', 'ECDSA')
  return {
    way: 'test',
    needsPassphrase: false,
    anchors: [identity.authority],
    async sign({ pdf, reason, signal }) {
      if (signal?.aborted) return fail({ kind: 'timeout', detail: 'stopped before signing' })
      const document = await PDF.load(pdf)
      const { bytes } = await document.sign({ signer, reason, level: 'B-B', signingTime: now(), fieldName: 'TandaTangan' })
      const signed = Buffer.from(bytes)
      return ok({
        pdf: signed,
        certificateSerial: certificate.serialNumber.toLowerCase(),
        certificateSubject: commonName(certificate.subject),
        sha256Before: sha256(pdf),
        sha256After: sha256(signed),
      })
    },
  }
}
