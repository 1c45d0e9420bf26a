/** Letters and digits that are not mistaken for one another when read aloud or written by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const RANDOM_LENGTH = 6

/** How many random bytes a reference needs. */
export const REFERENCE_BYTES = RANDOM_LENGTH

/**
 * The number of an application (nomor permohonan), such as `UM02-2611-K7QM4X`: service, year and month, and a random part, so that
 * nobody finds another's case by counting.
 * @param random `REFERENCE_BYTES` random bytes
 */
export function newReference(serviceCode: string, day: { year: number; month: number }, random: Uint8Array): string {
  const tail = [...random.subarray(0, RANDOM_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${serviceCode.replace('-', '')}-${String(day.year % 100).padStart(2, '0')}${String(day.month).padStart(2, '0')}-${tail}`
}

/** A reference as people type it: any case, spaces or missing hyphens. Undefined when it cannot be one. */
export function readReference(text: string): string | undefined {
  const bare = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  const found = bare.match(/^([A-Z]{2,4}\d{2})(\d{4})([A-Z0-9]{6})$/)
  return found ? `${found[1]}-${found[2]}-${found[3]}` : undefined
}
