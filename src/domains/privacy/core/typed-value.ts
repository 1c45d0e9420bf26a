import { Temporal } from 'temporal-polyfill'
import type { Correctable } from './requests.ts'

const GENDERS: Record<string, string> = { perempuan: 'female', wanita: 'female', female: 'female', 'laki-laki': 'male', 'laki laki': 'male', pria: 'male', male: 'male' }

/** A date as people write it, day first: `12-3-1980`, `12/03/1980`, `12 03 1980`, or `1980-03-12`. Undefined when it is no day. */
function dateOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : local ? local.slice(1).map(Number).toReversed() : []
  if (year === undefined || month === undefined || day === undefined) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What somebody wrote as the right value, as the registry takes it. Undefined: it cannot be meant for this field. */
export function typedValue(field: Correctable, typed: string): string | undefined {
  const text = typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  if (text === '' || text.length > 300) return undefined
  if (field === 'gender') return GENDERS[text.toLowerCase()]
  return field === 'birthDate' ? dateOf(text) : text
}
