import { StatusTag } from '../../../../ui/status-tag.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import type { Awaits } from '../../core/approval.ts'
import { REMARKS, type ReportContent, numberOf, registryCode } from '../../core/report-content.ts'
import { measureText, registryUnit } from '../../core/report-numbers.ts'
import { nameOfItem } from '../../core/report-tables.ts'
import { reportPagesId as t } from '../../messages-report-pages.id.ts'
import { reportsId as words } from '../../messages-reports.id.ts'
import type { ReportCard } from '../store.ts'

export const pathOf = (id: string, part = ''): string => `/petugas/laporan/${id}${part === '' ? '' : `/${part}`}`

/** `Laporan Bulanan … Oktober 2026, versi 2`; the first version goes without saying. */
export const nameOf = ({ kind, period, version }: Pick<ReportCard, 'kind' | 'period' | 'version'>): string =>
  `${words.title(kind)} ${words.period(kind, period)}${version === 1 ? '' : `, ${t.version(version)}`}`

const TONES: Record<keyof typeof t.state, Tone> = { draft: 'info', locked: 'warning', signing: 'warning', signed: 'success', replaced: 'neutral' }

export function StateTag({ card }: { card: ReportCard }) {
  const state = card.isReplaced ? 'replaced' : card.state
  return <StatusTag tone={TONES[state]} text={t.state[state]} />
}

export function AwaitsTag({ awaits }: { awaits: Awaits }) {
  return <StatusTag tone={awaits === 'none' ? 'success' : awaits === 'answer' ? 'warning' : 'neutral'} text={t.awaits[awaits]} />
}

/** What is approved under one code, as people read it. */
export type Item = { code: string; name: string; value: string; meaning: string; formula: string; isOfLog: boolean }

export function itemOf(content: ReportContent, code: string): Item | undefined {
  const name = nameOfItem(content, code)
  if (code === REMARKS) return { code, name, value: content.remarks ?? t.one.noRemarks, meaning: t.one.remarksHint, formula: '', isOfLog: false }
  const figure = content.figures.find((one) => one.code === code)
  if (figure) {
    const [row] = figure.rows
    const number = measureText(figure.unit === 'share' ? 'percent' : figure.unit, row ? numberOf(figure.unit, row) : null)
    const value = figure.unit === 'share' && row ? `${number} (${words.partOf(row.part ?? 0, row.whole ?? 0)})` : number
    return { code, name, value, meaning: figure.definition.what, formula: figure.definition.formula, isOfLog: true }
  }
  const indicator = content.registry?.figures.find((one) => registryCode(one.code) === code)
  if (!indicator) return undefined
  const value = indicator.state === 'number' ? measureText(registryUnit(indicator), indicator.value) : words.states[indicator.state]
  return { code, name, value, meaning: indicator.definition, formula: indicator.formula, isOfLog: false }
}
