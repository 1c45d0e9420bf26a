import { sql } from 'kysely'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { DECLINABLE } from './core/kind.ts'
import { type Preferences, USUAL } from './core/preferences.ts'
import { readRoads } from './core/road.ts'

/** What a message needs to know of the one it is for. */
export type Wishes = { preferences: Preferences; email: string | undefined; villageCode: string | undefined; stopped: boolean; noWhatsapp: boolean }

/** WhatsApp is tried again after this: people get new phones. */
const NO_WHATSAPP_DAYS = 30

type Row = {
  language: string | null; roads: string[] | null; quiet_from: number | null; quiet_to: number | null; declined: string[] | null
  email: string | null; village_code: string | null; stopped: boolean; no_whatsapp: boolean
}

function preferencesOf(row: Pick<Row, 'language' | 'roads' | 'quiet_from' | 'quiet_to' | 'declined'>): Preferences {
  if (row.roads === null) return USUAL
  const { roads, declined } = row
  return {
    language: row.language === 'en' ? 'en' : 'id',
    roads: readRoads(roads),
    quiet: row.quiet_from === null || row.quiet_to === null ? undefined : { from: row.quiet_from, to: row.quiet_to },
    declined: DECLINABLE.filter((kind) => declined?.includes(kind)),
  }
}

/** Preferences of the person and what is known of the number, in one question. */
export async function findWishes(tx: Tx, now: Date, personId: string | undefined, address: string): Promise<Wishes> {
  const { rows } = await sql<Row>`
    select p.language, p.roads, p.quiet_from, p.quiet_to, p.declined, r.email, r.village_code, a.stopped_at is not null as stopped,
           coalesce(a.no_whatsapp_at > ${now}::timestamptz - make_interval(days => ${NO_WHATSAPP_DAYS}), false) as no_whatsapp
      from (select ${personId ?? null}::uuid as person_id) who
      left join registry.v_person_reach r on r.person_id = who.person_id
      left join messages.preferences p on p.person_id = who.person_id
      left join messages.addresses a on a.address = ${address}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a question without tables gave no row')
  return { preferences: preferencesOf(row), email: row.email ?? undefined, villageCode: row.village_code ?? undefined, stopped: row.stopped, noWhatsapp: row.no_whatsapp }
}

export type KeptPreferences = Preferences & {
  /** Whether the person ever chose; else these are the usual ones. */
  chosen: boolean
  phone: string | undefined
  email: string | undefined
  /** His number answered BERHENTI. */
  stopped: boolean
}

export async function findPreferences(tx: Db | Tx, personId: string): Promise<KeptPreferences | undefined> {
  const { rows } = await sql<Row & { phone: string | null }>`
    select p.language, p.roads, p.quiet_from, p.quiet_to, p.declined, r.email, r.phone, a.stopped_at is not null as stopped
      from registry.v_person_reach r left join messages.preferences p on p.person_id = r.person_id left join messages.addresses a on a.address = r.phone
     where r.person_id = ${personId}`.execute(tx)
  const [row] = rows
  return row && {
    ...preferencesOf(row), chosen: row.roads !== null, phone: row.phone ?? undefined, email: row.email ?? undefined, stopped: row.stopped,
  }
}

/** Keeps what a person chose, or what he told an officer who serves him. Who chose is named in the log; what, is not. */
export async function keepPreferences(unit: Unit, actor: Actor, personId: string, one: Preferences): Promise<void> {
  const values = {
    language: one.language, roads: one.roads, quiet_from: one.quiet?.from ?? null, quiet_to: one.quiet?.to ?? null, declined: one.declined,
    set_by: actor.accountId, set_at: toDb(unit.now),
  }
  await unit.tx.insertInto('messages.preferences').values({ person_id: personId, ...values })
    .onConflict((on) => on.constraint('preferences_pkey').doUpdateSet(values)).execute()
  unit.record(actor.officeId, {
    what: 'message.preferences', kind: 'person', subject: personId, actor: actor.accountId, role: roleOf(actor), ...(actor.personId === personId ? {} : { for: personId }),
  })
}

/** The holder of a number answered BERHENTI, or MULAI. It is the number that stops, whoever of the family holds it. @returns false when it was so before */
export async function setStopped(tx: Tx, address: string, at: Date | null): Promise<boolean> {
  const known = await tx.selectFrom('messages.addresses').select('stopped_at').where('address', '=', address).forUpdate().executeTakeFirst()
  const wasStopped = known !== undefined && known.stopped_at !== null
  if (wasStopped === (at !== null)) return false
  await tx.insertInto('messages.addresses').values({ address, stopped_at: at })
    .onConflict((on) => on.constraint('addresses_pkey').doUpdateSet({ stopped_at: at })).execute()
  return true
}

/** WhatsApp reached this number, or it did not. */
export async function noteWhatsapp(db: Db | Tx, address: string, failedAt: Date | null): Promise<void> {
  if (failedAt === null) {
    await db.updateTable('messages.addresses').set({ no_whatsapp_at: null }).where('address', '=', address).where('no_whatsapp_at', 'is not', null).execute()
    return
  }
  await db.insertInto('messages.addresses').values({ address, no_whatsapp_at: failedAt })
    .onConflict((on) => on.constraint('addresses_pkey').doUpdateSet({ no_whatsapp_at: failedAt })).execute()
}
