import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { wibMidnight } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import type { DataKind } from './core/breach.ts'

/** A breach of personal data (kegagalan pelindungan) with what was done about it. */
export type Breach = {
  id: string; reference: string; discoveredAt: Temporal.Instant; dueAt: Temporal.Instant; happened: string; dataKinds: DataKind[]; handling: string
  authorityToldAt: Temporal.Instant | undefined; authorityReference: string | undefined; personsToldAt: Temporal.Instant | undefined; closedAt: Temporal.Instant | undefined
  closing: string | undefined; people: number; told: number
}

type Row = {
  id: string; reference: string; discovered_at: Date; due_at: Date; happened: string; data_kinds: DataKind[]; handling: string; authority_told_at: Date | null
  authority_reference: string | null; persons_told_at: Date | null; closed_at: Date | null; closing: string | null; people: number; told: number
}

const maybe = (date: Date | null) => (date ? fromDb(date) : undefined)
const breachOf = (row: Row): Breach => ({
  id: row.id, reference: row.reference, discoveredAt: fromDb(row.discovered_at), dueAt: fromDb(row.due_at), happened: row.happened, dataKinds: row.data_kinds,
  handling: row.handling, authorityToldAt: maybe(row.authority_told_at), authorityReference: row.authority_reference ?? undefined, personsToldAt: maybe(row.persons_told_at),
  closedAt: maybe(row.closed_at), closing: row.closing ?? undefined, people: row.people, told: row.told,
})

const select = sql`
  select b.id, b.reference, b.discovered_at, b.due_at, b.happened, b.data_kinds, b.handling, b.authority_told_at, b.authority_reference, b.persons_told_at, b.closed_at, b.closing,
         c.people, c.told
    from privacy.breaches b, lateral (select count(*)::int as people, count(told_at)::int as told from privacy.breach_people p where p.breach_id = b.id) c`

const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

export async function listBreaches(tx: Db | Tx, officeId: string, limit = 100): Promise<Breach[]> {
  const { rows } = await sql<Row>`${select} where b.office_id = ${officeId} order by b.discovered_at desc, b.id desc limit ${limit}`.execute(tx)
  return rows.map(breachOf)
}

export async function findBreach(tx: Db | Tx, officeId: string, id: string): Promise<Breach | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`${select} where b.office_id = ${officeId} and b.id = ${id}`.execute(tx)
  return rows[0] && breachOf(rows[0])
}

/** Breaches a person was told of, the latest first. */
export async function breachesOf(tx: Db | Tx, personId: string): Promise<Breach[]> {
  const { rows } = await sql<Row>`${select} where exists (select from privacy.breach_people p where p.breach_id = b.id and p.person_id = ${personId} and p.told_at is not null)
    order by b.discovered_at desc limit 20`.execute(tx)
  return rows.map(breachOf)
}

/** More is never added at once. */
const MOST = 50_000

/** Adds everybody whose data an officer opened on these days: the usual question when an account was misused. @returns how many are new */
export async function addByLooks({ tx, now }: Unit, officeId: string, breachId: string, by: { login: string; from: string; to: string }): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into privacy.breach_people (breach_id, person_id, added_at)
    select distinct ${breachId}::uuid, p.id, ${toDb(now)}::timestamptz from log.reads r join registry.people p on p.id = r.for_id
     where r.office_id = ${officeId} and r.actor_id = (select id from accounts.accounts where office_id = ${officeId} and login = ${by.login} and kind = 'officer')
       and r.at >= ${toDb(wibMidnight(Temporal.PlainDate.from(by.from)))} and r.at < ${toDb(wibMidnight(Temporal.PlainDate.from(by.to).add({ days: 1 })))} limit ${MOST}
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Adds the owners of cases, letters or businesses named by their numbers. @returns how many are new, and which numbers nobody knows */
export async function addByNumbers({ tx, now }: Unit, officeId: string, breachId: string, numbers: readonly string[]): Promise<{ added: number; unknown: string[] }> {
  const { rows: found } = await sql<{ number: string; person_id: string }>`
    select label as number, owner_id as person_id from applications.v_for_archive where office_id = ${officeId} and label = any(${sql.val([...numbers])}::text[])
    union select label, holder_id from letters.v_for_archive where office_id = ${officeId} and label = any(${sql.val([...numbers])}::text[])
    union select registry_number, owner_id from registry.v_business_card where office_id = ${officeId} and registry_number = any(${sql.val([...numbers])}::text[])`.execute(tx)
  const known = new Set(found.map(({ number }) => number))
  const people = [...new Set(found.map(({ person_id }) => person_id))]
  const added = people.length === 0 ? [] : await tx.insertInto('privacy.breach_people')
    .values(people.map((personId) => ({ breach_id: breachId, person_id: personId, added_at: toDb(now) }))).onConflict((on) => on.doNothing()).returning('person_id').execute()
  return { added: added.length, unknown: numbers.filter((number) => !known.has(number)) }
}

export type Untold = { personId: string; name: string; phone: string | null }

/** Those who have not been told yet. */
export async function listUntold(tx: Db | Tx, breachId: string, limit: number): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    select p.person_id as "personId", r.name, r.phone from privacy.breach_people p join registry.people r on r.id = p.person_id
     where p.breach_id = ${breachId} and p.told_at is null order by r.name, p.person_id limit ${limit}`.execute(tx)
  return rows
}

export async function markTold({ tx, now }: Unit, breachId: string, people: readonly string[], way: 'message' | 'paper'): Promise<number> {
  if (people.length === 0) return 0
  const { numUpdatedRows } = await tx.updateTable('privacy.breach_people').set({ told_at: toDb(now), way }).where('breach_id', '=', breachId)
    .where('person_id', 'in', [...people]).where('told_at', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Notes the moment when the last of them was told. */
export async function noteAllTold({ tx, now }: Unit, breachId: string): Promise<void> {
  await sql`update privacy.breaches b set persons_told_at = ${toDb(now)} where id = ${breachId} and persons_told_at is null
    and exists (select from privacy.breach_people p where p.breach_id = b.id)
    and not exists (select from privacy.breach_people p where p.breach_id = b.id and p.told_at is null)`.execute(tx)
}
