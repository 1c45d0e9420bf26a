import type { Act, Told } from '../../../kernel/ledger.ts'
import { type Names, maskPhone, originText } from '../../registry/index.ts'
import { maskTaxNumber } from '../core/identity.ts'
import { doubleWords, screenId } from '../screen-messages.id.ts'
import { fieldLabel } from '../timeline.ts'
import { toldText } from './answer-text.ts'

/** One answer of the list of acts in words, '' for none; numbers and telephones masked, as everywhere officers look. */
export function fieldText(field: string, value: Told | undefined, names: Names): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') {
    if (field === 'villageCode') return names.village(value)
    if (field === 'kbli') return names.kbli(value)
    if (field === 'phone') return maskPhone(value)
    if (field === 'npwp') return maskTaxNumber(value)
  }
  return toldText(field.split('/').at(-1) ?? field, value, screenId)
}

/** What a field of the list of acts is called; a position by the office it is, where its value tells. */
export function labelOf(field: string, value?: Told): string {
  if (!field.startsWith('position/')) return fieldLabel(field, screenId)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return doubleWords.position
  return doubleWords.positionOf(toldText('role', value['role'] ?? '', screenId), toldText('organ', value['organ'] ?? '', screenId))
}

/** What a group of answers is called: `Badan hukum`, `Keuangan 2025`. */
export function groupLabel(group: string, value?: Told): string {
  const [, year, answer] = /^year\/(\d{4})\/(.+)$/.exec(group) ?? []
  const label = doubleWords.groups[answer ?? group]
  return label === undefined ? labelOf(group, value) : year === undefined ? label : `${label} ${year}`
}

/** The name of one answer within its group, without the year that the group says. */
export const partLabel = (field: string): string => labelOf(field).replace(/ \d{4}$/, '')

/** Where a value of a cooperative came from, for officers. */
export const cooperativeOrigin = (act: Act, people: ReadonlyMap<string, string>): string =>
  originText(act, people, undefined, (source) => new Map<string, string>(Object.entries(screenId.sources)).get(source) ?? source)
