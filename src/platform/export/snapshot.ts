import type { Db, Tx } from '../db/database.ts'

/**
 * Reads a list of any length page by page, all of it as it stood at one moment: what is written meanwhile is not in it. The next page is
 * read while this one is used, so memory holds two. Whoever stops early ends the transaction.
 * @param read the page after that row, in an order that no two rows share; empty at the end
 */
export async function* snapshot<Row>(db: Db, read: (tx: Tx, after: Row | undefined) => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    let rows = await read(tx, undefined)
    while (rows.length > 0) {
      const coming = read(tx, rows.at(-1))
      // Its failure is met below; until then nobody listens.
      coming.catch(() => {})
      yield rows
      rows = await coming
    }
  } finally {
    // A connection that died has nothing to roll back, and its own error is the one to be seen.
    await tx.rollback().execute().catch(() => {})
  }
}
