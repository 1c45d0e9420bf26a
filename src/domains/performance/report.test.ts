import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { TestApp } from '../../apps/testing.ts'
import { exportLog } from '../../platform/log/export.ts'
import { rootsFileOf } from '../../platform/log/roots.ts'
import { catchUpCases } from './cases-store.ts'
import { type Period, periodOf } from './core/report.ts'
import { makeReport, reportText } from './make-report.ts'
import { anOfficeWithAYear, byTheScript, noPython } from './testing.ts'
import { verifyReport } from './verify-report.ts'

const october = periodOf('monthly', '2026-10') as Period

/** An office with a year behind it, and the log as an outsider has it. */
async function anOffice(t: TestContext) {
  const app = await anOfficeWithAYear(t)
  return { app, lines: await exported(app) }
}

async function exported({ db }: TestApp): Promise<string[]> {
  const parts: string[] = []
  await exportLog(db, 'demo', {}, async (text) => { parts.push(text) })
  return parts.join('').split('\n')
}

async function* each(lines: readonly string[]) { yield* lines }

async function textOf(app: TestApp, period = october): Promise<string> {
  const made = await makeReport(app.tools, 'demo', period)
  assert.ok(made.ok, JSON.stringify(made))
  return reportText(made.value)
}

test('an outsider who has only the report and the exported log gets every figure of the office', async (t) => {
  const { app, lines } = await anOffice(t)

  const text = await textOf(app)
  const verdict = await verifyReport(text, each(lines))

  assert.ok(verdict.ok, JSON.stringify(verdict))
  assert.ok(verdict.value.rows > 40)
  const { figures } = JSON.parse(text)
  const value = (code: string) => figures.find((one: { code: string }) => one.code === code).rows[0]
  assert.ok(value('masuk').value > 0 && value('tepat-waktu').whole > 0 && value('waktu-p90').value > 0)
  assert.equal(value('selesai').value, value('terbit').value + value('ditolak').value)
  await toldAlikeByTheScript(t, app, text, lines)
})

/** The same by a program that was written from the public page alone. */
async function toldAlikeByTheScript(t: TestContext, app: TestApp, report: string, lines: readonly string[]): Promise<void> {
  if (noPython) return t.diagnostic(noPython)
  const paths = ['report.json', 'log.jsonl', 'roots.json'].map((name) => join(app.config.dataDir, name))
  const contents = [`${report}\n`, lines.join('\n'), JSON.stringify(await rootsFileOf(app.db, app.tools.keys, 'demo', { limit: 100 }))]
  for (const [at, path] of paths.entries()) await writeFile(path, contents[at] ?? '')

  const [reportAt = '', logAt = '', rootsAt = ''] = paths
  assert.match(byTheScript(reportAt, logAt, rootsAt).output, /^equal: 22 figures, \d+ rows, the same bytes$/m)
}

test('a report made again is the same to the byte, also when the figures had to be read out of the log anew', async (t) => {
  const { app } = await anOffice(t)
  const first = await textOf(app)

  await app.db.deleteFrom('performance.cases').execute()
  await app.db.deleteFrom('performance.progress').execute()
  app.clock.set('2027-02-01T09:00:00+07:00')
  const again = await textOf(app)

  assert.equal(again, first)
})

test('a figure that was made to look better is named', async (t) => {
  const { app, lines } = await anOffice(t)
  const report = JSON.parse(await textOf(app))

  const share = report.figures.find((one: { code: string }) => one.code === 'tepat-waktu').rows[0]
  share.part = share.whole + 1
  const verdict = await verifyReport(JSON.stringify(report), each(lines))

  assert.ok(!verdict.ok && verdict.error.kind === 'figures')
  assert.deepEqual(verdict.error.differences.map(({ code, row }) => [code, row]), [['tepat-waktu', '']])
})

test('a log in which something was changed, cut or left out does not pass for the one of the report', async (t) => {
  const { app, lines } = await anOffice(t)
  const text = await textOf(app)
  const { log: { firstSeq } } = JSON.parse(text)

  const altered = lines.map((line, at) => (at === firstSeq ? line.replace('application.', 'applications.') : line))
  const without = lines.filter((_line, at) => at !== firstSeq)
  const cut = lines.slice(0, firstSeq)
  const results = await Promise.all([altered, without, cut].map((log) => verifyReport(text, each(log))))

  assert.deepEqual(results.map((one) => (one.ok ? 'ok' : one.error.kind)), ['bad-log', 'bad-log', 'other-log'])
})

test('a month that is not over has no report yet', async (t) => {
  const { app } = await anOffice(t)

  const made = await makeReport(app.tools, 'demo', periodOf('monthly', '2026-11') as Period)

  assert.ok(!made.ok && made.error.kind === 'conflict')
})

test('cases told bit by bit are the same as told at once', async (t) => {
  const { app } = await anOffice(t)
  const held = () => app.db.selectFrom('performance.cases').selectAll().orderBy('case_id').execute()
  await catchUpCases(app.tools, 'demo')
  const atOnce = await held()

  await app.db.updateTable('performance.progress').set({ seq: 0 }).execute()
  await catchUpCases(app.tools, 'demo')

  assert.ok(atOnce.length > 100)
  assert.deepEqual(await held(), atOnce)
})
