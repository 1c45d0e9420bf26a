import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wibDate } from '../../kernel/wib.ts'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { aCooperative } from '../cooperatives/testing.ts'
import { runBatch } from './run-batch.ts'
import { type TestCell, aWorkbook } from './testing.ts'

const HEAD = [
  'No', 'Nama Koperasi', 'NIK Koperasi', 'No. Badan Hukum', 'Tgl BH', 'Alamat', 'Desa', 'Kecamatan', 'Ketua', 'Jml Anggota', 'Tanggal RAT', 'Aset (ribu)', 'SHU', 'Status',
]
const LINES: TestCell[][] = [
  ['DATA KOPERASI KABUPATEN SIDOARJO'], [], HEAD,
  // Known by its legal entity number, however it is written; the head of the board is another.
  [1, 'KSP SEJAHTERA', '', '000071/BH/M.KUKM.2/V/2017 ', '2017-05-08', 'Jl. Tambak 3', 'Kupang', 'Jabon', 'Nur Hayati', 120, '2026-02-14', '2.500.000', '(1.250.000)', 'Aktif'],
  // New; its kind stands in the name and the day behind the number.
  [2, 'Koperasi Konsumen "Mitra Tambak"', '3515010020001', '518/BH/XVI.24/2010 tgl. 12 Maret 2010', '', 'Jl. Raya 1', 'Ds. Kedungrejo', 'Jabon', 'Budi', 31, '', '', '', 'Aktif'],
  [3, 'Koperasi Konsumen Mitra Tambak', '3515010020001', '518/BH/XVI.24/2010', '2010-03-12', 'Jl. Raya 1', 'Kedungrejo', 'Jabon', 'Budi', 32, '', '', '', 'Aktif'],
  // The same name in the same village under another number: a person must look.
  [4, 'KSU Sejahtera', '', '99/BH/KWK.13/1999', '1999-05-01', 'Jl. Raya 9', 'Kupang', 'Jabon', '', '', '', '', '', ''],
  [5, 'Koperasi Wanita Melati', '', '', '', 'RT 3', 'Trompoasri', 'Jabon', 'Siti', 20, '', '', '', 'Aktif'],
  [6, 'KUD Subur', '3515010020009', '77/BH/1998', '1998-01-01', 'Jl. Raya', 'Desa Antah', 'Jabon', '', '', '', '', '', ''],
  ['', 'JUMLAH', '', '', '', '', '', '', '', 203, '', '', '', ''],
]

async function sent(app: TestApp, lines: TestCell[][], more: Record<string, string> = {}) {
  const steward = await app.api('data')
  const form = new FormData()
  form.set('file', await aWorkbook({ ODS: lines }, 'ods.xlsx'))
  for (const [name, value] of Object.entries({ source: 'import-sidt', sender: 'ODS', observedOn: wibDate(app.clock.now).toString(), ...more })) form.set(name, value)
  const made = await steward.post('/imports', form)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const id: string = made.body.id
  const step = async (step: string) => {
    const reply = await steward.post(`/imports/${id}/steps`, { step })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
    return runBatch(app.tools, id)
  }
  const rows = async (): Promise<{ number: number; outcome: string; title: string; subjectId: string | null; reasons: { code: string; sentence: string }[] }[]> =>
    (await steward.get(`/imports/${id}/rows`)).body.items
  return { steward, batch: made.body, step, rows }
}

const cooperativeCount = async ({ db }: TestApp) => (await db.selectFrom('cooperatives.cooperatives').select('id').execute()).length

test('a list of cooperatives is known, tried, imported and taken back whole', async (t) => {
  const app = await freshApp(t)
  const known = await aCooperative(app, {
    legalEntityNumber: '000071/BH/M.KUKM.2/V/2017', positions: [{ organ: 'board', role: 'chair', name: 'Suparman', from: '2022-01-01' }],
  })
  const before = await cooperativeCount(app)

  const { steward, batch, step, rows } = await sent(app, LINES)
  await step('check')
  const tried = await rows()
  const afterTrial = await cooperativeCount(app)
  const imported = await step('import')
  const got = await rows()
  const changed = await steward.get(`/cooperatives/${known.id}`)
  const fresh = await steward.get(`/cooperatives/${got[3]?.subjectId}`)

  assert.deepEqual([batch.kind, batch.missingColumns], ['cooperative', []])
  assert.deepEqual(got.map(({ number, outcome }) => [number, outcome]), tried.map(({ number, outcome }) => [number, outcome]))
  assert.deepEqual(got.filter(({ outcome }) => outcome !== 'passed-over').map(({ number, outcome }) => [number, outcome]),
    [[4, 'changed'], [5, 'new'], [6, 'changed'], [7, 'doubtful'], [8, 'refused'], [9, 'refused']])
  assert.deepEqual([afterTrial, await cooperativeCount(app)], [before, before + 2])
  assert.equal(imported.counts.new, 1)
  const said = (number: number) => got.find((row) => row.number === number)?.reasons.map(({ code }) => code) ?? []
  assert.ok(said(5).includes('date-behind-number') && said(5).includes('kind-of-name'), said(5).join())
  assert.ok(said(6).includes('twin') && said(7).includes('doubtful'))
  assert.match(got.find(({ number }) => number === 8)?.reasons[0]?.sentence ?? '', /masih kurang: nomor badan hukum, tanggal badan hukum/)
  assert.match(got.find(({ number }) => number === 9)?.reasons[0]?.sentence ?? '', /Antah/)
  assert.deepEqual([fresh.body.name, fresh.body.legalEntityNumber, fresh.body.legalEntityDate, fresh.body.kind],
    ['Koperasi Konsumen "Mitra Tambak"', '518/BH/XVI.24/2010', '2010-03-12', 'consumer'])
  const year = changed.body.bookYears.find((one: { year: number }) => one.year === 2025)
  assert.deepEqual([year.meetingOn, year.assets, year.netSurplus, year.membersRegistered], ['2026-02-14', 2_500_000_000, -1_250_000, 120])
  const chairs = changed.body.positions.filter((one: { role: string }) => one.role === 'chair')
  assert.deepEqual(chairs.map((one: { name: string; to?: string }) => [one.name, one.to !== undefined]).toSorted(), [['Nur Hayati', false], ['Suparman', true]])

  const undone = await step('undo')
  const back = await steward.get(`/cooperatives/${known.id}`)
  assert.deepEqual([undone.counts.withdrawn, undone.counts.restored, undone.counts.kept], [2, 1, 0])
  assert.equal(await cooperativeCount(app), before)
  assert.deepEqual([back.body.name, back.body.positions.map((one: { name: string; to?: string }) => [one.name, one.to]), back.body.bookYears],
    [known.name, [['Suparman', undefined]], []])
})

test('an older list changes nothing that is better known, and says so; what was used since stays when it is taken back', async (t) => {
  const app = await freshApp(t)
  const known = await aCooperative(app, {
    legalEntityNumber: '71/BH/2017', cooperativeNumber: '3515010020007', positions: [{ organ: 'board', role: 'chair', name: 'Suparman' }],
  })
  const lines: TestCell[][] = [
    ['Nama Koperasi', 'NIK Koperasi', 'Badan Hukum', 'Tgl BH', 'Alamat', 'Desa', 'Kecamatan', 'Jenis', 'Ketua', 'Telepon', 'Anggota L', 'Anggota P'],
    ['Kop. Simpan Pinjam Sejahtera', '3515 0100 20007', '', '', 'Alamat lama 1', 'Kupang', 'Jabon', '', 'Darmaji', '031 8912345', '4', '5'],
    ['Koperasi Jasa Tirta', '', '12/BH/2001', '2001-02-03', 'Jl. Sungai 2', 'Kupang', 'Jabon', 'Jasa', 'Rina', '', '', ''],
  ]

  const { steward, step, rows } = await sent(app, lines, { source: 'import-old', observedOn: '2020-12-31' })
  await step('import')
  const [, old, fresh] = await rows()
  const kept = await steward.get(`/cooperatives/${known.id}`)
  const members = await steward.post(`/cooperatives/${fresh?.subjectId}/members`, { members: [{ name: 'Rina' }] })
  const undone = await step('undo')

  assert.deepEqual([old?.outcome, fresh?.outcome, old?.subjectId], ['changed', 'new', known.id])
  assert.match(old?.reasons.map(({ sentence }) => sentence).join(' ') ?? '', /Mengubah: .*Anggota perempuan.*Tidak diubah karena data yang ada lebih baru.*Jalan dan nomor.*Pengurus/)
  assert.deepEqual([kept.body.address, kept.body.membersFemale, kept.body.positions[0].name], [known.address, 5, 'Suparman'])
  assert.equal(members.status, 201)
  assert.deepEqual([undone.counts.withdrawn, undone.counts.restored, undone.counts.kept], [0, 1, 1])
  assert.equal((await steward.get(`/cooperatives/${fresh?.subjectId}`)).status, 200)
})
