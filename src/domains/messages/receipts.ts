import type { Tx } from '../../platform/db/database.ts'
import { type Unit, toDb } from '../../platform/db/unit.ts'
import { change } from './change.ts'
import { type Receipt, type State, afterReceipt, readState } from './core/life.ts'
import { readRoads, roadsOfRow } from './core/road.ts'
import { noteWhatsapp } from './preference-store.ts'

/** What a provider tells of a message, found by our id or by the provider's own. */
export type ToldReceipt = {
  provider: string
  /** Ours, when it came back. */
  id?: string | undefined
  ref?: string | undefined
  receipt: Receipt
  reason?: string | undefined
  noSuchAddress?: boolean | undefined
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const COLUMNS = ['id', 'state', 'channel', 'address', 'provider', 'road', 'roads', 'refused_roads', 'unsure', 'body'] as const

async function findForReceipt(tx: Tx, { id, ref }: ToldReceipt) {
  if (id !== undefined && UUID.test(id)) {
    const row = await tx.selectFrom('messages.outbox').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
    if (row) return row
  }
  return ref === undefined ? undefined : tx.selectFrom('messages.outbox').select(COLUMNS).where('provider_ref', '=', ref).forUpdate().executeTakeFirst()
}

type Row = NonNullable<Awaited<ReturnType<typeof findForReceipt>>>

const reasonOf = ({ provider, reason }: ToldReceipt) => reason ?? `${provider}-failed`

/** This road did not reach him: the next one is tried, or the counter is told. A code whose text is wiped cannot go out again. */
async function reroute({ tx, now }: Unit, row: Row, told: ToldReceipt): Promise<void> {
  const road = readRoads(row.road === null ? [] : [row.road])
  const refused = [...readRoads(row.refused_roads), ...road]
  const others = roadsOfRow(row.roads, row.channel === 'email' ? 'email' : 'phone').filter((one) => !refused.includes(one))
  const state: State = row.body === '' ? 'lapsed' : others.length > 0 ? 'waiting' : 'failed'
  await change(tx, {
    id: row.id, at: toDb(now), from: ['sent', 'waiting', 'held'], told: { state, road: row.road, provider: told.provider, reason: reasonOf(told) },
    set: { state, refused_roads: refused, last_failure: reasonOf(told), unsure: false, next_at: toDb(now) },
  })
}

/** Takes one receipt. Told twice, late or out of order, it changes nothing a second time. */
export async function takeReceipt(unit: Unit, told: ToldReceipt): Promise<void> {
  const row = await findForReceipt(unit.tx, told)
  if (!row) return
  const state = readState(row.state)
  const bySame = row.provider === told.provider
  const next = afterReceipt(told.receipt, { state, bySame, unsure: row.unsure })
  if (next === undefined) return
  if (told.provider === 'whatsapp') {
    if (next === 'reroute' && told.noSuchAddress) await noteWhatsapp(unit.tx, row.address, toDb(unit.now))
    if (next === 'delivered' || next === 'read') await noteWhatsapp(unit.tx, row.address, null)
  }
  if (next === 'reroute') {
    await reroute(unit, row, told)
    return
  }
  await change(unit.tx, {
    id: row.id, at: toDb(unit.now), from: [state], told: { state: next, road: row.road, provider: told.provider },
    set: { state: next, unsure: false, last_failure: null, ...(row.state === 'sent' ? {} : { sent_at: toDb(unit.now) }) },
  })
}
