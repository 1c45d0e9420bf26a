import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReportContent, approvalCodes, changesBetween, defined, registryCode, targetLines, unexplained } from './report-content.ts'
import { decimalText, measureText, minutesText } from './report-numbers.ts'
import { cellText, reportTables, rowText } from './report-tables.ts'

const registry = (value: number | null): ReportContent['registry'] => ({
  day: '2026-11-02', isProvisional: false, note: 'Dari registri.',
  figures: [{ code: 'ber-nib', name: 'Memiliki NIB', unit: 'percent', value, state: value === null ? 'hidden' : 'number', definition: 'arti', formula: 'rumus', division: 'Bidang' }],
})

function aContent(change: Partial<ReportContent> = {}): ReportContent {
  return {
    office: 'demo', period: { kind: 'yearly', key: '2026', from: '2026-01-01', to: '2026-12-31' }, log: { firstSeq: 1, lastSeq: 9, root: 'a'.repeat(64) }, catalogue: 1,
    format: 'ditakopum-report-1', version: 1, reference: 'LAP/2026/1', title: 'Laporan', draftedOn: '2027-01-04',
    figures: defined([
      { code: 'masuk', version: 1, unit: 'count', rows: [{ by: {}, value: 12 }, { by: { district: '35.15.05' }, value: 12 }] },
      { code: 'tepat-waktu', version: 1, unit: 'share', rows: [{ by: {}, value: null, part: 9, whole: 12 }, { by: { district: '35.15.05' }, value: null, part: 9, whole: 12 }] },
      { code: 'waktu-median', version: 1, unit: 'minutes', rows: [{ by: {}, value: 605 }] },
    ]),
    registry: registry(81.5), names: { service: {}, district: { '35.15.05': 'Jabon' }, channel: {}, stage: {}, reason: {} }, changes: null, notes: [], remarks: null, targets: [], ...change,
  }
}

test('every figure of the log, every one of the registry and the words of the office are approved by themselves', () => {
  assert.deepEqual(approvalCodes(aContent()), ['masuk', 'tepat-waktu', 'waktu-median', 'registri:ber-nib', 'catatan'])
})

test('a figure carries what it means, how it is counted, from which events, and who answers for it', () => {
  const [first] = aContent().figures

  assert.deepEqual(Object.values(first?.definition ?? {}).every((one) => one.length > 0), true)
  assert.deepEqual(first?.definition.events, ['application.submit'])
})

test('a new version names each row that reads otherwise, also of the registry, and nothing else', () => {
  const before = aContent()
  const [masuk, ...rest] = before.figures
  assert.ok(masuk)
  const after = aContent({ figures: [{ ...masuk, rows: [{ by: {}, value: 13 }, { by: { district: '35.15.05' }, value: 12 }, { by: { district: '35.15.06' }, value: 1 }] }, ...rest], registry: registry(null) })

  assert.deepEqual(changesBetween(before, before), [])
  assert.deepEqual(changesBetween(before, after), [
    { code: 'masuk', row: '', before: '12', after: '13' }, { code: 'masuk', row: '{"district":"35.15.06"}', before: '-', after: '1' },
    { code: registryCode('ber-nib'), row: '', before: '81.5', after: 'hidden' },
  ])
})

test('a figure that is counted in another way says so', () => {
  const before = aContent()
  const after = aContent({ figures: before.figures.map((one) => (one.code === 'masuk' ? { ...one, version: 2 } : one)) })

  assert.deepEqual(changesBetween(before, after), [{ code: 'masuk', row: 'version', before: '1', after: '2' }])
})

test('a goal of the year is held against the result the way that is good for the applicant', () => {
  const lines = targetLines(aContent(), new Map([['tepat-waktu', 75], ['waktu-median', 600], ['masuk', 10]]))

  assert.deepEqual(lines.map(({ code, result, isMet }) => [code, result, isMet]), [['masuk', 12, true], ['tepat-waktu', 75, true], ['waktu-median', 605, false]])
  assert.deepEqual(unexplained(lines, []), ['waktu-median'])
  assert.deepEqual(unexplained(lines, [{ code: 'waktu-median', words: 'Dua petugas cuti.' }]), [])
})

test('the tables say what the figures say, by the names of places', () => {
  const tables = reportTables(aContent())
  const district = tables.find(({ id }) => id === 'kecamatan')

  assert.deepEqual(district?.rows.map((row) => row.map(cellText)), [['Jabon', '12', '75 %', '–']])
  assert.ok(!tables.some(({ rows }) => rows.length === 0))
  assert.equal(rowText(aContent().names, '{"district":"35.15.05"}'), 'Jabon')
})

test('numbers are written as in Indonesia', () => {
  assert.deepEqual([0, 1234, 12.5, 1234567.891, -3.1].map(decimalText), ['0', '1.234', '12,5', '1.234.567,89', '−3,1'])
  assert.deepEqual([0, 59, 60, 605, 61_000].map(minutesText), ['0 mnt', '59 mnt', '1 j', '10 j 5 mnt', '1.016 j 40 mnt'])
  assert.equal(measureText('percent', null), '–')
})
