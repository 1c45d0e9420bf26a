import type { Db, Tx } from '../../platform/db/database.ts'

/** A division (golongan pokok, two digits) of the KBLI with the letter of its category. */
export type KbliDivision = { version: string; code: string; title: string; category: string }

/** All divisions of all versions the registry knows: fewer than two hundred. */
export async function listKbliDivisions(db: Db | Tx): Promise<KbliDivision[]> {
  const rows = await db.selectFrom('registry.kbli').select(['version', 'code', 'title', 'parent_code as category']).where('level', '=', 2)
    .orderBy('version').orderBy('code').limit(500).execute()
  return rows.map((row) => ({ ...row, category: row.category ?? '' }))
}
