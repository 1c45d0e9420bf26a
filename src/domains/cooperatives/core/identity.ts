import { type Result, fail, ok } from '../../../kernel/result.ts'

/**
 * Reads a cooperative number (Nomor Induk Koperasi) as written: digits, spaces and dots aside. Kept as text.
 * Its length is 13 as far as is known, so another one is a warning and no refusal.
 * Source: Permen KUKM 10/2016, Pasal 1 and 16
 */
export function parseCooperativeNumber(text: string): Result<string, 'not-digits'> {
  const digits = text.replace(/[\s.-]/g, '')
  return /^\d{1,20}$/.test(digits) ? ok(digits) : fail('not-digits')
}

export const USUAL_NUMBER_LENGTH = 13

/**
 * What two writings of one legal entity number have in common: capitals, no spaces. The eras write it differently
 * (`518/BH/…`, `12/BH/KWK.13/…`, `003456/BH/M.KUKM.2/V/2017`, `AHU-0001234.AH.01.29.TAHUN 2025`), so nothing else is read from it.
 */
export const legalEntityKey = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/\s+/g, '').replace(/[‐‑–—]/g, '-')

/**
 * Reads the tax number of a body: 15 digits, or 16 that begin with 0. Sixteen others are the NIK of a person, which must not stand here.
 * Source: PMK 112/2022, PMK 136/2023
 */
export function parseBodyTaxNumber(text: string): Result<string, 'not-digits' | 'wrong-length' | 'of-a-person'> {
  const digits = text.replace(/[\s./-]/g, '')
  if (!/^\d+$/.test(digits)) return fail('not-digits')
  if (digits.length === 16 && !digits.startsWith('0')) return fail('of-a-person')
  return digits.length === 15 || digits.length === 16 ? ok(digits) : fail('wrong-length')
}

/** How the tax number of a body is shown by default: `01**********234`. */
export const maskTaxNumber = (digits: string): string =>
  `${digits.slice(0, 2)}${'*'.repeat(Math.max(0, digits.length - 5))}${digits.slice(-3)}`

/** Digits of a business number (NIB), 13 of them, as text. */
export function parseBusinessNumber(text: string): Result<string, 'wrong-length'> {
  const digits = text.replace(/[\s.-]/g, '')
  return /^\d{13}$/.test(digits) ? ok(digits) : fail('wrong-length')
}

/**
 * Reads a telephone number of a cooperative, mobile or fixed: `081200000001`, `+62 31 8912345`, `(031) 8912345`.
 * @returns E.164
 */
export function parseTelephone(text: string): Result<string, 'not-digits' | 'wrong-length'> {
  const signs = text.trim().replace(/[\s.()/-]/g, '')
  if (!/^\+?\d+$/.test(signs)) return fail('not-digits')
  const national = signs.replace(/^(\+62|0062|62(?=\d{8,}))/, '').replace(/^0/, '')
  return /^[2-9]\d{7,12}$/.test(national) ? ok(`+62${national}`) : fail('wrong-length')
}
