import { type Result, fail, ok } from '../../../kernel/result.ts'

/** Shorter passwords are refused; there is no rule on signs and figures, which only makes people write passwords down. Source: NIST SP 800-63B, 5.1.1.2 */
export const PASSWORD_LEAST = 10
/** Longer ones would only cost time to hash. */
export const PASSWORD_MOST = 200

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'about-you' | 'repeated' | 'same-as-before'

const LOOKS_LIKE: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' }

const small = (text: string) => text.normalize('NFKC').toLowerCase()
/** Signs and figures around a word ("sidoarjo2026!") make it no better. */
const core = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '')
const unmasked = (text: string) => text.replace(/[013457@$!]/g, (sign) => LOOKS_LIKE[sign] ?? sign)

/** The words a password may be built around: as typed, without what stands around it, with figures read as letters. */
function kernels(password: string): string[] {
  const plain = small(password)
  return [plain, core(plain), letters(plain), unmasked(plain), core(unmasked(core(plain))), letters(unmasked(core(plain)))]
}

// One, two or three signs again and again ("abcabcabcabc"), or a row of keys in order ("abcdefghij", "9876543210").
function isRepeated(password: string): boolean {
  if (/^(.{1,3})\1+.{0,2}$/u.test(password)) return true
  const steps = [...password].slice(1).map((sign, at) => (sign.codePointAt(0) ?? 0) - (password.codePointAt(at) ?? 0))
  return new Set(steps).size === 1
}

/**
 * May this be the password of an officer?
 * @param common listed passwords and words in small letters
 * @param about words of the person and the office (login, name), which others guess first
 */
export function judgePassword(password: string, common: ReadonlySet<string>, about: readonly string[] = []): Result<string, PasswordFault> {
  if ([...password].length < PASSWORD_LEAST) return fail('too-short')
  if (password.length > PASSWORD_MOST) return fail('too-long')
  if (isRepeated(small(password))) return fail('repeated')
  const words = kernels(password)
  const own = new Set(about.flatMap((text) => [small(text), ...small(text).split(/[^\p{L}\p{N}]+/u), letters(small(text))]).filter((word) => word.length >= 4))
  if (words.some((word) => own.has(word))) return fail('about-you')
  return words.some((word) => common.has(word)) ? fail('common') : ok(password)
}
