/** Sentences of the registry's screens, commands and API. What is said about single answers stands in `messages.id.ts`. */

export const commandWords = {
  ownerMismatch:
    'Dengan akun ini Anda hanya dapat mencatat usaha milik sendiri. Kosongkan bagian pemilik, atau minta bantuan loket atau kantor desa.',
  noPerson: 'Data pemilik belum ada pada akun ini. Lengkapi dahulu di halaman akun, atau datang ke loket.',
  noBusiness: 'Usaha ini tidak ditemukan. Periksa alamatnya atau cari lagi di daftar.',
  ownerNameDiffers:
    'NIK ini sudah tercatat dengan nama lain. Nama yang tersimpan tetap dipakai; cocokkan dengan KTP dan perbaiki bila perlu.',
  ownerPhoneDiffers: 'Nomor HP berbeda dengan yang tersimpan. Nomor lama tetap dipakai; penggantian nomor dilakukan di loket.',
  phoneElsewhere:
    'Nomor HP diganti di loket dengan dua petugas, supaya data Anda tidak jatuh ke pemegang nomor lama. Datang ke loket membawa KTP.',
  nationalIdElsewhere: 'NIK hanya dapat dibetulkan di loket dengan menunjukkan KTP.',
  nationalIdTaken: 'NIK ini sudah tercatat pada orang lain. Cocokkan lagi dengan KTP, lalu laporkan ke petugas data.',
  changedMeanwhile:
    'Data usaha ini sudah diubah orang lain sesudah Anda membukanya. Buka lagi, lihat keadaan terbaru, lalu ulangi perubahan Anda.',
}

export const apiWords = {
  noBusiness: 'Usaha ini tidak ditemukan.',
  limit: 'Batas jumlah baris adalah angka bulat 1 sampai 200.',
  cursor: 'Penanda lanjutan ini tidak dikenal. Pakai nilai next dari jawaban sebelumnya apa adanya.',
  query: 'Kata pencarian terlalu panjang. Pakai beberapa kata saja.',
  status: 'Status ini tidak dikenal. Pakai salah satu dari active, paused, closed, moved-away, not-found, duplicate.',
  version: 'Versi adalah angka bulat dari jawaban yang terakhir dibaca.',
  clear: 'Isian ini tidak dapat dikosongkan.',
  revealField: 'Sebutkan isian yang dibuka: nationalId, familyCardNumber, phone, npwp, atau money.',
  purpose: 'Pilih keperluan membuka data.',
  district: 'Sebutkan kode kecamatan, misalnya 35.15.05.',
  day: 'Tanggal ditulis dengan urutan tahun-bulan-hari, misalnya 2026-03-01.',
  notThen: 'Pada tanggal itu usaha ini belum tercatat.',
}

export const searchApiWords = {
  district: 'Kode kecamatan ditulis seperti 35.15.05.', village: 'Kode desa ditulis seperti 35.15.05.2003.',
  owner: 'Isi pengenal pemilik seperti pada kolom ID pemilik.',
  kbli: 'Isi 2 sampai 5 angka KBLI, atau satu huruf kategori.',
  scale: 'Golongan ini tidak dikenal. Pakai salah satu dari micro, small, medium, large, none.',
  legality: 'Izin ini tidak dikenal. Pakai nib, no-nib, pirt, halal, trademark, dipisah koma.',
  freshness: 'Pakai due (perlu pemutakhiran) atau fresh.',
  sort: 'Urutan ini tidak dikenal. Pakai relevance, newest, name, atau unconfirmed.',
}

/** Codes of the office's own lists as officers and owners read them. */
export const sourceLabels = {
  self: 'Pemilik sendiri', counter: 'Loket', village: 'Petugas desa', office: 'Petugas dinas', enumerator: 'Enumerator',
    import: 'Data lama', 'import-oss': 'Daftar OSS', 'import-sidt': 'Daftar SIDT', 'import-old': 'Daftar lama dinas', seed: 'Data contoh', application: 'Berkas permohonan',
}

export const screenId = {
  mine: {
    title: 'Usaha saya', lead: 'Data usaha cukup diisi sekali, lalu dipakai untuk semua permohonan.', add: 'Tambah usaha',
    kept: 'Usaha yang tercatat',
    none: 'Belum ada usaha yang tercatat', noneTodo: 'Isi data usaha Anda sekali, kira-kira 5 menit. Isian tersimpan di tiap halaman.',
    unfinished: 'Isian yang belum selesai', goOn: 'Lanjutkan', saved: (when: string) => `Terakhir disimpan ${when}`,
      unnamed: 'Usaha tanpa nama',
  },
  wizard: {
    title: 'Data usaha', next: 'Simpan dan lanjut', save: 'Simpan perubahan', later: 'Lanjutkan nanti', cancel: 'Batal',
    forWhom: (name: string) => `Anda mengisi untuk ${name}.`, forWhomNote: 'Nama Anda dan nama pemilik tercatat bersama.',
    privacy:
      'Data ini dipakai dinas untuk melayani dan membina usaha Anda (PP 7/2021). '
      + 'NIK, HP, dan uang disamarkan di layar petugas, dan tiap pembukaan tercatat.',
    privacyLink: 'Baca pemberitahuan privasi', discard: 'Hapus isian ini',
    steps: {
      usaha: 'Usaha', kegiatan: 'Kegiatan', kecamatan: 'Tempat', alamat: 'Tempat', mulai: 'Perjalanan usaha', modal: 'Uang',
        penjualan: 'Uang', nib: 'Izin', periksa: 'Periksa',
    },
    alreadySaved: 'Usaha ini sudah tersimpan', toBusiness: 'Lihat data usaha', pickPerson: 'Pilih dahulu warga yang dibantu',
    pickPersonTodo: 'Data usaha warga diisi lewat "Bantu warga", supaya persetujuannya tercatat.', helpLink: 'Bantu warga',
    noMandate: 'Persetujuan warga ini untuk dibantu belum tercatat atau sudah berakhir. Mulai lagi dari "Bantu warga".',
  },
  name: {
    title: 'Apa nama usahanya?', name: 'Nama usaha', nameHint: 'Seperti dikenal pembeli, misalnya Kerupuk Udang Bu Siti.',
    product: 'Apa yang terutama dibuat atau dijual?', productHint: 'Satu hal yang paling banyak, misalnya kerupuk udang.',
  },
  activity: {
    title: 'Apa kegiatan usahanya?', search: 'Ketik produk atau pekerjaan',
      searchHint: 'Misalnya krupuk, warung, jahit, bengkel. Boleh juga kode KBLI.',
    find: 'Cari', choose: 'Pilih yang paling cocok', none: (q: string) => `Tidak ada yang cocok dengan "${q}"`,
    noneTodo: 'Coba kata yang lebih umum, misalnya "makanan" atau "toko". Loket juga dapat membantu memilih.',
    hint: 'Kode ini (KBLI) dipakai juga di NIB. Bila sudah punya NIB, samakan.',
      needed: 'Pilih satu kegiatan dari daftar. Bila tidak ada yang cocok, cari dengan kata lain.',
  },
  district: { title: 'Di kecamatan mana tempat usahanya?', hint: 'Tempat usaha, bukan alamat KTP.',
    needed: 'Pilih kecamatan tempat usaha.' },
  place: {
    title: 'Di mana tempat usahanya?', village: (district: string) => `Desa atau kelurahan di Kecamatan ${district}`,
      otherDistrict: 'Ganti kecamatan',
    address: 'Jalan atau nama tempat', addressHint: 'Misalnya Jalan Melati 14, atau Pasar Larangan blok C.', rt: 'RT', rw: 'RW',
      hamlet: 'Dusun',
  },
  start: {
    title: 'Sejak kapan usaha berjalan?', date: 'Mulai usaha', dateHint: 'Bulan dan tahun sudah cukup. Kosongkan tanggalnya bila lupa.',
    workers: 'Berapa orang yang bekerja?', workersHint: 'Termasuk pemilik. Kosongkan yang tidak diketahui, tulis 0 bila tidak ada.',
    paidMale: 'Laki-laki, dibayar', paidFemale: 'Perempuan, dibayar', unpaidMale: 'Laki-laki, keluarga tanpa upah',
      unpaidFemale: 'Perempuan, keluarga tanpa upah',
    dateWrong: 'Isi bulan (1 sampai 12) dan tahun mulai usaha, misalnya 3 dan 2019.',
  },
  money: {
    capitalTitle: 'Berapa modal usahanya sekarang?', capital: 'Modal usaha',
    capitalHint: 'Alat, bahan, barang dagangan, dan uang usaha. Tanah dan bangunan tempat usaha tidak dihitung.',
    salesTitle: 'Berapa hasil penjualannya?', sales: 'Hasil penjualan',
    salesHint: 'Semua uang masuk dari berjualan, sebelum dikurangi biaya. Perkiraan yang jujur sudah cukup.',
    unit: 'Satuan angka di atas', units: { rupiah: 'Rupiah penuh', ribu: 'Ribu', juta: 'Juta' },
    unitHint: 'Misalnya 5 juta: tulis 5 lalu pilih Juta.',
    period: 'Angka itu untuk', periods: { year: 'Satu tahun', month: 'Satu bulan (kami kalikan 12)' }, year: 'Tahun berapa?',
      yearHint: 'Tahun yang sudah selesai lebih baik.',
    or: 'Atau bila tidak ada angkanya', stated: 'Saya isi angkanya', unknown: 'Tidak tahu', refused: 'Tidak mau menyebut',
    choosePeriod: 'Pilih apakah angka itu untuk satu tahun atau satu bulan.', 
    refusal: {
      empty: 'Isi jumlahnya dengan angka, atau pilih "Tidak tahu" atau "Tidak mau menyebut".',
      'not-a-number': 'Tulis jumlah dengan angka, misalnya 48000000, atau 48 dengan satuan Juta.',
      negative: 'Jumlah tidak boleh kurang dari nol. Hapus tanda minusnya.',
      fraction: 'Tulis rupiah bulat tanpa sen.',
      ambiguous: 'Angka ini dapat dibaca dua cara. Tulis lengkap, misalnya 1.500.000 dengan satuan Rupiah penuh.',
      'too-large': 'Jumlah ini terlalu besar. Hitung lagi angka nolnya.',
    },
  },
  nib: { title: 'Apakah usaha sudah punya NIB?', nib: 'NIB',
    hint: '13 angka di bagian atas dokumen dari OSS. Kosongkan bila belum punya; surat tetap dapat diajukan.' },
  check: {
    title: 'Periksa sebelum disimpan', save: 'Simpan data usaha', missing: 'Masih ada yang belum diisi',
      warnings: 'Mohon dilihat sekali lagi',
    warningsNote: 'Bila sudah benar, simpan saja.', scale: 'Golongan usaha',
  },
  scale: {
    is: { micro: 'Usaha mikro', small: 'Usaha kecil', medium: 'Usaha menengah', large: 'Usaha besar' },
    none: 'Belum dapat dihitung', noneWhy: 'Modal dan hasil penjualan belum disebut. Golongan usaha dihitung begitu salah satunya diisi.',
    basis: { annualSales: 'hasil penjualan setahun', capital: 'modal usaha tanpa tanah dan bangunan' },
    upTo: (basis: string, amount: string, bound: string) => `Dasarnya ${basis}: ${amount}, tidak lebih dari ${bound}.`,
    above: (basis: string, amount: string, bound: string) => `Dasarnya ${basis}: ${amount}, lebih dari ${bound}.`,
    reason: {
      'full-book-year': 'Hasil penjualan yang menentukan, karena usaha sudah berjalan satu tahun buku penuh.',
      'no-full-book-year': 'Modal yang menentukan, karena usaha belum berjalan satu tahun buku penuh.',
      'sales-not-stated': 'Modal yang dipakai, karena hasil penjualan belum disebut.',
      'capital-not-stated': 'Hasil penjualan yang dipakai, karena modal belum disebut.',
    },
    source: (source: string) => `Sumber: ${source}.`,
  },
  sheet: {
    identity: 'Usaha', number: 'Nomor registri', name: 'Nama usaha', product: 'Produk utama', activity: 'Kegiatan (KBLI)',
     
    place: 'Tempat usaha', address: 'Alamat', village: 'Desa/kelurahan', district: 'Kecamatan', point: 'Titik lokasi',
     
    course: 'Perjalanan usaha', startedOn: 'Mulai usaha', workers: 'Pekerja', status: 'Status',
    workersText: (paid: number, unpaid: number) => `${paid} dibayar, ${unpaid} keluarga tanpa upah`,
    money: 'Uang', capital: 'Modal usaha', sales: (year: number) => `Hasil penjualan ${year}`, salesNoYear: 'Hasil penjualan setahun',
      monthly: 'Penjualan sebulan',
    permits: 'Izin', nib: 'NIB', pirt: 'P-IRT', halal: 'Sertifikat halal', trademark: 'Merek terdaftar', npwp: 'NPWP',
    owner: 'Pemilik', ownerName: 'Nama', nationalId: 'NIK', familyCard: 'Nomor KK', phone: 'Nomor HP', gender: 'Jenis kelamin',
      unchecked: 'belum dipadankan dengan data kependudukan',
    yes: 'Ya', no: 'Tidak', quality: 'Kelengkapan data', qualityScore: (score: number) => `${score} dari 100`,
      allThere: 'Semua yang utama sudah terisi.',
    verified: 'Terverifikasi', unverified: 'Belum diverifikasi', apply: 'Ajukan surat',
    notYet: 'Belum diisi', hidden: 'Rp ••••••', seen: 'Dibuka untuk Anda, tercatat',
    missing: {
      'owner.nationalId': 'NIK pemilik', 'owner.name': 'Nama pemilik', 'owner.phone': 'Nomor HP pemilik',
        consent: 'Pemberitahuan privasi dibaca', name: 'Nama usaha',
      address: 'Alamat usaha', villageCode: 'Desa', kbli: 'Kegiatan usaha', mainProduct: 'Produk utama', startedOn: 'Mulai usaha',
        capital: 'Modal usaha',
      annualSales: 'Hasil penjualan setahun', salesYear: 'Tahun penjualan', nib: 'NIB', 'owner.familyCardNumber': 'Nomor KK', npwp: 'NPWP',
        latitude: 'Titik lokasi',
      photo: 'Foto tempat usaha', confirmedOn: 'Pembaruan tahunan',
    } as Record<string, string>,
    unstated: 'sudah ditanya, tidak disebut',
    otherField: 'keterangan lain',
    saved: 'Data usaha tersimpan.',
  },
}

export type ScreenWords = typeof screenId

/** Only officers see these. */
export const officerWords = {
  reveal: {
    title: 'Untuk keperluan apa data ini dibuka?', lead: 'Pembukaan tercatat dan dapat dilihat pemilik data.', button: 'Buka data',
      field: 'Yang dibuka',
    purposes: {
      verification: 'Memeriksa permohonan', contact: 'Menghubungi pemilik', correction: 'Membetulkan data',
        inspection: 'Pengawasan atau pengaduan',
    },
    fields: { nationalId: 'NIK', familyCardNumber: 'Nomor KK', phone: 'Nomor HP', npwp: 'NPWP', money: 'Modal dan hasil penjualan' },
    purposeNeeded: 'Pilih satu keperluan.',
  },
  doubles: {
    title: 'Mungkin tercatat dua kali', lead: 'Bandingkan sebelum memutuskan. Satu pemilik boleh punya beberapa usaha.',
      none: 'Tidak ada data serupa yang ditemukan',
    verdict: { probable: 'Sangat mungkin sama', review: 'Perlu diperiksa', none: '' },
      points: (score: number) => `kemiripan ${score} dari 100`,
    parts: {
      'same-national-id': 'NIK pemilik sama', 'near-national-id': 'NIK pemilik hampir sama', 'same-nib': 'NIB sama', 'same-family-card': 'Nomor KK pemilik sama (mungkin suami istri)',
        'same-phone': 'Nomor HP sama',
        'owner-name': 'Nama pemilik mirip',
      name: 'Nama usaha mirip', distance: 'Titik lokasi berdekatan', village: 'Desa sama atau bersebelahan', address: 'Alamat sama', hamlet: 'RT/RW sama',
        activity: 'Kelompok KBLI sama', trade: 'Jenis usaha sejenis',
    },
    metres: (metres: number) => `${metres} meter`, compare: 'Bandingkan dan putuskan',
  },
}
