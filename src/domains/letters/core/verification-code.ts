/**
 * The verification code (kode verifikasi) of a letter: 11 random characters and one that detects typing errors. It is the only
 * way to a letter's public page, so it must not be guessable; it is printed and typed by people, so nothing in it looks alike.
 */

/** Digits and capitals without 0, O, 1, I and L: 31 of them, a prime, so that the check character finds every single error. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const RANDOM_CHARACTERS = 11

/**
 * A new code of 12 characters, without hyphens; 31^11 possibilities (54 bits).
 * @param randomBytes gives as many unpredictable bytes as asked; called again when some had to be thrown away
 */
export function newCode(randomBytes: (count: number) => Uint8Array): string {
  let body = ''
  while (body.length < RANDOM_CHARACTERS) {
    for (const byte of randomBytes(16)) {
      // 248 is the largest multiple of 31 in a byte: taking the rest as well would prefer some characters.
      if (byte < 248 && body.length < RANDOM_CHARACTERS) body += CODE_ALPHABET[byte % 31]
    }
  }
  return body + checkCharacter(body)
}

/** What a person typed or a link carried, as a code of 12 capitals; `undefined` if it cannot be one. Case, spaces, hyphens are ignored. */
export function readCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s\u00a0.‐-―-]/g, '')
  if (code.length !== RANDOM_CHARACTERS + 1) return undefined
  for (const character of code) if (!CODE_ALPHABET.includes(character)) return undefined
  return code[RANDOM_CHARACTERS] === checkCharacter(code.slice(0, RANDOM_CHARACTERS)) ? code : undefined
}

/** As printed and read aloud: `ABCD-EFGH-JKMN`. */
export const showCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** Weighted sum modulo 31 with the weights 1 to 11: finds one wrong character and any two that changed places. */
function checkCharacter(body: string): string {
  let sum = 0
  for (let i = 0; i < body.length; i++) sum += (i + 1) * CODE_ALPHABET.indexOf(body.charAt(i))
  return CODE_ALPHABET.charAt(sum % 31)
}
