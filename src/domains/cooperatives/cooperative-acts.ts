import type { Temporal } from 'temporal-polyfill'
import { type Act, type Folded, fold } from '../../kernel/ledger.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { findPlace } from '../office/index.ts'
import { type NewAct, appendAct, listActs, trustOf } from '../registry/index.ts'
import { cooperativeColumns, insertParts, positionRow, yearRow } from './cooperative-store.ts'
import { fromFields, isWhole } from './core/told.ts'

/** What somebody says of a cooperative. */
export type Saying = Pick<NewAct, 'kind' | 'source' | 'by' | 'sets' | 'actId' | 'validFrom' | 'observedOn'>

type At = { tx: Tx; keys: Keys; now: Temporal.Instant; id: string }

/**
 * Keeps what is said of a cooperative that the caller holds locked or has just made, and writes the record that follows from all that
 * was said of it. The only way a cooperative changes.
 * @returns false when another cooperative has the legal entity number that follows; the transaction can only end then
 */
export async function keepAct(at: At, saying: Saying): Promise<boolean> {
  await appendAct(at.tx, at.keys, 'cooperative', { subjectId: at.id, at: at.now, ...saying })
  return await writeFromActs(at, saying.kind !== 'import' && saying.kind !== 'merge') !== 'number-taken'
}

/**
 * Writes a cooperative anew from all that was said of it and not undone; also after acts were undone. One of which nothing is left
 * that makes a cooperative is taken out of the registry.
 * @param confirmed somebody has just said that the record is right
 */
export async function writeFromActs(at: At, confirmed = false): Promise<'written' | 'gone' | 'number-taken'> {
  const { tx, keys, now, id } = at
  const folded = fold(await listActs(tx, keys, id), trustOf)
  if (!isWhole(folded.values)) {
    await tx.deleteFrom('cooperatives.cooperatives').where('id', '=', id).execute()
    return 'gone'
  }
  const whole = fromFields(folded.values)
  const place = await findPlace(tx, whole.record.villageCode)
  if (!place) throw new Error(`a cooperative in a village that never was: ${whole.record.villageCode}`)
  const mergedInto = folded.values['mergedInto']
  const written = await updateRow(tx, id, {
    ...cooperativeColumns(whole.record, place), merged_into: typeof mergedInto === 'string' ? mergedInto : null, updated_at: toDb(now), ...(confirmed ? { last_confirmed_at: toDb(now) } : {}),
  })
  if (!written) return 'number-taken'
  await tx.deleteFrom('cooperatives.positions').where('cooperative_id', '=', id).execute()
  await tx.deleteFrom('cooperatives.book_years').where('cooperative_id', '=', id).execute()
  await insertParts(tx, {
    positions: whole.positions.map((one) => ({ cooperative_id: id, ...positionRow(one, originOf(folded, `position/${one.id}`)) })),
    bookYears: whole.bookYears.map((one) => ({ cooperative_id: id, ...yearRow(whole.record, one) })),
  })
  return 'written'
}

function originOf({ origins }: Folded, field: string): { source: string; at: Act['recordedAt'] } {
  const act = origins[field]
  if (!act) throw new Error(`nobody said ${field}`)
  return { source: act.source, at: act.recordedAt }
}

/** Constraints are told apart by name; the other way round, two that change at once would meet a failure. */
async function updateRow(
  tx: Tx, id: string, columns: ReturnType<typeof cooperativeColumns> & { merged_into: string | null; updated_at: Date; last_confirmed_at?: Date },
): Promise<boolean> {
  try {
    await tx.updateTable('cooperatives.cooperatives').set({ ...columns, version: sql<number>`version + 1` }).where('id', '=', id).execute()
    return true
  } catch (error) {
    if (error instanceof Error && 'constraint' in error && error.constraint === 'cooperatives_legal_entity_once') return false
    throw error
  }
}
