import type { BlockKey, BusinessFieldName, OWNER_FIELDS } from './core/business-blocks.ts'

/** What each answer of a business is called on screens. */
export const fieldLabels: Record<BusinessFieldName, string> = {
  name: 'Nama usaha', brand: 'Merek', ownerId: 'Pemilik', mainProduct: 'Produk utama', kbli: 'Kegiatan (KBLI)', kbliVersion: 'Versi KBLI', otherKbli: 'KBLI tambahan',
  description: 'Keterangan usaha', villageCode: 'Desa/kelurahan', address: 'Alamat', rt: 'RT', rw: 'RW', hamlet: 'Dusun', postalCode: 'Kode pos',
  latitude: 'Lintang', longitude: 'Bujur', accuracyM: 'Ketelitian titik', coordinatesSource: 'Asal titik',
  placeKind: 'Jenis tempat', placeOwnership: 'Kepemilikan tempat', legalForm: 'Badan usaha', startedOn: 'Mulai usaha', status: 'Status usaha', mergedInto: 'Digabung ke',
  productionMethod: 'Cara produksi', monthlyCapacity: 'Kapasitas sebulan', capacityUnit: 'Satuan kapasitas', activeMonths: 'Bulan aktif',
  workersPaidMale: 'Pekerja laki-laki dibayar', workersPaidFemale: 'Pekerja perempuan dibayar', workersUnpaidMale: 'Keluarga laki-laki tanpa upah',
  workersUnpaidFemale: 'Keluarga perempuan tanpa upah', workersDisabled: 'Pekerja difabel', hasWorkersInsurance: 'Ikut BPJS Ketenagakerjaan',
  capital: 'Modal usaha', annualSales: 'Hasil penjualan setahun', salesYear: 'Tahun penjualan', monthlySales: 'Penjualan sebulan', monthlyCosts: 'Biaya sebulan',
  startingCapital: 'Modal awal', assets: 'Aset', bookkeeping: 'Pencatatan', hasBankAccount: 'Punya rekening bank', capitalSources: 'Sumber modal', hasRunningLoan: 'Punya kredit berjalan',
  marketAreas: 'Wilayah pasar', salesChannels: 'Saluran penjualan', onlineShop: 'Nama toko daring', marketplaces: 'Lokapasar', partnership: 'Kemitraan',
  usesSmartphone: 'Memakai HP pintar', usesInternet: 'Memakai internet', acceptsQris: 'Menerima QRIS', usesCashierApp: 'Memakai kasir digital',
  nib: 'NIB', nibDate: 'Tanggal NIB', nibName: 'Nama di NIB', ossScale: 'Skala di OSS', npwp: 'NPWP usaha', pirt: 'Nomor P-IRT',
  halalNumber: 'Nomor sertifikat halal', halalDate: 'Tanggal sertifikat halal', halalUntil: 'Halal berlaku sampai',
  trademarkNumber: 'Nomor merek terdaftar', trademarkClasses: 'Kelas merek', bpomNumber: 'Nomor izin BPOM', hygieneNumber: 'Nomor SLHS', standardNumber: 'Nomor SNI',
  otherRights: 'Kekayaan intelektual lain', oldLicenceNumber: 'Nomor IUMK lama', programs: 'Program yang diikuti',
  respondent: 'Yang menjawab', visitOutcome: 'Hasil kunjungan', interviewedAt: 'Waktu wawancara', formVersion: 'Versi formulir',
}

/** Groups of answers that are taken together and are not called by their first field. */
export const groupLabels: Readonly<Record<string, string>> = { latitude: 'Titik lokasi', visitOutcome: 'Kunjungan' }

export const ownerLabels: Record<(typeof OWNER_FIELDS)[number], string> = {
  birthPlace: 'Tempat lahir', education: 'Pendidikan', maritalStatus: 'Status kawin', disability: 'Penyandang disabilitas', disabilityKind: 'Jenis disabilitas',
  residenceAddress: 'Alamat tinggal', inSocialRegister: 'Terdaftar di DTSEN', receivesFamilyAid: 'Penerima PKH',
}

export const blockTitles: Record<BlockKey | 'pemilik', string> = {
  pemilik: 'Tentang pemilik', tempat: 'Tempat dan badan usaha', produksi: 'Produksi', pekerja: 'Pekerja', keuangan: 'Keuangan', pasar: 'Pasar dan digital',
  izin: 'Izin dan sertifikat', program: 'Program yang diikuti', pendataan: 'Pendataan',
}

export const fieldHints: Partial<Record<BusinessFieldName, string>> = {
  otherKbli: 'Kode lima angka, pisahkan dengan koma.', trademarkClasses: 'Angka 1 sampai 45, pisahkan dengan koma.', onlineShop: 'Nama toko atau akun.',
  startingCapital: 'Modal ketika usaha dimulai.', assets: 'Semua milik usaha, termasuk tanah dan bangunan.', monthlyCosts: 'Bahan, upah, sewa, listrik, dan biaya lain.',
  hygieneNumber: 'Sertifikat laik higiene sanitasi.', standardNumber: 'Sertifikat Standar Nasional Indonesia.', otherRights: 'Misalnya hak cipta atau desain industri.',
  oldLicenceNumber: 'Izin usaha mikro kecil sebelum NIB.', interviewedAt: 'Misalnya 12-8-2026 18.30.', activeMonths: 'Untuk usaha musiman. Kosongkan bila sepanjang tahun.',
}

export const fieldWords = {
  yes: 'Ya', no: 'Tidak', hidden: 'Rp ••••••', people: (count: number) => `${count} orang`,
  months: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  block: {
    lead: 'Semua isian di sini boleh dikosongkan. Isi yang diketahui saja.', unstated: (label: string) => `${label}: bila tidak ada jawabannya`, save: 'Simpan', cancel: 'Batal',
    kept: (masked: string) => `Tersimpan ${masked}. Isi hanya bila berubah.`, wrongDate: 'Isi tanggal, bulan, dan tahun yang ada di kalender.',
    wrongMoment: 'Isi tanggal dan jam seperti 12-8-2026 18.30.', wrongNumber: 'Isi dengan angka, mulai dari 0.', notAnswered: 'Belum dijawab',
  },
  program: {
    kind: 'Program', name: 'Nama kegiatan', from: 'Mulai', to: 'Selesai', value: 'Nilai bantuan', officer: 'Petugas', remove: 'Hapus', addTitle: 'Tambah satu program',
    until: (to: string) => `sampai ${to}`, kept: 'Program yang tercatat',
  },
}
