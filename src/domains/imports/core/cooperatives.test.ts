import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposeColumns } from './columns.ts'
import { findLayout } from './layout.ts'
import { splitLegalEntity } from './legal-entity.ts'
import { readDigits, readTelephone } from './read-identifiers.ts'
import { readSurplus } from './read-money.ts'
import { rowReader } from './row-reader.ts'
import { classifyRow } from './row-class.ts'
import { rowsOf, someWorld } from './testing.ts'

test('a list as the ministry exports it and one of an office become records of cooperatives', () => {
  const read = (picture: string) => {
    const rows = rowsOf(picture)
    const layout = findLayout(rows)
    const proposal = proposeColumns(layout, rows, someWorld)
    const reader = rowReader(proposal, someWorld)
    return { kind: proposal.kind, rows: rows.filter((row) => classifyRow(row, layout).kind === 'data').map((row) => reader(row)) }
  }

  const ods = read(`
    NIK|Nama Koperasi|Nomor Badan Hukum Pendirian|Tanggal Badan Hukum Pendirian|Alamat|Kelurahan|Kecamatan|Bentuk Koperasi|Jenis Koperasi|Kelompok Koperasi|Sektor Usaha|Status|Grade|Tgl RAT Terakhir|Manajer|No HP Manajer
    3515010020001|KSP Maju Bersama|518/BH/KWK.13/1999|1999-05-01|Jl. Raya|Kupang|Jabon|Primer Kab/Kota|Simpan Pinjam|Kopwan|Jasa keuangan|Aktif|B|14 Februari 2026|Rina|081200000001
    3515010020002|KSU Rukun|519/BH/KWK.13/1999|1999-05-02|Jl. Raya|Kedungrejo|Jabon|Sekunder|Konsumen|Pegawai|Eceran|Tidak Aktif|C2|-|-|-`)
  const office = read(`
    REKAP KOPERASI KECAMATAN JABON||||||||||
    No|Nama Koperasi|No & Tgl BH|Desa|Anggota||Modal Sendiri (juta)|Volume Usaha|SHU|RAT|Kesehatan
    ||||L|P|||||
    1|Kopwan Melati|12/BH/2001, 3-2-2001|Kupang|-|25|12,5|Rp30.000.000|(1.500.000)|Sudah|Dalam Pengawasan`)

  assert.deepEqual([ods.kind, office.kind], ['cooperative', 'cooperative'])
  assert.deepEqual(ods.rows.map(({ fields, problems }) => [fields, problems]), [[{
    cooperativeNumber: '3515010020001', name: 'KSP Maju Bersama', legalEntityNumber: '518/BH/KWK.13/1999', legalEntityDate: '1999-05-01', address: 'Jl. Raya',
    villageCode: '35.15.05.2006', level: 'primary', kind: 'savings-and-loan', group: 'women', sector: 'Jasa keuangan', status: 'active', certificateGrade: 'B',
    meetingOn: '2026-02-14', manager: 'Rina', 'manager.phone': '081200000001',
  }, []], [{
    cooperativeNumber: '3515010020002', name: 'KSU Rukun', legalEntityNumber: '519/BH/KWK.13/1999', legalEntityDate: '1999-05-02', address: 'Jl. Raya',
    villageCode: '35.15.05.2003', level: 'secondary', kind: 'consumer', group: 'employees', sector: 'Eceran', status: 'inactive', certificateGrade: 'C2',
  }, []]])
  assert.deepEqual(office.rows.map(({ fields }) => fields), [{
    name: 'Kopwan Melati', legalEntityNumber: '12/BH/2001, 3-2-2001', villageCode: '35.15.05.2006', membersFemale: 25, ownCapital: 12_500_000, turnover: 30_000_000,
    netSurplus: -1_500_000, meetingHeld: true, healthGrade: 'under-supervision',
  }])
})

test('the day behind the number of a legal entity is parted from it, and nothing else is', () => {
  const options = { thisYear: 2026 }
  const parted = { number: '518/BH/KWK.13/1999', date: '1999-05-01' }

  for (const text of ['518/BH/KWK.13/1999 tgl. 1 Mei 1999', '518/BH/KWK.13/1999, 01-05-1999', '518/BH/KWK.13/1999 (tanggal 1/5/1999)', '518/BH/KWK.13/1999 1 Mei 1999']) {
    assert.deepEqual(splitLegalEntity(text, options), parted, text)
  }
  for (const number of ['518/BH/KWK.13/V/1999', 'AHU-0001234.AH.01.29.TAHUN 2025', '003456/BH/M.KUKM.2/V/2017', '12 tgl belum']) {
    assert.deepEqual(splitLegalEntity(number, options), { number }, number)
  }
})

test('a loss is read below zero, a fixed telephone with its area code, a Nomor Induk whatever its length', () => {
  const valueOf = (read: { ok: boolean; value?: unknown }) => (read.ok ? (read.value as { value?: unknown }).value : undefined)

  assert.deepEqual(['-1.234.567', '(1.234.567)', 'Rp (500.000)', 'rugi 3 juta', '2,5 juta', 'nihil'].map((text) => valueOf(readSurplus(text))),
    [-1_234_567, -1_234_567, -500_000, -3_000_000, 2_500_000, 0].map((amount) => ({ amount })))
  assert.deepEqual(['031-8912345', '0812 0000 0001', '8912345', '(031) 8912345'].map((text) => valueOf(readTelephone(text))), ['0318912345', '081200000001', undefined, '0318912345'])
  assert.deepEqual(["'3515 0100 20001", '35150', '12', '3,51E+12'].map((text) => valueOf(readDigits(text))), ['3515010020001', '35150', undefined, undefined])
})
