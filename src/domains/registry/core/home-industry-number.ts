import { fail, ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'

export type HomeIndustryFault = 'not-digits' | 'wrong-length'

/**
 * Reads a permit number of home-made food (P-IRT): 15 digits, the last two are the year in which it ends.
 * The letters in front ("P-IRT No.") and punctuation do not matter.
 * @returns the digits as text and the year of expiry
 */
export function parseHomeIndustryNumber(text: string): Result<{ digits: string; expiresIn: number }, HomeIndustryFault> {
  const digits = text.replace(/^\s*(?:s?p+-?\s*irt)?[\s.:]*(?:no(?:mor)?)?[\s.:]*/i, '').replace(/[\s./-]/g, '')
  if (!/^\d*$/.test(digits)) return fail('not-digits')
  if (digits.length !== 15) return fail('wrong-length')
  return ok({ digits, expiresIn: 2000 + Number(digits.slice(13)) })
}
