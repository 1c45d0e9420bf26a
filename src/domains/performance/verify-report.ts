import { type Result, fail } from '../../kernel/result.ts'
import { type RootsFile, checkRoots } from '../../platform/log/chain.ts'
import { sha256 } from '../../platform/log/entry.ts'
import { isSignedBy } from '../../platform/log/root.ts'
import { verifyStamps } from '../../platform/log/verify.ts'
import { readReport } from './core/check-report.ts'
import { type ReportFault, type ReportVerdict, reportChecker } from './report-checker.ts'

/** Holds a report against an exported log and, where they are given, the published roots: nothing but files. */
export async function verifyReport(reportText: string, lines: AsyncIterable<string>, file?: RootsFile): Promise<Result<ReportVerdict, ReportFault>> {
  const stated = readReport(reportText)
  if (!stated) return fail({ kind: 'unreadable-report' })
  const roots = file && checkRoots(file, ({ jwk }, root) => isSignedBy(jwk, root))
  if (roots && !roots.ok) return fail({ kind: 'bad-log', fault: roots.error })
  const stamps = roots && await verifyStamps(roots.value)
  if (stamps && !stamps.ok) return fail({ kind: 'bad-log', fault: stamps.error })
  const checker = reportChecker(stated, sha256, roots?.value)
  for await (const text of lines) {
    const fault = checker.take(text)
    if (fault) return fail(fault)
  }
  return checker.end()
}
