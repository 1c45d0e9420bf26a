import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Tx } from './database.ts'
import { type Clock, toDb } from './unit.ts'

export const REFERENCE = join(import.meta.dirname, '../../../reference')

/** Rows of a reference list: UTF-8 CSV with a header, all values text. */
export async function referenceRows(path: string): Promise<Record<string, string>[]> {
  return parse(await readFile(join(REFERENCE, path)), { columns: true, bom: true, skip_empty_lines: true })
}

/**
 * Loads reference files once: again only when one of them has changed since. What the office edited itself is left to `load` to respect.
 * @param name what is loaded, for the record
 */
export async function loadOnce(tx: Tx, clock: Clock, name: string, files: string[], load: () => Promise<void>): Promise<boolean> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(await readFile(join(REFERENCE, file)))
  const sha256 = hash.digest('hex')
  const held = await tx.selectFrom('platform.loaded_files').select('sha256').where('name', '=', name).executeTakeFirst()
  if (held?.sha256 === sha256) return false
  await load()
  const row = { name, sha256, loaded_at: toDb(clock()) }
  await tx.insertInto('platform.loaded_files').values(row).onConflict((on) => on.column('name').doUpdateSet(row)).execute()
  return true
}
