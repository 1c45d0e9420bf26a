import type { ArchiveReason, Channel, Identity, Outcome } from './core/choices.ts'
import type { Reason } from './core/duplicates.ts'
import type { OfficeStep } from './core/life.ts'
import type { Class } from './core/limits.ts'

/** What officers read about tickets. */
export const complaintsId = {
  noSuch: 'Tiket ini tidak ada.', calendarUnknown: 'Kalender kerja belum mencakup tanggal itu. Minta admin melengkapi daftar hari libur.', tooLong: (most: number) => `Paling panjang ${most} huruf.`,
  classNeeded: 'Pilih kadar yang sesuai dengan jenisnya.', categoryNeeded: 'Pilih kategori.', assignNeeded: 'Pilih petugas yang menangani.', assignBarred: 'Petugas ini disebut dalam laporan, jadi tidak dapat menanganinya.',
  holderNamed: 'Petugas yang memegang tiket ini disebut dalam laporan. Tugaskan dahulu kepada petugas lain.', questionNeeded: 'Tulis apa yang perlu dijelaskan pelapor.', answerNeeded: (least: number) => `Tulis jawaban yang berisi: apa yang ditemukan dan apa yang dilakukan, paling sedikit ${least} huruf.`,
  forwardNeeded: 'Tulis kepada siapa diteruskan dan mengapa.', reasonNeeded: 'Pilih alasannya.', archiveNeeded: 'Jelaskan kepada pelapor mengapa tiket ditutup.', noteNeeded: 'Tulis apa yang dilakukan.', notNow: 'Tiket ini sudah berubah; langkah itu tidak mungkin lagi. Muat ulang.',
  notYourStep: 'Langkah ini bukan giliran Anda.', notExtendable: 'Hanya permintaan informasi yang belum lewat batas dapat ditambah waktunya, satu kali.', extendNeeded: 'Tulis alasan penambahan waktu; pelapor membacanya.', notGroupable: 'Tiket itu tidak dapat menjadi induk. Pilih tiket berjalan yang bukan anggota kelompok lain.',
  notSealed: 'Identitas tiket ini tidak dirahasiakan.', openingReasonNeeded: 'Tulis alasan membuka identitas, paling sedikit 20 huruf. Pelapor akan membacanya.', openingThere: 'Sudah ada permintaan atau pembukaan yang masih berlaku.', noOpening: 'Tidak ada permintaan yang menunggu keputusan.', openingOwn: 'Anda yang meminta, jadi pejabat lain yang memutuskan.', notOpened: 'Identitas ini tidak dibuka untuk Anda.',
  inspectorate: (reference: string, baseUrl: string) => ({
    subject: `Pengaduan ${reference} tentang pimpinan dinas`,
    body: `Pengaduan ${reference} masuk dan menyangkut pimpinan dinas. Pejabat yang disebut tidak dapat membukanya. Isinya tidak dikirim lewat surel.\n\nMinta salinannya kepada pejabat dinas yang tidak disebut, dengan menyebut nomor ini.\n\n${baseUrl}`,
  }),
  classes: {
    light: 'Ringan, 2 hari kerja', normative: 'Normatif, 5 hari kerja', 'no-examination': 'Tanpa pemeriksaan, 14 hari kerja', examination: 'Perlu pemeriksaan, 60 hari kerja', suggestion: 'Saran, 14 hari kerja', information: 'Permintaan informasi, 10 hari kerja', consultation: 'Konsultasi, 3 hari kerja',
  } as Record<Class, string>,
  channels: { web: 'Situs', account: 'Akun', counter: 'Loket', phone: 'Telepon', letter: 'Surat', village: 'Petugas desa', lapor: 'LAPOR!', message: 'Pesan' } as Record<Channel, string>,
  identities: { named: 'Nama tercatat', sealed: 'Rahasia', anonymous: 'Tanpa nama' } as Record<Identity, string>,
  outcomes: {
    solved: 'Pelapor: selesai', silence: 'Tanpa kabar pelapor', forwarded: 'Diteruskan', spam: 'Bukan laporan', withdrawn: 'Ditarik pelapor', duplicate: 'Laporan ganda', 'no-reply': 'Keterangan tidak datang',
  } as Record<Outcome, string>,
  reasons: { spam: 'Bukan laporan', withdrawn: 'Ditarik pelapor', duplicate: 'Sama dengan laporan lain' } as Record<ArchiveReason, string>,
  likeness: { 'same-words': 'kata mirip', 'same-service': 'layanan sama', 'same-region': 'wilayah sama', 'same-cooperative': 'koperasi sama', 'same-application': 'permohonan sama', 'same-officer': 'petugas sama' } as Record<Reason, string>,
  queue: {
    title: 'Pengaduan dan pertanyaan', lead: 'Yang paling dekat batas waktunya di atas.', new: 'Catat laporan', views: { open: 'Berjalan', mine: 'Saya pegang', unassigned: 'Belum ditugaskan', late: 'Terlambat', waiting: 'Menunggu pelapor', inspection: 'Koperasi', ended: 'Selesai' } as Record<string, string>,
    viewsLabel: 'Saringan', reference: 'Tiket', kind: 'Jenis', category: 'Kategori', state: 'Keadaan', due: 'Batas waktu', holder: 'Dipegang', nobody: 'belum ada', empty: 'Tidak ada tiket di sini', emptyTodo: 'Pilih saringan lain, atau catat laporan yang datang.', search: 'Cari nomor tiket', searchButton: 'Buka', notFound: 'Tiket tidak ditemukan',
    all: 'Semua', filter: 'Saring', unverified: 'belum diperiksa', confidential: 'Terbatas', figures: 'Angka', lapor: 'LAPOR!', guidance: 'Panduan', tabs: 'Halaman pengaduan', list: 'Tiket',
  },
  due: { none: 'tidak ada', paused: 'menunggu pelapor', today: (time: string) => `hari ini ${time}`, tomorrow: (time: string) => `besok ${time}`, on: (day: string) => day, late: (days: number) => (days === 0 ? 'lewat hari ini' : `lewat ${days} hari`) },
  ticket: {
    words: 'Isi laporan', wanted: 'Harapan pelapor', facts: 'Keterangan', channel: 'Kanal', identity: 'Pelapor', name: 'Nama', phone: 'Nomor HP', received: 'Masuk', due: 'Batas jawaban', class: 'Kadar', category: 'Kategori', suggested: (category: string, because: string) => `Usulan program: ${category}, karena kata ${because}.`, place: 'Tempat', service: 'Layanan', application: 'Permohonan', cooperative: 'Koperasi', member: 'anggota koperasi', inspection: 'Ditandai untuk pengawasan koperasi',
    about: 'Tentang petugas', named: 'Petugas yang disebut', lapor: 'Nomor LAPOR!', holder: 'Dipegang', files: 'Bukti', ours: 'berkas dinas', theirs: 'berkas pelapor', file: (at: number) => `Berkas ${at}`, history: 'Riwayat', hidden: 'catatan dalam', duplicates: 'Mungkin laporan yang sama', duplicatesLead: 'Kelompokkan bila isinya sama: jawaban tiket induk dikirim ke semua anggota.', because: (reasons: string, shared: string) => `${reasons} (${shared})`,
    group: 'Kelompokkan ke tiket ini', ungroup: 'Keluarkan dari kelompok', lead: 'Dijawab bersama', members: (count: number) => `${count} tiket dijawab bersama tiket ini`, confidential: 'Laporan tentang petugas', confidentialMore: 'Hanya sekretaris, kepala dinas, dan yang ditugasi dapat membukanya. Jangan dibicarakan di luar itu.', score: 'Penilaian', acts: 'Langkah', none: 'Tidak ada langkah untuk Anda sekarang.', outcome: 'Akhir', reopened: (count: number) => `Dibuka kembali ${count} kali`, late: 'Terlambat',
  },
  acts: {
    verify: { title: 'Periksa dan golongkan', button: 'Simpan pemeriksaan', note: 'Catatan dalam' }, defer: { title: 'Minta keterangan', button: 'Kirim pertanyaan', note: 'Pertanyaan kepada pelapor' }, forward: { title: 'Bukan wewenang kami', button: 'Teruskan', note: 'Diteruskan kepada siapa, dan mengapa' }, assign: { title: 'Tugaskan', button: 'Tugaskan', note: 'Catatan dalam' },
    'follow-up': { title: 'Catat tindak lanjut', button: 'Simpan catatan', note: 'Apa yang dilakukan' }, answer: { title: 'Jawab', button: 'Kirim jawaban', note: 'Jawaban kepada pelapor' }, archive: { title: 'Tutup tanpa jawaban', button: 'Tutup tiket', note: 'Penjelasan kepada pelapor' },
  } as Record<OfficeStep, { title: string; button: string; note: string }>,
  fields: {
    kind: 'Jenis', class: 'Kadar', category: 'Kategori', named: 'Petugas yang disebut', namedHint: 'Tambahkan bila laporan ini tentang petugas. Ia tidak akan melihat tiket ini.', nobody: 'Tidak ada', assignTo: 'Petugas yang menangani', later: 'Ditugaskan kemudian', reason: 'Alasan', shown: 'Siapa yang membaca', shownYes: 'Pelapor boleh membaca catatan ini', file: 'Bukti jawaban', fileHint: 'Foto atau PDF, paling besar 10 MB.',
  },
  steps: { group: 'Dikelompokkan', ungroup: 'Dikeluarkan dari kelompok', 'identity-ask': 'Identitas diminta dibuka', 'identity-refuse': 'Permintaan membuka identitas ditolak' } as Record<string, string>,
  extend: { title: 'Tambah waktu', lead: 'Satu kali, 7 hari kerja (UU 14/2008).', note: 'Alasan', button: 'Tambah waktu' },
  identity: {
    title: 'Identitas terkunci', lead: 'Dibuka hanya oleh dua pejabat: satu meminta dengan alasan, satu lagi memutuskan. Pelapor membacanya di tiketnya.', reason: 'Alasan membuka', ask: 'Minta dibuka', decide: 'Putuskan', waiting: (name: string) => `${name} meminta identitas dibuka:`, approve: 'Setuju, buka', refuse: 'Tolak', refused: 'Permintaan terakhir ditolak.', open: 'Lihat identitas', until: (moment: string) => `Dapat dilihat sampai ${moment}. Setiap kali dilihat tercatat dan terbaca pelapor.`, page: 'Identitas pelapor', person: 'Orang terdaftar',
  },
  entry: {
    title: 'Catat laporan', lead: 'Untuk yang datang, menelepon, atau berkirim surat. Laporan berjalan pada batas waktu yang sama.', channel: 'Datang lewat', received: 'Hari diterima', receivedHint: 'Untuk surat: hari surat diterima.', done: 'Laporan dicatat', give: 'Berikan nomor tiket dan kode rahasia kepada pelapor. Kode tidak dapat ditampilkan lagi.', again: 'Catat laporan lain', open: 'Buka tiket', regionVillage: 'Desa atau kelurahan', slipLead: 'Untuk pelapor',
  },
  figures: {
    title: 'Angka pengaduan', lead: (from: string, to: string) => `Yang masuk ${from} sampai ${to}.`, received: 'Masuk', open: 'Masih berjalan', late: 'Berjalan dan terlambat', onTime: 'Dijawab tepat waktu', reopened: 'Pernah dibuka kembali', solved: 'Selesai menurut pelapor', silence: 'Selesai tanpa kabar', score: 'Rata-rata penilaian', byCategory: 'Menurut kategori', byKind: 'Menurut jenis', count: 'Jumlah', share: (part: number, whole: number) => `${part} dari ${whole}`, none: 'belum ada',
    meaning: { received: 'Semua tiket yang masuk dalam masa ini.', open: 'Belum selesai dan belum diarsipkan.', late: 'Yang dinas sudah lewat batasnya sekarang.', onTime: 'Dari tiket yang sudah dijawab atau diteruskan.', reopened: 'Pelapor mengatakan belum selesai paling sedikit sekali.', solved: 'Pelapor sendiri yang mengatakan selesai.', silence: 'Ditutup karena pelapor tidak memberi kabar 10 hari kerja.', score: 'Dari 1 sampai 4, oleh pelapor yang mengatakan selesai.' } as Record<string, string>, foot: 'Dari tiket dinas, saat halaman dibuka.', months: 'Bulan',
  },
  exchange: {
    title: 'Tukar data LAPOR!', lead: 'Bentuk berkas LAPOR! yang resmi tidak diterbitkan. Kolom di sini buatan program ini; sesuaikan judul kolom sebelum mengimpor.', export: 'Unduh CSV', exportLead: 'Tiket dua belas bulan terakhir yang boleh Anda lihat, tanpa nama dan nomor HP.', import: 'Impor CSV', file: 'Berkas CSV', fileHint: 'Kolom wajib: no_lapor, tanggal, klasifikasi, isi.', button: 'Impor', fileNeeded: 'Pilih berkas CSV.', unreadable: 'Berkas tidak terbaca sebagai tabel.', columns: (missing: string) => `Kolom ini tidak ada: ${missing}.`, row: (row: number, problem: string) => `Baris ${row}: ${problem}`,
    problems: { number: 'no_lapor kosong', date: 'tanggal bukan 2026-11-24', kind: 'klasifikasi tidak dikenal', words: 'isi terlalu pendek atau terlalu panjang', identity: 'identitas tidak dikenal' } as Record<string, string>, done: (fresh: number, known: number) => `${fresh} laporan baru, ${known} sudah ada.`, tooMany: (most: number) => `Paling banyak ${most} baris sekali impor.`, calendar: 'Tanggal di luar kalender kerja yang tercatat.',
  },
  guidance: {
    title: 'Panduan dari konsultasi', lead: 'Jawaban yang baik ditulis ulang tanpa penanya, lalu diperiksa petugas lain sebelum terbit.', propose: 'Usulkan jadi panduan', proposeLead: 'Penanya setuju. Tulis ulang tanpa nama, tempat, dan angka yang menunjuk orang.', question: 'Pertanyaan', answer: 'Jawaban', button: 'Usulkan', waiting: 'Menunggu pemeriksaan', published: 'Terbit', approve: 'Terbitkan', decline: 'Tolak', withdraw: 'Tarik', none: 'Tidak ada usulan', noneTodo: 'Usulkan dari tiket konsultasi yang sudah dijawab.', own: 'Anda yang mengusulkan, jadi petugas lain yang memeriksa.', notAgreed: 'Penanya belum setuju pertanyaannya dijadikan panduan.', notConsult: 'Hanya konsultasi yang sudah dijawab dapat menjadi panduan.', textNeeded: 'Tulis paling sedikit 15 huruf.', personal: 'Masih ada nomor panjang atau nama penanya. Hapus dahulu.', there: 'Tiket ini sudah punya panduan.', notNow: 'Panduan ini sudah diputuskan.', check: 'Periksa: tidak ada nama, alamat, NIK, atau cerita yang menunjuk orang.', noSuch: 'Panduan ini tidak ada.', states: { proposed: 'Menunggu', published: 'Terbit', declined: 'Ditolak', withdrawn: 'Ditarik' } as Record<string, string>,
  },
}
