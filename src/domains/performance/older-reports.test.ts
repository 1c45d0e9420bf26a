import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { checkRoots } from '../../platform/log/chain.ts'
import { sha256 } from '../../platform/log/entry.ts'
import { faultLines } from './cli.ts'
import { type Known, KNOWN, readReport } from './core/check-report.ts'
import { EDITIONS } from './core/editions.ts'
import { CATALOGUE, MEANINGS } from './core/figures.ts'
import { periodOf } from './core/report.ts'
import { chance } from './core/testing.ts'
import { reportChecker } from './report-checker.ts'
import { anOutsidersFiles, byTheScript, lineOf, noPython } from './testing.ts'

const files = anOutsidersFiles(chance(411), 12, periodOf('monthly', '2026-11') ?? assert.fail())
const report = JSON.parse(files.report)
const signed = checkRoots(files.roots, () => true)
const roots = signed.ok ? signed.value : []

/** The program as it will be when a figure was added to the catalogue and another is counted otherwise. */
const [first] = EDITIONS
const LATER: Known = {
  editions: [...EDITIONS, { edition: 2, figures: { ...first.figures, masuk: 2, 'dua-hari': 1 } }],
  meanings: [
    ...MEANINGS, { code: 'masuk', version: 2, unit: 'count', rows: (cases) => [{ by: {}, value: cases.length + 1_000 }] },
    { code: 'dua-hari', version: 1, unit: 'count', rows: () => [{ by: {}, value: 7 }] },
  ],
}

function check(told: object, known = KNOWN, by: typeof roots | undefined = roots) {
  const stated = readReport(JSON.stringify(told))
  assert.ok(stated)
  const checker = reportChecker(stated, sha256, by, known)
  for (const entry of files.entries) assert.equal(checker.take(lineOf(entry)), undefined)
  return checker.end()
}

const linesOf = (told: object, known?: Known) => {
  const verdict = check(told, known)
  return verdict.ok ? ['equal'] : faultLines(verdict.error, () => 'log')
}

const withFigure = (told: typeof report, code: string, change: object) => ({ ...told, figures: told.figures.map((one: { code: string }) => (one.code === code ? { ...one, ...change } : one)) })
const withVersion = (code: string, version: number) => withFigure(report, code, { version })

test('the newest edition of the catalogue is the catalogue, and every edition can be counted', () => {
  assert.deepEqual(EDITIONS.at(-1)?.figures, Object.fromEntries(CATALOGUE.map(({ code, version }) => [code, version])))
  for (const { figures } of EDITIONS) {
    for (const [code, version] of Object.entries(figures)) assert.ok(MEANINGS.some((one) => one.code === code && one.version === version), `${code} ${version}`)
  }
})

test('a report of before still verifies after a figure was added and another got a new version, also one that names no edition', () => {
  const { catalogue, ...unnamed } = report

  assert.equal(catalogue, 1)
  assert.deepEqual([linesOf(report, LATER), linesOf(unnamed, LATER)], [['equal'], ['equal']])
})

test('a report of the later catalogue verifies by it, and may not leave out what that one holds', () => {
  const submitted = new Set(files.entries.slice(0, report.log.lastSeq).flatMap(({ body }) => (body.includes('"application.submit"') ? [JSON.parse(body).subject] : []))).size
  const others = report.figures.filter((one: { code: string }) => one.code !== 'masuk')
  const masuk = { code: 'masuk', version: 2, unit: 'count', rows: [{ by: {}, value: submitted + 1_000 }] }
  const later = { ...report, catalogue: 2, figures: [masuk, ...others, { code: 'dua-hari', version: 1, unit: 'count', rows: [{ by: {}, value: 7 }] }] }

  const whole = check(later, LATER)
  const without = check({ ...later, figures: later.figures.slice(0, -1) }, LATER)
  const oldVersion = check({ ...later, figures: [report.figures[0], ...later.figures.slice(1)] }, LATER)

  assert.ok(whole.ok && whole.value.catalogue === 2, JSON.stringify(whole))
  assert.ok(!without.ok && without.error.kind === 'figures' && without.error.differences[0]?.code === 'dua-hari')
  assert.ok(!oldVersion.ok && oldVersion.error.kind === 'figures' && oldVersion.error.differences[0]?.computed === 'version 2, count')
})

test('a version or an edition that nobody knows is named, and what can be counted still is', () => {
  const better = withFigure(withVersion('tepat-waktu', 7), 'selesai', { rows: [] })

  assert.deepEqual(linesOf(withVersion('tepat-waktu', 7)), [
    'TIDAK DIKENAL: Selesai tepat waktu menurut definisi versi 7; pemeriksa ini tidak mengenal versi itu.', 'Angka lain sama dengan log.',
  ])
  assert.deepEqual(linesOf({ ...report, catalogue: 9 })[0], 'TIDAK DIKENAL: laporan dibuat dengan katalog angka edisi 9. Pakai pemeriksa yang lebih baru.')
  assert.match(linesOf(better).join('\n'), /versi 7[^]*BEDA: Permohonan selesai: laporan menyebut -/)
})

test('where the roots do not tell the place of the period, the figures are checked and what was not is said', () => {
  const unrooted = check(report, KNOWN, [])
  const begun = check(report, KNOWN, roots.filter(({ day }) => day > '2026-11-03').slice(0, -1))
  const early = { ...report, log: { ...report.log, firstSeq: report.log.firstSeq + 1 } }
  const elsewhere = check(early, KNOWN, roots)

  assert.ok(unrooted.ok && begun.ok)
  assert.deepEqual([unrooted.value.placed, unrooted.value.missing], [false, ['2026-10-31', '2026-11-30']])
  assert.deepEqual([begun.value.placed, begun.value.missing[0]], [false, '2026-10-31'])
  assert.ok(!elsewhere.ok && elsewhere.error.kind === 'other-place')
})

/** What the script that was written from the page alone says of a report and roots. */
async function byScript(t: TestContext, told: object, rootsText: string): Promise<{ status: number | null; output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'older-report-'))
  t.after(() => rm(folder, { recursive: true }))
  const paths = ['report.json', 'log.jsonl', 'roots.json'].map((name) => join(folder, name))
  const contents = [JSON.stringify(told), files.entries.map(lineOf).join('\n'), rootsText]
  for (const [at, path] of paths.entries()) await writeFile(path, contents[at] ?? '')
  return byTheScript(paths[0] ?? '', paths[1] ?? '', paths[2] ?? '')
}

test('the independent script says the same of unknown versions and of missing roots', { skip: noPython }, async (t) => {
  const whole = JSON.stringify(files.roots)
  const { catalogue: _first, ...unnamed } = report

  const older = await byScript(t, unnamed, whole)
  const madeUp = await byScript(t, withVersion('tepat-waktu', 7), whole)
  const newer = await byScript(t, { ...report, catalogue: 9 }, whole)
  const unrooted = await byScript(t, report, JSON.stringify({ ...files.roots, items: [] }))

  assert.match(older.output, /^equal: 22 figures/)
  assert.deepEqual([madeUp.status, madeUp.output], [1, 'UNKNOWN tepat-waktu by version 7 of its definition\nCANNOT BE SAID: the other figures are equal'])
  assert.deepEqual([newer.status, newer.output], [1, 'UNKNOWN edition 9 of the catalogue\nCANNOT BE SAID: the other figures are equal'])
  assert.equal(unrooted.status, 0)
  assert.match(unrooted.output, /^equal: 22 [^]*\nnot checked: the roots have none of 2026-10-31 and 2026-11-30, so where the period lies there is taken from the report$/)
})
