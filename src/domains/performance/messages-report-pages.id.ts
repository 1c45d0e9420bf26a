import type { Awaits } from './core/approval.ts'
import type { SignFailure } from '../../platform/signing/signer.ts'

/** Words of the pages and refusals around periodic reports (laporan berkala). */
export const reportPagesId = {
  title: 'Laporan berkala', menu: 'Laporan', back: 'Semua laporan',
  lead: 'Laporan disusun sendiri oleh sistem pada hari kerja pertama setelah periodenya berakhir. Setiap angka disetujui kepala bidang, sekretaris, lalu kepala dinas.',
  noSuchReport: 'Laporan ini tidak ada.', notDraft: 'Laporan ini sudah dikunci. Perbaikan dilakukan dengan versi baru.',
  none: 'Belum ada laporan', noneTodo: 'Laporan pertama disusun sendiri pada hari kerja pertama setelah bulan ini berakhir.',
  years: 'Tahun', version: (version: number) => `versi ${version}`,
  list: { report: 'Laporan', state: 'Keadaan', waiting: 'Menunggu', period: 'Periode', signed: 'Ditandatangani' },
  state: { draft: 'Sedang disetujui', locked: 'Siap ditandatangani', signing: 'Sedang ditandatangani', signed: 'Ditandatangani', replaced: 'Diganti versi baru' },
  awaits: { answer: 'Menunggu jawaban atas catatan', 'division-head': 'Menunggu kepala bidang', secretary: 'Menunggu sekretaris', 'office-head': 'Menunggu kepala dinas', none: 'Disetujui' } satisfies Record<Awaits, string>,
  role: { 'division-head': 'Kepala bidang', secretary: 'Sekretaris', 'office-head': 'Kepala dinas' } as Record<string, string>,
  progress: (done: number, all: number) => `${done} dari ${all} angka sudah disetujui sampai kepala dinas.`,
  one: {
    facts: 'Tentang laporan ini', figures: 'Angka dan persetujuannya', figure: 'Angka', value: 'Nilai', stand: 'Persetujuan', days: 'Hari', log: 'Tempat dalam log', entries: (first: number, last: number) => `entri ${first} sampai ${last}`,
    root: 'Akar log', drafted: 'Disusun', locked: 'Dikunci', signed: 'Ditandatangani', registry: 'Angka registri', versions: 'Versi', files: 'Berkas', reason: 'Alasan versi ini',
    remarks: 'Catatan dinas', noRemarks: 'Belum ada catatan.', remarksHint: 'Dicetak di awal laporan. Bila diubah, catatan disetujui lagi dari kepala bidang.', saveRemarks: 'Simpan catatan', changes: 'Yang berubah dari versi sebelumnya', sameAsBefore: 'Tidak ada angka yang berubah.',
    targets: 'Atur sasaran tahun ini', download: (part: string) => `Unduh ${part.toUpperCase()}`, print: 'Unduh cetakan untuk ditandatangani', sha256: (part: string) => `SHA-256 ${part.toUpperCase()}`,
    preview: 'Lihat rancangan (PDF)', remarked: 'Catatan untuk angka ini', explanation: 'Keterangan dinas', notForLog: 'Angka registri tidak dapat dihitung ulang dari log.',
  },
  check: {
    open: (n: number) => `Periksa ${n} angka`, title: 'Periksa angka', lead: (n: number) => `${n} angka menunggu Anda. Centang yang benar, tulis catatan untuk yang belum. Yang dibiarkan kosong dapat diperiksa nanti.`,
    accept: 'Setuju', decision: 'Keputusan Anda', remark: 'Catatan', remarkHint: 'Angka ini kembali dengan catatan Anda. Angka lain tetap berjalan.', remarkOpen: 'Beri catatan', save: 'Simpan keputusan', later: 'Lihat angka lain dahulu', none: 'Tidak ada angka yang menunggu Anda', nothing: 'Centang atau beri catatan sekurangnya satu angka.',
    both: 'Pilih salah satu: setuju, atau beri catatan.', rows: 'Lihat rinciannya', cases: 'Lihat berkasnya', tooLong: 'Catatan paling panjang 1.000 huruf.', saved: 'Keputusan tersimpan.', formula: 'Rumus', changed: (before: string, after: string) => `Versi sebelumnya ${before}, sekarang ${after}.`,
  },
  answer: {
    open: (n: number) => `Jawab ${n} catatan`, title: 'Jawab catatan', lead: 'Angka berasal dari log dan tidak dapat diubah. Yang dapat ditulis adalah keterangannya: mengapa begini. Keterangan dicetak dalam laporan.',
    label: 'Keterangan', save: 'Kirim kembali', none: 'Tidak ada catatan yang menunggu jawaban', nothing: 'Tulis keterangan untuk sekurangnya satu angka.', add: 'Beri keterangan',
    addLead: 'Angka yang belum disetujui siapa pun dapat diberi keterangan. Sasaran yang tidak tercapai harus diberi keterangan.',
  },
  sign: {
    open: 'Tanda tangani', title: 'Tanda tangani laporan', lead: 'Setelah ditandatangani, laporan disimpan dan tidak dapat diubah. Siapa pun dapat mengunduhnya.', button: 'Tanda tangani', otp: 'Kode dari aplikasi autentikator', passphrase: 'Passphrase sertifikat',
    notNow: 'Laporan ini belum dapat ditandatangani, atau sudah ditandatangani.', noSigner: 'Belum ada kepala dinas atau pelaksana tugas yang tercatat untuk hari ini.', notTheSigner: (name: string) => `Hari ini yang menandatangani adalah ${name}.`,
    waits: 'Tanda tangan belum selesai. Ulangi beberapa saat lagi; laporan tetap terkunci.', waitsForScan: 'Cetak laporan, tanda tangani dan beri cap, lalu unggah pindaiannya.',
    failure: {
      'passphrase-refused': 'Passphrase tidak cocok. Periksa lalu coba lagi.', unavailable: 'Layanan tanda tangan tidak dapat dihubungi.', timeout: 'Layanan tanda tangan tidak menjawab.', refused: 'Layanan tanda tangan menolak berkas ini.',
    } satisfies Record<SignFailure['kind'], string>,
  },
  scan: {
    open: 'Unggah pindaian', title: 'Simpan laporan bertanda tangan', lead: 'Unggah hasil pindai laporan yang sudah ditandatangani dan dicap.', file: 'Hasil pindai (PDF)', hint: 'Paling besar 10 MB.', button: 'Simpan',
    needed: 'Pilih berkas hasil pindai.', notWaiting: 'Laporan ini tidak menunggu hasil pindai.', isPrint: 'Ini cetakan yang belum ditandatangani. Unggah hasil pindainya.',
  },
  revise: {
    open: 'Buat versi baru', title: 'Buat versi baru', lead: 'Angka dihitung lagi dari tempat yang sama dalam log, dan yang berbeda ditunjukkan satu per satu. Versi yang sudah ditandatangani tetap dapat dibaca.', reason: 'Mengapa perlu versi baru', button: 'Susun versi baru',
    needed: 'Tulis alasannya.', notNow: 'Versi baru hanya dapat dibuat dari versi terakhir yang sudah ditandatangani.', tooLong: 'Alasan paling panjang 500 huruf.',
  },
  target: {
    title: (year: number) => `Sasaran ${year}`, open: (year: number) => `Sasaran tahun ${year}`, lead: 'Sasaran dibandingkan dengan hasil dalam laporan tahunan. Yang tidak tercapai dijelaskan dengan kata.', button: 'Simpan sasaran', number: 'Tulis angka, atau kosongkan.',
    unit: { count: 'banyaknya', share: 'persen', minutes: 'menit kerja' },
  },
  cases: {
    title: (figure: string) => `Berkas: ${figure}`, caption: 'Berkas di balik angka ini', reference: 'Nomor', service: 'Layanan', district: 'Kecamatan', channel: 'Kanal', outcome: 'Akhir', inTime: 'Tepat waktu', office: 'Waktu dinas', returns: 'Dikembalikan',
    position: (from: number, to: number, all: number) => `${from}–${to} dari ${all}`, hidden: (n: number) => `${n} berkas di halaman ini di luar wilayah atau bidang Anda, jadi tidak ditampilkan.`, none: 'Tidak ada berkas di balik angka ini', yes: 'Ya', no: 'Tidak', unknown: '–', open: 'Masih terbuka',
    outcomes: { issued: 'Terbit', completed: 'Selesai', following: 'Diteruskan ke luar', rejected: 'Ditolak', withdrawn: 'Ditarik', expired: 'Kedaluwarsa' },
  },
  refused: {
    'no-such-figure': (name: string) => `Angka ${name} tidak ada dalam laporan ini.`, 'not-yours': (name: string) => `${name} sedang tidak menunggu Anda. Buka kembali laporannya untuk melihat keadaan terbaru.`,
    'answer-nothing': (name: string) => `${name} sudah disetujui sebagian dan tidak ada catatan yang menunggu jawaban.`, unexplained: (name: string) => `${name}: sasaran tidak tercapai. Minta keterangannya dahulu.`,
  },
}
