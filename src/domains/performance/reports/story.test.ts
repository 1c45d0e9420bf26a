import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { openTools } from '../../../apps/tools.ts'
import { fail } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db/unit.ts'
import { rootLine } from '../../../platform/log/chain.ts'
import { verifyPdf } from '../../../platform/signing/verify-pdf.ts'
import type { Tools } from '../../../platform/tools.ts'
import { verifyReport } from '../verify-report.ts'
import { writeReport } from '../cli.ts'
import { periodOf } from '../core/report.ts'
import { decideFigures, explainFigures } from './approve.ts'
import { archivedBytes } from './archive.ts'
import { draftDueReports, reviseReport } from './draft.ts'
import { readFrame } from './frame.ts'
import { filesOf, sha256 } from './make-files.ts'
import { resumeReportSignings, signReport } from './sign.ts'
import { contentOf, listFiles, listStands } from './store.ts'
import { actorOf, anOfficeWithReports, approveAll, draftedReport, exportedLog, reportOf } from './testing.ts'

test('a report goes from its draft to its signature, an outsider verifies it, and a revision shows what changed', async (t) => {
  const app = await anOfficeWithReports(t)
  const folder = mkdtempSync(join(tmpdir(), 'laporan-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const anew = await openTools(app.config, app.databaseUrl, () => app.clock.now)
  t.after(() => anew.close())

  // Before anybody signed, the command gives what follows from the log: the same bytes before and after the draft, and by another process.
  const october = periodOf('monthly', '2026-10')
  assert.ok(october)
  const written = async (tools: Tools) => {
    const made = await writeReport(tools, 'demo', october, folder)
    assert.ok(made.ok, JSON.stringify(made))
    return { isSigned: made.value.isSigned, files: made.value.files.map((path) => [basename(path), sha256(readFileSync(path))]) }
  }
  const fromLog = await written(app.tools)
  const { id } = await draftedReport(app, '2026-10')
  assert.equal(await draftDueReports(app.tools, 'demo'), 0)
  assert.deepEqual(await written(anew), fromLog)
  assert.deepEqual([fromLog.isSigned, fromLog.files.map(([name]) => name)], [false, ['laporan-2026-10.json', 'laporan-2026-10.xlsx', 'laporan-2026-10.pdf']])
  assert.ok((await verifyReport(readFileSync(join(folder, 'laporan-2026-10.json'), 'utf8'), exportedLog(app))).ok)

  // The secretary remarks one figure: it goes back alone, the others go on.
  await approveAll(app, id, ['kabid'])
  const [secretary, steward, head] = [await actorOf(app, 'sekretaris'), await actorOf(app, 'data'), await actorOf(app, 'kadis')]
  const remarked = await transact(app.db, app.tools.clock, (unit) => decideFigures(unit, secretary, id, [{ code: 'tepat-waktu', remark: 'Mengapa turun?' }, { code: 'masuk' }]))
  assert.ok(remarked.ok)
  await approveAll(app, id, ['sekretaris', 'kadis'])
  assert.deepEqual((await listStands(app.db, id)).filter(({ awaits }) => awaits !== 'none').map(({ code, awaits }) => [code, awaits]), [['tepat-waktu', 'answer']])
  assert.ok(!(await signReport(app.tools, head, id)).ok)
  const answered = await transact(app.db, app.tools.clock, (unit) => explainFigures(unit, steward, id, [{ code: 'tepat-waktu', words: 'Dua verifikator cuti bersama.' }]))
  assert.ok(answered.ok)
  await approveAll(app, id)
  assert.equal((await reportOf(app, id)).state, 'locked')

  // Signed and archived: three files, the page says that it is a sample, the signature covers it.
  const signed = await signReport(app.tools, head, id)
  assert.ok(signed.ok && signed.value.state === 'signed', JSON.stringify(signed))
  const files = new Map((await listFiles(app.db, id)).map((one) => [one.part, one]))
  const [pdf, json, xlsx] = await Promise.all((['pdf', 'json', 'xlsx'] as const).map(async (part) => archivedBytes(app.tools, files.get(part)!)))
  assert.ok(pdf && json && xlsx)
  assert.equal(verifyPdf(pdf, app.tools.signer?.anchors ?? []).verdict, 'valid')
  writeFileSync(join(folder, 'a.pdf'), pdf)
  assert.match(execFileSync('pdfsig', [join(folder, 'a.pdf')], { encoding: 'utf8' }), /Total document signed/)
  const text = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
  const content = await contentOf(app.db, await reportOf(app, id))
  for (const words of ['CONTOH – TIDAK SAH', 'Oktober 2026', 'LAP/2026-10/1', 'Dua verifikator cuti bersama.', `entri ${content.log.firstSeq} sampai ${content.log.lastSeq}`, 'Halaman 1 dari']) {
    assert.ok(text.includes(words), words)
  }
  const compact = text.replaceAll(/[\s\u200b]/g, '')
  assert.ok(compact.includes(content.log.root) && compact.includes(sha256(json)))
  // In the foot of every page: the root of the last day as one line, as it is mailed to the witness.
  const line = rootLine({ day: content.period.to, ...content.log }).replaceAll(' ', '')
  assert.equal(compact.split(line).length - 1, Number(/Halaman 1 dari (\d+)/.exec(text)?.[1]))

  // The outsider, with the JSON and the log.
  const verdict = await verifyReport(json.toString(), exportedLog(app))
  assert.ok(verdict.ok, JSON.stringify(verdict))

  // The same content and frame give the same bytes, also with everything opened anew; the command gives the archived ones.
  const { frame } = await app.db.selectFrom('performance.reports').select('frame').where('id', '=', id).executeTakeFirstOrThrow()
  const [first, second] = [await filesOf(app.tools, content, readFrame(frame ?? '')), await filesOf(anew, content, readFrame(frame ?? ''))]
  assert.deepEqual([second.json, second.xlsx, second.pdf].map(sha256), [first.json, first.xlsx, first.pdf].map(sha256))
  assert.ok(first.json.equals(json) && first.xlsx.equals(xlsx) && pdf.subarray(0, first.pdf.length).equals(first.pdf))
  assert.equal((await written(anew)).isSigned, true)
  assert.ok(readFileSync(join(folder, 'laporan-2026-10.pdf')).equals(pdf))

  // A revision: the old one stays, the new one says what changed and needs the whole chain again.
  await assert.rejects(app.db.updateTable('performance.reports').set({ remarks: 'diubah' }).where('id', '=', id).execute(), /never changed/)
  await app.db.updateTable('office.regions').set({ name: 'Jabon Baru' }).where('code', '=', '35.15.05').execute()
  const revised = await reviseReport(app.tools, await actorOf(app, 'sekretaris'), id, 'Nama kecamatan keliru.')
  assert.ok(revised.ok, JSON.stringify(revised))
  assert.ok(!(await reviseReport(app.tools, secretary, id, 'Dua kali.')).ok)
  const draft = await contentOf(app.db, await reportOf(app, revised.value))
  assert.deepEqual([draft.version, draft.changes?.version, draft.notes.map(({ words }) => words)], [2, 1, ['Dua verifikator cuti bersama.']])
  await approveAll(app, revised.value)
  // The signer is out of reach in the middle: the report stays locked, and the worker ends the signing later.
  const { signer } = app.tools
  assert.ok(signer)
  const away = { ...app.tools, signer: { ...signer, sign: async () => fail({ kind: 'unavailable' as const, detail: 'away' }) } }
  const failed = await signReport(away, head, revised.value)
  assert.ok(failed.ok && failed.value.state === 'signing' && failed.value.lastFailure === 'unavailable')
  app.clock.pass({ minutes: 6 })
  assert.deepEqual([await resumeReportSignings(app.tools, 'demo'), await resumeReportSignings(app.tools, 'demo')], [1, 0])
  assert.equal((await reportOf(app, revised.value)).state, 'signed')
  assert.deepEqual([(await reportOf(app, id)).isReplaced, (await reportOf(app, id)).state], [true, 'signed'])
  assert.equal(createHash('sha256').update(await archivedBytes(app.tools, files.get('pdf')!)).digest('hex'), files.get('pdf')?.sha256)
})
