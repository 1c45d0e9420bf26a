import type { NoObjection, ObjectionGround, ObjectionState } from './core/objection.ts'

/** Sentences about objections, for applicants and officers. */
export const objectionId = {
  link: 'Keberatan', title: 'Ajukan keberatan',
  lead: {
    decision: 'Bila Anda tidak setuju dengan keputusan dinas, tulis alasannya di sini. Tidak dipungut biaya.',
    lateness: 'Permohonan Anda melewati batas waktu. Anda berhak berkeberatan. Tidak dipungut biaya.',
  } satisfies Record<ObjectionGround, string>,
  until: (day: string) => `Keberatan diterima sampai ${day}.`,
  rights: [
    'Kepala dinas wajib menjawab paling lama 10 hari kerja.',
    'Bila tidak dijawab dalam waktu itu, keberatan Anda dianggap dikabulkan.',
    'Bila dikabulkan, dinas melaksanakannya paling lama 5 hari kerja.',
  ],
  basis: 'Menurut UU 30/2014 tentang Administrasi Pemerintahan, Pasal 77.',
  reason: 'Mengapa Anda berkeberatan?', reasonHint: 'Tulis apa yang keliru dan apa yang Anda minta.',
  reasonNeeded: 'Tulis alasan keberatan Anda.', tooLong: (most: number) => `Terlalu panjang. Paling banyak ${most} huruf.`,
  send: 'Kirim keberatan', back: 'Kembali ke permohonan', sent: 'Keberatan Anda sudah kami terima.',
  mine: 'Keberatan Anda', yours: 'Alasan Anda', answer: 'Jawaban dinas', filed: 'Diajukan', settleBy: 'Dijawab paling lambat', fulfilBy: 'Dilaksanakan paling lambat',
  states: {
    open: 'Menunggu jawaban', granted: 'Dikabulkan', denied: 'Tidak dikabulkan', 'deemed-granted': 'Dianggap dikabulkan', fulfilled: 'Sudah dilaksanakan',
  } satisfies Record<ObjectionState, string>,
  meaning: {
    open: 'Kepala dinas sedang memeriksanya.',
    granted: 'Dinas melaksanakannya sesuai permintaan Anda.',
    denied: 'Bila Anda tetap tidak setuju, tanyakan ke loket cara mengajukan banding kepada atasan pejabat.',
    'deemed-granted': 'Dinas tidak menjawab pada waktunya, jadi keberatan Anda dianggap dikabulkan.',
    fulfilled: 'Keberatan Anda sudah selesai.',
  } satisfies Record<ObjectionState, string>,
  why: {
    nothing: 'Belum ada keputusan atau keterlambatan yang dapat diajukan keberatan.',
    'too-late': 'Batas 21 hari kerja untuk berkeberatan sudah lewat. Tanyakan ke loket apa yang masih dapat dilakukan.',
    'open-already': 'Keberatan untuk permohonan ini sudah diajukan dan sedang diperiksa.',
    'settled-already': 'Keberatan untuk hal ini sudah dijawab.',
  } satisfies Record<NoObjection, string>,
  noSuchCase: 'Permohonan ini tidak ditemukan.', noSuch: 'Keberatan ini tidak ditemukan.',
  noMandate: 'Persetujuan warga belum tercatat. Minta persetujuannya lewat menu Bantu warga.',
  calendarUnknown: 'Daftar hari libur belum lengkap, jadi batas waktu belum dapat dihitung. Hubungi admin.',
  settled: 'Keberatan ini sudah dijawab atau sudah dianggap dikabulkan. Buka lagi untuk melihat keadaannya.',
  notGranted: 'Hanya keberatan yang dikabulkan dapat dilaksanakan.',
  answerNeeded: 'Tulis alasan keputusan ini.',
  proofWrong: {
    decision: 'Tulis nomor permohonan lain milik orang yang sama, untuk layanan yang sama, yang suratnya terbit sesudah keberatan dikabulkan.',
    lateness: 'Tulis nomor permohonan ini setelah diputuskan, atau nomor penggantinya yang suratnya sudah terbit.',
  } satisfies Record<ObjectionGround, string>,
  office: {
    title: 'Keberatan', lead: 'Dijawab kepala dinas paling lama 10 hari kerja; lewat dari itu dianggap dikabulkan.',
    owed: 'Menunggu dinas', ended: 'Sudah selesai',
    grounds: { decision: 'Atas keputusan', lateness: 'Atas keterlambatan' } satisfies Record<ObjectionGround, string>,
    columns: { case: 'Permohonan', ground: 'Tentang', state: 'Keadaan', due: 'Batas' },
    empty: 'Tidak ada keberatan yang menunggu', emptyTodo: 'Keberatan baru muncul di sini begitu diajukan.', emptyEnded: 'Belum ada keberatan yang selesai.',
    words: 'Alasan pemohon', openCase: 'Buka permohonan',
    decide: 'Putuskan keberatan', outcome: 'Keputusan', grant: 'Kabulkan', grantHint: 'Dinas melaksanakannya dalam 5 hari kerja.', deny: 'Tidak dikabulkan',
    answer: 'Alasan', answerHint: 'Dibaca pemohon. Tulis dengan kata sederhana.', save: 'Simpan keputusan', outcomeNeeded: 'Pilih keputusan.',
    onlyHead: 'Kepala dinas yang memutuskan keberatan.',
    fulfil: 'Tandai sudah dilaksanakan', proof: 'Nomor permohonan sebagai bukti',
    proofHint: { decision: 'Permohonan baru orang yang sama yang suratnya sudah terbit.', lateness: 'Permohonan ini, setelah diputuskan.' } satisfies Record<ObjectionGround, string>,
    fulfilSave: 'Tandai selesai',
    done: { granted: 'Keberatan dikabulkan. Pemohon diberi tahu.', denied: 'Keberatan tidak dikabulkan. Pemohon diberi tahu.', fulfilled: 'Keberatan ditandai sudah dilaksanakan.' } as Record<string, string>,
  },
}
