/**
 * Sentences about lists and their cells. Those of a cell quote what was found and say what to do; the row puts the column in front.
 */

const MOST_QUOTED = 60
const quoted = (text: string) => `"${text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text}"`
const listed = (words: readonly string[]) =>
  (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} atau ${words.at(-1) ?? ''}`)
const unitOf = (factor: number) => (factor === 1e3 ? 'ribu' : factor === 1e6 ? 'juta' : 'miliar')
const decimal = (degrees: number) => String(degrees).replace('.', ',')
type Degrees = { latitude: number; longitude: number }
const point = ({ latitude, longitude }: Degrees) => `${decimal(latitude)}; ${decimal(longitude)}`

export const importsId = {
  inColumn: (header: string, sentence: string) => (header === '' ? sentence : `Kolom "${header}": ${sentence}`),

  rows: {
    blank: 'Baris kosong.',
    section: 'Baris judul bagian: berlaku untuk baris-baris di bawahnya.',
    numbering: 'Baris nomor kolom.',
    total: 'Baris jumlah.',
    legend: 'Baris keterangan atau tanda tangan.',
    'repeat-header': 'Judul kolom yang diulang.',
    title: 'Baris judul daftar.',
    header: 'Baris judul kolom.',
  },

  columns: {
    presetSkips: 'Kolom daftar OSS ini tidak disimpan di registri.',
    preset: { 'oss-project': 'Kolom ini dikenal dari daftar proyek OSS.', 'oss-permit': 'Kolom ini dikenal dari daftar izin OSS.' },
    name: (header: string, _word: string) => `Judul kolom "${header}" biasa dipakai untuk isian ini.`,
    typing: (header: string, word: string) => `Judul kolom "${header}" mirip dengan "${word}".`,
    part: (header: string, word: string) => `Judul kolom "${header}" memuat kata "${word}".`,
    content: (fits: number, of: number, shape: string) => `${fits} dari ${of} baris contoh berisi ${shape}.`,
    butContent: 'Namun sebagian besar isinya tidak cocok. Periksa contohnya.',
    skipped: 'Kolom ini tidak disimpan di registri.',
    conflict: (field: string, header: string) => `Isian "${field}" sudah diambil dari kolom "${header}" yang lebih cocok.`,
    noPeriod: 'Judulnya tidak menyebut per bulan atau per tahun. Pastikan dulu.',
    unknown: 'Judul kolom ini tidak dikenal. Pilih isiannya atau lewati.',
    empty: 'Kolom ini kosong.',
  },

  /** What a column holds, told from its cells alone. */
  shapes: {
    'owner.nationalId': '16 angka seperti NIK', 'owner.email': 'alamat surel', email: 'alamat surel', 'owner.phone': 'nomor HP',
    phone: 'nomor HP', nib: '13 angka seperti NIB', npwp: 'nomor seperti NPWP', kbli: 'kode KBLI', point: 'lintang dan bujur', latitude: 'lintang',
    longitude: 'bujur', district: 'nama kecamatan', village: 'nama desa atau kelurahan', 'owner.gender': 'L atau P', rtRw: 'RT dan RW',
  } as Record<string, string | undefined>,

  values: {
    rounded: (text: string) => `${quoted(text)} adalah angka yang dibulatkan Excel. Ubah kolom menjadi teks lalu ketik ulang nomornya.`,
    cellError: (text: string) => `selnya rusak (${text}). Perbaiki rumusnya atau isi nilainya.`,
    unstated: (text: string) => `${quoted(text)} dibiarkan kosong.`,
    rough: (text: string) => `${quoted(text)} adalah perkiraan. Angkanya dipakai apa adanya.`,
    range: (text: string) => `${quoted(text)} adalah rentang. Tulis satu angka saja.`,
    negative: (text: string) => `${quoted(text)} kurang dari nol. Periksa angkanya.`,
    tooLarge: (text: string) => `${quoted(text)} terlalu besar. Periksa jumlah nolnya.`,
    notASum: (text: string) => `${quoted(text)} bukan jumlah uang. Tulis angka rupiah lengkap, misalnya 1500000.`,
    ambiguousSum: (text: string) => `${quoted(text)} dapat dibaca lebih dari satu cara. Tulis angka rupiah lengkap, misalnya 1500000.`,
    factor: (text: string, factor: number) =>
      `judul kolom menyebut ${unitOf(factor)}, tetapi ${quoted(text)} tampaknya sudah rupiah lengkap. Samakan satuannya.`,
    cents: (text: string) => `${quoted(text)} dibulatkan ke rupiah utuh.`,
    miliar: (text: string) => `huruf M pada ${quoted(text)} dibaca miliar.`,
    otherPeriod: (text: string) => `${quoted(text)} bukan jumlah per bulan atau per tahun. Hitung dulu untuk satu bulan atau satu tahun.`,
    movedPeriod: {
      month: (text: string) => `${quoted(text)} tertulis per bulan, jadi disimpan sebagai penjualan per bulan.`,
      year: (text: string) => `${quoted(text)} tertulis per tahun, jadi disimpan sebagai penjualan per tahun.`,
    },
    notACount: (text: string) => `${quoted(text)} bukan jumlah orang atau barang. Tulis angka bulat, misalnya 3.`,
    notANumber: (text: string) => `${quoted(text)} bukan angka. Tulis angkanya saja.`,
    notAYear: (text: string) => `${quoted(text)} bukan tahun. Tulis empat angka, misalnya 2023.`,
    notRt: (text: string) => `${quoted(text)} bukan nomor RT atau RW. Tulis 1 sampai 3 angka.`,
    notRtRw: (text: string) => `${quoted(text)} tidak terbaca sebagai RT dan RW. Tulis seperti 003/005.`,
    notPostalCode: (text: string) => `${quoted(text)} bukan kode pos. Kode pos terdiri dari 5 angka.`,
    wrongLength: (text: string, found: number, expected: string) =>
      `${quoted(text)} terdiri dari ${found} angka, seharusnya ${expected} angka. Cocokkan dengan kartu atau dokumennya.`,
    notDigits: (text: string) => `${quoted(text)} bukan nomor. Hapus huruf atau tanda lain.`,
    numberMissing: (text: string) => `${quoted(text)} hanya menyatakan ada. Tulis nomornya bila akan disimpan.`,
    zeroRestored: (text: string, whole: string) => `${quoted(text)} kehilangan angka 0 di depan, dibaca ${whole}.`,
    zeroLost: (text: string) => `${quoted(text)} terdiri dari 14 angka, mungkin angka 0 di depannya hilang. Cocokkan dengan kartu NPWP.`,
    nameFromNib: (name: string) => `nama usaha tidak diisi, dipakai nama di NIB: ${quoted(name)}.`,
    notEmail: (text: string) => `${quoted(text)} bukan alamat surel, misalnya nama@contoh.id.`,
    severalPhones: (text: string, taken: string) => `${quoted(text)} berisi lebih dari satu nomor. Yang dipakai ${taken}.`,
    landline: (text: string) => `${quoted(text)} adalah nomor telepon rumah. Isi nomor HP yang diawali 08.`,
    phoneLength: (text: string) => `${quoted(text)} bukan nomor HP yang lengkap. Nomor HP diawali 08 dan terdiri dari 10 sampai 14 angka.`,
    notADate: (text: string) => `${quoted(text)} bukan tanggal. Tulis seperti 2023-03-01 atau 1 Maret 2023.`,
    noSuchDay: (text: string) => `${quoted(text)} tidak ada di kalender. Periksa tanggal dan bulannya.`,
    noYear: (text: string) => `${quoted(text)} tidak menyebut tahun. Tulis tanggal lengkap.`,
    dateOrder: (text: string) => `${quoted(text)} tidak jelas mana hari dan mana bulan. Tulis nama bulannya, misalnya 1 Maret 2023.`,
    datePrecision: (text: string, iso: string) => `${quoted(text)} tidak menyebut harinya, disimpan sebagai ${iso}.`,
    notKbli: (text: string) => `${quoted(text)} bukan kode KBLI. Tulis kode 5 angka, misalnya 10794.`,
    kbliUnknown: (text: string, code: string) =>
      `kode ${code} ${text === code ? '' : `pada ${quoted(text)} `}tidak ada di KBLI. Periksa kodenya.`,
    kbliLength: (text: string) => `${quoted(text)} bukan kode KBLI lengkap. Kode kegiatan usaha terdiri dari 5 angka.`,
    kbliGroup: (text: string) => `${quoted(text)} baru kelompok (4 angka). Pilih kode 5 angka di bawah kelompok itu.`,
    kbliGroupOrLostZero: (text: string, padded: string) =>
      `${quoted(text)} bisa berarti kelompok 4 angka atau ${padded} yang kehilangan angka 0. Tulis kode 5 angkanya.`,
    severalKbli: (text: string, code: string) => `${quoted(text)} berisi lebih dari satu kode. ${code} dipakai sebagai kegiatan utama.`,
    notDegrees: (text: string) => `${quoted(text)} bukan angka derajat. Tulis seperti -7.4478 dan 112.7183.`,
    notAPoint: (text: string) => `${quoted(text)} bukan pasangan lintang dan bujur. Tulis seperti -7.4478, 112.7183.`,
    pointOneOnly: (text: string) => `hanya ada ${quoted(text)}. Isi lintang dan bujur bersama-sama, atau kosongkan keduanya.`,
    nullIsland: (text: string) => `titik ${quoted(text)} berarti GPS belum siap. Ambil titik lagi di tempat usaha atau kosongkan.`,
    notOnEarth: (text: string) => `titik ${quoted(text)} tidak ada di bumi. Periksa angkanya.`,
    pointMended: {
      sign: (text: string, meant: Degrees) => `titik ${quoted(text)} kehilangan tanda minus, dibaca ${point(meant)}.`,
      swapped: (text: string, meant: Degrees) => `lintang dan bujur ${quoted(text)} tertukar, dibaca ${point(meant)}.`,
      scale: (text: string, meant: Degrees) => `titik ${quoted(text)} kehilangan tanda koma, dibaca ${point(meant)}.`,
    },
    notGender: (text: string) => `${quoted(text)} bukan jenis kelamin. Tulis L atau P.`,
    notYesNo: (text: string) => `${quoted(text)} bukan ya atau tidak. Tulis Ya atau Tidak.`,
    cross: (text: string) => `tanda ${quoted(text)} dapat berarti ya atau tidak. Tulis Ya atau Tidak.`,
    notActive: (text: string) => `${quoted(text)} dibaca tutup sementara. Ubah bila usahanya sudah tutup.`,
    choiceUnknown: (text: string, answers: readonly string[]) => `${quoted(text)} tidak dikenal. Tulis salah satu: ${listed(answers)}.`,
  },

  places: {
    missing: 'desa atau kelurahan tidak diisi. Isi nama desa dan kecamatannya.',
    codeUnknown: (code: string) => `kode wilayah ${quoted(code)} tidak ada. Isi nama desa dan kecamatannya.`,
    codeAndName: (code: string, name: string, district: string, said: string) =>
      `kode ${code} adalah ${name}, Kecamatan ${district}, tetapi tertulis ${quoted(said)}. Perbaiki salah satunya.`,
    districtUnknown: (text: string) => `kecamatan ${quoted(text)} tidak ada di wilayah kantor. Periksa nama kecamatannya.`,
    districtTyping: (text: string, name: string) => `kecamatan ${quoted(text)} dibaca ${name}.`,
    typing: (text: string, name: string, district: string) => `${quoted(text)} dibaca ${name}, Kecamatan ${district}.`,
    ambiguous: (text: string, names: readonly string[], district: string) =>
      `${quoted(text)} di Kecamatan ${district} dapat berarti ${listed(names)}. Tulis nama desanya dengan tepat.`,
    elsewhere: (text: string, district: string, others: readonly string[]) =>
      `${quoted(text)} tidak ada di Kecamatan ${district}; nama itu ada di Kecamatan ${listed(others)}. Periksa desa dan kecamatannya.`,
    unknown: (text: string, district: string) => `${quoted(text)} tidak ada di Kecamatan ${district}. Periksa nama desanya.`,
    districtMissing: (text: string, district: string) => `kecamatan tidak tertulis; ${quoted(text)} hanya ada di Kecamatan ${district}.`,
    several: (text: string, districts: readonly string[]) => `${quoted(text)} ada di Kecamatan ${listed(districts)}. Isi kecamatannya.`,
    guess: (text: string, guesses: readonly string[]) =>
      `${quoted(text)} tidak dikenal, mungkin ${listed(guesses)}. Isi nama desa dan kecamatannya.`,
    unknownAnywhere: (text: string) => `desa atau kelurahan ${quoted(text)} tidak dikenal. Isi nama desa dan kecamatannya.`,
    deleted: (village: { name: string; districtName: string; kind: string }, basis: string | undefined) =>
      `${village.name}, Kecamatan ${village.districtName}, sudah dihapus dari daftar wilayah (${basis ?? 'lihat riwayat wilayah'}). `
      + 'Isi desa atau kelurahan tempat usaha sekarang.',
    renamed: (name: string, present: string, district: string) => `${name} sekarang ${present}, Kecamatan ${district}.`,
    fromAddress: (village: string) => `desa ${quoted(village)} dibaca dari alamat.`,
    otherRegency: (text: string, regency: string) => `${quoted(text)} bukan ${regency}. Baris ini milik daerah lain.`,
  },

  /** What the fields of a list are called where a person chooses one for a column; `fieldInSentence` for the midst of a sentence. */
  fields: {
    name: 'Nama usaha atau koperasi', address: 'Alamat', village: 'Desa/kelurahan', district: 'Kecamatan', villageCode: 'Kode desa',
    regency: 'Kabupaten/kota', rt: 'RT', rw: 'RW', rtRw: 'RT/RW', hamlet: 'Dusun', postalCode: 'Kode pos', latitude: 'Lintang',
    longitude: 'Bujur', point: 'Titik lokasi (lintang dan bujur)', kbli: 'KBLI utama', kbliVersion: 'Versi KBLI', otherKbli: 'KBLI lain', npwp: 'NPWP', nib: 'NIB',
    nibDate: 'Tanggal NIB', nibName: 'Nama di NIB', status: 'Status', assets: 'Aset', externalId: 'Nomor di daftar pengirim',
    registryNumber: 'Nomor registri', observedOn: 'Tanggal pendataan',
    'owner.nationalId': 'NIK pemilik', 'owner.name': 'Nama pemilik', 'owner.phone': 'Nomor HP', 'owner.gender': 'Jenis kelamin',
    'owner.familyCardNumber': 'Nomor KK', 'owner.birthPlace': 'Tempat lahir', 'owner.birthDate': 'Tanggal lahir',
    'owner.birth': 'Tempat dan tanggal lahir', 'owner.education': 'Pendidikan', 'owner.disability': 'Disabilitas',
    'owner.disabilityKind': 'Jenis disabilitas', 'owner.maritalStatus': 'Status kawin', 'owner.address': 'Alamat pemilik',
    'owner.email': 'Surel pemilik', 'owner.npwp': 'NPWP pemilik',
    brand: 'Merek', placeKind: 'Jenis tempat usaha', placeOwnership: 'Kepemilikan tempat', legalForm: 'Badan usaha',
    startedOn: 'Mulai usaha', mainProduct: 'Produk utama', description: 'Jenis usaha', productionMethod: 'Cara produksi',
    monthlyCapacity: 'Kapasitas per bulan', capacityUnit: 'Satuan kapasitas', workersPaidMale: 'Tenaga kerja laki-laki dibayar',
    workersPaidFemale: 'Tenaga kerja perempuan dibayar', workersUnpaidMale: 'Tenaga kerja laki-laki tidak dibayar',
    workersUnpaidFemale: 'Tenaga kerja perempuan tidak dibayar', workersDisabled: 'Tenaga kerja difabel',
    workersTotal: 'Jumlah tenaga kerja', hasWorkersInsurance: 'BPJS Ketenagakerjaan', capital: 'Modal usaha',
    capitalPart: 'Bagian modal usaha', startingCapital: 'Modal awal', annualSales: 'Hasil penjualan setahun', monthlySales: 'Penjualan per bulan',
    salesYear: 'Tahun hasil penjualan', monthlyCosts: 'Biaya per bulan', bookkeeping: 'Pencatatan', hasBankAccount: 'Rekening bank',
    capitalSources: 'Sumber modal', hasRunningLoan: 'Kredit berjalan', marketAreas: 'Wilayah pemasaran', salesChannels: 'Saluran penjualan',
    onlineShop: 'Toko daring', partnership: 'Kemitraan', usesSmartphone: 'HP pintar', usesInternet: 'Internet', acceptsQris: 'QRIS',
    usesCashierApp: 'Kasir digital', pirt: 'P-IRT', halalNumber: 'Nomor halal', trademarkNumber: 'Nomor merek', bpomNumber: 'Nomor BPOM',
    statedScale: 'Skala usaha menurut daftar',
    cooperativeNumber: 'NIK koperasi', legalEntityNumber: 'Nomor badan hukum', legalEntityDate: 'Tanggal badan hukum',
    amendmentNumber: 'Nomor PAD', amendmentDate: 'Tanggal PAD', notary: 'Notaris', phone: 'Telepon', email: 'Surel',
    level: 'Bentuk koperasi (primer, sekunder)', kind: 'Jenis koperasi', pattern: 'Pola', group: 'Kelompok koperasi', sector: 'Sektor usaha',
    membershipArea: 'Wilayah keanggotaan', hasSavingsUnit: 'Unit simpan pinjam', savingsLicenceNumber: 'Nomor izin simpan pinjam',
    savingsLicenceDate: 'Tanggal izin simpan pinjam', certificateNumber: 'Nomor sertifikat NIK', certificateDate: 'Tanggal sertifikat NIK',
    certificateGrade: 'Peringkat sertifikat', statusReason: 'Alasan status',
    chair: 'Ketua', 'chair.phone': 'Telepon ketua', secretary: 'Sekretaris', treasurer: 'Bendahara', supervisor: 'Ketua pengawas',
    manager: 'Manajer', 'manager.phone': 'Telepon manajer', members: 'Jumlah anggota', membersMale: 'Anggota laki-laki',
    membersFemale: 'Anggota perempuan', candidateMembers: 'Calon anggota', employees: 'Jumlah karyawan', employeesMale: 'Karyawan laki-laki',
    employeesFemale: 'Karyawan perempuan', bookYear: 'Tahun buku', meetingOn: 'Tanggal RAT', meetingHeld: 'RAT sudah atau belum',
    membersAttended: 'Anggota hadir RAT', principalSaving: 'Simpanan pokok', mandatorySaving: 'Simpanan wajib', reserves: 'Cadangan',
    grants: 'Hibah', ownCapital: 'Modal sendiri', outsideCapital: 'Modal luar', voluntarySaving: 'Simpanan sukarela',
    timeDeposits: 'Simpanan berjangka', turnover: 'Volume usaha', loansGiven: 'Pinjaman diberikan',
    nonPerformingLoans: 'Pinjaman bermasalah', income: 'Pendapatan', expenses: 'Beban', netSurplus: 'SHU', healthGrade: 'Predikat kesehatan',
  } as Record<string, string | undefined>,
}

/** The name of a field within a sentence: `nama pemilik`, but `NIK pemilik`. */
export function fieldInSentence(field: string): string {
  const label = importsId.fields[field] ?? field
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}
