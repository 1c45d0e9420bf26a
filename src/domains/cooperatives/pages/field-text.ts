import type { Told } from '../../../kernel/ledger.ts'
import { type Names, maskPhone } from '../../registry/index.ts'
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

/** What a field of the list of acts is called; a position by itself. */
export const labelOf = (field: string): string => (field.startsWith('position/') ? doubleWords.position : fieldLabel(field))
