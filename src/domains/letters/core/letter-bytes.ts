/** The plain bytes under the letter code: text, dates, base 41. Format in docs/letter-code.md; runs on server and phone alike. */

const utf8 = new TextEncoder()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One form for one text: Unicode NFC, every run of white space one blank, none at the ends. */
export const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** The tidy text, cut so that it takes at most `most` bytes of UTF-8; what was cut ends in `…` (three of these bytes). */
export function cutText(text: string, most: number): string {
  const whole = tidy(text)
  if (utf8.encode(whole).length <= most) return whole
  let kept = ''
  let size = 3
  for (const character of whole) {
    size += utf8.encode(character).length
    if (size > most) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Collects bytes in the order of the format. */
export class ByteWriter {
  readonly #bytes: number[] = []

  byte(value: number): this {
    this.#bytes.push(value & 255)
    return this
  }

  raw(bytes: Uint8Array): this {
    this.#bytes.push(...bytes)
    return this
  }

  text(value: string): this {
    const bytes = utf8.encode(value)
    return this.byte(bytes.length).raw(bytes)
  }

  /** `2026-11-17` in two bytes: seven bits of years since 2000, four of the month, five of the day; no date is 0. */
  date(value: string | undefined): this {
    const [year = 2000, month = 0, day = 0] = value?.split('-').map(Number) ?? []
    const packed = ((year - 2000) << 9) | (month << 5) | day
    return this.byte(packed >> 8).byte(packed)
  }

  done(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes)
  }
}

/** Reads what `ByteWriter` wrote; anything that could not have been written throws `MalformedBytes`. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    const value = this.#bytes[this.#at++]
    if (value === undefined) throw new MalformedBytes()
    return value
  }

  raw(count: number): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.slice(this.#at, this.#at + count)
    if (bytes.length !== count) throw new MalformedBytes()
    this.#at += count
    return bytes
  }

  text(most: number): string {
    const length = this.byte()
    if (length > most) throw new MalformedBytes()
    const bytes = this.raw(length)
    let value
    try {
      value = strictUtf8.decode(bytes)
    } catch {
      throw new MalformedBytes()
    }
    if (value !== tidy(value)) throw new MalformedBytes()
    return value
  }

  date(): string | undefined {
    const packed = (this.byte() << 8) | this.byte()
    if (packed === 0) return undefined
    const date = `${2000 + (packed >> 9)}-${two((packed >> 5) & 15)}-${two(packed & 31)}`
    if (!isDate(date)) throw new MalformedBytes()
    return date
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new MalformedBytes()
  }
}

export class MalformedBytes extends Error {}

/** A day of the calendar between 2000 and 2127, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number)
  if (!parts) return false
  const [year = 0, month = 0, day = 0] = parts
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return year >= 2000 && year <= 2127 && days !== undefined && day >= 1 && day <= days
}

const two = (value: number) => String(value).padStart(2, '0')

/** All of these belong to the QR's dense alphabet and may stand in the fragment of an address as they are. */
const BASE_41 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$+-/:'

/** Two bytes become three characters, a last single byte two: 8.25 bits of the QR for a byte, where base64url takes 10.7. */
export function toBase41(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 2) {
    const last = i + 1 === bytes.length
    let value = last ? bytes[i]! : bytes[i]! * 256 + bytes[i + 1]!
    for (let digit = last ? 2 : 3; digit > 0; digit--) {
      text += BASE_41.charAt(value % 41)
      value = Math.floor(value / 41)
    }
  }
  return text
}

export function fromBase41(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 3 === 1) throw new MalformedBytes()
  const bytes: number[] = []
  for (let i = 0; i < text.length; i += 3) {
    const group = text.slice(i, i + 3)
    let value = 0
    for (let digit = group.length - 1; digit >= 0; digit--) {
      const position = BASE_41.indexOf(group.charAt(digit))
      if (position < 0) throw new MalformedBytes()
      value = value * 41 + position
    }
    if (value > (group.length === 3 ? 65535 : 255)) throw new MalformedBytes()
    if (group.length === 3) bytes.push(value >> 8)
    bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}
