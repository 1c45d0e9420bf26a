import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Actor, type HeldRole, ROLES, type Role } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'

/** After this long without a request a session is over; a session never lasts longer than a working day. */
const IDLE_MS = { officer: 30 * 60_000, citizen: 60 * 60_000 }
const LONGEST_MS = 12 * 3_600_000
/** How long a second factor counts after it was given. */
export const STEP_UP_MS = 5 * 60_000
/** `last_seen_at` is written at most this often, so that reading stays cheap. */
const SEEN_STEP_MS = 60_000

export type NewSession = { accountId: string; kind: 'browser' | 'api'; secondFactorUntil?: Temporal.Instant; lastsMs?: number; reason?: string }

/** Opens a session and gives its token, which is kept nowhere; the database holds a keyed hash of it. */
export async function openSession(tx: Tx, keys: Keys, now: Temporal.Instant, one: NewSession): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.insertInto('accounts.sessions').values({
    token_hash: keys.hash('session', token), account_id: one.accountId, kind: one.kind,
    created_at: toDb(now), last_seen_at: toDb(now), expires_at: toDb(now.add({ milliseconds: one.lastsMs ?? LONGEST_MS })),
    second_factor_until: one.secondFactorUntil ? toDb(one.secondFactorUntil) : null, reason: one.reason ?? null,
  }).execute()
  return token
}

/** Ends the session behind a token: that of this browser before a new one begins, or at sign-out. */
export async function endSessionOf(tx: Tx, keys: Keys, now: Temporal.Instant, token: string | undefined): Promise<void> {
  if (!token) return
  await tx.updateTable('accounts.sessions').set({ ended_at: toDb(now) }).where('token_hash', '=', keys.hash('session', token))
    .where('ended_at', 'is', null).execute()
}

/** Ends one session of an account; false when it is not one of its open ones. */
export async function endSession(tx: Tx, accountId: string, sessionId: string, now: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('accounts.sessions').set({ ended_at: toDb(now) })
    .where('account_id', '=', accountId).where('id', '=', sessionId).where('ended_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

export type OpenSession = { id: string; kind: 'browser' | 'api'; since: Temporal.Instant; lastSeenAt: Temporal.Instant }

/** Sessions of an account that are still good, the latest first. */
export async function listOpenSessions(tx: Tx, accountId: string, accountKind: 'citizen' | 'officer', now: Temporal.Instant): Promise<OpenSession[]> {
  const rows = await tx.selectFrom('accounts.sessions').select(['id', 'kind', 'created_at', 'last_seen_at']).where('account_id', '=', accountId)
    .where('ended_at', 'is', null).where('expires_at', '>', toDb(now))
    .where((where) => where.or([where('kind', '=', 'api'), where('last_seen_at', '>', toDb(now.subtract({ milliseconds: IDLE_MS[accountKind] })))]))
    .orderBy('created_at', 'desc').orderBy('id').limit(50).execute()
  return rows.map((row) => ({ id: row.id, kind: row.kind === 'api' ? 'api' : 'browser', since: fromDb(row.created_at), lastSeenAt: fromDb(row.last_seen_at) }))
}

/** Ends all sessions of an account but one: after a change of password, phone or role. */
export async function endOtherSessions(tx: Tx, accountId: string, now: Temporal.Instant, keepId?: string): Promise<void> {
  await tx.updateTable('accounts.sessions').set({ ended_at: toDb(now) }).where('account_id', '=', accountId).where('ended_at', 'is', null)
    .$if(keepId !== undefined, (query) => query.where('id', '<>', keepId ?? '')).execute()
}

/** Lets the second factor count for some minutes in this session. */
export async function stepUp(tx: Tx, sessionId: string, until: Temporal.Instant): Promise<void> {
  await tx.updateTable('accounts.sessions').set({ second_factor_until: toDb(until) }).where('id', '=', sessionId).execute()
}

type Row = {
  session_id: string; kind: 'browser' | 'api'; last_seen_at: Date; expires_at: Date; second_factor_until: Date | null
  account_id: string; office_id: string; account_kind: 'citizen' | 'officer'; name: string; person_id: string | null
  roles: { role: string; area: string | null; division: string | null }[] | null
  cooperatives: string[] | null
}

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)

function actorOf(row: Row): Actor {
  const roles = (row.roles ?? []).flatMap(({ role, area, division }): HeldRole[] => isRole(role)
    ? [{ role, ...(area === null ? {} : { area }), ...(division === null ? {} : { divisionId: division }) }] : [])
  return {
    accountId: row.account_id, officeId: row.office_id, kind: row.account_kind, name: row.name, roles, sessionId: row.session_id,
    ...(row.person_id === null ? {} : { personId: row.person_id }), ...(row.cooperatives === null ? {} : { cooperatives: row.cooperatives }),
    ...(row.second_factor_until === null ? {} : { secondFactorUntil: row.second_factor_until.getTime() }),
  }
}

/** Who holds this token now, with the roles valid today. Undefined: nobody, or the session is over. */
export async function findActor(db: Db, keys: Keys, now: Temporal.Instant, token: string): Promise<Actor | undefined> {
  const today = now.toZonedDateTimeISO('+07:00').toPlainDate().toString()
  const { rows } = await sql<Row>`
    select s.id as session_id, s.kind, s.last_seen_at, s.expires_at, s.second_factor_until,
           a.id as account_id, a.office_id, a.kind as account_kind, a.name, a.person_id,
           (select json_agg(json_build_object('role', g.role, 'area', g.area_code, 'division', g.division_id) order by g.valid_from, g.id)
              from accounts.role_grants g
             where g.account_id = a.id and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)) as roles,
           (select json_agg(distinct c.cooperative_id) from cooperatives.v_acting c
             where a.kind = 'citizen' and c.person_id = a.person_id and coalesce(c.valid_from, ${today}::date) <= ${today}::date
               and coalesce(c.valid_to, ${today}::date) >= ${today}::date) as cooperatives
      from accounts.sessions s join accounts.accounts a on a.id = s.account_id
     where s.token_hash = ${keys.hash('session', token)} and s.ended_at is null and a.status = 'active'`.execute(db)
  const [row] = rows
  if (!row || row.expires_at.getTime() <= now.epochMilliseconds) return undefined
  const idleMs = now.epochMilliseconds - row.last_seen_at.getTime()
  if (row.kind === 'browser' && idleMs > IDLE_MS[row.account_kind]) return undefined
  if (idleMs > SEEN_STEP_MS) {
    await db.updateTable('accounts.sessions').set({ last_seen_at: toDb(now) }).where('id', '=', row.session_id).execute()
  }
  return actorOf(row)
}
