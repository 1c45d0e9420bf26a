import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { indicatorTextsEn } from '../indicator-texts.en.ts'
import { indicatorTextsId } from '../indicator-texts.id.ts'
import { indicatorsId } from '../messages.id.ts'
import { type IndicatorCode, INDICATORS, findIndicator } from './catalogue.ts'
import { type Value, growth } from './figures.ts'

const TODAY = Temporal.PlainDate.from('2026-11-24')
const number = (value: number): Value => ({ kind: 'number', value })

/** A village of 200 active micro businesses; every number below is computed from these by hand. */
const VILLAGE = {
  'status.active': 208, 'status.closed': 12, 'status.duplicate': 3, 'scale.micro': 200, 'scale.small': 5, 'scale.medium': 1, 'scale.unknown': 2,
  'owner.female': 110, 'owner.male': 88, 'owner.unknown': 2, nib: 90, pirt: 25, halal: 10, trademark: 3, bpom: 1, qris: 40, online: 50, digital: 65,
  'workers.paid-male': 30, 'workers.paid-female': 45, 'workers.unpaid-male': 12, 'workers.unpaid-female': 13, 'workers.known': 70, verified: 150, located: 66,
  'confirmed.2024-05': 20, 'confirmed.2025-10': 30, 'confirmed.2025-11': 50, 'confirmed.2026-11': 100,
  'cooperative.active': 8, 'cooperative.meeting-on-time': 6, 'cooperative.meeting-owed': 8, 'cooperative.examined': 5, 'cooperative.healthy': 2, 'kdkmp.all': 4,
  'kdkmp.running': 1, 'cooperative.assets': 1_250_000_000, 'cooperative.net-surplus': 84_000_000, 'cooperative.members': 600,
}

const EXPECTED: Record<IndicatorCode, number> = {
  'usaha-mikro-aktif': 200, 'pertumbuhan-usaha-mikro': 25, 'pemilik-perempuan': 55, 'ber-nib': 45, 'ber-pirt': 12.5, 'ber-halal': 5, 'ber-merek': 1.5,
  'ber-bpom': 0.5, digital: 32.5, 'naik-kelas': 6, 'tenaga-kerja': 100, terverifikasi: 75, 'perlu-pemutakhiran': 25, 'bertitik-lokasi': 33,
  'koperasi-aktif': 8, 'koperasi-rat-tepat-waktu': 75, 'koperasi-sehat': 40, 'kdkmp-beroperasi': 25, 'koperasi-aset': 1_250_000_000,
  'koperasi-shu': 84_000_000, 'koperasi-anggota': 600,
}

const countsOf = (counts: Record<string, number | null>) => new Map(Object.entries(counts))

for (const indicator of INDICATORS) {
  test(`${indicator.code} is computed as its formula says`, () => {
    const value = indicator.compute({ counts: countsOf(VILLAGE), before: countsOf({ 'scale.micro': 160 }), today: TODAY })

    assert.deepEqual(value, number(EXPECTED[indicator.code]))
  })
}

test('a share of nothing is no data and not zero', () => {
  const empty = { counts: countsOf({}), before: countsOf({}), today: TODAY }

  const states = INDICATORS.filter(({ unit }) => unit === 'percent').map(({ compute }) => compute(empty).kind)

  assert.deepEqual(new Set(states), new Set(['none']))
})

test('a hidden number makes every indicator hidden that is computed from it', () => {
  const counts = countsOf({ 'scale.micro': 20, nib: null, 'workers.paid-male': null, 'confirmed.2026-01': null })
  const basis = { counts, before: counts, today: TODAY }

  for (const code of ['ber-nib', 'tenaga-kerja', 'perlu-pemutakhiran']) assert.deepEqual(findIndicator(code)?.compute(basis), { kind: 'hidden' }, code)
  assert.deepEqual(findIndicator('usaha-mikro-aktif')?.compute(basis), number(20))
})

test('growth divides by the year before: 15,481 to 20,242 is 30.75 %, where a neighbour printed 23.52 %', () => {
  const increase = 4_761
  const present = 20_242

  assert.equal(Math.round((increase / present) * 10_000) / 100, 23.52)
  assert.deepEqual(growth(number(present), number(present - increase)), number(30.75))
})

test('growth may be a loss, needs a year before, and a year before of zero says nothing', () => {
  assert.deepEqual(growth(number(90), number(120)), number(-25))
  assert.deepEqual(growth(number(90), undefined), { kind: 'no-earlier' })
  assert.deepEqual(growth(number(90), number(0)), { kind: 'none' })
  assert.deepEqual(growth({ kind: 'hidden' }, number(90)), { kind: 'hidden' })
})

test('the month of a year ago is still fresh, the month before it is due', () => {
  const stale = (today: string) => findIndicator('perlu-pemutakhiran')?.compute({ counts: countsOf({ 'confirmed.2025-11': 1 }), today: Temporal.PlainDate.from(today) })

  assert.deepEqual(stale('2026-11-30'), number(0))
  assert.deepEqual(stale('2026-12-01'), number(100))
})

/** The page of the documentation about indicators, as it must read. */
function page(): string {
  const t = indicatorsId
  const parts = INDICATORS.map(({ code, unit, source, level, classes, division, since, open }) => {
    const { name, concept, definition, formula } = indicatorTextsId[code]
    return [
      `## ${name}`, '', `| | |`, '|---|---|', `| Kode | \`${code}\` |`, `| Konsep | ${concept} |`, `| Definisi | ${definition} |`, `| Satuan | ${t.units[unit]} |`,
      `| Rumus | ${formula} |`, `| Sumber | ${t.sources[source]} |`, `| Frekuensi | ${open ? t.frequencyOpen : t.frequency} |`, `| Tingkat terkecil | ${t.levels[level]} |`,
      `| Klasifikasi | ${[t.byArea, ...classes.map((one) => t.classes[one])].join(', ')} |`, `| Bidang | \`${division}\` |`, `| Berlaku sejak | ${since} |`,
      `| Terbuka | ${open ? 'ya' : 'tidak'} |`, `| In English | ${indicatorTextsEn[code].name}: ${indicatorTextsEn[code].definition} |`, '',
    ].join('\n')
  })
  return `# Indicators\n\nEvery number of the board and of the open data, from \`src/domains/indicators/core/catalogue.ts\`; a test keeps this page the same.\n\n${parts.join('\n')}`
}

test('docs/indicators.md tells every indicator as the catalogue does', async () => {
  const written = await readFile(new URL('../../../../docs/indicators.md', import.meta.url), 'utf8').catch(() => '')

  assert.equal(written, page())
})
