import { hash } from '@node-rs/argon2'
import type { Temporal } from 'temporal-polyfill'
import type { HeldRole } from '../../kernel/rights.ts'
import type { Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { sealSecret } from './totp.ts'

/** argon2id with the parameters of RFC 9106's second choice scaled to a small machine: 19 MiB, two passes. */
export const PASSWORD_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export type NewAccount = {
  officeId: string
  kind: 'citizen' | 'officer'
  /** Officers: a name. Citizens: the phone in E.164. */
  login: string
  name: string
  personId?: string
  password?: string
  totpSecret?: Uint8Array
  roles: HeldRole[]
  /** ISO date from which the roles hold. */
  from: string
  /** The password is a temporary one: the first sign-in replaces it. */
  mustChange?: boolean
}

export async function createAccount(tx: Tx, keys: Keys, now: Temporal.Instant, one: NewAccount): Promise<string> {
  const { id } = await tx.insertInto('accounts.accounts').values({
    office_id: one.officeId, kind: one.kind, login: one.login, name: one.name, person_id: one.personId ?? null, created_at: toDb(now),
    must_change: one.mustChange ?? false,
    password_hash: one.password === undefined ? null : await hash(one.password, PASSWORD_COST),
    totp_cipher: one.totpSecret === undefined ? null : sealSecret(keys, one.totpSecret),
  }).returning('id').executeTakeFirstOrThrow()
  for (const held of one.roles) {
    await tx.insertInto('accounts.role_grants').values({
      account_id: id, role: held.role, area_code: held.area ?? null, division_id: held.divisionId ?? null, valid_from: one.from,
    }).execute()
  }
  return id
}

/** The account behind a login (officers' name or citizens' phone in E.164). */
export async function findAccountByLogin(tx: Tx, officeId: string, login: string) {
  return tx.selectFrom('accounts.accounts').select(['id', 'office_id as officeId', 'kind', 'name', 'person_id as personId', 'status'])
    .where('office_id', '=', officeId).where('login', '=', login).executeTakeFirst()
}

export type FoundAccount = { id: string; officeId: string; kind: string; login: string | null; name: string; personId: string | null; status: string; mustChange: boolean }

/** An account by its id. @throws when there is none */
export async function getAccount(tx: Tx, id: string): Promise<FoundAccount> {
  return tx.selectFrom('accounts.accounts')
    .select(['id', 'office_id as officeId', 'kind', 'login', 'name', 'person_id as personId', 'status', 'must_change as mustChange'])
    .where('id', '=', id).executeTakeFirstOrThrow()
}

export type OfficerSecrets = { id: string; status: string; passwordHash: string | null; hasTotp: boolean }

/** What the sign-in of an officer needs to check. */
export async function findOfficerForSignIn(tx: Tx, officeId: string, login: string): Promise<OfficerSecrets | undefined> {
  const row = await tx.selectFrom('accounts.accounts').select(['id', 'status', 'password_hash as passwordHash', 'totp_cipher'])
    .where('office_id', '=', officeId).where('login', '=', login).where('kind', '=', 'officer').executeTakeFirst()
  if (!row) return undefined
  const { totp_cipher, ...rest } = row
  return { ...rest, hasTotp: totp_cipher !== null }
}

/** A password of the officer's own: no longer a temporary one. */
export async function setPassword(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.updateTable('accounts.accounts').set({ password_hash: passwordHash, must_change: false }).where('id', '=', id).execute()
}

/** @param lastStep the time step whose code confirmed it, so that this code does not count a second time */
export async function setTotpSecret(tx: Tx, keys: Keys, id: string, secret: Uint8Array, lastStep: number): Promise<void> {
  await tx.updateTable('accounts.accounts').set({ totp_cipher: sealSecret(keys, secret), totp_last_step: lastStep }).where('id', '=', id).execute()
}

/** Back to a temporary password without a second factor; both must be set anew at the next sign-in. */
export async function resetSecrets(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.updateTable('accounts.accounts').set({ password_hash: passwordHash, must_change: true, totp_cipher: null, totp_last_step: null }).where('id', '=', id).execute()
}

export async function setStatus(tx: Tx, id: string, status: 'active' | 'locked'): Promise<void> {
  await tx.updateTable('accounts.accounts').set({ status }).where('id', '=', id).execute()
}

/** Gives a citizen's account another phone, or none. */
export async function setLogin(tx: Tx, id: string, login: string | null): Promise<void> {
  await tx.updateTable('accounts.accounts').set({ login }).where('id', '=', id).execute()
}

/** The account a citizen signs in with. */
export async function findAccountOfPerson(tx: Tx, personId: string): Promise<{ id: string; login: string | null } | undefined> {
  return tx.selectFrom('accounts.accounts').select(['id', 'login']).where('person_id', '=', personId).orderBy('created_at').limit(1).executeTakeFirst()
}
