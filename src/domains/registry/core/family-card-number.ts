import { fail, ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'

export type FamilyCardFault = 'not-digits' | 'wrong-length'
export type FamilyCardWarning = 'sample-number' | 'same-as-national-id' | 'no-such-date'

/**
 * Reads the number of a family card (nomor KK); spaces, dots and dashes do not matter. One card holds many owners.
 * @returns the 16 digits as text
 */
export function parseFamilyCardNumber(text: string): Result<string, FamilyCardFault> {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d*$/.test(digits)) return fail('not-digits')
  return digits.length === 16 ? ok(digits) : fail('wrong-length')
}

/** What to point out: digits 7 to 12 are the date of issue (DDMMYY), and people often copy their NIK instead. */
export function familyCardWarnings(digits: string, nationalId?: string): FamilyCardWarning[] {
  const warnings: FamilyCardWarning[] = []
  const [day, month] = [Number(digits.slice(6, 8)), Number(digits.slice(8, 10))]
  if (digits.endsWith('0000')) warnings.push('sample-number')
  if (digits === nationalId) warnings.push('same-as-national-id')
  else if (day < 1 || day > 31 || month < 1 || month > 12) warnings.push('no-such-date')
  return warnings
}
