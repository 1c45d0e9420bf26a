import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepCoverage, keepHealth } from '../board-store.ts'
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
