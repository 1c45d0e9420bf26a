import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, ok } from '../../kernel/result.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Period } from './core/report.ts'
import { makeReport, reportText } from './make-report.ts'
import { performanceId as words } from './messages.id.ts'
import type { ReportFault } from './report-checker.ts'

/** Writes the report of a period into a folder. @returns the files written */
export async function writeReport(tools: Tools, officeId: string, period: Period, folder: string): Promise<Result<string[]>> {
  const made = await makeReport(tools, officeId, period)
  if (!made.ok) return made
  await mkdir(folder, { recursive: true })
  const path = join(folder, `laporan-${period.key}.json`)
  await writeFile(path, `${reportText(made.value)}\n`)
  return ok([path])
}

const isKnown = (code: string): code is keyof typeof words.figures => code in words.figures

/** What is wrong with a report, in words; the fault of a log is told by the command that checks logs. */
export function faultLines(fault: ReportFault, ofLog: (fault: Extract<ReportFault, { kind: 'bad-log' }>['fault']) => string): string[] {
  const t = words.verify
  switch (fault.kind) {
    case 'unreadable-report': return [t.unreadable]
    case 'bad-log': return [ofLog(fault.fault)]
    case 'other-log': return [t.otherLog(fault.lastSeq)]
    case 'no-root': return [t.noRoot(fault.day)]
    case 'other-place': return [t.otherPlace(fault, fault.found)]
    case 'figures': return fault.differences.map(({ code, row, stated, computed }) => t.figure(isKnown(code) ? words.figures[code].name : code, row, stated, computed))
  }
}
