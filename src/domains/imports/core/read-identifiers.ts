import { importsId as t } from '../messages.id.ts'
import { doubted, isRounded, refused, roundedFault, took, unlessAbsent } from './reading.ts'
import type { Read } from './reading.ts'

/** `isNumber`: the sheet keeps it as a number and has dropped zeros in front; `lostDigits`: it has rounded the last figures as well. */
export type IdentifierOptions = { isNumber?: boolean; lostDigits?: boolean }

/** A number the state issues, cut to its figures: quotes that keep a cell text, blanks, dots and dashes go. Letters stay. */
const figuresOf = (stated: string): string => stated.replace(/^['"`’‘]+|['"`’‘]+$|[.,]0$/g, '').replace(/[\s.\-–/,]/g, '')

/** Words that tell that there is such a number without giving it. */
const HAS_ONE = /^(?:ya|iya|ada|sudah|sdh|sudah (?:ada|punya)|punya|v|√|✓|✔|x|1|true|yes|terdaftar|(?:dalam |sedang )?proses)$/i

function identifier(text: string, options: IdentifierOptions, read: (figures: string, stated: string) => Read<string>): Read<string> {
  return unlessAbsent(text, (stated) => {
    if (isRounded(stated, options.lostDigits)) return roundedFault(stated)
    if (HAS_ONE.test(stated)) return refused('number-missing', t.values.numberMissing(stated))
    const figures = figuresOf(stated)
    return /^\d+$/.test(figures) ? read(figures, stated) : refused('not-digits', t.values.notDigits(stated))
  })
}

const wrongLength = (stated: string, found: number, expected: string) =>
  refused('wrong-length', t.values.wrongLength(stated, found, expected))

/** Reads a NIK or the number of a family card to its 16 figures: `'3515…`, `3515 0812 …`. Whether they are one, the registry says. */
export function readSixteenDigits(text: string, options: IdentifierOptions = {}): Read<string> {
  return identifier(text, options, (figures, stated) =>
    (figures.length === 16 ? took(figures) : wrongLength(stated, figures.length, '16')))
}

/** Reads a number of figures alone whose length is not certain (NIK koperasi): at least four, so that a running number is none. */
export function readDigits(text: string, options: IdentifierOptions = {}): Read<string> {
  return identifier(text, options, (figures, stated) =>
    (figures.length >= 4 && figures.length <= 20 ? took(figures) : wrongLength(stated, figures.length, '13')))
}

/**
 * Reads a NIB to its 13 figures. A number of 12 gets back the zero in front that a spreadsheet drops, if its first six then are a day
 * (numbers of the licensing system, since 2018, begin with the day of issue), and the note says so.
 */
export function readBusinessNumber(text: string, options: IdentifierOptions = {}): Read<string> {
  return identifier(text, options, (figures, stated) => {
    if (figures.length === 13) return took(figures)
    const padded = `0${figures}`
    const isLost = figures.length === 12 && /^0[1-9](?:0[1-9]|1[0-2])(?:1[89]|[23]\d)/.test(padded)
    return isLost
      ? took(padded, { code: 'zero-restored', sentence: t.values.zeroRestored(stated, padded) })
      : wrongLength(stated, figures.length, '13')
  })
}

/** Reads a tax number (NPWP) to 15 or 16 figures. 14 may be 15 without a leading zero: doubtful. 22 are the number of a branch. */
export function readTaxNumber(text: string, options: IdentifierOptions = {}): Read<string> {
  return identifier(text, options, (figures, stated) => {
    if (figures.length === 15 || figures.length === 16) return took(figures)
    if (figures.length === 14) return doubted('zero-lost', t.values.zeroLost(stated))
    return wrongLength(stated, figures.length, '15 atau 16')
  })
}

/** Reads a number of home-made food (P-IRT) to its 15 figures; "P-IRT No." in front does not matter. */
export function readHomeIndustryNumber(text: string, options: IdentifierOptions = {}): Read<string> {
  const bare = text.replace(/^\s*'?(?:s?p+-?\s*irt)?[\s.:]*(?:no(?:mor)?)?[\s.:]*(?=\d)/i, '')
  return identifier(bare, options, (figures, stated) =>
    (figures.length === 15 ? took(figures) : wrongLength(stated, figures.length, '15')))
}

/** Reads a permit number that may carry letters (halal, BPOM, trademark). "Ada" or "sudah" alone is no number and is told. */
export function readPermitNumber(text: string, options: IdentifierOptions = {}): Read<string> {
  return unlessAbsent(text, (stated) => {
    if (isRounded(stated, options.lostDigits)) return roundedFault(stated)
    if (HAS_ONE.test(stated)) return refused('number-missing', t.values.numberMissing(stated))
    return took(stated.replace(/^['"`]+/, '').replace(/[\p{Cc}\s]+/gu, ' '))
  })
}

/** Reads an e-mail address: small letters, no blanks, `mailto:` and a full stop behind it cut off. */
export function readEmail(text: string): Read<string> {
  return unlessAbsent(text, (stated) => {
    const address = stated.replace(/^mailto:/i, '').replace(/\s+/g, '').replace(/[.,;]+$/, '').toLowerCase()
    return /^[^@,;]+@[^@,;]+\.[a-z]{2,}$/.test(address) ? took(address) : refused('not-email', t.values.notEmail(stated))
  })
}

type Phone = { digits: string; fault?: 'landline' | 'length' | 'letters' }

function phoneOf(part: string): Phone {
  // "HP:", "WA" and a quote in front, ".0" of a number behind.
  const bare = part.replace(/^['"`’]+/, '').replace(/^[a-z /.:]+(?=[+\d(])/i, '').replace(/\.0$/, '')
  const signs = bare.replace(/[\s.()\-–]/g, '').replace(/^\+?00?62|^\+62/, '62')
  if (!/^\d+$/.test(signs)) return { digits: signs, fault: 'letters' }
  const national = /^620?[28]/.test(signs) && signs.length > 9 ? signs.slice(2).replace(/^0/, '') : signs.replace(/^0/, '')
  if (national.startsWith('8')) {
    return national.length >= 9 && national.length <= 13 ? { digits: `0${national}` } : { digits: signs, fault: 'length' }
  }
  return { digits: signs, fault: /^[2-7]\d{6,10}$/.test(national) ? 'landline' : 'length' }
}

/** The numbers of one cell: parted by signs or words, and only where there are none by blanks before a new beginning. */
function severalIn(stated: string): string[] {
  const isNumber = (part: string) => /\d{6}/.test(part.replace(/[\s.-]/g, ''))
  const parts = stated.split(/[/,;&|\n]|\s+(?:dan|atau)\s+/i).filter(isNumber)
  return parts.length > 1 ? parts : stated.split(/\s{2,}|\s(?=0\d{3})|\s(?=\+62)/).filter(isNumber)
}

/**
 * Reads a mobile number to `08…`: without the zero in front, with +62 or 62, with dots, dashes or a quote.
 * Of two numbers in one cell the first mobile one is taken and the note says so; one that a spreadsheet has rounded is refused.
 */
export function readPhone(text: string, options: IdentifierOptions = {}): Read<string> {
  return unlessAbsent(text, (stated) => {
    if (isRounded(stated, options.lostDigits)) return roundedFault(stated)
    const whole = phoneOf(stated)
    if (whole.fault === undefined) return took(whole.digits)
    const parts = severalIn(stated)
    const first = parts.length > 1 ? parts.map(phoneOf).find(({ fault }) => fault === undefined) : undefined
    if (first) return took(first.digits, { code: 'several-phones', sentence: t.values.severalPhones(stated, first.digits) })
    if (whole.fault === 'landline') return refused('landline', t.values.landline(stated))
    if (whole.fault === 'letters') return refused('not-digits', t.values.notDigits(stated))
    return refused('phone-length', t.values.phoneLength(stated))
  })
}

/** Reads the telephone of an office: a mobile number as `readPhone` does, or a fixed one with its area code (`031 8912345`). */
export function readTelephone(text: string, options: IdentifierOptions = {}): Read<string> {
  const mobile = readPhone(text, options)
  if (mobile.ok || mobile.error.code !== 'landline') return mobile
  const { digits } = phoneOf(text.trim())
  // Without its area code a fixed number reaches nobody.
  return /^0[2-7]\d{7,11}$/.test(digits) ? took(digits) : mobile
}
