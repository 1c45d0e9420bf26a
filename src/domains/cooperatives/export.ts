import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { maskPhone } from '../registry/index.ts'
import type { CooperativeGroup, CooperativeKind, CooperativeStatus } from './core/choices.ts'
import { maskTaxNumber } from './core/identity.ts'
import type { BookYear, Cooperative } from './core/record.ts'

/**
 * A cooperative as one flat row. Money in whole rupiah of the last book year that is told; people by name, without their numbers.
 */
export type ExportedCooperative = Record<(typeof EXPORT_COLUMNS)[number]['key'], string | number | boolean | null> & { id: string }

/** The columns in their order, each with what it means; the head of every export and its documentation. */
export const EXPORT_COLUMNS = [
  { key: 'registryNumber', meaning: 'Nomor registrasi koperasi, tetap selamanya' },
  { key: 'mergedInto', meaning: 'Nomor registrasi data yang dipakai selanjutnya; hanya untuk data ganda' },
  { key: 'name', meaning: 'Nama koperasi seperti pada akta' },
  { key: 'cooperativeNumber', meaning: 'NIK koperasi (Nomor Induk Koperasi)' },
  { key: 'legalEntityNumber', meaning: 'Nomor badan hukum seperti tertulis' },
  { key: 'legalEntityDate', meaning: 'Tanggal badan hukum, TTTT-BB-HH' },
  { key: 'amendmentNumber', meaning: 'Nomor perubahan anggaran dasar terakhir' },
  { key: 'amendmentDate', meaning: 'Tanggal perubahan anggaran dasar terakhir' },
  { key: 'address', meaning: 'Alamat kantor' },
  { key: 'villageCode', meaning: 'Kode Kemendagri desa atau kelurahan' },
  { key: 'village', meaning: 'Nama desa atau kelurahan' },
  { key: 'district', meaning: 'Nama kecamatan' },
  { key: 'phone', meaning: 'Telepon atau HP, E.164' },
  { key: 'email', meaning: 'Surel' },
  { key: 'npwp', meaning: 'NPWP badan, 15 atau 16 angka' },
  { key: 'nib', meaning: 'NIB, 13 angka' },
  { key: 'level', meaning: 'Bentuk: primary (primer), secondary (sekunder)' },
  { key: 'kind', meaning: 'Jenis: consumer, producer, marketing, service, savings-and-loan' },
  { key: 'pattern', meaning: 'Pola: conventional, sharia' },
  { key: 'group', meaning: 'Kelompok, kdkmp untuk Koperasi Desa/Kelurahan Merah Putih' },
  { key: 'sector', meaning: 'Sektor usaha' },
  { key: 'kbli', meaning: 'Kode KBLI 5 angka' },
  { key: 'kbliVersion', meaning: 'Tahun KBLI dari kode itu' },
  { key: 'hasSavingsUnit', meaning: 'Ada unit simpan pinjam' },
  { key: 'membershipArea', meaning: 'Wilayah keanggotaan: regency, province, nation; menentukan pengawas' },
  { key: 'loop', meaning: 'Pernyataan UU 4/2023: closed, open, undeclared' },
  { key: 'membersFemale', meaning: 'Anggota perempuan' },
  { key: 'membersMale', meaning: 'Anggota laki-laki' },
  { key: 'candidateMembers', meaning: 'Calon anggota' },
  { key: 'employeesFemale', meaning: 'Karyawan perempuan' },
  { key: 'employeesMale', meaning: 'Karyawan laki-laki' },
  { key: 'certificateGrade', meaning: 'Peringkat sertifikat NIK koperasi' },
  { key: 'kukClass', meaning: 'Kelas KUK 1 sampai 4' },
  { key: 'savingsLicenceNumber', meaning: 'Nomor izin usaha simpan pinjam' },
  { key: 'operatingSince', meaning: 'Beroperasi sejak (KDKMP)' },
  { key: 'status', meaning: 'Status: active, inactive, frozen, dissolving, dissolved' },
  { key: 'statusDate', meaning: 'Tanggal status' },
  { key: 'statusReason', meaning: 'Alasan status' },
  { key: 'chair', meaning: 'Nama ketua pengurus' },
  { key: 'secretary', meaning: 'Nama sekretaris pengurus' },
  { key: 'treasurer', meaning: 'Nama bendahara pengurus' },
  { key: 'bookYear', meaning: 'Tahun buku terakhir yang diisi' },
  { key: 'meetingOn', meaning: 'Tanggal RAT tahun buku itu' },
  { key: 'assets', meaning: 'Aset, rupiah bulat' },
  { key: 'ownCapital', meaning: 'Modal sendiri, rupiah bulat' },
  { key: 'outsideCapital', meaning: 'Modal luar, rupiah bulat' },
  { key: 'turnover', meaning: 'Volume usaha, rupiah bulat' },
  { key: 'netSurplus', meaning: 'SHU, rupiah bulat; minus berarti rugi' },
  { key: 'healthGrade', meaning: 'Predikat kesehatan tahun buku itu' },
  { key: 'source', meaning: 'Sumber data pertama' },
  { key: 'lastConfirmedAt', meaning: 'Terakhir dikonfirmasi, RFC 3339' },
] as const

type Row = {
  id: string; registryNumber: string; mergedInto: string | null; village: string; district: string; source: string; lastConfirmedAt: Date; record: Cooperative
  year: BookYear | null
  chair: string | null; secretary: string | null; treasurer: string | null
}

const told = (value: unknown) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null)

const masked = ({ phone, npwp, email }: Cooperative) => ({
  phone: phone && maskPhone(phone), npwp: npwp && maskTaxNumber(npwp), email: email?.replace(/^(.).*(?=@)/, '$1***'),
})

function flat({ id, record, year, lastConfirmedAt, ...row }: Row, numbers: boolean): ExportedCooperative {
  const values: Record<string, unknown> = {
    ...record, ...(numbers ? {} : masked(record)), ...year, bookYear: year?.year, ...row, lastConfirmedAt: lastConfirmedAt.toISOString(),
  }
  return { id, ...Object.fromEntries(EXPORT_COLUMNS.map(({ key }) => [key, told(values[key])])) } as ExportedCooperative
}

/** Which cooperatives; nothing chosen is all of them. */
export type ExportFilter = {
  /** The areas the person who asks may export; absent: the whole office. */
  areas?: readonly string[] | undefined
  district?: string | undefined; kind?: CooperativeKind | undefined; group?: CooperativeGroup | undefined; status?: CooperativeStatus | undefined
}

function conditions(officeId: string, { areas, district, kind, group, status }: ExportFilter): RawBuilder<unknown> {
  const held = [sql`c.office_id = ${officeId}`]
  if (areas) held.push(sql`c.village_code like any(${areas.map((code) => `${code}%`)}::text[])`)
  if (district) held.push(sql`c.district_code = ${district}`)
  if (kind) held.push(sql`c.kind = ${kind}`)
  if (group) held.push(sql`c.formed_group = ${group}`)
  if (status) held.push(sql`c.status = ${status}`)
  return sql.join(held, sql` and `)
}

/**
 * The office's cooperatives as flat rows, in the order of their ids, so that a long list can be read in parts within one snapshot.
 * @param after id of the last row of the part before; undefined for the first
 * @param numbers telephone, e-mail and tax number whole; else masked
 */
export async function listCooperativesForExport(
  tx: Db | Tx, officeId: string, after: string | undefined, limit: number, { numbers = true, ...filter }: ExportFilter & { numbers?: boolean } = {},
): Promise<ExportedCooperative[]> {
  const holder = (role: string) =>
    sql`(select p.name from cooperatives.positions p where p.cooperative_id = c.id and p.organ = 'board' and p.role = ${role}
      and coalesce(p.valid_to, current_date) >= current_date order by p.valid_from desc nulls last, p.id limit 1)`
  const { rows } = await sql<Row>`
    select c.id, c.registry_number as "registryNumber", m.registry_number as "mergedInto", v.name as village, d.name as district, c.source,
      c.last_confirmed_at as "lastConfirmedAt", c.record,
           (select y.record from cooperatives.book_years y where y.cooperative_id = c.id order by y.year desc limit 1) as year,
           ${holder('chair')} as chair, ${holder('secretary')} as secretary, ${holder('treasurer')} as treasurer
      from cooperatives.cooperatives c
      join office.regions v on v.code = c.village_code join office.regions d on d.code = c.district_code
      left join cooperatives.cooperatives m on m.id = c.merged_into
     where ${conditions(officeId, filter)} and (${after ?? null}::uuid is null or c.id > ${after ?? null}::uuid)
     order by c.id limit ${limit}`.execute(tx)
  return rows.map((row) => flat(row, numbers))
}
