import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import pg from 'pg'
import { seedRegency } from '../../../../db/seeds/regency.ts'
import { type TestApp, freshApp } from '../../../apps/testing.ts'
import { tracedExport } from '../../../platform/export/traced.ts'
import { businessExport } from './business-source.ts'

type Line = Record<string, string>

const linesOf = (csv: string): Line[] => parse(csv, { columns: true })

const WHOLE_OFFICE = { officeId: 'demo', areas: 'all' } as const
const REPORT = { keperluan: 'report', format: 'csv' }

/** Fills in the form and takes the file it leads to. */
async function taken(person: Awaited<ReturnType<TestApp['as']>>, fields: Record<string, string>, filter = ''): Promise<Response> {
  const sent = await person.post(`/petugas/ekspor${filter}`, fields)
  assert.equal(sent.status, 303, await sent.text())
  return person.get(sent.headers.get('location') ?? '')
}

/** Transactions at work on the office's database, as its owner sees them; the program itself may not. */
async function openSnapshots({ databaseUrl }: TestApp): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rowCount } = await client.query('select from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()')
  await client.end()
  return rowCount ?? 0
}

async function exportsIn({ db }: TestApp) {
  const rows = await db.selectFrom('log.events').select(['body']).where('what', '=', 'registry.export').orderBy('seq').execute()
  return rows.map(({ body }) => JSON.parse(body) as { to: string; actor?: string; data: Record<string, unknown> })
}

async function aRegency(t: TestContext, businesses: number): Promise<TestApp> {
  const app = await freshApp(t)
  await seedRegency(app.tools, { businesses, seed: 5 })
  return app
}

test('a data steward takes a part of the registry with masked numbers, and the log says what for, how much and its checksum', async (t) => {
  const app = await aRegency(t, 300)
  const steward = await app.as('data')
  const kept = await app.db.selectFrom('registry.businesses').select(['id', 'registry_number']).where('district_code', '=',
    '35.15.18').orderBy('registry_number').execute()
  const [survivor, absorbed, ...others] = kept
  assert.ok(survivor && absorbed)
  await app.db.updateTable('registry.businesses').set({ status: 'duplicate', merged_into: survivor.id }).where('id', '=',
    absorbed.id).execute()

  const reply = await taken(steward, REPORT, '?kecamatan=35.15.18')
  const text = await reply.text()
  const whole = linesOf(await (await taken(steward, REPORT)).text())

  const lines = linesOf(text)
  assert.deepEqual(lines.map((line) => line['Nomor registri']), [survivor, ...others].map((row) => row.registry_number))
  assert.deepEqual([whole.length, whole.find((line) => line['ID'] === absorbed.id)?.['Digabung ke']], [300, survivor.registry_number])
  assert.ok(lines.every((line) => /^(3515|35\d\d)\*{8}\d{4}$|^$/.test(line['NIK pemilik'] ?? '') && /^08\d\d\*+\d{3}$|^$/.test(line['HP pemilik'] ?? '')))
  assert.equal(reply.headers.get('content-disposition'), 'attachment; filename="usaha-35.15.18-2026-11-11.csv"')
  const [begun, done] = await exportsIn(app)
  assert.deepEqual([begun?.to, begun?.data['purpose'], begun?.data['filter']], ['begun', 'report', ['district=35.15.18']])
  assert.deepEqual([done?.to, done?.data['rows'], done?.data['sha256'], done?.data['numbers']],
    ['done', lines.length, createHash('sha256').update(text).digest('hex'), false])
})

/** A question of officers' addresses beside the same one of the API. */
const SAME: [address: string, asked: string][] = [
  ['q=kerupuk', 'q=kerupuk'], ['q=krupk+udang&kecamatan=35.15.05', 'q=krupk+udang&district=35.15.05'], ['q=xyzqv', 'q=xyzqv'], ['q=...', 'q=...'],
  ['izin=no-nib&golongan=micro&status=active', 'legality=no-nib&scale=micro&status=active'], ['golongan=none', 'scale=none'], ['kbli=C&mutakhir=perlu', 'kbli=C&freshness=due'],
  ['kbli=10&izin=nib&mutakhir=baru', 'kbli=10&legality=nib&freshness=fresh'], ['status=duplicate', 'status=duplicate'],
]

test('the file of a filtered list holds what the list shows and the map counts, whatever the filter', async (t) => {
  const app = await aRegency(t, 400)
  const [steward, api] = [await app.as('data'), await app.api('data')]
  const { rows: [one] } = await sql<{ id: string; nib: string; owner: string }>`
    select id, nib, owner_id as owner from registry.businesses where nib is not null order by id limit 1`.execute(app.db)
  const { rows: [double] } = await sql<{ id: string }>`
    update registry.businesses set status = 'duplicate', merged_into = ${one?.id}::uuid
     where id = (select id from registry.businesses where id <> ${one?.id}::uuid and name ilike '%kerupuk%' order by id limit 1) returning id`.execute(app.db)
  assert.ok(one && double)
  const inList = async (query: string) => {
    const found: string[] = []
    for (let cursor = ''; ;) {
      const { body } = await api.get(`/businesses?sort=name&limit=200&${query}${cursor}`)
      found.push(...body.items.map(({ id }: { id: string }) => id))
      if (body.next === null) return found.toSorted()
      cursor = `&cursor=${body.next}`
    }
  }

  for (const [address, asked] of [...SAME, [`q=${one.nib}`, `q=${one.nib}`]]) {
    const lines = linesOf(await (await taken(steward, REPORT, `?${address}`)).text())
    const map = await (await steward.get(`/petugas/usaha/peta?${address}`)).text()
    const listed = await inList(asked ?? '')
    assert.deepEqual(lines.map((line) => line['ID'] ?? '').toSorted(), listed, address)
    assert.ok(map.includes(listed.length === 0 ? 'Tidak ada usaha yang cocok' : `${listed.length} usaha di`), address)
  }
  const ofOwner = linesOf(await (await taken(steward, REPORT, `?pemilik=${one.owner}`)).text())
  const noted = (await exportsIn(app)).filter(({ to }) => to === 'begun').map(({ data }) => data['filter'])

  assert.ok(ofOwner.some((line) => line['ID'] === one.id))
  assert.deepEqual([noted[0], noted[4], noted.at(-1)], [['q'], ['legality=no-nib', 'scale=micro', 'status=active'], [`owner=${one.owner}`]])
})

/** The file as a phone of today takes it: packed on the way. */
async function takenPacked(app: TestApp, login: string): Promise<Response> {
  const sent = await (await app.as(login)).post('/petugas/ekspor', { ...REPORT, format: 'jsonl' })
  const reply = await app.app.request(sent.headers.get('location') ?? '',
    { headers: { cookie: `sid=${await app.tokenFor(login, 'browser')}`, 'accept-encoding': 'gzip' } })
  assert.equal(reply.headers.get('content-encoding'), 'gzip')
  return reply
}

test('whole numbers need a purpose of their own, an export the second factor, and both a right', async (t) => {
  const app = await aRegency(t, 20)
  const [steward, counter, helper] = [await app.as('data'), await app.as('loket'), await app.as('kadis')]

  const unanswered = await steward.post('/petugas/ekspor', { format: 'csv' })
  const withoutReason = await steward.post('/petugas/ekspor', { ...REPORT, nomor: 'lengkap' })
  const whole = linesOf(await (await taken(steward, { ...REPORT, nomor: 'lengkap', keperluanNomor: 'matching' })).text())
  const mine = await steward.post('/petugas/ekspor', REPORT)
  const others = await helper.get(mine.headers.get('location') ?? '')
  const mayNot = await counter.get('/petugas/ekspor')
  for (const minutes of [21, 20, 20]) {
    await steward.get('/petugas/usaha')
    app.clock.pass({ minutes })
  }
  const late = [await steward.get('/petugas/ekspor'), await steward.get(mine.headers.get('location') ?? '')]

  assert.deepEqual([unanswered.status, withoutReason.status, others.status, mayNot.status], [422, 422, 404, 403])
  assert.ok(whole.every((line) => /^\d{16}$|^$/.test(line['NIK pemilik'] ?? '')) && whole.some((line) => line['NIK pemilik'] !== ''))
  assert.deepEqual(late.map((reply) => reply.headers.get('location')?.split('?')[0]), ['/akun/kode', '/akun/kode'])
})

test('every record stands in the file once and as of one moment, whatever is entered meanwhile; the same state gives the same bytes',
  async (t) => {
  const app = await aRegency(t, 1_050)
  const trace = { what: 'registry.export', officeId: 'demo', role: 'command-line', purpose: 'command-line', numbers: false, filter: [] }
  const file = async (format: 'csv' | 'xlsx', meanwhile = async () => {}) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of tracedExport(app.tools, trace, businessExport(app.tools, WHOLE_OFFICE, {}, false), format)) {
      chunks.push(chunk)
      if (chunks.length === 1) await meanwhile()
    }
    return Buffer.concat(chunks)
  }

  const [before, again, book, bookAgain] = [await file('csv'), await file('csv'), await file('xlsx'), await file('xlsx')]
  const during = await file('csv', async () => {
    await seedRegency(app.tools, { businesses: 100, seed: 6 })
    await sql`update registry.businesses set name = 'Berubah'`.execute(app.db)
  })
  const after = linesOf((await file('csv')).toString())

  assert.ok(before.equals(again) && before.equals(during) && book.equals(bookAgain))
  const numbers = linesOf(before.toString()).map((line) => line['Nomor registri'])
  assert.deepEqual([numbers.length, new Set(numbers).size, after.length], [1_050, 1_050, 1_150])
  assert.ok(after.every((line) => line['Nama usaha'] === 'Berubah'))
})

test('packed on the way it unpacks to the file whose checksum was noted; a client that hangs up ends the snapshot', async (t) => {
  const app = await aRegency(t, 700)

  const bytes = gunzipSync(new Uint8Array(await (await takenPacked(app, 'sekretaris')).arrayBuffer()))
  const reader = (await takenPacked(app, 'data')).body?.getReader()
  await reader?.read()
  const during = await openSnapshots(app)
  await reader?.cancel()
  for (let tries = 0; tries < 200 && (await exportsIn(app)).length < 4; tries += 1) await sleep(20)

  const [, done, , stopped] = await exportsIn(app)
  assert.deepEqual([done?.to, done?.data['rows'], done?.data['sha256']], ['done', 700, createHash('sha256').update(bytes).digest('hex')])
  assert.deepEqual([during, await openSnapshots(app), stopped?.to, stopped?.data['sha256']], [1, 0, 'stopped', undefined])
})
