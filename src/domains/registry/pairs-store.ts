import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import type { DuplicateEvidence, DuplicateVerdict } from './core/duplicates.ts'
import { BUSINESS_TABLES, type RegisterTables } from './register-tables.ts'

/** Two records that may be one business, in whichever order, with what the duplicate rule says of them. */
export type FoundPair<Evidence = DuplicateEvidence> = { ids: readonly [string, string]; score: number; verdict: DuplicateVerdict; parts: readonly Evidence[] }

/** The two ids in the order in which a pair is kept. */
export const ordered = ([one, other]: readonly [string, string]): [a: string, b: string] => (one < other ? [one, other] : [other, one])

/**
 * Keeps pairs for a person to decide, up to some thousands at a time. What was decided before stays decided, and a pair that is open
 * gets its new score; pairs the rule does not suspect are passed over.
 */
export async function keepPairs(tx: Tx, officeId: string, pairs: readonly FoundPair<unknown>[], now: Temporal.Instant, { pairs: table }: Pick<RegisterTables, 'pairs'> = BUSINESS_TABLES): Promise<void> {
  const suspected = pairs.filter(({ verdict }) => verdict !== 'none')
  if (suspected.length === 0) return
  const rows = new Map(suspected.map(({ ids, score, verdict, parts }) => {
    const [a, b] = ordered(ids)
    return [`${a} ${b}`, { a, b, score, verdict, parts }]
  }))
  await sql`
    insert into ${sql.table(table)} as held (office_id, a_id, b_id, score, verdict, parts, found_at)
    select ${officeId}, a, b, score, verdict, parts, ${toDb(now)}
      from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb) as p(a uuid, b uuid, score real, verdict text, parts jsonb)
     order by a, b
    on conflict (a_id, b_id) do update set score = excluded.score, verdict = excluded.verdict, parts = excluded.parts
     where held.state = 'open' and held.score is distinct from excluded.score`.execute(tx)
}

export type PairState = 'open' | 'distinct' | 'merged'

/** What was decided of two records; undefined when nobody ever suspected them. @param lock keeps it until the transaction ends */
export async function findPairState(tx: Db | Tx, ids: readonly [string, string], lock = false, { pairs: table }: Pick<RegisterTables, 'pairs'> = BUSINESS_TABLES): Promise<PairState | undefined> {
  const [a, b] = ordered(ids)
  const { rows } = await sql<{ state: PairState }>`
    select state from ${sql.table(table)} where a_id = ${a} and b_id = ${b} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0]?.state
}

/** Keeps a decision. A pair that nobody had suspected is kept with it: an officer found it himself. */
export async function decidePair(
  tx: Tx, officeId: string, pair: FoundPair<unknown>, { state, by, at }: { state: PairState; by: string; at: Temporal.Instant }, { pairs: table }: Pick<RegisterTables, 'pairs'> = BUSINESS_TABLES,
): Promise<void> {
  const [a, b] = ordered(pair.ids)
  const decided = state === 'open' ? { decided_at: null, decided_by: null } : { decided_at: toDb(at), decided_by: by }
  await tx.insertInto(table).values({
    office_id: officeId, a_id: a, b_id: b, score: pair.score, verdict: pair.verdict === 'probable' ? 'probable' : 'review',
    parts: JSON.stringify(pair.parts), found_at: toDb(at), state, ...decided,
  }).onConflict((held) => held.columns(['a_id', 'b_id']).doUpdateSet({ state, ...decided })).execute()
}

/** A merge was undone, or that they are two was taken back: the two wait for a decision again. */
export async function reopenPair(tx: Tx, ids: readonly [string, string], { pairs: table }: Pick<RegisterTables, 'pairs'> = BUSINESS_TABLES): Promise<void> {
  const [a, b] = ordered(ids)
  await tx.updateTable(table).set({ state: 'open', decided_at: null, decided_by: null })
    .where('a_id', '=', a).where('b_id', '=', b).execute()
}

/** `byline`: what it is told by beside its name: its owner, its number. */
export type PairSide = { id: string; number: string; name: string; byline: string; village: string; district: string }
export type ListedPair<Evidence = DuplicateEvidence> = { a: PairSide; b: PairSide; score: number; verdict: 'probable' | 'review'; parts: Evidence[]; foundAt: Date }

export type PairMark = { score: number; a: string; b: string }
export type PairFilter = { verdict?: 'probable' | 'review' | undefined; district?: string | undefined }

// Pairs of which one has been absorbed meanwhile rest; when that merge is undone they are there again.
const standing = ({ pairs, records }: RegisterTables) => sql`
  from ${sql.table(pairs)} p
  join ${sql.table(records)} a on a.id = p.a_id and a.merged_into is null
  join ${sql.table(records)} b on b.id = p.b_id and b.merged_into is null`

function conditions(officeId: string, within: RawBuilder<unknown>, { district, verdict }: PairFilter): RawBuilder<unknown> {
  const held = [sql`p.office_id = ${officeId} and p.state = 'open'`, within]
  if (district) held.push(sql`(a.district_code = ${district} or b.district_code = ${district})`)
  if (verdict) held.push(sql`p.verdict = ${verdict}`)
  return sql.join(held, sql` and `)
}

type Row<Evidence> = { [K in `${'a' | 'b'}_${keyof PairSide}`]: string } & { score: number; verdict: 'probable' | 'review'; parts: Evidence[]; found_at: Date }

const sideOf = (row: Pick<Row<unknown>, `${'a' | 'b'}_${keyof PairSide}`>, side: 'a' | 'b'): PairSide => ({
  id: row[`${side}_id`], number: row[`${side}_number`], name: row[`${side}_name`], byline: row[`${side}_byline`],
  village: row[`${side}_village`], district: row[`${side}_district`],
})

const bothSides = ({ byline }: RegisterTables) => sql`
  p.a_id, a.registry_number as a_number, a.name as a_name, ${byline('a')} as a_byline, av.name as a_village, ad.name as a_district,
  p.b_id, b.registry_number as b_number, b.name as b_name, ${byline('b')} as b_byline, bv.name as b_village, bd.name as b_district`
const WITH_PLACES = sql`
  join office.regions av on av.code = a.village_code join office.regions ad on ad.code = a.district_code
  join office.regions bv on bv.code = b.village_code join office.regions bd on bd.code = b.district_code`

/** Open pairs, the most suspicious first. `within`: the part of the office one may see, as a condition on `a` and `b`. */
export async function listOpenPairs<Evidence = DuplicateEvidence>(
  tx: Db | Tx, officeId: string, within: RawBuilder<unknown>, filter: PairFilter, { limit, after }: { limit: number; after?: PairMark | undefined },
  tables = BUSINESS_TABLES,
): Promise<ListedPair<Evidence>[]> {
  const { rows } = await sql<Row<Evidence>>`
    select ${bothSides(tables)}, p.score, p.verdict, p.parts, p.found_at
      ${standing(tables)} ${WITH_PLACES}
     where ${conditions(officeId, within, filter)}
       ${after ? sql`and p.score <= ${after.score}::real and (p.score < ${after.score}::real or (p.a_id, p.b_id) > (${after.a}::uuid, ${after.b}::uuid))` : sql``}
     order by p.score desc, p.a_id, p.b_id limit ${limit}`.execute(tx)
  return rows.map((row) => ({ a: sideOf(row, 'a'), b: sideOf(row, 'b'), score: row.score, verdict: row.verdict, parts: row.parts, foundAt: row.found_at }))
}

export type ApartPair = Omit<ListedPair, 'foundAt' | 'parts'> & { decidedAt: Date; decidedBy: string | null }
type ApartRow = Omit<Row<unknown>, 'parts' | 'found_at'> & { decided_at: Date; decided_by: string | null }

/** Pairs that a person has found to be two, the last decided first. `within` as for open ones. */
export async function listApartPairs(
  tx: Db | Tx, officeId: string, within: RawBuilder<unknown>, { limit, after }: { limit: number; after?: { atMs: number; id: string } | undefined },
  tables = BUSINESS_TABLES,
): Promise<ApartPair[]> {
  const at = after && new Date(after.atMs)
  const { rows } = await sql<ApartRow>`
    select ${bothSides(tables)}, p.score, p.verdict, p.decided_at, n.name as decided_by
      ${standing(tables)} ${WITH_PLACES} left join accounts.v_account_names n on n.account_id = p.decided_by
     where p.office_id = ${officeId} and p.state = 'distinct' and ${within}
       ${at ? sql`and p.decided_at <= ${at} and (p.decided_at < ${at} or p.a_id > ${after.id}::uuid)` : sql``}
     order by p.decided_at desc, p.a_id, p.b_id limit ${limit}`.execute(tx)
  return rows.map((row) => ({ a: sideOf(row, 'a'), b: sideOf(row, 'b'), score: row.score, verdict: row.verdict, decidedAt: row.decided_at, decidedBy: row.decided_by }))
}

/** At most this many are counted: more than an office decides in a year. */
const MOST_COUNTED = 10_000

/** How many pairs wait, by how sure the rule is. */
export async function countOpenPairs(
  tx: Db | Tx, officeId: string, within: RawBuilder<unknown>, filter: Pick<PairFilter, 'district'>, tables = BUSINESS_TABLES,
): Promise<{ probable: number; review: number }> {
  const { rows } = await sql<{ probable: number; review: number }>`
    select count(*) filter (where verdict = 'probable')::int as probable, count(*) filter (where verdict = 'review')::int as review
      from (select p.verdict ${standing(tables)} where ${conditions(officeId, within, filter)} order by p.score desc, p.a_id, p.b_id limit ${MOST_COUNTED}) counted`.execute(tx)
  return rows[0] ?? { probable: 0, review: 0 }
}
