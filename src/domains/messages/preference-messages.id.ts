import type { Declinable } from './core/kind.ts'
import type { Road } from './core/road.ts'

/** How a person chooses to be told. */
export const preferencesId = {
  title: 'Cara kami mengabari Anda',
  titleHelp: (name: string) => `Cara mengabari ${name}`,
  lead: 'Pilih bahasa, saluran, jam tenang, dan pesan mana yang ingin Anda terima.',
  leadHelp: 'Tanyakan kepada orangnya, lalu isi sesuai jawabannya. Pilihan ini dicatat atas nama Anda.',
  mandateNeeded: 'Catat dahulu persetujuan orangnya untuk dibantu, lalu ubah pilihannya.',
  language: 'Bahasa pesan', languages: { id: 'Bahasa Indonesia', en: 'Inggris (English)' },
  first: 'Saluran pertama', second: 'Saluran kedua', third: 'Saluran ketiga', fourth: 'Saluran keempat',
  firstHint: 'Kami mencoba saluran ini dahulu. Bila tidak sampai, kami mencoba yang berikutnya.',
  unchosen: 'Tidak ada',
  roads: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'Surel', slip: 'Slip cetak yang diantar' } satisfies Record<Road, string>,
  twice: 'Saluran ini sudah Anda pilih di atas. Pilih yang lain.',
  noEmail: 'Belum ada alamat surel dalam data Anda. Pilih saluran lain, atau minta loket menambahkannya.',
  noPhone: 'Belum ada nomor HP dalam data Anda. Pilih slip cetak.',
  none: 'Bila semua dikosongkan, hanya yang wajib kami beritahukan yang disampaikan, lewat slip cetak.',
  quiet: 'Jam tenang', quietHint: 'Pesan yang dapat menunggu dikirim setelah jam tenang berakhir. Kode masuk tetap dikirim kapan saja.',
  quietChoices: { usual: 'Pukul 21.00 sampai 06.00', own: 'Jam lain', none: 'Tanpa jam tenang' },
  quietFrom: 'Mulai pukul', quietTo: 'Sampai pukul', hourWrong: 'Pilih jam mulai dan jam akhir yang berbeda.',
  hour: (hour: number) => `${String(hour).padStart(2, '0')}.00`,
  wanted: 'Pesan yang ingin Anda terima',
  kinds: { progress: 'Kabar perkembangan berkas (masuk, lengkap, ditarik)', reminder: 'Pengingat sebelum batas waktu' } satisfies Record<Declinable, string>,
  always: 'Kode masuk, keputusan, dan hal yang menentukan hak atau batas waktu Anda selalu kami beritahukan. Ini tidak dapat dimatikan.',
  stopped: 'Nomor HP Anda pernah membalas BERHENTI, jadi kabar dan pengingat tidak dikirim ke nomor itu. Balas MULAI dari nomor itu untuk menerimanya lagi.',
  save: 'Simpan pilihan', saved: 'Pilihan disimpan. Berlaku untuk pesan berikutnya.',
  wrong: 'Pilih salah satu.',
  account: 'Data saya',
}

export type PreferenceWords = typeof preferencesId
