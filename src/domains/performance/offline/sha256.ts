// FIPS 180-4. The browser's own SHA-256 answers later: a million short texts, each waited for, would take minutes.

const PRIMES = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179,
  181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311,
]
/** The first 32 bits after the point of a root: 53 bits of a double are enough for roots below 18. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))

const words = new Int32Array(64)
const state = new Int32Array(8)
const encoder = new TextEncoder()

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
const word = (list: Int32Array | Uint8Array, at: number): number => list[at] ?? 0

function compress(bytes: Uint8Array, from: number): void {
  for (let at = 0; at < 16; at += 1) {
    const byte = from + at * 4
    words[at] = (word(bytes, byte) << 24) | (word(bytes, byte + 1) << 16) | (word(bytes, byte + 2) << 8) | word(bytes, byte + 3)
  }
  for (let at = 16; at < 64; at += 1) {
    const near = word(words, at - 2)
    const far = word(words, at - 15)
    const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
    const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10)
    words[at] = (word(words, at - 16) + low + word(words, at - 7) + high) | 0
  }
  let a = word(state, 0)
  let b = word(state, 1)
  let c = word(state, 2)
  let d = word(state, 3)
  let e = word(state, 4)
  let f = word(state, 5)
  let g = word(state, 6)
  let h = word(state, 7)
  for (let at = 0; at < 64; at += 1) {
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + word(K, at) + word(words, at)) | 0
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = word(state, 0) + a
  state[1] = word(state, 1) + b
  state[2] = word(state, 2) + c
  state[3] = word(state, 3) + d
  state[4] = word(state, 4) + e
  state[5] = word(state, 5) + f
  state[6] = word(state, 6) + g
  state[7] = word(state, 7) + h
}

/** SHA-256 of a text in UTF-8, as 64 small hex digits; at once. */
export function sha256(text: string): string {
  const content = encoder.encode(text)
  const padded = new Uint8Array((((content.length + 8) >> 6) + 1) << 6)
  padded.set(content)
  padded[content.length] = 0x80
  new DataView(padded.buffer).setUint32(padded.length - 4, content.length * 8)
  new DataView(padded.buffer).setUint32(padded.length - 8, Math.floor(content.length / 2 ** 29))
  state.set(START)
  for (let from = 0; from < padded.length; from += 64) compress(padded, from)
  return Array.from(state, (part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}
