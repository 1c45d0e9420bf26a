/** Words that say nothing about what a text is about. */
const EMPTY = new Set(('yang dan di ke dari untuk dengan pada adalah itu ini saya kami kita anda ada tidak tak bisa dapat akan sudah telah belum juga atau karena agar supaya '
  + 'oleh sebagai dalam saat ketika kalau jika apakah apa bagaimana kapan siapa mohon tolong terima kasih pak bu bapak ibu nya lagi hanya masih saja lebih sangat para kok sih ya '
  + 'lalu kemudian sampai hingga tetapi tapi namun maka pun the a an of to in is my i me for and how what').split(' '))

/** One spelling for what people write in several ways, Javanese and slang among them. */
const SAME: Record<string, string> = {
  ngurus: 'urus', mbayar: 'bayar', mbayari: 'bayar', ndak: 'tidak', gak: 'tidak', nggak: 'tidak', krupuk: 'kerupuk', duit: 'uang',
  dana: 'uang', pungli: 'pungutan', pungut: 'pungutan', pinjem: 'pinjam', kredit: 'pinjam',
  modal: 'pinjam', cara: 'syarat', persyaratan: 'syarat', petugasnya: 'petugas', pegawai: 'petugas', kantor: 'dinas', kop: 'koperasi',
  lelet: 'lambat', lama: 'lambat', lemot: 'lambat', suwe: 'lambat',
  web: 'aplikasi', website: 'aplikasi', situs: 'aplikasi', app: 'aplikasi', eror: 'galat', error: 'galat', data: 'data', halalnya: 'halal',
  merk: 'merek',
}

const SUFFIXES = ['kannya', 'annya', 'inya', 'kan', 'nya', 'lah', 'kah', 'an', 'i']
const PREFIXES = ['memper', 'diper', 'meng', 'meny', 'mem', 'men', 'peng', 'pem', 'pen', 'ber', 'ter', 'per', 'me', 'di', 'ke', 'se', 'pe']
/** A stem is not cut shorter than this. */
const LEAST = 4

/** The stem of an Indonesian word, roughly: enough to see that "pembayaran" and "membayar" speak of the same. */
function stem(word: string): string {
  let rest = word
  const suffix = SUFFIXES.find((end) => rest.endsWith(end) && rest.length - end.length >= LEAST)
  if (suffix) rest = rest.slice(0, -suffix.length)
  const prefix = PREFIXES.find((begin) => rest.startsWith(begin) && rest.length - begin.length >= LEAST)
  if (prefix) rest = rest.slice(prefix.length)
  return SAME[rest] ?? rest
}

/** The letters and digits of a text in small, marks taken off, as separate words. */
export const lowerWords = (text: string): string[] =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** What a text is about: the stems of its telling words, each once. */
export function tellingWords(text: string): Set<string> {
  return new Set(lowerWords(text).filter((word) => word.length > 2 && !EMPTY.has(word)).map((word) => SAME[word] ?? stem(word)).filter((word) => !EMPTY.has(word)))
}

/** Words two texts share. */
export const sharedWords = (one: ReadonlySet<string>, other: ReadonlySet<string>): string[] => [...one].filter((word) => other.has(word))
