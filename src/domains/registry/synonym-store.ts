import { sql } from 'kysely'
import type { Actor } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import type { KbliVersion } from './core/business-choices.ts'
import { kbliVersionsOf } from './kbli-store.ts'

/** A word people use for a class of business. */
export type Synonym = { word: string; version: KbliVersion; code: string; title: string }

/** Words that begin with what was typed, or all; by word. */
export async function listSynonyms(db: Db | Tx, typed: string, limit = 100): Promise<Synonym[]> {
  const { rows } = await sql<Synonym>`
    select s.word, s.version, s.code, k.title from registry.kbli_synonyms s join registry.kbli k on k.version = s.version and k.code = s.code
     where starts_with(s.word, ${typed.trim().toLowerCase()}) order by s.word, s.version, s.code limit ${limit}`.execute(db)
  return rows
}

const entry = (actor: Actor, what: string, { word, version, code }: Omit<Synonym, 'title'>) =>
  ({ what, kind: 'kbli', subject: code, actor: actor.accountId, role: roleOf(actor), data: { word, version } })

export async function addSynonym(unit: Unit, actor: Actor, one: Omit<Synonym, 'title'>): Promise<'added' | 'twice' | 'unknown'> {
  if (!(await kbliVersionsOf(unit.tx, one.code)).includes(one.version)) return 'unknown'
  const added = await unit.tx.insertInto('registry.kbli_synonyms').values({ word: one.word, version: one.version, code: one.code })
    .onConflict((on) => on.constraint('kbli_synonyms_pkey').doNothing()).returning('word').executeTakeFirst()
  if (!added) return 'twice'
  unit.record(actor.officeId, entry(actor, 'kbli.synonym-add', one))
  return 'added'
}

/** @returns false when there is no such word any more */
export async function removeSynonym(unit: Unit, actor: Actor, one: Omit<Synonym, 'title'>): Promise<boolean> {
  const { numDeletedRows } = await unit.tx.deleteFrom('registry.kbli_synonyms')
    .where('word', '=', one.word).where('version', '=', one.version).where('code', '=', one.code).executeTakeFirst()
  if (numDeletedRows > 0n) unit.record(actor.officeId, entry(actor, 'kbli.synonym-remove', one))
  return numDeletedRows > 0n
}
