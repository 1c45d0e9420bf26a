import type { CooperativeKind } from './choices.ts'

/** Abbreviations people write for a form, and the words they stand for. A new one is a new entry here. */
const EXPANSIONS: Record<string, string> = {
  kop: 'koperasi', koprasi: 'koperasi', coop: 'koperasi',
  ksp: 'koperasi simpan pinjam', kosipa: 'koperasi simpan pinjam', usp: 'unit simpan pinjam', ksu: 'koperasi serba usaha',
  kspps: 'koperasi simpan pinjam pembiayaan syariah', kjks: 'koperasi jasa keuangan syariah', bmt: 'baitul maal tamwil',
  kud: 'koperasi unit desa', kopwan: 'koperasi wanita', kopontren: 'koperasi pondok pesantren', kopsis: 'koperasi siswa',
  kopma: 'koperasi mahasiswa', kopkar: 'koperasi karyawan', primkop: 'primer koperasi', primkopti: 'primer koperasi tahu tempe',
  puskop: 'pusat koperasi', puskopsyah: 'pusat koperasi syariah', kpri: 'koperasi pegawai republik indonesia',
  kpn: 'koperasi pegawai negeri', kopdes: 'koperasi desa', kopkel: 'koperasi kelurahan', koppas: 'koperasi pasar',
  kdmp: 'koperasi desa merah putih', kkmp: 'koperasi kelurahan merah putih', kdkmp: 'koperasi merah putih',
  syari: 'syariah', syariat: 'syariah',
}

/** Words that only say which form it is; two names that differ by nothing else may be one cooperative. */
const FORM_WORDS = new Set([
  'koperasi', 'simpan', 'pinjam', 'unit', 'serba', 'usaha', 'pembiayaan', 'syariah', 'jasa', 'keuangan', 'konsumen', 'produsen',
  'pemasaran', 'primer', 'pusat',
])

/**
 * The words of a name written out: small letters, no quotes or signs, abbreviations as the words they stand for.
 * `KSP "Sejahtera"` and `Koperasi Simpan-Pinjam Sejahtera` both give `koperasi simpan pinjam sejahtera`.
 */
export function nameWords(text: string): string[] {
  const latin = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[`´‘’']/g, '').replace(/\b(?:[a-z]\.){2,}/g, joined)
  const words = latin.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return words.flatMap((word) => (EXPANSIONS[word] ?? word).split(' ').filter(Boolean))
}

/** `k.s.p.` is `ksp`. */
const joined = (text: string) => `${text.replaceAll('.', '')} `

/**
 * What is left of a name without the words for its form: the same for names with and without "Koperasi", "KSP" or quotes.
 * A name of form words alone stays whole.
 */
export function bareWords(text: string): string[] {
  const words = nameWords(text)
  const bare = words.filter((word) => !FORM_WORDS.has(word))
  return bare.length > 0 ? bare : words
}

/** Words that say around whom it was formed, told by many names; of little worth to tell two cooperatives apart. */
const COMMON_WORDS = new Set([
  'wanita', 'pegawai', 'republik', 'indonesia', 'negeri', 'karyawan', 'desa', 'kelurahan', 'pondok', 'pesantren', 'siswa', 'mahasiswa', 'pasar',
  'baitul', 'maal', 'tamwil',
])

/**
 * The words by which a name tells which cooperative it is: without forms, also without those like "Kopwan" that say around whom.
 * A name of such words alone stays as `bareWords` has it.
 */
export function tellingWords(text: string): string[] {
  const bare = bareWords(text)
  const telling = bare.filter((word) => !COMMON_WORDS.has(word))
  return telling.length > 0 ? telling : bare
}

/** The kind a name says in so many words: `KSP …`, `Koperasi Konsumen …`; undefined when it says none. */
export function kindOfName(text: string): CooperativeKind | undefined {
  const words = nameWords(text)
  const says = (...all: string[]) => all.every((word) => words.includes(word))
  // A unit for savings within another cooperative makes it none.
  if ((says('simpan', 'pinjam') && !says('unit')) || says('jasa', 'keuangan') || says('baitul')) return 'savings-and-loan'
  if (says('konsumen') || says('serba', 'usaha')) return 'consumer'
  if (says('produsen')) return 'producer'
  if (says('pemasaran')) return 'marketing'
  return says('jasa') ? 'service' : undefined
}
