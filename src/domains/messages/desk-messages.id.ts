/** Why a message did not go out, for the counter; the codes come from the providers. */
function failure(reason: string | null): string {
  const [kind, code] = reason?.split('-') ?? []
  if (reason === 'no-receipt') return 'Tidak ada kabar dari layanan pesan, jadi mungkin sudah sampai. Tanyakan kepada orangnya sebelum mengirim lagi.'
  if (kind === 'smtp' && code?.startsWith('5')) return `Ditolak kotak surat penerima (kode ${code}). Periksa alamat surelnya.`
  if (kind === 'smtp') return `Layanan surel sedang menolak (kode ${code}). Coba lagi nanti.`
  if (kind === 'wa' && (code === '131026' || code === '131030')) return `Nomor ini tidak menerima WhatsApp (kode ${code}).`
  if (kind === 'wa') return `Ditolak WhatsApp (kode ${code}). Bila sering terjadi, beri tahu admin.`
  if (kind === 'http' && (code === '401' || code === '403')) return `Layanan pesan menolak akses kita (kode ${code}). Beri tahu admin.`
  if (kind === 'http' && code === '429') return 'Layanan pesan meminta kita lebih pelan. Dicoba lagi nanti.'
  if (kind === 'http' && code?.startsWith('4')) return `Ditolak layanan pesan (kode ${code}). Periksa nomor HP-nya.`
  if (kind === 'http') return `Layanan pesan sedang terganggu (kode ${code}). Coba lagi nanti.`
  if (kind === 'whatsapp' || kind === 'gateway' || (reason !== null && !['too-slow', 'no-answer'].includes(reason))) return 'Layanan pesan melaporkan pesan ini tidak sampai. Periksa nomor HP-nya.'
  return 'Layanan pesan tidak menjawab. Coba lagi nanti.'
}

/** What officers read of messages: tasks, what is under way, providers, limits. */
export const deskId = {
  failure,
  title: 'Pesan',
  tabs: { label: 'Bagian halaman pesan', tasks: 'Perlu dikabari', underWay: 'Dalam perjalanan', providers: 'Layanan dan batas' },
  tasks: {
    lead: 'Orang-orang ini belum terkabari lewat HP atau surel. Cetak slip lalu antarkan, atau kabari dengan cara lain.',
    leadVillage: 'Warga desa Anda yang belum terkabari. Cetak slip, antarkan, lalu tandai sudah diserahkan.',
    caption: 'Yang perlu dikabari, yang paling lama di atas',
    empty: 'Tidak ada yang perlu dikabari',
    emptyLead: 'Semua pesan sudah terkirim atau sedang dalam perjalanan.',
    columns: { message: 'Pesan', person: 'Untuk', text: 'Isi dan sebab', todo: 'Tindakan' },
    paper: 'Disampaikan lewat slip cetak.',
    noPerson: 'Tanpa nama',
    carrier: (name: string) => `Diantar: ${name}, petugas desa`,
    counter: 'Diurus loket',
    since: (moment: string) => `sejak ${moment}`,
    attempts: (count: number) => `Dicoba ${count} kali`,
    more: (shown: number) => `Ditampilkan ${shown} terlama.`,
    print: 'Cetak slip', retry: 'Kirim lagi', settle: 'Sudah dikabari', story: 'Riwayat',
    gone: 'Pesan ini sudah ditangani orang lain. Muat ulang halaman untuk melihat keadaan terbaru.',
    none: 'Tidak ada pesan dengan alamat ini.',
    done: { retry: 'Pesan akan dikirim lagi.', settle: 'Dicatat: sudah dikabari.', 'hand-over': 'Dicatat: slip sudah diserahkan.' } as Record<string, string>,
  },
  underWay: {
    lead: 'Pesan yang menunggu giliran, menunggu layanan pulih, atau ditahan sampai jam tenang berakhir.',
    caption: 'Pesan dalam perjalanan, yang berikutnya di atas',
    empty: 'Tidak ada pesan yang menunggu',
    columns: { message: 'Pesan', state: 'Keadaan', next: 'Dikirim paling cepat', tries: 'Percobaan' },
    none: 'Belum dicoba',
    more: (shown: number) => `Ditampilkan ${shown} yang paling dekat.`,
  },
  providers: {
    lead: 'Layanan yang mengantar pesan kita. Bila satu terganggu, pesan baru lewat yang lain dengan sendirinya.',
    caption: 'Keadaan layanan pesan',
    empty: 'Belum ada layanan pesan', emptyLead: 'Pesan disimpan dan tidak dikirim. Admin sistem mengisi WHATSAPP_URL, MESSAGE_URL, atau SMTP_URL.',
    names: { whatsapp: 'WhatsApp', gateway: 'Layanan SMS utama', 'gateway-2': 'Layanan SMS cadangan', mail: 'Surel' } as Record<string, string>,
    columns: { name: 'Layanan', state: 'Keadaan', good: 'Terakhir berhasil', bad: 'Gangguan terakhir' },
    well: 'Baik', weak: 'Sering gagal', resting: (until: string) => `Tidak dipakai sampai ${until}`, trial: 'Akan dicoba lagi', unknown: 'Belum dipakai',
    never: 'Belum pernah',
  },
  budget: {
    title: 'Batas pesan berbayar tiap bulan',
    lead: 'Bila batas tercapai, pesan yang dapat menunggu lewat saluran yang lebih murah atau menjadi slip cetak. Kode masuk selalu dikirim.',
    fields: { whatsapp: 'Paling banyak lewat WhatsApp', sms: 'Paling banyak lewat SMS' },
    hint: (count: number) => `Bulan ini sudah ${count} pesan. Kosongkan bila tanpa batas.`,
    wrong: 'Isi dengan angka bulat dari 0 sampai 10000000, atau kosongkan.',
    change: 'Ubah batas', save: 'Simpan batas', saved: 'Batas disimpan.',
    used: (count: number, most: number | undefined) => (most === undefined ? `${count} pesan bulan ini, tanpa batas` : `${count} dari ${most} pesan bulan ini`),
    roads: { whatsapp: 'WhatsApp', sms: 'SMS' },
  },
  slip: {
    title: 'Pemberitahuan', titleEn: 'Notice',
    number: 'Nomor', to: 'Kepada', village: 'Desa/kelurahan', date: 'Tanggal', kind: 'Perihal', received: 'Diterima oleh', carrier: 'Petugas',
    blank: '…………………………', foot: 'Bertanya atau memberi tahu kembali: datang ke loket atau ke petugas desa. Pelayanan ini gratis.',
    print: 'Untuk mencetak, pilih Cetak pada menu peramban. Slip muat pada kertas A6 atau rol 80 mm.',
    handOver: 'Sudah diserahkan', back: 'Pesan', lead: 'Serahkan slip ini langsung kepada orangnya, jangan dititipkan.',
  },
  story: { title: 'Riwayat pesan', attempt: 'Percobaan belum berhasil', text: 'Isi pesan', back: 'Pesan' },
}
