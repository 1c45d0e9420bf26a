/** What a person reads when a file cannot be taken. Each sentence says what to do next. */
export const messages = {
  'file-empty': 'Berkas ini kosong. Pilih atau foto ulang, lalu unggah lagi.',
  'file-too-large':
    'Ukuran berkas lebih dari 10 MB. Kecilkan dahulu, misalnya foto ulang dengan mutu lebih rendah atau pindai dalam hitam-putih, '
    + 'lalu unggah lagi.',
  'file-heic':
    'Foto berformat HEIC belum dapat diterima. Di iPhone buka Pengaturan > Kamera > Format, lalu pilih "Paling Kompatibel". '
    + 'Di ponsel lain matikan "Gambar efisiensi tinggi" pada pengaturan kamera. '
    + 'Setelah itu foto ulang, atau unggah tangkapan layar foto ini.',
  'file-office': 'Berkas ini dokumen Word, Excel, atau sejenisnya. Buka dokumennya, simpan sebagai PDF, lalu unggah PDF itu.',
  'file-type': 'Jenis berkas ini tidak dapat diterima. Unggah foto (JPEG atau PNG) atau PDF.',
  'image-broken': 'Gambar ini rusak atau unggahannya terputus. Foto ulang atau pilih gambar lain, lalu unggah lagi.',
  'image-too-many-pixels': 'Gambar ini terlalu besar untuk dibuka. Foto ulang dengan resolusi lebih rendah, lalu unggah lagi.',
  'pdf-broken': 'PDF ini rusak atau unggahannya terputus. Buka di ponsel atau komputer, simpan ulang sebagai PDF, lalu unggah lagi.',
  'pdf-encrypted':
    'PDF ini terkunci kata sandi atau dibatasi. Buka PDF-nya, pilih Cetak, simpan sebagai PDF baru tanpa kata sandi, '
    + 'lalu unggah PDF baru itu.',
  'pdf-script':
    'PDF ini berisi perintah yang dapat berjalan sendiri, jadi tidak dapat diterima. '
    + 'Buka PDF-nya, pilih Cetak, simpan sebagai PDF baru, lalu unggah PDF baru itu.',
  'pdf-attachment':
    'PDF ini memuat berkas lain, suara, atau video di dalamnya. Unggah berkas itu satu per satu, atau cetak halamannya menjadi PDF baru.',
  'pdf-form':
    'PDF ini formulir isian khusus (XFA) yang tidak dapat dibuka semua orang. '
    + 'Buka, pilih Cetak, simpan sebagai PDF baru, lalu unggah PDF baru itu.',
  'pdf-too-many-pages': 'PDF ini lebih dari 50 halaman. Unggah hanya halaman yang diminta.',
  'pdf-too-complex': 'PDF ini terlalu rumit untuk diperiksa. Buka PDF-nya, pilih Cetak, simpan sebagai PDF baru, lalu unggah PDF baru itu.',
  'malware-found':
    'Pemeriksaan menemukan program berbahaya di berkas ini, jadi berkas tidak disimpan. '
    + 'Unggah berkas lain, dan periksa perangkat Anda dengan antivirus.',
  'scanner-unreachable':
    'Berkas belum dapat diperiksa keamanannya saat ini. Coba unggah lagi beberapa menit lagi. Isian Anda tetap tersimpan.',
  'storage-full': 'Penyimpanan kami sedang penuh, jadi berkas ini belum tersimpan. Isian Anda yang lain aman; coba lagi nanti atau datang ke loket.',
}

export type FileRefusalCode = keyof typeof messages
