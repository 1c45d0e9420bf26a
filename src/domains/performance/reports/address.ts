import type { PeriodKind } from '../core/report.ts'
import { reportsId as words } from '../messages-reports.id.ts'
import type { ReportCard } from './store.ts'

type Which = Pick<ReportCard, 'kind' | 'period' | 'version'>

/** The public address of a version of a report. */
export const publicPath = ({ kind, period, version }: Which): string => `/laporan/${words.kind[kind]}/${period}/${version}`

/** The same as it is printed in the report and in its QR. */
export const addressOf = (baseUrl: string, which: Which): string => `${baseUrl}${publicPath(which)}`

const KINDS: Record<string, PeriodKind> = { [words.kind.monthly]: 'monthly', [words.kind.quarterly]: 'quarterly', [words.kind.yearly]: 'yearly' }

/** Reads the parts of a public address. @returns undefined for what names no report */
export function whichOf(params: Record<string, string>): Which | undefined {
  const kind = KINDS[params['kind'] ?? '']
  const version = params['version'] ?? ''
  return kind && /^[1-9]\d{0,3}$/.test(version) ? { kind, period: params['period'] ?? '', version: Number(version) } : undefined
}
