/** What a person reads when a table file cannot be taken. Each sentence says what to do next. */
export const sheetMessages = {
  'empty': 'Berkas ini kosong. Pilih berkas lain, lalu unggah lagi.',
  'not-a-table': 'Berkas ini bukan tabel. Unggah berkas Excel (XLSX), CSV, atau ODS.',
  'binary-xls':
    'Berkas Excel jenis lama ini tidak dapat dibaca. Buka di Excel atau LibreOffice, pilih Simpan Sebagai, lalu pilih jenis XLSX.',
  'encrypted': 'Berkas ini terkunci kata sandi. Buka berkasnya, hapus kata sandinya, simpan, lalu unggah lagi.',
  'too-large':
    'Berkas ini terlalu besar. Batasnya 40 MB untuk Excel dan ODS, dan 300 MB untuk CSV. '
    + 'Bagi menjadi beberapa berkas, atau simpan sebagai CSV.',
  'too-many-rows': 'Lembar ini lebih dari 1.048.576 baris. Bagi menjadi beberapa berkas.',
  'too-many-columns': 'Baris ini lebih dari 300 kolom. Hapus kolom yang tidak dipakai, lalu unggah lagi.',
  'cell-too-long':
    'Satu sel di baris ini lebih dari 32.767 huruf. Periksa tanda kutip di baris ini dan sekitarnya, lalu unggah lagi.',
  'broken': 'Berkas ini rusak atau unggahannya terputus. Buka di Excel atau LibreOffice, simpan ulang, lalu unggah lagi.',
}

export type SheetFaultCode = keyof typeof sheetMessages

/** The sentence, with the row where one is known. */
export const sheetFaultText = (fault: { code: SheetFaultCode; row?: number }) =>
  fault.row === undefined ? sheetMessages[fault.code] : `Baris ${fault.row}: ${sheetMessages[fault.code]}`
