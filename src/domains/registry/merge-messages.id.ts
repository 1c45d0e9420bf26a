/** Sentences about doubles and merging, by what the records are called and what hangs on them. Only officers see them. */
export const mergeWordsFor = (what: string, { keeps, note }: { keeps: string; note: string }) => ({
  refusals: {
    same: `Pilih dua data ${what} yang berbeda.`,
    'absorbed-already': 'Salah satu data ini sudah digabung ke data lain. Buka lagi daftar untuk melihat keadaan terbaru.',
    'survivor-absorbed': 'Data yang dipertahankan sudah digabung ke data lain. Gabungkan dengan data penggantinya.',
    'not-a-group': 'Bagian data ini tidak dapat dipilih sendiri. Muat ulang halaman, lalu pilih lagi.',
    'undone-already': 'Penggabungan ini sudah dibatalkan.',
    'survivor-merged-on': 'Data hasil penggabungan ini sudah digabung lagi ke data lain. Batalkan dahulu penggabungan yang lebih baru.',
  },
  noPair: 'Pasangan ini tidak ditemukan. Buka lagi daftar data ganda.',
  notDistinct: 'Pasangan ini tidak sedang tercatat sebagai dua. Muat ulang halaman untuk melihat keadaan terbaru.',
  noMerge: 'Penggabungan ini tidak ditemukan.',
  decided: {
    open: 'Keputusan tentang pasangan ini sudah dibatalkan petugas lain. Muat ulang halaman, lalu putuskan lagi.',
    distinct: `Petugas lain sudah memutuskan bahwa keduanya bukan ${what} yang sama.`,
    merged: 'Petugas lain sudah menggabungkan kedua data ini.',
  },
  changedMeanwhile: 'Salah satu data ini diubah orang lain sesudah Anda membukanya. Muat ulang halaman, lihat keadaan terbaru, lalu putuskan lagi.',
  absorbed: 'Data ini sudah digabung ke data lain dan tidak dapat diubah. Ubah data penggantinya.',
  survivorNeeded: 'Pilih data yang dipertahankan.',
  cursor: 'Penanda lanjutan ini tidak dikenal. Pakai nilai next dari jawaban sebelumnya apa adanya.',

  list: {
    title: 'Data ganda', registers: 'Data', register: { business: 'Usaha', cooperative: 'Koperasi' }, lead: `Pasangan data yang mungkin satu ${what}, yang paling mirip di atas. Bandingkan, lalu putuskan.`,
    caption: 'Pasangan yang menunggu keputusan', history: 'Riwayat penggabungan', apart: 'Yang diputuskan berbeda', empty: 'Tidak ada pasangan yang menunggu',
    emptyTodo: `Pasangan baru muncul di sini setelah ada ${what} yang dicatat, diubah, atau diimpor.`,
    district: 'Kecamatan', filter: 'Saring', all: 'Semua', probable: 'Sangat mungkin sama', review: 'Perlu diperiksa',
    tabs: 'Pasangan menurut kemiripan', pair: 'Pasangan', likeness: 'Kemiripan', because: 'Karena', found: 'Ditemukan', compare: 'Bandingkan', act: 'Tindakan',
    score: (points: number) => `${points} dari 100`,
  },
  compare: {
    title: `Apakah ini satu ${what}?`, lead: 'Pilih isian yang dipakai bila keduanya digabung. Yang sudah terpilih mengikuti aturan: sumber yang lebih dipercaya dan lebih baru.',
    which: 'Data mana yang dipertahankan?',
    whichHint: `Data yang lain tetap tersimpan dengan ${keeps}, dan menunjuk ke data ini.`,
    side: (name: string, number: string) => `${name} (${number})`,
    facts: (facts: string[]) => facts.join(' · '), verified: 'terverifikasi', unverified: 'belum diverifikasi',
    cases: (cases: number, letters: number) => `${cases} permohonan, ${letters} surat`,
    why: 'Mengapa keduanya diduga sama', score: (points: number) => `Kemiripan ${points} dari 100`,
    partsApart: {
      'same-national-id': 'NIK pemilik berbeda', 'near-national-id': 'NIK pemilik berbeda', 'same-nib': 'NIB berbeda', 'same-family-card': 'Nomor KK pemilik berbeda',
      'same-phone': 'Nomor HP berbeda', 'owner-name': 'Nama pemilik berbeda', name: 'Nama usaha kurang mirip', distance: 'Titik lokasi berjauhan', village: 'Desa berbeda',
      address: 'Alamat berbeda', hamlet: 'RT/RW berbeda', activity: 'Kegiatan berbeda', trade: 'Barang dagangan kurang sejenis',
    },
    supports: 'Mendukung', against: 'Menentang', scoreGone: 'Setelah perubahan terakhir keduanya tidak lagi mirip menurut aturan.',
    differs: 'Isian yang berbeda', sameFields: 'Isian yang sama', noneDiffers: 'Semua isian sama.', chooseHint: 'Terpilih menurut aturan; ubah bila perlu.',
    empty: 'Belum diisi', merge: 'Gabungkan', distinct: `Bukan ${what} yang sama`, later: 'Nanti',
    decidedDistinct: `Keduanya pernah diputuskan bukan ${what} yang sama. Bila ternyata keliru, gabungkan keduanya, atau buka lagi agar diputuskan kemudian.`,
    askAgain: 'Buka lagi keputusan',
    money: 'Jumlah uang disamarkan.', showMoney: 'Tampilkan uang, tercatat', open: (name: string) => `Buka ${name}`, toSurvivor: 'Buka data penggantinya',
    hangingNote: note,
  },
  merged: {
    title: 'Kedua data sudah digabung', undo: 'Batalkan penggabungan', next: 'Pasangan berikutnya',
    into: (name: string) => `Yang dipertahankan: ${name}.`,
    undone: 'Penggabungan dibatalkan. Kedua data berdiri sendiri lagi.', distinct: `Tercatat: keduanya bukan ${what} yang sama.`,
    askedAgain: 'Keputusan dibuka lagi. Pasangan ini kembali menunggu di daftar.',
  },
  apart: {
    title: 'Yang diputuskan berbeda', lead: `Pasangan yang diputuskan bukan ${what} yang sama, yang terbaru di atas. Setiap keputusan dapat dibuka lagi.`,
    caption: 'Pasangan yang diputuskan berbeda', empty: 'Belum ada pasangan yang diputuskan berbeda', decided: 'Diputuskan', askAgain: 'Buka lagi',
  },
  history: {
    title: 'Riwayat penggabungan', lead: 'Setiap penggabungan dapat dibatalkan. Perubahan yang terjadi sesudahnya tetap tersimpan.', caption: 'Penggabungan, yang terbaru di atas',
    empty: 'Belum ada penggabungan', survivor: 'Dipertahankan', absorbed: 'Digabungkan', when: 'Digabung', state: 'Keadaan', act: 'Tindakan',
    standing: 'Berlaku', undone: (when: string, by: string) => `Dibatalkan ${when}${by ? `, ${by}` : ''}`, undo: 'Batalkan', newerFirst: 'Ada penggabungan yang lebih baru',
  },
})

export type MergeWords = ReturnType<typeof mergeWordsFor>

/** Those about businesses. */
export const mergeWords = mergeWordsFor('usaha', {
  keeps: 'nomor, surat, dan permohonannya', note: 'Surat dan permohonan kedua data tetap berlaku dan terlihat di halaman data yang dipertahankan.',
})
