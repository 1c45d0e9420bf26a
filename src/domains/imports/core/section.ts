import { plainWords } from './plain-words.ts'

/** What holds for the rows below a section row, or for a whole sheet by its title: names of places as written, or another heading. */
export type SectionContext = { district?: string; village?: string; other?: string }

const NAME = String.raw`([\p{L}'’ -]{2,40}?)`
const ends = (words: string) => String.raw`(?=\s*(?:$|[,;():\d]|\s-\s|\b(?:${words})\b))`
const DISTRICT = new RegExp(
  String.raw`\b(?:kecamatan|kec)\b[\s.:]*${NAME}${ends('tahun|thn|th|kabupaten|kab|desa|kelurahan|kel|bulan|provinsi|per|se')}`, 'iu')
const VILLAGE_WORD = String.raw`\b(?:desa|kelurahan|kel|ds)\b(?:\s*\/\s*(?:desa|kelurahan|kel)\b)?`
const VILLAGE = new RegExp(String.raw`${VILLAGE_WORD}[\s.:]*${NAME}${ends('tahun|thn|th|kecamatan|kec|kabupaten|kab|bulan|rt|rw')}`, 'iu')

// "Koperasi Desa Merah Putih", "per desa dan kelurahan", "desa se-Kecamatan": words that follow but are no names.
const NO_NAME = new Set((
  'merah dan se per di yang binaan wisata atau tahun mandiri usaha kelurahan desa serta lainnya lain'
).split(' '))

function nameIn(pattern: RegExp, text: string): string | undefined {
  const name = pattern.exec(text)?.[1]?.trim()
  const [first = ''] = plainWords(name ?? '').split(' ')
  return first === '' || NO_NAME.has(first) ? undefined : name
}

/** The places a title or a section row names: `DATA UMKM DESA KUPANG KECAMATAN JABON TAHUN 2023`. Undefined when it names none. */
export function placesIn(text: string): SectionContext | undefined {
  const district = nameIn(DISTRICT, text)
  const village = nameIn(VILLAGE, text)
  if (district === undefined && village === undefined) return undefined
  return { ...(district === undefined ? {} : { district }), ...(village === undefined ? {} : { village }) }
}

/** What holds after one more section row: a new kecamatan ends the village before it, a new village stays in its kecamatan. */
export function carry(before: SectionContext, found: SectionContext): SectionContext {
  if (found.district !== undefined) return found
  if (found.village !== undefined) return { ...(before.district === undefined ? {} : { district: before.district }), ...found }
  return { ...before, ...found }
}
