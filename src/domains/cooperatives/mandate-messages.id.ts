/** Mandates of a cooperative's board, for the board and for officers. */
export const mandateWords = {
  title: 'Surat kuasa', lead: 'Siapa yang boleh mengurus permohonan atas nama koperasi, selain pengurus. Pengurus memberi dan mencabutnya kapan saja.',
  none: 'Belum ada kuasa', noneMore: 'Pengurus sendiri tidak memerlukan kuasa.',
  columns: { name: 'Penerima', days: 'Berlaku', givenBy: 'Pemberi', state: 'Keadaan', act: 'Tindakan' },
  states: { standing: 'Berlaku', coming: 'Akan berlaku', over: 'Berakhir', withdrawn: 'Dicabut' },
  give: 'Beri kuasa', phone: 'Nomor HP penerima', phoneHint: 'Ia harus pernah masuk di sini dengan nomor itu.', validFrom: 'Mulai', validTo: 'Sampai', button: 'Beri kuasa ini',
  withdraw: 'Cabut', given: 'Kuasa diberikan.', withdrawn: 'Kuasa dicabut.',
  onlyBoard: 'Hanya pengurus yang sedang menjabat memberi dan mencabut kuasa.',
  noPhone: 'Tulis nomor HP dengan benar.', noAccount: 'Belum ada akun dengan nomor ini. Mintalah ia masuk dahulu sekali.',
  onBoardAlready: 'Orang ini pengurus, jadi tidak memerlukan kuasa.',
  notPast: 'Kuasa mulai paling awal hari ini.', endsBefore: 'Hari terakhir tidak boleh sebelum hari pertama.', tooLong: 'Paling lama dua tahun.',
  tooMany: (most: number) => `Paling banyak ${most} kuasa yang berlaku bersamaan. Cabut dahulu yang tidak dipakai.`,
  missing: 'Kuasa ini tidak ada atau sudah dicabut.', dayNeeded: 'Isi tanggal, bulan, dan tahun.',
}
