import type { LogFault } from '../../../platform/log/chain.ts'
import { figureTexts } from '../messages.id.ts'

const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** Why a log is not whole. */
function log(fault: LogFault): string {
  switch (fault.kind) {
    case 'unreadable': return `Baris ${number(fault.line)} dari berkas log tidak dapat dibaca.`
    case 'headless': return `Log harus mulai dari entri ${fault.seq}, tetapi mulai dari entri ${number(fault.found)}.`
    case 'out-of-order': return `Entri ${number(fault.seq)} tidak pada tempatnya: di situ ada entri ${number(fault.found)}. Ada yang dihapus, disisipkan, atau ditukar.`
    case 'altered': return `Isi entri ${number(fault.seq)} diubah.`
    case 'unchained': return `Entri ${number(fault.seq)} tidak menyambung: entri sebelumnya ditulis ulang.`
    case 'cut': return `Log terpotong setelah entri ${number(fault.lastSeq)}: akar hari ${fault.day ?? '-'} menyebut entri ${number(fault.rootSeq)}.`
    case 'rewritten': return `Entri ${number(fault.fromSeq)} sampai ${number(fault.seq)} ditulis ulang: bukan log yang diumumkan dengan akar hari ${fault.day}.`
    case 'bad-root': return `Akar hari ${fault.day} tidak sah: ${{ signature: 'tanda tangannya tidak cocok', 'unknown-key': 'kuncinya tidak ada dalam berkas', order: 'tidak menyambung dengan akar sebelumnya', stamp: 'cap waktunya bukan untuk akar itu' }[fault.reason]}.`
  }
}

const names: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(figureTexts).map(([code, { name }]) => [code, name]))

/** What the page that checks a report says; it travels to the browser. */
export const t = {
  title: 'Periksa laporan kinerja',
  lead: 'Hitung ulang semua angka laporan dinas dari log kejadian, di perangkat Anda sendiri. Tidak ada berkas yang dikirim ke mana pun.',
  report: 'Laporan (JSON)', reportHint: 'Berkas laporan-….json dari arsip laporan',
  logFile: 'Log kejadian (JSONL)', logHint: 'Berkas log dari dinas; boleh sejuta baris',
  roots: 'Akar harian (JSON), bila ada', rootsHint: 'Berkas akar-log.json. Tanpa ini, ujung log yang dipotong tidak terlihat.',
  choose: 'Pilih berkas', button: 'Hitung ulang',
  noScript: 'Pemeriksaan berjalan di peramban Anda dan membutuhkan JavaScript. Tanpa itu, pakai perintah ditakopum report verify, atau program Anda sendiri.',
  own: 'Setelah sekali dibuka, halaman ini juga bekerja tanpa internet. Atau simpan sebagai satu berkas yang dibuka langsung dari perangkat Anda.',
  download: 'Simpan halaman ini sebagai satu berkas', getRoots: 'Unduh akar harian',
  chooseBoth: 'Pilih berkas laporan dan berkas log.',
  reading: (entries: number, part: number) => `Memeriksa: ${number(entries)} entri, ${Math.floor(part * 100)} %`,
  failed: 'Berkas tidak dapat dibaca sampai selesai. Coba lagi, atau pakai perintah ditakopum report verify.',
  same: 'SAMA: semua angka laporan ini cocok dengan log.',
  sameMore: (figures: number, rows: number, entries: number, period: string, office: string) =>
    `${figures} angka (${rows} baris) periode ${period} dari kantor “${office}” dihitung ulang dari ${number(entries)} entri log. Rantai log utuh.`,
  rooted: (roots: number) => `Log cocok dengan ${number(roots)} akar harian; letak periode juga cocok.`,
  unsigned: 'Peramban ini tidak dapat memeriksa tanda tangan akar di alamat tanpa https. Urutan dan isinya diperiksa.',
  unplaced: 'Tanpa berkas akar: letak periode diambil dari laporan, dan ujung log yang dipotong tidak terlihat.',
  different: 'TIDAK SAMA', differentMore: 'Angka berikut tidak cocok dengan log:',
  figure: 'Angka', stated: 'Laporan', computed: 'Log', value: 'Nilai', total: 'semua',
  shareOf: (part: number, whole: number) => `${number(part)} dari ${number(whole)}`,
  minutes: (count: number) => `${number(count)} menit kerja`, count: number, nothing: '–',
  unreadableReport: 'Berkas ini bukan laporan kinerja yang dapat dibaca, atau hari-harinya bukan hari periode itu.',
  unreadableRoots: 'Berkas ini bukan berkas akar harian. Unduh dari /log/roots milik dinas.',
  badLog: 'Log tidak utuh', log,
  otherLog: (seq: number) => `Ini bukan log dari laporan itu: entri ${number(seq)} tidak ada atau lain isinya.`,
  stamped: (count: number, services: string) =>
    `${number(count)} akar bercap waktu dari “${services}”: capnya untuk akar itu, dan ditandatangani dengan sertifikat di dalamnya. Yang belum terbukti di sini: apakah layanan cap waktu itu tepercaya. Bandingkan sertifikatnya dengan openssl.`,
  stampsUnread: 'Akar bercap waktu, tetapi peramban ini tidak dapat memeriksanya. Pakai perintah ditakopum log verify.',
  rootLine: 'Di kaki laporan tercetak harus tertulis:',
  missingRoots: (days: readonly string[]) =>
    `Tidak diperiksa: berkas akar tidak memuat akar hari ${days.join(' dan ')}, maka letak periode di situ diambil dari laporan. Unduh lagi berkas akar bila hari itu sudah lewat.`,
  unsure: 'TIDAK DAPAT DIPASTIKAN',
  unknownCatalogue: (edition: number) => `Laporan dibuat dengan katalog angka edisi ${edition}, yang belum dikenal halaman ini. Pakai halaman yang lebih baru.`,
  unknownVersion: (name: string, version: number) => `${name} menurut definisi versi ${version}: halaman ini tidak mengenal versi itu.`,
  restSame: 'Angka lain sama dengan log.',
  otherPlace: (stated: string, found: string) => `Laporan menyebut entri ${stated}; menurut akar harian periode itu adalah entri ${found}.`,
  names,
}
