import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { REFERENCE } from '../../platform/db/reference.ts'
import { PASSWORD_COST } from './account-store.ts'

let listed: Promise<ReadonlySet<string>> | undefined

/** Passwords and words that many people choose, in small letters; read once. Source and licence: head of the file. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  listed ??= readFile(join(REFERENCE, 'common-passwords.txt'), 'utf8')
    .then((text) => new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))))
  return listed
}

export const hashPassword = (password: string): Promise<string> => hash(password, PASSWORD_COST)

let nobodys: Promise<string> | undefined

/** Checks a password. Without a stored one the same work is done on a hash of nobody, so that time does not tell whether a login exists. */
export async function checkPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('no account has this password')
  const right = await verify(stored ?? await nobodys, password.slice(0, 1000))
  return right && Boolean(stored)
}

// No letters that look alike when read from a slip, no vowels that could make words.
const SIGNS = 'bcdfghjkmnpqrstvwxz23456789'

/** A password the administrator hands over; the next sign-in replaces it. Four groups of four: about 76 bits. */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
  return [group(), group(), group(), group()].join('-')
}
