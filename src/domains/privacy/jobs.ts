import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { watchJob } from './watch.ts'

/** What goes on behind the pages: days of officers are judged as their reads come in. */
export const privacyJobs = (tools: Tools): Job[] => [watchJob(tools)]
