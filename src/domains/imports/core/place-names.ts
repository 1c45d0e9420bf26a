import { plainWords } from './plain-words.ts'

const KIND = /^(?:(?:desa|ds|dsa|kelurahan|kel|kelrhn|klrhn|kecamatan|kec|kcmtn|kabupaten|kab|kota)\s+)+/
const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' }

/**
 * The form in which names of places are compared: without "Desa", "Kel.", "Kec.", without blanks, hyphens and accents, old spelling as new
 * (`Soekodono`, `Sidoardjo`), a roman numeral at the end as a figure. Official names are written together, people write them apart.
 * @returns '' for a text without letters
 */
export function placeKey(text: string): string {
  const words = plainWords(text)
  // "Kota" alone, or a village called "Kelud", keep their name: only a prefix that stands before something goes.
  const name = words.replace(KIND, '')
  const parts = (name === '' ? words : name).split(' ')
  const last = parts.at(-1)
  if (parts.length > 1 && last !== undefined) parts[parts.length - 1] = ROMAN[last] ?? last
  return parts.join('').replaceAll('oe', 'u').replaceAll('dj', 'j').replaceAll('tj', 'c')
}

/** Slips of the hand forgiven in a name: none below 4 letters, one up to 7, two in longer ones, where few names lie so near. */
export function slipsAllowed(key: string): number {
  if (key.length < 4) return 0
  return key.length <= 7 ? 1 : 2
}

/**
 * Parts a village cell that names the kecamatan as well: `Kupang Kec. Jabon`, `Kupang (Jabon)`, `Kupang, Jabon`.
 * Without the word "Kec." the second name counts only if there is a kecamatan of that name. What stands before "Desa" and from "RT" on
 * is no part of the name: `Dusun Krajan, Desa Kupang RT 02`.
 */
export function splitPlace(stated: string, isDistrict: (text: string) => boolean): { village: string; district?: string } {
  const text = stated.replace(/[\s,;]*\b(?:rt|rw)\b[\s.:]*\d.*$/i, '').replace(/^.+?[\s,;](?=(?:desa|ds|kelurahan|kel)[\s.]+\p{L})/iu, '')
  const [, village, district] = /^(.*?)[\s,;(/-]*\b(?:kecamatan|kec)\b[\s.:]*([^)]+)\)?$/i.exec(text) ?? []
  if (village !== undefined && district !== undefined) {
    return { village, district: district.replace(/[\s,;]*\b(?:kabupaten|kab)\b.*$/i, '').trim() }
  }
  const [, name, within] = /^(.+?)\s*[,(/]\s*([^,()/]+?)\s*\)?$/.exec(text) ?? []
  if (name !== undefined && within !== undefined && isDistrict(within)) return { village: name, district: within }
  return { village: text.replace(/[,;]+$/, '') }
}
