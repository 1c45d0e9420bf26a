const PRIME = 0x01000193
const [ONE_START, OTHER_START] = [0x811c9dc5, 0x9e3779b9]

/**
 * A text as a whole number below 2^53: equal texts give equal numbers, and two different ones meet by chance once in some thousand million
 * million. Keys of the duplicate rule are kept and compared in this form. No secret: what must not be guessed goes in as a keyed index.
 * Two lanes of FNV-1a with different starts, mixed at the end.
 */
export function hashOf(text: string): number {
  let one = ONE_START
  let other = OTHER_START
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, PRIME)
    other = Math.imul(other ^ (code + at), PRIME)
  }
  return (mixed(one ^ (other >>> 7)) & 0x1fffff) * 0x100000000 + (mixed(other) >>> 0)
}

function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
