import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf, toDb } from '../../platform/db/unit.ts'
import { type Round, openRound, roundState } from './core/round.ts'
import { roundWords as words } from './round-messages.id.ts'
import { findServiceOn } from './store.ts'

const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

const COLUMNS = [
  'id', 'office_id as officeId', 'service_code as serviceCode', 'name', 'opens_on as opensOn', 'closes_on as closesOn', 'quota', 'basis', 'cancelled_at', 'cancel_reason as cancelReason',
] as const

export type HeldRound = Round & { officeId: string; cancelReason: string | null }

const held = ({ cancelled_at, ...row }: Omit<HeldRound, 'isCancelled'> & { cancelled_at: Date | null }): HeldRound => ({ ...row, isCancelled: cancelled_at !== null })

/** Rounds of the office, or of one of its services, the newest first. */
export async function listRounds(tx: Db | Tx, officeId: string, serviceCode?: string): Promise<HeldRound[]> {
  const rows = await tx.selectFrom('services.rounds').select(COLUMNS).where('office_id', '=', officeId)
    .$if(serviceCode !== undefined, (query) => query.where('service_code', '=', serviceCode ?? ''))
    .orderBy('opens_on', 'desc').orderBy('id').limit(200).execute()
  return rows.map(held)
}

export async function findRound(tx: Db | Tx, id: string): Promise<HeldRound | undefined> {
  if (!isUuid(id)) return undefined
  const row = await tx.selectFrom('services.rounds').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && held(row)
}

/** The round of a service that takes requests on that day. */
export const findOpenRound = async (tx: Db | Tx, officeId: string, serviceCode: string, today: string): Promise<HeldRound | undefined> =>
  openRound(await listRounds(tx, officeId, serviceCode), today)

export type NewRound = Pick<Round, 'serviceCode' | 'name' | 'opensOn' | 'closesOn' | 'quota' | 'basis'>

/** Announces a round. Two rounds of one service do not overlap: a request belongs to one. */
export async function createRound(unit: Unit, actor: Actor, round: NewRound): Promise<Result<HeldRound>> {
  const today = wibDate(unit.now).toString()
  const service = await findServiceOn(unit.tx, round.serviceCode, round.opensOn)
  if (!service?.definition.inRounds) return invalid([{ field: 'serviceCode', message: words.noRounds }])
  const { code } = service.definition
  const others = await listRounds(unit.tx, actor.officeId, code)
  const problems = [
    ...(round.closesOn < round.opensOn ? [{ field: 'closesOn', message: words.endsBefore }] : []),
    ...(round.closesOn < today ? [{ field: 'closesOn', message: words.isPast }] : []),
    ...(others.some((one) => !one.isCancelled && one.opensOn <= round.closesOn && round.opensOn <= one.closesOn) ? [{ field: 'opensOn', message: words.overlaps }] : []),
    ...(others.some((one) => one.name === round.name) ? [{ field: 'name', message: words.nameTaken }] : []),
  ]
  if (problems.length > 0) return invalid(problems)
  const { id } = await unit.tx.insertInto('services.rounds').values({
    office_id: actor.officeId, service_code: code, name: round.name, opens_on: round.opensOn, closes_on: round.closesOn, quota: round.quota, basis: round.basis,
    created_by: actor.accountId, created_at: toDb(unit.now),
  }).returning('id').executeTakeFirstOrThrow()
  unit.record(actor.officeId, {
    what: 'round.create', kind: 'round', subject: id, actor: actor.accountId, role: roleOf(actor),
    data: { service: code, opensOn: round.opensOn, closesOn: round.closesOn, quota: round.quota },
  })
  return ok({ ...round, id, serviceCode: code, officeId: actor.officeId, isCancelled: false, cancelReason: null })
}

/** Calls off a round that takes requests or will; those already sent are decided without it. */
export async function cancelRound(unit: Unit, actor: Actor, id: string, reason: string): Promise<Result<undefined>> {
  const round = await findRound(unit.tx, id)
  if (!round || round.officeId !== actor.officeId) return notFound('not-found', words.missing)
  if (roundState(round, wibDate(unit.now).toString()) === 'closed' || round.isCancelled) return conflict('not-now', words.isOver)
  await unit.tx.updateTable('services.rounds').set({ cancelled_at: toDb(unit.now), cancel_reason: reason }).where('id', '=', id).execute()
  unit.record(actor.officeId, { what: 'round.cancel', kind: 'round', subject: id, actor: actor.accountId, role: roleOf(actor) })
  return ok(undefined)
}
