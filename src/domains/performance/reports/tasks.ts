import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { PeriodKind } from '../core/report.ts'
import { reportsId } from '../messages-reports.id.ts'

/** What a report waits for: the word of a level of the chain, an answer to a remark, the signature, the scan of the signed paper. */
export type Desk = 'division-head' | 'secretary' | 'office-head' | 'answer' | 'sign' | 'scan'

/** A report that waits for an officer who was told so. */
export type ReportTask = { reportId: string; kind: PeriodKind; period: string; version: number; desk: Desk }

const DOING: Record<Desk, keyof typeof reportsId.task.todo> = { 'division-head': 'approve', secretary: 'approve', 'office-head': 'approve', answer: 'answer', sign: 'sign', scan: 'scan' }

/** Reports that wait for this officer, those of the latest period first. */
export async function listReportTasks(tx: Db | Tx, accountId: string): Promise<ReportTask[]> {
  const { rows } = await sql<ReportTask>`select report_id as "reportId", kind, period, version, desk from performance.v_report_tasks where account_id = ${accountId}
    order by last_day desc, kind, report_id, desk limit 50`.execute(tx)
  return rows
}

/** `Laporan bulanan Oktober 2026 menunggu persetujuan Anda.`, `Laporan Triwulan IV 2026 …` */
export const taskText = ({ kind, period, desk }: ReportTask): string => reportsId.task.line(kind, reportsId.period(kind, period), reportsId.task.todo[DOING[desk]])
