import { hash } from '@node-rs/argon2'
import type { Temporal } from 'temporal-polyfill'
import type { HeldRole } from '../../kernel/rights.ts'
import type { Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'

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
    totp_cipher: one.totpSecret === undefined ? null : keys.seal(Buffer.from(one.totpSecret).toString('base64')),
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

/** Does anybody sign in as this person? */
export async function hasAccount(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.selectFrom('accounts.accounts').select('id').where('person_id', '=', personId).limit(1).executeTakeFirst()
  return row !== undefined
}
