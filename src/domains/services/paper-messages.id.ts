/** What stands on the paper form of a service. */
export const paperId = {
  link: 'Formulir kertas untuk dicetak',
  title: (service: string) => `Formulir ${service}`,
  lead: 'Isi dengan huruf cetak, lalu serahkan di loket dinas atau kantor desa. Petugas mengetiknya. Tidak dipungut biaya.',
  print: 'Untuk mencetak, pilih Cetak pada menu peramban. Kertas A4.',
  edition: (code: string, version: number) => `${code}, versi ${version}`, qr: 'Kode QR formulir ini',
  applicant: 'Pemohon', name: 'Nama lengkap', nationalId: 'NIK', phone: 'Nomor HP', village: 'Desa/kelurahan', business: 'Nama usaha', cooperative: 'Nama koperasi',
  questions: 'Isian', optional: 'boleh dikosongkan', pickOne: 'Beri tanda pada satu kotak.', pickSome: 'Beri tanda pada semua yang sesuai.',
  known: 'Kosongkan bila sama dengan data dinas.', only: 'Hanya bila berlaku untuk Anda.', nth: (at: number) => `${at}.`, yes: 'Ya', no: 'Tidak',
  least: (count: number) => `Paling sedikit ${count}. Bila kurang tempat, lanjutkan di kertas lain.`,
  papers: 'Berkas yang diserahkan', oneEnough: 'cukup salah satu', ifAny: 'bila ada',
  statements: 'Pernyataan', consent: 'Saya menyetujui petugas mengetik dan mengirim permohonan ini atas nama saya.',
  place: 'Tempat, tanggal', signature: 'Tanda tangan atau cap jempol',
  received: 'Diisi petugas', receivedOn: 'Diterima tanggal', receivedAt: 'pukul', receivedBy: 'Nama petugas', typedAs: 'Nomor permohonan setelah diketik',
}

export type PaperWords = typeof paperId
