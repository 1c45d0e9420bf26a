import type { SignatureWay } from './core/letter-code.ts'
import type { LetterState } from './letter-store.ts'

const state: Record<LetterState, string> = { signing: 'Sedang ditandatangani', issued: 'Terbit', void: 'Batal' }
const way: Record<SignatureWay, string> = { test: 'Contoh – tidak sah', 'wet-ink': 'Tanda tangan basah', certified: 'Elektronik tersertifikasi' }
const failure: Record<string, string> = {
  'passphrase-refused': 'Frasa sandi ditolak layanan tanda tangan.', unavailable: 'Layanan tanda tangan sedang tidak dapat dihubungi.',
  timeout: 'Layanan tanda tangan terlalu lama menjawab.', refused: 'Layanan tanda tangan menolak berkasnya.',
}

/** What officers read about letters: the register (buku agenda keluar) and one letter. */
export const officeLetters = {
  state, way,
  failure: (kind: string) => failure[kind] ?? 'Penandatanganan gagal.',
  attempts: (count: number) => `${count} kali gagal`,
  waitsForScan: 'Menunggu pindaian bertanda tangan',
  register: {
    title: (year: number) => `Buku agenda surat keluar ${year}`,
    lead: 'Satu nomor urut untuk seluruh dinas. Nomor yang batal tetap tercatat dengan sebabnya dan tidak dipakai lagi.',
    search: 'Cari nomor, nama pemegang, atau usaha', year: 'Tahun',
    filter: 'Saringan', all: 'Semua', issued: 'Terbit', signing: 'Belum selesai', withdrawn: 'Dicabut atau diganti', void: 'Batal',
    columns: { number: 'Nomor', date: 'Tanggal', holder: 'Pemegang', state: 'Keadaan', way: 'Tanda tangan' },
    empty: 'Belum ada surat di sini', emptyTodo: 'Nomor diberikan saat surat mulai ditandatangani.',
    nothingFound: 'Tidak ditemukan', nothingFoundTodo: 'Periksa ejaannya, atau pilih tahun lain.',
    count: (shown: number) => `${shown} surat ditampilkan`,
    back: 'Semua surat',
  },
  letter: {
    facts: 'Isi register', files: 'Berkas', number: 'Nomor', issuedAt: 'Mulai ditandatangani', validUntil: 'Berlaku sampai', holder: 'Pemegang', business: 'Usaha', place: 'Tempat',
    purpose: 'Keperluan', signer: 'Penanda tangan', way: 'Cara tanda tangan', certificate: 'Nomor seri sertifikat', code: 'Kode verifikasi', sha256: 'SHA-256 surat', print: 'SHA-256 cetakan',
    failure: 'Kegagalan terakhir', application: 'Permohonan', open: 'Buka permohonan', download: 'Unduh surat', downloadPrint: 'Unduh cetakan untuk ditandatangani',
    publicPage: 'Halaman periksa', keepScan: 'Unggah pindaian yang sudah ditandatangani', without: 'tanpa batas', none: '–',
    voidReason: 'Penandatanganan dihentikan; nomor tidak dipakai lagi.',
    withdrawn: 'Pencabutan', withdrawnAt: 'Tanggal', why: 'Alasan', note: 'Catatan', successor: 'Diganti dengan',
  },
  revoke: {
    title: 'Cabut surat',
    lead: 'Berlaku seketika dan tidak dapat ditarik kembali. Halaman periksa langsung menunjukkannya, dan pemegang diberi kabar.',
    reason: 'Alasan', note: 'Penjelasan', noteHint: 'Untuk arsip dinas. Tidak ditampilkan kepada umum.',
    successor: 'Diganti dengan surat', successorHint: 'Surat lain untuk usaha yang sama yang sudah terbit.', noSuccessor: 'Tidak diganti',
    otp: 'Kode dari aplikasi autentikator', button: 'Cabut surat ini',
    reasons: { 'wrong-data': 'Data keliru', 'issued-in-error': 'Terbit karena kekeliruan', 'on-request': 'Permintaan pemegang', closed: 'Usaha tutup' },
    done: 'Surat sudah dicabut.',
  },
}
