import { fail, ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'

export type PhoneFault = 'not-digits' | 'foreign' | 'not-mobile' | 'too-short' | 'too-long'

/**
 * Reads a mobile number (nomor HP) as people write it: 08…, 8…, 628…, +628…, +62 (0) 8…, with spaces, dots, dashes, brackets.
 * @returns E.164, `+6281200000001`; 9 to 13 digits after the country code, the first an 8
 */
export function parsePhone(text: string): Result<string, PhoneFault> {
  const signs = text.trim().replace(/[\s.()/-]/g, '')
  const international = /^(\+|00)/.test(signs)
  const digits = signs.replace(/^(\+|00)/, '')
  if (!/^\d+$/.test(digits)) return fail('not-digits')
  if (international && !digits.startsWith('62')) return fail('foreign')
  const national = nationalDigits(digits, international)
  if (!national.startsWith('8')) return fail('not-mobile')
  if (national.length < 9) return fail('too-short')
  if (national.length > 13) return fail('too-long')
  return ok(`+62${national}`)
}

// "620812…" and "+62 (0)812…" are common slips: the zero behind the country code means nothing.
function nationalDigits(digits: string, international: boolean): string {
  const afterCountry = international || /^620?8/.test(digits) ? digits.slice(2) : digits
  return afterCountry.replace(/^0/, '')
}

/** How people write it: `081200000001`. Takes E.164. */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+62/, '0')
}

/**
 * How a phone number is shown by default: `0812*****001`.
 * The last three digits only, because the last four open the tracking page.
 */
export function maskPhone(phone: string): string {
  const digits = formatPhone(phone)
  return digits.length < 9 ? '*'.repeat(digits.length) : `${digits.slice(0, 4)}${'*'.repeat(digits.length - 7)}${digits.slice(-3)}`
}
