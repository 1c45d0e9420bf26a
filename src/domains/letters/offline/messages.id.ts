/** What the checking page says; kept apart from the domain's other sentences because it travels to the browser. */
export const t = {
  verdict: {
    valid: 'Sah: isi kode ini benar dari dinas dan masih berlaku.',
    expired: 'Kedaluwarsa: isi kode ini benar dari dinas, tetapi masa berlakunya sudah lewat.',
    revoked: 'Dicabut: surat ini pernah terbit, tetapi sudah dicabut oleh dinas.',
    replaced: 'Diganti: surat ini sudah diganti dengan surat baru. Mintalah surat yang baru.',
    altered: 'Tidak cocok: isi kode ini telah diubah. Jangan dipakai.',
    'unknown-key': 'Belum pasti: kode ini tidak ditandatangani dengan kunci dinas yang dikenal. Tanyakan dulu ke dinas.',
    'newer-format': 'Kode ini lebih baru daripada halaman ini. Sambungkan ke internet, lalu muat ulang halaman.',
    'not-a-letter-code': 'Ini bukan kode surat dari dinas.',
  },
  genuine: 'Isi kode QR asli, tidak diubah',
  below: 'Di bawah ini isi register dinas untuk kode itu, bukan isi surat yang dibawa.',
  compare: 'Bandingkan dengan yang tercetak pada surat. Satu saja berbeda, surat itu tidak sah.',
  facts: {
    number: 'Nomor', issuedOn: 'Tanggal', validUntil: 'Berlaku sampai', holder: 'Nama', business: 'Nama usaha', scale: 'Skala',
    place: 'Desa, kecamatan', code: 'Kode',
  },
  scale: { none: '–', micro: 'Mikro', small: 'Kecil', medium: 'Menengah', large: 'Besar' },
  signature: {
    test: 'CONTOH – TIDAK SAH: surat dari sistem percontohan.',
    'wet-ink': 'Surat ini ditandatangani dengan tangan: periksa juga tanda tangan dan cap asli di atas kertas.',
    certified: 'Surat ini ditandatangani secara elektronik: yang mengikat adalah berkas PDF-nya.',
  },
  without: 'tanpa batas',
  listOf: (when: string) => `Daftar surat yang dicabut per ${when}.`,
  noList: 'Daftar surat yang dicabut belum ada di perangkat ini. Sambungkan ke internet untuk memastikan surat tidak dicabut.',
  noKeys: 'Kunci dinas belum ada di perangkat ini. Sambungkan ke internet, lalu muat ulang halaman.',
  sameFile: 'Berkas ini sama persis dengan surat yang disimpan dinas.',
  otherFile: 'Berkas ini tidak sama dengan surat yang disimpan dinas.',
  camera: 'Pindai dengan kamera',
  noCamera: 'Kamera tidak dapat dipakai. Tempelkan isi kode QR ke kotak di atas.',
}
