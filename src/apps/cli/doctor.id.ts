/** Sentences of the doctor: what is found, and what to do about it. */
export const doctorId = {
  about: 'periksa konfigurasi, database, penyimpanan, kunci, jam, ruang disk, dan antrean',
  json: 'tulis hasil sebagai JSON',
  marks: { ok: '[baik]   ', warn: '[awas]   ', bad: '[rusak]  ' },
  good: 'Tidak ada yang rusak.',
  bad: (count: number) => `${count} hal perlu dibereskan.`,
  names: {
    config: 'konfigurasi', database: 'database', schema: 'susunan', storage: 'berkas', keys: 'kunci', clock: 'jam', disk: 'disk', messages: 'pesan',
    log: 'log', calendar: 'kalender',
  },
  config: {
    good: (demo: boolean, baseUrl: string) => `Terbaca; alamat ${baseUrl}${demo ? '; ini contoh (DEMO)' : ''}.`,
    demoOnServer: 'DEMO=1 dipakai bersama DATABASE_URL: kode masuk terlihat siapa saja. Jangan untuk layanan sungguhan.',
    noGateway: 'MESSAGE_URL dan WHATSAPP_URL kosong: kode masuk tidak sampai ke HP warga.',
    plainHttp: 'BASE_URL tidak memakai https: kata sandi dan kode dapat disadap.',
  },
  database: {
    good: (version: string, embedded: boolean) => `PostgreSQL ${version}${embedded ? ' (bawaan)' : ''} menjawab.`,
    bad: (why: string) => `Database tidak menjawab: ${why}`,
  },
  schema: { good: 'Sesuai program.', bad: (count: number) => `${count} perubahan belum diterapkan. Jalankan: ditakopum migrate` },
  storage: { good: 'Dapat ditulis, dibaca, dan dihapus.', bad: (why: string) => `Tidak dapat dipakai: ${why}. Periksa STORAGE_URL dan hak tulisnya.` },
  keys: {
    good: (path: string) => `Utuh (${path}). Sertakan dalam setiap cadangan.`,
    loose: (path: string) => `Orang lain di mesin ini dapat membaca ${path}. Jalankan: chmod 600 ${path}`,
    bad: (why: string) => `Tidak terbaca: ${why}`,
    missing: 'Belum ada; dibuat saat program pertama kali dijalankan.',
  },
  clock: {
    good: 'Jam mesin dan jam database sama.',
    drift: (seconds: number) => `Jam mesin dan jam database berbeda ${seconds} detik. Nyalakan penyelarasan waktu (NTP).`,
  },
  disk: {
    good: (free: string) => `Sisa ${free}.`,
    low: (free: string) => `Sisa tinggal ${free}. Kosongkan atau perbesar disk.`,
  },
  messages: {
    good: 'Tidak ada yang tertahan.',
    old: (count: number, minutes: number) => `${count} menunggu, yang tertua ${minutes} menit. Periksa apakah pekerja (work) berjalan.`,
    resting: (key: string) => `Layanan pesan ${key} gagal berkali-kali dan sedang diistirahatkan. Lihat halaman /petugas/pesan/layanan.`,
    failed: (count: number) => `${count} gagal dikirim. Lihat halaman /petugas/pesan.`,
  },
  log: {
    good: (checked: number, last: number) => (last === 0 ? 'Masih kosong.' : `Rantai utuh pada ${checked} entri terakhir, sampai entri ${last}.`),
    rootsLate: (day: string) => `Akar harian terakhir tanggal ${day}. Periksa apakah pekerja (work) berjalan.`,
    noOffice: 'Belum ada kantor.',
  },
  calendar: {
    good: (until: string) => `Hari libur dikenal sampai ${until}.`,
    ending: (until: string) => `Hari libur hanya dikenal sampai ${until}. Masukkan SKB tahun berikutnya.`,
  },
}
