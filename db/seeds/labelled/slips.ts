import type { Chance } from '../chance.ts'

/** Spellings of one sound or word, either way; the first that fits by chance is used. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bMuhammad\b|\bMohammad\b|\bMuhamad\b/, 'Moch.'], [/\bMoh\.|\bMuh\.|\bM\./, 'Muhammad'], [/\bMuhammad\b|\bMohammad\b/, 'M.'],
  [/\bAchmad\b|\bAch\./, 'Ahmad'], [/\bAhmad\b/, 'Achmad'], [/\bAbdul\b/, 'Abd.'], [/\bAbd\./, 'Abdul'], [/\bSiti\b/, 'St.'],
  [/\bNur\b/, 'Noer'], [/\bNur (?=\p{Lu})/u, 'Nur'], [/\bSri (?=\p{Lu})/u, 'Sri'], [/u(?=[bdgjlmnrs])/, 'oe'], [/j(?=[aou])/, 'dj'],
  [/\bCh/, 'Kh'], [/\bKh/, 'Ch'], [/sy/, 's'], [/z/, 's'], [/iy(?=[aou])/, 'i'], [/yo\b/, 'io'], [/i\b/, 'y'],
  [/ai(?=\p{L})/u, 'ae'], [/ae/, 'ai'],
  [/f/, 'p'], [/v/, 'f'], [/k\b/, 'q'], [/ah\b/, 'a'], [/Sholi/, 'Soli'], [/\bKerupuk\b/, 'Krupuk'],
  [/\bKeripik\b/, 'Kripik'], [/\bRejeki\b/, 'Rezeki'],
  [/\bBarokah\b/, 'Berokah'], [/\bMebel\b/, 'Meubel'], [/\bKonveksi\b/, 'Konfeksi'], [/\bKatering\b/, 'Catering'],
  [/\bFotokopi\b/, 'Fotocopy'],
  [/\bPutra\b/, 'Putera'], [/\bSate\b/, 'Satay'], [/\bKue\b/, 'Kueh'], [/\bLaundry\b/, 'Londry'],
  [/\bSambal\b/, 'Sambel'], [/mm|ll|nn|tt|ss/, 's'],
]

export function respell(chance: Chance, name: string): string {
  const fitting = SPELLINGS.filter(([sound]) => sound.test(name))
  if (fitting.length === 0) return name
  const [sound, spelling] = chance.one(fitting)
  return name.replace(sound, spelling)
}

/** One slip of the finger in a word of four letters or more. */
export function mistype(chance: Chance, name: string): string {
  const words = name.split(' ')
  const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []))
  if (long.length === 0) return name
  const at = chance.one(long)
  const word = words[at] ?? ''
  const place = chance.between(1, word.length - 2)
  const slips = [
    word.slice(0, place) + word.slice(place + 1),
    word.slice(0, place) + word.charAt(place) + word.slice(place),
    word.slice(0, place) + word.charAt(place + 1) + word.charAt(place) + word.slice(place + 2),
    word.slice(0, place) + chance.one([...'aeiounrst']) + word.slice(place + 1),
  ]
  words[at] = chance.one(slips)
  return words.join(' ')
}

/** One wrong digit, or two neighbours exchanged; the last four stay 0000. */
export function mistypeDigits(chance: Chance, digits: string): string {
  const at = chance.between(0, 10)
  const [here, next] = [digits.charAt(at), digits.charAt(at + 1)]
  if (here !== next && chance.share(0.4)) return digits.slice(0, at) + next + here + digits.slice(at + 2)
  return digits.slice(0, at) + String((Number(here) + chance.between(1, 9)) % 10) + digits.slice(at + 1)
}

const SAYS_NOTHING = /^(UD|CV|Toko|Warung|Dapur|Bu|Pak|Mbak|Bunda|Mak|Cak|Mas|Wak|Hj?\.|St\.|M\.|Moh\.|Muh\.|Ach\.|Abd\.|Ibu|Dra\.)$/

/** A word less, and never only the form or the address left: nobody writes "Toko" for Toko Anugerah. */
export function withoutOneWord(chance: Chance, name: string): string {
  const words = name.split(' ')
  const shorter = words.map((_, gone) => words.filter((_word, at) => at !== gone))
    .filter((rest) => rest.some((word) => !SAYS_NOTHING.test(word)))
  return shorter.length === 0 ? name : chance.one(shorter).join(' ')
}
