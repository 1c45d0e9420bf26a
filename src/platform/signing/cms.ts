import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

/** Who made a detached CMS signature. `claimedAt` is what the signer's own clock said. */
export type CmsSigner = { certificate: X509Certificate; chain: X509Certificate[]; claimedAt: Date | undefined }

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
const DATA = '1.2.840.113549.1.7.1'
const RSA_PSS = '1.2.840.113549.1.1.10'
/** Nothing weaker is accepted. */
const HASHES: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256', '2.16.840.1.101.3.4.2.2': 'sha384', '2.16.840.1.101.3.4.2.3': 'sha512',
}

/**
 * Checks a detached CMS signature over some bytes with the key of the certificate inside it. Whether that certificate is worth
 * anything is for the caller to decide.
 * @returns the signer, or `undefined` when the bytes, the signature or its signed attributes do not agree
 * Source: RFC 5652 section 5.4 and 5.6, RFC 5035 (signing certificate), ETSI EN 319 142-1
 */
export function checkCms(der: Uint8Array, content: Uint8Array): CmsSigner | undefined {
  try {
    const { offset, result } = asn1.fromBER(Uint8Array.from(der).buffer)
    // Behind the structure stand only the zeros that fill the place kept for it.
    if (offset === -1 || der.subarray(offset).some((byte) => byte !== 0)) return undefined
    const signed = new pki.SignedData({ schema: new pki.ContentInfo({ schema: result }).content })
    const [info, ...others] = signed.signerInfos
    if (!info?.signedAttrs || others.length > 0) return undefined
    const chain = (signed.certificates ?? []).filter((one) => one instanceof pki.Certificate)
    const certificate = chain.find((one) => isNamedBy(info.sid, one))
    const hash = HASHES[info.digestAlgorithm.algorithmId]
    if (!certificate || !hash) return undefined
    const found = nodeCertificate(certificate)
    const attributes = new Map(info.signedAttrs.attributes.map((one): [string, unknown] => [one.type, one.values[0]]))
    const agrees = isData(attributes.get(CONTENT_TYPE)) &&
      octets(attributes.get(MESSAGE_DIGEST))?.equals(createHash(hash).update(content).digest()) &&
      octets(firstOctets(attributes.get(SIGNING_CERTIFICATE_V2)))?.equals(createHash('sha256').update(found.raw).digest()) &&
      hasSigned(info, hash, found)
    if (!agrees) return undefined
    const time = attributes.get(SIGNING_TIME)
    const claimedAt = time instanceof asn1.UTCTime || time instanceof asn1.GeneralizedTime ? time.toDate() : undefined
    return { certificate: found, chain: chain.map(nodeCertificate), claimedAt }
  } catch {
    // The parsers throw on whatever does not fit: bytes that are no CMS are no signature.
    return undefined
  }
}

/** The signature is over the attributes in their form as a SET, among them the digest of the content. */
function hasSigned(info: pki.SignerInfo, hash: string, { publicKey }: X509Certificate): boolean {
  const attributes = Buffer.from(info.signedAttrs?.encodedValue ?? new ArrayBuffer(0))
  const padding = info.signatureAlgorithm.algorithmId === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING } : {}
  return verify(hash, attributes, { key: publicKey, ...padding }, info.signature.valueBlock.valueHexView)
}

const isNamedBy = (sid: unknown, certificate: pki.Certificate) =>
  sid instanceof pki.IssuerAndSerialNumber && certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)

const isData = (value: unknown) => value instanceof asn1.ObjectIdentifier && value.valueBlock.toString() === DATA

const octets = (value: unknown) => value instanceof asn1.OctetString ? Buffer.from(value.valueBlock.valueHexView) : undefined

/**
 * SigningCertificateV2 → certs → ESSCertIDv2 → certHash: the first octet string on the way down. It binds the certificate to the
 * signature, so that it cannot be exchanged for another one with the same key.
 */
function firstOctets(attribute: unknown): unknown {
  if (!(attribute instanceof asn1.Sequence)) return attribute
  const inside: unknown[] = attribute.valueBlock.value
  return inside.find((one) => one instanceof asn1.OctetString) ?? firstOctets(inside[0])
}

const nodeCertificate = (certificate: pki.Certificate) => new X509Certificate(Buffer.from(certificate.toSchema(true).toBER()))
