import { labelsId } from './labels.ts'

/** Sentences of the page of a business that tell of its past, its state and what waits. Owners read them too. */
export const pageId = {
  labels: labelsId,
  origins: {
    show: 'Tampilkan asal tiap isian', hide: 'Sembunyikan asal isian', from: (origin: string) => `dari ${origin}`,
    according: (source: string, text: string) => `menurut ${source}: ${text}`,
  },
  confirm: {
    title: 'Perlu pemutakhiran', lead: (when: string) => `Data ini terakhir dikonfirmasi ${when}, lebih dari setahun lalu. Bila masih benar, cukup satu ketukan. Bila ada yang berubah, ubah dahulu.`,
    button: 'Data masih benar', done: 'Terima kasih. Data tercatat masih benar per hari ini.',
  },
  outgrown: {
    title: (scale: string) => `Naik kelas menjadi ${scale}`,
    kept: 'Ini keberhasilan. Data dan riwayat usaha tetap tersimpan di sini, tidak ada yang dihapus.',
    province: 'Usaha kecil dibina oleh dinas koperasi provinsi. Loket kami membantu menghubungkan.',
    ministry: 'Usaha menengah dan besar dibina oleh kementerian. Loket kami membantu menghubungkan.',
    letters: 'Surat keterangan usaha mikro tidak lagi diterbitkan untuk usaha ini; surat yang sudah terbit tetap berlaku sampai tanggalnya.',
    wrong: 'Bila angkanya keliru, betulkan hasil penjualan atau modalnya.', source: 'Dasar: PP 7/2021 Pasal 35.',
  },
  absorbed: {
    title: 'Data ini sudah digabung', kept: 'Nomor, surat, dan riwayatnya tetap tersimpan. Data yang berlaku sekarang:',
    other: 'Data penggantinya tercatat atas nama lain. Bila ini keliru, datang ke loket membawa KTP.', tag: 'Digabung',
  },
  proposals: {
    pendingTitle: 'Menunggu pemeriksaan petugas', pending: (fields: string) => `Perubahan ${fields} belum dipakai. Petugas data memeriksanya, lalu pemilik dikabari.`,
    acceptedTitle: 'Perubahan diterima', accepted: (fields: string, when: string) => `Perubahan ${fields} diterima ${when}.`,
    rejectedTitle: 'Perubahan belum diterima', rejected: (fields: string, when: string) => `Perubahan ${fields} tidak diterima ${when}.`,
    note: (text: string) => `Alasan: ${text}`, withdraw: 'Tarik perubahan ini', withdrawn: 'Perubahan ditarik.', sent: 'Perubahan terkirim dan menunggu pemeriksaan petugas.',
    toSteward: 'Periksa usulan',
  },
  status: {
    title: 'Bagaimana keadaan usahanya?', lead: 'Usaha yang tutup tidak dihapus. Suratnya tetap dapat diperiksa.', label: 'Status usaha', since: 'Sejak kapan?', sinceHint: 'Kosongkan bila sejak hari ini.',
    hints: {
      active: 'Berjalan seperti biasa.', paused: 'Berhenti dahulu, akan buka lagi.', closed: 'Tidak berusaha lagi.', 'moved-away': 'Pindah ke kabupaten atau kota lain.',
      'not-found': 'Dicari di tempatnya dan tidak ada.',
    } as Record<string, string>,
    sinceText: (status: string, day: string) => `${status} sejak ${day}`, wrongDate: 'Isi tanggal yang ada di kalender dan sudah lewat.', choose: 'Pilih keadaan usahanya.',
  },
  more: { title: 'Keterangan lain', fill: 'Lengkapi', filled: (filled: number, all: number) => `${filled} dari ${all} terisi` },
  timeline: {
    title: 'Riwayat', older: 'Lebih lama', newest: 'Ke yang terbaru', asOf: 'Lihat keadaan pada tanggal lain', undone: 'dibatalkan',
    photoAdded: (subject: string) => `Foto ditambahkan: ${subject.toLowerCase()}`, photoRemoved: (subject: string) => `Foto tidak ditampilkan lagi: ${subject.toLowerCase()}`,
    merged: (record: string) => `Digabung dengan ${record}`, absorbed: (record: string) => `Digabung ke ${record}`, unmerged: (record: string) => `Penggabungan dengan ${record} dibatalkan`, ofAbsorbed: 'Pada data yang digabung',
    entered: 'Dicatat', enteredFrom: (source: string) => `Dicatat dari ${source}`, importedNothing: (source: string) => `Disebut lagi dalam ${source}`,
    imported: (source: string, fields: string) => `Dari ${source}: ${fields}`, changed: (fields: string) => `Diubah: ${fields}`,
    statusTo: (status: string, since: string) => `Status menjadi ${status} sejak ${since}`, decided: (fields: string) => `Usulan diterima: ${fields}`, confirmed: 'Data dikonfirmasi masih benar',
    proposed: (fields: string) => `Diusulkan: ${fields}`, rejected: (fields: string) => `Usulan tidak diterima: ${fields}`, withdrawn: (fields: string) => `Usulan ditarik: ${fields}`,
    case: {
      submitted: (reference: string) => `Permohonan ${reference} diajukan`, issued: (reference: string) => `Permohonan ${reference} selesai`,
      completed: (reference: string) => `Permohonan ${reference} selesai`, rejected: (reference: string) => `Permohonan ${reference} ditolak`, withdrawn: (reference: string) => `Permohonan ${reference} ditarik`, expired: (reference: string) => `Permohonan ${reference} ditutup`,
    },
    letter: { issued: (number: string) => `Surat ${number} terbit`, revoked: (number: string) => `Surat ${number} dicabut` },
    and: (fields: string[], more: number) => (more > 0 ? `${fields.join(', ')}, dan ${more} lainnya` : fields.join(', ')),
    open: 'Buka',
  },
}

export type PageWords = typeof pageId

/** The record as of another day. Only officers see it. */
export const pastWords = {
  title: 'Keadaan pada tanggal lain', trueOn: 'Keadaan pada tanggal', trueOnHint: 'Yang benar pada hari itu. Kosongkan untuk semua tanggal.',
  knownAt: 'Menurut yang diketahui sampai tanggal', knownAtHint: 'Hanya yang sudah tercatat sampai akhir hari itu. Kosongkan untuk semua yang diketahui sekarang.',
  show: 'Tampilkan', field: 'Isian', earlier: 'Waktu itu', now: 'Sekarang', differs: 'Berbeda', empty: 'Belum diisi', caption: 'Isian waktu itu dan sekarang', mark: 'Tanda',
  notThen: 'Pada tanggal itu usaha ini belum tercatat', notThenTodo: 'Pilih tanggal yang lebih baru.',
  lead: (trueOn: string | undefined, knownAt: string | undefined) =>
    [trueOn && `Yang benar pada ${trueOn}`, knownAt && `menurut yang diketahui sampai ${knownAt}`].filter(Boolean).join(', ') || 'Keadaan sekarang. Pilih tanggal untuk membandingkan.',
  count: (count: number) => (count === 0 ? 'Tidak ada yang berbeda dengan sekarang.' : `${count} isian berbeda dengan sekarang, ditandai dan di atas.`),
  wrongDate: 'Isi tanggal yang ada di kalender.',
}
