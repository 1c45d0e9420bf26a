import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'
import { transact } from '../../platform/db/unit.ts'
import { ok } from '../../kernel/result.ts'
import { valueOf } from '../../kernel/testing.ts'
import { undoActs } from '../registry/index.ts'
import { keepAct, writeFromActs } from './cooperative-acts.ts'
import { findCooperative } from './cooperative-store.ts'
import { aCooperative, aCooperativeRequest } from './testing.ts'

const WAHYU = '081200000002'
const DEMO = '5d1c0e7a-2b6f-4c1d-8a35-0c0d0e0f0a0b'
const NIK = '3515051506750000'

test('a secretary enters a cooperative, the counter changes it, and what came between is a conflict', async (t) => {
  const app = await freshApp(t)
  const [wahyu, counter] = [await app.api(WAHYU), await app.api('loket')]
  const request = aCooperativeRequest({
    positions: [{ organ: 'board', role: 'chair', name: 'Budi', nationalId: NIK, phone: '081234567890' }], phone: '031 8912345',
    npwp: '012345678901234',
  })

  const first = await wahyu.post('/cooperatives', request, { 'idempotency-key': 'k1' })
  const again = await wahyu.post('/cooperatives', request, { 'idempotency-key': 'k1' })
  const { id, version, positions } = first.body
  const changed = await counter.patch(`/cooperatives/${id}`, {
    version, membersFemale: 12, unknown: { nib: 'refused' }, bookYears: [{ year: 2025, meetingOn: '2026-03-31', netSurplus: -5 }],
    positions: [{ id: positions[0].id, to: '2026-01-01' }],
  })
  const late = await wahyu.patch(`/cooperatives/${id}`, { version, address: 'Jalan Lain 2' })
  const same = await counter.patch(`/cooperatives/${id}`, { membersFemale: 12 })

  assert.deepEqual([first.status, again.body.id, first.body.registryNumber.slice(0, 12)], [201, id, '3515-K-2026-'])
  assert.deepEqual(
    positions.map((one: { role: string; name: string }) => [one.role, one.name]), [['chair', 'Budi'], ['secretary', 'Wahyu Setiawan']],
  )
  assert.doesNotMatch(JSON.stringify(first.body), new RegExp(`${NIK}|81234567890|012345678901234|318912345`))
  assert.equal(positions[0].nationalId, '3515********0000')
  assert.deepEqual(
    [changed.status, changed.body.version, changed.body.unknown.nib, changed.body.bookYears[0].meetingState],
    [200, version + 1, 'refused', 'on-time'],
  )
  assert.deepEqual(changed.body.positions.map((one: { isCurrent: boolean }) => one.isCurrent), [false, true])
  assert.deepEqual([late.status, late.body.code, late.body.present.version], [409, 'changed-meanwhile', version + 1])
  assert.deepEqual([same.status, same.body.version], [200, version + 1])
  const events = await app.db.selectFrom('log.events').select(['what', 'body']).where('subject_id', '=', id).orderBy('seq').execute()
  assert.deepEqual(events.map(({ what }) => what), ['cooperative.create', 'cooperative.update'])
  assert.doesNotMatch(JSON.stringify(events), /Budi|Sejahtera|Tambak/)
})

test('a legal entity number is given once, however it is written', async (t) => {
  const app = await freshApp(t)
  const one = await aCooperative(app, { legalEntityNumber: '518/BH/XVI.24/12/2003' })
  const other = await aCooperative(app, { name: 'Koperasi Lain' })
  const api = await app.api('data')

  const twice = await api.post('/cooperatives', aCooperativeRequest({ legalEntityNumber: ' 518 /bh/ xvi.24/12/2003' }))
  const moved = await api.patch(`/cooperatives/${other.id}`, { legalEntityNumber: '518/BH/XVI.24/12/2003 ' })
  const namesake = await api.post('/cooperatives', aCooperativeRequest({ name: 'KSP SEJAHTERA' }))

  for (const refused of [twice, moved]) {
    assert.deepEqual([refused.status, refused.body.code, refused.body.problems[0].field], [422, 'legal-entity-taken', 'legalEntityNumber'])
    assert.match(refused.body.problems[0].message, new RegExp(one.registryNumber))
  }
  assert.deepEqual([namesake.status, namesake.body.warnings.some(({ code }: { code: string }) => code === 'maybe-double')], [201, true])
})

test('each may do what is his: the own board, the own village, the whole office, and nobody else', async (t) => {
  const app = await freshApp(t)
  const here = await aCooperative(app)
  const path = `/cooperatives/${here.id}`
  const statusOf = async (login: string) => {
    const api = await app.api(login)
    return [
      (await api.get(path)).status, (await api.patch(path, { sector: login })).status, (await api.get('/cooperatives')).status,
      (await api.post('/cooperatives', aCooperativeRequest())).status,
    ]
  }

  const table = {
    loket: [200, 200, 200, 201], desa: [200, 200, 200, 201], data: [200, 200, 200, 201], pengawas: [200, 403, 200, 403],
    kadis: [200, 403, 200, 403], admin: [403, 403, 403, 403], enumerator: [403, 403, 403, 403],
    '081200000001': [403, 403, 200, 403], [WAHYU]: [403, 403, 200, 201],
  }
  for (const [login, expected] of Object.entries(table)) assert.deepEqual(await statusOf(login), expected, login)

  const wahyu = await app.api(WAHYU)
  assert.deepEqual(
    [(await wahyu.get(`/cooperatives/${DEMO}`)).status, (await wahyu.patch(`/cooperatives/${DEMO}`, { sector: 'Ritel' })).status],
    [200, 200],
  )
  const village = await app.api('desa')
  assert.equal((await village.get(`/cooperatives/${DEMO}`)).status, 403)
  assert.equal((await village.patch(path, { villageCode: '35.15.18.2015' })).status, 403)
  assert.equal((await app.app.request(`/api/v1${path}`)).status, 401)
  assert.equal((await wahyu.get(`/cooperatives/${randomUUID()}`)).status, 404)
})

test('who leaves the board loses the cooperative, and its people do not speak for the office', async (t) => {
  const app = await freshApp(t)
  const [wahyu, counter] = [await app.api(WAHYU), await app.api('loket')]
  const own = (await counter.get(`/cooperatives/${DEMO}`)).body.positions.find((one: { role: string }) => one.role === 'secretary')

  const graded = await wahyu.patch(`/cooperatives/${DEMO}`, { bookYears: [{ year: 2024, healthGrade: 'healthy' }], status: 'dissolved' })
  await counter.patch(`/cooperatives/${DEMO}`, { positions: [{ id: own.id, to: '2026-11-10' }] })
  const after = await wahyu.get(`/cooperatives/${DEMO}`)

  assert.deepEqual(
    [graded.status, graded.body.problems.map(({ field }: { field: string }) => field)], [422, ['status', 'bookYears.2024.healthGrade']],
  )
  assert.equal(after.status, 403)
  const reads = await app.db.selectFrom('log.reads').select(['what', 'subject_id']).distinct().execute()
  assert.deepEqual(reads, [{ what: 'cooperative.read', subject_id: DEMO }])
})

test('wrong answers are told by field, in sentences', async (t) => {
  const app = await freshApp(t)
  const api = await app.api('loket')

  const empty = await api.post('/cooperatives', {})
  const wrong = await api.post('/cooperatives', aCooperativeRequest({
    villageCode: '35.15.05.2012', npwp: NIK, amendmentDate: '2001-01-01',
    positions: [{ organ: 'board', role: 'chair', name: 'Budi', nationalId: '12' }],
  }))
  const between = await api.post('/cooperatives', aCooperativeRequest({ villageCode: '35.15.05.2012', amendmentDate: '2001-01-01' }))

  const fields = (reply: typeof wrong) => reply.body.problems.map(({ field }: { field: string }) => field)
  assert.deepEqual([empty.status, fields(empty)], [422, ['name', 'kind', 'legalEntityNumber', 'legalEntityDate', 'address', 'villageCode']])
  assert.deepEqual(fields(wrong), ['npwp'])
  assert.match(wrong.body.problems[0].message, /NPWP orang/)
  assert.deepEqual(fields(between), ['villageCode', 'amendmentDate'])
})

test('the past shows what was true and what was known, and a list that is undone leaves no trace in the record', async (t) => {
  const app = await freshApp(t)
  const made = await aCooperative(app, { sector: 'Ritel' })
  app.clock.set('2026-11-20T09:00:00+07:00')
  const api = await app.api('data')
  await api.patch(`/cooperatives/${made.id}`, { sector: 'Sembako', validFrom: '2026-11-15' })
  const [batch, account] = [
    randomUUID(), (await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', 'data').executeTakeFirstOrThrow()).id,
  ]
  const at = (unit: {
    tx: Parameters<typeof keepAct>[0]['tx']; now: typeof app.clock.now
  }) => ({ tx: unit.tx, keys: app.tools.keys, now: unit.now, id: made.id })
  const offered = await transact(app.db, app.tools.clock, async (unit) => ok(await keepAct(at(unit), {
    kind: 'import', source: 'import-oss', by: account, actId: batch, sets: { nib: '1234567890123', 'year/2025/assets': 7 },
  })))
  const during = await findCooperative(app.db, made.id)

  const valueOn = async (query: string) =>
    (await api.get(`/cooperatives/${made.id}/history?${query}`)).body.items.find(({ field }: { field: string }) => field === 'sector')
  const [now, dayBefore, known, entered] = [
    await valueOn(''), await valueOn('trueOn=2026-11-14'), await valueOn('trueOn=2026-11-20&knownOn=2026-11-19'),
    await valueOn('knownOn=2026-11-10'),
  ]
  const undone = valueOf(await transact(app.db, app.tools.clock, async (unit) => {
    await undoActs(unit.tx, batch, unit.now, account)
    return ok(await writeFromActs(at(unit)))
  }))
  const after = await findCooperative(app.db, made.id)

  assert.deepEqual(
    [offered, during?.record.nib, during?.bookYears], [{ ok: true, value: true }, '1234567890123', [{ year: 2025, assets: 7 }]],
  )
  assert.deepEqual(
    [now.value, now.source, now.validFrom, dayBefore.value, known.value, entered],
    ['Sembako', 'office', '2026-11-15', 'Ritel', 'Ritel', undefined],
  )
  assert.deepEqual([undone, after?.record.nib, after?.bookYears, after?.record.sector], ['written', undefined, [], 'Sembako'])
  assert.equal((await api.get(`/cooperatives/${made.id}/history?trueOn=2027-01-01`)).status, 422)
})

test('members told one by one are known by their number, and stand in a list in parts', async (t) => {
  const app = await freshApp(t)
  const made = await aCooperative(app)
  const api = await app.api('loket')
  const members = [
    { name: 'Ani', gender: 'female', memberNumber: '1', joinedOn: '2018-01-01' }, { name: 'Budi', memberNumber: '2' },
    { name: 'Cici', nationalId: '3515055203800000' },
  ]

  const first = await api.post(`/cooperatives/${made.id}/members`, { members })
  const second = await api.post(
    `/cooperatives/${made.id}/members`, { members: [{ name: 'Budi S.', memberNumber: '2', leftOn: '2026-01-01' }] },
  )
  const twice = await api.post(`/cooperatives/${made.id}/members`, { members: [members[0], members[0]] })
  const part = await api.get(`/cooperatives/${made.id}/members?limit=2`)
  const rest = await api.get(`/cooperatives/${made.id}/members?limit=2&cursor=${part.body.next}`)

  assert.deepEqual(
    [first.status, first.body, second.body], [201, { added: 3, changed: 0, members: 3 }, { added: 0, changed: 1, members: 2 }],
  )
  assert.deepEqual([twice.status, twice.body.problems[0].field], [422, 'members.1.memberNumber'])
  assert.deepEqual([...part.body.items, ...rest.body.items].map(({ name }) => name).toSorted(), ['Ani', 'Budi S.', 'Cici'])
  assert.equal(rest.body.next, null)
})
