/** Small letters and digits that are not mistaken for one another. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

const LINK_LENGTH = 24
const DAY_LENGTH = 8

function written(bytes: Uint8Array, length: number): string {
  let rest = 0n
  for (const byte of bytes) rest = (rest << 8n) | BigInt(byte)
  let text = ''
  for (let at = 0; at < length; at += 1) {
    text += ALPHABET[Number(rest % BigInt(ALPHABET.length))]
    rest /= BigInt(ALPHABET.length)
  }
  return text
}

/** The token of a link from a keyed hash of 32 bytes: 24 signs, 118 bits. */
export const linkCode = (hash: Uint8Array): string => written(hash, LINK_LENGTH)
/** The code of a day at the counter: 8 signs, 39 bits. */
export const dayCode = (hash: Uint8Array): string => written(hash, DAY_LENGTH)

/** A code as people type it: capitals and spaces do not matter. */
export const typedCode = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
