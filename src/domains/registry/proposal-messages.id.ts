import type { RiskReason } from './core/proposal-risk.ts'
import type { ProposalState } from './proposals-store.ts'

/** Sentences about changes that owners propose. */
export const proposalWords = {
  noProposal: 'Usulan ini tidak ditemukan.',
  decided: 'Usulan ini sudah diputuskan petugas lain.',
  notPending: 'Usulan ini tidak lagi menunggu.',
  changedMeanwhile: 'Data usaha ini diubah sesudah Anda membukanya. Muat ulang halaman, lihat keadaan terbaru, lalu putuskan lagi.',
  noteNeeded: 'Tulis alasannya dengan kalimat yang dipahami pemilik usaha.',
  noteLong: 'Alasan terlalu panjang. Ringkas menjadi paling banyak 500 huruf.',
  decisionNeeded: 'Pilih keputusan.',
  states: { pending: 'Menunggu pemeriksaan', accepted: 'Diterima', rejected: 'Tidak diterima', withdrawn: 'Ditarik pemilik' } as Record<ProposalState, string>,
  reasons: {
    'verified-fact': 'menjadi dasar verifikasi', jump: 'jauh berbeda dari yang tercatat', 'out-of-band': 'di luar kewajaran usaha mikro',
    moved: 'titik berpindah lebih dari 1 km', state: 'hanya ditetapkan petugas', 'other-source': 'berbeda dengan sumber yang lebih dipercaya',
  } as Record<RiskReason['code'], string>,
  list: {
    title: 'Usulan perubahan', lead: 'Perubahan dari pemilik usaha yang sudah terverifikasi. Yang paling lama menunggu di atas.', caption: 'Usulan perubahan',
    tabs: 'Usulan menurut keadaan', pending: 'Menunggu', sample: 'Contoh untuk diperiksa', decided: 'Sudah diputuskan',
    business: 'Usaha', place: 'Desa, kecamatan', fields: 'Yang diubah', since: 'Diusulkan', decidedAt: 'Diputuskan', state: 'Keadaan',
    empty: { pending: 'Tidak ada usulan yang menunggu', sample: 'Tidak ada contoh yang perlu diperiksa', decided: 'Belum ada usulan yang diputuskan' },
    emptyTodo: 'Perubahan kecil diterima langsung; sebagian kecil muncul sebagai contoh untuk diperiksa.',
  },
  one: {
    title: 'Periksa usulan perubahan', sampleTitle: 'Periksa contoh perubahan', proposedAt: (when: string) => `Diusulkan pemilik ${when}`,
    sampleLead: 'Perubahan kecil ini sudah diterima langsung oleh aturan. Periksa apakah wajar.',
    field: 'Isian', before: 'Sekarang', after: 'Diusulkan', sampleBefore: 'Sebelumnya', others: 'Menurut sumber lain', why: 'Mengapa diperiksa', nobody: 'Tidak ada',
    caption: 'Perubahan yang diusulkan', emptied: 'Dikosongkan', accept: 'Terima', reject: 'Tolak', right: 'Benar', takeBack: 'Batalkan perubahan',
    note: 'Alasan untuk pemilik', noteHint: 'Wajib bila ditolak atau dibatalkan. Pemilik membaca alasan ini di halaman usahanya.',
    done: { accept: 'Usulan diterima.', reject: 'Usulan ditolak. Pemilik diberi tahu.', right: 'Tercatat: perubahan ini benar.', 'take-back': 'Perubahan dibatalkan. Pemilik diberi tahu.' },
    validFrom: (day: string) => `Berlaku sejak ${day}`, wasDecided: (state: string, when: string) => `${state}, ${when}`, toBusiness: 'Buka data usaha', keeps: 'Status terverifikasi tetap, karena Anda sudah memeriksanya.',
  },
}
