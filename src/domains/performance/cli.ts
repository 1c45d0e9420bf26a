import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, ok } from '../../kernel/result.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Difference } from './core/check-report.ts'
import type { Period } from './core/report.ts'
import { reportsId } from './messages-reports.id.ts'
import { performanceId as words } from './messages.id.ts'
import { filesOfPeriod } from './reports/archive.ts'
import type { ReportFault } from './report-checker.ts'

/** Writes the files of a period's report into a folder. @returns the files written, and whether they are those that were signed */
export async function writeReport(tools: Tools, officeId: string, period: Period, folder: string): Promise<Result<{ files: string[]; isSigned: boolean }>> {
  const made = await filesOfPeriod(tools, officeId, period)
  if (!made.ok) return made
  await mkdir(folder, { recursive: true })
  const written: string[] = []
  for (const { part, bytes, version } of made.value.files) {
    const path = join(folder, reportsId.fileName(period.key, version, part))
    await writeFile(path, bytes)
    written.push(path)
  }
  return ok({ files: written, isSigned: made.value.isSigned })
}

const isKnown = (code: string): code is keyof typeof words.figures => code in words.figures

/** What is wrong with a report, in words; the fault of a log is told by the command that checks logs. */
export function faultLines(fault: ReportFault, ofLog: (fault: Extract<ReportFault, { kind: 'bad-log' }>['fault']) => string): string[] {
  const t = words.verify
  switch (fault.kind) {
    case 'unreadable-report': return [t.unreadable]
    case 'bad-log': return [ofLog(fault.fault)]
    case 'other-log': return [t.otherLog(fault.lastSeq)]
    case 'other-place': return [t.otherPlace(fault, fault.found)]
    case 'figures': return differenceLines(fault.differences)
    case 'unknown': return [
      ...(fault.unknown.catalogue === null ? [] : [t.unknownCatalogue(fault.unknown.catalogue)]), ...fault.unknown.figures.map(({ code, version }) => t.unknownVersion(nameOf(code), version)),
      ...(fault.differences.length > 0 ? differenceLines(fault.differences) : [t.restSame]),
    ]
  }
}

const nameOf = (code: string): string => (isKnown(code) ? words.figures[code].name : code)
const differenceLines = (list: readonly Difference[]) => list.map(({ code, row, stated, computed }) => words.verify.figure(nameOf(code), row, stated, computed))
