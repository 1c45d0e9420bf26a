import type { LetterValidity } from './core/definition.ts'

/** What the catalogue and the public front pages say in Indonesian. */
export const servicesId = {
  home: {
    title: 'Beranda',
    headline: (days: number) => `Surat usaha Anda, selesai dalam ${days} hari kerja`,
    headlinePlain: 'Surat usaha Anda, dari telepon',
    lead: 'Ajukan dari telepon, kapan saja. Biayanya Rp0. Setiap langkah dapat Anda lihat, dan suratnya dapat diperiksa siapa saja.',
    apply: 'Ajukan surat', applyMore: 'Sekitar 10 menit. Isian tersimpan sendiri.',
    track: 'Lacak berkas', trackMore: 'Lihat sampai di mana dan kapan selesai.',
    verify: 'Periksa surat', verifyMore: 'Pastikan surat asli, dari kode atau QR-nya.',
    services: 'Layanan',
    helpTitle: 'Lebih suka dibantu orang?',
    help: 'Datang ke kantor desa atau kelurahan Anda, atau ke loket dinas. Petugas membantu mengisi. Waktu selesainya sama, dan tetap Rp0. Bawa KTP dan Kartu Keluarga.',
    counter: (address: string) => `Loket dinas: ${address}`,
    hours: (text: string) => `Buka ${text}`,
    phone: (number: string) => `Telepon ${number}`,
  },
  catalogue: {
    title: 'Layanan', lead: 'Pilih layanan untuk melihat syarat, waktu, dan cara mengajukan.',
    empty: 'Belum ada layanan yang dibuka', emptyMore: 'Hubungi loket untuk bertanya.',
    promise: (days: number, fee: string) => `${days} hari kerja · ${fee}`,
  },
  standard: {
    apply: 'Ajukan sekarang', who: 'Siapa yang dapat mengajukan', checkMine: 'Periksa dengan data saya, sebelum mengisi', before: 'Yang perlu disiapkan', days: (days: number) => `${days} hari kerja`,
    atAGlance: 'Ringkasnya', duration: 'Waktu', fee: 'Biaya', product: 'Yang Anda terima', validity: 'Masa berlaku surat',
    lasts: (validity: LetterValidity) => (validity.kind === 'months' ? `${validity.months} bulan` : validity.kind === 'year-end' ? 'sampai 31 Desember tahun terbit' : 'tanpa batas waktu'),
    parts: {
      requirements: 'Persyaratan', procedure: 'Cara dan urutannya', duration: 'Jangka waktu', fee: 'Biaya', product: 'Hasil layanan',
      complaints: 'Pengaduan, saran, dan masukan', legalBasis: 'Dasar hukum', facilities: 'Sarana dan prasarana',
      competence: 'Kemampuan petugas',
      internalControl: 'Pengawasan internal', staffing: 'Jumlah petugas', serviceGuarantee: 'Jaminan pelayanan',
      safetyGuarantee: 'Jaminan keamanan', evaluation: 'Penilaian kinerja',
    },
    more: 'Standar selengkapnya (dasar hukum, sarana, petugas, jaminan)',
    decree: (number: string, date: string) => `Ditetapkan dengan Keputusan Kepala Dinas Nomor ${number}, tanggal ${date}.`,
    since: (date: string, version: number) => `Berlaku sejak ${date}, versi ${version}.`,
    inIndonesian: '',
    missing: 'Layanan ini tidak ada atau sudah tidak berlaku.',
  },
  charter: {
    title: 'Maklumat pelayanan',
    vow: 'Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar pelayanan yang telah ditetapkan. Apabila tidak menepati janji ini, kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku.',
    promises: 'Janji kami untuk tiap layanan',
    promise: (days: number, fee: string, hours: number) => `Kelengkapan diperiksa dalam ${hours} jam kerja. Selesai ${days} hari kerja sejak berkas lengkap. ${fee}.`,
    also: 'Selain itu',
    alsoItems: [
      'Bila ada yang kurang, kami sebutkan bagian mana dan apa yang harus diperbaiki. Bagian lain tidak perlu diulang.',
      'Bila ditolak, kami jelaskan alasannya dengan kalimat yang jelas.',
      'Bila kami terlambat, kami meminta maaf dan mendahulukan berkas Anda.',
      'Tidak ada biaya. Jangan memberi uang kepada siapa pun.',
    ],
    complain: 'Kami tidak menepati janji? Adukan lewat loket, telepon dinas, atau SP4N-LAPOR! (lapor.go.id).',
    signed: (place: string, title: string) => `${place}, ${title}`,
  },
  accessibility: {
    title: 'Aksesibilitas',
    lead: 'Halaman ini dibuat agar dapat dipakai siapa saja: di telepon murah, dengan sinyal lemah, dengan papan ketik, dan dengan pembaca layar.',
    works: 'Yang sudah kami jaga',
    worksItems: [
      'Kami mengikuti pedoman WCAG 2.2 tingkat AA. Mesin memeriksa halaman-halaman ini setiap kali program diubah.',
      'Semua halaman dapat dipakai tanpa JavaScript, dengan layar selebar 320 piksel, dan dengan huruf yang diperbesar.',
      'Semua tombol dapat dicapai dengan papan ketik. Warna tidak pernah menjadi satu-satunya tanda.',
      'Setiap kesalahan isian dijelaskan di atas halaman, dan tautannya membawa Anda ke isian itu.',
      'Surat PDF bertanda struktur, sehingga dapat dibacakan pembaca layar.',
    ],
    lacks: 'Yang belum kami capai',
    lacksItems: [
      'Halaman ini belum diuji bersama penyandang disabilitas dan pemakai pembaca layar sehari-hari.',
      'Belum ada bahasa isyarat, bahasa Jawa, atau versi mudah dibaca.',
      'Halaman petugas dan isi standar pelayanan hanya tersedia dalam bahasa Indonesia.',
      'Foto dan pindaian yang diunggah orang lain tidak dapat dibacakan pembaca layar.',
      'Kode masuk dikirim lewat pesan. Bila Anda tidak dapat memakainya, loket membantu.',
    ],
    help: 'Bila ada yang menyulitkan',
    helpText: 'Beri tahu loket. Sebutkan halaman dan kesulitannya. Sementara itu petugas loket atau desa mengisikan permohonan bersama Anda, tanpa biaya.',
    noLimit: 'Tidak ada batas waktu untuk mengisi: draf Anda tersimpan 90 hari.',
  },
  everyDay: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
}

export type ServicesWords = typeof servicesId
