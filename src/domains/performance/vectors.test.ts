import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { rootsFile } from '../../platform/log/root.ts'
import { periodOf } from './core/report.ts'
import { chance } from './core/testing.ts'
import { anOutsidersFiles, byTheScript, lineOf, noPython } from './testing.ts'
import { verifyReport } from './verify-report.ts'

const VECTORS = join(import.meta.dirname, '../../../docs/vectors')
const vector = (name: string) => readFileSync(join(VECTORS, name), 'utf8')
const [log, report] = [vector('log.jsonl'), vector('report.json')]
const roots = rootsFile.parse(JSON.parse(vector('roots.json')))

async function* each(text: string) { yield* text.split('\n') }

async function inFiles(t: TestContext, files: { report: string; log: string; roots: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'report-check-'))
  t.after(() => rm(folder, { recursive: true }))
  const paths = { report: join(folder, 'report.json'), log: join(folder, 'log.jsonl'), roots: join(folder, 'roots.json') }
  for (const name of ['report', 'log', 'roots'] as const) await writeFile(paths[name], files[name])
  return byTheScript(paths.report, paths.log, paths.roots)
}

test('the test vectors of docs/verify.md are a report that follows from its log, and say what the page says of each case', async () => {
  const verdict = await verifyReport(report, each(log), roots)
  const { figures, log: { root } } = JSON.parse(report)
  const first = (code: string) => figures.find((one: { code: string }) => one.code === code).rows[0]

  assert.deepEqual(verdict, { ok: true, value: { office: 'demo', period: '2026-11', catalogue: 1, entries: 35, figures: 22, rows: 110, placed: true, missing: [], rootLine: `2026-11-30  35  ${root}` } })
  assert.deepEqual([first('waktu-median').value, first('waktu-terlama').value, first('terbuka').value, first('terlambat-terbuka').value], [1500, 3170, 2, 1])
  assert.deepEqual([first('tepat-waktu').part, first('tepat-waktu').whole, first('periksa-tepat-waktu').part, first('periksa-tepat-waktu').whole], [2, 3, 4, 5])
})

test('a verifier written from docs/verify.md alone gets the same figures, byte for byte', { skip: noPython }, () => {
  const { status, output } = byTheScript(join(VECTORS, 'report.json'), join(VECTORS, 'log.jsonl'), join(VECTORS, 'roots.json'))

  assert.match(output, /^equal: 22 figures, 110 rows, the same bytes\nin the foot of the printed report: 2026-11-30  35  [0-9a-f]{64}$/)
  assert.equal(status, 0)
})

test('that verifier names a figure that was changed, an entry that was, and a log that was cut', { skip: noPython }, async (t) => {
  const file = JSON.stringify(roots)
  const better = await inFiles(t, { log, roots: file, report: report.replace('"part":2,"value":null,"whole":3', '"part":3,"value":null,"whole":3') })
  const altered = await inFiles(t, { report, roots: file, log: log.replace('returned', 'returnet') })
  const cut = await inFiles(t, { report, roots: file, log: log.split('\n').slice(0, 30).join('\n') })

  assert.deepEqual([better, altered, cut].map(({ status }) => status), [1, 1, 1])
  assert.equal(better.output, 'DIFFERS tepat-waktu : the report says 3/3, the log gives 2/3')
  assert.equal(altered.output, 'NOT EQUAL: entry 14 is altered')
  assert.match(cut.output, /^NOT EQUAL: the log is cut after entry 30: the root of 2026-11-19 names/)
})

test('that verifier and the program agree on 400 random cases with changing calendars, byte for byte', { skip: noPython }, async (t) => {
  const { entries, roots: signed, report: made } = anOutsidersFiles(chance(77), 400, periodOf('monthly', '2026-11') ?? assert.fail())

  const { output } = await inFiles(t, { report: `${made}\n`, log: entries.map(lineOf).join('\n'), roots: JSON.stringify(signed) })

  assert.match(output, /^equal: 22 figures, \d+ rows, the same bytes$/m)
})
