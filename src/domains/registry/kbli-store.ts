import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { KBLI_VERSIONS, type KbliVersion } from './core/business-choices.ts'
import { type KbliHit, type KbliIndex, buildKbliIndex, searchKbli } from './core/kbli-search.ts'

type Kept = { stamp: string; index: KbliIndex; descriptions: Map<string, string> }
const kept = new Map<KbliVersion, Kept>()

/** Changes whenever the classes are loaded anew or a synonym is edited. */
async function stampOf(db: Db | Tx, version: KbliVersion): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select (select coalesce(max(sha256), '') from platform.loaded_files
      where name = 'kbli') || '/' || count(*) || '/' || coalesce(max(s.xmin::text::bigint), 0) as stamp
      from registry.kbli_synonyms s where s.version = ${version}`.execute(db)
  return rows[0]?.stamp ?? ''
}

async function indexOf(db: Db | Tx, version: KbliVersion): Promise<Kept> {
  const stamp = await stampOf(db, version)
  const held = kept.get(version)
  if (held?.stamp === stamp) return held
  const rows = await db.selectFrom('registry.kbli').select(['code', 'title', 'description'])
    .where('version', '=', version).where('level', '=', 5).where('official', '=', true).orderBy('code').limit(5000).execute()
  const synonyms = await db.selectFrom('registry.kbli_synonyms').select(['word', 'code']).where('version', '=', version)
    .orderBy('word').orderBy('code').limit(20_000).execute()
  const made = { stamp, index: buildKbliIndex(rows, synonyms), descriptions: new Map(rows.map(({ code, description }) => [code,
    description])) }
  kept.set(version, made)
  return made
}

export type FoundKbli = KbliHit & { description: string }

/** Classes that fit what was typed, best first. The index is built once and kept until the classes or the synonyms change. */
export async function findKbli(db: Db | Tx, version: KbliVersion, query: string, limit = 8): Promise<FoundKbli[]> {
  const { index, descriptions } = await indexOf(db, version)
  return searchKbli(index, query.slice(0, 100), limit).map((hit) => ({ ...hit, description: descriptions.get(hit.code) ?? '' }))
}

/** In which versions the five digits are a class of the official list. */
export async function kbliVersionsOf(db: Db | Tx, code: string): Promise<KbliVersion[]> {
  const rows = await db.selectFrom('registry.kbli').select('version').where('code', '=', code).where('level', '=', 5).where('official', '=',
    true)
    .orderBy('version').limit(10).execute()
  return KBLI_VERSIONS.filter((version) => rows.some((row) => row.version === version))
}

export async function kbliTitle(db: Db | Tx, version: KbliVersion, code: string): Promise<string | undefined> {
  const row = await db.selectFrom('registry.kbli').select('title').where('version', '=', version).where('code', '=',
    code).executeTakeFirst()
  return row?.title
}

/** The classes of each version of the official list. */
export async function kbliClasses(db: Db | Tx): Promise<ReadonlyMap<KbliVersion, ReadonlySet<string>>> {
  const rows = await db.selectFrom('registry.kbli').select(['version', 'code']).where('level', '=', 5).where('official', '=', true).orderBy('code').limit(10_000).execute()
  return new Map(KBLI_VERSIONS.map((version) => [version, new Set(rows.filter((row) => row.version === version).map(({ code }) => code))]))
}
