import type { LetterScale, SignatureWay } from './core/letter-code.ts'
import type { LetterStatus, RevocationReason } from './core/letter.ts'
import type { FileVerdict } from './check-file.ts'

type Told = { title: string; lead: string }

const status: Record<LetterStatus, string> = { valid: 'Berlaku', expired: 'Kedaluwarsa', replaced: 'Diganti', revoked: 'Dicabut' }

const reason: Record<RevocationReason, string> = {
  'wrong-data': 'ada data yang keliru', 'issued-in-error': 'terbit karena kekeliruan dinas', 'on-request': 'atas permintaan pemegang', closed: 'usahanya sudah tutup',
}

const signature: Record<SignatureWay, string> = {
  test: 'Sertifikat contoh, bukan tanda tangan resmi',
  'wet-ink': 'Tanda tangan basah di atas kertas; periksa juga tanda tangan dan cap aslinya',
  certified: 'Elektronik tersertifikasi, di dalam berkas PDF; yang mengikat adalah berkas PDF-nya',
}

const scale: Record<LetterScale, string> = { none: '–', micro: 'Mikro', small: 'Kecil', medium: 'Menengah', large: 'Besar' }

const file: Record<FileVerdict['kind'], Told> = {
  genuine: { title: 'Berkas ini asli', lead: 'Sama persis dengan surat yang disimpan dinas. Lihat di bawah apakah suratnya masih berlaku.' },
  print: { title: 'Ini belum surat yang sah', lead: 'Berkas ini cetakan sebelum ditandatangani. Mintalah surat yang sudah ditandatangani.' },
  unregistered: { title: 'Tidak ada di register', lead: 'Tanda tangannya benar, tetapi berkas ini tidak tercatat sebagai surat kami. Tanyakan dulu ke dinas.' },
  altered: { title: 'Berkas ini diubah', lead: 'Isinya tidak cocok dengan tanda tangan di dalamnya. Jangan dipakai.' },
  'not-whole-file': { title: 'Ada yang ditambahkan', lead: 'Tanda tangan tidak meliputi seluruh berkas: ada bagian yang ditambahkan sesudahnya. Jangan dipakai.' },
  'unknown-signer': { title: 'Bukan tanda tangan dinas', lead: 'Berkas ini ditandatangani, tetapi bukan dengan sertifikat dinas. Jangan dianggap surat kami.' },
  'not-ours': { title: 'Bukan surat kami', lead: 'Berkas ini tidak ada di register dan tidak memuat tanda tangan dinas. Foto atau cetakan ulang surat juga terbaca demikian: periksa lewat kodenya.' },
}

/** Sentences about letters. */
export const lettersId = {
  status, reason, signature, scale,
  noSuchLetter: 'Surat ini tidak ada.',
  test: 'CONTOH – TIDAK SAH',
  check: {
    title: 'Periksa surat',
    lead: 'Pastikan surat dari dinas ini asli dan masih berlaku. Tidak perlu masuk.',
    text: 'Kode surat, atau isi kode QR-nya',
    textHint: 'Kode tercetak di bawah QR, misalnya ABCD-EFGH-JKMN',
    textButton: 'Periksa',
    textEmpty: 'Tulis kode surat, atau tempel isi kode QR-nya.',
    textUnknown: 'Ini bukan kode surat kami. Kode terdiri atas 12 huruf dan angka; samakan lagi dengan yang tercetak di bawah QR.',
    file: 'Berkas surat (PDF)',
    fileHint: 'Berkas dibandingkan dengan register dan tanda tangannya diperiksa. Kami tidak menyimpannya.',
    fileButton: 'Periksa berkas',
    fileEmpty: 'Pilih berkas surat yang akan diperiksa.',
    fileTitle: 'Punya berkas PDF-nya?',
    offline: 'Sesudah dibuka sekali, halaman ini juga dapat memeriksa QR tanpa internet.',
    again: 'Periksa surat lain',
  },
  public: {
    title: { valid: 'Surat berlaku', expired: 'Surat kedaluwarsa', revoked: 'Surat dicabut', replaced: 'Surat diganti' } satisfies Record<LetterStatus, string>,
    validTest: 'Berlaku (contoh)',
    lead: (office: string) => `Dikeluarkan ${office}.`,
    testLead: 'CONTOH – TIDAK SAH. Surat percontohan, tidak dapat dipakai.',
    expired: (day: string) => `Masa berlakunya lewat sejak ${day}. Mintalah surat yang baru.`,
    revoked: (day: string, why: string) => `Dicabut dinas pada ${day}: ${why}. Jangan dipakai.`,
    void: 'Surat ini tidak jadi terbit. Jangan dipakai.',
    replaced: 'Gantinya:',
    kind: 'Jenis', number: 'Nomor', issuedOn: 'Tanggal', validUntil: 'Berlaku s.d.', holder: 'Nama', business: 'Usaha atau koperasi', district: 'Kecamatan', scale: 'Skala',
    purpose: 'Keperluan', signature: 'Tanda tangan', uses: 'Pemakaian',
    without: 'tanpa batas',
    compare: 'Bandingkan dengan isi surat. Satu saja berbeda, surat itu tidak sah.',
    absentTitle: 'Surat tidak ditemukan',
    absent: 'Tidak ada surat dengan kode ini. Samakan lagi kodenya dengan yang tercetak di bawah QR.',
    absentMore: 'Bila suratnya baru saja ditandatangani, coba lagi besok. Bila kodenya sudah benar dan tetap tidak ditemukan, jangan terima suratnya dan tanyakan ke dinas.',
    otherLetter: 'Perhatikan: berkas ini surat lain, bukan surat yang tadi dibuka.',
  },
  fileVerdict: file,
  signedBy: (subject: string) => `Tanda tangan di dalamnya: ${subject}.`,
  own: {
    title: 'Surat Anda',
    download: 'Unduh surat',
    notYet: 'Surat ini sedang ditandatangani. Kami kabari begitu terbit.',
    validUntil: (day: string) => `Berlaku sampai ${day}.`,
    without: 'Berlaku tanpa batas waktu.',
    checkTitle: 'Bila diminta bank atau kantor lain',
    check: [
      'Kirimkan berkas PDF-nya, bukan fotonya. Tanda tangannya ada di dalam berkas itu.',
      'Atau tunjukkan cetakannya. Petugas dapat memindai QR atau membuka alamat di bawah ini.',
    ],
    checkWetInk: ['Tunjukkan kertas aslinya yang bertanda tangan dan bercap.', 'Petugas dapat memindai QR atau membuka alamat di bawah ini.'],
    publicPage: 'Yang dilihat orang yang memeriksa',
    revoked: 'Surat ini tidak berlaku lagi. Tanyakan ke loket bila Anda belum tahu sebabnya.',
  },
  uses: {
    title: 'Pemakaian surat',
    count: (made: number, allowed: number) => `Sudah dipakai ${made} dari ${allowed} kali.`,
    one: (what: string, day: string) => `${what}, ${day}`,
    what: 'Dipakai untuk apa?', whatHint: 'Misalnya: pendaftaran merek, nomor permohonan DJKI JID2026000001',
    button: 'Catat: dipakai hari ini', note: 'Catat bila sudah dipakai',
    whatNeeded: 'Tulis untuk apa surat ini dipakai.', tooLong: 'Paling banyak 200 huruf.', dayNeeded: 'Isi tanggalnya.',
    wrongDay: 'Tanggalnya antara hari surat terbit dan hari ini.',
    withoutBound: 'Surat ini boleh dipakai berkali-kali; pemakaiannya tidak perlu dicatat.',
    usedUp: (allowed: number) => `Surat ini hanya untuk ${allowed} kali pemakaian dan sudah dipakai. Ajukan surat yang baru.`,
    notValid: 'Surat ini sudah tidak berlaku.',
  },
  revoke: {
    already: 'Surat ini sudah dicabut.',
    notIssued: 'Hanya surat yang sudah terbit dapat dicabut.',
    otherHolder: 'Surat pengganti harus surat yang sudah terbit untuk usaha yang sama.',
    successorNotValid: 'Surat pengganti itu sendiri sudah tidak berlaku.',
    reason: 'Pilih alasannya.',
    note: 'Tulis alasan pencabutan dalam satu kalimat.',
    tooLong: 'Paling banyak 500 huruf.',
  },
}
