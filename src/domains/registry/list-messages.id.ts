/** Sentences of the officers' list of businesses and of its map. */

const number = new Intl.NumberFormat('id-ID')
export const inWords = (n: number): string => number.format(n)

export const listWords = {
  title: 'Data usaha',
  search: 'Cari nama usaha, pemilik, produk, atau tempat',
  searchHint: 'Boleh salah ketik. Nomor registri dan NIB juga bisa.',
  filter: 'Saring', all: 'Semua', apply: 'Terapkan saringan',
  district: 'Kecamatan', village: 'Desa atau kelurahan', villageHint: 'Pilih kecamatan dulu, lalu terapkan.',
  kbli: 'KBLI', kbliHint: '2 sampai 5 angka, atau huruf kategori (A sampai U).', kbliWrong: 'Kode KBLI tidak terbaca, jadi tidak dipakai menyaring.',
  scale: 'Golongan', scaleNone: 'Belum dapat dihitung',
  permit: 'Izin',
  permits: { nib: 'Punya NIB', 'no-nib': 'Belum punya NIB', pirt: 'Punya P-IRT', halal: 'Bersertifikat halal', trademark: 'Merek terdaftar' },
  status: 'Status usaha',
  freshness: 'Pemutakhiran', freshnesses: { due: 'Perlu pemutakhiran (lebih dari 12 bulan)', fresh: 'Dikonfirmasi 12 bulan terakhir' },
  chips: 'Saringan yang dipakai', remove: 'Hapus', chipOwner: 'Satu pemilik', chipWords: (q: string) => `Kata: ${q}`, clear: 'Hapus semua',
  sort: 'Urutan', sorts: { relevance: 'Paling cocok', newest: 'Terbaru dicatat', name: 'Nama', unconfirmed: 'Paling lama tidak dikonfirmasi' },
  count: (n: number, atLeast: boolean) => (atLeast ? `Lebih dari ${inWords(n)} usaha` : `${inWords(n)} usaha`),
  best: (n: number) => `Lebih dari ${inWords(n)} usaha cocok. Yang paling mirip ada di atas; tambah kata atau saringan untuk mempersempit.`,
  dropped: (words: readonly string[]) => `Tidak ada yang memuat semua kata. Ditampilkan tanpa kata ${words.map((word) => `"${word}"`).join(' dan ')}.`,
  goOn: 'Di bagian ini belum ada lagi yang cocok; daftar berlanjut di halaman berikut.',
  first: 'Ke awal daftar', map: 'Lihat di peta', export: 'Ekspor hasil ini', exportAll: 'Ekspor seluruh data',
  empty: 'Tidak ada usaha yang cocok',
  emptyTry: ['Kurangi kata, misalnya nama usahanya saja.', 'Hapus salah satu saringan di atas.', 'Cari menurut NIK pemilik di bawah.'],
  emptyAll: 'Belum ada usaha yang tercatat', emptyAllTodo: 'Usaha muncul di sini setelah dicatat pemilik, loket, atau petugas desa.',
  byId: 'Cari menurut NIK', byIdHint: 'NIK tidak pernah ditulis di alamat halaman; pencarian ini tercatat.', byIdButton: 'Cari NIK',
  unknownId: 'Belum ada pemilik dengan NIK ini.',
  business: 'Usaha', owner: 'Pemilik', place: 'Desa, kecamatan', activity: 'Kegiatan', state: 'Status', confirmed: (day: string) => `Dikonfirmasi ${day}`,
  due: 'Perlu diperbarui',
}

export const mapWords = {
  title: 'Peta data usaha', back: 'Kembali ke daftar', lead: 'Banyaknya usaha di tiap desa dan kelurahan menurut saringan ini.',
  label: (place: string) => `Peta banyaknya usaha per desa di ${place}`,
  area: (village: string, district: string, n: string) => `${village}, ${district}: ${n} usaha`,
  about: (n: number) => `kira-kira ${inWords(n)}`,
  exact: (n: number, villages: number) => `${inWords(n)} usaha di ${inWords(villages)} desa dan kelurahan.`,
  estimated: (n: number, sampled: number) =>
    `Kira-kira ${inWords(n)} usaha: perkiraan dari contoh acak yang memuat ${inWords(sampled)} di antaranya. Tambah saringan untuk hitungan tepat.`,
  top: 'Desa dan kelurahan terbanyak', rest: (n: number) => `${inWords(n)} desa dan kelurahan lainnya`,
  village: 'Desa, kecamatan', count: 'Usaha', band: (from: number, to: number) => (from === to ? inWords(to) : `${inWords(from)}–${inWords(to)}`),
  borders: 'Garis tebal: batas kecamatan.', note: 'Batas untuk gambar saja, bukan batas resmi.',
  none: 'Tidak ada usaha yang cocok dengan saringan ini', noMap: 'Gambar peta belum tersedia untuk wilayah ini; angkanya ada di tabel.',
}
