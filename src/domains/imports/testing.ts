import { workbookOf } from '../../platform/sheets/testing.ts'

export type TestCell = string | number
type Lines = readonly (readonly TestCell[])[]

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const cellOf = (cell: TestCell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`)

/** A workbook as people make it, by the names of its sheets. */
export async function aWorkbook(sheets: Record<string, Lines>, name = 'daftar.xlsx'): Promise<File> {
  const parts = Object.entries(sheets).map(([sheet, lines], at): [string, string] => [
    `name="${escaped(sheet)}" sheetId="${at + 1}"`,
    `<sheetData>${lines.map((line, row) => `<row r="${row + 1}">${line.map(cellOf).join('')}</row>`).join('')}</sheetData>`,
  ])
  return new File([new Uint8Array(await workbookOf(Object.fromEntries(parts)))], name)
}

/** Businesses of a village office, with what such lists have around and inside their tables. */
export const messyLines: Lines = [
  ['DAFTAR USAHA MIKRO KECAMATAN JABON'],
  ['Keadaan akhir tahun 2025'],
  [],
  ['No', 'Nama Pemilik', 'NIK', 'Telp', 'Nama Usaha', 'Produk', 'Dusun/Jalan', 'Desa', 'Kecamatan', 'Omset/bln', 'Ket'],
  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  [1, 'Hj. Sumarni', '3515054506700000', '81234500001', 'Kerupuk Udang Sumber Rejeki', 'kerupuk udang', 'Dusun Pelataran RT 3 RW 1', 'Ds. Kedungrejo', 'Jabon', '2,5 jt', ''],
  [2, 'Moch. Rofiq', '3515051203820000', '0812 3450 0002', 'Bengkel Las Rofiq', 'pagar besi', 'Jl. Raya 12', 'Kedungpandan', 'Jabon', 'Rp3.000.000,-', 'baru'],
  [3, 'Siti Zulaikah', '3515055509900000', '081234500003', 'Jahit Zulaikah', 'pakaian', 'RT 2', 'Trompoasri', 'Jabon', '1500000', ''],
  [4, 'Bambang Sutejo', '35150512078', '081234500004', 'Warung Kopi Bambang', 'kopi', '', 'Kupang', 'Jabon', 'tidak tahu', ''],
  [5, 'Nur Aini', '3515054101880000', '081234500005', 'Keripik Singkong Nur Aini', 'keripik', '', 'Desa Antah', 'Jabon', '900 ribu', ''],
  ['', 'Jumlah', '', '', '', '', '', '', '', '7.900.000', ''],
  ['Mengetahui, Camat Jabon'],
]

/** The headings of the list above, and what stands between them and the rows. */
export const messyHead: Lines = messyLines.slice(0, 4)
