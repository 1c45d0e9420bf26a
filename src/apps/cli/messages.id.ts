import type { LogFault } from '../../platform/log/chain.ts'

const plural = (count: number) => count.toLocaleString('id-ID')

/** A fault of the log, in words, with what to do. */
function fault(one: LogFault): string {
  switch (one.kind) {
    case 'unreadable': return `Baris ${one.line} bukan entri log. Berkas ini rusak atau bukan hasil log export.`
    case 'headless': return `Entri ${one.seq} tidak ada: berkas mulai dari entri ${one.found}. Bila memang diekspor mulai dari sana, tambahkan --from ${one.found}.`
    case 'out-of-order': return `Entri ${one.seq} tidak pada tempatnya: di situ berdiri entri ${one.found}. Ada entri yang dihapus, ditukar, atau disisipkan.`
    case 'altered': return `Entri ${one.seq} sudah diubah: isinya tidak cocok dengan sidik (hash) entri itu.`
    case 'unchained': return `Entri ${one.seq} tidak menyambung dengan entri sebelumnya: entri ${one.seq - 1} atau sambungannya sudah diubah.`
    case 'cut': return one.day === undefined
      ? `Log terpotong: berakhir pada entri ${one.lastSeq}, padahal catatan kepala rantai menyebut entri ${one.rootSeq}.`
      : `Log terpotong: berakhir pada entri ${one.lastSeq}, padahal akar tanggal ${one.day} menyebut entri ${one.rootSeq}.`
    case 'rewritten': return `Log ditulis ulang: entri ${one.fromSeq} sampai ${one.seq} bukan yang diumumkan dalam akar tanggal ${one.day}.`
    case 'bad-root': return {
      signature: `Tanda tangan akar tanggal ${one.day} tidak sah. Berkas akar ini sudah diubah.`,
      'unknown-key': `Akar tanggal ${one.day} ditandatangani kunci yang tidak ada dalam berkas akar.`,
      order: `Akar tanggal ${one.day} tidak menyambung dengan akar sebelumnya.`,
      stamp: `Cap waktu akar tanggal ${one.day} bukan untuk akar itu.`,
    }[one.reason]
  }
}

/** Sentences of the command line. */
export const cliId = {
  about: 'Layanan dinas koperasi dan usaha mikro dari baris perintah.',
  exitCodes: '\nKode keluar: 0 selesai, 1 ditolak atau gagal, 2 salah pakai.',
  help: 'tampilkan bantuan',
  helpCommand: 'tampilkan bantuan untuk satu perintah',
  json: 'tulis hasil sebagai JSON',
  version: 'tampilkan versi',
  usage: { usage: 'Pemakaian:', arguments: 'Argumen:', options: 'Pilihan:', commands: 'Perintah:' },
  wrongUse: {
    'commander.unknownCommand': (what: string) => `Perintah ${what} tidak dikenal.`,
    'commander.unknownOption': (what: string) => `Pilihan ${what} tidak dikenal.`,
    'commander.missingArgument': (what: string) => `Argumen ${what} belum disebut.`,
    'commander.optionMissingArgument': (what: string) => `Pilihan ${what} memerlukan nilai.`,
    'commander.missingMandatoryOptionValue': (what: string) => `Pilihan ${what} wajib disebut.`,
    'commander.excessArguments': () => 'Terlalu banyak argumen.',
  } as Record<string, (what: string) => string>,
  wrongUseOther: 'Perintah ini ditulis dengan cara yang tidak dikenal.',
  seeHelp: 'Lihat --help.',
  schemaOld: 'Susunan database belum sesuai program. Jalankan dahulu: ditakopum migrate',
  failure: (message: string) => `Terjadi kegagalan: ${message}`,
  databaseAway: 'Database tidak menjawab. Periksa DATABASE_URL dan apakah PostgreSQL berjalan.',
  seed: {
    about: 'isi dinas contoh dengan data rekaan (hanya DEMO=1)',
    businesses: 'jumlah usaha',
    cooperatives: 'jumlah koperasi',
    applications: 'jumlah permohonan',
    seed: 'angka awal: angka sama, data sama',
    notACount: 'harus bilangan bulat',
    done: ({ businesses, cooperatives, applications }: { businesses: number; cooperatives: number; applications: number }) =>
      `${plural(businesses)} usaha, ${plural(cooperatives)} koperasi, dan ${plural(applications)} permohonan dibuat.`,
  },
  imports: {
    about: 'baca daftar usaha atau koperasi dari berkas CSV, XLSX, XLS, ODS, atau tabel HTML',
    aboutUndo: 'batalkan seluruh satu impor',
    file: 'berkas daftar', batch: 'nomor impor', sheet: 'nama lembar (bila berkas punya beberapa)',
    mapping: 'berkas JSON: judul kolom ke nama isian', dryRun: 'periksa saja, tanpa mengubah registri',
    source: 'asal daftar: oss, sidt, atau lama', sender: 'nama pengirim, untuk mengenali daftar berikutnya', observedOn: 'tanggal keadaan daftar (2026-03-31); bila tidak diberi: hari ini',
    kind: 'business atau cooperative; bila tidak diberi: ditebak dari kolomnya', refusedTo: 'tempat menulis baris yang ditolak',
    wrongSource: 'harus oss, sidt, atau lama', wrongKind: 'harus business atau cooperative', wrongDate: 'harus tanggal seperti 2026-03-31, tidak sesudah hari ini',
    progress: (done: number) => `${plural(done)} baris…`,
    done: (rows: number, dry: boolean) => (dry ? `Diperiksa: ${plural(rows)} baris. Registri tidak diubah.` : `Selesai: ${plural(rows)} baris.`),
    counts: (one: { new: number; same: number; changed: number; doubtful: number; refused: number }) =>
      `baru ${plural(one.new)} · sama ${plural(one.same)} · berubah ${plural(one.changed)} · meragukan ${plural(one.doubtful)} · ditolak ${plural(one.refused)}`,
    refused: (path: string) => `Baris yang ditolak, dengan alasannya: ${path}`,
    batchIs: (id: string) => `Nomor impor: ${id}. Untuk membatalkannya: ditakopum import undo ${id}`,
    stopped: (id: string) => `Impor ${id} belum selesai. Jalankan perintah yang sama untuk melanjutkan.`,
    undone: (one: { withdrawn: number; restored: number; kept: number }) =>
      `Dibatalkan: ${plural(one.withdrawn)} ditarik, ${plural(one.restored)} dikembalikan, ${plural(one.kept)} tetap karena sudah dipakai.`,
  },
  office: {
    about: 'dinas yang dilayani pemasangan ini',
    aboutAdd: 'catat dinas, sekali saja',
    id: 'kode pendek tanpa spasi, tetap selamanya',
    name: 'nama dinas',
    government: 'nama pemerintah daerah, misalnya "Pemerintah Kabupaten Sidoarjo"',
    region: 'kode Kemendagri kabupaten atau kota, misalnya 35.15',
    address: 'alamat dinas',
    postalCode: 'kode pos',
    letterUnit: 'bagian unit pada nomor surat, misalnya 438.5.99',
    place: 'tempat penandatanganan surat',
    exists: 'Dinas sudah tercatat. Ubah datanya di halaman admin.',
    noRegion: (code: string) => `Wilayah ${code} tidak ada dalam data rujukan.`,
    made: (name: string) => `${name} tercatat. Lanjutkan dengan: ditakopum user add <login> --role admin`,
  },
  start: {
    aboutStart: 'siapkan database, lalu jalankan web dan pekerja bersama-sama',
    aboutServe: 'jalankan web saja',
    aboutWork: 'jalankan pekerja latar saja',
    aboutMigrate: 'sesuaikan susunan database dan data rujukan',
    running: (address: string) => `DITAKOPUM berjalan di ${address}`,
    working: 'Pekerja latar berjalan.',
    stopping: 'Menghentikan program …',
    upToDate: 'Susunan database sudah sesuai.',
    migrated: (count: number) => `${count} perubahan susunan diterapkan.`,
    demo: (address: string, password: string) => [
      '',
      'Contoh untuk mencoba; semua orang rekaan, surat tidak sah.',
      `  Warga    081200000001 atau 081200000002, kode masuk dibaca di ${address}/pesan-demo`,
      '  Petugas  loket, desa, verifikator, kabid, sekretaris, kadis, data, admin, …',
      `           kata sandi ${password}, kode kedua dibaca di halaman yang sama`,
      '  Berhenti: Ctrl+C',
    ],
    port: (code: string, port: number): string => ({
      EADDRINUSE: `Port ${port} sedang dipakai program lain. Hentikan program itu, atau pilih port lain, misalnya PORT=${port + 1}.`,
      EACCES: `Port ${port} tidak boleh dipakai akun ini. Pilih port di atas 1023, misalnya PORT=3000.`,
    }[code] ?? 'Nilai HOST bukan alamat mesin ini. Pakai HOST=127.0.0.1 atau HOST=0.0.0.0.'),
  },
  accounts: {
    about: 'akun petugas dan warga',
    aboutAdd: 'buat akun',
    aboutToken: 'cetak token API; faktor kedua dianggap diberikan selama satu jam',
    login: 'nama masuk petugas atau nomor HP warga',
    role: 'peran, misalnya counter atau business-owner',
    area: 'kode wilayah tugas, misalnya 35.15.05',
    division: 'bidang, misalnya usaha-mikro',
    name: 'nama orang',
    reason: 'alasan; wajib di luar contoh',
    added: (login: string, role: string) => `Akun ${login} dibuat dengan peran ${role}.`,
    password: (password: string) => `Kata sandi sementara: ${password}`,
    totpSecret: (secret: string) => `Kunci aplikasi autentikator: ${secret}`,
  },
  skm: {
    about: 'survei kepuasan masyarakat',
    aboutCompute: 'hitung indeks kepuasan (SKM) dari berkas jawaban; tanpa database',
    file: 'CSV dengan kolom u1 sampai u9, isi 1 sampai 4 atau kosong',
    noFile: (file: string) => `Berkas ${file} tidak ditemukan.`,
    noColumns: (missing: string[]) => `Kolom ${missing.join(', ')} tidak ada. Baris judul harus memuat u1 sampai u9.`,
    columnTwice: (column: string) => `Kolom ${column} ada dua kali. Hapus salah satunya.`,
    wrongValues: (count: number) => `${count} nilai salah. Tiap jawaban harus 1, 2, 3, 4, atau kosong.`,
    wrongValue: (line: number, column: string, value: string) => `Baris ${line}, kolom ${column}: "${value}" bukan 1 sampai 4.`,
    more: (count: number) => `dan ${count} nilai lain.`,
    noIndex: 'Indeks belum dapat dihitung: ada unsur yang tidak dijawab siapa pun.',
    index: (index: string, category: string) => `Nilai SKM ${index}, mutu ${category}`,
    respondents: (count: number, blank: number) => `Responden: ${count}${blank > 0 ? `; lembar tanpa jawaban, tidak dihitung: ${blank}` : ''}`,
    element: (key: string, n: number, nrr: string) => `  ${key}: NRR ${nrr}, dijawab ${n}`,
  },
  deadline: {
    about: 'hitung batas waktu layanan; tanpa database',
    from: 'saat berkas lengkap, RFC 3339, misalnya 2026-11-12T15:00:00+07:00',
    days: 'jumlah hari kerja',
    pauseOption: 'waktu menunggu pemohon; boleh diulang',
    explain: 'sebutkan hari-hari yang dihitung',
    notAMoment: (text: string) => `"${text}" bukan saat dengan zona waktu. Tulis seperti 2026-11-12T15:00:00+07:00.`,
    notAPause: (text: string) => `"${text}" bukan jeda. Tulis saat mulai dan saat selesai dengan garis miring di antaranya.`,
    pauseBackwards: (text: string) => `Jeda "${text}" selesai sebelum mulai. Tukar kedua saat itu.`,
    notDays: (text: string) => `"${text}" bukan jumlah hari. Tulis angka bulat mulai dari 0.`,
    calendarUnknown: (date: string) => `Hari libur sekitar ${date} belum ditetapkan, jadi batas waktunya belum dapat dihitung.`,
    weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
    weekend: 'akhir pekan',
    notCounted: 'jam kerja sesudah jeda',
    counted: (number: number) => (number === 0 ? 'hari ke-0' : `hari kerja ke-${number}`),
    startedAt: (moment: string) => `Mulai dihitung ${moment}`,
    unpaused: (moment: string) => `Tanpa jeda: ${moment}`,
    pause: (from: string, to: string, minutes: number, due: string) => `Jeda ${from} sampai ${to}: ${minutes} menit kerja, batas menjadi ${due}`,
    due: (moment: string) => `Selambatnya ${moment}`,
  },
  tallies: {
    about: 'hitungan registri yang disimpan: periksa dan hitung ulang',
    aboutCheck: 'bandingkan hitungan dengan seluruh data; exit 1 bila berbeda',
    aboutRebuild: 'hitung ulang dari seluruh data; pekerjaan lain boleh berjalan terus',
    same: 'Hitungan sama dengan data.',
    rebuilt: 'Hitungan sudah dihitung ulang dari data.',
    differ: 'Hitungan berbeda dari data. Jalankan: ditakopum tallies rebuild',
    difference: (area: string, measure: string, kept: number, counted: number) => `${area} ${measure}: tersimpan ${kept}, menurut data ${counted}`,
  },
  log: {
    about: 'log kejadian: tulis keluar dan periksa',
    aboutExport: 'tulis log kejadian sebagai baris JSON, tanpa data pribadi',
    aboutVerify: 'periksa rantai log; tanpa database',
    file: 'berkas hasil log export',
    from: 'mulai dari entri nomor n',
    verifyFrom: 'berkas mulai dari entri nomor n',
    roots: 'berkas akar harian yang diumumkan di /log/roots',
    notASeq: (text: string) => `"${text}" bukan nomor entri. Tulis angka mulai dari 1.`,
    exported: (count: number) => `${plural(count)} entri ditulis.`,
    noFile: (path: string) => `Berkas ${path} tidak ditemukan atau tidak dapat dibaca.`,
    notRoots: (path: string) => `Berkas ${path} bukan akar log. Unduh dari /log/roots milik dinas.`,
    whole: (count: number, first: number, last: number) => (count === 0 ? 'Log kosong.' : `Rantai utuh: ${plural(count)} entri, nomor ${first} sampai ${last}.`),
    rooted: (roots: number, seq: number, last: number) =>
      `Cocok dengan ${roots} akar yang diumumkan, sampai entri ${seq}.${last > seq ? ' Entri sesudahnya belum diumumkan.' : ''}`,
    noRootMet: 'Tidak ada akar yang jatuh pada entri dalam berkas ini.',
    withoutRoots: 'Tanpa --roots, ekor yang dipotong atau log yang seluruhnya ditulis ulang tidak terlihat.',
    fault,
  },
  report: {
    about: 'laporan kinerja: buat, dan hitung ulang dari log',
    aboutKind: { monthly: 'laporan satu bulan', quarterly: 'laporan satu triwulan', yearly: 'laporan satu tahun' },
    period: { monthly: 'bulan, 2026-10', quarterly: 'triwulan, 2026-K4', yearly: 'tahun, 2026' },
    out: 'folder tempat menulis laporan',
    aboutVerify: 'hitung ulang semua angka laporan dari log; tanpa database',
    file: 'berkas JSON laporan',
    log: 'berkas hasil log export',
    notAPeriod: {
      monthly: (text: string) => `"${text}" bukan bulan. Tulis seperti 2026-10.`,
      quarterly: (text: string) => `"${text}" bukan triwulan. Tulis seperti 2026-K4.`,
      yearly: (text: string) => `"${text}" bukan tahun. Tulis seperti 2026.`,
    },
    noOffice: 'Belum ada dinas. Jalankan dahulu: ditakopum office add',
  },
  letter: {
    about: 'surat: periksa',
    aboutVerify: 'periksa surat dari berkasnya, isi QR-nya, atau kodenya; keluar dengan 0 hanya bila berlaku',
    given: 'berkas PDF, isi kode QR, atau kode verifikasi',
    noFile: (path: string) => `Berkas ${path} tidak ditemukan.`,
    verdict: { valid: 'BERLAKU', expired: 'KEDALUWARSA', revoked: 'DICABUT', replaced: 'DIGANTI', altered: 'DIUBAH', unknown: 'TIDAK DIKENAL' },
  },
}
