import type { Temporal } from 'temporal-polyfill'
import { longDate, longMoment, shortDate, shortMoment } from '../../kernel/wib.ts'
import type { MessageFacts } from './core/message-facts.ts'

type Texts = { [T in keyof MessageFacts]: (facts: MessageFacts[T]) => string[] }

const longThenShort = (at: Temporal.Instant, text: (moment: string) => string) => [text(longMoment(at)), text(shortMoment(at))]

/** Texts for phones, each from full to short. The link stands last, so that no full stop becomes part of it. */
const texts: Texts = {
  'one-time-code': ({ code, minutes }) => [
    `Kode DITAKOPUM Anda: ${code}. Berlaku ${minutes} menit. Jangan berikan kepada siapa pun, juga bukan kepada petugas.`,
  ],
  submitted: ({ reference, intakeDueAt, link }) => [
    ...longThenShort(intakeDueAt, (moment) => `Berkas ${reference} sudah masuk. Kelengkapannya kami periksa paling lambat ${moment}. Lacak: ${link}`),
    `Berkas ${reference} sudah masuk. Kelengkapannya kami periksa paling lambat ${shortMoment(intakeDueAt)}. Simpan nomor ini untuk melacak.`,
  ],
  accepted: ({ reference, dueAt, link }) => [
    ...longThenShort(dueAt, (moment) => `Berkas ${reference} lengkap. Hasilnya selesai paling lambat ${moment}. Lacak: ${link}`),
    `Berkas ${reference} lengkap. Hasilnya selesai paling lambat ${shortMoment(dueAt)}. Kami kabari lewat nomor ini.`,
  ],
  returned: ({ reference, items, link }) => [
    `Berkas ${reference} perlu diperbaiki (${items} hal). Perbaiki lalu kirim lagi, atau datang ke loket: ${link}`,
    `Berkas ${reference} perlu diperbaiki. Perbaiki lalu kirim lagi: ${link}`,
    `Berkas ${reference} perlu diperbaiki (${items} hal). Masuk ke DITAKOPUM, perbaiki, lalu kirim lagi, atau datang ke loket.`,
  ],
  'return-reminder': ({ reference, until, link }) => [
    `Berkas ${reference} masih menunggu perbaikan Anda sampai ${longDate(until)}. Perbaiki lalu kirim lagi, atau datang ke loket: ${link}`,
    `Berkas ${reference} menunggu perbaikan Anda sampai ${shortDate(until)}. Perbaiki lalu kirim: ${link}`,
    `Berkas ${reference} menunggu perbaikan Anda sampai ${shortDate(until)}. Masuk ke DITAKOPUM, perbaiki, lalu kirim lagi, atau datang ke loket.`,
  ],
  expired: ({ reference, link }) => [
    `Berkas ${reference} ditutup karena tidak diperbaiki sampai batas waktu. Anda dapat mengajukan lagi: ${link}`,
    `Berkas ${reference} ditutup karena tidak diperbaiki sampai batas waktu. Anda dapat mengajukan lagi kapan saja.`,
  ],
  rejected: ({ reference, reason, link }) => [
    `Berkas ${reference} ditolak: ${reason}. Penjelasan dan langkah berikutnya: ${link}`,
    `Berkas ${reference} ditolak. Alasan dan langkah berikutnya: ${link}`,
    `Berkas ${reference} ditolak. Masuk ke DITAKOPUM untuk membaca alasan dan langkah berikutnya, atau datang ke loket.`,
  ],
  issued: ({ reference, link }) => [
    `Surat untuk berkas ${reference} sudah terbit. Unduh suratnya di ${link}`,
    `Surat untuk berkas ${reference} sudah terbit. Masuk ke DITAKOPUM untuk mengunduh, atau ambil cetakannya di loket.`,
  ],
  withdrawn: ({ reference, link }) => [
    `Berkas ${reference} ditarik kembali atas permintaan Anda. Bila bukan Anda, hubungi loket. Ajukan lagi: ${link}`,
    `Berkas ${reference} ditarik kembali atas permintaan Anda. Bila bukan Anda, segera hubungi loket.`,
  ],
  survey: ({ reference, link }) => [
    `Layanan ${reference} selesai. Nilailah pelayanan kami: 9 pertanyaan, tanpa nama, sekali pakai. ${link}`,
    `Layanan ${reference} selesai. Nilailah pelayanan kami tanpa nama: ${link}`,
    `Layanan ${reference} selesai. Nilailah pelayanan kami tanpa nama, dari halaman berkas Anda di DITAKOPUM atau di loket.`,
  ],
  'letter-revoked': ({ reference, number, link }) => [
    `Surat ${number} (berkas ${reference}) dicabut dan tidak berlaku lagi. Tanyakan ke loket bila perlu. Rincian: ${link}`,
    `Surat dari berkas ${reference} dicabut dan tidak berlaku lagi. Rincian: ${link}`,
    `Surat ${number} (berkas ${reference}) dicabut dan tidak berlaku lagi. Datang ke loket untuk penjelasan.`,
  ],
  'letter-replaced': ({ reference, number, newNumber, link }) => [
    `Surat ${number} (berkas ${reference}) diganti surat ${newNumber}. Pakai yang baru: ${link}`,
    `Surat dari berkas ${reference} diganti. Pakai yang baru: ${link}`,
    `Surat dari berkas ${reference} diganti surat ${newNumber}. Masuk ke DITAKOPUM untuk mengunduh yang baru.`,
  ],
  'change-accepted': ({ reference, link }) => [
    `Perubahan data ${reference} sudah diperiksa dan diterima. Lihat datanya: ${link}`,
    `Perubahan data ${reference} sudah diperiksa dan diterima.`,
  ],
  'change-declined': ({ reference, link }) => [
    `Perubahan data ${reference} belum dapat diterima. Baca alasannya dan langkah berikutnya: ${link}`,
    `Perubahan data ${reference} belum dapat diterima. Masuk ke DITAKOPUM untuk membaca alasannya, atau tanya ke loket.`,
  ],
  escalation: ({ reference, count, link }) => [
    ...(count > 1 ? [`${count} berkas perlu perhatian Anda, paling mendesak ${reference}. Buka dan tanggapi: ${link}`] : []),
    `Berkas ${reference} perlu perhatian Anda. Buka dan tanggapi: ${link}`,
    `Berkas ${reference} perlu perhatian Anda. Buka menu Pengawasan, lalu tanggapi peringatannya.`,
  ],
  'objection-filed': ({ reference, settleBy, link }) => [
    ...longThenShort(settleBy, (moment) => `Keberatan atas berkas ${reference} kami terima. Jawaban paling lambat ${moment}. Lacak: ${link}`),
    `Keberatan atas berkas ${reference} kami terima. Jawaban paling lambat ${shortMoment(settleBy)}. Kami kabari lewat nomor ini.`,
  ],
  'objection-granted': ({ reference, fulfilBy, link }) => [
    ...longThenShort(fulfilBy, (moment) => `Keberatan atas berkas ${reference} dikabulkan. Kami laksanakan paling lambat ${moment}. Lacak: ${link}`),
    `Keberatan atas berkas ${reference} dikabulkan. Kami laksanakan paling lambat ${shortMoment(fulfilBy)}. Tanya loket bila perlu.`,
  ],
  'objection-denied': ({ reference, link }) => [
    `Keberatan atas berkas ${reference} tidak dikabulkan. Baca alasannya dan langkah berikutnya: ${link}`,
    `Keberatan atas berkas ${reference} tidak dikabulkan. Masuk ke DITAKOPUM untuk membaca alasannya, atau datang ke loket.`,
  ],
  'objection-fulfilled': ({ reference, link }) => [
    `Keberatan atas berkas ${reference} sudah kami laksanakan. Lihat hasilnya: ${link}`,
    `Keberatan atas berkas ${reference} sudah kami laksanakan. Masuk ke DITAKOPUM untuk melihat hasilnya, atau datang ke loket.`,
  ],
  'privacy-received': ({ reference, dueAt, link }) => [
    ...longThenShort(dueAt, (moment) => `Permintaan data pribadi ${reference} kami terima. Jawaban paling lambat ${moment}: ${link}`),
    `Permintaan data pribadi ${reference} kami terima. Jawaban paling lambat ${shortMoment(dueAt)}.`,
  ],
  'privacy-decided': ({ reference, link }) => [
    `Permintaan data pribadi ${reference} sudah dijawab. Baca jawaban dan alasannya: ${link}`,
    `Permintaan data pribadi ${reference} sudah dijawab. Masuk ke DITAKOPUM untuk membacanya, atau tanya ke loket.`,
  ],
  'breach-notice': ({ reference, link }) => [
    `Penting: ada kebocoran data yang menyangkut Anda (${reference}). Baca apa yang terjadi dan yang perlu Anda lakukan: ${link}`,
    `Penting: ada kebocoran data yang menyangkut Anda (${reference}). Masuk ke DITAKOPUM atau datang ke loket untuk penjelasan.`,
  ],
  'phone-changed': ({ officePhone }) => [
    `Nomor HP akun DITAKOPUM Anda sudah diganti. Bila bukan Anda yang meminta, segera hubungi loket${officePhone ? `: ${officePhone}` : ''}.`,
    'Nomor HP akun DITAKOPUM Anda sudah diganti. Bila bukan Anda yang meminta, segera hubungi loket.',
  ],
}

const NAMES: Record<keyof MessageFacts, string> = {
  'one-time-code': 'Kode masuk', submitted: 'Tanda terima', accepted: 'Berkas lengkap', returned: 'Berkas dikembalikan',
  'return-reminder': 'Pengingat perbaikan', expired: 'Berkas ditutup', rejected: 'Berkas ditolak', issued: 'Surat terbit',
  withdrawn: 'Berkas ditarik', survey: 'Survei kepuasan', 'letter-revoked': 'Surat dicabut', 'letter-replaced': 'Surat diganti',
  'change-accepted': 'Perubahan data diterima', 'change-declined': 'Perubahan data belum diterima', 'phone-changed': 'Nomor HP diganti',
  escalation: 'Peringatan pengawasan', 'objection-filed': 'Keberatan diterima', 'objection-granted': 'Keberatan dikabulkan',
  'objection-denied': 'Keberatan tidak dikabulkan', 'objection-fulfilled': 'Keberatan dilaksanakan',
  'privacy-received': 'Permintaan data pribadi diterima', 'privacy-decided': 'Permintaan data pribadi dijawab', 'breach-notice': 'Pemberitahuan kebocoran data',
}

const isKnown = (template: string): template is keyof MessageFacts => template in NAMES

/** Why a message did not go out, for the counter; the codes come from the carriers. */
function failure(reason: string | null): string {
  const [kind, code] = reason?.split('-') ?? []
  if (kind === 'smtp' && code?.startsWith('5')) return `Ditolak kotak surat penerima (kode ${code}). Periksa alamat surelnya.`
  if (kind === 'smtp') return `Layanan surel sedang menolak (kode ${code}). Coba lagi nanti.`
  if (kind === 'http' && (code === '401' || code === '403')) return `Layanan pesan menolak akses kita (kode ${code}). Beri tahu admin.`
  if (kind === 'http' && code?.startsWith('4')) return `Ditolak layanan pesan (kode ${code}). Periksa nomor HP-nya.`
  if (kind === 'http') return `Layanan pesan sedang terganggu (kode ${code}). Coba lagi nanti.`
  return 'Layanan pesan tidak menjawab. Coba lagi nanti.'
}

/** Sentences of the outbox: texts for phones, and what officers read about them. */
export const messagesId = {
  texts,
  failure,
  nameOf: (template: string): string => (isKnown(template) ? NAMES[template] : 'Pesan lain'),
  failed: {
    title: 'Pesan yang gagal dikirim',
    lead: 'Pesan ini sudah dicoba berkali-kali. Kirim lagi, atau kabari orangnya dengan cara lain lalu tandai sudah dikabari.',
    caption: 'Pesan gagal, yang paling lama di atas',
    empty: 'Tidak ada pesan yang gagal',
    emptyLead: 'Semua pesan sudah terkirim atau sedang dalam antrean.',
    columns: { message: 'Pesan', since: 'Dibuat', text: 'Isi', why: 'Tujuan dan sebab', todo: 'Tindakan' },
    attempts: (count: number) => `Dicoba ${count} kali`,
    more: (shown: number) => `Ditampilkan ${shown} pesan terlama.`,
    retry: 'Kirim lagi',
    settle: 'Sudah dikabari',
    gone: 'Pesan ini sudah tidak ada di daftar gagal. Muat ulang halaman untuk melihat keadaan terbaru.',
  },
}
