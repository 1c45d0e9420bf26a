import { Temporal } from 'temporal-polyfill'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { endPosition, grantPosition } from '../accounts/index.ts'
import type { Position, Standing } from './core/official.ts'
import { officeId as words } from './messages.id.ts'
import { type Official, getOffice } from './store.ts'

/** All officials, those of today and later first, then the past. */
export async function listOfficials(db: Db | Tx, officeId: string): Promise<Official[]> {
  const rows = await db.selectFrom('office.officials').select([
    'id', 'account_id as accountId', 'position', 'division_id as divisionId', 'standing', 'name', 'title', 'rank',
    'employee_number as employeeNumber', 'decree', 'valid_from as validFrom', 'valid_to as validTo',
  ]).where('office_id', '=', officeId).orderBy('position').orderBy('valid_from', 'desc').orderBy('id').limit(200).execute()
  return rows.map((row) => ({ ...row, position: row.position as Position, standing: row.standing as Standing }))
}

export type NewOfficial = Omit<Official, 'id'>

/** Appoints an official for dates and gives his account the role of the position for the same dates. */
export async function addOfficial(unit: Unit, actor: Actor, one: NewOfficial): Promise<Result<string>> {
  const office = await getOffice(unit.tx, actor.officeId)
  const granted = await grantPosition(unit, actor, office.regionCode, {
    accountId: one.accountId, role: one.position, from: one.validFrom, to: one.validTo, ...(one.divisionId === null ? {} : { divisionId: one.divisionId }),
  })
  if (!granted) return invalid([{ field: 'account', message: words.officials.adminNot }])
  const { id } = await unit.tx.insertInto('office.officials').values({
    office_id: actor.officeId, account_id: one.accountId, position: one.position, division_id: one.divisionId, standing: one.standing, name: one.name, title: one.title,
    rank: one.rank, employee_number: one.employeeNumber, decree: one.decree, valid_from: one.validFrom, valid_to: one.validTo,
  }).returning('id').executeTakeFirstOrThrow()
  unit.record(actor.officeId, {
    what: 'official.appoint', kind: 'official', subject: id, actor: actor.accountId, role: roleOf(actor), to: one.standing,
    data: { position: one.position, account: one.accountId, from: one.validFrom, until: one.validTo },
  })
  return ok(id)
}

/** Ends an appointment earlier than it said; what was signed before stays as it is. */
export async function endOfficial(unit: Unit, actor: Actor, id: string, last: string): Promise<Result<undefined>> {
  const official = (await listOfficials(unit.tx, actor.officeId)).find((one) => one.id === id)
  if (!official) return invalid([{ field: 'official', message: words.officials.choose }])
  if (last < official.validFrom || (official.validTo !== null && last > official.validTo)) return invalid([{ field: 'last', message: words.officials.endWrong }])
  await unit.tx.updateTable('office.officials').set({ valid_to: last }).where('id', '=', id).execute()
  await endPosition(unit, actor, { accountId: official.accountId, role: official.position, from: official.validFrom }, Temporal.PlainDate.from(last))
  unit.record(actor.officeId, {
    what: 'official.end', kind: 'official', subject: id, actor: actor.accountId, role: roleOf(actor), from: official.standing, data: { position: official.position, last },
  })
  return ok(undefined)
}
