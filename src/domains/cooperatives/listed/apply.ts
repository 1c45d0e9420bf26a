import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type ListedBatch, listActs } from '../../registry/index.ts'
import { type BulkCooperative, insertCooperatives } from '../bulk-store.ts'
import { keepAct } from '../cooperative-acts.ts'
import { fromFields } from '../core/told.ts'
import { findPairsOf } from '../find-pairs.ts'
import type { JudgedCooperative } from './judge.ts'
import { offersOf } from './listed-cooperative.ts'

type Around = { tx: Tx; keys: Keys; now: Temporal.Instant; office: { id: string; regionCode: string }; batch: ListedBatch }

/** Writes what a chunk of judged rows says, in the transaction of the caller; up to about a thousand rows. Rows refused are passed over. */
export async function applyCooperatives(around: Around, judged: readonly JudgedCooperative[]): Promise<void> {
  const made = judged.filter(({ outcome }) => outcome === 'new' || outcome === 'doubtful')
  await makeRecords(around, made)
  for (const one of judged) if (one.outcome === 'changed') await speakOf(around, one)
  await keepExternalIds(around, judged)
  await findPairsOf({ tx: around.tx, now: around.now }, around.office.id, made.filter(({ pairs }) => pairs.length > 0).map(({ cooperativeId }) => cooperativeId))
}

async function makeRecords(around: Around, made: readonly JudgedCooperative[]): Promise<void> {
  const { tx, keys, now, office, batch } = around
  const confirmedAt = Temporal.PlainDate.from(batch.observedOn).toZonedDateTime('+07:00').toInstant()
  const whole = made.map(({ row, cooperativeId }): BulkCooperative =>
    ({ ...fromFields(offersOf(batch, now, row, []).sets), id: cooperativeId, at: now, confirmedAt }))
  const stored = await insertCooperatives(tx, keys, office, whole, { source: batch.source, by: batch.by, kind: 'import', actId: batch.id, observedOn: batch.observedOn })
  // Somebody has entered one of them since the rows were judged; they are judged again.
  if (stored.length < whole.length) throw new Error('a legal entity number of a list was taken meanwhile')
}

async function speakOf({ tx, keys, now, batch }: Around, { row, cooperativeId }: JudgedCooperative): Promise<void> {
  await sql`select from cooperatives.cooperatives where id = ${cooperativeId} for update`.execute(tx)
  const { sets } = offersOf(batch, now, row, await listActs(tx, keys, cooperativeId))
  const kept = await keepAct({ tx, keys, now, id: cooperativeId }, {
    kind: 'import', source: batch.source, by: batch.by, sets, actId: batch.id, validFrom: batch.observedOn, observedOn: batch.observedOn,
  })
  if (!kept) throw new Error('a legal entity number of a list was taken meanwhile')
  // The ministry's collection has seen that it is there.
  if (batch.source === 'import-sidt') {
    await sql`update cooperatives.cooperatives set last_confirmed_at = greatest(last_confirmed_at, ${batch.observedOn}::date::timestamptz)
      where id = ${cooperativeId}`.execute(tx)
  }
}

async function keepExternalIds({ tx, batch }: Around, judged: readonly JudgedCooperative[]): Promise<void> {
  const told = judged.filter(({ outcome, row }) => outcome !== 'refused' && row.externalId !== undefined)
  if (told.length === 0) return
  await sql`insert into cooperatives.external_ids (office_id, sender, external_id, cooperative_id, act_id)
    select ${batch.officeId}, ${batch.sender}, external_id, cooperative_id, ${batch.id}
      from unnest(${told.map(({ row }) => row.externalId)}::text[], ${told.map(({ cooperativeId }) => cooperativeId)}::uuid[]) as t (external_id, cooperative_id)
    on conflict do nothing`.execute(tx)
}
