/** What the administrator reads. */
export const officeId = {
  home: {
    title: 'Pengaturan', lead: 'Data acuan dinas. Setiap perubahan tercatat dengan tanggal dan dasarnya.',
    cards: [
      { href: '/admin/kalender', icon: 'calendar', title: 'Kalender', text: 'Hari libur, cuti bersama, dan jam kerja. Batas waktu berkas ikut dihitung ulang.' },
      { href: '/admin/pejabat', icon: 'pen', title: 'Pejabat', text: 'Siapa yang memaraf dan menandatangani, serta Plt. dan Plh.' },
      { href: '/admin/akun', icon: 'people', title: 'Akun dan peran', text: 'Petugas, peran, dan wilayah tugasnya.' },
      { href: '/admin/wilayah', icon: 'home', title: 'Wilayah', text: 'Kecamatan, desa, nama lain, dan riwayatnya.' },
      { href: '/admin/bidang', icon: 'inbox', title: 'Bidang', text: 'Bagian dinas yang menangani layanan.' },
      { href: '/admin/kantor', icon: 'store', title: 'Kantor', text: 'Nama, alamat, dan pola nomor surat.' },
      { href: '/admin/kbli', icon: 'search', title: 'KBLI', text: 'Kode kegiatan usaha dan kata yang biasa dipakai orang.' },
      { href: '/admin/layanan', icon: 'file', title: 'Layanan', text: 'Standar pelayanan dan versinya.' },
    ] as const,
  },
  back: 'Pengaturan', until: 'seterusnya', save: 'Simpan',
  saved: { added: 'Sudah ditambahkan.', removed: 'Sudah dihapus.', changed: 'Sudah disimpan.', ended: 'Sudah diakhiri.' } as Record<string, string>,
  recomputed: (moved: number, open: number) => `Kalender disimpan. ${moved} dari ${open} berkas berjalan mendapat batas waktu baru.`,
  fields: {
    date: (label: string) => `${label}: isi tanggal, bulan, dan tahun dengan angka.`, past: 'Tanggal akhir tidak boleh sebelum tanggal mulai.', text: (label: string, most: number) => `${label}: isi, paling banyak ${most} huruf.`,
    basis: 'Dasar', basisHint: 'Nomor keputusan atau surat edaran, misalnya SKB 3 Menteri 933/2025.', basisNeeded: 'Isi dasar perubahannya: nomor keputusan atau surat edaran.',
  },
  calendar: {
    title: 'Kalender', lead: 'Hari libur menentukan batas waktu semua berkas.', years: 'Tahun', caption: (year: number) => `Hari libur ${year}`, empty: (year: number) => `Belum ada hari libur ${year}`,
    emptyTodo: 'Selama 1 Januari dan 25 Desember belum ada sebagai libur nasional, tahun ini dianggap belum dimuat dan batas waktu tidak dapat dihitung.',
    date: 'Tanggal', name: 'Nama', kind: 'Jenis', remove: 'Hapus', removeTitle: 'Hapus hari libur', removeLead: 'Hari ini menjadi hari kerja. Isi dasarnya.', removeDay: 'Hari yang dihapus',
    kinds: { national: 'Libur nasional', 'joint-leave': 'Cuti bersama', local: 'Libur lokal', substitute: 'Libur pengganti' } as Record<string, string>,
    add: 'Tambah hari libur', addName: 'Nama hari libur', addButton: 'Tambah', twice: 'Tanggal ini sudah ada dalam daftar.', unknownDay: 'Pilih hari dari daftar.', kindNeeded: 'Pilih jenisnya.',
    broken: 'Perubahan ini memutus kalender: masih ada berkas atau tahun yang membutuhkannya. Tidak ada yang disimpan.',
    weeks: 'Jam kerja', weekCaption: 'Jam kerja menurut tanggal', from: 'Berlaku mulai', to: 'Sampai', toHint: 'Kosongkan bila berlaku seterusnya. Untuk Ramadan isi kedua tanggal.',
    hours: 'Jam', closed: 'libur', addWeek: 'Tambah jam kerja', weekHint: 'Bila dua jam kerja mencakup satu hari, yang mulai belakangan berlaku.',
    days: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'] as const, hourHint: 'Tulis 07.30-16.00, atau kosongkan bila libur.',
    hourWrong: (day: string) => `Jam ${day} tidak terbaca. Tulis seperti 07.30-16.00, atau kosongkan bila libur.`, allClosed: 'Isi jam paling sedikit satu hari.', weekTwice: 'Sudah ada jam kerja yang mulai pada tanggal itu.',
  },
  officials: {
    title: 'Pejabat', lead: 'Pada tanggalnya, Plh. mendahului Plt., dan Plt. mendahului pejabat definitif.', caption: 'Pejabat dan masa berlakunya', person: 'Pejabat', position: 'Jabatan', dates: 'Berlaku', today: 'Hari ini',
    positions: { 'office-head': 'Kepala dinas', secretary: 'Sekretaris', 'division-head': 'Kepala bidang' } as Record<string, string>,
    standings: { definitive: 'Definitif', acting: 'Plt.', 'daily-acting': 'Plh.' } as Record<string, string>,
    holder: 'berwenang hari ini', replaced: 'digantikan hari ini', future: 'belum mulai', over: 'sudah berakhir',
    add: 'Tunjuk pejabat, Plt., atau Plh.', standing: 'Kedudukan', standingHint: 'Plh.: beberapa hari selama pejabat berhalangan. Plt.: jabatan sedang kosong.', account: 'Akun petugas', accountHint: 'Peran jabatan ikut diberikan selama tanggal ini.',
    division: 'Bidang', divisionHint: 'Hanya untuk kepala bidang.', name: 'Nama pada surat', nameHint: 'Dengan gelar, seperti yang dicetak. Misalnya Endang Lestari, S.E., M.M.', jobTitle: 'Jabatan pada surat', jobTitleHint: 'Jabatan yang digantikan, tanpa Plt. atau Plh.: kata itu ditambahkan sendiri.',
    rank: 'Pangkat', number: 'NIP', decree: 'Nomor surat perintah', from: 'Mulai', to: 'Sampai', toHint: 'Wajib bagi Plh.; boleh kosong bagi pejabat definitif.', button: 'Tunjuk', end: 'Akhiri lebih cepat', endOn: 'Hari terakhir', endButton: 'Akhiri',
    endOne: 'Pejabat', choose: 'Pilih pejabatnya dari daftar.', standingNeeded: 'Pilih kedudukannya: Plh., Plt., atau definitif.', positionNeeded: 'Pilih jabatannya.', accountNeeded: 'Pilih akun petugas yang ditunjuk.', decreeNeeded: 'Isi nomor surat perintah atau keputusan.', toNeeded: 'Plh. selalu berbatas waktu: isi tanggal sampai.', divisionNeeded: 'Pilih bidang yang dikepalai.', divisionNot: 'Hanya kepala bidang yang memakai bidang.',
    adminNot: 'Akun ini memegang peran admin, jadi tidak dapat ikut menerbitkan surat. Pilih akun lain.', rankNeeded: 'Isi pangkat: dicetak pada surat yang ditandatangani.', numberNeeded: 'Isi NIP 18 angka: dicetak pada surat yang ditandatangani.', printed: 'Wajib bagi yang menandatangani, karena dicetak pada surat.',
    numberWrong: 'NIP terdiri atas 18 angka.', endWrong: 'Hari terakhir berada antara mulai dan akhir masa berlakunya.',
  },
  regions: {
    title: 'Wilayah', lead: (villages: number) => `${villages} desa dan kelurahan berlaku hari ini.`, search: 'Cari desa, nama lain, atau kode', caption: (district: string) => `Desa di ${district}`, districts: 'Kecamatan', found: 'Hasil pencarian', none: 'Tidak ada yang cocok', noneTodo: 'Periksa ejaannya, atau pilih kecamatannya.',
    name: 'Nama', code: 'Kode', kind: 'Jenis', aliases: 'Nama lain', state: 'Keadaan', active: 'berlaku', until: (date: string) => `dihapus ${date}`, kinds: { village: 'Desa', 'urban-village': 'Kelurahan', district: 'Kecamatan' } as Record<string, string>,
    basis: 'Dasar', from: 'Berlaku mulai', source: 'Sumber', addAlias: 'Tambah nama lain', alias: 'Nama lain', aliasHint: 'Ejaan yang biasa dipakai orang. Pencarian langsung mengenalnya.', aliasButton: 'Tambah', aliasTwice: 'Nama itu sudah dikenal untuk wilayah ini.', office: 'dinas',
    change: 'Ganti nama atau akhiri', rename: 'Nama baru', renameHint: 'Nama lama tetap dikenal sebagai nama lain.', on: 'Mulai tanggal', button: 'Simpan', act: 'Perubahan', acts: { rename: 'Ganti nama', end: 'Akhiri (desa dihapus atau digabung)' }, actNeeded: 'Pilih perubahannya.', same: 'Nama baru sama dengan nama sekarang.', ended: 'Wilayah ini sudah berakhir.', oldName: (until: string, basis: string) => `nama resmi sampai ${until}; ${basis}`, notFuture: 'Tanggal tidak boleh di masa depan: perubahan dicatat saat sudah berlaku.',
  },
  divisions: {
    title: 'Bidang', lead: 'Bidang yang berakhir tetap tercatat pada berkas lamanya.', caption: 'Bidang dan masa berlakunya', name: 'Nama bidang', code: 'Kode', codeHint: 'Huruf kecil dan tanda hubung, misalnya usaha-mikro. Tidak dapat diganti lagi.', codeWrong: 'Tulis dengan huruf kecil, angka, dan tanda hubung.', codeTwice: 'Kode ini sudah dipakai.',
    from: 'Berlaku mulai', dates: 'Berlaku', add: 'Tambah bidang', addButton: 'Tambah', end: 'Akhiri bidang', endOn: 'Hari terakhir', endButton: 'Akhiri', which: 'Bidang', choose: 'Pilih bidang dari daftar.', inUse: 'Masih ada layanan pada bidang ini. Pindahkan layanannya lebih dahulu.',
  },
  office: {
    title: 'Kantor', lead: 'Dipakai pada kop surat dan kaki halaman. Surat yang sudah terbit tidak berubah.', name: 'Nama dinas', government: 'Pemerintah daerah', address: 'Alamat', postalCode: 'Kode pos', postalWrong: 'Kode pos terdiri atas 5 angka.', phone: 'Telepon', website: 'Laman', email: 'Pos-el', witness: 'Pos-el saksi (inspektorat)', witnessHint: 'Akar log kejadian dikirim ke sini setiap hari, sehingga log yang dipotong atau ditulis ulang ketahuan. Kosongkan bila tidak ada.', emailWrong: 'Tulis alamat pos-el, misalnya dinas@contoh.go.id.',
    unit: 'Kode unit pada nomor surat', pattern: 'Pola nomor surat', patternHint: 'Bagian: {klas} {urut} {urut:3} {unit} {tahun}. Bagian {urut} dan {tahun} harus ada.', place: 'Tempat penandatanganan', preview: 'Contoh nomor surat berikutnya', patternWrong: 'Pola ini tidak dapat dipakai. Pakai {urut} dan {tahun}, serta huruf, angka, titik, garis miring, atau tanda hubung; paling panjang 40 huruf.',
  },
  kbli: {
    title: 'KBLI', lead: 'Kata yang ditambahkan di sini langsung dikenal saat orang mencari kegiatan usahanya.', search: 'Cari kegiatan, kata, atau kode', version: (version: string) => `KBLI ${version}`, caption: (version: string) => `Hasil pada KBLI ${version}`, code: 'Kode', name: 'Judul', because: 'Cocok karena', none: 'Tidak ada yang cocok',
    synonyms: 'Kata yang dikenal', add: 'Tambah kata', word: 'Kata', wordHint: 'Seperti yang diucapkan orang, misalnya krupuk.', codeField: 'Kode 5 angka', versionField: 'Versi', addButton: 'Tambah', unknown: 'Kode ini tidak ada pada versi itu.', twice: 'Kata ini sudah menunjuk kode itu.', remove: 'Hapus kata', removeButton: 'Hapus', which: 'Kata', choose: 'Pilih kata dari daftar.', noWord: 'Tulis satu kata atau frasa pendek.', versionNeeded: 'Pilih versi KBLI-nya.',
  },
  services: {
    title: 'Layanan', lead: 'Standar pelayanan disimpan per versi. Berkas memakai versi pada hari diajukan.', caption: 'Layanan dan versi standarnya', service: 'Layanan', version: 'Versi', dates: 'Berlaku', division: 'Bidang', decree: 'Keputusan', days: 'Waktu', daysText: (days: number, hours: number) => `${days} hari kerja, periksa awal ${hours} jam kerja`,
  },
}
