import { plainWords } from './plain-words.ts'

/** A list whose columns are known beforehand: heading, and the field it fills; null is kept in no register. */
type Preset = { name: PresetName; columns: ReadonlyMap<string, string | null> }
export type PresetName = 'oss-project' | 'oss-permit'

const preset = (name: PresetName, columns: Record<string, string | null>): Preset =>
  ({ name, columns: new Map(Object.entries(columns).map(([header, field]) => [plainWords(header), field])) })

// Capital is without land and building (PP 7/2021, Pasal 35): "Jumlah Investasi" holds both, so its other parts are added up instead.
// "Nama Perusahaan" of a person is the person's name; the business is called by its project.
const PRESETS: readonly Preset[] = [
  preset('oss-project', {
    No: null, 'Id Proyek': 'externalId', 'Uraian Jenis Proyek': null, NIB: 'nib', 'Nama Perusahaan': 'nibName',
    'Tanggal Terbit OSS': 'nibDate', 'Uraian Status Penanaman Modal': null, 'Uraian Jenis Perusahaan': 'legalForm', 'Uraian Risiko Proyek': null, 'Nama Proyek': 'name',
    'Uraian Skala Usaha': 'statedScale', 'Alamat Usaha': 'address', 'Kab Kota Usaha': 'regency', 'Kecamatan Usaha': 'district',
    'Kelurahan Usaha': 'village', Longitude: 'longitude', Latitude: 'latitude', 'Day of Tanggal Pengajuan Proyek': 'observedOn',
    KBLI: 'kbli', 'Judul KBLI': null, 'KL Sektor Pembina': null, 'Nama User': 'owner.name', 'Nomor Identitas User': 'owner.nationalId',
    Email: 'owner.email', 'Nomor Telp': 'owner.phone', 'Luas Tanah': null, 'Satuan Tanah': null, 'Mesin Peralatan': 'capitalPart',
    'Mesin Peralatan Impor': 'capitalPart', 'Pembelian Pematangan Tanah': null, 'Bangunan Gedung': null, 'Modal Kerja': 'capitalPart',
    'Lain Lain': 'capitalPart', 'Jumlah Investasi': null, TKI: 'workersTotal', TKA: null,
  }),
  preset('oss-permit', {
    No: null, 'Id Permohonan Izin': 'externalId', 'Nama Perusahaan': 'nibName', NIB: 'nib', 'Day of Tanggal Terbit OSS': 'nibDate',
    'Uraian Status Penanaman Modal': null, Propinsi: null, 'Kab Kota': 'regency', 'Kd Resiko': null, KBLI: 'kbli',
    'Day of Tgl Izin': 'observedOn', 'Uraian Jenis Perizinan': null, 'Nama Dokumen': null, 'Uraian Kewenangan': null, 'Uraian Status Respon': null, Kewenangan: null,
  }),
]

/** Share of a preset's columns that a list must have: senders drop a column or two. */
const ENOUGH = 0.8

/** `fieldOf`: null for a column that is known and kept nowhere, undefined for one that is not part of the list. */
type KnownList = { name: PresetName; fieldOf: (header: string) => string | null | undefined }

/** The preset these headings belong to. "Day of " before a date comes and goes with the program that exports the list. */
export function presetOf(headers: readonly string[]): KnownList | undefined {
  const bare = (header: string) => plainWords(header).replace(/^day of /, '')
  for (const { name, columns } of PRESETS) {
    const known = new Map([...columns].map(([header, field]) => [bare(header), field]))
    const found = new Set(headers.map(bare).filter((header) => known.has(header)))
    if (found.size >= known.size * ENOUGH) return { name, fieldOf: (header) => known.get(bare(header)) }
  }
  return undefined
}
