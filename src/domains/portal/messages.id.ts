import type { Found } from './search.ts'

/** What the public's own corner says in Indonesian, and its desk to officers. */
export const portalId = {
  pages: [
    { href: '/lacak', title: 'Lacak berkas', text: 'Lihat sampai di mana permohonan Anda.', words: 'status berkas sampai mana nomor permohonan' },
    { href: '/verifikasi', title: 'Periksa surat', text: 'Pastikan surat asli dan masih berlaku.', words: 'cek surat asli palsu QR kode' },
    { href: '/kinerja', title: 'Kinerja pelayanan', text: 'Berapa lama layanan sungguh selesai.', words: 'lama waktu tepat waktu' },
    { href: '/maklumat', title: 'Maklumat pelayanan', text: 'Janji kami kepada Anda.', words: 'janji standar' },
    { href: '/kontak', title: 'Alamat, jam buka, dan pejabat', text: 'Di mana loket kami, kapan buka, siapa pejabatnya.', words: 'alamat kantor jam buka telepon WA kepala dinas loket' },
    { href: '/program', title: 'Program yang dibuka', text: 'Program dengan tempat terbatas.', words: 'bantuan hibah KURMA kuota pendaftaran' },
  ],
  search: {
    title: 'Cari', lead: 'Tulis dengan kata Anda sendiri, misalnya: pinjam modal, label halal, surat hilang.', field: 'Yang Anda cari', button: 'Cari',
    found: (count: number, asked: string) => `${count} hasil untuk “${asked}”`,
    none: (asked: string) => `Tidak ada yang cocok dengan “${asked}”`, noneMore: 'Coba kata lain, atau tanyakan kepada petugas.', ask: 'Tanyakan ke petugas',
    kinds: { service: 'Layanan', answer: 'Tanya jawab', guidance: 'Langkah', news: 'Berita', page: 'Halaman' } satisfies Record<Found['kind'], string>,
  },
  help: {
    title: 'Bantuan', lead: 'Jawaban untuk yang paling sering ditanyakan.', steps: 'Langkah demi langkah', stepsLead: 'Petunjuk singkat, juga dalam bahasa Jawa.',
    topics: { letter: 'Surat dan permohonan', business: 'Izin dan usaha', cooperative: 'Koperasi', account: 'Akun dan data', help: 'Dibantu orang' },
    stepsTitle: 'Petunjuk singkat', tongues: { id: 'Bahasa Indonesia', en: 'English', jv: 'Basa Jawa' }, tongueLabel: 'Bahasa petunjuk', listen: 'Dengarkan',
  },
  news: {
    title: 'Berita', lead: 'Kabar dari dinas.', none: 'Belum ada berita', noneMore: 'Kabar baru muncul di sini.', all: 'Semua berita', onDay: (day: string) => day,
    untranslated: '',
  },
  contact: {
    title: 'Alamat, jam buka, dan pejabat', lead: 'Datang, telepon, atau kirim pesan. Tidak perlu janji.', address: 'Alamat loket', hours: 'Jam buka', phone: 'Telepon', email: 'Pos-el', website: 'Laman',
    officials: 'Pejabat', post: 'Jabatan', name: 'Nama', daysOff: 'Hari libur berikutnya', noDaysOff: 'Belum ada hari libur yang tercatat.', villages: 'Lebih dekat ke desa? Petugas desa dan kelurahan membantu dengan waktu dan biaya yang sama.',
    forms: 'Formulir kertas', formsLead: 'Setiap layanan punya formulir untuk dicetak di halamannya.',
  },
  desk: {
    title: 'Berita', lead: 'Kabar untuk umum. Tulis pendek, dengan kata yang dipahami siapa saja.', titleId: 'Judul', bodyId: 'Isi', bodyHint: 'Baris kosong memisahkan alinea.',
    titleEn: 'Judul dalam bahasa Inggris', bodyEn: 'Isi dalam bahasa Inggris', publishedOn: 'Terbit', endsOn: 'Di beranda sampai', button: 'Terbitkan', withdraw: 'Tarik',
    columns: { title: 'Judul', published: 'Terbit', ends: 'Di beranda sampai', act: 'Tindakan' }, none: 'Belum ada berita', write: 'Tulis berita',
    bothEnglish: 'Isi judul dan isi dalam bahasa Inggris, atau kosongkan keduanya.', endsBefore: 'Hari terakhir tidak boleh sebelum hari terbit.', notPast: 'Hari terbit paling awal hari ini.',
    missing: 'Berita ini tidak ada.', titleNeeded: 'Tulis judulnya.', bodyNeeded: 'Tulis isinya.', dayNeeded: 'Isi tanggal, bulan, dan tahun.', tooLong: 'Terlalu panjang.',
    done: { publish: 'Berita diterbitkan.', withdraw: 'Berita ditarik.' } as Record<string, string>,
    grade: (grade: number) => `Keterbacaan: setara kelas ${grade}.`, hard: (grade: number) => `Teks ini setara kelas ${grade}; sebaiknya paling tinggi kelas 6. Pendekkan kalimatnya.`,
  },
}
