import { fail, ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'

/** 22 digits are the number of a branch (NITKU), which is not the tax number itself. */
export type TaxNumberFault = 'not-digits' | 'wrong-length' | 'branch-number'

/** `old`: 15 digits; `body`: a body's 15 digits behind a zero; `person`: 16 digits, which are the person's NIK. */
export type TaxNumber = { digits: string; form: 'old' | 'body' | 'person' }

/**
 * Reads a tax number (NPWP) of 15 or 16 digits, punctuation aside.
 * Source: PMK 112/2022, PMK 136/2023
 */
export function parseTaxNumber(text: string): Result<TaxNumber, TaxNumberFault> {
  const digits = text.replace(/[\s./-]/g, '')
  if (!/^\d*$/.test(digits)) return fail('not-digits')
  if (digits.length === 15) return ok({ digits, form: 'old' })
  if (digits.length === 16) return ok({ digits, form: digits.startsWith('0') ? 'body' : 'person' })
  return fail(digits.length === 22 ? 'branch-number' : 'wrong-length')
}

/** True when a tax number in the person's form is another number than the owner's NIK: one of the two has a slip. */
export function differsFromNationalId(taxNumber: TaxNumber, nationalId: string): boolean {
  return taxNumber.form === 'person' && taxNumber.digits !== nationalId
}

/** As printed on the card: `09.254.294.3-407.000` for 15 digits; 16 digits stay as they are. */
export function formatTaxNumber({ digits, form }: TaxNumber): string {
  if (form !== 'old') return digits
  return digits.replace(/^(\d{2})(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, '$1.$2.$3.$4-$5.$6')
}
