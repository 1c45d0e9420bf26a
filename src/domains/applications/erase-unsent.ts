import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { ENDS } from '../services/core/life.ts'
import { IN_QUEUE } from './core/queue.ts'
import type { Tools } from '../../platform/tools.ts'

const UNSENT = sql`submitted_at is null and status in ('draft', 'withdrawn', 'expired')`

const OPEN_NOW = sql`status in (${sql.join(IN_QUEUE.map((one) => sql.lit(one)))})`

export type CaseCounts = { unsentCases: number; looseFiles: number; openCases: number; closedCases: number }

/** Cases of a person by what may become of them; a draft that was never sent is nobody's business but his. */
export async function countCases(tx: Tx, personId: string): Promise<CaseCounts> {
  const { rows } = await sql<CaseCounts>`
    select count(*) filter (where ${UNSENT})::int as "unsentCases",
           count(*) filter (where ${OPEN_NOW})::int as "openCases",
           count(*) filter (where submitted_at is not null and status in (${sql.join(ENDS.map((one) => sql.lit(one)))}))::int as "closedCases",
           (select count(*)::int from applications.attachments f where f.owner_id = ${personId}
               and not exists (select from applications.application_attachments l where l.attachment_id = f.id)) as "looseFiles"
      from applications.applications where owner_id = ${personId}`.execute(tx)
  return rows[0] ?? { unsentCases: 0, looseFiles: 0, openCases: 0, closedCases: 0 }
}

/** Removes drafts that were never sent and files that lie in no case. What the storage still holds after a crash, the search for orphans removes. */
export async function eraseUnsent(unit: Unit, tools: Tools, personId: string): Promise<void> {
  const { rows: drafts } = await sql<{ keys: string[] }>`
    select archive.remove_case(id) as keys from applications.applications where owner_id = ${personId} and ${UNSENT}`.execute(unit.tx)
  const { rows: loose } = await sql<{ key: string }>`
    delete from applications.attachments f where f.owner_id = ${personId}
       and not exists (select from applications.application_attachments l where l.attachment_id = f.id) returning storage_key as key`.execute(unit.tx)
  const keys = [...drafts.flatMap((row) => row.keys), ...loose.map((row) => row.key)]
  unit.afterCommit(() => Promise.all(keys.map((key) => tools.files.delete(key))))
}

/** Files a person brought, where they lie. */
export async function filesOfPerson(tx: Db | Tx, personId: string): Promise<{ id: string; storageKey: string; mediaType: string }[]> {
  return tx.selectFrom('applications.attachments').select(['id', 'storage_key as storageKey', 'media_type as mediaType']).where('owner_id', '=', personId)
    .orderBy('created_at').orderBy('id').limit(2000).execute()
}
