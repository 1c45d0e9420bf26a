import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Temporal as T } from 'temporal-polyfill'
import type { Told } from '../../../kernel/ledger.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type BulkBusiness, type BulkPerson, type BulkTeller, insertBusinesses, insertPeople } from '../bulk-store.ts'
import { type NewAct, appendActs } from '../changes-store.ts'
import type { Business, ListedBusiness } from '../core/business-record.ts'
import { duplicateVerdict } from '../core/duplicates.ts'
import { leaveKeysForLater } from '../duplicate-keys-store.ts'
import { type Judged, ownerOffers } from './judge.ts'
import { type ListedBatch, type WholeRow, isWhole } from './listed-row.ts'
import { rewriteBusinesses, rewritePeople } from './rewrite.ts'

type Around = { tx: Tx; keys: Keys; now: Temporal.Instant; office: { id: string; regionCode: string }; batch: ListedBatch }

/** Writes what a chunk of judged rows says, in the transaction of the caller; up to about a thousand rows. Rows refused are passed over. */
export async function applyJudged(around: Around, judged: readonly Judged[]): Promise<void> {
  const { tx, keys, now, batch } = around
  const made = judged.flatMap((one) => ((one.outcome === 'new' || one.outcome === 'doubtful') && isWhole(one.row) ? [{ ...one, row: one.row }] : []))
  const said = judged.filter(({ outcome }) => outcome === 'changed')
  await makeRecords(around, made)
  const businesses = await speak(around, 'business', said.map((one) => ({ subjectId: one.businessId, sets: one.says?.business ?? {} })))
  const owners = [...made.filter(({ makesOwner }) => !makesOwner), ...said]
  const people = await speak(around, 'person', owners.map((one) => ({ subjectId: one.ownerId, sets: one.says?.owner ?? ownerOffers(one.row) })))
  await rewritePeople(tx, keys, now, people)
  await rewriteBusinesses(tx, keys, now, businesses, batch.source === 'import-sidt' ? batch.observedOn : undefined)
  await leaveKeysForLater(tx, { businesses, owners: people })
  await keepExternalIds(around, judged)
  await keepDoubts(around, made)
}

type Made = Judged & { row: WholeRow }

async function makeRecords({ tx, keys, now, office, batch }: Around, made: readonly Made[]): Promise<void> {
  const teller: BulkTeller = { source: batch.source, by: batch.by, kind: 'import', actId: batch.id, observedOn: batch.observedOn }
  const confirmedAt = T.PlainDate.from(batch.observedOn).toZonedDateTime('+07:00').toInstant()
  const people = made.filter(({ makesOwner }) => makesOwner).map((one): BulkPerson => ({ ...one.row.owner, id: one.ownerId, at: now }))
  await insertPeople(tx, keys, office.id, people, teller)
  const names = await ownerNames(tx, made)
  await insertBusinesses(tx, keys, office, made.map((one): BulkBusiness => ({
    id: one.businessId, ownerId: one.ownerId, ownerName: names.get(one.ownerId) ?? one.row.owner.name, at: now, confirmedAt, keys: one.keys,
    districtCode: one.row.record.villageCode.slice(0, 8), record: wholeOf(one.row.record),
  })), now, teller)
}

/** What a list does not tell of money is not known, rather than nothing. */
const wholeOf = ({ capital = null, annualSales = null, salesYear = null, ...record }: ListedBusiness): Business => ({ ...record, capital, annualSales, salesYear })

async function ownerNames(tx: Tx, made: readonly Judged[]): Promise<Map<string, string>> {
  const ids = made.filter(({ makesOwner }) => !makesOwner).map(({ ownerId }) => ownerId)
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from registry.people where id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Keeps what the list says behind all that was said before; rows are locked in the order of their ids. @returns the records spoken of */
async function speak({ tx, keys, now, batch }: Around, kind: 'business' | 'person', told: readonly { subjectId: string; sets: Record<string, Told> }[]): Promise<string[]> {
  const said = told.filter(({ sets }) => Object.keys(sets).length > 0)
  const ids = [...new Set(said.map(({ subjectId }) => subjectId))].toSorted()
  if (ids.length === 0) return []
  const table = kind === 'business' ? sql`registry.businesses` : sql`registry.people`
  await sql`select from ${table} where id = any(${ids}::uuid[]) order by id for update`.execute(tx)
  const { rows } = await sql<{ id: string; seq: number }>`
    select subject_id as id, max(seq) as seq from registry.changes where subject_id = any(${ids}::uuid[]) group by subject_id`.execute(tx)
  const last = new Map(rows.map(({ id, seq }) => [id, seq]))
  const acts = said.map(({ subjectId, sets }): NewAct & { seq: number } => {
    const seq = (last.get(subjectId) ?? 0) + 1
    last.set(subjectId, seq)
    return {
      subjectId, seq, kind: 'import', actId: batch.id, source: batch.source, by: batch.by, at: now, validFrom: batch.observedOn, observedOn: batch.observedOn, sets,
    }
  })
  await appendActs(tx, keys, kind, acts)
  return ids
}

async function keepExternalIds({ tx, batch }: Around, judged: readonly Judged[]): Promise<void> {
  const told = judged.filter(({ outcome, row }) => outcome !== 'refused' && row.externalId !== undefined)
  if (told.length === 0) return
  await sql`insert into registry.external_ids (office_id, sender, external_id, business_id, act_id)
    select ${batch.officeId}, ${batch.sender}, external_id, business_id, ${batch.id}
      from unnest(${told.map(({ row }) => row.externalId)}::text[], ${told.map(({ businessId }) => businessId)}::uuid[]) as t (external_id, business_id)
    on conflict do nothing`.execute(tx)
}

/** Doubtful rows are entered, and wait in the list of doubles for a person. */
async function keepDoubts({ tx, batch, now }: Around, made: readonly Judged[]): Promise<void> {
  const pairs = made.flatMap(({ businessId, pairs: found }) => found.map(({ otherId, score }) => ({ a: businessId, b: otherId, score, verdict: duplicateVerdict(score) })))
  if (pairs.length === 0) return
  await sql`insert into registry.duplicate_pairs (office_id, a_id, b_id, score, verdict, parts, found_at)
    select ${batch.officeId}, least(a, b), greatest(a, b), score, verdict, '[]', ${now.toString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p (a uuid, b uuid, score real, verdict text) where a <> b
    on conflict do nothing`.execute(tx)
}
