import { X509Certificate } from 'node:crypto'
import { checkCms, type CmsSigner } from './cms.ts'
import { commonName } from './fingerprint.ts'

export type PdfSignature = {
  subject: string
  issuer: string
  certificateSerial: string
  /** what the signer's clock said; no proof */
  claimedAt: Date | undefined
}

/**
 * `altered`: the bytes do not agree with the signature. `not-whole-file`: something was added behind what is signed.
 * `unknown-signer`: the file agrees with its signature, but none of the office's certificates stands behind it: anybody can make such one.
 */
export type PdfVerdict =
  | { verdict: 'valid' | 'unknown-signer' | 'not-whole-file'; signature: PdfSignature }
  | { verdict: 'unsigned' | 'altered' }

/**
 * Checks the signature of a PDF. Valid is only a file of which the last signature covers every byte but its own place. A later
 * revision, even one with nothing but validation data (PAdES B-LT), is `not-whole-file`: what it changes cannot be proven here.
 * @param anchors certificates (PEM) that the office trusts to issue for its signers
 */
export function verifyPdf(pdf: Uint8Array, anchors: string[]): PdfVerdict {
  const places = signaturePlaces(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  if (places.length === 0) return { verdict: 'unsigned' }
  const trusted = anchors.map((anchor) => new X509Certificate(anchor))
  const last = places.reduce((a, b) => (a.end > b.end ? a : b))
  const signer = last.contents && checkCms(last.contents, last.covered)
  if (!signer) return { verdict: 'altered' }
  const { certificate, claimedAt } = signer
  const signature: PdfSignature = {
    subject: commonName(certificate.subject),
    issuer: commonName(certificate.issuer),
    certificateSerial: certificate.serialNumber.toLowerCase(),
    claimedAt,
  }
  if (!isTrusted(signer, trusted)) return { verdict: 'unknown-signer', signature }
  return { verdict: last.end === pdf.length ? 'valid' : 'not-whole-file', signature }
}

type Place = { end: number; covered: Buffer; contents: Buffer | undefined }

/** Every byte range in the file, with what it covers; `contents` is missing when the gap is not exactly one signature value. */
function signaturePlaces(pdf: Buffer): Place[] {
  const ranges = pdf.toString('latin1').matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)
  return [...ranges].map((match) => {
    const [start = 0, length = 0, next = 0, rest = 0] = match.slice(1).map(Number)
    const end = next + rest
    const covered = Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(next, end)])
    // The gap may hold nothing but the hexadecimal value: whatever else stood there would be seen and not be signed.
    const hex = /^<([0-9a-fA-F]*)>$/.exec(pdf.subarray(length, next).toString('latin1'))?.[1]
    const introduced = /\/Contents\s*$/.test(pdf.subarray(Math.max(0, length - 20), length).toString('latin1'))
    const sound = start === 0 && length > 0 && next > length && end <= pdf.length && introduced
    return { end, covered, contents: sound && hex ? Buffer.from(hex, 'hex') : undefined }
  })
}

/** Walks from the signer's certificate up to one of the anchors; every step must be signed by the next and hold at the claimed time. */
function isTrusted({ certificate, chain, claimedAt }: CmsSigner, anchors: X509Certificate[]): boolean {
  let current = certificate
  for (let step = 0; step < 5; step++) {
    if (claimedAt && (claimedAt < new Date(current.validFrom) || claimedAt > new Date(current.validTo))) return false
    if (anchors.some((anchor) => issued(anchor, current))) return true
    const issuer = chain.find((candidate) => candidate !== current && issued(candidate, current))
    if (!issuer) return false
    current = issuer
  }
  return false
}

const issued = (issuer: X509Certificate, certificate: X509Certificate) =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
