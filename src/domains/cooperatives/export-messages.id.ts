import type { EXPORT_COLUMNS } from './export.ts'

/** Headings of the columns of an export. */
export const exportTitles = {
  registryNumber: 'Nomor registri', mergedInto: 'Digabung ke', name: 'Nama koperasi', cooperativeNumber: 'NIK koperasi', legalEntityNumber: 'Badan hukum',
  legalEntityDate: 'Tanggal badan hukum',
  amendmentNumber: 'Nomor PAD', amendmentDate: 'Tanggal PAD', address: 'Alamat', villageCode: 'Kode desa', village: 'Desa/kelurahan',
  district: 'Kecamatan',
  phone: 'Telepon', email: 'Surel', npwp: 'NPWP', nib: 'NIB', level: 'Bentuk', kind: 'Jenis', pattern: 'Pola', group: 'Kelompok',
  sector: 'Sektor', kbli: 'KBLI',
  kbliVersion: 'Versi KBLI', hasSavingsUnit: 'Unit simpan pinjam', membershipArea: 'Wilayah keanggotaan', loop: 'Pernyataan loop',
  membersFemale: 'Anggota perempuan',
  membersMale: 'Anggota laki-laki', candidateMembers: 'Calon anggota', employeesFemale: 'Karyawan perempuan',
  employeesMale: 'Karyawan laki-laki',
  certificateGrade: 'Peringkat NIK', kukClass: 'Kelas KUK', savingsLicenceNumber: 'Izin simpan pinjam',
  operatingSince: 'Beroperasi sejak', status: 'Status',
  statusDate: 'Tanggal status', statusReason: 'Alasan status', chair: 'Ketua', secretary: 'Sekretaris', treasurer: 'Bendahara',
  bookYear: 'Tahun buku',
  meetingOn: 'Tanggal RAT', assets: 'Aset', ownCapital: 'Modal sendiri', outsideCapital: 'Modal luar', turnover: 'Volume usaha',
  netSurplus: 'SHU',
  healthGrade: 'Predikat kesehatan', source: 'Sumber', lastConfirmedAt: 'Terakhir dikonfirmasi',
} satisfies Record<(typeof EXPORT_COLUMNS)[number]['key'], string>

/** Sentences of the export of cooperatives. */
export const exportWords = {
  sheet: 'Koperasi',
  about: 'Koperasi dari registri dinas, dengan tahun buku terakhir yang diisi.',
  whole: 'Seluruh koperasi, termasuk yang bubar dan data ganda.',
  part: (codes: string) => `Sebagian koperasi: ${codes}.`,
  masked: 'Telepon, surel, dan NPWP disamarkan.',
  numbers: 'Telepon, surel, dan NPWP ditulis lengkap.',
  idMeaning: 'Tanda pengenal tetap bagi program. Urutan baris mengikuti kolom ini',
  title: 'Unduh data koperasi',
  lead: 'Seluruh koperasi atau sebagian, dengan pengurus dan tahun buku terakhir. Setiap unduhan tercatat: siapa, kapan, untuk apa, berapa baris.',
  numbersHint: 'Telepon, surel, dan NPWP koperasi. Tanpa centang ini semuanya disamarkan.',
  file: (date: string, area: string | undefined) => (area === undefined ? `koperasi-${date}` : `koperasi-${area}-${date}`),
}
