/** Which figures a report holds, each in which version. */
export type Edition = { edition: number; figures: Readonly<Record<string, number>> }

/**
 * The editions of the catalogue of figures. A report says with which one it was made and is checked by exactly that: a figure that was added later, or
 * is counted otherwise since, never touches it, and one that was left out is found. Whoever adds a figure or a version adds an edition; one that
 * reports were made with never changes. A report that names none is of the first.
 */
export const EDITIONS: readonly [Edition, ...Edition[]] = [
  {
    edition: 1,
    figures: {
      masuk: 1, selesai: 1, terbit: 1, ditolak: 1, ditarik: 1, 'tepat-waktu': 1, 'periksa-tepat-waktu': 1, 'waktu-median': 1, 'waktu-p90': 1, 'waktu-terlama': 1,
      'waktu-pemohon-median': 1, 'sekali-jalan': 1, 'dikembalikan-dua-kali': 1, terbuka: 1, 'terlambat-terbuka': 1, 'tahap-berkas': 1, 'tahap-median': 1, 'tahap-p90': 1,
      'tahap-terlama': 1, 'sebab-dikembalikan': 1, langkah: 1, 'petugas-aktif': 1,
    },
  },
]
