import { createHash, randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'
import { readTimeStamp } from './time-stamp-token.ts'

const SHA_256 = '2.16.840.1.101.3.4.2.1'
const NONCE_BYTES = 8
const ATTEMPT_MS = 20_000
/** A token with its certificates has some thousand bytes. */
const MOST_BYTES = 100_000

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A positive number of a fixed length, so that there is one way to write it. */
function newNonce(): Uint8Array<ArrayBuffer> {
  const nonce = Uint8Array.from(randomBytes(NONCE_BYTES))
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
  return nonce
}

function requestFor(text: string, nonce: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const messageImprint = new pki.MessageImprint({
    hashAlgorithm: new pki.AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new asn1.Null() }),
    hashedMessage: new asn1.OctetString({ valueHex: Uint8Array.from(sha256(text)).buffer }),
  })
  return new pki.TimeStampReq({ version: 1, messageImprint, nonce: new asn1.Integer({ valueHex: nonce.buffer }), certReq: true }).toSchema().toBER()
}

/** Why there is no time stamp, as a code for the log of the program. */
export type NoTimeStamp = 'no-answer' | 'refused' | 'other-text' | 'other-nonce'

/**
 * Asks a service for a time stamp over a text. Only the SHA-256 of the text leaves the house.
 * @returns the token (DER), checked: it is over this text and answers this request
 */
export async function askTimeStamp(address: string, text: string): Promise<{ token: Uint8Array; at: Date } | NoTimeStamp> {
  const nonce = newNonce()
  const token = await tokenFrom(address, requestFor(text, nonce))
  if (typeof token === 'string') return token
  const stamp = await readTimeStamp(token, text)
  if (!stamp) return 'other-text'
  return stamp.nonce && Buffer.from(nonce).equals(stamp.nonce) ? { token, at: stamp.at } : 'other-nonce'
}

async function tokenFrom(address: string, body: ArrayBuffer): Promise<Uint8Array | NoTimeStamp> {
  try {
    const reply = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/timestamp-query' }, body, redirect: 'error', signal: AbortSignal.timeout(ATTEMPT_MS) })
    const bytes = await reply.arrayBuffer()
    if (!reply.ok || bytes.byteLength > MOST_BYTES) return 'no-answer'
    const { status, timeStampToken } = pki.TimeStampResp.fromBER(bytes)
    return status.status <= pki.PKIStatus.grantedWithMods && timeStampToken ? new Uint8Array(timeStampToken.toSchema().toBER()) : 'refused'
  } catch {
    return 'no-answer'
  }
}
