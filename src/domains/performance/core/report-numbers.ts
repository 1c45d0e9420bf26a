import { formatRupiah } from '../../../kernel/rupiah.ts'
import type { RegistryFigure } from './report-content.ts'

const grouped = (digits: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, '.')

/** A number as it is written in Indonesia: thousands by full stops, at most two decimals after a comma. */
export function decimalText(value: number): string {
  const [whole = '0', part = ''] = Math.abs(value).toFixed(2).split('.')
  const rest = part.replace(/0+$/, '')
  return `${value < 0 ? '−' : ''}${grouped(whole)}${rest === '' ? '' : `,${rest}`}`
}

/** Minutes of office time in words short enough for a table: `45 mnt`, `12 j 5 mnt`. */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  return hours === 0 ? `${rest} mnt` : `${grouped(String(hours))} j${rest === 0 ? '' : ` ${rest} mnt`}`
}

/** What stands where there is no number. */
export const NOTHING = '–'

export type MeasureUnit = 'count' | 'percent' | 'minutes' | 'rupiah'

export function measureText(unit: MeasureUnit, value: number | null): string {
  if (value === null) return NOTHING
  if (unit === 'percent') return `${decimalText(value)} %`
  if (unit === 'minutes') return minutesText(value)
  return unit === 'rupiah' ? formatRupiah(value) : decimalText(value)
}

export const registryUnit = ({ unit }: Pick<RegistryFigure, 'unit'>): MeasureUnit => (unit === 'percent' || unit === 'rupiah' ? unit : 'count')
