import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db/unit.ts'
import { publishRoots } from '../../../platform/log/roots.ts'
import { keepCoverage, keepHealth } from '../board-store.ts'
import { keepForecast } from '../forecast-store.ts'
import { keepMonths } from '../months-store.ts'
import { anOfficeWithAYear } from '../testing.ts'

test('the head of office sees support, capacity and value with their evidence, and plainly what is not recorded', async (t) => {
  const app = await anOfficeWithAYear(t, 60)
  const kadis = await app.as('kadis')
  const before = await (await kadis.get('/petugas/kinerja')).text()

  await keepMonths(app.tools, 'demo')
  await keepCoverage(app.tools, 'demo')
  await keepHealth(app.tools, 'demo', [{ check: 'clock', name: 'jam', state: 'ok', text: 'sama' }, { check: 'disk', name: 'disk', state: 'bad', text: 'Sisa tinggal 1 GB.' }])
  const board = await (await kadis.get('/petugas/kinerja')).text()

  assert.match(before, /Angka bulanan pertama muncul[\s\S]*Belum pernah diperiksa[\s\S]*Cakupan belum dihitung/)
  assert.match(board, /Oktober 2026[\s\S]*Dukungan[\s\S]*Jangkauan pelatihan<\/h2><p class="lead">Tidak dicatat di sini[\s\S]*Kapasitas[\s\S]*1 dari 2[\s\S]*Nilai[\s\S]*Selesai tepat waktu/)
  assert.match(board, /href="\/kinerja\?bulan=2026-10"[\s\S]*Sisa tinggal 1 GB\.[\s\S]*href="\/petugas\/dasbor\?wilayah=35\.15\./)
  // The list of posts is the administrator's; who may not open it is not led there.
  assert.doesNotMatch(board, /href="\/admin\/pejabat"/)
  const status = async (login: string) => (await (await app.as(login)).get('/petugas/kinerja')).status
  assert.deepEqual([await status('loket'), await status('081200000001'), await status('desa'), await status('admin'), (await app.visitor.get('/petugas/kinerja')).status], [200, 403, 403, 403, 303])
})

test('the forecast on the board says how many will be late and what would help, and leads to the cases', async (t) => {
  const app = await anOfficeWithAYear(t, 150)
  const kadis = await app.as('kadis')
  await keepForecast(app.tools, 'demo')
  const calm = await (await kadis.get('/petugas/kinerja')).text()

  const { id } = await app.db.selectFrom('applications.applications').select('id').where('status', '=', 'accepted').orderBy('id').limit(1).executeTakeFirstOrThrow()
  const late = [{ id, service: 'UM-02', stage: 'verify', dueMs: Date.parse('2026-11-12T16:00:00+07:00'), endMs: Date.parse('2026-11-13T09:15:00+07:00') }]
  const forecast = JSON.stringify({ open: 30, factor: 1, late, remedies: [{ remedy: { kind: 'order' }, late: 0 }], tested: { asked: 80, called: 10, right: 9, late: 12 } })
  await app.db.updateTable('performance.board').set({ forecast }).execute()
  const busy = await (await kadis.get('/petugas/kinerja')).text()

  assert.match(calm, /Dari \d+ berkas di dinas|berkas di dinas diperkirakan terlambat/)
  assert.match(calm, /Diuji pada 20 pagi terakhir/)
  assert.match(busy, new RegExp(`1 dari 30 berkas[\\s\\S]*menurut batas waktu[\\s\\S]*sisa 0[\\s\\S]*href="/petugas/permohonan/${id}"[\\s\\S]*13 Nov 2026, 09\\.15[\\s\\S]*10 kali disebut akan terlambat, 9 benar; sebenarnya 12 kali`))
})

test('the board counts the objections of the month out of the log, with the definition of each figure', async (t) => {
  const app = await anOfficeWithAYear(t, 20)
  const { id } = await app.db.selectFrom('applications.applications').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
  for (const step of ['object', 'object', 'objection-deny', 'objection-lapse']) {
    await transact(app.db, app.tools.clock, async (unit) => ok(unit.record('demo', { what: `application.${step}`, kind: 'application', subject: id, role: 'system', data: { objection: id } })))
  }
  app.clock.set('2026-12-01T00:10:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  await keepMonths(app.tools, 'demo')

  const board = await (await (await app.as('kadis')).get('/petugas/kinerja')).text()
  const definitions = await (await app.visitor.get('/kinerja/definisi?bahasa=en')).text()

  assert.match(board, /November 2026[^]*Keberatan masuk<\/h2><p class="figure-value">2<[^]*Keberatan dijawab tepat waktu<\/h2><p class="figure-value">50%[^]*href="\/kinerja\/definisi#keberatan-tepat-waktu">keberatan-tepat-waktu versi 1<[^]*Keberatan dikabulkan<\/h2><p class="figure-value">50%/)
  assert.match(board, /Keberatan masuk[^]{0,400}Bulan sebelumnya 0\./)
  assert.match(definitions, /id="keberatan-dikabulkan"><h2>Objections granted/)
})
