import type { RoundState } from '../services/index.ts'
import type { Outcome } from './core/ranking.ts'

/** What officers and the public read about programmes with few places. */
export const programmesId = {
  state: { planned: 'Belum dibuka', open: 'Dibuka', closed: 'Ditutup', cancelled: 'Dibatalkan' } satisfies Record<RoundState, string>,
  outcome: {
    placed: 'Terpilih',
    'below-mark': 'Nilai di bawah batas lulus',
    'beyond-quota': 'Memenuhi syarat, tetapi tempatnya sudah habis',
  } satisfies Record<Outcome, string>,
  /** What the applicant is told when a request is not placed; the reason code is the outcome. */
  told: {
    'below-mark': (rank: number, of: number, score: string, mark: number) => `Nilai ${score}, batas lulus ${mark}. Urutan ${rank} dari ${of}.`,
    'beyond-quota': (rank: number, of: number, score: string, quota: number) => `Nilai ${score}, urutan ${rank} dari ${of}; tempat yang tersedia ${quota}.`,
  },
  missing: 'Periode ini tidak ada.',
  noCase: 'Permohonan ini tidak ada di periode yang Anda nilai.',
  notPanel: 'Anda bukan anggota tim penilai periode ini.',
  ownEntry: 'Anda yang memasukkan permohonan ini, jadi anggota lain yang menilainya.',
  notScoring: 'Permohonan ini tidak sedang dinilai.',
  panelTooSmall: (least: number) => `Tim penilai paling sedikit ${least} orang.`,
  panelFixed: 'Penilaian sudah dimulai; tim tidak diubah lagi.',
  unknownOfficer: 'Petugas ini tidak ada.',
  wrongPoints: (label: string) => `Pilih nilai untuk “${label}”.`,
  stillOpen: 'Periode ini masih menerima permohonan. Pemeringkatan dibuat sesudah ditutup.',
  notAllScored: (count: number) => `Masih ada ${count} permohonan yang belum selesai dinilai atau diperiksa.`,
  nothingToRank: 'Tidak ada permohonan yang dapat diperingkat.',
  rankedAlready: 'Peringkat periode ini sudah dibuat.',
  office: {
    title: 'Program dan periode', lead: 'Layanan dengan tempat terbatas: kapan dibuka, berapa tempatnya, dasar keputusannya, dan siapa yang terpilih.',
    none: 'Belum ada periode', noneMore: 'Umumkan periode pertama di bawah.',
    columns: { service: 'Layanan', name: 'Periode', dates: 'Buka–tutup', quota: 'Tempat', state: 'Keadaan' },
    add: 'Umumkan periode baru', service: 'Layanan', name: 'Nama periode', nameHint: 'Misalnya: Tahap I 2026', opensOn: 'Dibuka', closesOn: 'Ditutup (hari terakhir)',
    quota: 'Jumlah tempat', basis: 'Dasar', basisHint: 'Nomor dan tanggal keputusannya', button: 'Umumkan',
    quotaNeeded: 'Isi jumlah tempat dengan angka.', needed: 'Wajib diisi.', dayNeeded: 'Isi tanggal, bulan, dan tahun.', serviceNeeded: 'Pilih layanannya.',
    announced: 'Periode sudah diumumkan.', cancelled: 'Periode dibatalkan.', saved: 'Tersimpan.', ranked: 'Peringkat sudah dibuat dan diumumkan.',
    facts: 'Tentang periode ini', panel: 'Tim penilai', panelLead: (least: number) => `Paling sedikit ${least} orang. Rata-rata nilai semua anggota menentukan urutan.`,
    panelMembers: 'Anggota', panelButton: 'Simpan tim', cases: 'Permohonan', caseColumns: { reference: 'Nomor', status: 'Keadaan', sheets: 'Sudah dinilai', act: 'Tindakan' },
    sheetsOf: (given: number, of: number) => `${given} dari ${of}`, score: 'Nilai', noCases: 'Belum ada permohonan.',
    rank: 'Buat peringkat', rankLead: 'Urutan menurut nilai; bila sama, yang lebih dahulu mengirim. Hasilnya langsung diumumkan dengan alasannya dan tidak dapat ditarik.',
    cancel: 'Batalkan periode', cancelReason: 'Alasan, untuk umum', cancelButton: 'Batalkan', cancelNeeded: 'Tulis alasannya.',
    result: 'Hasil', back: 'Semua periode', place: 'Urutan', given: 'Nilai', why: 'Hasil',
  },
  sheet: {
    title: (reference: string) => `Menilai ${reference}`, lead: 'Nilai anggota lain tidak terlihat sampai semua selesai.',
    weight: (label: string, weight: number) => `${label} (bobot ${weight} %)`, level: (points: number, label: string) => `${points}: ${label}`,
    note: 'Catatan', noteHint: 'Untuk berita acara. Tidak diumumkan.', button: 'Simpan nilai', answers: 'Isian pemohon', open: 'Buka berkasnya',
  },
  public: {
    title: 'Program', lead: 'Program dengan tempat terbatas: mana yang dibuka, berapa tempatnya, dan siapa yang terpilih.',
    none: 'Belum ada program yang diumumkan', noneMore: 'Program baru diumumkan di halaman ini.',
    dates: (from: string, to: string) => `${from} sampai ${to}`, quota: (count: number) => `${count} tempat`, basis: 'Dasar', apply: 'Ajukan permohonan', about: 'Tentang layanan ini',
    openNow: 'Dibuka sekarang', later: 'Akan dibuka', over: 'Sudah ditutup', state: 'Keadaan', places: 'Jumlah tempat', when: 'Pendaftaran', applied: 'Yang mengajukan',
    how: 'Cara memilih', howText: (mark: number) => `Setiap permohonan dinilai tim menurut kriteria di bawah. Batas lulus ${mark}. Nilai yang lebih tinggi didahulukan; bila sama, yang lebih dahulu mengirim.`,
    criteria: 'Kriteria', weight: 'Bobot', result: 'Hasil', resultLead: 'Menurut nomor permohonan. Nama tidak diumumkan.', notYet: 'Hasil diumumkan di sini sesudah dinilai.',
    cancelled: 'Periode ini dibatalkan', reference: 'Nomor permohonan', placeOf: 'Urutan', score: 'Nilai', outcome: 'Hasil',
  },
}
