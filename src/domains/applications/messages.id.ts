import type { FaultWords } from '../services/index.ts'
import type { Status, Step } from './core/life.ts'

/** A question keeps its mark; any other label gets a colon before the sentence about it. */
export const about = (label: string): string => (/[?.!]$/.test(label) ? label : `${label}:`)

const faults: FaultWords = {
  missing: ({ label }) => `${about(label)} Bagian ini belum diisi.`,
  'not-a-choice': () => 'Pilih salah satu dari daftar.',
  'too-long': ({ maxLength }) => `Terlalu panjang. Paling banyak ${maxLength} huruf.`,
  'not-a-number': () => 'Tulis angka saja, tanpa koma.',
  'not-a-date': () => 'Tulis tanggal, bulan, dan tahun.',
  'must-be-true': () => 'Centang pernyataan ini bila benar. Tanpa itu permohonan tidak dapat dikirim.',
  'wrong-type': () => 'Isian tidak terbaca. Pilih atau tulis ulang.',
  'unknown-question': ({ label }) => `Pertanyaan ${label} tidak ada pada layanan ini.`,
  'too-small': ({ limit }) => `Terlalu kecil. Paling sedikit ${limit.toLocaleString('id')}.`,
  'too-large': ({ limit }) => `Terlalu besar. Paling banyak ${limit.toLocaleString('id')}.`,
  'too-few': ({ label, limit }) => `${about(label)} Masih kurang. Paling sedikit ${limit}.`,
  'too-many': ({ label, limit }) => `${about(label)} Terlalu banyak. Paling banyak ${limit}.`,
}

/** What this domain says in Indonesian. */
export const applicationsId = {
  faults,
  status: {
    draft: 'Draf', submitted: 'Diajukan', returned: 'Perlu diperbaiki', accepted: 'Diterima', verified: 'Terverifikasi', initialed: 'Menunggu tanda tangan',
    signing: 'Sedang ditandatangani', issued: 'Terbit', rejected: 'Ditolak', withdrawn: 'Ditarik', expired: 'Kedaluwarsa',
    surveying: 'Disurvei', surveyed: 'Selesai disurvei', advising: 'Menunggu pertimbangan', advised: 'Pertimbangan diterima', scoring: 'Dinilai',
    scored: 'Selesai dinilai', following: 'Diproses pihak luar', completed: 'Selesai',
  } satisfies Record<Status, string>,
  step: {
    submit: 'Kirim', return: 'Kembalikan', accept: 'Terima (lengkap)', verify: 'Verifikasi', initial: 'Paraf', sign: 'Tanda tangani', reject: 'Tolak', withdraw: 'Tarik',
    survey: 'Kirim survei', report: 'Lapor hasil survei', consult: 'Minta pertimbangan', advise: 'Catat pertimbangan', score: 'Nilai', rank: 'Tetapkan peringkat',
    follow: 'Teruskan ke luar', complete: 'Selesaikan',
  } satisfies Record<Step, string>,
  registers: { owner: 'data pemilik', business: 'data usaha', cooperative: 'data koperasi' },
  ownData: 'data dinas',
  noSuchApplication: 'Permohonan ini tidak ada.',
  consentWithdrawn: 'Warga sudah menarik persetujuannya. Minta persetujuan baru sebelum melanjutkan.',
  purposeTo: (purpose: string, to: string) => `${purpose}, ditujukan kepada ${to}`,
  waitsForScan: 'Surat sudah dicetak untuk ditandatangani basah. Unggah pindaiannya setelah ditandatangani dan dicap.',
  scan: {
    title: 'Simpan surat bertanda tangan basah',
    lead: 'Pindai kertas yang sudah ditandatangani dan dicap, seluruh halaman. Setelah disimpan, surat terbit dan pemohon diberi kabar.',
    file: 'Pindaian surat', fileHint: 'PDF atau JPEG, paling besar 10 MB. Seluruh halaman harus terbaca, juga kode QR-nya.',
    fileNeeded: 'Pilih berkas pindaiannya.',
    isPrint: 'Ini berkas cetakan, belum ditandatangani. Pindai kertas yang sudah ditandatangani dan dicap.',
    print: 'Unduh cetakan untuk ditandatangani', button: 'Simpan dan terbitkan', number: 'Nomor surat',
    notWaiting: 'Permohonan ini tidak sedang menunggu pindaian surat.',
  },
  signFailure: {
    'passphrase-refused': 'Frasa sandi ditolak penyedia tanda tangan. Periksa lalu ulangi; nomor surat tetap.',
    unavailable: 'Penyedia tanda tangan sedang tidak dapat dihubungi. Nomor surat tetap; ulangi sebentar lagi.',
    timeout: 'Penyedia tanda tangan terlalu lama menjawab. Nomor surat tetap; ulangi sebentar lagi.',
    refused: 'Penyedia tanda tangan menolak berkas ini. Nomor surat tetap; hubungi admin.',
  },
  noSuchService: 'Layanan ini tidak ada atau sudah tidak berlaku.',
  coSign: {
    notNeeded: 'Layanan ini tidak memerlukan tanda tangan kedua.', onlyBoard: 'Hanya pengurus yang sedang menjabat menandatangani.',
    another: 'Yang menandatangani harus pengurus lain, bukan yang mengirim.',
    missing: 'Pengurus kedua belum menandatangani isi ini. Mintalah ia masuk dan membuka permohonan ini.',
  },
  noOpenRound: 'Program ini sedang tidak dibuka. Lihat halaman Program untuk jadwalnya.',
  roundClosed: 'Pendaftaran program ini sudah ditutup. Draf Anda tetap tersimpan, tetapi tidak dapat dikirim lagi.',
  letterHoles: (names: string) => `Surat belum dapat dibuat, karena ini belum ada: ${names}.`,
  noSuchBusiness: 'Usaha ini tidak ada dalam data kami.',
  noSuchPerson: 'Warga ini tidak ada dalam data kami.',
  foreignBusiness: 'Usaha ini bukan milik pemohon.',
  businessMissing: 'Pilih usaha yang dimohonkan suratnya.',
  noSuchCooperative: 'Koperasi ini tidak ada dalam data kami.',
  notOfItsBoard: 'Pemohon tidak tercatat sebagai pengurus koperasi ini hari ini. Minta loket membetulkan data pengurusnya.',
  boardUnknown: 'Belum ada pengurus koperasi ini yang tercatat dengan NIK. Lengkapi dahulu data pengurusnya.',
  cooperativeMissing: 'Pilih koperasi yang mengajukan.',
  notForBusiness: 'Layanan ini tidak diajukan untuk usaha.',
  notForCooperative: 'Layanan ini tidak diajukan oleh koperasi.',
  subjectMissing: 'Sebutkan untuk siapa permohonan ini.',
  requirementMissing: (label: string) => `${label} belum diunggah.`,
  noSuchRequirement: (key: string) => `Persyaratan ${key} tidak ada pada layanan ini.`,
  foreignAttachment: 'Berkas ini tidak ditemukan. Unggah ulang.',
  received: {
    notYours: 'Saat formulir kertas diterima hanya dicatat petugas, sebelum permohonan dikirim.',
    future: 'Saat diterima tidak boleh sesudah sekarang.',
    'reason-needed': 'Formulir ini diterima lebih dari tiga hari kerja yang lalu. Tulis sebabnya.',
  },
  notRenewable: 'Surat ini tidak dapat diperpanjang sekarang.',
  renewalNeedsMore: 'Ada yang harus dilengkapi dahulu, jadi belum dapat dikirim dengan satu tekan.',
  notOpen: 'Bagian ini tidak diminta untuk diperbaiki, jadi tidak dapat diubah.',
  notNow: (status: string) => `Langkah ini tidak dapat dilakukan sekarang: berkas berstatus ${status}.`,
  changedMeanwhile: 'Berkas ini baru saja diubah orang lain. Lihat keadaan terbaru, lalu ulangi.',
  reasonNeeded: 'Pilih alasan dari daftar.',
  itemUnknown: (key: string) => `Bagian ${key} tidak ada pada permohonan ini.`,
  itemsNeeded: 'Tandai paling sedikit satu bagian yang harus diperbaiki, beserta alasannya.',
  rejectNoteNeeded: 'Jelaskan penolakan dengan kalimat yang dipahami pemohon.',
  noSigner: 'Hari ini tidak ada pejabat yang berwenang menandatangani. Minta admin mencatat Plt. atau Plh.',
  notTheSigner: (name: string) => `Hari ini yang berwenang menandatangani adalah ${name}.`,
  tooLong: (most: number) => `Terlalu panjang. Paling banyak ${most} huruf.`,
  steps: {
    needed: {
      advice: 'Tulis isi pertimbangannya.', answeredBy: 'Tulis nama yang memberi pertimbangan.', position: 'Tulis jabatannya.',
      place: 'Tulis kepada siapa berkas diteruskan.', reference: 'Tulis nomor berkas di sana.',
    } as Record<string, string>,
    textNeeded: 'Bagian ini belum diisi.', verdictNeeded: 'Pilih setuju, setuju dengan syarat, atau tidak setuju.',
    surveyorUnknown: 'Pilih petugas dari daftar.', dayWrong: 'Pilih tanggal hari ini atau sebelumnya.',
    placeHalf: 'Isi lintang dan bujur bersama-sama, atau kosongkan keduanya.', placeWrong: 'Titik lokasi tidak terbaca. Periksa lintang dan bujurnya, atau kosongkan.',
    noAdvice: 'Berkas ini tidak sedang menunggu pertimbangan instansi lain.',
  },
  calendarUnknown: 'Kalender hari libur tahun itu belum dimuat. Minta admin melengkapinya; berkas belum diubah.',
}

export type ApplicationsWords = typeof applicationsId
