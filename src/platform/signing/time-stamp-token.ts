import * as pki from 'pkijs'

// Reading a token by itself: it also runs in the browsers of outsiders, with nothing of Node.

const SHA_256 = '2.16.840.1.101.3.4.2.1'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const COMMON_NAME = '2.5.4.3'

/** A time stamp: when the service says it saw the text, and what the certificate inside calls that service. */
export type TimeStamp = { at: Date; by: string; nonce: Uint8Array | undefined }

/**
 * Reads a time-stamp token: is it over this text, and signed by the certificate inside it? Whether that certificate is worth anything is for
 * the reader to decide, with `openssl ts -verify` and the service's own certificate.
 * @returns undefined for a token over another text, with a wrong signature, or for bytes that are none
 * Source: RFC 3161 section 2.4.2, RFC 5652
 */
export async function readTimeStamp(token: Uint8Array, text: string): Promise<TimeStamp | undefined> {
  const data = Uint8Array.from(new TextEncoder().encode(text)).buffer
  try {
    const signed = new pki.SignedData({ schema: pki.ContentInfo.fromBER(Uint8Array.from(token).buffer).content })
    const content = signed.encapContentInfo.eContent
    if (signed.encapContentInfo.eContentType !== TST_INFO || !content) return undefined
    const info = pki.TSTInfo.fromBER(content.getValue())
    const { hashAlgorithm, hashedMessage } = info.messageImprint
    if (hashAlgorithm.algorithmId !== SHA_256 || !areSame(new Uint8Array(await crypto.subtle.digest('SHA-256', data)), hashedMessage.valueBlock.valueHexView)) return undefined
    const { signatureVerified, signerCertificate } = await signed.verify({ signer: 0, data, checkChain: false, extendedMode: true })
    if (!signatureVerified) return undefined
    const name = signerCertificate?.subject.typesAndValues.find(({ type }) => type === COMMON_NAME)?.value.valueBlock.value
    return { at: info.genTime, by: typeof name === 'string' ? name : '?', nonce: info.nonce?.valueBlock.valueHexView }
  } catch {
    // The parsers throw on whatever does not fit: bytes that are no token are no time stamp.
    return undefined
  }
}

const areSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])
