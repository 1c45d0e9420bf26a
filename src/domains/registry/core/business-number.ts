import { fail, ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'

export type BusinessNumberFault = 'not-digits' | 'wrong-length'

/**
 * Reads a business number (NIB) issued by OSS: 13 digits, kept as text because it may begin with zeros.
 * It belongs to the owner, not to one place of business: several businesses of one owner share it.
 */
export function parseBusinessNumber(text: string): Result<string, BusinessNumberFault> {
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d*$/.test(digits)) return fail('not-digits')
  return digits.length === 13 ? ok(digits) : fail('wrong-length')
}
