import type { Verdict } from './commands/step-input.ts'

/** What officers read on the pages of surveys, advice, hand-overs and results, and what another office reads that is asked for advice. */
export const stepWords = {
  /** Addresses and titles of the steps that have a page of their own. */
  page: {
    survey: { path: 'survei', title: 'Kirim petugas survei', lead: 'Pilih siapa yang pergi, atau biarkan terbuka bagi semua petugas meja itu.', button: 'Kirim' },
    report: { path: 'hasil-survei', title: 'Laporan survei', lead: 'Isi di tempat. Foto langsung tersimpan; jawaban tersimpan saat laporan dikirim.', button: 'Kirim laporan' },
    consult: { path: 'minta-pertimbangan', title: 'Minta pertimbangan', lead: 'Program membuat tautan sekali pakai untuk dikirim ke instansi itu.', button: 'Buat tautan' },
    advise: { path: 'pertimbangan', title: 'Catat pertimbangan dari kertas', lead: 'Untuk jawaban yang datang lewat surat. Jawaban lewat tautan tercatat sendiri.', button: 'Simpan pertimbangan' },
    follow: { path: 'teruskan', title: 'Teruskan ke luar', lead: 'Janji waktu dinas selesai di sini. Tiap 30 hari Anda diingatkan menanyakan hasilnya.', button: 'Teruskan' },
    complete: { path: 'selesaikan', title: 'Selesaikan permohonan', lead: 'Catat hasilnya. Nomor yang ditandai masuk ke data usaha atau koperasi.', button: 'Selesaikan' },
  },
  back: 'Kembali ke berkas',
  notNow: 'Langkah ini tidak dapat dilakukan sekarang',
  survey: {
    who: 'Siapa yang pergi?', anyone: 'Siapa saja di meja ini', unknown: 'Pilih petugas dari daftar.', answers: 'Yang ditemukan', photos: 'Foto', noPhotos: 'Belum ada foto.',
    addPhoto: 'Tambah foto', photoHint: 'JPEG atau PNG, paling besar 10 MB.', photoNeeded: 'Pilih fotonya dahulu.', savePhoto: 'Simpan foto', photoKept: 'Foto tersimpan.',
    photo: (at: number) => `Foto survei ${at}`, visitedOn: 'Tanggal kunjungan', latitude: 'Lintang', longitude: 'Bujur',
    placeHint: 'Boleh kosong. Contoh: -7.5312 dan 112.7812, seperti pada aplikasi peta.', numberWrong: 'Tulis angka, misalnya -7.5312.',
    card: 'Survei', sent: (who: string, when: string) => `Ditugaskan kepada ${who}, ${when}`, reported: (who: string, when: string) => `Dilaporkan ${who}, ${when}`,
    place: 'Titik lokasi', map: 'Buka peta', waiting: 'Belum ada laporan.',
  },
  verdicts: { yes: 'Setuju', 'with-conditions': 'Setuju dengan syarat', no: 'Tidak setuju' } satisfies Record<Verdict, string>,
  advice: {
    office: 'Instansi', question: 'Yang ditanyakan', days: (days: number) => `Dijawab dalam ${days} hari kerja`, verdict: 'Pertimbangan', answer: 'Isi pertimbangan',
    answerHint: 'Alasan dan syaratnya, bila ada.', name: 'Nama yang memberi pertimbangan', position: 'Jabatan', file: 'Surat atau pindaian', fileHint: 'Boleh kosong. PDF, JPEG, atau PNG, paling besar 10 MB.',
    card: 'Pertimbangan instansi lain', link: 'Tautan untuk instansi itu', linkHint: 'Kirim hanya kepada instansi yang ditanya. Siapa pun yang memegangnya dapat menjawab satu kali.',
    asked: (when: string, due: string) => `Diminta ${when}, diharapkan ${due}`, spent: (days: number) => `Waktu instansi itu: ${days} hari kerja`, late: 'Lewat batas',
    answered: (who: string, position: string, when: string) => `${who}, ${position}, ${when}`, ways: { link: 'lewat tautan', paper: 'lewat surat' }, unopened: 'Tautan belum dibuka.',
    opened: (when: string) => `Tautan dibuka ${when}.`, closed: 'Berkas dilanjutkan tanpa jawaban.', openFile: 'Buka berkas pertimbangan',
  },
  outside: {
    place: 'Diteruskan kepada', placeHint: 'Misalnya OSS, BPJPH, atau Dinas Kesehatan.', reference: 'Nomor berkas di sana', card: 'Di pihak luar',
    since: (when: string) => `Sejak ${when}`, outcome: 'Hasil', noOutcome: 'Layanan ini tidak meminta hasil dicatat. Tekan Selesaikan bila memang sudah selesai.', writes: 'Masuk ke data usaha atau koperasi.',
  },
  stage: { late: (due: string) => `Batas tahap ini lewat sejak ${due}.`, due: (due: string) => `Tahap ini sebaiknya selesai ${due}.` },
  subject: { cooperative: 'Koperasi', name: 'Nama koperasi', registry: 'Nomor registri', legalEntity: 'Nomor badan hukum', person: 'Diajukan perorangan.' },
  tasks: {
    title: 'Tugas lapangan', lead: 'Berkas yang menunggu Anda. Yang paling dekat batas waktunya di atas.', none: 'Tidak ada tugas untuk Anda sekarang',
    noneTodo: 'Berkas muncul di sini begitu ditugaskan kepada Anda atau tiba giliran meja Anda.', open: 'Buka berkas', place: (village: string) => `Di ${village}`,
  },
  outsidePage: {
    title: 'Pertimbangan', lead: (office: string) => `Permintaan kepada ${office}`, from: 'Dari', service: 'Layanan', reference: 'Nomor berkas', about: 'Tentang', place: 'Tempat',
    due: 'Diharapkan dijawab', asked: 'Yang kami tanyakan', answers: 'Keterangan pada berkas', masked: 'Nama orang dan nomor pribadi disamarkan.',
    yours: 'Jawaban Anda', name: 'Nama Anda', position: 'Jabatan Anda', button: 'Kirim pertimbangan', once: 'Tautan ini hanya dapat dipakai satu kali. Setelah dikirim, jawaban tidak dapat diubah.',
    done: 'Terima kasih, pertimbangan Anda sudah kami terima', doneMore: 'Anda boleh menutup halaman ini.', used: 'Tautan ini sudah tidak dapat dipakai',
    usedMore: 'Pertimbangan sudah diberikan, berkas sudah dilanjutkan, atau masa tautan habis. Hubungi dinas bila Anda masih ingin menyampaikan sesuatu.',
  },
  done: {
    survey: 'Petugas survei ditugaskan.', report: 'Laporan survei tersimpan.', consult: 'Tautan untuk instansi itu sudah dibuat. Salin dari kartu Pertimbangan.', advise: 'Pertimbangan tersimpan.',
    follow: 'Diteruskan. Janji waktu dinas selesai.', complete: 'Permohonan diselesaikan. Pemohon diberi tahu.',
  },
}
