import type { State } from './core/life.ts'

/** How a message stands, for the one it is for and for officers. */
export const storyId = {
  title: 'Pesan tentang berkas ini',
  lead: 'Kapan kami mengabari, dan apakah sampai.',
  leadOfficer: 'Yang dikabarkan kepada pemohon, dan apakah sampai.',
  states: {
    waiting: 'Menunggu dikirim', held: 'Dikirim setelah jam tenang', sent: 'Terkirim', delivered: 'Sampai', read: 'Dibaca', kept: 'Disimpan, tidak dikirim', slip: 'Disampaikan lewat slip cetak',
    failed: 'Belum sampai', lapsed: 'Lewat waktu', settled: 'Selesai',
  } satisfies Record<State, string>,
  reasons: {
    declined: 'Tidak dikirim sesuai pilihan penerima', 'no-phone': 'Tanpa nomor HP', wished: 'Sesuai pilihan penerima', budget: 'Batas bulanan tercapai', quiet: 'Jam tenang', 'handed-over': 'Slip sudah diserahkan',
    'told-otherwise': 'Sudah dikabari dengan cara lain', retried: 'Dikirim lagi',
  } as Record<string, string>,
  roads: { whatsapp: 'WhatsApp', sms: 'SMS', email: 'surel', slip: 'slip cetak' } as Record<string, string>,
  by: (road: string) => `lewat ${road}`,
  replies: 'Balasan pemohon',
  change: 'Ubah cara kami mengabari',
}

export type StoryWords = typeof storyId
