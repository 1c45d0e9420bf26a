import type { PeriodKind } from './core/report.ts'
import { reportsId } from './messages-reports.id.ts'

/** What everybody reads about signed reports (laporan berkala). */
export const publicReportsId = {
  title: 'Laporan kinerja pelayanan', back: 'Semua laporan',
  lead: 'Laporan yang sudah ditandatangani. Setiap angka pelayanan dapat Anda hitung ulang sendiri dari log kejadian.',
  none: 'Belum ada laporan yang ditandatangani', noneTodo: 'Laporan bulanan pertama terbit setelah disetujui kepala dinas.',
  list: { report: 'Laporan', period: 'Periode', signed: 'Ditandatangani' },
  name: (kind: PeriodKind, key: string, version: number) => `${reportsId.title(kind)} ${reportsId.period(kind, key)}${version === 1 ? '' : `, versi ${version}`}`,
  inIndonesian: '',
  replaced: 'Versi ini sudah diganti.', newer: 'Buka versi terbaru', test: 'Contoh, tidak sah: ditandatangani dengan sertifikat contoh.',
  files: 'Berkas', download: (part: string) => `Unduh ${part.toUpperCase()}`, sha256: (part: string) => `SHA-256 ${part.toUpperCase()}`,
  summary: 'Ringkasan', figure: 'Angka', value: 'Nilai', of: 'Satuan', units: reportsId.units, partOf: reportsId.partOf,
  check: 'Cara memeriksa',
  checkLead: 'Unduh JSON laporan ini dan minta log kejadian dari dinas. Hitung ulang di peramban Anda, atau jalankan perintah ini. Jawabannya SAMA, atau nama angka yang berbeda.',
  inBrowser: 'Hitung ulang di peramban', log: 'Tempat dalam log', entries: (first: number, last: number) => `entri ${first} sampai ${last}`,
  root: 'Baris akar, seperti di kaki laporan tercetak', registry: 'Angka registri', registryNote: reportsId.registryNote, roots: 'Akar log harian',
}

export type PublicReportWords = typeof publicReportsId
