import { randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pki from 'pkijs'

/** A certificate for the demo, its issuer and its key, as PEM: kept among the office's keys, never in the database. */
export type TestIdentity = { authority: string; certificate: string; privateKey: string }

const MARK = 'CONTOH - TIDAK SAH'
const EC_P256: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' }

/**
 * Makes a certificate for signing sample letters. Every name in it says that it is worth nothing. The authority's key is
 * forgotten when this returns, so nothing else can ever be issued under it.
 * @param from first moment of validity; it ends ten years later
 */
export async function makeTestIdentity(from: Date): Promise<TestIdentity> {
  const until = new Date(from)
  until.setUTCFullYear(until.getUTCFullYear() + 10)
  const authorityKeys = await crypto.subtle.generateKey(EC_P256, true, ['sign', 'verify'])
  const keys = await crypto.subtle.generateKey(EC_P256, true, ['sign', 'verify'])
  const authorityName = `Otoritas Sertifikat ${MARK}`
  const authority = await issue({ subject: authorityName, issuer: authorityName, publicKey: authorityKeys.publicKey, from, until },
    authorityKeys, 'authority')
  const certificate = await issue({ subject: `Kepala Dinas (${MARK})`, issuer: authorityName, publicKey: keys.publicKey, from, until },
    authorityKeys, 'signer')
  return {
    authority: pem('CERTIFICATE', authority.toSchema(true).toBER()),
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER()),
    privateKey: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
  }
}

type Subject = { subject: string; issuer: string; publicKey: CryptoKey; from: Date; until: Date }

async function issue(to: Subject, by: CryptoKeyPair, use: 'authority' | 'signer'): Promise<pki.Certificate> {
  const certificate = new pki.Certificate({ version: 2, serialNumber: new asn1.Integer({ valueHex: serial() }) })
  name(certificate.subject, to.subject)
  name(certificate.issuer, to.issuer)
  certificate.notBefore.value = to.from
  certificate.notAfter.value = to.until
  await certificate.subjectPublicKeyInfo.importKey(to.publicKey)
  const usage = use === 'authority' ? 0x06 : 0xc0
  certificate.extensions = [
    extension('2.5.29.19', new pki.BasicConstraints({ cA: use === 'authority' }).toSchema()),
    extension('2.5.29.15', new asn1.BitString({ valueHex: new Uint8Array([usage]).buffer, unusedBits: use === 'authority' ? 1 : 6 })),
    extension('2.5.29.14', new asn1.OctetString({ valueHex: await keyHash(to.publicKey) })),
    extension('2.5.29.35', new pki.AuthorityKeyIdentifier({
      keyIdentifier: new asn1.OctetString({ valueHex: await keyHash(by.publicKey) }),
    }).toSchema()),
  ]
  await certificate.sign(by.privateKey, 'SHA-256')
  return certificate
}

function name(target: pki.RelativeDistinguishedNames, commonName: string): void {
  const parts = [['2.5.4.6', new asn1.PrintableString({ value: 'ID' })], ['2.5.4.10', new asn1.Utf8String({ value: MARK })],
    ['2.5.4.3', new asn1.Utf8String({ value: commonName })]] as const
  for (const [type, value] of parts) target.typesAndValues.push(new pki.AttributeTypeAndValue({ type, value }))
}

const CRITICAL = new Set(['2.5.29.19', '2.5.29.15'])
const extension = (extnID: string, value: { toBER: () => ArrayBuffer }) =>
  new pki.Extension({ extnID, critical: CRITICAL.has(extnID), extnValue: value.toBER() })

/** Positive and without a leading zero byte, as DER wants an integer. */
function serial(): ArrayBuffer {
  const bytes = Uint8Array.from(randomBytes(16))
  bytes[0] = (bytes[0]! & 0x3f) | 0x40
  return bytes.buffer
}

const keyHash = async (key: CryptoKey) => crypto.subtle.digest('SHA-1', await crypto.subtle.exportKey('raw', key))

const pem = (label: string, der: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`
