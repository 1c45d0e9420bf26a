import { formatInstant } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import type { Status } from './core/life.ts'

export type ListQuery = {
  officeId: string
  ownerId: string | undefined
  /** From the table of rights: the whole office, only one's own, or these regions and what lies below. */
  areas: 'all' | 'own' | string[]
  status?: Status | undefined
  cursor?: string | undefined
  limit: number
}

export type ListItem = {
  id: string; reference: string; serviceCode: string; businessId: string | null; status: Status
  intakeDueAt: string | null; dueAt: string | null; createdAt: string
}

const orNull = (date: Date | null) => (date === null ? null : formatInstant(fromDb(date)))

function readCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  const [at, id] = Buffer.from(cursor ?? '', 'base64url').toString().split(' ')
  return at && id && !Number.isNaN(Number(at)) ? { at: new Date(Number(at)), id } : undefined
}

/** Applications within someone's rights, the newest first; the area is part of the query. */
export async function listApplications(tx: Db | Tx, query: ListQuery): Promise<{ items: ListItem[]; next: string | null }> {
  const after = readCursor(query.cursor)
  const rows = await tx.selectFrom('applications.applications').select([
    'id', 'reference', 'service_code', 'business_id', 'status', 'intake_due_at', 'due_at', 'created_at',
  ]).where('office_id', '=', query.officeId)
    .$if(query.areas === 'own', (one) => one.where('owner_id', '=', query.ownerId ?? '00000000-0000-0000-0000-000000000000'))
    .$if(Array.isArray(query.areas), (one) => one.where((where) => where.or((query.areas === 'all' || query.areas === 'own' ? [] : query.areas)
      .flatMap((area) => [where('village_code', '=', area), where('village_code', 'like', `${area}.%`)]))))
    .$if(query.status !== undefined, (one) => one.where('status', '=', query.status ?? ''))
    .$if(after !== undefined, (one) => one.where((where) => where(where.refTuple('created_at', 'id'), '<', where.tuple(after?.at ?? new Date(0), after?.id ?? ''))))
    .orderBy('created_at', 'desc').orderBy('id', 'desc').limit(query.limit + 1).execute()
  const items = rows.slice(0, query.limit).map((row): ListItem => ({
    id: row.id, reference: row.reference, serviceCode: row.service_code, businessId: row.business_id, status: row.status as Status,
    intakeDueAt: orNull(row.intake_due_at), dueAt: orNull(row.due_at), createdAt: formatInstant(fromDb(row.created_at)),
  }))
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return { items, next: last ? Buffer.from(`${last.created_at.getTime()} ${last.id}`).toString('base64url') : null }
}
