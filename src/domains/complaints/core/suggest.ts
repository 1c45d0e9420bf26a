import type { Category } from './choices.ts'
import { lowerWords, sharedWords, tellingWords } from './plain-words.ts'

/** Words that point at a category, as people write them. This product's own list; an officer decides. */
const POINTERS: [Category, string][] = [
  ['fee', 'bayar dibayar membayar uang biaya tarif pungutan pungli mahal gratis suap sogok amplop calo makelar minta rupiah setor'],
  ['conduct', 'kasar sombong marah membentak judes ketus tidak sopan ramah cuek diskriminasi menghina galak acuh sikap perilaku'],
  ['time', 'lambat lama menunggu tunggu terlambat antre antrean berhari minggu bulan janji molor telat kapan selesai tutup jam'],
  ['requirements', 'syarat persyaratan dokumen berkas fotokopi lampiran bolak balik dikembalikan kurang lengkap ditolak prosedur'],
  ['system', 'aplikasi situs galat gagal login masuk sandi kode otp unggah upload server jaringan sinyal tombol halaman'],
  ['wrong-data', 'salah keliru nama alamat nik nib ejaan ganda dobel data tertukar pembetulan'],
  ['cooperative', 'koperasi anggota pengurus simpanan tabungan rat shu ketua bendahara pinjaman'],
]
const STEMS = POINTERS.map(([category, words]) => ({ category, stems: tellingWords(words) }))
/** A cooperative's own matters come before what words like "bayar" would say. */
const STRONG: Partial<Record<Category, number>> = { cooperative: 1.5, fee: 1.2 }

/** The category that the words speak for most, with the words that say so; `other` when none do. */
export function suggestCategory(text: string): { category: Category; because: string[] } {
  const words = tellingWords(text)
  const [best] = STEMS.map(({ category, stems }) => ({ category, because: sharedWords(words, stems) }))
    .map((one) => ({ ...one, weight: one.because.length * (STRONG[one.category] ?? 1) }))
    .toSorted((a, b) => b.weight - a.weight)
  return best && best.weight > 0 ? { category: best.category, because: best.because } : { category: 'other', because: [] }
}

/** An officer as far as a report may name him. */
export type Nameable = { id: string; name: string; roles: readonly string[] }

const TITLES = new Set(['drs', 'dra', 'ir', 'hj', 'st', 'se', 'sh', 'mm', 'msi', 'sos', 'spd', 'dr', 'pak', 'bu', 'bapak', 'ibu', 'mas', 'mbak', 'cak', 'haji'])
const nameWordsOf = (text: string): string[] => lowerWords(text).filter((word) => word.length >= 3 && !TITLES.has(word))

/**
 * Officers somebody may mean. In the field for the name one telling word of it is enough; in the running text the whole name must stand.
 * Rather one too many: whoever is meant must not be the one who reads it first.
 */
export function officersMeant(typedName: string, text: string, staff: readonly Nameable[]): string[] {
  const typed = new Set(nameWordsOf(typedName))
  const running = new Set(lowerWords(text))
  return staff.filter(({ name }) => {
    const own = nameWordsOf(name)
    return own.some((word) => word.length >= 4 && typed.has(word)) || (own.length >= 2 && own.every((word) => running.has(word)))
  }).map((one) => one.id)
}
