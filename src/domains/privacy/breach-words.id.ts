import type { BreachDuty, DataKind } from './core/breach.ts'

/** Sentences about breaches of personal data, for officers and for the persons concerned. */
export const breachId = {
  title: 'Kebocoran data pribadi',
  lead: 'Setiap kegagalan pelindungan data dicatat di sini. Orang yang terkena dan lembaga diberi tahu secara tertulis dalam 3 x 24 jam sejak diketahui (UU 27/2022 Pasal 46).',
  none: 'Tidak ada kebocoran yang tercatat',
  new: 'Catat kebocoran',
  reference: 'Nomor', discovered: 'Diketahui', due: 'Batas pemberitahuan', people: 'Orang terkena', state: 'Keadaan',
  counts: (people: number, told: number) => (people === 0 ? 'belum didata' : `${told} dari ${people} sudah diberi tahu`),
  open: 'Perlu ditangani', closed: 'Selesai',
  day: 'Tanggal diketahui', time: 'Jam diketahui', timeHint: 'Misalnya 14.30', momentWrong: 'Isi tanggal dan jam yang sudah lewat, misalnya 10 11 2026 pukul 14.30.',
  happened: 'Apa yang terjadi, kapan, dan bagaimana', happenedHint: 'Dibaca oleh orang yang terkena. Tulis dengan bahasa sehari-hari, tanpa nama atau NIK orang.',
  kinds: 'Data apa yang terbuka',
  dataKinds: { identity: 'Nama, alamat, tanggal lahir', contact: 'Nomor HP atau surel', numbers: 'NIK, nomor KK, NPWP', finance: 'Modal dan hasil penjualan', papers: 'Foto KTP, KK, atau berkas lain', letters: 'Isi surat', account: 'Data masuk akun', other: 'Data lain' } as Record<DataKind, string>,
  handling: 'Yang sudah dan akan dilakukan', handlingHint: 'Penanganan dan pemulihan, dan apa yang sebaiknya dilakukan orangnya.',
  textNeeded: 'Tulis paling sedikit 20 huruf, paling banyak 2.000.', kindsNeeded: 'Pilih paling sedikit satu.',
  record: 'Catat dan mulai waktu',
  duties: 'Yang masih harus dilakukan',
  duty: { 'add-people': 'Data siapa saja yang terkena', 'tell-people': 'Beri tahu orang yang terkena', 'tell-authority': 'Beri tahu lembaga pelindungan data pribadi', close: 'Tutup catatan ini' } as Record<BreachDuty, string>,
  byLooks: 'Dari catatan pembukaan data', byLooksLead: 'Semua orang yang datanya dibuka oleh satu akun petugas pada hari-hari ini.',
  login: 'Nama masuk petugas', from: 'Dari tanggal', to: 'Sampai tanggal', add: 'Tambahkan orang',
  byNumbers: 'Dari nomor', numbers: 'Nomor permohonan, surat, atau registrasi usaha', numbersHint: 'Satu nomor sebaris, paling banyak 500.', numbersNeeded: 'Isi paling sedikit satu nomor.',
  unknownNumbers: (numbers: string[]) => `Nomor ini tidak ada: ${numbers.slice(0, 5).join(', ')}. Belum ada yang ditambahkan.`,
  nobody: 'Tidak ada orang yang datanya dibuka oleh akun ini pada hari-hari itu.', dayWrong: 'Isi tanggal yang benar.',
  tell: 'Kirim pemberitahuan', tellLead: (count: number) => `${count} orang belum diberi tahu. Yang punya nomor HP dikirimi pesan; isinya terbaca di halaman Data saya.`,
  paper: 'Yang tanpa HP sudah disurati', paperLead: (names: string[]) => `Tanpa nomor HP, kirimi surat: ${names.join(', ')}.`, preview: 'Isi pemberitahuan',
  authority: 'Pemberitahuan ke lembaga', authorityDay: 'Tanggal dikirim', authorityTime: 'Jam dikirim', authorityReference: 'Nomor surat ke lembaga', authorityReferenceNeeded: 'Isi nomor surat.', authorityButton: 'Catat pemberitahuan', authorityAlready: 'Pemberitahuan ke lembaga sudah dicatat.',
  close: 'Tutup', closing: 'Kesimpulan dan pencegahan', closingNeeded: 'Tulis kesimpulan, paling sedikit 10 huruf.', closeButton: 'Tutup catatan',
  dutiesOpen: 'Masih ada kewajiban yang belum dipenuhi.', closedAlready: 'Catatan ini sudah ditutup.', gone: 'Catatan ini tidak ada.',
  saved: { catat: 'Kebocoran dicatat. Waktunya berjalan sejak diketahui.', orang: 'Orang yang terkena sudah ditambahkan.', kabari: 'Pemberitahuan dikirim.', surat: 'Tercatat: sudah disurati.', lembaga: 'Pemberitahuan ke lembaga dicatat.', tutup: 'Catatan ditutup.' } as Record<string, string>,
}

/** The notice itself, for the person concerned: what Pasal 46 asks it to say. */
export const breachNotice = {
  id: {
    title: 'Pemberitahuan kebocoran data', lead: 'Data pribadi Anda terkena. Kami minta maaf, dan menjelaskan apa yang terjadi.', reference: 'Nomor', discovered: 'Kami ketahui',
    data: 'Data Anda yang terbuka', happened: 'Apa yang terjadi', handling: 'Yang kami lakukan dan yang sebaiknya Anda lakukan', ask: 'Pertanyaan? Datang ke loket atau hubungi kami dengan menyebut nomor di atas.',
    kinds: breachId.dataKinds,
  },
  en: {
    title: 'Notice of a data breach', lead: 'Your personal data are concerned. We are sorry, and explain what happened.', reference: 'Number', discovered: 'We learned of it',
    data: 'Data of yours that were exposed', happened: 'What happened', handling: 'What we do and what you should do', ask: 'Questions? Come to the counter or contact us and name the number above.',
    kinds: { identity: 'Name, address, date of birth', contact: 'Phone number or e-mail', numbers: 'NIK, family card, tax number', finance: 'Capital and sales', papers: 'Pictures of identity papers or other files', letters: 'Content of letters', account: 'Data for signing in', other: 'Other data' } as Record<DataKind, string>,
  },
}
