import { mergeWords } from './merge-messages.id.ts'
import type { ProposalState } from './proposals-store.ts'

type Called = {
  /** What a record is called, and who proposes. */
  record: string; people: string
  absorbed: string; lead: string; keeps: string
  reasons: Readonly<Record<string, string>>
}

/** Sentences about changes that the people of a record propose, by what they are called. */
export const proposalWordsFor = ({ record, people, absorbed, lead, keeps, reasons }: Called) => ({
  absorbed, reasons,
  noProposal: 'Usulan ini tidak ditemukan.',
  decided: 'Usulan ini sudah diputuskan petugas lain.',
  notPending: 'Usulan ini tidak lagi menunggu.',
  changedMeanwhile: `Data ${record} ini diubah sesudah Anda membukanya. Muat ulang halaman, lihat keadaan terbaru, lalu putuskan lagi.`,
  noteNeeded: `Tulis alasannya dengan kalimat yang dipahami ${people}.`,
  noteLong: 'Alasan terlalu panjang. Ringkas menjadi paling banyak 500 huruf.',
  decisionNeeded: 'Pilih keputusan.',
  states: { pending: 'Menunggu pemeriksaan', accepted: 'Diterima', rejected: 'Tidak diterima', withdrawn: 'Ditarik pengusul' } as Record<ProposalState, string>,
  list: {
    title: 'Usulan perubahan', lead, caption: 'Usulan perubahan',
    tabs: 'Usulan menurut keadaan', pending: 'Menunggu', sample: 'Contoh untuk diperiksa', decided: 'Sudah diputuskan',
    registers: 'Data', register: { business: 'Usaha', cooperative: 'Koperasi' }, record: 'Data', place: 'Desa, kecamatan', fields: 'Yang diubah', since: 'Diusulkan', decidedAt: 'Diputuskan', state: 'Keadaan',
    empty: { pending: 'Tidak ada usulan yang menunggu', sample: 'Tidak ada contoh yang perlu diperiksa', decided: 'Belum ada usulan yang diputuskan' },
    emptyTodo: 'Perubahan kecil diterima langsung; sebagian kecil muncul sebagai contoh untuk diperiksa.',
  },
  one: {
    title: 'Periksa usulan perubahan', sampleTitle: 'Periksa contoh perubahan', proposedAt: (when: string) => `Diusulkan ${people} ${when}`,
    sampleLead: 'Perubahan kecil ini sudah diterima langsung oleh aturan. Periksa apakah wajar.',
    field: 'Isian', before: 'Sekarang', after: 'Diusulkan', sampleBefore: 'Sebelumnya', others: 'Menurut sumber lain', why: 'Mengapa diperiksa', nobody: 'Tidak ada',
    caption: 'Perubahan yang diusulkan', emptied: 'Dikosongkan', accept: 'Terima', reject: 'Tolak', right: 'Benar', takeBack: 'Batalkan perubahan',
    note: 'Alasan untuk pengusul', noteHint: `Wajib bila ditolak atau dibatalkan. Alasan ini dibaca ${people} di halaman data ${record}.`,
    done: { accept: 'Usulan diterima.', reject: 'Usulan ditolak. Pengusul diberi tahu.', right: 'Tercatat: perubahan ini benar.', 'take-back': 'Perubahan dibatalkan. Pengusul diberi tahu.' },
    validFrom: (day: string) => `Berlaku sejak ${day}`, wasDecided: (state: string, when: string) => `${state}, ${when}`, keeps,
  },
})

export type ProposalWords = ReturnType<typeof proposalWordsFor>

/** Those about businesses. */
export const proposalWords = proposalWordsFor({
  record: 'usaha', people: 'pemilik usaha', absorbed: mergeWords.absorbed,
  lead: 'Perubahan dari pemilik usaha yang sudah terverifikasi. Yang paling lama menunggu di atas.',
  keeps: 'Status terverifikasi tetap, karena Anda sudah memeriksanya.',
  reasons: {
    'verified-fact': 'menjadi dasar verifikasi', jump: 'jauh berbeda dari yang tercatat', 'out-of-band': 'di luar kewajaran usaha mikro',
    moved: 'titik berpindah lebih dari 1 km', state: 'hanya ditetapkan petugas', 'other-source': 'berbeda dengan sumber yang lebih dipercaya',
  },
})
