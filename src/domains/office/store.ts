import type { Temporal } from 'temporal-polyfill'
import { dayOffSchema, officeWeekSchema } from '../../kernel/calendar-schemas.ts'
import { type OfficeWeek, type WorkingCalendar, workingCalendar } from '../../kernel/working-calendar.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Position, Standing } from './core/official.ts'

export type Office = {
  id: string; name: string; government: string; regionCode: string; address: string; postalCode: string
  phone: string | null; website: string | null; email: string | null; witnessEmail: string | null
  letterUnit: string; letterNumberPattern: string; placeOfSigning: string; demo: boolean
}

export async function getOffice(db: Db | Tx, officeId: string): Promise<Office> {
  return db.selectFrom('office.offices').select([
    'id', 'name', 'government', 'region_code as regionCode', 'address', 'postal_code as postalCode', 'phone', 'website', 'email', 'witness_email as witnessEmail',
    'letter_unit as letterUnit', 'letter_number_pattern as letterNumberPattern', 'place_of_signing as placeOfSigning', 'demo',
  ]).where('id', '=', officeId).executeTakeFirstOrThrow()
}

/** The office this installation serves: the first one made. One installation, one office, until a province wants more. */
export async function findHomeOffice(db: Db | Tx): Promise<Office | undefined> {
  const first = await db.selectFrom('office.offices').select('id').orderBy('id').limit(1).executeTakeFirst()
  return first && getOffice(db, first.id)
}

type KeptCalendar = { stamp: string; calendar: WorkingCalendar }
const kept = new Map<string, KeptCalendar>()

async function readCalendar(db: Db | Tx, officeId: string): Promise<WorkingCalendar> {
  const weeks = await db.selectFrom('office.office_weeks').select(['valid_from', 'valid_to', 'week']).where('office_id', '=', officeId).orderBy('valid_from').execute()
  const days = await db.selectFrom('office.days_off').select(['date', 'name', 'kind']).where('office_id', '=', officeId).orderBy('date').execute()
  const made = workingCalendar(
    weeks.map((row): OfficeWeek => officeWeekSchema.parse({ validFrom: row.valid_from, validTo: row.valid_to, week: row.week })),
    days.map((row) => dayOffSchema.parse(row)),
  )
  if (!made.ok) throw new Error(`The calendar of office ${officeId} is not usable: ${JSON.stringify(made.error)}`)
  return made.value
}

/** When this office works. The same object as long as nothing was edited, since what is computed from it is kept by identity. */
export async function calendarOf(db: Db | Tx, officeId: string): Promise<WorkingCalendar> {
  const { calendar_stamp: stamp } = await db.selectFrom('office.offices').select('calendar_stamp').where('id', '=', officeId).executeTakeFirstOrThrow()
  const held = kept.get(officeId)
  if (held?.stamp === stamp) return held.calendar
  const calendar = await readCalendar(db, officeId)
  kept.set(officeId, { stamp, calendar })
  return calendar
}

export type Official = {
  id: string; accountId: string; position: Position; divisionId: string | null; standing: Standing
  name: string; title: string; rank: string | null; employeeNumber: string | null; decree: string; validFrom: string; validTo: string | null
}

/** Everyone who holds a position on that day, definitive holders and those acting for them. */
export async function officialsOn(db: Db | Tx, officeId: string, day: Temporal.PlainDate): Promise<Official[]> {
  const rows = await db.selectFrom('office.officials').select([
    'id', 'account_id as accountId', 'position', 'division_id as divisionId', 'standing', 'name', 'title', 'rank',
    'employee_number as employeeNumber', 'decree', 'valid_from as validFrom', 'valid_to as validTo',
  ]).where('office_id', '=', officeId).where('valid_from', '<=', day.toString())
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day.toString())]))
    .orderBy('valid_from').orderBy('id').execute()
  return rows.map((row) => ({ ...row, position: row.position as Position, standing: row.standing as Standing }))
}

export type Region = { code: string; name: string; kind: string; parentCode: string | null }

/** Districts of the office's regency, by name. */
export async function listDistricts(db: Db | Tx, regencyCode: string): Promise<Region[]> {
  return db.selectFrom('office.regions').select(['code', 'name', 'kind', 'parent_code as parentCode'])
    .where('parent_code', '=', regencyCode).where('kind', '=', 'district').where('valid_to', 'is', null).orderBy('name').limit(100).execute()
}

/** Villages that exist today in a district, by name. */
export async function listVillages(db: Db | Tx, districtCode: string): Promise<Region[]> {
  return db.selectFrom('office.regions').select(['code', 'name', 'kind', 'parent_code as parentCode'])
    .where('parent_code', '=', districtCode).where('valid_to', 'is', null).orderBy('name').limit(200).execute()
}

export type Place = { villageCode: string; village: string; kind: string; districtCode: string; district: string; postalCode: string | null; active: boolean }

/** A village with its district; also one that no longer exists, so that old records can be read. */
export async function findPlace(db: Db | Tx, villageCode: string): Promise<Place | undefined> {
  const row = await db.selectFrom('office.regions as v').innerJoin('office.regions as d', 'd.code', 'v.parent_code')
    .select(['v.code as villageCode', 'v.name as village', 'v.kind', 'd.code as districtCode', 'd.name as district', 'v.postal_code as postalCode', 'v.valid_to'])
    .where('v.code', '=', villageCode).where('v.kind', 'in', ['village', 'urban-village']).executeTakeFirst()
  if (!row) return undefined
  const { valid_to, ...place } = row
  return { ...place, active: valid_to === null }
}

/** Divisions of the office that exist on that day, by name. */
export async function listDivisions(db: Db | Tx, officeId: string, day: Temporal.PlainDate): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('office.divisions').select(['id', 'name']).where('office_id', '=', officeId).where('valid_from', '<=', day.toString())
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day.toString())])).orderBy('name').limit(50).execute()
}

/** Is this the code of the regency, a district or a village that exists today? */
export async function isRegion(db: Db | Tx, code: string): Promise<boolean> {
  const row = await db.selectFrom('office.regions').select('code').where('code', '=', code).where('valid_to', 'is', null).executeTakeFirst()
  return row !== undefined
}
