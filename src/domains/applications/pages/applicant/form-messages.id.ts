/** What the form says in Indonesian of what is known, of lists of entries, of who may apply, and of renewing. */
export const formId = {
  part: { known: 'Sudah diketahui' },
  known: {
    title: 'Sudah kami ketahui', lead: 'Ini dari data kami. Bila semua benar, cukup tekan satu tombol.',
    confirm: 'Semua benar, lanjut', notThis: 'Bukan ini', since: (from: string) => `Dari ${from}`,
    registers: { owner: 'data pemilik', business: 'data usaha', cooperative: 'data koperasi' }, own: 'data dinas',
    disputed: (said: string) => `Anda mengubahnya. Menurut data kami: ${said}.`, tag: 'Anda ubah',
    ourData: (said: string, from: string) => `Menurut kami: ${said} (dari ${from}).`,
    disputeMore: 'Tulis yang benar di bawah ini. Permohonan memakai jawaban Anda, dan kami mengusulkan perbaikan data kami.',
  },
  bounds: {
    between: (min: string, max: string, unit: string) => `Antara ${min} dan ${max}${unit}.`,
    least: (min: string, unit: string) => `Paling sedikit ${min}${unit}.`, most: (max: string, unit: string) => `Paling banyak ${max}${unit}.`,
    unit: (unit: string) => `Dalam ${unit}.`,
  },
  group: {
    count: (count: number, least: number, most: number | undefined) =>
      [`${count} tercatat`, least > 0 ? `paling sedikit ${least}` : '', most === undefined ? '' : `paling banyak ${most}`].filter(Boolean).join(', '),
    still: (missing: number) => `Masih kurang ${missing}.`, enough: 'Jumlahnya sudah cukup.',
    empty: 'Belum ada yang dicatat.', add: 'Tambah', addAnother: 'Tambah lagi', change: 'Ubah', on: 'Lanjut',
    nth: (at: number) => `Nomor ${at}`, adding: (label: string) => `Tambah: ${label}`, changing: (at: number, label: string) => `Nomor ${at}: ${label}`,
    save: 'Simpan', saveMore: 'Simpan dan tambah lagi', remove: 'Hapus', removeThis: 'Hapus dari daftar', removed: 'Sudah dihapus dari daftar.',
    wrong: 'Ada yang perlu diperbaiki', changedMeanwhile: 'Daftar ini baru saja berubah. Periksa lagi di bawah.', back: 'Ke daftar', holes: 'belum lengkap',
  },
  picture: 'Contoh yang benar',
  warning: { title: 'Periksa sekali lagi', yes: 'Sudah saya periksa, dan ini benar', needed: 'Periksa peringatan ini, lalu centang bila memang benar.' },
  eligibility: {
    title: 'Apakah Anda dapat mengajukan?', titleNo: 'Layanan ini belum dapat Anda ajukan', lead: 'Kami periksa dari data kami, sebelum Anda mengisi apa pun.',
    state: { met: 'Terpenuhi', unmet: 'Belum terpenuhi', unknown: 'Belum kami ketahui' },
    unknownMore: 'Datanya belum lengkap. Anda boleh mulai mengisi; kami periksa lagi sebelum dikirim.',
    fix: 'Lihat dan perbaiki data', for: (name: string) => `Untuk ${name}`,
  },
  renew: {
    title: (letter: string) => `Perpanjang ${letter}`, lead: 'Ini yang Anda sampaikan dahulu. Bila tidak ada yang berubah, cukup satu kali tekan.',
    letter: (number: string, until: string) => `Nomor ${number}, berlaku sampai ${until}`, said: 'Jawaban dahulu', papers: 'Berkas yang dipakai lagi',
    fromRecord: 'Sudah ada pada data kami', fromEarlier: (day: string) => `Diunggah ${day}`,
    statement: 'Dengan menekan tombol ini Anda menyatakan:', same: 'Tidak ada yang berubah', changed: 'Ada yang berubah',
    needsMore: 'Ada yang harus dilengkapi dahulu',
    needsMoreLead: 'Sebagian berkas lama sudah tidak dapat dipakai, atau ada isian baru. Yang masih berlaku sudah kami isikan.',
    goOn: 'Lengkapi dan kirim',
    notNow: 'Surat ini belum dapat diperpanjang', notNowMore: (from: string) => `Perpanjangan dibuka mulai ${from}, 60 hari sebelum berakhir.`,
    tooLate: 'Masa perpanjangan sudah lewat', tooLateMore: 'Surat berakhir lebih dari 90 hari yang lalu. Ajukan surat baru; data Anda masih kami simpan.',
    closed: 'Surat ini tidak dapat diperpanjang', closedMore: 'Surat sudah dicabut, sudah diganti, atau memang tidak diperpanjang. Ajukan surat baru.',
    begin: 'Ajukan surat baru', link: 'Perpanjang surat ini', underway: 'Perpanjangannya sudah diajukan', see: 'Lihat permohonan',
  },
  choose: { title: 'Layanan yang mana?', promise: (days: number) => `${days} hari kerja. Rp0.` },
  resume: {
    title: 'Lanjutkan draf warga', lead: 'Untuk warga yang mulai mengisi di rumah. Minta nomor drafnya, lalu persetujuannya.',
    reference: 'Nomor draf', referenceHint: 'Ada pada halaman permohonan warga, misalnya UM02-2611-K7QM4X', find: 'Lanjutkan',
    none: 'Tidak ada draf dengan nomor ini. Minta warga membacakannya sekali lagi.',
    consent: 'Persetujuan warga belum tercatat',
    consentMore: 'Catat persetujuannya dahulu: kode ke telepon warga, atau surat persetujuan. Lalu cari nomor ini sekali lagi.',
    toConsent: 'Catat persetujuan', link: 'Lanjutkan draf warga',
  },
  paper: {
    title: 'Formulir kertas', lead: 'Isi bila permohonan ini diketik dari formulir kertas. Selain itu biarkan kosong.',
    day: 'Tanggal formulir diterima', time: 'Jam diterima', timeHint: 'Misalnya 09.30', reason: 'Mengapa baru diketik sekarang?',
    reasonHint: 'Diisi bila diterima lebih dari tiga hari kerja yang lalu.',
    wrongDay: 'Tulis tanggal dan jam formulir diterima, misalnya 23 11 2026 dan 09.30.',
  },
}

export type FormWords = typeof formId
