/** Every sentence the embedded database shows to the person who starts the program. */
export const messages = {
  firstStart: 'Menyiapkan basis data untuk pertama kali …',
  copyingPrograms: 'Menyalin program basis data ke tempat yang dapat dibaca oleh akun layanannya …',
  unfinishedRemoved: 'Penyiapan basis data yang dulu terputus dihapus dan diulang.',
  staleRemoved: (pid: number) => `Tanda basis data lama (proses ${pid}) sudah tidak berlaku dan dihapus.`,
  adopted: (pid: number) => `Memakai basis data yang sudah berjalan (proses ${pid}).`,
  deafStopped: (pid: number) => `Basis data lama (proses ${pid}) tidak menjawab, jadi dihentikan.`,
  stillStarting: 'Basis data sedang memulihkan diri setelah berhenti mendadak. Mohon tunggu …',
  lost: 'Sambungan ke basis data terputus. Basis data dihidupkan kembali …',
  slowStop: 'Basis data belum berhenti setelah 30 detik dan dihentikan paksa. Data yang sudah tersimpan tetap aman.',
  noBinaries: (platform: string) =>
    `Basis data bawaan tidak tersedia untuk ${platform}. `
    + 'Jalankan "npm ci", atau isi DATABASE_URL dengan alamat PostgreSQL 15 atau lebih baru.',
  cannotRun: (reason: string) =>
    `Basis data bawaan tidak dapat dijalankan di komputer ini (${reason}). Isi DATABASE_URL dengan alamat PostgreSQL 15 atau lebih baru.`,
  rootUnsupported:
    'PostgreSQL tidak boleh dijalankan sebagai administrator (root) di sistem ini. Jalankan program sebagai pengguna biasa.',
  nameless: (uid: number) =>
    `Akun nomor ${uid} tidak terdaftar di sistem ini, sedangkan basis data memerlukannya. `
    + 'Jalankan sebagai pengguna yang terdaftar, atau isi DATABASE_URL.',
  versionDiffers: (path: string, found: string, wanted: string) =>
    `Data di ${path} dibuat oleh PostgreSQL ${found}, sedangkan program ini membawa PostgreSQL ${wanted}. Data tidak diubah. `
    + `Pakai versi program yang lama untuk membuat cadangan, lalu pulihkan dengan versi ini.`,
  damaged: (path: string) =>
    `Folder ${path} ada isinya, tetapi bukan basis data yang lengkap. Tidak ada yang diubah. `
    + 'Pindahkan folder itu, lalu mulai lagi atau pulihkan dari cadangan.',
  diskFull: (path: string) => `Ruang penyimpanan untuk ${path} penuh. Kosongkan sebagian, lalu mulai lagi. Data yang tersimpan tetap aman.`,
  notWritable: (path: string) =>
    `Folder ${path} tidak dapat ditulis atau dibaca oleh akun ini. Perbaiki izinnya, atau arahkan DATA_DIR ke folder lain.`,
  inUse: (path: string) =>
    `Basis data di ${path} masih dipakai proses lain yang tidak menjawab. Hentikan program lain yang memakai folder itu, lalu mulai lagi.`,
  tooSlow: (path: string) => `Basis data di ${path} belum siap setelah 5 menit. Periksa beban komputer ini, lalu mulai lagi.`,
  failed: (lines: string) => `Basis data tidak dapat dimulai. Catatan terakhirnya:\n${lines}`,
}
