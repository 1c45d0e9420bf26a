import type { Db, Tx } from '../../platform/db/database.ts'
import { countOnVersions } from '../applications/index.ts'
import { listVersionsOf } from './store.ts'

/** What publishing another version means for what already runs: cases stay on the version they were begun under. */
export type Effect = { version: number; open: number; drafts: number }

/** Versions of a service on which cases or drafts run, the newest first. */
export async function effectOn(tx: Db | Tx, officeId: string, code: string): Promise<Effect[]> {
  const versions = await listVersionsOf(tx, officeId, code)
  const counts = new Map((await countOnVersions(tx, versions.map(({ id }) => id))).map((one) => [one.definitionId, one]))
  return versions.flatMap(({ id, version }) => {
    const count = counts.get(id)
    return count ? [{ version, open: count.open, drafts: count.drafts }] : []
  })
}
