/** Sentences of the record of processing (catatan pemrosesan). */
export const registerId = {
  title: 'Catatan pemrosesan data pribadi',
  lead: 'Apa yang dinas olah, untuk apa, atas dasar hukum apa, dan berapa lama (UU 27/2022).',
  head: (version: number, from: string, source: string) => `Versi ${version}, sejak ${from}. ${source}.`,
  columns: {
    name: 'Kegiatan', purpose: 'Tujuan', subjects: 'Siapa', data: 'Data', specific: 'Data spesifik', basis: 'Dasar hukum', sure: 'Kepastian dasar', recipients: 'Penerima', kept: 'Masa simpan', security: 'Pengamanan',
  },
  sure: { V: 'teks sudah dibaca', V2: 'dari tangan kedua', G: 'pengetahuan umum, belum dicek', P: 'usulan, menunggu Bagian Hukum' } as Record<string, string>,
  kept: (months: number, final: string) => `${months % 12 === 0 ? `${months / 12} tahun` : `${months} bulan`}, ${final === 'destroy' ? 'lalu musnah' : final === 'permanent' ? 'lalu permanen' : 'lalu dinilai kembali'}`,
  csv: 'Unduh CSV',
  json: 'Unduh JSON',
}
