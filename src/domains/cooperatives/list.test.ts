import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seedCooperatives } from '../../../db/seeds/cooperatives.ts'
import { freshApp } from '../../apps/testing.ts'
import { wibDate } from '../../kernel/wib.ts'
import { EXPORT_COLUMNS, listCooperativesForExport } from './export.ts'
import { cooperativeTallies } from './index.ts'
import { aCooperative } from './testing.ts'

test('a cooperative is found by its name however it is written, by village, kind and number', async (t) => {
  const app = await freshApp(t)
  const ksp = await aCooperative(app, { cooperativeNumber: '3515080010001' })
  const kdkmp = await aCooperative(
    app, { name: 'Koperasi Desa Merah Putih Kupang', kind: 'consumer', group: 'kdkmp', status: 'inactive', statusReason: 'contoh' },
  )
  const ksu = await aCooperative(
    app, { name: 'KSU Barokah', kind: 'consumer', villageCode: '35.15.18.2015', bookYears: [{ year: 2025, meetingOn: '2026-03-01' }] },
  )
  const api = await app.api('kabid')
  const idsFor = async (query: string) => (await api.get(`/cooperatives?${query}`)).body.items.map(({ id }: { id: string }) => id)

  const cases: [string, string[]][] = [
    ['q=ksp sejahtera', [ksp.id]], ['q="sejahtera" kupang', [ksp.id]], ['q=koperasi simpan-pinjam sejah', [ksp.id]],
    ['q=kdkmp kupang', [kdkmp.id]], ['q=serba usaha barakah waru', [ksu.id]],
    ['q=3515080010001', [ksp.id]], [`q=${ksu.registryNumber.toLowerCase()}`, [ksu.id]],
    [`q=${encodeURIComponent(ksu.legalEntityNumber.toLowerCase())}`, [ksu.id]], ['q=tidak ada', []],
    ["q='; drop table x --", []], ['q=!!!', []], ['village=35.15.18.2015&kind=consumer&q=barokah', [ksu.id]], ['group=kdkmp', [kdkmp.id]],
    ['status=inactive', [kdkmp.id]],
    ['district=35.15.05&withoutMeeting=true', [ksp.id]],
  ]
  for (const [query, expected] of cases) assert.deepEqual(await idsFor(query), expected, query)

  const village = await app.api('desa')
  assert.deepEqual(
    new Set((await village.get('/cooperatives')).body.items.map(({ id }: { id: string }) => id)), new Set([ksp.id, kdkmp.id]),
  )
})

test('a made-up regency is the same for the same seed, in parts, in counts and in an export', async (t) => {
  const [one, two] = [await freshApp(t), await freshApp(t)]
  const stored = await seedCooperatives(one.tools, { cooperatives: 120, seed: 7 })
  await seedCooperatives(two.tools, { cooperatives: 120, seed: 7 })
  const again = await seedCooperatives(one.tools, { cooperatives: 120, seed: 7 })

  const exported = await listCooperativesForExport(one.db, 'demo', undefined, 200)
  const other = await listCooperativesForExport(two.db, 'demo', undefined, 200)
  assert.deepEqual([stored, again, exported.length], [120, 0, 121])
  assert.deepEqual(exported, other)
  assert.deepEqual(Object.keys(exported[0] ?? {}).toSorted(), ['id', ...EXPORT_COLUMNS.map(({ key }) => key)].toSorted())
  assert.deepEqual(await listCooperativesForExport(one.db, 'demo', exported[99]?.id, 200), exported.slice(100))

  const api = await one.api('kadis')
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const { body } = await api.get(`/cooperatives?limit=50${cursor}`)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    if (body.next === null) break
    cursor = `&cursor=${body.next}`
  }
  assert.deepEqual([seen.length, new Set(seen).size], [121, 121])

  const tallies = await cooperativeTallies(one.db, 'demo', wibDate(one.clock.now))
  const villages = exported.filter(({ group }) => group === 'kdkmp').map(({ villageCode }) => villageCode)
  assert.equal(new Set(villages).size, villages.length)
  assert.deepEqual(
    [tallies.total, tallies.kdkmp.total, tallies.byStatus.active],
    [121, villages.length, exported.filter(({ status }) => status === 'active').length],
  )
  assert.ok(tallies.byDistrict.length > 12 && tallies.byStatus.inactive > 10 && tallies.kdkmp.running > 0 && tallies.members.female > 100)
  for (const { owed, onTime, afterTarget, late, none } of tallies.meetings) assert.equal(onTime + afterTarget + late + none, owed)
})

test('meetings, health and money are counted as worked out by hand', async (t) => {
  const app = await freshApp(t)
  const data = await app.api('data')
  await data.patch(
    '/cooperatives/5d1c0e7a-2b6f-4c1d-8a35-0c0d0e0f0a0b',
    { status: 'dissolved', statusReason: 'contoh', bookYears: [{ year: 2024, meetingOn: null, assets: null, netSurplus: null }] },
  )
  const year = (more: object) => ({ bookYears: [{ year: 2025, ...more }] })
  await aCooperative(
    app,
    {
      ...year({ meetingOn: '2026-03-31', assets: 10, netSurplus: -4, healthGrade: 'healthy' }), group: 'kdkmp',
      operatingSince: '2026-01-01', membersFemale: 3, membersMale: 4,
    },
  )
  await aCooperative(app, { ...year({ meetingOn: '2026-06-30', assets: 5, healthGrade: 'under-supervision' }), name: 'Dua' })
  await aCooperative(app, { ...year({ meetingOn: '2026-06-30' }), name: 'Tiga', level: 'secondary' })
  await aCooperative(app, { ...year({ meetingOn: '2026-07-01' }), name: 'Empat', group: 'kdkmp' })
  await aCooperative(app, { name: 'Lima', legalEntityDate: '2026-01-01' })
  await aCooperative(
    app,
    {
      name: 'Enam', membersFemale: 100, membersMale: 1, status: 'inactive', statusReason: 'contoh',
      ...year({ meetingOn: '2026-01-02', assets: 1 })
    },
  )

  const tallies = await cooperativeTallies(app.db, 'demo', wibDate(app.clock.now))

  assert.deepEqual(tallies.meetings[0], { year: 2025, owed: 4, onTime: 2, afterTarget: 1, late: 1, none: 0 })
  assert.deepEqual(tallies.meetings[1], { year: 2024, owed: 4, onTime: 0, afterTarget: 0, late: 0, none: 4 })
  assert.deepEqual(tallies.money[0], { year: 2025, reporting: 3, assets: 16, surplusReporting: 1, netSurplus: -4 })
  assert.deepEqual([tallies.health[0]?.examined, tallies.health[0]?.healthy], [2, 1])
  assert.deepEqual([tallies.members, tallies.kdkmp, tallies.byStatus], [
    { female: 3, male: 4 }, { total: 2, running: 1 }, { active: 5, inactive: 1, frozen: 0, dissolving: 0, dissolved: 1 },
  ])
})
