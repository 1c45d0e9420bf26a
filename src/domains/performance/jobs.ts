import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { keepCalendarState } from '../office/index.ts'
import { keepCoverage } from './board-store.ts'
import { catchUpCases } from './cases-store.ts'
import { keepForecast } from './forecast-store.ts'
import { keepMonths } from './months-store.ts'
import { draftDueReports } from './reports/draft.ts'
import { resumeReportSignings } from './reports/sign.ts'
import { tellWaiting } from './reports/tell-waiting.ts'
import { witnessJob } from './witness.ts'

/** Reads the log on, and sees that the calendar lies in it: reference data may have changed it without a page. Drafts the reports that are due, tells whom they wait for, and sends the roots to the witness. */
export const performanceJobs = (tools: Tools, officeId: string): Job[] => [
  witnessJob(tools, officeId),
  {
    name: 'performance-cases',
    everyMs: 60_000,
    async run(stopping) {
      await transact(tools.db, tools.clock, async (unit) => ok(await keepCalendarState(unit, officeId)))
      await catchUpCases(tools, officeId, stopping)
      return 'done'
    },
  },
  {
    name: 'performance-months',
    everyMs: 10 * 60_000,
    async run(stopping) {
      await keepMonths(tools, officeId, stopping)
      return 'done'
    },
  },
  {
    name: 'performance-forecast',
    everyMs: 60 * 60_000,
    async run() {
      await keepForecast(tools, officeId)
      return 'done'
    },
  },
  {
    name: 'performance-coverage',
    everyMs: 60 * 60_000,
    async run() {
      await keepCoverage(tools, officeId)
      return 'done'
    },
  },
  {
    name: 'periodic-reports',
    everyMs: 10 * 60_000,
    async run() {
      await draftDueReports(tools, officeId)
      await resumeReportSignings(tools, officeId)
      await tellWaiting(tools, officeId)
      return 'done'
    },
  },
]
