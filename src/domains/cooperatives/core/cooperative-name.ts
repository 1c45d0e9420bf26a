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
