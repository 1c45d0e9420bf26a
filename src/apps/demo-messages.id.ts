/** Sentences of the demo's message page. */
export const demoMessagesId = {
  title: 'Pesan contoh',
  lead: 'Di sini terbaca pesan yang biasanya masuk ke HP, dan kode masuk petugas. Halaman ini hanya ada pada contoh.',
  refresh: 'Muat pesan baru',
  readAt: (moment: string) => `Dibaca ${moment}.`,
  messages: 'Pesan ke warga',
  noMessages: 'Belum ada pesan',
  noMessagesTodo: 'Masuk sebagai warga dengan nomor 081200000001, lalu muat halaman ini untuk membaca kodenya.',
  newest: 'terbaru',
  codeGone: 'Kode ini sudah tidak berlaku. Minta kode baru di halaman masuk.',
  shown: (count: number) => `Ditampilkan ${count} pesan terbaru.`,
  codes: 'Kode masuk petugas',
  codesLead: 'Kode berganti tiap 30 detik dan berlaku sekali. Kata sandi contoh: krupuk-udang-demo.',
  spent: 'Baru dipakai; tunggu sampai 30 detik, lalu muat lagi.',
  signIn: 'Ke halaman masuk petugas',
}
