import type { Language } from '../../platform/http/context.ts'
import type { HeldPart } from './held-store.ts'

export type HeldWords = {
  title: (name: string) => string
  lead: (office: string, at: string) => string
  identity: string
  nothing: string
  yes: string
  no: string
  parts: Record<HeldPart, string>
  /** Names of fields as people say them; others are shown as they are kept. */
  keys: Record<string, string>
  values: Record<string, string>
}

const id: HeldWords = {
  title: (name) => `Data pribadi ${name}`,
  lead: (office, at) => `Semua yang disimpan ${office} tentang Anda, seperti keadaannya pada ${at}. Simpan baik-baik: di dalamnya ada NIK dan nomor HP Anda.`,
  identity: 'Identitas',
  nothing: 'Tidak ada.',
  yes: 'ya',
  no: 'tidak',
  parts: {
    account: 'Akun', session: 'Sesi masuk', device: 'Perangkat yang diingat', notice: 'Pemberitahuan privasi yang dibaca', mandate: 'Izin dibantu petugas', 'phone-change': 'Penggantian nomor HP',
    business: 'Usaha', 'business-draft': 'Isian usaha yang belum selesai', change: 'Riwayat perubahan data', proposal: 'Usulan perubahan', 'external-id': 'Nomor di daftar instansi lain',
    'import-row': 'Baris dari daftar instansi lain', position: 'Jabatan di koperasi', membership: 'Keanggotaan koperasi', 'cooperative-mandate': 'Kuasa dari koperasi', 'co-signature': 'Persetujuan kedua pada permohonan koperasi', case: 'Permohonan', remark: 'Catatan petugas pada permohonan', objection: 'Keberatan', ticket: 'Pengaduan, saran, dan pertanyaan', file: 'Berkas yang diunggah', photo: 'Foto usaha',
    letter: 'Surat', message: 'Pesan', request: 'Permintaan tentang data pribadi', breach: 'Pemberitahuan kebocoran data', look: 'Siapa yang melihat data Anda',
  },
  keys: {
    name: 'Nama', nationalId: 'NIK', familyCardNumber: 'Nomor KK', phone: 'Nomor HP', gender: 'Jenis kelamin', birthPlace: 'Tempat lahir', birthDate: 'Tanggal lahir', address: 'Alamat',
    villageCode: 'Kode desa', village_code: 'Kode desa', district_code: 'Kode kecamatan', email: 'Surel', npwp: 'NPWP', education: 'Pendidikan', maritalStatus: 'Status kawin', disability: 'Disabilitas', login: 'Nama masuk',
    status: 'Keadaan', state: 'Keadaan', kind: 'Jenis', lastSeenAt: 'Terakhir dipakai', endedAt: 'Berakhir', version: 'Versi', channel: 'Lewat', registryNumber: 'Nomor registrasi',
    registry_number: 'Nomor registrasi', capital: 'Modal', annual_sales: 'Hasil penjualan setahun', sales_year: 'Tahun penjualan', scale: 'Skala', kbli: 'KBLI', started_on: 'Mulai usaha',
    reference: 'Nomor permohonan', serviceCode: 'Kode layanan', answers: 'Jawaban', submittedAt: 'Diajukan', acceptedAt: 'Dinyatakan lengkap', decidedAt: 'Diputuskan', dueAt: 'Batas waktu',
    step: 'Langkah', note: 'Catatan', reasonCode: 'Kode alasan', role: 'Peran', number: 'Nomor surat', validUntil: 'Berlaku sampai', sha256: 'Sidik berkas (SHA-256)', mediaType: 'Jenis berkas', size: 'Ukuran (bita)',
    template: 'Jenis pesan', body: 'Isi', sentAt: 'Terkirim', what: 'Keperluan', about: 'Tentang', sets: 'Nilai yang dicatat', source: 'Sumber', details: 'Keterangan lain', cooperative: 'Koperasi', organ: 'Organ', facts: 'Isi kode QR',
  },
  values: { female: 'perempuan', male: 'laki-laki', active: 'aktif', browser: 'peramban', api: 'program' },
}

const en: HeldWords = {
  title: (name) => `Personal data of ${name}`,
  lead: (office, at) => `Everything ${office} holds on you, as of ${at}. Keep it safe: it contains your NIK and phone number.`,
  identity: 'Identity',
  nothing: 'None.',
  yes: 'yes',
  no: 'no',
  parts: {
    account: 'Account', session: 'Sessions', device: 'Remembered devices', notice: 'Privacy notices read', mandate: 'Consent to be helped', 'phone-change': 'Changes of the phone number',
    business: 'Businesses', 'business-draft': 'Unfinished business records', change: 'History of changes', proposal: 'Proposed changes', 'external-id': 'Numbers in lists of other offices',
    'import-row': 'Rows of lists of other offices', position: 'Positions in cooperatives', membership: 'Memberships in cooperatives', 'cooperative-mandate': 'Mandates of cooperatives', 'co-signature': 'Second signatures under requests of cooperatives', case: 'Applications', remark: 'Remarks of officers', objection: 'Objections', ticket: 'Complaints, suggestions and questions', photo: 'Photos of businesses', file: 'Uploaded files',
    letter: 'Letters', message: 'Messages', request: 'Requests about personal data', breach: 'Notices of data breaches', look: 'Who looked at your data',
  },
  keys: { nationalId: 'NIK', familyCardNumber: 'family card number', npwp: 'tax number (NPWP)', sha256: 'SHA-256' },
  values: {},
}

export const heldWords = (lang: Language): HeldWords => (lang === 'en' ? en : id)
