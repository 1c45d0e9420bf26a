/** Sentences of the command `export`. */
export const exportId = {
  about: 'tulis registri atau permohonan keluar, seluruhnya atau sebagian',
  what: 'businesses, cooperatives, atau applications',
  format: 'csv, xlsx, atau jsonl',
  out: 'berkas tujuan; tanpa ini data ditulis ke keluaran baku',
  withNumbers: 'tulis NIK, KK, NPWP, HP, surel, dan tanggal lahir lengkap; tercatat',
  columns: 'hanya sebutkan kolom dan artinya',
  q: 'hanya yang cocok dengan kata ini, seperti di daftar usaha; atau satu nomor registri atau NIB',
  district: 'hanya kecamatan ini, misalnya 35.15.05',
  village: 'hanya desa ini, misalnya 35.15.05.2003',
  kbli: 'hanya KBLI yang diawali 2 sampai 5 angka ini, atau satu huruf kategori',
  scale: 'hanya golongan ini: micro, small, medium, large, none',
  legality: 'hanya yang punya izin ini, dipisah koma: nib, no-nib, pirt, halal, trademark',
  status: 'hanya status ini, misalnya active',
  freshness: 'due: hanya yang perlu pemutakhiran; fresh: hanya yang dikonfirmasi 12 bulan terakhir',
  owner: 'hanya usaha pemilik dengan ID ini',
  noOffice: 'Belum ada dinas. Jalankan dahulu: ditakopum office add',
  onlyBusinesses: (option: string) => `Pilihan ${option} hanya untuk businesses.`,
  notWritable: (path: string, why: string) => `Berkas ${path} tidak dapat ditulis (${why}).`,
  /** Read by people and by scripts: plain digits. */
  done: (rows: number, sha256: string) => `${rows} baris, SHA-256 ${sha256}`,
}
