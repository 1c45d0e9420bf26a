import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessKind, proposeColumns } from './columns.ts'
import type { Proposal } from './columns.ts'
import { fieldRule, fieldsOfKind } from './fields.ts'
import { findLayout } from './layout.ts'
import { SYNONYMS } from './column-synonyms.ts'
import { importsId as t } from '../messages.id.ts'
import { rowsOf, someWorld } from './testing.ts'
import type { RecordKind } from './fields.ts'

function propose(picture: string, kind?: RecordKind): Proposal {
  const rows = rowsOf(picture)
  return proposeColumns(findLayout(rows), rows, someWorld, kind)
}

const fieldsOf = ({ columns }: Proposal) => Object.fromEntries(columns.map(({ header, field }) => [header, field]))

/** One heading among two that are sure, with what is in its column. */
function fieldFor(header: string, samples: string[] = ['abc', 'def', 'ghi']): string | null | undefined {
  const proposal = propose(`Nama Usaha|Alamat Usaha|${header}\n${samples.map((text, at) => `Usaha ${at}|Jl. Raya ${at}|${text}`).join('\n')}`, 'business')
  return proposal.columns[2]?.field
}

test('headings are known by their synonyms, abbreviations and slips of the hand', () => {
  const money = ['1.500.000', '2 jt', 'Rp500.000']
  const heads = ['1', '2', '0']
  const table: [string, string | null, string[]?][] = [
    ['No KTP', 'owner.nationalId'], ['NIK Pemilik', 'owner.nationalId'], ['Nama Pelaku Usaha', 'owner.name'], ['Nm. Pemilik', 'owner.name'],
    ['Nama Pemilk', 'owner.name'], ['NAMA  PEMILIK', 'owner.name'], ['Merk', 'brand'], ['No HP/WA', 'owner.phone', ['081200000001', '81200000002', '081200000003']],
    ['Telp', 'owner.phone', ['081200000001', '081200000002', '8.12E+11']], ['Desa/Kel', 'village', ['Kupang', 'Semambung', 'Kupang']],
    ['Kec.', 'district', ['Jabon', 'Porong', 'Jabon']], ['Jenis Usaha', 'description'], ['KBLI', 'kbli', ['56101', '10794', '56103']],
    ['Omzet/bln', 'monthlySales', money], ['Omset per tahun', 'annualSales', money], ['Omset (Rp) / Th', 'annualSales', money], ['Hasil Penjualan', 'annualSales', money],
    ['Omzet 2023', 'annualSales', money], ['Aset', 'assets', money], ['Modal', 'capital', money], ['Modal Awal', 'startingCapital', money],
    ['Jml TK L', 'workersPaidMale', heads], ['P', 'workersPaidFemale', heads], ['Tenaga Kerja (orang)', 'workersTotal', heads], ['NIB', 'nib', ['0502240060209', '-', 'belum ada']],
    ['Tgl NIB', 'nibDate', ['1/2/2023', '2023-03-01', '-']], ['PIRT', 'pirt', ['206351501000128', 'ada', '-']], ['Halal', 'halalNumber', ['ID35110000123450424', 'sudah', '-']],
    ['NPWP', 'npwp', ['09.254.294.3-407.000', '-', '-']], ['Lat', 'latitude', ['-7.45', '-7.46', '-7.47']], ['Long', 'longitude', ['112.7', '112.71', '112.72']],
    ['Koordinat', 'point', ['-7.45, 112.7', '-7.46, 112.71', '']], ['L/P', 'owner.gender', ['L', 'P', 'L']], ['Jenis Kelamin', 'owner.gender', ['L', 'P', 'P']],
    ['Status', 'status', ['Aktif', 'Tutup', 'Aktif']], ['Status', 'legalForm', ['Perorangan', 'CV', 'Perorangan']], ['Status', 'placeOwnership', ['Sewa', 'Milik sendiri', 'Sewa']],
    ['Tahun Berdiri', 'startedOn', ['2015', '2016', '2017']], ['Mulai Usaha', 'startedOn', ['2015', '1 Mei 2016', '2017']], ['Tempat, Tgl Lahir', 'owner.birth', ['Sidoarjo, 1-2-1980', 'Jember, 3-4-1979', '']],
    ['No', null], ['Foto', null], ['Tanda Tangan', null], ['Rasa', null], ['no_ktp', 'owner.nationalId'], ['nama_pemilik', 'owner.name'], ['tk_laki', 'workersPaidMale', heads],
    ['omzet_tahunan', 'annualSales', money], ['Modal Usaha (tanpa tanah dan bangunan)', 'capital', money], ['Alamat Pemilik', 'owner.address'], ['Timestamp', 'observedOn', ['2024-05-01 10:00', '2024-05-02 11:00', '']],
  ]
  for (const [header, expected, samples] of table) assert.equal(fieldFor(header, samples), expected, `${header} ${samples?.join()}`)
})

test('a column that contradicts its heading gives way, and says so', () => {
  const { columns } = propose(`
    Nama|NIK|Telepon
    Siti|081200000001|3515051208800000
    Budi|081200000002|3515051208810000
    Ani|081200000003|3515051208820000`, 'business')

  assert.deepEqual(columns.map(({ field }) => field), ['owner.name', 'owner.phone', 'owner.nationalId'])
  assert.equal(columns[1]?.by, 'content')
  assert.equal(columns[1]?.reason, '3 dari 3 baris contoh berisi nomor HP.')
})

test('a list without headings is told by what is in it', () => {
  const { columns } = propose(`
    Siti|3515051208800000|081200000001|0502240060209|10794|Kupang|Jabon|-7.4523, 112.7183|L
    Budi|3515051208810000|81200000002|0602240060209|56101|Semambung|Jabon|-7.4511, 112.7122|P
    Ani|3515055208820000|081200000003|0702240060209|56103|Gedang|Porong|-7.4599, 112.7155|P`)

  assert.deepEqual(columns.map(({ field }) => field), [null, 'owner.nationalId', 'owner.phone', 'nib', 'kbli', 'village', 'district', 'point', 'owner.gender'])
  assert.ok(columns.slice(1).every(({ by, confidence }) => by === 'content' && confidence < 0.9))
})

test('two columns for one field: the surer one has it, the other says which', () => {
  const proposal = propose(`
    No|Nama|Alamat|Alamat Usaha|No HP|No WA|Nama Usaha
    1|Siti|Kupang RT 1|Jl. Raya 1|081200000001|081200000001|Kerupuk
    2|Budi|Kupang RT 2|Jl. Raya 2|081200000002||Warung`)

  assert.deepEqual(fieldsOf(proposal), {
    No: null, Nama: 'owner.name', Alamat: 'owner.address', 'Alamat Usaha': 'address', 'No HP': 'owner.phone', 'No WA': null, 'Nama Usaha': 'name',
  })
  assert.equal(proposal.columns[5]?.reason, 'Isian "Nomor HP" sudah diambil dari kolom "No HP" yang lebih cocok.')
  assert.match(proposal.columns[2]?.reason ?? '', /^Isian "Alamat" sudah diambil dari kolom "Alamat Usaha" yang lebih cocok\. Judul kolom "Alamat"/)
})

test('units, years and the order of days come from heading and column', () => {
  const { columns } = propose(`
    Nama Usaha|Omzet Tahun 2023 (juta)|Modal (Rp000)|Tgl NIB|Omzet/bln
    Kerupuk|15|2.500|3/25/2023|1.000.000
    Warung|20|1.000|4/1/2023|2.000.000`)

  assert.deepEqual(columns.slice(1).map(({ field, factor, year, dateOrder }) => [field, factor, year, dateOrder]), [
    ['annualSales', 1e6, 2023, undefined], ['capital', 1e3, undefined, undefined], ['nibDate', undefined, undefined, 'mdy'], ['monthlySales', undefined, undefined, undefined],
  ])
})

test('sales without a period are proposed with a warning', () => {
  const { columns } = propose('Nama Usaha|NIK|Omzet\nKerupuk|3515051208800000|15.000.000')

  assert.equal(columns[2]?.field, 'annualSales')
  assert.ok((columns[2]?.confidence ?? 1) < 0.7)
  assert.match(columns[2]?.reason ?? '', /Judulnya tidak menyebut per bulan atau per tahun\. Pastikan dulu\.$/)
})

test('a list of cooperatives is known by its headings, whatever the office is called', () => {
  const picture = `
    DINAS KOPERASI DAN USAHA MIKRO|||||||||
    No|Nama Koperasi|NIK|No Badan Hukum|Tgl BH|Alamat|Desa/Kel|Ketua|Jumlah Anggota||Status
    |||||||| L|P|
    1|KSP Maju Bersama|3515010020001|518/BH/KWK.13/1999|1 Mei 1999|Jl. Raya|Kupang|Siti|10|20|Aktif
    2|KSU Rukun|3515010020002|519/BH/KWK.13/1999|2 Mei 1999|Jl. Raya|Kupang|Budi|11|21|Tidak Aktif`
  const proposal = propose(picture)

  assert.equal(proposal.kind, 'cooperative')
  assert.deepEqual(fieldsOf(proposal), {
    No: null, 'Nama Koperasi': 'name', NIK: 'cooperativeNumber', 'No Badan Hukum': 'legalEntityNumber', 'Tgl BH': 'legalEntityDate', Alamat: 'address', 'Desa/Kel': 'village',
    Ketua: 'chair', 'Jumlah Anggota / L': 'membersMale', 'Jumlah Anggota / P': 'membersFemale', Status: 'status',
  })
  assert.equal(guessKind(findLayout(rowsOf('DINAS KOPERASI DAN USAHA MIKRO||\nNama Usaha|Nama Pemilik|NIK'))), 'business')
})

const OSS_PROJECT = 'No|Id Proyek|Uraian Jenis Proyek|NIB|Nama Perusahaan|Tanggal Terbit OSS|Uraian Status Penanaman Modal|Uraian Jenis Perusahaan|Uraian Risiko Proyek|Nama Proyek|Uraian Skala Usaha|Alamat Usaha|Kab Kota Usaha|Kecamatan Usaha|Kelurahan Usaha|Longitude|Latitude|Day of Tanggal Pengajuan Proyek|KBLI|Judul KBLI|KL Sektor Pembina|Nama User|Nomor Identitas User|Email|Nomor Telp|Luas Tanah|Satuan Tanah|Mesin Peralatan|Mesin Peralatan Impor|Pembelian Pematangan Tanah|Bangunan Gedung|Modal Kerja|Lain Lain|Jumlah Investasi|TKI|TKA'
const OSS_PERMIT = 'No|Id Permohonan Izin|Nama Perusahaan|NIB|Day of Tanggal Terbit OSS|Uraian Status Penanaman Modal|Propinsi|Kab Kota|Kd Resiko|KBLI|Day of Tgl Izin|Uraian Jenis Perizinan|Nama Dokumen|Uraian Kewenangan|Uraian Status Respon|Kewenangan'

test('the lists of the licensing system are known whole: 36 and 16 columns', () => {
  const project = propose(`${OSS_PROJECT}\n1|R-1|Utama|0502240060209|SITI|11 September 2024|-|Perorangan|Rendah|Kerupuk|Usaha Mikro|RT 1|Kab. Sidoarjo|Jabon|Kupang|112.7|-7.4|11 September 2024|10794`)
  const permit = propose(`${OSS_PERMIT}\n1|I-1|SITI|0502240060209|11 September 2024|-|Prov. Jawa Timur|Kab. Sidoarjo|R|10794|11 September 2024`)
  const kept = (proposal: Proposal) => proposal.columns.filter(({ field }) => field !== null).length

  assert.deepEqual([project.preset, project.columns.length, kept(project)], ['oss-project', 36, 24])
  assert.deepEqual([permit.preset, permit.columns.length, kept(permit)], ['oss-permit', 16, 7])
  assert.ok([...project.columns, ...permit.columns].every(({ by, confidence }) => by === 'preset' && confidence === 1))
})

test('a list of the licensing system with a column less and one more is still known', () => {
  const headers = OSS_PROJECT.split('|').filter((header) => header !== 'TKA' && header !== 'Day of Tanggal Pengajuan Proyek')
  const proposal = propose(`${headers.join('|')}|Tanggal Pengajuan Proyek|Kontak\n1|R-1|Utama`)

  assert.equal(proposal.preset, 'oss-project')
  assert.equal(fieldsOf(proposal)['Tanggal Pengajuan Proyek'], 'observedOn')
  assert.equal(fieldsOf(proposal)['Nama Perusahaan'], 'nibName')
})

test('every synonym leads to a field of its register, and every field has a name for screens', () => {
  for (const kind of ['business', 'cooperative'] as const) {
    for (const { target } of SYNONYMS[kind]) assert.ok(target === 'skip' || fieldRule(kind, target), `${kind} ${target}`)
    for (const field of fieldsOfKind(kind)) assert.ok(t.fields[field], field)
  }
})
