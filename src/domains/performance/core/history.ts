import type { AnyFigureCode } from './figures.ts'

/** A version of a definition: since when, and what changed by its key in the messages. */
export type DefinitionVersion = { version: number; since: string; note: 'first' }

const FIRST: readonly DefinitionVersion[] = [{ version: 1, since: '2026-11-24', note: 'first' }]

/** Every version that a figure ever had, the first one first; the last is the one in the catalogue. */
export const HISTORY: Record<AnyFigureCode, readonly DefinitionVersion[]> = {
  masuk: FIRST, selesai: FIRST, terbit: FIRST, ditolak: FIRST, ditarik: FIRST, 'tepat-waktu': FIRST, 'periksa-tepat-waktu': FIRST, 'waktu-median': FIRST, 'waktu-p90': FIRST,
  'waktu-terlama': FIRST, 'waktu-pemohon-median': FIRST, 'sekali-jalan': FIRST, 'dikembalikan-dua-kali': FIRST, terbuka: FIRST, 'terlambat-terbuka': FIRST,
  'tahap-berkas': FIRST, 'tahap-median': FIRST, 'tahap-p90': FIRST, 'tahap-terlama': FIRST, 'sebab-dikembalikan': FIRST, langkah: FIRST, 'petugas-aktif': FIRST,
}
