/** One SMS: more would be cut in parts, cost double, and on old phones arrive out of order. Source: 3GPP TS 23.038. */
export const MOST_CHARACTERS = 160

const PLAIN: Record<string, string> = { '‘': "'", '’': "'", '`': "'", '“': '"', '”': '"', '–': '-', '—': '-', '…': '...', '\t': ' ', '\n': ' ' }
/** In the GSM alphabet these take two places. */
const DOUBLE = /[\^{}\\[\]~|]/g

/**
 * The text in letters that every phone shows and that cost one place each: marks above letters go, typographer's signs become plain,
 * what is left over becomes a question mark.
 */
export function gsmText(text: string): string {
  return text.replace(/[‘’`“”–—…\t\n]/g, (sign) => PLAIN[sign] ?? '').normalize('NFKD').replace(/\p{M}/gu, '')
    .replace(/\s/gu, ' ').replace(/[^\x20-\x7e]/gu, '?')
}

/** Places a text of `gsmText` takes in an SMS. */
export const gsmLength = (text: string): number => text.length + (text.match(DOUBLE)?.length ?? 0)

/** The first of several wordings, from full to short, that one SMS holds. The last is cut if even that is too long: half a message is better than none. */
export function firstThatFits(variants: readonly string[]): string {
  const plain = variants.map(gsmText)
  const fitting = plain.find((text) => gsmLength(text) <= MOST_CHARACTERS)
  if (fitting !== undefined) return fitting
  let cut = (plain.at(-1) ?? '').slice(0, MOST_CHARACTERS)
  while (gsmLength(cut) > MOST_CHARACTERS) cut = cut.slice(0, -1)
  return cut
}
