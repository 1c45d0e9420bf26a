import type { FactName } from './core/facts.ts'

/** What each fact is called on the pages of officers, and an example of it for previews. Everybody here is made up. */
export const factsId: Record<FactName, readonly [name: string, example: string]> = {
  today: ['hari ini', '17 November 2026'],
  'owner.name': ['nama pemohon', 'Siti Contoh'], 'owner.nationalId': ['NIK pemohon', '3515080101800000'], 'owner.birth': ['tempat dan tanggal lahir', 'Sidoarjo, 1 Januari 1980'],
  'owner.address': ['alamat pemohon', 'Jalan Contoh 1, Kupang, Jabon'], 'owner.age': ['umur pemohon', '46'], 'owner.gender': ['jenis kelamin', 'perempuan'], 'owner.phone': ['nomor telepon', 'nomor terdaftar'],
  'business.name': ['nama usaha', 'Krupuk Contoh'], 'business.registryNumber': ['nomor registrasi usaha', '3515-2026-000123'], 'business.address': ['alamat usaha', 'Jalan Contoh 1'],
  'business.place': ['desa dan kecamatan usaha', 'Kupang, Jabon'], 'business.kbli': ['kode KBLI', '10794'], 'business.activity': ['kegiatan usaha', 'Industri kerupuk'], 'business.mainProduct': ['produk utama', 'Krupuk udang'],
  'business.startedOn': ['mulai usaha', '1 Januari 2020'], 'business.monthsRunning': ['lama usaha (bulan)', '82'], 'business.scale': ['skala usaha', 'mikro'], 'business.scaleText': ['skala usaha', 'usaha mikro'],
  'business.criterion': ['dasar skala usaha', 'hasil penjualan tahunan'], 'business.capital': ['modal usaha', '50.000.000'], 'business.annualSales': ['omzet setahun', '100.000.000'], 'business.workers': ['jumlah tenaga kerja', '3'],
  'business.workersText': ['tenaga kerja', '3 orang'], 'business.status': ['keadaan usaha', 'berjalan'], 'business.verified': ['data usaha terverifikasi', 'ya'], 'business.nib': ['NIB', '9120001234567'],
  'business.npwp': ['NPWP usaha', '00.000.000.0-000.000'], 'business.pirt': ['nomor P-IRT', '2013515010000-31'], 'business.halal': ['nomor sertifikat halal', 'ID35110000000000'], 'business.nibDate': ['tanggal NIB', '1 Januari 2024'], 'business.halalUntil': ['sertifikat halal berlaku sampai', '1 Januari 2030'],
  'business.trademark': ['nomor merek', 'IDM000000000'],
  'cooperative.name': ['nama koperasi', 'Koperasi Contoh Makmur'], 'cooperative.registryNumber': ['nomor registrasi koperasi', '3515-K-2026-000012'], 'cooperative.address': ['alamat koperasi', 'Jalan Contoh 2'],
  'cooperative.place': ['desa dan kecamatan koperasi', 'Sidokumpul, Sidoarjo'], 'cooperative.kind': ['jenis koperasi', 'konsumen'], 'cooperative.kindText': ['jenis koperasi', 'koperasi konsumen'], 'cooperative.level': ['tingkat koperasi', 'primer'],
  'cooperative.pattern': ['pola koperasi', 'konvensional'], 'cooperative.status': ['keadaan koperasi', 'aktif'], 'cooperative.cooperativeNumber': ['NIK koperasi', '3515000000000'], 'cooperative.legalEntityNumber': ['nomor badan hukum', 'AHU-0000000.AH.01.26'],
  'cooperative.legalEntityDate': ['tanggal badan hukum', '2 Januari 2020'], 'cooperative.members': ['jumlah anggota', '120'], 'cooperative.yearsRunning': ['lama berdiri (tahun)', '6'], 'cooperative.lastMeetingYear': ['tahun RAT terakhir', '2026'],
  'cooperative.yearsWithoutMeeting': ['tahun tanpa RAT', '0'], 'cooperative.healthGrade': ['predikat kesehatan', 'cukup sehat'], 'cooperative.assets': ['aset koperasi', '750.000.000'], 'cooperative.chair': ['ketua koperasi', 'Budi Contoh'],
  'letter.liveUntil': ['surat sejenis masih berlaku sampai', '31 Desember 2026'], 'service.completedBefore': ['berapa kali sudah menerima layanan ini', '0'],
}
