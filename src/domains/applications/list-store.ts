import { formatInstant } from '../../kernel/wib.ts'
import type { ExpressionBuilder } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DB } from '../../platform/db/schema.ts'
import { fromDb } from '../../platform/db/unit.ts'
import type { Status } from './core/life.ts'

export type ListQuery = {
  officeId: string
  ownerId: string | undefined
  /** Cooperatives for which the caller may act: their requests are his own too. */
  cooperatives: readonly string[]
  /** From the table of rights: the whole office, only one's own, or these regions and what lies below. */
  areas: 'all' | 'own' | string[]
  status?: Status | undefined
  cursor?: string | undefined
  limit: number
}

export type ListItem = {
  id: string; reference: string; serviceCode: string; businessId: string | null; cooperativeId: string | null; status: Status
  intakeDueAt: string | null; dueAt: string | null; createdAt: string
}

const orNull = (date: Date | null) => (date === null ? null : formatInstant(fromDb(date)))

function readCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  const [at, id] = Buffer.from(cursor ?? '', 'base64url').toString().split(' ')
  return at && id && !Number.isNaN(Number(at)) ? { at: new Date(Number(at)), id } : undefined
}

export type Rows = ExpressionBuilder<DB, 'applications.applications'>

/** What a citizen asked for himself, and what the cooperatives asked for which he may act. */
export const ownRequests = (where: Rows, personId: string | undefined, cooperatives: readonly string[]) => where.or([
  where.and([where('owner_id', '=', personId ?? null), where('cooperative_id', 'is', null)]),
  ...(cooperatives.length > 0 ? [where('cooperative_id', 'in', [...cooperatives])] : []),
])

/** Applications within someone's rights, the newest first; the area is part of the query. */
export async function listApplications(tx: Db | Tx, query: ListQuery): Promise<{ items: ListItem[]; next: string | null }> {
  const after = readCursor(query.cursor)
  const rows = await tx.selectFrom('applications.applications').select([
    'id', 'reference', 'service_code', 'business_id', 'cooperative_id', 'status', 'intake_due_at', 'due_at', 'created_at',
  ]).where('office_id', '=', query.officeId)
    .$if(query.areas === 'own', (one) => one.where((where) => ownRequests(where, query.ownerId, query.cooperatives)))
    .$if(Array.isArray(query.areas), (one) => one.where((where) => where.or((query.areas === 'all' || query.areas === 'own' ? [] : query.areas)
      .flatMap((area) => [where('village_code', '=', area), where('village_code', 'like', `${area}.%`)]))))
    .$if(query.status !== undefined, (one) => one.where('status', '=', query.status ?? ''))
    .$if(after !== undefined, (one) => one.where((where) => where(where.refTuple('created_at', 'id'), '<', where.tuple(after?.at ?? new Date(0), after?.id ?? ''))))
    .orderBy('created_at', 'desc').orderBy('id', 'desc').limit(query.limit + 1).execute()
  const items = rows.slice(0, query.limit).map((row): ListItem => ({
    id: row.id, reference: row.reference, serviceCode: row.service_code, businessId: row.business_id, cooperativeId: row.cooperative_id, status: row.status as Status,
    intakeDueAt: orNull(row.intake_due_at), dueAt: orNull(row.due_at), createdAt: formatInstant(fromDb(row.created_at)),
  }))
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return { items, next: last ? Buffer.from(`${last.created_at.getTime()} ${last.id}`).toString('base64url') : null }
}
