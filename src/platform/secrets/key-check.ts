import type { Db } from '../db/database.ts'
import { ConfigProblem } from '../config/config.ts'
import type { Keys } from './keys.ts'

const WORD = 'kunci ini milik database ini'

/**
 * Makes sure that keys and database belong together: the first start leaves a sealed word, every later one must be able to open it.
 * @throws ConfigProblem with a sentence that says what to do
 */
export async function checkKeys(db: Db, keys: Keys, keyFile: string): Promise<void> {
  await db.insertInto('platform.key_check').values({ sealed: keys.seal(WORD) }).onConflict((on) => on.doNothing()).execute()
  const { sealed } = await db.selectFrom('platform.key_check').select('sealed').executeTakeFirstOrThrow()
  try {
    if (keys.unseal(sealed) === WORD) return
  } catch {
    // Falls through: a seal that does not open is told below.
  }
  throw new ConfigProblem(`KEY_FILE ${keyFile} bukan kunci milik database ini, jadi data pribadi tidak dapat dibaca. Pulihkan berkas kunci dari cadangan; jangan membuat yang baru.`)
}
