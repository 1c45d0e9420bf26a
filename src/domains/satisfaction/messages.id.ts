import type { RespondentField } from './core/respondent.ts'
import type { Category } from './core/satisfaction-index.ts'

/** Sentences of the survey for those who are asked, and of its results for everybody. */
export const citizenId = {
  form: {
    title: 'Bagaimana pelayanan kami?',
    lead: (questions: number) => `${questions} pertanyaan, kira-kira dua menit. Jawaban disimpan tanpa nama, tanpa nomor, dan hanya dengan tanggalnya. Lewati pertanyaan yang tidak Anda alami.`,
    service: 'Layanan', about: 'Tentang Anda (boleh dikosongkan)', aboutLead: 'Disimpan terpisah dari jawaban di atas, hanya sebagai jumlah.',
    suggestion: 'Saran atau masukan', suggestionHint: 'Jangan tulis nama, NIK, atau nomor HP. Saran disimpan terpisah dari jawaban dan dibaca petugas.',
    send: 'Kirim jawaban', untold: 'Tidak menyebutkan', oneNeeded: 'Jawab sekurangnya satu pertanyaan.', answerWrong: 'Pilih salah satu jawaban yang tersedia.', unknownQuestion: 'Pertanyaan ini tidak ada dalam survei.',
    suggestionLong: 'Saran paling panjang 1.000 huruf.',
    how: 'Bagaimana jawaban saya dirahasiakan?',
    howMore: [
      'Tautan ini hanya dapat dipakai sekali. Kami hanya menyimpan sidiknya dan apakah sudah dipakai, bukan milik siapa.',
      'Jawaban, keterangan tentang Anda, dan saran disimpan di tempat yang terpisah dan diacak setiap malam.',
      'Petugas hanya melihat hasil dari lima lembar atau lebih, tidak pernah satu lembar.',
    ],
  },
  fields: {
    gender: { label: 'Jenis kelamin', values: { female: 'Perempuan', male: 'Laki-laki' } },
    age: { label: 'Umur', values: { 'to-25': 'Sampai 25 tahun', '26-35': '26 sampai 35 tahun', '36-45': '36 sampai 45 tahun', '46-55': '46 sampai 55 tahun', 'from-56': '56 tahun atau lebih' } },
    education: { label: 'Pendidikan terakhir', values: { sd: 'SD', smp: 'SMP', sma: 'SMA', d3: 'D-3', s1: 'S-1', s2: 'S-2 atau lebih' } },
    work: { label: 'Pekerjaan', values: { pns: 'PNS', tni: 'TNI', polri: 'Polri', swasta: 'Pegawai swasta', wirausaha: 'Wirausaha', lainnya: 'Lainnya' } },
    disability: { label: 'Penyandang disabilitas', values: { yes: 'Ya', no: 'Tidak' } },
    dayPart: { label: 'Jam dilayani', values: { morning: '08.00 sampai 12.00', afternoon: '13.00 sampai 17.00' } },
  } as Record<RespondentField, { label: string; values: Record<string, string> }>,
  link: {
    unknown: 'Tautan survei ini tidak kami kenal', unknownLead: 'Mungkin ada huruf yang tertinggal, atau tautannya sudah lama. Buka lagi dari pesan kami, dari halaman berkas Anda, atau isi di loket.',
    expired: 'Waktu mengisi survei ini sudah lewat', expiredLead: 'Tautan survei berlaku 30 hari. Terima kasih sudah berniat mengisi. Anda masih dapat mengisi di loket saat berkunjung.',
    results: 'Lihat hasil survei',
  },
  thanks: {
    title: 'Terima kasih, jawaban Anda sudah kami terima', lead: 'Setiap jawaban dihitung satu kali, juga bila terkirim dua kali. Hasilnya kami umumkan setiap triwulan.',
    results: 'Lihat hasil survei', done: 'Yang sudah kami kerjakan',
  },
  counter: {
    title: 'Nilai pelayanan kami', lead: 'Untuk pengunjung loket. Pindai kode QR di loket, atau ketik kode hari ini yang tertulis di bawahnya.', code: 'Kode hari ini', codeHint: 'Delapan huruf dan angka, berganti setiap hari.',
    open: 'Buka survei', wrongCode: 'Kode ini bukan kode hari ini. Ketik kode yang tertulis di loket.', serviceNeeded: 'Pilih layanan yang Anda urus.',
    enough: 'Hari ini sudah cukup banyak survei dari loket. Silakan isi lewat pesan dari kami, atau minta lembar kertas.',
    formBroken: 'Formulir ini tidak utuh. Buka lagi dari kode QR di loket.',
  },
  results: {
    title: 'Hasil survei kepuasan masyarakat', lead: 'Dihitung menurut PermenPANRB 14/2017 dari jawaban mereka yang sudah dilayani. Diumumkan sepuluh hari sesudah triwulan berakhir, lalu tidak berubah.',
    none: 'Belum ada hasil yang diumumkan', noneMore: (day: string) => `Hasil pertama terbit mulai ${day}.`,
    period: 'Masa survei', show: 'Tampilkan', quarter: (quarter: number, year: number) => `Triwulan ${['I', 'II', 'III', 'IV'][quarter - 1] ?? ''} ${year}`, year: (year: number) => `Tahun ${year}`,
    index: 'Indeks kepuasan (SKM)', indexMeaning: 'Dari 25 (terburuk) sampai 100 (terbaik).', categories: { A: 'A, sangat baik', B: 'B, baik', C: 'C, kurang baik', D: 'D, tidak baik' } as Record<Category, string>,
    respondents: 'Responden', ofLeast: (n: string, least: string) => `${n} dari minimal ${least}`,
    sample: (served: string, least: string) => `Minimal ${least} dari ${served} layanan yang selesai dalam masa ini, menurut rumus Krejcie dan Morgan.`,
    printed: (byFormula: string, printed: string) => `Rumusnya memberi ${byFormula}, tabel cetaknya ${printed}; yang dipakai tabel cetak.`, noneServed: 'Tidak ada layanan yang selesai dalam masa ini.',
    tooFewForLeast: 'Belum mencapai jumlah minimal: bacalah sebagai petunjuk.',
    margin: 'Rentang galat', plusMinus: (points: string) => `± ${points}`, noMargin: 'belum ada', marginMeaning: 'Tingkat kepercayaan 95%, dari sebaran jawaban sendiri. Berlaku untuk sampel acak; yang mengisi survei memilih sendiri.',
    rough: 'Respondennya kurang dari 30, jadi galat ini kasar.', infinite: 'Tanpa koreksi populasi, sebab lembar lebih banyak daripada layanan yang tercatat selesai.',
    few: 'terlalu sedikit', fewMore: (least: number) => `Kurang dari ${least} responden, jadi nilainya tidak ditampilkan agar tidak menunjuk orang.`, noIndex: 'belum dapat dihitung', noIndexMore: 'Ada unsur yang belum dijawab siapa pun.',
    elements: 'Nilai setiap unsur', element: 'Unsur', answered: 'Menjawab', nrr: 'NRR', weighted: 'NRR tertimbang', converted: 'Nilai', letter: 'Mutu', notShown: 'tidak ditampilkan',
    weightNote: (label: string) => `Bobot tiap unsur dihitung tepat${label}; hanya hasil akhir yang dibulatkan, dua angka di belakang koma. NRR dibagi menurut yang menjawab unsur itu.`, weightNinth: ' (1/9, di formulir tertulis 0,11)',
    lowest: 'Tiga unsur terendah', services: 'Menurut layanan', service: 'Layanan', served: 'Selesai', profile: 'Siapa yang menjawab', untold: 'Tidak menyebutkan',
    trend: 'Dari masa ke masa', trendTitle: 'Indeks, dari 25 sampai 100', csv: 'Unduh CSV', poster: 'Poster (PDF)', suggestions: 'Saran yang masuk', done: 'Anda menyampaikan, kami kerjakan',
    definition: (version: number, questionnaire: number) => `Definisi skm versi ${version}, kuesioner versi ${questionnaire}. Hasil menurut Kepmen 25/2004 (14 unsur, batas lain) tidak dapat dibandingkan.`, table: 'Tabelnya',
  },
  done: {
    title: 'Anda menyampaikan, kami kerjakan', lead: 'Temuan dari survei kepuasan dan apa yang kami lakukan. Daftar ini dibuat dari rencana tindak lanjut dinas.',
    none: 'Belum ada rencana tindak lanjut', said: 'Anda menyampaikan', did: 'Kami kerjakan', owner: 'Penanggung jawab', due: 'Paling lambat', ended: 'Selesai', evidence: 'Buktinya', dropped: 'Tidak dilanjutkan', why: 'Alasannya',
    states: { planned: 'sedang dikerjakan', late: 'terlambat', done: 'selesai', dropped: 'tidak dilanjutkan' },
    results: 'Hasil survei',
  },
}

export type CitizenWords = typeof citizenId
