import type { Temporal } from 'temporal-polyfill'
import { longDate } from '../../kernel/wib.ts'
import type { QuestionnaireFault } from './core/questionnaire.ts'

/** Sentences of the officers' pages on the survey. */
export const officeId = {
  tabs: { label: 'Survei kepuasan', results: 'Hasil', counter: 'Kode loket', paper: 'Kertas', suggestions: 'Saran', plan: 'Rencana', questionnaire: 'Kuesioner' },
  desk: {
    title: 'Survei kepuasan masyarakat', lead: 'Indeks menurut PermenPANRB 14/2017. Satu lembar tidak dapat dibuka oleh siapa pun; angka bertambah lima lembar atau lebih sekaligus.',
    received: (received: string, told: string) => `${received} lembar masuk, ${told} sudah masuk hitungan.`, closed: (day: string) => `Ditutup dan diumumkan ${day}. Hasil ini tidak berubah lagi.`,
    open: (day: string) => `Masih berjalan. Ditutup dan diumumkan ${day}.`, noProfile: 'Profil responden ditampilkan setelah triwulan ditutup.', noProfileYear: 'Profil responden ada di hasil setiap triwulan.', public: 'Halaman untuk umum',
  },
  counter: {
    title: 'Kode survei hari ini', lead: 'Tampilkan di layar loket atau cetak. Kode berganti setiap hari, jadi cetakan kemarin tidak berlaku.', qr: 'Kode QR survei hari ini', code: 'Kode', day: 'Berlaku',
    slip: 'Nilai pelayanan kami', foot: (address: string) => `Pindai, atau buka ${address} dan ketik kode ini. Tanpa nama, kira-kira dua menit.`, print: 'Cetak dengan Ctrl+P.',
  },
  paper: {
    title: 'Survei kertas', lead: (most: number) => `Ketik paling banyak ${most} lembar sekaligus, dari satu layanan dan satu hari.`, blank: 'Cetak lembar kosong', service: 'Layanan', day: 'Tanggal di lembar', sheet: (at: number) => `Lembar ${at}`,
    digits: 'Jawaban', digitsHint: (n: number) => `${n} tanda berurutan, misalnya 344343433. Tulis - bila tidak dijawab.`, more: 'Tentang responden dan saran', suggestion: 'Saran', send: 'Simpan lembar',
    kept: (n: number) => `${n} lembar tersimpan. Ketik kelompok berikutnya.`, serviceNeeded: 'Pilih layanan.', sheetsNeeded: 'Isi sekurangnya satu lembar.', broken: 'Buka lagi halaman ini, lalu ketik ulang.',
    digitsWrong: (at: number, n: number) => `Lembar ${at}: tulis ${n} tanda, masing-masing 1 sampai 4 atau -.`, sheetEmpty: (at: number) => `Lembar ${at}: tidak ada jawaban. Kosongkan saja barisnya.`,
    dayWrong: (from: Temporal.PlainDate, to: Temporal.PlainDate) => `Tulis tanggal dari ${longDate(from)} sampai ${longDate(to)}. Triwulan sebelumnya sudah ditutup.`, suggestionLong: (at: number) => `Lembar ${at}: saran paling panjang 1.000 huruf.`,
  },
  blank: {
    title: 'Survei Kepuasan Masyarakat', lead: 'Beri tanda silang pada satu kotak untuk setiap pertanyaan. Jangan tulis nama. Lewati yang tidak Anda alami.', day: 'Tanggal', service: 'Jenis layanan', about: 'Tentang Anda (boleh dikosongkan)',
    suggestion: 'Saran dan masukan', print: 'Cetak dengan Ctrl+P. Nomor di depan jawaban adalah yang diketik.', back: 'Ketik lembar yang sudah diisi',
  },
  suggestions: {
    title: 'Saran dan masukan', lead: 'Saran disimpan tanpa nama dan terpisah dari jawaban. Baca, lalu tampilkan untuk umum, atau sembunyikan dengan alasan.', none: 'Tidak ada saran yang dapat ditampilkan',
    noneMore: 'Saran tampil sehari setelah masuk, bila triwulannya punya lima responden atau lebih yang sudah dihitung.', words: 'Saran', service: 'Layanan', state: 'Keadaan', states: { new: 'baru', public: 'untuk umum', hidden: 'disembunyikan' } as Record<string, string>,
    release: 'Tampilkan untuk umum', hide: 'Sembunyikan', reason: 'Alasan menyembunyikan', reasonNeeded: 'Tulis alasan menyembunyikan, misalnya: memuat nama orang.', decided: 'Saran ini sudah diputuskan demikian. Muat ulang halaman.',
    saved: 'Keputusan tersimpan.', quarter: 'Triwulan', show: 'Tampilkan', todo: 'Tampilkan atau sembunyikan', hiddenBecause: (reason: string) => `Disembunyikan: ${reason}`,
  },
  plan: {
    title: 'Rencana tindak lanjut', lead: 'Setiap temuan survei mendapat tindakan, penanggung jawab, dan tanggal. Semua isinya tampil untuk umum di halaman "Anda menyampaikan, kami kerjakan".', none: 'Belum ada rencana', new: 'Tambah rencana', period: 'Masa survei',
    element: 'Unsur', elementNone: 'Tidak tentang satu unsur', finding: 'Temuan', findingHint: 'Apa yang disampaikan masyarakat, dengan bahasa sehari-hari.', action: 'Tindakan', owner: 'Penanggung jawab', ownerHint: 'Jabatan, bukan nama orang.',
    due: 'Paling lambat', state: 'Keadaan', states: { calm: 'direncanakan', soon: 'segera', late: 'terlambat', done: 'selesai', dropped: 'tidak dilanjutkan' } as Record<string, string>, save: 'Simpan rencana', saved: 'Rencana tersimpan.', end: 'Akhiri rencana ini',
    how: 'Bagaimana berakhirnya', done: 'Selesai dikerjakan', dropped: 'Tidak dilanjutkan', words: 'Bukti atau alasan', wordsHint: 'Bila selesai: bukti yang dapat dilihat orang. Bila tidak: mengapa.', endButton: 'Simpan',
    periodNeeded: 'Pilih masa survei.', dueWrong: 'Tulis tanggal mulai hari ini.', textNeeded: 'Tulis dengan 5 sampai 500 huruf.', wordsNeeded: 'Tulis bukti atau alasan, paling sedikit 10 huruf.', ended: 'Rencana ini sudah berakhir.', gone: 'Rencana ini tidak ada.',
    howNeeded: 'Pilih selesai atau tidak dilanjutkan.', onTime: (ended: string) => `Berakhir ${ended}`,
  },
  questionnaire: {
    title: 'Kuesioner', lead: 'Sembilan unsur wajib. Dinas boleh menambah unsur dan memberi bobot lain; semua bobot harus berjumlah tepat 1.', version: (version: number, day: string) => `Versi ${version}, berlaku sejak ${day}`, weight: 'Bobot', question: 'Pertanyaan', ladder: 'Jawaban 1 sampai 4',
    equal: (n: number) => `1/${n}`, new: 'Versi baru dengan unsur tambahan', newLead: 'Isi bobot semua unsur, misalnya 1/10 atau 0,1. Kosongkan semua bila bobotnya sama.', from: 'Berlaku mulai', basis: 'Dasar keputusan', key: 'Kode unsur baru', keyHint: 'Huruf kecil bahasa Inggris, misalnya safety.',
    name: 'Nama unsur', ask: 'Pertanyaan', inEnglish: 'dalam bahasa Inggris', step: (n: number) => `Jawaban ${n}`, weightOf: (name: string) => `Bobot ${name}`, newWeight: 'Bobot unsur baru', save: 'Simpan versi baru', saved: 'Versi baru tersimpan.', tomorrow: 'Versi baru berlaku paling cepat besok.',
    faults: {
      'key-twice': () => 'Dua unsur memakai kode yang sama.', 'element-missing': () => 'Sembilan unsur wajib tidak boleh dihapus.', 'weight-missing': () => 'Isi bobot semua unsur, atau kosongkan semuanya.',
      'weight-wrong': () => 'Bobot ditulis sebagai pecahan (1/10) atau desimal (0,1), di atas 0 dan paling besar 1.', 'weights-not-one': (total: string) => `Semua bobot harus berjumlah tepat 1; sekarang ${total.replace('.', ',')}.`,
    } satisfies Record<QuestionnaireFault, (total: string) => string>,
  },
  poster: { title: 'Indeks Kepuasan Masyarakat', value: 'Nilai SKM', letter: 'Mutu pelayanan', respondents: 'Responden', period: 'Masa survei', served: 'Layanan selesai', least: 'Responden minimal', thanks: 'Terima kasih atas penilaian Anda. Masukan Anda menjadi dasar perbaikan pelayanan kami.', rule: 'Dihitung menurut PermenPANRB Nomor 14 Tahun 2017.', scan: 'Pindai untuk hasil lengkap', elements: 'Nilai setiap unsur' },
}
