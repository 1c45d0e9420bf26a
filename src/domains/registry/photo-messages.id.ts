import type { PhotoSubject } from './core/photos.ts'

/** Photos of a business, as owners and officers read of them. */
export const photoId = {
  title: 'Foto usaha', subjects: { front: 'Tampak depan', inside: 'Bagian dalam', product: 'Produk' } as Record<PhotoSubject, string>,
  alt: (subject: string, name: string) => `${subject}: ${name}`, add: 'Tambah foto', change: 'Ganti foto', none: 'Belum ada foto.',
  said: (when: string, source: string) => `${when}, ${source}`, broughtBy: (name: string) => `oleh ${name}`, checkedBy: (name: string) => `diperiksa ${name}`,
  heading: { front: 'Foto tempat usaha dari depan', inside: 'Foto bagian dalam tempat usaha', product: 'Foto produk' } as Record<PhotoSubject, string>,
  hint: {
    front: 'Papan nama atau pintu terlihat. Jangan foto KTP.', inside: 'Tempat bekerja atau berjualan. Usahakan tidak ada wajah orang.',
    product: 'Barang yang dijual, dari dekat dan terang.',
  } as Record<PhotoSubject, string>,
  formats: 'JPEG atau PNG, paling besar 10 MB. Data lokasi di dalam foto dihapus.', label: 'Pilih foto', labelAgain: 'Foto pengganti',
  save: 'Simpan foto', replace: 'Ganti foto ini', remove: 'Hapus foto ini', needed: 'Pilih foto dahulu.', saved: 'Foto tersimpan.', removed: 'Foto tidak ditampilkan lagi.',
  fault: (_code: string, sentence: string): string => sentence,
}

export type PhotoWords = typeof photoId

/** Refusals that only the registry gives. */
export const photoRefusals = { notPicture: 'Berkas ini bukan foto. Unggah foto JPEG atau PNG.', none: 'Tidak ada foto yang ditampilkan.', subject: 'Pakai front, inside, atau product.' }

/** Only officers see these. */
export const photoHistory = {
  title: (count: number) => `Foto sebelumnya (${count})`, removedOn: (day: string) => `sampai ${day}`, open: 'Buka',
}
