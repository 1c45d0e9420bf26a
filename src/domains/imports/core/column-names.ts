import { plainWords, slipsBetween } from './plain-words.ts'
import { SYNONYMS } from './column-synonyms.ts'
import type { Field, RecordKind } from './fields.ts'

/** What a heading is known to mean; `skip` is a column no register keeps (running number, photograph, signature). */
export type Target = Field | 'skip'

/** One meaning of a heading: how sure, 0 to 1, by which way it was found, and the known word that was recognised. */
export type NameMatch = { target: Target; score: number; by: 'name' | 'typing' | 'part'; word: string }

// How the words of headings are shortened; '' for words that say nothing about which column it is.
const LONG: Readonly<Record<string, string>> = {
  nm: 'nama', nma: 'nama', no: 'nomor', nmr: 'nomor', nomer: 'nomor', num: 'nomor', tgl: 'tanggal', tg: 'tanggal', tnggl: 'tanggal',
  th: 'tahun', thn: 'tahun', tahunan: 'tahun', pertahun: 'tahun', setahun: 'tahun', bln: 'bulan', bulanan: 'bulan', perbulan: 'bulan',
  sebulan: 'bulan', jml: 'jumlah', jmlh: 'jumlah', jlh: 'jumlah', jum: 'jumlah', total: 'jumlah', banyaknya: 'jumlah',
  tk: 'tenaga kerja', naker: 'tenaga kerja', kec: 'kecamatan', kel: 'kelurahan', ds: 'desa', kab: 'kabupaten', prov: 'provinsi',
  propinsi: 'provinsi', almt: 'alamat', alm: 'alamat', telp: 'telepon', tlp: 'telepon', tlpn: 'telepon', telpon: 'telepon', tel: 'telepon',
  tilpun: 'telepon', contact: 'kontak', handphone: 'hp', hape: 'hp', ponsel: 'hp', wa: 'whatsapp', omset: 'omzet', omzt: 'omzet',
  omst: 'omzet', usaha2: 'usaha', ush: 'usaha', ukm: 'umkm', ikm: 'umkm', pemlik: 'pemilik', owner: 'pemilik', lk: 'laki', l: 'laki',
  pria: 'laki', pr: 'perempuan', p: 'perempuan', wanita: 'perempuan', ttl: 'tempat tanggal lahir', jk: 'jenis kelamin',
  merk: 'merek', brand: 'merek', lat: 'latitude', long: 'longitude', lon: 'longitude', lng: 'longitude', kop: 'koperasi',
  bh: 'badan hukum', pddk: 'pendidikan', pend: 'pendidikan', ket: 'keterangan', sertifikat: 'sertifikat', sert: 'sertifikat',
  surel: 'email', mail: 'email', krywn: 'karyawan', aset: 'aset', asset: 'aset', assets: 'aset', kelamain: 'kelamin',
  rp: '', rupiah: '', idr: '', juta: '', jutaan: '', jt: '', ribu: '', ribuan: '', miliar: '', milyar: '', '000': '', '000000': '',
  rp000: '', orang: '', org: '', per: '', di: '', dan: '', yang: '', dari: '', atau: '', wajib: '', diisi: '', isi: '', sesuai: '',
  dalam: '', data: '', day: '', of: '', dll: '',
}

/**
 * The form in which headings are compared: `Nm. Pemilik/Pengusaha (Rp)` is `nama pemilik pengusaha`. Abbreviations are written out, units
 * and small words left out, "laki-laki" is one word. A year stays `tahun`, so that "Omzet 2023" is that of a year.
 */
export function headingKey(heading: string): string {
  const words: string[] = []
  for (const word of plainWords(heading.replace(/e-mail/i, 'email').replace(/p-irt/i, 'pirt')).split(' ')) {
    const long = /^(?:19|20)\d{2}$/.test(word) ? 'tahun' : (LONG[word] ?? word)
    for (const part of long.split(' ')) if (part !== '' && part !== words.at(-1)) words.push(part)
  }
  return words.join(' ')
}

type Known = { words: string[]; tight: string; letters: number; target: Target; score: number; word: string }
type Book = { exact: Map<string, Known[]>; sorted: Map<string, Known[]>; all: Known[] }

/** The letters of a word as a set of bits. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32)
  return letters
}

function differingLetters(a: number, b: number): number {
  let count = 0
  for (let rest = a ^ b; rest !== 0; rest &= rest - 1) count += 1
  return count
}

const sortedKey = (key: string) => key.split(' ').sort().join(' ')

function bookOf(kind: RecordKind): Book {
  const book: Book = { exact: new Map(), sorted: new Map(), all: [] }
  for (const { target, words, score } of SYNONYMS[kind]) {
    for (const word of words) {
      const key = headingKey(word)
      const tight = key.replaceAll(' ', '')
      const sorted = sortedKey(key)
      const known = { words: key.split(' '), tight, letters: lettersOf(tight), target, score, word }
      book.all.push(known)
      book.exact.set(key, [...(book.exact.get(key) ?? []), known])
      book.sorted.set(sorted, [...(book.sorted.get(sorted) ?? []), known])
    }
  }
  return book
}

const BOOKS: Record<RecordKind, Book> = { business: bookOf('business'), cooperative: bookOf('cooperative') }

/**
 * What a heading may mean, the surest first: by its words, by its words in another order, with slips of the hand, by a part of it.
 * Empty when nothing is known.
 */
export function namesOf(kind: RecordKind, heading: string): NameMatch[] {
  const best = new Map<Target, NameMatch>()
  const add = (match: NameMatch) => {
    if (match.score > (best.get(match.target)?.score ?? 0)) best.set(match.target, match)
  }
  const whole = headingKey(heading)
  const bare = headingKey(heading.replace(/\([^)]*\)/g, ' '))
  // "Jumlah Karyawan 2023" is known without its year; "Omzet 2023" means more with it.
  const keys = new Set([whole, bare, whole.replace(/ tahun$/, ''), bare.replace(/ tahun$/, '')])
  let loss = 0
  for (const key of keys) {
    if (key === '') continue
    for (const match of matches(BOOKS[kind], key)) add({ ...match, score: match.score - loss })
    loss += 0.01
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

function matches(book: Book, key: string): NameMatch[] {
  const same = book.exact.get(key)
  if (same) return same.map(({ target, score, word }) => ({ target, score, by: 'name', word }))
  const turned = book.sorted.get(sortedKey(key))
  if (turned) return turned.map(({ target, score, word }) => ({ target, score: score - 0.03, by: 'name', word }))
  const near = misspelt(book, key)
  return near.length > 0 ? near : parts(book, key)
}

function misspelt(book: Book, key: string): NameMatch[] {
  const tight = key.replaceAll(' ', '')
  const most = tight.length < 5 ? 0 : tight.length < 9 ? 1 : 2
  const letters = lettersOf(tight)
  const found: NameMatch[] = []
  for (const { tight: known, letters: knownLetters, target, score, word } of book.all) {
    // A slip changes at most two letters of the set: this cheap look spares nearly all of the exact comparisons.
    if (known.length < 4 || Math.abs(known.length - tight.length) > most || differingLetters(letters, knownLetters) > 2 * most) continue
    const slips = slipsBetween(known, tight, most)
    if (slips !== undefined) found.push({ target, score: score - 0.05 - 0.07 * slips, by: slips === 0 ? 'name' : 'typing', word })
  }
  return found
}

/** Headings that say more than is known: the longer the known part, the surer. One known word out of four is no sign. */
function parts(book: Book, key: string): NameMatch[] {
  const words = key.split(' ')
  const found: NameMatch[] = []
  for (const { words: wanted, tight, target, score, word } of book.all) {
    const share = wanted.length / words.length
    if (score < 0.8 || tight.length < 3 || share < 0.3 || share > 1 || !wanted.every((one) => words.includes(one))) continue
    found.push({ target, score: Math.min(score, 0.45 + 0.4 * share), by: 'part', word })
  }
  return found
}

/** Is this a word of headings, sure enough to find the row of headings by it? */
export function isHeading(text: string): boolean {
  if (text.length > 80 || !/\p{L}/u.test(text)) return false
  let known = headings.get(text)
  if (known === undefined) {
    known = (['business', 'cooperative'] as const).some((kind) => (namesOf(kind, text)[0]?.score ?? 0) >= 0.75)
    if (headings.size >= MOST_REMEMBERED) headings.clear()
    headings.set(text, known)
  }
  return known
}

// The same cells are looked at for every row the headings may begin in.
const MOST_REMEMBERED = 2000
const headings = new Map<string, boolean>()
