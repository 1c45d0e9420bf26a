import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../apps/testing.ts'
import type { ListedBatch } from '../../registry/index.ts'
import { doubleWorld } from '../double-sides.ts'
import { aCooperative } from '../testing.ts'
import { openCooperativeJudge } from './judge.ts'
import type { ListedCooperative } from './listed-cooperative.ts'

const batch: ListedBatch = {
  id: '0b3c5b8e-0000-4000-8000-000000000001', officeId: 'demo', sender: 'ODS', source: 'import-sidt', by: '00000000-0000-0000-0000-000000000000', observedOn: '2026-10-01',
}
const row = (number: number, record: ListedCooperative['record'], more: Partial<ListedCooperative> = {}): ListedCooperative => ({
  number, people: [], record: { kind: 'service', legalEntityDate: '2001-02-03', address: 'Jalan 1', villageCode: '35.15.05.2006', ...record }, ...more,
})

test('rows are judged the same whether the list was stopped before them or not, and one whose numbers are of several is refused', async (t) => {
  const app = await freshApp(t)
  const known = await aCooperative(app, { legalEntityNumber: '71/BH/2017', name: 'KSP Delta' })
  const other = await aCooperative(app, { cooperativeNumber: '3515010020007', name: 'KSP Delta Jaya' })
  const world = await doubleWorld()
  const first = [row(1, { name: 'Koperasi Jasa Tirta', legalEntityNumber: '12/BH/2001' }, { externalId: 'A-1' }), row(2, { name: 'KSU Mawar', legalEntityNumber: '13/BH/2001' })]
  const rest = [
    row(3, { name: 'Kop. Jasa Tirta', legalEntityNumber: '12/bh/2001', sector: 'Air' }), row(4, { name: 'Lain', legalEntityNumber: '99/BH/1999' }, { externalId: 'A-1' }),
    row(5, { name: 'KSP Mawar', legalEntityNumber: '14/BH/2001' }), row(6, { name: 'KSP Delta Jaya', legalEntityNumber: '71/BH/2017', cooperativeNumber: '3515010020007' }),
    row(7, { name: 'Delta', legalEntityNumber: undefined, legalEntityDate: undefined }),
  ]

  const whole = openCooperativeJudge(app.tools.keys, batch, world)
  const begun = await whole.judge(app.db, app.clock.now, first)
  const judged = await whole.judge(app.db, app.clock.now, rest)
  const again = openCooperativeJudge(app.tools.keys, batch, world)
  again.remember(begun.map(({ row: done, cooperativeId }) => ({ row: done, cooperativeId })))

  assert.deepEqual(await again.judge(app.db, app.clock.now, rest), judged)
  assert.deepEqual(begun.map(({ outcome }) => outcome), ['new', 'new'])
  assert.deepEqual(judged.map(({ outcome, twinOf }) => [outcome, twinOf]), [['changed', 1], ['changed', 1], ['doubtful', undefined], ['refused', undefined], ['same', undefined]])
  assert.deepEqual([judged[2]?.pairs, judged[4]?.cooperativeId], [[begun[1]?.cooperativeId], known.id])
  assert.deepEqual(judged[3]?.refusal, { code: 'numbers-of-several', numbers: [known.registryNumber, other.registryNumber] })
})
