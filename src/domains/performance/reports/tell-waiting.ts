import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { ok } from '../../../kernel/result.ts'
import type { Role } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { type Unit, toDb, transact } from '../../../platform/db/unit.ts'
import type { Tools } from '../../../platform/tools.ts'
import { messageText, queueMessage } from '../../messages/index.ts'
import { phonesOf } from '../../supervision/index.ts'
import { referenceOf } from '../core/report-content.ts'
import type { Desk, ReportTask } from './tasks.ts'

/** Whose it is to act, the first who are there: a remark is answered by those who prepare, a page signed by hand brought in by those who keep scans. */
const ROLES: Record<Desk, readonly Role[]> = {
  'division-head': ['division-head'], secretary: ['secretary'], 'office-head': ['office-head'], answer: ['data-steward', 'division-head', 'secretary'], sign: ['office-head'],
  scan: ['secretary', 'counter'],
}

const MESSAGE = { 'division-head': 'approve', secretary: 'approve', 'office-head': 'approve', answer: 'answer', sign: 'sign', scan: 'scan' } as const satisfies Record<Desk, string>

/** Active officers by the roles they hold today. */
async function holders(tx: Tx, officeId: string, now: Temporal.Instant): Promise<Map<string, string[]>> {
  const today = wibDate(now).toString()
  const { rows } = await sql<{ id: string; role: string }>`
    select distinct a.id, g.role from accounts.accounts a join accounts.role_grants g on g.account_id = a.id
     where a.office_id = ${officeId} and a.kind = 'officer' and a.status = 'active' and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to >= ${today}::date)
     order by a.id, g.role limit 2000`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ role }) => role)].map(([role, list]) => [role, list.map(({ id }) => id)]))
}

const forDesk = (byRole: ReadonlyMap<string, string[]>, desk: Desk): string[] => ROLES[desk].map((role) => byRole.get(role) ?? []).find((list) => list.length > 0) ?? []

type Waiting = Pick<ReportTask, 'reportId' | 'period' | 'version' | 'desk'>

/** Writes who is told; whom another worker told meanwhile is left out. @returns those who are told now */
async function mark({ tx, now }: Unit, { reportId, desk }: Waiting, accounts: readonly string[]): Promise<string[]> {
  if (accounts.length === 0) return []
  const rows = await tx.insertInto('performance.report_notices').values(accounts.map((account_id) => ({ report_id: reportId, desk, account_id, told_at: toDb(now) })))
    .onConflict((on) => on.columns(['report_id', 'desk', 'account_id']).where('over_at', 'is', null).doNothing()).returning('account_id').execute()
  return rows.map(({ account_id }) => account_id)
}

async function tell(tools: Pick<Tools, 'config'>, unit: Unit, officeId: string, one: Waiting, accounts: readonly string[]): Promise<void> {
  const link = `${tools.config.baseUrl}/petugas/laporan/${one.reportId}`
  const body = messageText('report-waiting', { reference: referenceOf(one.period, one.version), desk: MESSAGE[one.desk], link })
  for (const [accountId, address] of await phonesOf(unit.tx, accounts)) await queueMessage(unit, { officeId, template: 'report-waiting', channel: 'phone', address, accountId, body })
  unit.record(officeId, { what: 'report.tell', kind: 'report', subject: one.reportId, role: 'system', data: { desk: one.desk, accounts: [...accounts] } })
}

/**
 * Tells officers that a report waits for them, by the chain of approval: on the page with which their day begins, and by message where they gave a number. Once
 * for each time it comes to their desk. Safe to repeat and to run twice at once.
 * @returns how many were told
 */
export async function tellWaiting(tools: Pick<Tools, 'db' | 'clock' | 'config'>, officeId: string): Promise<number> {
  const done = await transact(tools.db, tools.clock, async (unit) => {
    await sql`update performance.report_notices n set over_at = ${toDb(unit.now)} from performance.reports r
      where r.id = n.report_id and r.office_id = ${officeId} and n.over_at is null
        and not exists (select from performance.v_report_desks d where d.report_id = n.report_id and d.desk = n.desk)`.execute(unit.tx)
    const { rows } = await sql<Waiting>`select report_id as "reportId", period, version, desk from performance.v_report_desks where office_id = ${officeId}
      order by report_id, desk limit 200`.execute(unit.tx)
    if (rows.length === 0) return ok(0)
    const byRole = await holders(unit.tx, officeId, unit.now)
    let count = 0
    for (const one of rows) {
      const told = await mark(unit, one, forDesk(byRole, one.desk))
      if (told.length > 0) await tell(tools, unit, officeId, one, told)
      count += told.length
    }
    return ok(count)
  })
  return done.ok ? done.value : 0
}
