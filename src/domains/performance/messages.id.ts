import type { Stage } from './core/case-facts.ts'
import type { AnyFigureCode } from './core/figures.ts'

type Told = { name: string; what: string; formula: string }

/** Names, meanings and formulas of the figures; apart, because the page that checks reports carries them to the browser. */
export const figureTexts = {
  masuk: {
    name: 'Permohonan masuk', what: 'Permohonan yang pertama kali dikirim dalam periode ini.',
    formula: 'cacah permohonan dengan application.submit pertama dalam periode',
  },
  selesai: {
    name: 'Permohonan selesai', what: 'Permohonan yang diputus dinas dalam periode ini: surat terbit, hasil dicatat, diteruskan ke instansi yang memutuskan, atau ditolak.',
    formula: 'cacah permohonan yang menjadi issued, completed, following, atau rejected dalam periode',
  },
  terbit: { name: 'Surat terbit', what: 'Permohonan yang berakhir dengan surat.', formula: 'cacah permohonan yang menjadi issued dalam periode' },
  ditolak: { name: 'Permohonan ditolak', what: 'Permohonan yang ditolak dengan alasan.', formula: 'cacah permohonan yang menjadi rejected dalam periode' },
  ditarik: {
    name: 'Ditarik atau kedaluwarsa', what: 'Permohonan yang ditarik pemohon, atau tidak dilengkapi sampai batasnya.',
    formula: 'cacah permohonan yang menjadi withdrawn atau expired dalam periode',
  },
  'tepat-waktu': {
    name: 'Selesai tepat waktu', what: 'Bagian permohonan selesai yang diputus tidak lewat dari batas waktu yang dijanjikan saat permohonan dikirim.',
    formula: 'selesai dengan waktu akhir ≤ batas waktu ÷ selesai yang berjanji waktu',
  },
  'periksa-tepat-waktu': {
    name: 'Diperiksa tepat waktu', what: 'Bagian berkas yang kelengkapannya diperiksa dalam jam kerja yang dijanjikan.',
    formula: 'pemeriksaan pertama ≤ batas periksa ÷ semua pemeriksaan pertama',
  },
  'waktu-median': {
    name: 'Waktu dinas, median', what: 'Separuh permohonan selesai membutuhkan waktu dinas paling lama sekian. Waktu menunggu pemohon tidak dihitung.',
    formula: 'persentil ke-50 (peringkat terdekat) menit kerja dari berkas lengkap sampai keputusan',
  },
  'waktu-p90': {
    name: 'Waktu dinas, 90 %', what: 'Sembilan dari sepuluh permohonan selesai membutuhkan waktu dinas paling lama sekian.',
    formula: 'persentil ke-90 (peringkat terdekat) menit kerja dari berkas lengkap sampai keputusan',
  },
  'waktu-terlama': { name: 'Waktu dinas, terlama', what: 'Waktu dinas dari permohonan yang paling lama.', formula: 'menit kerja terbanyak di antara permohonan selesai' },
  'waktu-pemohon-median': {
    name: 'Waktu menunggu pemohon, median', what: 'Jam kerja selama berkas berada pada pemohon setelah dinyatakan lengkap.',
    formula: 'persentil ke-50 (peringkat terdekat) menit kerja dari dikembalikan sampai dikirim lagi',
  },
  'sekali-jalan': { name: 'Sekali jalan', what: 'Bagian permohonan selesai yang tidak pernah dikembalikan.', formula: 'selesai tanpa application.return ÷ selesai' },
  'dikembalikan-dua-kali': {
    name: 'Dikembalikan dua kali atau lebih', what: 'Bagian permohonan selesai yang dikembalikan sekurangnya dua kali.',
    formula: 'selesai dengan dua application.return atau lebih ÷ selesai',
  },
  terbuka: {
    name: 'Masih terbuka', what: 'Permohonan yang sudah dikirim dan belum berakhir pada akhir periode.',
    formula: 'cacah permohonan terkirim tanpa akhir sampai entri terakhir periode',
  },
  'terlambat-terbuka': {
    name: 'Terbuka dan terlambat', what: 'Permohonan terbuka yang batas waktunya sudah lewat pada akhir periode.',
    formula: 'terbuka dengan batas waktu < akhir periode',
  },
  'tahap-berkas': { name: 'Berkas melewati tahap', what: 'Berapa kali sebuah berkas selesai dikerjakan di satu tahap.', formula: 'cacah kali berkas meninggalkan tahap dalam periode' },
  'tahap-median': { name: 'Waktu per tahap, median', what: 'Jam kerja yang dibutuhkan satu tahap untuk separuh berkas.', formula: 'persentil ke-50 menit kerja sejak berkas tiba di tahap sampai meninggalkannya' },
  'tahap-p90': { name: 'Waktu per tahap, 90 %', what: 'Jam kerja yang dibutuhkan satu tahap untuk sembilan dari sepuluh berkas.', formula: 'persentil ke-90 menit kerja sejak berkas tiba di tahap sampai meninggalkannya' },
  'tahap-terlama': { name: 'Waktu per tahap, terlama', what: 'Jam kerja dari berkas yang paling lama berada di satu tahap.', formula: 'menit kerja terbanyak sejak berkas tiba di tahap sampai meninggalkannya' },
  'sebab-dikembalikan': {
    name: 'Dikembalikan dan sebabnya', what: 'Berapa kali berkas dikembalikan, dan untuk isian atau lampiran yang mana.',
    formula: 'cacah application.return dalam periode; satu pengembalian dapat menyebut beberapa hal',
  },
  langkah: { name: 'Langkah petugas', what: 'Langkah yang diambil petugas: terima, kembalikan, verifikasi, paraf, tanda tangan, tolak.', formula: 'cacah langkah dalam periode' },
  'petugas-aktif': { name: 'Petugas yang bekerja', what: 'Petugas berbeda yang mengambil sekurangnya satu langkah.', formula: 'cacah pelaku berbeda dalam periode' },
} satisfies Record<AnyFigureCode, Told>

/** Words of the figures of processing (kinerja). */
export const performanceId = {
  notOver: (day: string) => `Akar log hari ${day} belum terbit. Laporan dapat dibuat setelah hari terakhir periode itu selesai.`,
  owner: { counter: 'Loket', 'division-head': 'Kepala bidang', secretary: 'Sekretaris', 'office-head': 'Kepala dinas' },
  stage: {
    intake: 'Pemeriksaan kelengkapan (loket)', verify: 'Verifikasi', survey: 'Survei tempat', advice: 'Pertimbangan instansi lain', score: 'Penilaian',
    'initial-1': 'Paraf pertama', 'initial-2': 'Paraf kedua', 'initial-3': 'Paraf ketiga', sign: 'Tanda tangan',
  } satisfies Record<Stage, string>,
  figures: figureTexts,
  witness: {
    subject: (office: string, day: string) => `Akar log ${office}, ${day}`,
    body: (office: string, lines: readonly string[]) => [
      `Akar harian log kejadian ${office}. Simpan surat ini: dengan baris di bawah, log yang kelak dipotong atau ditulis ulang akan ketahuan.`, '',
      'hari, nomor entri terakhir, sidik (SHA-256):', '', ...lines, '',
      'Cara memeriksa: unduh /log/roots dari laman dinas, lalu bandingkan hari, nomor, dan sidiknya dengan baris di atas. Satu saja berbeda, tanyakan kepada dinas.',
    ].join('\n'),
  },
  verify: {
    same: (figures: number, rows: number, period: string, entries: number) => `SAMA: ${figures} angka (${rows} baris) periode ${period} dihitung ulang dari ${entries} entri log, semuanya sama.`,
    unreadable: 'Berkas ini bukan laporan kinerja yang dapat dibaca.',
    unplaced: 'Tanpa berkas akar (--roots), letak periode dalam log diambil dari laporan, dan ujung log yang dipotong tidak terlihat.',
    rootLine: (line: string) => `Di kaki laporan tercetak harus tertulis: ${line}`,
    missingRoots: (days: readonly string[]) =>
      `Tidak diperiksa: berkas akar tidak memuat akar hari ${days.join(' dan ')}, maka letak periode di situ diambil dari laporan. Unduh lagi berkas akar bila hari itu sudah lewat.`,
    unknownCatalogue: (edition: number) => `TIDAK DIKENAL: laporan dibuat dengan katalog angka edisi ${edition}. Pakai pemeriksa yang lebih baru.`,
    unknownVersion: (name: string, version: number) => `TIDAK DIKENAL: ${name} menurut definisi versi ${version}; pemeriksa ini tidak mengenal versi itu.`,
    restSame: 'Angka lain sama dengan log.',
    otherPlace: (stated: { firstSeq: number; lastSeq: number }, found: { firstSeq: number; lastSeq: number }) =>
      `BEDA: laporan menyebut entri log ${stated.firstSeq}-${stated.lastSeq}, menurut akar harian periode itu adalah entri ${found.firstSeq}-${found.lastSeq}.`,
    otherLog: (seq: number) => `Log ini bukan log laporan itu: entri nomor ${seq} tidak ada atau lain isinya.`,
    figure: (name: string, row: string, stated: string, computed: string) => `BEDA: ${name}${row === '' ? '' : ` ${row}`}: laporan menyebut ${stated}, log memberi ${computed}.`,
  },
}
