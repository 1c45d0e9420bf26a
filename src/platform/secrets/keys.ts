import { type KeyObject, createCipheriv, createDecipheriv, createHmac, createSecretKey, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { ConfigProblem } from '../config/config.ts'
import { createCodeKey } from '../signing/code-key.ts'

const secret = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32)
const signingKey = z.object({ id: z.string(), createdAt: z.string(), privateKey: z.string() })

/** The keys of an office: made at first start, kept in KEY_FILE outside the database, part of every backup. Private keys are PKCS #8 PEM, P-256. */
const KeyFile = z.object({
  version: z.literal(1),
  columns: secret,
  index: secret,
  tokens: secret,
  letterCodes: z.array(signingKey).min(1),
  logRoots: z.array(signingKey).min(1),
  /** Certificate of the demo's sample signature; never of a real one. */
  testSigner: z.object({ authority: z.string(), certificate: z.string(), privateKey: z.string() }).optional(),
})
export type KeyFile = z.infer<typeof KeyFile>
export type SigningKey = z.infer<typeof signingKey>

export type Keys = {
  /** Encrypts a column value (AES-256-GCM, fresh nonce each time). */
  seal: (plain: string) => Buffer
  /** @throws when the value was altered or the key is another one */
  unseal: (cipher: Buffer) => string
  /** Keyed index for looking up an encrypted value: equal values, equal index. */
  indexOf: (plain: string) => Buffer
  /** Keyed hash for session tokens, one-time codes and throttle keys; `use` keeps the uses apart. */
  hash: (use: string, value: string) => Buffer
  /** A key of 32 bytes for one file, of which only the salt is stored beside it. */
  fileKey: (salt: Uint8Array) => Buffer
  letterCodes: SigningKey[]
  logRoots: SigningKey[]
  file: KeyFile
}

function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { id: createCodeKey(privateKey).keyId, createdAt: new Date().toISOString(), privateKey: String(privateKey.export({ format: 'pem', type: 'pkcs8' })) }
}

/** Fresh keys; also used by tests. */
export function newKeyFile(): KeyFile {
  const random = () => randomBytes(32).toString('base64')
  return { version: 1, columns: random(), index: random(), tokens: random(), letterCodes: [newSigningKey()], logRoots: [newSigningKey()] }
}

const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest()

export function keysFrom(file: KeyFile): Keys {
  const columns = createSecretKey(file.columns, 'base64')
  const index = createSecretKey(file.index, 'base64')
  const tokens = createSecretKey(file.tokens, 'base64')
  return {
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', columns, nonce)
      return Buffer.concat([Buffer.from([1]), nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    unseal(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', columns, sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(-16))
      return Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()]).toString('utf8')
    },
    indexOf: (plain) => hmac(index, plain),
    hash: (use, value) => hmac(tokens, `${use}\n${value}`),
    fileKey: (salt) => Buffer.from(hkdfSync('sha256', columns, salt, 'file', 32)),
    letterCodes: file.letterCodes,
    logRoots: file.logRoots,
    file,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads KEY_FILE, or makes it when it is missing. Two starts at once end with one file.
 * @throws with a sentence when the file cannot be read as keys
 */
export function openKeys(path: string): Keys {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}.new`
  try {
    readFileSync(path)
  } catch {
    writeFileSync(draft, `${JSON.stringify(newKeyFile(), null, 2)}\n`, { mode: 0o600, flush: true })
    try {
      linkSync(draft, path)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  const read = KeyFile.safeParse(parsed(readFileSync(path, 'utf8')))
  if (!read.success) throw new ConfigProblem(`KEY_FILE ${path} bukan berkas kunci yang utuh. Pulihkan dari cadangan; jangan dibuat ulang.`)
  return keysFrom(read.data)
}

/** Adds a sample certificate to the key file, once. */
export function keepTestSigner(path: string, testSigner: NonNullable<KeyFile['testSigner']>): void {
  const file = KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, `${JSON.stringify({ ...file, testSigner }, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, path)
}
