import type { AboutPost, Category, Identity, Kind, Outcome } from './core/choices.ts'
import type { State } from './core/life.ts'

/** What the public reads: where to say something, how it stands, what comes next. */
export const citizenId = {
  kinds: {
    complaint: { name: 'Pengaduan', about: 'Ada yang salah, lambat, tidak sopan, atau ada pungutan.', new: 'Sampaikan pengaduan' },
    suggestion: { name: 'Saran', about: 'Usul supaya pelayanan lebih baik.', new: 'Sampaikan saran' },
    information: { name: 'Permintaan informasi', about: 'Minta dokumen atau data milik dinas (informasi publik).', new: 'Minta informasi' },
    consultation: { name: 'Konsultasi', about: 'Tanya soal usaha, izin, koperasi, atau program.', new: 'Ajukan pertanyaan' },
  } as Record<Kind, { name: string; about: string; new: string }>,
  front: {
    title: 'Pengaduan, saran, dan informasi',
    lead: 'Sampaikan apa saja tentang pelayanan kami. Gratis, tanpa akun, dan boleh tanpa nama. Anda mendapat nomor tiket untuk melihat siapa yang menangani dan sampai kapan.',
    track: 'Lacak tiket', trackMore: 'Lihat jawaban dengan nomor tiket dan kode rahasia.', mine: 'Laporan saya', ask: 'Konsultasi', guidance: 'Panduan',
    howTitle: 'Batas waktu kami',
    how: [
      'Laporan kami periksa paling lambat 3 hari kerja sejak masuk.',
      'Pengaduan dijawab paling lambat 2, 5, 14, atau 60 hari kerja sesudah diperiksa, menurut beratnya.',
      'Permintaan informasi dijawab paling lambat 10 hari kerja; dapat ditambah 7 hari kerja dengan pemberitahuan.',
      'Anda yang menentukan apakah sudah selesai. Bila belum, kami kerjakan lagi.',
    ],
    otherTitle: 'Cara lain', other: (place: string) => `Datang ke loket di ${place}, lewat petugas desa, surat, atau lewat LAPOR! (lapor.go.id).`,
    sumTitle: 'Dua belas bulan terakhir', sumLead: 'Angka 1 sampai 4 tidak ditampilkan supaya tidak menunjuk orang.', sumTotal: 'Laporan masuk', hidden: 'kurang dari 5 atau disembunyikan',
    sumCategory: 'Tentang', sumCount: 'Jumlah', sumOnTime: 'Dijawab tepat waktu', onTime: (percent: number) => `${percent}%`, unclassified: 'Belum diperiksa', never: 'Tidak ada pungutan apa pun untuk pelayanan kami. Laporkan bila ada yang meminta.',
  },
  form: {
    more: 'Tempat, layanan, dan keterangan lain', kind: 'Apa yang ingin Anda sampaikan?', words: 'Ceritakan', wordsHint: 'Apa yang terjadi, kapan, dan di mana. Tulis apa adanya.',
    wordsFor: { complaint: 'Ceritakan kejadiannya', suggestion: 'Tulis saran Anda', information: 'Informasi apa yang Anda minta?', consultation: 'Tulis pertanyaan Anda' } as Record<Kind, string>,
    hintFor: {
      complaint: 'Apa yang terjadi, kapan, dan di mana. Tulis apa adanya.', suggestion: 'Apa yang perlu diperbaiki, dan bagaimana.',
      information: 'Sebut dokumen atau datanya, tahunnya, dan untuk apa.', consultation: 'Satu pertanyaan sekali kirim. Jangan tulis NIK atau nomor HP di sini.',
    } as Record<Kind, string>,
    wanted: 'Apa yang Anda harapkan?', place: 'Tempat kejadian', placeHint: 'Misalnya loket dinas, balai desa, atau nama pasar.', region: 'Kecamatan', noRegion: 'Tidak perlu disebut',
    service: 'Tentang layanan', noService: 'Tidak tentang layanan tertentu', application: 'Nomor permohonan', applicationHint: 'Ada di tanda terima. Kosongkan bila identitas Anda dirahasiakan, karena nomor ini menunjukkan siapa Anda.',
    cooperative: 'Nama koperasi', cooperativeHint: 'Isi bila laporan ini tentang koperasi.', member: 'Anggota koperasi', memberYes: 'Saya anggota koperasi ini',
    about: 'Apakah ini tentang seorang petugas?', aboutHint: 'Petugas itu tidak dapat melihat laporan ini. Yang membacanya hanya sekretaris atau kepala dinas.', aboutNone: 'Tidak tentang petugas', aboutName: 'Nama petugas', aboutNameHint: 'Bila Anda tahu. Sebagian nama pun boleh.',
    posts: {
      counter: 'Petugas loket', verifier: 'Verifikator', 'division-head': 'Kepala bidang', secretary: 'Sekretaris dinas', 'office-head': 'Kepala dinas', 'village-officer': 'Petugas desa',
      inspector: 'Pengawas koperasi', field: 'Petugas lapangan atau pendamping', unknown: 'Petugas lain, atau saya tidak tahu',
    } as Record<AboutPost, string>,
    identity: 'Siapa yang boleh tahu nama Anda?',
    identities: {
      named: { label: 'Petugas yang menangani boleh tahu', hint: 'Kami dapat menghubungi Anda bila perlu.' },
      sealed: { label: 'Rahasia', hint: 'Nama disimpan terkunci dan tidak dilihat siapa pun, kecuali dua pejabat membukanya bersama dengan alasan. Anda akan melihatnya di tiket. Kami tidak mengirim pesan ke HP.' },
      anonymous: { label: 'Tanpa nama', hint: 'Kami tidak menyimpan apa pun tentang Anda. Buka tiket sendiri untuk melihat jawaban.' },
    } as Record<Identity, { label: string; hint: string }>,
    name: 'Nama Anda', phone: 'Nomor HP', phoneHint: 'Untuk kabar tentang laporan ini.', signedIn: (name: string) => `Anda masuk sebagai ${name}. Nama dan nomor HP diambil dari akun bila Anda memilih "boleh tahu" atau "rahasia".`,
    file: 'Foto atau berkas bukti', fileHint: 'JPEG, PNG, atau PDF, paling besar 10 MB. Berkas lain dapat ditambahkan lewat tiket. Bila tanpa nama, pastikan foto tidak menunjukkan Anda.',
    publish: 'Panduan umum', publishYes: 'Pertanyaan dan jawabannya boleh dijadikan panduan umum, tanpa nama saya',
    privacy: 'Data dipakai hanya untuk menangani laporan ini.', privacyLink: 'Baca pemberitahuan privasi', send: 'Kirim', back: 'Pengaduan',
  },
  receipt: {
    title: 'Laporan diterima', ticket: 'Nomor tiket', secret: 'Kode rahasia', keep: 'Catat atau foto keduanya sekarang. Kode rahasia tidak dapat ditampilkan lagi, juga tidak oleh petugas.',
    until: (moment: string) => `Kami periksa paling lambat ${moment}.`, next: 'Sesudah itu tiket menunjukkan siapa yang menangani dan batas waktunya.', track: 'Buka tiket', noMessage: 'Kami tidak mengirim pesan. Buka tiket sendiri untuk melihat kabar.', slip: 'Tanda terima laporan', when: 'Masuk', kind: 'Jenis',
  },
  track: {
    title: 'Lacak tiket', lead: 'Isi nomor tiket dan kode rahasia dari tanda terima.', reference: 'Nomor tiket', referenceHint: 'Misalnya PGD-2611-K7QM4X', secret: 'Kode rahasia', secretHint: 'Enam angka', button: 'Buka tiket',
    referenceNeeded: 'Tulis nomor tiket seperti PGD-2611-K7QM4X.', secretNeeded: 'Tulis keenam angka kode rahasia.', wrong: 'Nomor tiket atau kode rahasia tidak cocok. Periksa tanda terima Anda.',
    tooOften: (minutes: number) => `Terlalu banyak percobaan. Coba lagi ${minutes} menit lagi.`, lost: 'Kode hilang? Bila nama Anda tercatat, datang ke loket membawa KTP. Laporan tanpa nama tidak dapat dibuka tanpa kode.', again: 'Lacak tiket lain',
    application: 'Melacak permohonan surat? Buka lacak berkas.',
  },
  mine: { title: 'Laporan saya', lead: 'Yang Anda kirim sesudah masuk, dengan nama atau rahasia.', empty: 'Belum ada laporan', emptyTodo: 'Laporan tanpa nama tidak tercatat di sini.', when: 'Masuk', what: 'Tiket', state: 'Keadaan' },
  states: {
    received: 'Masuk', verified: 'Diperiksa', deferred: 'Menunggu Anda', forwarded: 'Diteruskan', assigned: 'Ditugaskan', handling: 'Ditindaklanjuti', answered: 'Dijawab', reopened: 'Dibuka kembali', closed: 'Selesai', archived: 'Diarsipkan',
  } as Record<State, string>,
  now: {
    received: 'Laporan Anda menunggu diperiksa.', verified: 'Laporan sudah diperiksa dan akan ditugaskan.', deferred: 'Kami perlu keterangan lagi dari Anda. Batas waktu kami berhenti sampai Anda menjawab.',
    forwarded: 'Ini wewenang instansi lain. Baca kepada siapa diteruskan, lalu katakan apakah Anda menerimanya.', assigned: 'Seorang petugas sudah ditugaskan.', handling: 'Laporan sedang ditindaklanjuti.',
    answered: 'Baca jawabannya, lalu katakan apakah masalahnya sudah selesai.', reopened: 'Anda mengatakan belum selesai. Kami kerjakan lagi.', closed: 'Tiket ini sudah selesai.', archived: 'Tiket ini ditutup tanpa jawaban. Baca alasannya di bawah.',
  } as Record<State, string>,
  ticket: {
    holder: (who: string) => `Sekarang di tangan: ${who}`, you: 'Anda', desk: 'petugas pengaduan', leadership: 'pimpinan dinas', officer: (role: string) => role.toLowerCase(), due: (moment: string) => `Selambatnya ${moment}`, late: (moment: string) => `Seharusnya selesai ${moment}`,
    lateMore: 'Kami terlambat. Peringatan sudah dikirim ke atasan petugas.', counted: 'Dihitung hari kerja dinas; waktu menunggu keterangan Anda tidak dihitung.', waitUntil: (moment: string) => `Kami menunggu Anda sampai ${moment}`,
    waitMore: { deferred: 'Sesudah itu tiket ditutup tanpa jawaban.', answered: 'Tanpa kabar dari Anda tiket dianggap selesai.', forwarded: 'Tanpa kabar dari Anda tiket ditutup.' } as Partial<Record<State, string>>,
    lastWords: { answer: 'Jawaban kami', forward: 'Diteruskan', defer: 'Pertanyaan kami', archive: 'Mengapa ditutup' } as Record<string, string>,
    journey: 'Perjalanan tiket', said: 'Yang Anda sampaikan', wanted: 'Yang Anda harapkan', files: 'Berkas', ours: 'Berkas dari dinas', yours: 'Berkas Anda', fileName: (at: number) => `Berkas ${at}`,
    replyTitle: 'Jawab pertanyaan kami', reply: 'Keterangan Anda', replyButton: 'Kirim keterangan', solvedTitle: 'Sudah selesai?', score: 'Seberapa puas Anda?', scores: ['Tidak puas', 'Kurang puas', 'Puas', 'Sangat puas'], solvedNote: 'Catatan', solvedButton: 'Ya, sudah selesai',
    notTitle: 'Belum selesai', not: 'Apa yang belum beres?', notButton: 'Belum selesai, kerjakan lagi', addTitle: 'Tambah bukti', add: 'Foto atau berkas', addButton: 'Unggah', addNeeded: 'Pilih foto atau berkas.', sent: 'Terkirim.', outcome: 'Akhir', scored: (score: string) => `Penilaian Anda: ${score}`,
    opened: 'Identitas Anda dibuka oleh dua pejabat', openedMore: 'Alasannya tertulis di perjalanan tiket. Setiap kali dilihat tercatat di sana.', mayPublish: 'Pertanyaan dan jawaban ini boleh dijadikan panduan, tanpa nama saya',
  },
  outcomes: {
    solved: 'Anda mengatakan selesai', silence: 'Ditutup karena tidak ada kabar dari Anda', forwarded: 'Diteruskan ke instansi lain', spam: 'Bukan laporan', withdrawn: 'Ditarik kembali', duplicate: 'Sama dengan laporan lain', 'no-reply': 'Keterangan yang diminta tidak datang',
  } as Record<Outcome, string>,
  steps: {
    file: 'Laporan masuk', verify: 'Diperiksa dan digolongkan', defer: 'Kami meminta keterangan', reply: 'Keterangan Anda masuk', forward: 'Diteruskan ke instansi lain', assign: 'Ditugaskan', 'follow-up': 'Ditindaklanjuti', answer: 'Dijawab', accept: 'Dinyatakan selesai',
    reopen: 'Dinyatakan belum selesai', archive: 'Ditutup tanpa jawaban', lapse: 'Ditutup karena tidak ada kabar', extend: 'Batas waktu ditambah', evidence: 'Bukti ditambahkan', 'identity-open': 'Identitas dibuka oleh dua pejabat', 'identity-look': 'Identitas dilihat',
  } as Record<string, string>,
  upcoming: { verify: 'Diperiksa', assign: 'Ditugaskan', answer: 'Dijawab', judge: 'Anda mengatakan selesai atau belum' } as Record<string, string>,
  roles: {
    reporter: 'Pelapor', 'business-owner': 'Pelapor', 'cooperative-secretary': 'Pelapor', citizen: 'Pelapor', counter: 'Petugas loket', 'village-officer': 'Petugas desa', verifier: 'Verifikator', 'division-head': 'Kepala bidang', secretary: 'Sekretaris',
    'office-head': 'Kepala dinas', inspector: 'Pengawas koperasi', system: 'Program', lapor: 'LAPOR!',
  } as Record<string, string>,
  categories: {
    requirements: 'Persyaratan', time: 'Waktu', fee: 'Biaya atau pungutan', conduct: 'Sikap petugas', system: 'Aplikasi', 'wrong-data': 'Data salah', cooperative: 'Koperasi', other: 'Lain-lain',
  } as Record<Category, string>,
  consult: {
    title: 'Konsultasi', lead: 'Tanya apa saja soal usaha, izin, koperasi, dan program. Dijawab petugas paling lambat 3 hari kerja sesudah diperiksa.', ask: 'Ajukan pertanyaan', search: 'Mungkin sudah ada jawabannya', searchHint: 'Misalnya: label halal, pinjam modal', searchButton: 'Cari panduan',
    guidance: 'Panduan', guidanceLead: 'Jawaban petugas atas pertanyaan yang sering datang. Nama penanya tidak disebut.', found: (count: number) => `${count} panduan`, none: 'Belum ada panduan tentang itu', noneTodo: 'Ajukan pertanyaan; petugas akan menjawabnya.', question: 'Pertanyaan', answer: 'Jawaban', reviewed: (day: string) => `Diperiksa ${day}`, all: 'Semua panduan',
  },
  refusals: {
    wordsNeeded: 'Ceritakan dengan paling sedikit beberapa kata.', tooLong: (most: number) => `Paling panjang ${most} huruf. Persingkat, atau lampirkan berkas.`, nameNeeded: 'Tulis nama Anda, atau pilih tanpa nama.',
    serviceUnknown: 'Pilih layanan dari daftar.', caseUnknown: 'Nomor permohonan tidak ditemukan. Periksa tanda terima, atau kosongkan.', caseTells: 'Kosongkan nomor permohonan: nomor ini menunjukkan siapa Anda.', regionUnknown: 'Pilih kecamatan dari daftar.',
    receivedWrong: (days: number) => `Tulis hari diterimanya, hari ini atau paling lama ${days} hari lalu.`, laporTwice: 'Nomor LAPOR! ini sudah ada.', calendarUnknown: 'Hari libur tahun itu belum tercatat, jadi batas waktu belum dapat dihitung. Hubungi loket.', filesWrong: 'Berkas tidak dapat dipakai lagi, atau terlalu banyak. Paling banyak 10 berkas; unggah ulang.',
    notNow: 'Tiket ini sudah berubah. Muat ulang untuk melihat keadaannya.', reopenNeeded: 'Tulis apa yang belum beres.', replyNeeded: 'Tulis keterangan Anda.', scoreNeeded: 'Pilih seberapa puas Anda.', kindNeeded: 'Pilih apa yang ingin Anda sampaikan.', identityNeeded: 'Pilih siapa yang boleh tahu nama Anda.', tokenTells: 'Kirim tanpa token: token menunjukkan siapa Anda.', gone: 'Tiket ini tidak ada.',
  },
}

export type CitizenWords = typeof citizenId
