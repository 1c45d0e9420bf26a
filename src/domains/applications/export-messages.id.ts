/** Heading and meaning of every column of the exported cases. */
export const applicationColumns = {
  reference: ['Nomor permohonan', 'Nomor yang diberikan kepada pemohon. Urutan baris mengikuti kolom ini'],
  serviceCode: ['Layanan', 'Kode jenis layanan'],
  status: ['Status', 'Keadaan permohonan'],
  channel: ['Saluran', 'Lewat mana permohonan masuk'],
  registryNumber: ['Nomor registri usaha', 'Usaha yang dimohonkan'],
  businessName: ['Nama usaha', 'Nama usaha sekarang'],
  applicantName: ['Pemilik usaha', 'Nama pemilik usaha sekarang'],
  villageCode: ['Kode desa', 'Kode Kemendagri tempat usaha saat diajukan'],
  village: ['Desa/kelurahan', 'Nama resmi desa atau kelurahan'],
  district: ['Kecamatan', 'Nama resmi kecamatan'],
  createdAt: ['Draf dibuat', 'WIB'],
  submittedAt: ['Diajukan', 'Saat terakhir dikirim pemohon, WIB'],
  intakeDueAt: ['Batas periksa kelengkapan', 'Empat jam kerja sejak diajukan, WIB'],
  acceptedAt: ['Diterima', 'Saat dinyatakan lengkap; waktu layanan dihitung sejak ini, WIB'],
  dueAt: ['Batas waktu', 'Saat terakhir dinas harus menjawab, WIB; kosong sebelum diterima'],
  returnedAt: ['Dikembalikan', 'Saat terakhir dikembalikan kepada pemohon, WIB'],
  returnedCount: ['Berapa kali dikembalikan', 'Kali'],
  decidedAt: ['Selesai', 'Saat terbit atau ditolak, WIB'],
  changedAt: ['Diubah', 'Saat perubahan terakhir, WIB'],
  id: ['ID', 'Tanda pengenal tetap bagi program'],
  businessId: ['ID usaha', 'Sama dengan ID pada ekspor usaha'],
  applicantId: ['ID pemohon', 'Sama dengan ID pemilik pada ekspor usaha'],
} satisfies Record<string, readonly [title: string, note: string]>

export const channelLabels = { self: 'Sendiri', counter: 'Loket', village: 'Kantor desa', api: 'API' }

export const exportWords = {
  sheet: 'Permohonan',
  about: 'Permohonan layanan, tanpa isian dan berkasnya. Memuat nama orang: hanya untuk keperluan dinas.',
}
