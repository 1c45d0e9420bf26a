import type { Stage } from './core/case-facts.ts'
import type { Dimension } from './core/figures.ts'
import type { ObjectionCode } from './core/objection-figures.ts'
import type { SectionId } from './core/sections.ts'
import { performanceId } from './messages.id.ts'

/** Words of the public pages of figures. */
export const publicId = {
  figures: performanceId.figures as Record<keyof typeof performanceId.figures, { name: string; what: string; formula: string }>,
  boardFigures: {
    keberatan: { name: 'Keberatan masuk', what: 'Keberatan pemohon yang diajukan dalam bulan itu.', formula: 'cacah application.object dalam bulan' },
    'keberatan-tepat-waktu': {
      name: 'Keberatan dijawab tepat waktu', what: 'Bagian keberatan yang dijawab sebelum batas waktunya. Yang lewat batas dianggap dikabulkan.',
      formula: '(objection-grant + objection-deny) ÷ (objection-grant + objection-deny + objection-lapse), cacah dalam bulan',
    },
    'keberatan-dikabulkan': {
      name: 'Keberatan dikabulkan', what: 'Bagian keberatan yang dikabulkan, termasuk yang dianggap dikabulkan karena tidak dijawab.',
      formula: '(objection-grant + objection-lapse) ÷ (objection-grant + objection-deny + objection-lapse), cacah dalam bulan',
    },
  } satisfies Record<ObjectionCode, { name: string; what: string; formula: string }>,
  stage: performanceId.stage as Record<Stage, string>,
  owner: performanceId.owner as Record<'counter' | 'division-head' | 'secretary' | 'office-head', string>,
  channel: { self: 'Sendiri, lewat HP', counter: 'Loket', village: 'Kantor desa', api: 'Aplikasi lain' } as Record<string, string>,
  business: 'Data usaha',
  title: 'Kinerja pelayanan',
  lead: 'Seberapa cepat dan tepat kami bekerja. Semua angka dihitung dari log kejadian, sehingga siapa pun dapat menghitungnya ulang.',
  none: 'Belum ada angka', noneMore: 'Angka bulan pertama muncul sehari setelah permohonan pertama masuk.',
  month: 'Bulan', show: 'Lihat',
  final: (day: string) => `Angka bulan ini sudah lengkap, sampai ${day}.`,
  running: (day: string) => `Belum final: bulan ini masih berjalan. Angka sampai ${day}.`,
  place: (seq: string) => `Dihitung dari log sampai entri nomor ${seq}.`,
  roots: 'Akar log yang terbit', meaning: 'Arti setiap angka dan cara menghitungnya',
  hidden: 'Angka dari 1 sampai 4 permohonan tidak ditampilkan agar tidak menunjuk orang. Beberapa angka lain ikut tidak ditampilkan agar yang pertama tidak dapat dihitung.',
  clock: 'Waktu dinas adalah jam kerja selama berkas berada di tangan kami. Satu hari kerja 8,5 jam, Jumat 7 jam; waktu menunggu pemohon tidak dihitung.',
  notShown: 'tidak ditampilkan', few: 'kurang dari 5', noData: 'tidak ada data',
  version: (code: string, version: number) => `${code} versi ${version}`,
  minutes: (hours: number, minutes: number) => (hours === 0 ? `${minutes} menit` : minutes === 0 ? `${hours} jam` : `${hours} jam ${minutes} mnt`),
  summary: 'Ringkasan', trend: 'Tepat waktu per bulan', trendTitle: 'Bagian permohonan yang selesai tepat waktu, 12 bulan terakhir',
  onTime: 'Selesai tepat waktu', time: 'Waktu dinas sampai selesai', stageTime: 'Jam kerja di satu tahap',
  reasonTitle: 'Isian atau lampiran yang paling sering harus dilengkapi', times: (n: string) => `${n} kali`,
  legend: { on: 'tepat waktu', late: 'terlambat', half: 'separuh berkas', nine: '9 dari 10 berkas', last: 'paling lama' },
  reach: (middle: string, most: string, last: string) => `${middle} · ${most} · ${last} jam`,
  load: 'Beban kerja', table: (title: string) => `Tabel: ${title}`, csv: (title: string) => `Unduh CSV: ${title}`,
  sections: {
    layanan: { title: 'Menurut layanan', group: 'Layanan' }, kecamatan: { title: 'Menurut kecamatan', group: 'Kecamatan' },
    kanal: { title: 'Menurut cara mengajukan', group: 'Cara mengajukan' }, tahap: { title: 'Menurut tahap', group: 'Tahap' },
    sebab: { title: 'Sebab dikembalikan', group: 'Isian atau lampiran' },
  } as Record<SectionId, { title: string; group: string }>,
  short: {
    masuk: 'Masuk', selesai: 'Selesai', 'tepat-waktu': 'Tepat waktu', 'periksa-tepat-waktu': 'Diperiksa tepat waktu', 'waktu-median': 'Separuh', 'waktu-p90': '9 dari 10',
    'waktu-terlama': 'Terlama', 'sekali-jalan': 'Sekali jalan', terbuka: 'Masih terbuka', 'tahap-berkas': 'Berkas', 'tahap-median': 'Separuh', 'tahap-p90': '9 dari 10',
    'tahap-terlama': 'Terlama', 'sebab-dikembalikan': 'Kali',
  } as Record<string, string>,
  definitions: {
    title: 'Arti angka kinerja', lead: 'Setiap angka punya definisi bernomor versi. Bila artinya berubah, versinya naik dan perubahannya ditulis di sini.',
    back: 'Kinerja pelayanan', code: 'Kode', what: 'Definisi', unit: 'Satuan', formula: 'Rumus', events: 'Kejadian sumber', owner: 'Penanggung jawab', split: 'Dirinci menurut',
    version: 'Versi', history: 'Riwayat', first: 'definisi pertama', since: (version: number, day: string, note: string) => `${version}: ${day}, ${note}`,
    units: { count: 'banyaknya', share: 'persen, satu desimal', minutes: 'menit kerja' } as Record<'count' | 'share' | 'minutes', string>,
    dimensions: { service: 'layanan', district: 'kecamatan', channel: 'cara mengajukan', stage: 'tahap', reason: 'isian atau lampiran' } as Record<Dimension, string>,
    onBoard: 'Angka pada papan dinas', onBoardMore: 'Juga dihitung dari log, tetapi tidak ada dalam laporan.', noSplit: 'tidak dirinci', inReports: 'Angka yang tidak tampil di halaman kinerja dimuat dalam laporan berkala.',
  },
  csvWords: {
    columns: ['bulan', 'sampai', 'lengkap', 'entri_log', 'akar_log', 'menurut', 'kode', 'nama', 'angka', 'versi', 'satuan', 'nilai', 'keterangan'],
    yes: 'ya', no: 'belum', all: 'semua', units: { count: 'banyak', share: 'persen', minutes: 'menit kerja' } as Record<'count' | 'share' | 'minutes', string>,
  },
}
export type PublicWords = typeof publicId
