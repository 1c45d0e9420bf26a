import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { searchWords } from './core/search-text.ts'

type Named = { id: string; name: string; ownerName: string; mainProduct: string | null }

/** Rows of registry.businesses whose words were made by the rule of this version are up to date. */
const WORDS_VERSION = 1
const REWRITTEN_AT_ONCE = 1000
/** How common words are is estimated from about so many businesses. */
const SAMPLED = 50_000

async function rewrite(tx: Db | Tx, rows: readonly Named[]): Promise<void> {
  const words = rows.map(({ name, ownerName, mainProduct }) => searchWords({ name, ownerName, mainProduct: mainProduct ?? undefined }))
  await sql`
    update registry.businesses b set words = w.words, words_version = ${WORDS_VERSION}
      from unnest(${sql.val(rows.map(({ id }) => id))}::uuid[], ${sql.val(words)}::text[]) as w (id, words) where b.id = w.id`.execute(tx)
}

/** The businesses of a person are found by the new name. */
export async function rewriteWordsOfOwner(tx: Tx, ownerId: string, ownerName: string): Promise<void> {
  const { rows } = await sql<Omit<Named, 'ownerName'>>`
    select id, name, details ->> 'mainProduct' as "mainProduct" from registry.businesses
     where owner_id = ${ownerId} order by id for update`.execute(tx)
  if (rows.length > 0) await rewrite(tx, rows.map((row) => ({ ...row, ownerName })))
}

/**
 * Rewrites the words of businesses from before the present rule, a thousand at a time; rows at work elsewhere wait for the next round.
 * @returns `again` when more are waiting
 */
export async function catchUpWords(db: Db): Promise<'again' | 'done'> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Named>`
      select b.id, b.name, p.name as "ownerName", b.details ->> 'mainProduct' as "mainProduct"
        from registry.businesses b join registry.people p on p.id = b.owner_id
       where b.words_version < 1 order by b.id limit ${REWRITTEN_AT_ONCE} for update of b skip locked`.execute(tx)
    if (rows.length > 0) await rewrite(tx, rows)
    return rows.length === REWRITTEN_AT_ONCE ? 'again' : 'done'
  })
}

/**
 * Estimates how common each word and each mark of a filter is, and removes words that two transactions told at once. Its cost does not
 * grow with the registry.
 */
export async function countCommonWords(db: Db): Promise<void> {
  const { rows } = await sql<{ rows: number }>`
    select greatest(reltuples, 1)::float8 as rows from pg_class where oid = 'registry.businesses'::regclass`.execute(db)
  const share = Math.min(100, (100 * SAMPLED) / (rows[0]?.rows ?? 1))
  const sample = `select search from registry.businesses tablesample system (${share.toFixed(4)})`
  await sql`
    with sampled as materialized (
      select word, round(log(2, greatest(1, ndoc * 100 / ${share}::numeric)))::smallint as common from ts_stat(${sample})),
    told as (
      insert into registry.words (word, common) select word, common from sampled
       where word like '#%' and not exists (select from registry.words known where known.word = sampled.word))
    update registry.words w set common = s.common from sampled s where w.word = s.word and w.common <> s.common`.execute(db)
  await sql`
    delete from registry.words w using registry.words kept where kept.word = w.word and kept.ctid < w.ctid`.execute(db)
}
