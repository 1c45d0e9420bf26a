import type { Temporal } from 'temporal-polyfill'
import { longDate, longMoment, shortDate, shortMoment } from '../../kernel/wib.ts'
import type { MessageFacts, MessageTexts } from './core/message-facts.ts'

const longThenShort = (at: Temporal.Instant, text: (moment: string) => string) => [text(longMoment(at)), text(shortMoment(at))]

/** Texts for phones, each from full to short. The link stands last, so that no full stop becomes part of it. */
const texts: MessageTexts = {
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
  surveying: ({ reference, link }) => [
    `Berkas ${reference}: petugas akan datang melihat tempat Anda. Perkembangannya: ${link}`,
    `Berkas ${reference}: petugas akan datang melihat tempat Anda. Kami kabari lewat nomor ini.`,
  ],
  following: ({ reference, link }) => [
    `Berkas ${reference} kami teruskan ke instansi yang memutuskan. Kami ikuti sampai ada hasilnya. Lacak: ${link}`,
    `Berkas ${reference} kami teruskan ke instansi yang memutuskan. Kami ikuti sampai ada hasilnya.`,
  ],
  completed: ({ reference, link }) => [
    `Berkas ${reference} sudah selesai. Lihat hasilnya: ${link}`,
    `Berkas ${reference} sudah selesai. Masuk ke DITAKOPUM untuk melihat hasilnya, atau tanya ke loket.`,
  ],
  'service-step': ({ reference, said, link }) => [`Berkas ${reference}: ${said} Lacak: ${link}`, `Berkas ${reference}: ${said}`],
  'follow-up': ({ reference, days, link }) => [
    `Berkas ${reference} sudah ${days} hari di pihak luar. Tanyakan hasilnya lalu catat: ${link}`,
    `Berkas ${reference} sudah ${days} hari di pihak luar. Tanyakan hasilnya, lalu catat di antrean.`,
  ],
  'renewal-reminder': ({ reference, letter, until, link }) => [
    `${letter} (berkas ${reference}) berakhir ${longDate(until)}. Bila tidak ada yang berubah, perpanjang dengan satu tekan: ${link}`,
    `${letter} (berkas ${reference}) berakhir ${shortDate(until)}. Perpanjang: ${link}`,
    `Surat dari berkas ${reference} berakhir ${shortDate(until)}. Perpanjang: ${link}`,
    `Surat dari berkas ${reference} berakhir ${shortDate(until)}. Masuk ke DITAKOPUM untuk memperpanjang, atau datang ke loket.`,
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
  'report-waiting': ({ reference, desk, link }) => {
    const todo = { approve: 'persetujuan Anda', answer: 'jawaban Anda atas catatan', sign: 'tanda tangan Anda', scan: 'hasil pindainya' }[desk]
    return [`Laporan ${reference} menunggu ${todo}. Buka: ${link}`, `Laporan ${reference} menunggu ${todo}. Buka menu Laporan.`]
  },
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
  'ticket-received': ({ reference, dueAt, link }) => [
    ...longThenShort(dueAt, (moment) => `Tiket ${reference} kami periksa paling lambat ${moment}. Buka dengan kode rahasia Anda: ${link}`),
    `Tiket ${reference} kami periksa paling lambat ${shortMoment(dueAt)}. Simpan nomor dan kode rahasianya.`,
  ],
  'ticket-question': ({ reference, until, link }) => [
    ...longThenShort(until, (moment) => `Kami perlu keterangan untuk tiket ${reference}. Jawab sebelum ${moment}: ${link}`),
    `Kami perlu keterangan untuk tiket ${reference}. Jawab sebelum ${shortMoment(until)} lewat lacak tiket, atau di loket.`,
  ],
  'ticket-answered': ({ reference, until, link }) => [
    ...longThenShort(until, (moment) => `Tiket ${reference} sudah ditanggapi. Katakan selesai atau belum sebelum ${moment}: ${link}`),
    `Tiket ${reference} sudah ditanggapi. Katakan selesai atau belum sebelum ${shortMoment(until)} lewat lacak tiket.`,
  ],
  'ticket-ended': ({ reference, link }) => [
    `Tiket ${reference} sudah ditutup. Baca alasannya: ${link}`,
    `Tiket ${reference} sudah ditutup. Baca alasannya lewat lacak tiket, atau tanyakan di loket.`,
  ],
  'phone-changed': ({ officePhone }) => [
    `Nomor HP akun DITAKOPUM Anda sudah diganti. Bila bukan Anda yang meminta, segera hubungi loket${officePhone ? `: ${officePhone}` : ''}.`,
    'Nomor HP akun DITAKOPUM Anda sudah diganti. Bila bukan Anda yang meminta, segera hubungi loket.',
  ],
}

const NAMES: Record<keyof MessageFacts, string> = {
  'one-time-code': 'Kode masuk', submitted: 'Tanda terima', accepted: 'Berkas lengkap', returned: 'Berkas dikembalikan',
  'return-reminder': 'Pengingat perbaikan', expired: 'Berkas ditutup', rejected: 'Berkas ditolak', issued: 'Surat terbit',
  withdrawn: 'Berkas ditarik', survey: 'Survei kepuasan', surveying: 'Survei ditugaskan', following: 'Berkas diteruskan', completed: 'Berkas selesai', 'service-step': 'Kabar layanan',
  'follow-up': 'Pengingat menanyakan hasil', 'renewal-reminder': 'Pengingat perpanjangan surat', 'letter-revoked': 'Surat dicabut', 'letter-replaced': 'Surat diganti',
  'change-accepted': 'Perubahan data diterima', 'change-declined': 'Perubahan data belum diterima', 'phone-changed': 'Nomor HP diganti',
  escalation: 'Peringatan pengawasan', 'report-waiting': 'Laporan menunggu', 'objection-filed': 'Keberatan diterima', 'objection-granted': 'Keberatan dikabulkan',
  'ticket-received': 'Tiket masuk', 'ticket-question': 'Pertanyaan untuk pelapor', 'ticket-answered': 'Tiket ditanggapi', 'ticket-ended': 'Tiket ditutup',
  'objection-denied': 'Keberatan tidak dikabulkan', 'objection-fulfilled': 'Keberatan dilaksanakan',
  'privacy-received': 'Permintaan data pribadi diterima', 'privacy-decided': 'Permintaan data pribadi dijawab', 'breach-notice': 'Pemberitahuan kebocoran data',
}

const isKnown = (template: string): template is keyof MessageFacts => template in NAMES

/** What is told to people on their phones, and what each message is called. */
export const messagesId = {
  texts,
  nameOf: (template: string): string => (isKnown(template) ? NAMES[template] : 'Pesan lain'),
}
