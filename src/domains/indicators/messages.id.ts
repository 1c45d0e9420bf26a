import { type IndicatorText, indicatorTextsId } from './indicator-texts.id.ts'
import type { IndicatorCode, Level, Unit } from './core/catalogue.ts'
import type { Value } from './core/figures.ts'
import type { SetId } from './core/open-sets.ts'

/** Words of the public pages of figures; officers' pages add `dashboardId`. */
export type IndicatorWords = {
  texts: Record<IndicatorCode, IndicatorText>
  values: Record<Exclude<Value['kind'], 'number'>, string>
  units: Record<Unit, string>
  levels: Record<Level, string>
  sources: Record<'registry' | 'cooperatives', string>
  classes: Record<'kbli' | 'gender' | 'scale', string>
  frequency: string
  frequencyOpen: string
  byArea: string
  fields: Record<'code' | 'concept' | 'definition' | 'unit' | 'formula' | 'source' | 'frequency' | 'level' | 'division' | 'classes' | 'since', string>
  list: { title: string; lead: string; all: string; value: (period: string) => string; officersOnly: string }
  data: {
    title: string; lead: string; hidden: string; licence: string; licenceName: string; producer: string; period: string; updated: string
    spatial: string; frequency: string; columns: string; column: string; meaning: string; csv: string; json: string; machine: string
    catalogue: string; indicators: string; provisional: (when: string) => string; monthEnd: (day: string) => string; rows: (n: string) => string
  }
  sets: Record<SetId, { title: string; about: string }>
  columns: Record<string, string>
  api: { missing: string; area: string }
}

export const indicatorsId: IndicatorWords = {
  texts: indicatorTextsId,
  values: { none: 'tidak ada data', hidden: 'tidak ditampilkan', 'no-earlier': 'belum ada rekaman' },
  units: { business: 'usaha', percent: 'persen', person: 'orang', cooperative: 'koperasi', rupiah: 'rupiah' },
  levels: { village: 'Desa/kelurahan', district: 'Kecamatan', regency: 'Kabupaten' },
  sources: { registry: 'Registri usaha dinas', cooperatives: 'Registri koperasi dinas' },
  classes: { kbli: 'KBLI golongan pokok', gender: 'Jenis kelamin', scale: 'Skala usaha' },
  frequency: 'Setiap saat; direkam setiap akhir bulan',
  frequencyOpen: 'Bulanan',
  byArea: 'Wilayah',
  fields: {
    code: 'Kode', concept: 'Konsep', definition: 'Definisi', unit: 'Satuan', formula: 'Rumus', source: 'Sumber', frequency: 'Frekuensi',
    level: 'Tingkat terkecil', division: 'Penanggung jawab', classes: 'Klasifikasi', since: 'Berlaku sejak',
  },
  list: {
    title: 'Indikator', lead: 'Arti setiap angka yang dipakai dinas: apa yang dihitung, bagaimana, dari mana, dan siapa penanggung jawabnya.',
    all: 'Semua data terbuka', value: (period) => `Nilai, ${period}`, officersOnly: 'dipakai di dalam dinas',
  },
  data: {
    title: 'Data terbuka', lead: 'Angka usaha mikro dan koperasi menurut wilayah, tanpa data pribadi. Silakan diunduh, dipakai, dan dibagikan.',
    hidden: 'Angka 1 sampai 4 dikosongkan agar tidak menunjuk orang tertentu. Beberapa angka lain ikut dikosongkan agar yang pertama tidak dapat dihitung dari jumlahnya. Kosong bukan nol.',
    licence: 'Lisensi', licenceName: 'Creative Commons Atribusi 4.0 (CC BY 4.0): sebutkan nama dinas sebagai sumber',
    producer: 'Produsen data', period: 'Keadaan', updated: 'Diperbarui', spatial: 'Cakupan', frequency: 'Frekuensi', columns: 'Kolom', column: 'Kolom',
    meaning: 'Arti', csv: 'Unduh CSV', json: 'Unduh JSON', machine: 'Katalog untuk mesin (JSON)', catalogue: 'Katalog', indicators: 'Arti setiap indikator',
    provisional: (when) => `${when} (angka sementara; rekaman bulanan pertama belum ada)`, monthEnd: (day) => `akhir bulan, ${day}`,
    rows: (n) => `${n} baris`,
  },
  sets: {
    'usaha-mikro-desa': { title: 'Usaha mikro menurut desa dan kelurahan', about: 'Jumlah usaha mikro aktif di setiap desa dan kelurahan: pemilik perempuan, legalitas, digital, dan tenaga kerja.' },
    'usaha-mikro-kecamatan': { title: 'Usaha mikro menurut kecamatan', about: 'Jumlah usaha mikro aktif di setiap kecamatan dan seluruh kabupaten: pemilik perempuan, digital, dan tenaga kerja.' },
    'usaha-mikro-kbli': { title: 'Usaha mikro menurut kecamatan dan kegiatan (KBLI)', about: 'Jumlah usaha mikro aktif menurut kecamatan dan golongan pokok KBLI (dua angka). Pasangan yang tidak tercantum berarti nol.' },
    'usaha-skala': { title: 'Usaha menurut kecamatan dan skala', about: 'Jumlah usaha aktif menurut kecamatan dan skala (PP 7/2021 Pasal 35).' },
    'legalitas-usaha-mikro': { title: 'Legalitas usaha mikro menurut kecamatan', about: 'Berapa usaha mikro aktif yang memiliki NIB, P-IRT, sertifikat halal, merek terdaftar, dan izin edar BPOM.' },
    'koperasi-kecamatan': { title: 'Koperasi menurut kecamatan', about: 'Jumlah koperasi di setiap kecamatan dan seluruh kabupaten: yang aktif, KDKMP, yang beroperasi, dan anggota koperasi aktif.' },
  },
  columns: {
    kode_wilayah: 'Kode wilayah Kemendagri, teks', kecamatan: 'Nama kecamatan; kosong untuk seluruh kabupaten', desa: 'Nama desa atau kelurahan',
    usaha_mikro: 'Usaha mikro aktif', pemilik_perempuan: 'Usaha mikro aktif yang dimiliki perempuan', ber_nib: 'Usaha mikro aktif dengan NIB',
    ber_pirt: 'Usaha mikro aktif dengan P-IRT', ber_halal: 'Usaha mikro aktif dengan sertifikat halal', ber_merek: 'Usaha mikro aktif dengan merek terdaftar',
    ber_bpom: 'Usaha mikro aktif dengan izin edar BPOM', digital: 'Usaha mikro aktif dengan QRIS atau penjualan daring',
    tenaga_kerja: 'Orang yang bekerja di usaha mikro aktif', kbli_versi: 'Versi KBLI: 2020 atau 2025', kbli_kategori: 'Huruf kategori KBLI',
    kbli_golongan_pokok: 'Golongan pokok KBLI, dua angka, teks', uraian: 'Judul golongan pokok', skala: 'mikro, kecil, menengah, besar, atau belum-diketahui',
    usaha: 'Usaha aktif', jenis: 'nib, pirt, halal, merek, atau bpom', jumlah: 'Usaha mikro aktif yang memilikinya', persen: 'jumlah dibagi usaha_mikro, dalam persen, dua desimal',
    koperasi: 'Koperasi yang tercatat', koperasi_aktif: 'Koperasi berstatus aktif', kdkmp: 'Koperasi Desa/Kelurahan Merah Putih',
    kdkmp_beroperasi: 'KDKMP yang sudah menjalankan usaha', anggota: 'Anggota koperasi aktif; anggota beberapa koperasi dihitung di setiap koperasi',
  },
  api: { missing: 'Tidak ada nilai terbuka untuk indikator dan wilayah ini.', area: 'Tuliskan kode wilayah seperti 35.15, 35.15.05, atau 35.15.05.2003.' },
}

/** The office's own board of figures: for officers, in Indonesian only. */
export const dashboardId = {
  title: 'Dasbor', lead: 'Keadaan usaha mikro menurut registri, dihitung saat halaman ini dibuka.',
  area: 'Wilayah', choose: 'Tampilkan', up: (name: string) => `Kembali ke ${name}`,
  source: (source: string, asOf: string) => `Sumber: ${source}, ${asOf}`,
  pending: 'Data dalam jumlah besar sedang dihitung. Angka di bawah adalah keadaan sebelum data itu masuk; muat ulang sebentar lagi.',
  short: {
    'usaha-mikro-aktif': 'Usaha mikro', 'pertumbuhan-usaha-mikro': 'Pertumbuhan', 'pemilik-perempuan': 'Perempuan', 'ber-nib': 'NIB', digital: 'Digital',
    'perlu-pemutakhiran': 'Pemutakhiran',
  } as Partial<Record<IndicatorCode, string>>,
  map: (place: string) => `Peta usaha mikro aktif di ${place}`, mapArea: (name: string, n: string) => `${name}: ${n} usaha mikro aktif`,
  mapNote: 'Usaha mikro aktif per wilayah; angkanya ada di tabel di bawah. Batas wilayah bukan batas resmi.',
  districts: 'Menurut kecamatan', villages: 'Menurut desa dan kelurahan', district: 'Kecamatan', village: 'Desa/kelurahan', gone: 'sudah tidak ada',
  noEarlier: (first: string | undefined) => first === undefined
    ? 'Pertumbuhan belum dapat dihitung: rekaman akhir bulan yang pertama belum ada.'
    : `Pertumbuhan belum dapat dihitung: rekaman pertama ${first}, jadi pembandingnya baru ada setahun kemudian.`,
  growthAgainst: (day: string) => `Pertumbuhan dibandingkan dengan ${day}.`,
  kbli: 'Menurut kegiatan (KBLI)', kbliOthers: (n: number) => `${n} golongan pokok lainnya`, kbliVersion: (version: string) => `KBLI ${version}`,
  activity: 'Kegiatan', microBusinesses: 'Usaha mikro aktif', records: 'Usaha tercatat', part: 'Bagian', noKbli: 'Kegiatan belum diketahui',
  started: 'Menurut tahun mulai', startedAt: 'Mulai', startedUnknown: 'Belum diketahui', before: (year: number) => `Sebelum ${year}`, from: (first: number, last: number) => `${first}–${last}`,
  status: 'Menurut status dan skala', statusOf: 'Status atau skala',
  statuses: {
    'status.active': 'Aktif', 'scale.micro': '— skala mikro', 'scale.small': '— skala kecil', 'scale.medium': '— skala menengah', 'scale.large': '— skala besar',
    'scale.unknown': '— skala belum diketahui', 'status.paused': 'Tutup sementara', 'status.closed': 'Tutup', 'status.moved-away': 'Pindah ke luar',
    'status.not-found': 'Tidak ditemukan', 'status.duplicate': 'Ganda (tidak ikut dihitung di tempat lain)',
  } as Record<string, string>,
  workers: 'Tenaga kerja usaha mikro', workersOf: 'Jenis', workersKnown: (known: string, all: string) => `Diketahui dari ${known} di antara ${all} usaha mikro aktif; sisanya dihitung nol.`,
  workerKinds: {
    'workers.paid-male': 'Dibayar, laki-laki', 'workers.paid-female': 'Dibayar, perempuan', 'workers.unpaid-male': 'Tidak dibayar, laki-laki',
    'workers.unpaid-female': 'Tidak dibayar, perempuan',
  } as Record<string, string>,
  people: 'Orang', meaning: 'Arti setiap indikator',
  cooperatives: 'Koperasi',
}
