import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { runBatch } from './run-batch.ts'
import { aWorkbook, messyLines } from './testing.ts'

test('a program sends a list, tells its columns, tries it, imports it and reads what became of each row', async (t) => {
  const app = await freshApp(t)
  const steward = await app.api('data')
  const form = (fields: Record<string, string>) => {
    const body = new FormData()
    body.set('file', file)
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return body
  }
  const file = await aWorkbook({ Koperasi: [['Nama Koperasi', 'Ketua', 'Desa'], ['KSU Jaya', 'Budi', 'Kupang'], ['KSU Maju', 'Ani', 'Kupang']], Data: messyLines }, 'jabon.xlsx')
  const step = (step: string) => steward.post(`/imports/${made.body.id}/steps`, { step })

  // The file may stand before the fields.
  const made = await steward.post('/imports', form({ source: 'import-old', sender: 'Kecamatan Jabon', observedOn: '2025-12-31' }))
  const wrong = await steward.post('/imports', form({ source: 'oss', sender: ' ', observedOn: '2999-01-01' }))
  const notMultipart = await steward.post('/imports', { source: 'import-old' })
  const forbidden = await (await app.api('kadis')).post('/imports', form({ source: 'import-old', sender: 'X', observedOn: '2025-12-31' }))
  const anew = await steward.patch(`/imports/${made.body.id}/columns`, { sheet: 'Data', kind: 'business', columns: [{ at: 6, field: 'address' }, { at: 10, field: null }] })
  const clash = await steward.patch(`/imports/${made.body.id}/columns`, { columns: [{ at: 6, field: 'owner.name' }] })
  const unknown = await steward.patch(`/imports/${made.body.id}/columns`, { columns: [{ at: 6, field: 'ownerName' }, { at: 99, field: null }] })
  const checking = await step('check')
  const early = await step('import')
  await runBatch(app.tools, made.body.id)
  const tried = await steward.get(`/imports/${made.body.id}`)
  await step('import')
  await runBatch(app.tools, made.body.id)
  const refused = await steward.get(`/imports/${made.body.id}/rows?outcome=refused&limit=1`)
  const next = await steward.get(`/imports/${made.body.id}/rows?outcome=refused&limit=1&after=${refused.body.next}`)
  const closed = await step('close')
  const undoing = await step('undo')
  const listed = await steward.get('/imports?limit=1')
  const missing = await steward.get('/imports/1')

  assert.equal(made.status, 201)
  assert.deepEqual([made.body.state, made.body.sheet, made.body.kind], ['columns', 'Koperasi', 'cooperative'])
  assert.deepEqual(wrong.body.problems.map((one: { field: string }) => one.field).toSorted(), ['observedOn', 'sender', 'source'])
  assert.equal(notMultipart.status, 422)
  assert.equal(forbidden.status, 403)
  assert.deepEqual([anew.body.sheet, anew.body.kind, anew.body.missingColumns], ['Data', 'business', []])
  assert.equal(anew.body.columns.find((one: { at: number }) => one.at === 6).field, 'address')
  assert.equal(clash.status, 422)
  assert.deepEqual(unknown.body.problems.map((one: { field: string }) => one.field), ['column-6', 'column-99'])
  assert.equal(checking.body.state, 'checking')
  assert.equal(early.status, 409)
  assert.deepEqual([tried.body.state, tried.body.rows, tried.body.counts.new, tried.body.counts.refused], ['checked', 5, 3, 2])
  assert.match(refused.body.items[0].reasons[0].sentence, /16 angka/)
  assert.equal(next.body.next, null)
  assert.deepEqual(closed.body.steps, ['undo'])
  assert.equal(undoing.body.state, 'undoing')
  assert.deepEqual(listed.body.items.map((one: { id: string }) => one.id), [made.body.id])
  assert.equal(missing.status, 404)
})
