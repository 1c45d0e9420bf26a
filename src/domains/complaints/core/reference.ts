import type { Kind } from './choices.ts'

/** Letters a ticket number (nomor tiket) begins with, by what it was when it came. */
export const PREFIX: Record<Kind, string> = { complaint: 'PGD', suggestion: 'SRN', information: 'INF', consultation: 'KON' }

/** A ticket number as people type it: any case, spaces or missing hyphens. Undefined when it cannot be one. */
export function readTicket(text: string): string | undefined {
  const bare = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const found = bare.match(/^(PGD|SRN|INF|KON)(\d{4})([A-Z0-9]{6})$/)
  return found ? `${found[1]}-${found[2]}-${found[3]}` : undefined
}

/** Six digits to follow a ticket without login, from the first bytes of a keyed hash; about evenly spread. */
export const secretDigits = (hash: Uint8Array): string => {
  const number = [...hash.subarray(0, 6)].reduce((sum, byte) => sum * 256 + byte, 0)
  return String(number % 1_000_000).padStart(6, '0')
}
