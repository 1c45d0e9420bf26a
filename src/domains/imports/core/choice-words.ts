/**
 * What lists write for answers of a fixed list: by register and field, then by the code of the answer; words in plain small letters.
 * The code is the registry's; a question that is not here is not read from lists.
 */
type Words = Readonly<Record<string, readonly string[]>>

const STATUS: Words = {
  active: [
    'aktif', 'masih aktif', 'berjalan', 'masih berjalan', 'jalan', 'masih jalan', 'buka', 'masih buka', 'masih usaha', 'beroperasi',
    'masih beroperasi', 'operasional', 'hidup', 'ada',
  ],
  paused: ['tutup sementara', 'libur', 'vakum', 'berhenti sementara', 'off sementara', 'cuti'],
  closed: [
    'tutup', 'tutup permanen', 'tutup total', 'bangkrut', 'gulung tikar', 'berhenti', 'sudah berhenti', 'sudah tutup', 'bubar', 'mati',
    'sudah tidak usaha', 'tidak usaha lagi', 'tutup selamanya',
  ],
  'moved-away': ['pindah', 'pindah alamat', 'pindah ke luar', 'pindah keluar', 'pindah luar daerah', 'pindah tempat', 'pindah luar kota'],
  'not-found': ['tidak ditemukan', 'tdk ditemukan', 'tidak ketemu', 'tdk ketemu', 'alamat tidak ditemukan'],
  duplicate: ['ganda', 'dobel', 'double', 'duplikat'],
}

const BUSINESS: Readonly<Record<string, Words>> = {
  status: STATUS,
  legalForm: {
    none: [
      'perorangan', 'orang perorangan', 'perseorangan', 'pribadi', 'usaha perorangan', 'individu', 'ud', 'u d', 'usaha dagang', 'pd',
      'perusahaan dagang', 'toko', 'tidak berbadan hukum', 'belum berbadan hukum', 'non badan hukum', 'bukan badan usaha',
      'perusahaan perorangan',
    ],
    'single-person-company': [
      'pt perorangan', 'pt perseorangan', 'p t perorangan', 'perseroan perorangan', 'perseroan perseorangan',
      'perseroan terbatas perorangan', 'perseroan terbatas pt perorangan',
    ],
    'limited-partnership': [
      'cv', 'c v', 'persekutuan komanditer', 'persekutuan komanditer cv', 'commanditaire vennootschap',
      'persekutuan komanditer cv commanditaire vennootschap',
    ],
    firm: ['firma', 'fa', 'persekutuan firma', 'persekutuan perdata', 'persekutuan firma fa venootschap onder firma'],
    company: ['pt', 'p t', 'perseroan terbatas', 'perseroan terbatas pt', 'pt persekutuan modal'],
    cooperative: ['koperasi', 'kop'],
    group: ['kelompok', 'kub', 'kelompok usaha', 'kelompok usaha bersama', 'kube'],
    other: ['lainnya', 'lain lain', 'lain', 'yayasan', 'bumdes', 'badan usaha milik desa', 'perkumpulan'],
  },
  placeKind: {
    home: ['rumah', 'rumah sendiri', 'di rumah', 'rumahan', 'rumah tinggal'],
    shop: ['kios', 'toko', 'ruko', 'kios toko', 'warung', 'kios atau toko', 'bengkel', 'gudang'],
    market: ['pasar', 'di pasar', 'los pasar', 'kios pasar'],
    stall: ['kaki lima', 'kaki lima tetap', 'pkl', 'lapak', 'tenda', 'pinggir jalan'],
    mobile: ['keliling', 'usaha keliling', 'gerobak keliling', 'asongan'],
    centre: ['sentra', 'sentra pkl', 'pkl binaan', 'pujasera', 'sentra pkl binaan', 'foodcourt'],
    'online-only': ['online', 'hanya online', 'online saja', 'daring', 'hanya daring'],
    other: ['lainnya', 'lain lain', 'lain'],
  },
  placeOwnership: {
    own: ['milik sendiri', 'sendiri', 'hak milik', 'pribadi', 'milik pribadi', 'rumah sendiri'],
    rented: ['sewa', 'kontrak', 'sewa kontrak', 'menyewa'],
    borrowed: ['pinjam', 'pinjaman', 'menumpang', 'numpang', 'milik orang tua', 'milik keluarga', 'pinjam pakai'],
    public: ['fasum', 'fasilitas umum', 'tanah desa', 'tanah negara', 'milik desa', 'trotoar'],
  },
  productionMethod: {
    manual: ['manual', 'tradisional', 'tangan'],
    tools: ['alat', 'dengan alat', 'alat bantu', 'semi mesin', 'semi manual', 'semi otomatis'],
    machines: ['mesin', 'dengan mesin', 'otomatis', 'modern'],
  },
  bookkeeping: {
    none: ['tidak', 'tidak mencatat', 'tidak ada', 'belum ada', 'belum'],
    book: ['buku', 'manual', 'tulis tangan', 'catatan', 'ada', 'pembukuan sederhana', 'sederhana'],
    app: ['aplikasi', 'komputer', 'excel', 'digital'],
  },
  statedScale: {
    micro: ['mikro', 'usaha mikro', 'micro', 'ultra mikro', 'um'],
    small: ['kecil', 'usaha kecil', 'small', 'uk'],
    medium: ['menengah', 'usaha menengah', 'medium'],
    large: ['besar', 'usaha besar', 'large'],
  },
  'owner.education': {
    none: ['tidak sekolah', 'tdk sekolah', 'belum sekolah', 'tidak tamat sd', 'tdk tamat sd', 'tidak lulus sd'],
    primary: ['sd', 'sederajat sd', 'sd sederajat', 'mi', 'sr', 'tamat sd', 'sd mi', 'paket a'],
    'lower-secondary': ['smp', 'sltp', 'mts', 'smp sederajat', 'smp mts', 'tamat smp', 'paket b'],
    'upper-secondary': [
      'sma', 'smk', 'slta', 'ma', 'stm', 'smea', 'sma smk', 'sma sederajat', 'slta sederajat', 'sma smk sederajat', 'tamat sma', 'smu',
      'paket c',
    ],
    diploma: ['d1', 'd2', 'd3', 'd i', 'd ii', 'd iii', 'diploma', 'd1 d3', 'diploma iii', 'akademi'],
    bachelor: ['s1', 'd4', 's 1', 'd iv', 'sarjana', 'd4 s1', 'strata 1', 's i', 'sarjana s1', 'diploma iv strata i'],
    postgraduate: ['s2', 's3', 's 2', 's 3', 'magister', 'doktor', 's2 s3', 'pascasarjana', 'strata 2'],
  },
  'owner.maritalStatus': {
    single: ['belum kawin', 'belum menikah', 'lajang', 'blm kawin', 'tidak kawin', 'bujang', 'gadis'],
    married: ['kawin', 'menikah', 'nikah', 'sudah menikah', 'kawin tercatat', 'sudah kawin'],
    divorced: ['cerai', 'cerai hidup', 'duda cerai', 'janda cerai'],
    widowed: ['cerai mati', 'janda mati', 'duda mati', 'ditinggal mati'],
  },
  capitalSources: {
    own: ['sendiri', 'milik sendiri', 'modal sendiri', 'pribadi', 'tabungan'],
    family: ['keluarga', 'orang tua', 'saudara'],
    kur: ['kur', 'kredit usaha rakyat'],
    bank: ['bank', 'bank lain', 'kredit bank', 'perbankan', 'pinjaman bank', 'ultra mikro pnm', 'pnm'],
    kurda: ['kurda', 'kur daerah'],
    cooperative: ['koperasi', 'ksp'],
    'online-loan': ['pinjol', 'pinjaman online', 'pinjaman daring', 'fintech'],
    moneylender: ['rentenir', 'bank titil', 'bank thithil', 'lintah darat'],
    grant: ['hibah', 'bantuan', 'bantuan pemerintah', 'bpum'],
    other: ['lainnya', 'lain lain', 'lain', 'swasta'],
  },
  marketAreas: {
    village: ['desa', 'satu desa', 'kelurahan', 'lokal', 'desa sendiri', 'sekitar', 'lingkungan sekitar'],
    district: ['kecamatan', 'antar desa'],
    regency: ['kabupaten', 'kab', 'sidoarjo', 'antar kecamatan', 'kota', 'kabupaten kota', 'dalam kabupaten'],
    province: ['provinsi', 'propinsi', 'jawa timur', 'jatim', 'antar kota', 'luar kota', 'regional'],
    nation: ['nasional', 'luar provinsi', 'luar jawa', 'seluruh indonesia', 'antar provinsi'],
    export: ['ekspor', 'luar negeri', 'internasional', 'export', 'mancanegara'],
  },
  salesChannels: {
    direct: ['langsung', 'offline', 'tatap muka', 'jual langsung', 'toko sendiri', 'pasar'],
    reseller: ['reseller', 'agen', 'distributor', 'titip toko', 'titip jual', 'konsinyasi', 'pengepul', 'tengkulak'],
    marketplace: ['marketplace', 'lokapasar', 'shopee', 'tokopedia', 'lazada', 'bukalapak', 'blibli', 'toko online'],
    'social-media': ['media sosial', 'medsos', 'sosmed', 'instagram', 'ig', 'facebook', 'fb', 'tiktok', 'whatsapp', 'wa', 'online'],
    'e-catalogue': ['e katalog', 'ekatalog', 'katalog elektronik', 'e catalogue'],
    'modern-retail': ['ritel modern', 'retail modern', 'swalayan', 'minimarket', 'supermarket', 'indomaret', 'alfamart'],
    other: ['lainnya', 'lain lain', 'lain'],
  },
}

const COOPERATIVE: Readonly<Record<string, Words>> = {
  status: {
    active: ['aktif', 'masih aktif', 'berjalan', 'a'],
    inactive: ['tidak aktif', 'tdk aktif', 'non aktif', 'nonaktif', 'pasif', 'ta', 'vakum', 'tidak berjalan'],
    frozen: ['beku', 'dibekukan'],
    dissolving: ['dalam pembubaran', 'proses pembubaran', 'proses bubar', 'akan dibubarkan', 'usul bubar'],
    dissolved: ['bubar', 'dibubarkan', 'sudah bubar', 'tutup'],
  },
  level: {
    primary: ['primer', 'primer kabupaten', 'primer kab kota', 'koperasi primer', 'primer kabupaten kota', 'primer provinsi', 'primer nasional'],
    secondary: ['sekunder', 'koperasi sekunder', 'sekunder kabupaten', 'sekunder kab kota', 'pusat', 'sekunder provinsi'],
  },
  kind: {
    consumer: ['konsumen', 'koperasi konsumen', 'konsumsi', 'serba usaha', 'ksu', 'koperasi serba usaha'],
    producer: ['produsen', 'koperasi produsen', 'produksi'],
    marketing: ['pemasaran', 'koperasi pemasaran'],
    service: ['jasa', 'koperasi jasa'],
    'savings-and-loan': [
      'simpan pinjam', 'ksp', 'kspps', 'koperasi simpan pinjam', 'simpan pinjam dan pembiayaan syariah', 'sp',
      'simpan pinjam pembiayaan syariah', 'koperasi simpan pinjam dan pembiayaan syariah', 'jasa keuangan syariah', 'kjks', 'bmt',
    ],
  },
  pattern: { conventional: ['konvensional', 'non syariah'], sharia: ['syariah', 'syari ah'] },
  membershipArea: {
    regency: ['kabupaten', 'kab', 'kabupaten kota', 'kab kota', 'kota', 'dalam kabupaten'],
    province: ['provinsi', 'propinsi', 'lintas kabupaten kota', 'lintas kab kota', 'lintas kabupaten'],
    nation: ['nasional', 'lintas provinsi', 'lintas propinsi'],
  },
  group: {
    kud: ['kud', 'koperasi unit desa', 'unit desa'], 'multi-purpose': ['ksu', 'serba usaha', 'koperasi serba usaha', 'aneka usaha'],
    employees: [
      'karyawan', 'pegawai', 'kopkar', 'kpri', 'kpn', 'pegawai negeri', 'koperasi karyawan', 'koperasi pegawai', 'pegawai republik indonesia',
      'koperasi pegawai republik indonesia', 'pns', 'asn', 'tni', 'polri', 'tni polri', 'guru', 'primkopol', 'primkopad', 'karyawan pegawai',
    ],
    women: ['kopwan', 'wanita', 'koperasi wanita', 'perempuan'],
    'boarding-school': ['kopontren', 'pondok pesantren', 'pesantren', 'koperasi pondok pesantren', 'ponpes'],
    market: ['pasar', 'koppas', 'koperasi pasar', 'pedagang pasar'],
    school: ['sekolah', 'kopsis', 'siswa', 'mahasiswa', 'kopma', 'koperasi siswa', 'koperasi mahasiswa', 'kampus'],
    fishers: ['nelayan', 'perikanan', 'koperasi nelayan'], farmers: ['tani', 'petani', 'kelompok tani', 'koperasi tani', 'koptan', 'pertanian'],
    kdkmp: [
      'kdkmp', 'kdmp', 'kkmp', 'merah putih', 'koperasi merah putih', 'koperasi desa merah putih', 'koperasi kelurahan merah putih',
      'kopdes merah putih', 'koperasi desa kelurahan merah putih', 'kopkel merah putih', 'desa merah putih', 'kelurahan merah putih',
    ],
    other: ['lain', 'lainnya', 'lain lain', 'umum', 'masyarakat'],
  },
  certificateGrade: { A: ['a', 'grade a'], B: ['b', 'grade b'], C1: ['c1', 'c 1', 'grade c1'], C2: ['c2', 'c 2', 'grade c2'] },
  healthGrade: {
    healthy: ['sehat'], 'fairly-healthy': ['cukup sehat'], 'under-supervision': ['dalam pengawasan', 'kurang sehat'],
    'under-special-supervision': ['dalam pengawasan khusus', 'tidak sehat'],
  },
}

/** By field: from the plain words to the code of the answer. */
export type ChoiceBook = Readonly<Record<string, ReadonlyMap<string, string>>>

function bookOf(fields: Readonly<Record<string, Words>>): ChoiceBook {
  return Object.fromEntries(Object.entries(fields).map(([field, words]) => [
    field, new Map(Object.entries(words).flatMap(([code, said]) => said.map((word) => [word, code] as const))),
  ]))
}

export const CHOICES = { business: bookOf(BUSINESS), cooperative: bookOf(COOPERATIVE) } as const
