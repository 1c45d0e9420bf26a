import { timingSafeEqual } from 'node:crypto'
import { ScureBase32Plugin, generateSecret, generateSync, generateURI } from 'otplib'
import type { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { parseCode } from './core/one-time-code.ts'
import { TOTP_STEP_S, stepsToTry } from './core/totp-step.ts'

const base32 = new ScureBase32Plugin()

/** A new secret for an authenticator, in the letters people can type. */
export const newTotpSecret = (): string => generateSecret()
export const secretBytes = (secret: string): Uint8Array => base32.decode(secret)
export const secretText = (bytes: Uint8Array): string => base32.encode(bytes, { padding: false })

/** What an authenticator reads from the QR. */
export const totpAddress = (login: string, secret: string): string => generateURI({ issuer: 'DITAKOPUM', label: login, secret })

/** The code of a secret at one moment. */
export const totpCodeAt = (secret: string, nowMs: number): string => codeOf(secretBytes(secret), Math.floor(nowMs / 1000 / TOTP_STEP_S))

const codeOf = (secret: Uint8Array, step: number) => generateSync({ secret, epoch: step * TOTP_STEP_S })

/** The time step whose code was typed, if it may be given now. `lastStep` and all before it are spent. */
export function matchingStep(secret: Uint8Array, nowMs: number, lastStep: number | undefined, typed: string): number | undefined {
  const code = parseCode(typed)
  if (code === undefined) return undefined
  return stepsToTry(nowMs, lastStep).find((step) => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)))
}

const unsealSecret = (keys: Keys, cipher: Buffer): Uint8Array => new Uint8Array(Buffer.from(keys.unseal(cipher), 'base64'))
export const sealSecret = (keys: Keys, secret: Uint8Array): Buffer => keys.seal(Buffer.from(secret).toString('base64'))

/** Takes a code from the authenticator, once: the row is locked and the time step kept, so the same code is refused from then on. */
export async function takeTotp(tx: Tx, keys: Keys, now: Temporal.Instant, accountId: string, typed: string): Promise<boolean> {
  const row = await tx.selectFrom('accounts.accounts').select(['totp_cipher', 'totp_last_step']).where('id', '=', accountId).forUpdate().executeTakeFirst()
  if (!row?.totp_cipher) return false
  const step = matchingStep(unsealSecret(keys, row.totp_cipher), now.epochMilliseconds, row.totp_last_step ?? undefined, typed)
  if (step === undefined) return false
  await tx.updateTable('accounts.accounts').set({ totp_last_step: step }).where('id', '=', accountId).execute()
  return true
}

export type DemoCode = { login: string; name: string; code: string | undefined }

/**
 * The codes the officers' authenticators would show now, for the message page of the demo. Never call it outside the demo.
 * `code` is undefined while the codes of the moment are spent.
 */
export async function listDemoTotpCodes(tx: Tx, keys: Keys, now: Temporal.Instant, officeId: string): Promise<DemoCode[]> {
  const rows = await tx.selectFrom('accounts.accounts').select(['login', 'name', 'totp_cipher', 'totp_last_step'])
    .where('office_id', '=', officeId).where('kind', '=', 'officer').where('status', '=', 'active').orderBy('created_at').orderBy('login').limit(100).execute()
  return rows.flatMap(({ login, name, totp_cipher, totp_last_step }) => {
    if (!totp_cipher || login === null) return []
    const [step] = stepsToTry(now.epochMilliseconds, totp_last_step ?? undefined)
    return [{ login, name, code: step === undefined ? undefined : codeOf(unsealSecret(keys, totp_cipher), step) }]
  })
}
