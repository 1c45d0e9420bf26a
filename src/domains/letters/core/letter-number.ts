/** The number of a letter (nomor surat): a configured pattern filled with fields. A change of the pattern never renumbers old letters. */
import { fail, ok, type Result } from '../../../kernel/result.ts'

/** `sequence` is the place in the office's register of the year, from 1. */
export type NumberFields = { classification: string; sequence: number; unit: string; year: number }

/** What is wrong with a pattern or a number; the words for people are chosen by the page. */
export type NumberFault =
  | { kind: 'unknown-field'; field: string }
  | { kind: 'field-missing'; field: 'urut' | 'tahun' }
  | { kind: 'not-printable' }
  | { kind: 'too-long'; most: number }
  | { kind: 'bad-value'; field: keyof NumberFields }

/** The number must fit the letter code whole: a number that is cut would no longer name one letter. See docs/letter-code.md. */
const MOST_CHARACTERS = 40
const FIELD = /\{([^{}]*)\}/g
const NAMES: Record<string, keyof NumberFields> = { klas: 'classification', urut: 'sequence', unit: 'unit', tahun: 'year' }

/**
 * Is this a pattern by which letters can be numbered? `{klas}/{urut}/{unit}/{tahun}` is; `{urut:3}` writes at least three digits.
 * `{urut}` and `{tahun}` are needed: the pair makes a number unique.
 * Source: pattern in use, `500.5.7.10/239/438.5.14/2025`; Permendagri 83/2022 for the classification
 */
export function checkNumberPattern(pattern: string): Result<string, NumberFault> {
  for (const [, field = ''] of pattern.matchAll(FIELD)) {
    if (!NAMES[field] && !/^urut:[1-6]$/.test(field)) return fail({ kind: 'unknown-field', field })
  }
  for (const field of ['urut', 'tahun'] as const) {
    if (!new RegExp(`\\{${field}(:\\d)?\\}`).test(pattern)) return fail({ kind: 'field-missing', field })
  }
  // Only what every archive, file name and telephone call can carry.
  return /^[A-Za-z0-9./ -]*$/.test(pattern.replace(FIELD, '')) ? ok(pattern) : fail({ kind: 'not-printable' })
}

/** The number as printed. The same pattern and fields give the same text for ever. */
export function formatLetterNumber(pattern: string, fields: NumberFields): Result<string, NumberFault> {
  const checked = checkNumberPattern(pattern)
  if (!checked.ok) return checked
  if (!Number.isInteger(fields.sequence) || fields.sequence < 1) return fail({ kind: 'bad-value', field: 'sequence' })
  if (!Number.isInteger(fields.year) || fields.year < 2000 || fields.year > 2127) return fail({ kind: 'bad-value', field: 'year' })
  for (const field of ['classification', 'unit'] as const) {
    if (!/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(fields[field])) return fail({ kind: 'bad-value', field })
  }
  const number = pattern.replace(FIELD, (_, field: string) => {
    const [name = '', digits = '1'] = field.split(':')
    return String(fields[NAMES[name]!]).padStart(Number(digits), '0')
  })
  return number.length <= MOST_CHARACTERS ? ok(number) : fail({ kind: 'too-long', most: MOST_CHARACTERS })
}
