import type { IndicatorCode } from './core/catalogue.ts'

/** How an indicator is told to people: the words of its metadata (Satu Data Indonesia). */
export type IndicatorText = { name: string; concept: string; definition: string; formula: string }

const MICRO = 'usaha mikro aktif'
const held = (what: string) => ({
  concept: 'Legalitas usaha',
  definition: `Bagian usaha mikro aktif yang memiliki ${what} menurut catatan registri.`,
  formula: `${MICRO} yang memiliki ${what} ÷ ${MICRO} × 100`,
})

export const indicatorTextsId: Record<IndicatorCode, IndicatorText> = {
  'usaha-mikro-aktif': {
    name: 'Usaha mikro aktif', concept: 'Usaha mikro',
    definition: 'Usaha berstatus aktif dengan hasil penjualan setahun paling banyak Rp2 miliar, atau modal paling banyak Rp1 miliar bila usaha belum berjalan setahun (PP 7/2021 Pasal 35). Usaha yang skalanya belum diketahui tidak ikut dihitung.',
    formula: 'jumlah usaha berstatus aktif dan berskala mikro',
  },
  'pertumbuhan-usaha-mikro': {
    name: 'Pertumbuhan usaha mikro', concept: 'Pertumbuhan usaha',
    definition: 'Kenaikan jumlah usaha mikro aktif dibandingkan dengan akhir bulan setahun sebelumnya.',
    formula: `(${MICRO} sekarang − ${MICRO} setahun lalu) ÷ ${MICRO} setahun lalu × 100`,
  },
  'pemilik-perempuan': {
    name: 'Dimiliki perempuan', concept: 'Kesetaraan gender',
    definition: 'Bagian usaha mikro aktif yang pemiliknya perempuan.',
    formula: `${MICRO} milik perempuan ÷ ${MICRO} × 100`,
  },
  'ber-nib': { name: 'Memiliki NIB', ...held('Nomor Induk Berusaha (NIB)') },
  'ber-pirt': { name: 'Memiliki P-IRT', ...held('nomor P-IRT') },
  'ber-halal': { name: 'Bersertifikat halal', ...held('sertifikat halal') },
  'ber-merek': { name: 'Bermerek terdaftar', ...held('merek terdaftar') },
  'ber-bpom': { name: 'Memiliki izin edar BPOM', ...held('izin edar BPOM') },
  digital: {
    name: 'Usaha digital', concept: 'Digitalisasi usaha',
    definition: 'Bagian usaha mikro aktif yang menerima pembayaran QRIS atau berjualan di lokapasar (marketplace) atau media sosial.',
    formula: `${MICRO} yang menerima QRIS atau berjualan daring ÷ ${MICRO} × 100`,
  },
  'naik-kelas': {
    name: 'Naik kelas', concept: 'Skala usaha',
    definition: 'Usaha berstatus aktif yang sudah melampaui batas usaha mikro (PP 7/2021 Pasal 35), jadi berskala kecil, menengah, atau besar.',
    formula: 'jumlah usaha berstatus aktif yang berskala kecil, menengah, atau besar',
  },
  'tenaga-kerja': {
    name: 'Tenaga kerja usaha mikro', concept: 'Tenaga kerja',
    definition: 'Orang yang bekerja di usaha mikro aktif, dibayar maupun tidak dibayar, menurut keterangan pemilik. Usaha yang tidak menyebutkan jumlahnya dihitung nol.',
    formula: 'jumlah pekerja laki-laki dan perempuan, dibayar dan tidak dibayar',
  },
  terverifikasi: {
    name: 'Sudah diverifikasi', concept: 'Mutu data',
    definition: 'Bagian usaha mikro aktif yang datanya sudah diverifikasi petugas.',
    formula: `${MICRO} yang terverifikasi ÷ ${MICRO} × 100`,
  },
  'perlu-pemutakhiran': {
    name: 'Perlu pemutakhiran', concept: 'Mutu data',
    definition: 'Bagian usaha mikro aktif yang terakhir dikonfirmasi lebih dari dua belas bulan kalender yang lalu.',
    formula: `${MICRO} yang bulan konfirmasinya sebelum bulan ini tahun lalu ÷ ${MICRO} × 100`,
  },
  'bertitik-lokasi': {
    name: 'Memiliki titik lokasi', concept: 'Mutu data',
    definition: 'Bagian usaha mikro aktif yang titik koordinatnya tercatat.',
    formula: `${MICRO} dengan koordinat ÷ ${MICRO} × 100`,
  },
  'koperasi-aktif': {
    name: 'Koperasi aktif', concept: 'Koperasi', definition: 'Koperasi yang berstatus aktif menurut catatan pembinaan dinas.', formula: 'jumlah koperasi berstatus aktif',
  },
  'koperasi-rat-tepat-waktu': {
    name: 'RAT tepat waktu', concept: 'Kelembagaan koperasi',
    definition: 'Bagian koperasi aktif yang mengadakan rapat anggota tahunan (RAT) tahun buku terakhir paling lambat pada tanggal yang diminta untuk bentuknya.',
    formula: 'koperasi aktif dengan RAT tepat waktu ÷ koperasi aktif yang wajib RAT × 100',
  },
  'koperasi-sehat': {
    name: 'Koperasi sehat', concept: 'Kesehatan koperasi',
    definition: 'Bagian koperasi yang berpredikat sehat di antara yang diperiksa untuk tahun buku terakhir yang ada pemeriksaannya.',
    formula: 'koperasi berpredikat sehat ÷ koperasi yang diperiksa × 100',
  },
  'kdkmp-beroperasi': {
    name: 'KDKMP beroperasi', concept: 'Koperasi Desa/Kelurahan Merah Putih',
    definition: 'Bagian Koperasi Desa/Kelurahan Merah Putih yang sudah menjalankan usaha.', formula: 'KDKMP yang beroperasi ÷ seluruh KDKMP × 100',
  },
  'koperasi-aset': {
    name: 'Aset koperasi', concept: 'Keuangan koperasi', definition: 'Jumlah aset koperasi yang melapor untuk tahun buku terakhir yang ada laporannya.', formula: 'jumlah aset',
  },
  'koperasi-shu': {
    name: 'SHU koperasi', concept: 'Keuangan koperasi', definition: 'Jumlah sisa hasil usaha (SHU) bersih koperasi yang melapor untuk tahun buku terakhir yang ada laporannya.', formula: 'jumlah SHU bersih',
  },
  'koperasi-anggota': {
    name: 'Anggota koperasi', concept: 'Keanggotaan koperasi', definition: 'Jumlah anggota koperasi aktif, laki-laki dan perempuan. Anggota beberapa koperasi dihitung di setiap koperasi.', formula: 'jumlah anggota laki-laki dan perempuan',
  },
}
