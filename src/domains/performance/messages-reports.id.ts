import type { Dimension, FigureCode, FigureUnit, PartFigureCode } from './core/figures.ts'
import type { PeriodKind } from './core/report.ts'

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']

const short: Record<FigureCode | PartFigureCode, string> = {
  masuk: 'Masuk', selesai: 'Selesai', terbit: 'Terbit', ditolak: 'Ditolak', ditarik: 'Ditarik', 'tepat-waktu': 'Tepat waktu', 'periksa-tepat-waktu': 'Diperiksa tepat waktu',
  'waktu-median': 'Median', 'waktu-p90': 'P90', 'waktu-terlama': 'Terlama', 'waktu-pemohon-median': 'Menunggu pemohon', 'sekali-jalan': 'Sekali jalan',
  'dikembalikan-dua-kali': 'Kembali 2× atau lebih', terbuka: 'Terbuka', 'terlambat-terbuka': 'Terbuka, terlambat', 'tahap-berkas': 'Berkas', 'tahap-median': 'Median', 'tahap-p90': 'P90',
  'tahap-terlama': 'Terlama',
  'sebab-dikembalikan': 'Dikembalikan', langkah: 'Langkah', 'petugas-aktif': 'Petugas',
}

/** Words printed in periodic reports (laporan berkala). */
export const reportsId = {
  short,
  kind: { monthly: 'bulanan', quarterly: 'triwulanan', yearly: 'tahunan' } satisfies Record<PeriodKind, string>,
  /** `Oktober 2026`, `Triwulan IV 2026`, `2026`. */
  period(kind: PeriodKind, key: string): string {
    const [year = '', part = ''] = key.split('-')
    if (kind === 'monthly') return `${MONTHS[Number(part) - 1] ?? part} ${year}`
    return kind === 'yearly' ? `Tahun ${year}` : `Triwulan ${['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1] ?? part} ${year}`
  },
  title: (kind: PeriodKind) => `Laporan ${{ monthly: 'Bulanan', quarterly: 'Triwulanan', yearly: 'Tahunan' }[kind]} Kinerja Pelayanan`,
  tables: {
    ringkasan: 'Ringkasan', sasaran: 'Sasaran dan hasil', layanan: 'Menurut layanan', hasil: 'Hasil menurut layanan', kecamatan: 'Menurut kecamatan', kanal: 'Menurut kanal',
    tahap: 'Waktu per tahap', sebab: 'Sebab berkas dikembalikan', registri: 'Indikator dari registri', keterangan: 'Keterangan dinas', perubahan: 'Yang berubah dari versi sebelumnya',
    definisi: 'Arti setiap angka', semua: 'Semua angka',
  },
  /** Names of sheets where the title of the table is too long for one. */
  sheets: { perubahan: 'Perubahan' } as Record<string, string>,
  columns: {
    figure: 'Angka', value: 'Nilai', of: 'Satuan', target: 'Sasaran', result: 'Hasil', met: 'Tercapai', explanation: 'Keterangan', service: 'Layanan', district: 'Kecamatan', channel: 'Kanal',
    stage: 'Tahap', reason: 'Isian atau lampiran', times: 'Kali', indicator: 'Indikator', definition: 'Arti', row: 'Baris', before: 'Sebelum', after: 'Sesudah',
    code: 'Kode', version: 'Versi', formula: 'Rumus', events: 'Kejadian log', owner: 'Penanggung jawab', part: 'Bagian', whole: 'Seluruhnya',
  } satisfies Record<Dimension | string, string>,
  units: { count: 'banyaknya', share: 'bagian dari seluruhnya', minutes: 'jam kerja' } satisfies Record<FigureUnit, string>,
  partOf: (part: number, whole: number) => `${part} dari ${whole}`,
  met: { yes: 'Ya', no: 'Tidak', unknown: 'Tidak ada data' },
  better: { more: 'makin besar makin baik', less: 'makin kecil makin baik' },
  states: { number: '', none: 'Tidak ada data', hidden: 'Tidak ditampilkan', 'no-earlier': 'Belum ada angka tahun lalu' },
  channels: { self: 'Sendiri (daring)', counter: 'Loket', village: 'Desa/kelurahan', api: 'Program lain' },
  remarks: 'Catatan dinas', whole: 'Seluruhnya', definitionVersion: 'versi definisi',
  registryNote: (day: string) => `Dari registri, keadaan ${day}. Angka ini tidak dapat dihitung ulang dari log.`,
  registryVersion: '–', registrySource: 'registri',
  changedFrom: (version: number, reason: string) => `Versi ini menggantikan versi ${version}. Alasan: ${reason}`,
  measures: { count: '', percent: '%', minutes: 'menit kerja', rupiah: 'Rp' },
  about: {
    title: 'Tentang laporan', what: 'Hal', says: 'Isi', report: 'Laporan', period: 'Periode', reference: 'Nomor laporan', version: 'Versi', fromLog: 'dihitung dari log, belum disahkan',
    log: 'Tempat dalam log', entries: (first: number, last: number) => `entri ${first} sampai ${last}`, root: 'Akar log', registry: 'Registri', noRegistry: 'Tidak ada angka dari registri.',
    json: 'SHA-256 berkas JSON', verify: 'Cara memeriksa', howTo: 'ditakopum report verify laporan.json --log log.jsonl',
  },
  page: {
    remarks: 'Catatan dinas', about: 'Tentang laporan ini', chart: 'Grafik', definitions: 'Arti setiap angka', continued: 'Setiap angka dihitung ulang dari log kejadian pelayanan; siapa pun dapat memeriksanya.',
    draft: 'Ini belum laporan resmi: angka dihitung dari log, belum disetujui dan belum ditandatangani.', scan: 'Pindai untuk membuka laporan ini',
    test: 'Laporan ini dibuat oleh sistem percontohan dan ditandatangani dengan sertifikat contoh, bukan tanda tangan elektronik tersertifikasi. Laporan ini tidak mempunyai kekuatan hukum.',
    ink: 'Laporan ini dicetak, lalu ditandatangani dengan tangan di atas kertas dan dibubuhi cap dinas. Tanpa tanda tangan dan cap asli, cetakan ini tidak berlaku.',
    certified: 'Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara. Yang mengikat adalah berkas PDF-nya.',
    rootLine: 'Akar log (hari, entri terakhir, SHA-256):',
    where: 'Berkas PDF, XLSX, JSON, dan SHA-256-nya ada di',
  },
  task: {
    line: (kind: PeriodKind, period: string, todo: string) => `Laporan ${kind === 'monthly' ? 'bulanan ' : ''}${period} menunggu ${todo}.`,
    todo: { approve: 'persetujuan Anda', answer: 'jawaban atas catatan', sign: 'tanda tangan Anda', scan: 'hasil pindai yang sudah ditandatangani' },
  },
  fileName: (key: string, version: number | undefined, part: string) => `laporan-${key}${version === undefined || version === 1 ? '' : `-versi-${version}`}.${part}`,
}
