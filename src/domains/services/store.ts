import type { Db, Tx } from '../../platform/db/database.ts'
import { type ServiceDefinition, serviceDefinition } from './core/definition.ts'

export type Held = { definitionId: string; divisionId: string; definition: ServiceDefinition }

// Definitions never change once stored, so a parsed one may be kept for good.
const parsed = new Map<string, ServiceDefinition>()

function definitionOf(id: string, json: unknown): ServiceDefinition {
  const held = parsed.get(id)
  if (held) return held
  const definition = serviceDefinition.parse(json)
  parsed.set(id, definition)
  return definition
}

/** The definition in force on that day, by code in any case. */
export async function findServiceOn(db: Db | Tx, code: string, day: string): Promise<Held | undefined> {
  const row = await db.selectFrom('services.definitions as d').innerJoin('services.services as s', 's.code', 'd.service_code')
    .select(['d.id', 's.division_id', 'd.definition']).where('s.code', '=', code.toUpperCase()).where('d.valid_from', '<=', day)
    .where((where) => where.or([where('d.valid_to', 'is', null), where('d.valid_to', '>=', day)]))
    .orderBy('d.version', 'desc').limit(1).executeTakeFirst()
  return row && { definitionId: row.id, divisionId: row.division_id, definition: definitionOf(row.id, row.definition) }
}

/** The definition a case was filed under. */
export async function getDefinition(db: Db | Tx, id: string): Promise<ServiceDefinition> {
  const held = parsed.get(id)
  if (held) return held
  const row = await db.selectFrom('services.definitions').select('definition').where('id', '=', id).executeTakeFirstOrThrow()
  return definitionOf(id, row.definition)
}

/** All services of the office with the definition in force, by code. */
export async function listServicesOn(db: Db | Tx, officeId: string, day: string): Promise<Held[]> {
  const rows = await db.selectFrom('services.definitions as d').innerJoin('services.services as s', 's.code', 'd.service_code')
    .distinctOn('s.code').select(['s.code', 'd.id', 's.division_id', 'd.definition']).where('s.office_id', '=', officeId).where('d.valid_from', '<=', day)
    .where((where) => where.or([where('d.valid_to', 'is', null), where('d.valid_to', '>=', day)]))
    .orderBy('s.code').orderBy('d.version', 'desc').limit(200).execute()
  return rows.map((row) => ({ definitionId: row.id, divisionId: row.division_id, definition: definitionOf(row.id, row.definition) }))
}

export type ServiceVersion = { code: string; version: number; validFrom: string; validTo: string | null; division: string; definition: ServiceDefinition }

/** Every version of every service, the newest first. */
export async function listServiceVersions(db: Db | Tx, officeId: string): Promise<ServiceVersion[]> {
  const rows = await db.selectFrom('services.definitions as d').innerJoin('services.services as s', 's.code', 'd.service_code')
    .innerJoin('office.divisions as v', 'v.id', 's.division_id')
    .select(['d.id', 's.code', 'd.version', 'd.valid_from as validFrom', 'd.valid_to as validTo', 'v.name as division', 'd.definition'])
    .where('s.office_id', '=', officeId).orderBy('s.code').orderBy('d.version', 'desc').limit(1000).execute()
  return rows.map(({ id, definition, ...row }) => ({ ...row, definition: definitionOf(id, definition) }))
}

export type KeptVersion = ServiceVersion & { id: string }

/** All versions of one service, the newest first. */
export async function listVersionsOf(db: Db | Tx, officeId: string, code: string): Promise<KeptVersion[]> {
  const rows = await db.selectFrom('services.definitions as d').innerJoin('services.services as s', 's.code', 'd.service_code')
    .innerJoin('office.divisions as v', 'v.id', 's.division_id')
    .select(['d.id', 's.code', 'd.version', 'd.valid_from as validFrom', 'd.valid_to as validTo', 'v.name as division', 'd.definition'])
    .where('s.office_id', '=', officeId).where('s.code', '=', code.toUpperCase()).orderBy('d.version', 'desc').limit(200).execute()
  return rows.map(({ definition, ...row }) => ({ ...row, definition: definitionOf(row.id, definition) }))
}

/** Ids of all definitions of the office, in force or not: open cases may stand on any of them. */
export async function listDefinitionIds(db: Db | Tx, officeId: string): Promise<string[]> {
  const rows = await db.selectFrom('services.definitions as d').innerJoin('services.services as s', 's.code', 'd.service_code')
    .select('d.id').where('s.office_id', '=', officeId).orderBy('d.id').limit(1000).execute()
  return rows.map((row) => row.id)
}
