/** What the fields of a list are called on screens, for choosing columns and for telling what a row changes. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'nama', address: 'alamat', village: 'desa/kelurahan', district: 'kecamatan', villageCode: 'kode desa', regency: 'kabupaten',
  rt: 'RT', rw: 'RW', rtRw: 'RT/RW', hamlet: 'dusun', postalCode: 'kode pos', latitude: 'lintang', longitude: 'bujur', point: 'titik lokasi',
  kbli: 'KBLI', kbliVersion: 'versi KBLI', otherKbli: 'KBLI tambahan', npwp: 'NPWP usaha', nib: 'NIB', nibDate: 'tanggal NIB', nibName: 'nama pada NIB',
  status: 'status usaha', assets: 'aset', externalId: 'nomor pada daftar pengirim', registryNumber: 'nomor registri', observedOn: 'tanggal data',
  'owner.nationalId': 'NIK pemilik', 'owner.name': 'nama pemilik', 'owner.phone': 'nomor HP', 'owner.gender': 'jenis kelamin',
  'owner.familyCardNumber': 'nomor KK', 'owner.birthPlace': 'tempat lahir', 'owner.birthDate': 'tanggal lahir', 'owner.birth': 'tempat dan tanggal lahir',
  'owner.education': 'pendidikan', 'owner.disability': 'disabilitas', 'owner.disabilityKind': 'jenis disabilitas', 'owner.maritalStatus': 'status kawin',
  'owner.address': 'alamat pemilik', 'owner.email': 'e-mail', 'owner.npwp': 'NPWP pemilik',
  brand: 'merek', placeKind: 'jenis tempat', placeOwnership: 'kepemilikan tempat', legalForm: 'badan usaha', startedOn: 'mulai usaha',
  mainProduct: 'produk utama', description: 'keterangan usaha', productionMethod: 'cara produksi', monthlyCapacity: 'kapasitas sebulan', capacityUnit: 'satuan kapasitas',
  workersPaidMale: 'pekerja dibayar (L)', workersPaidFemale: 'pekerja dibayar (P)', workersUnpaidMale: 'pekerja keluarga (L)',
  workersUnpaidFemale: 'pekerja keluarga (P)', workersDisabled: 'pekerja difabel', workersTotal: 'jumlah pekerja', hasWorkersInsurance: 'BPJS pekerja',
  capital: 'modal usaha', capitalPart: 'bagian modal (dijumlahkan)', startingCapital: 'modal awal', annualSales: 'penjualan setahun',
  monthlySales: 'penjualan sebulan', salesYear: 'tahun penjualan', monthlyCosts: 'biaya sebulan', bookkeeping: 'pencatatan', hasBankAccount: 'rekening bank',
  capitalSources: 'sumber modal', hasRunningLoan: 'kredit berjalan', marketAreas: 'wilayah pasar', salesChannels: 'saluran penjualan', onlineShop: 'toko daring',
  partnership: 'kemitraan', usesSmartphone: 'HP pintar', usesInternet: 'internet', acceptsQris: 'QRIS', usesCashierApp: 'kasir digital',
  pirt: 'P-IRT', halalNumber: 'sertifikat halal', trademarkNumber: 'merek terdaftar', bpomNumber: 'BPOM', statedScale: 'skala menurut daftar',
  legalEntityNumber: 'nomor badan hukum', legalEntityDate: 'tanggal badan hukum', kind: 'jenis koperasi', 'chair.phone': 'telepon ketua',
  'manager.phone': 'telepon manajer',
}

export const fieldLabel = (field: string): string => LABELS[field] ?? field
