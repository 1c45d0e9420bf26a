import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { ok } from '../kernel/result.ts'
import { transact } from '../platform/db/unit.ts'
import { publishRoots } from '../platform/log/roots.ts'
import { type TestApp, freshApp } from './testing.ts'

const ROOT = join(import.meta.dirname, '../..')

type Ran = { code: number | null; out: string; err: string }

function ditakopum(words: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/run.mjs'), 'src/apps/cli.ts', ...words], { env: { ...process.env, NODE_OPTIONS: '', ...env } })
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => { ran.out += text })
    child.stderr.setEncoding('utf8').on('data', (text: string) => { ran.err += text })
    child.on('close', (code) => resolve({ ...ran, code }))
  })
}

async function aFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ditakopum-cli-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const envOf = ({ config, databaseUrl }: TestApp) => ({ DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir, KEY_FILE: config.keyFile, DEMO: '1' })

test('the example of the contract is due on Tuesday, and with its pause on Wednesday', async () => {
  const from = ['deadline', '--from', '2026-11-12T15:00:00+07:00', '--days', '3']
  const pause = ['--pause', '2026-11-13T09:00:00+07:00/2026-11-16T10:00:00+07:00']

  const [plain, paused, json, explained] = await Promise.all([
    ditakopum(from), ditakopum([...from, ...pause]), ditakopum([...from, ...pause, '--json']), ditakopum([...from, ...pause, '--explain']),
  ])

  assert.deepEqual([plain.code, plain.out], [0, '2026-11-17T16:00:00+07:00\n'])
  assert.deepEqual([paused.code, paused.out], [0, '2026-11-18T15:30:00+07:00\n'])
  assert.equal(JSON.parse(json.out).pauses[0].addedMinutes, 480)
  assert.match(explained.out, /Selasa 17 November 2026 +hari kerja ke-3/)
})

test('a command that is written wrongly gets a sentence and exit code 2, a refused one 1', async () => {
  const cases: [string[], number, RegExp][] = [
    [['deadline', '--from', 'besok', '--days', '3'], 2, /"besok" bukan saat/],
    [['deadline', '--from', '2026-11-12T15:00:00+07:00'], 2, /--days <n> wajib disebut/],
    [['deadline', '--from', '2026-11-12T15:00:00+07:00', '--days', '-1'], 2, /"-1" bukan jumlah hari/],
    [['deadline', '--from', '2031-11-12T15:00:00+07:00', '--days', '3'], 1, /2031-11-12 belum ditetapkan/],
    [['terbang'], 2, /Perintah terbang tidak dikenal/],
    [['log', 'verify', '/tidak/ada'], 2, /tidak ditemukan/],
    [['log', 'export', '--from', '0'], 2, /"0" bukan nomor entri/],
    [['migrate', 'lagi'], 2, /Terlalu banyak argumen/],
  ]

  const ran = await Promise.all(cases.map(([words]) => ditakopum(words)))

  for (const [at, [words, code, sentence]] of cases.entries()) {
    assert.equal(ran[at]?.code, code, words.join(' '))
    assert.match(ran[at]?.err ?? '', sentence)
    assert.equal(ran[at]?.out, '')
  }
})

test('a report is verified with roots and without them, from the first line of the log on', async () => {
  const at = (name: string) => join(ROOT, 'docs/vectors', name)
  const words = ['report', 'verify', at('report.json'), '--log', at('log.jsonl')]

  const [plain, rooted] = await Promise.all([ditakopum(words), ditakopum([...words, '--roots', at('roots.json')])])

  assert.deepEqual([plain.code, rooted.code, rooted.err], [0, 0, ''])
  assert.match(plain.out, /^SAMA[^]*Tanpa berkas akar/)
  assert.match(rooted.out, /^SAMA: 22 angka \(110 baris\) periode 2026-11[^\n]*\nDi kaki laporan tercetak harus tertulis: 2026-11-30  35  [0-9a-f]{64}\n$/)
})

test('every command explains itself', async () => {
  const commands = [[], ['start'], ['serve'], ['work'], ['migrate'], ['deadline'], ['log'], ['log', 'export'], ['log', 'verify'], ['doctor'], ['user'], ['user', 'add'], ['token']]

  const ran = await Promise.all(commands.map((words) => ditakopum([...words, '--help'])))

  for (const one of ran) {
    assert.equal(one.code, 0)
    assert.match(one.out, /^Pemakaian: ditakopum/)
  }
})

test('a wrong configuration stops with one sentence that names the variable', async () => {
  const ran = await ditakopum(['serve'], { PORT: 'tiga', DATABASE_URL: 'postgres://127.0.0.1:1/none' })

  assert.deepEqual([ran.code, ran.out, ran.err], [2, '', 'Nilai PORT tidak dapat dipakai: harus angka.\n'])
})

test('a database that is not there is said in a sentence', async () => {
  const ran = await ditakopum(['log', 'export'], { DATABASE_URL: 'postgres://ditakopum@127.0.0.1:1/none' })

  assert.deepEqual([ran.code, ran.out, ran.err], [1, '', 'Database tidak menjawab. Periksa DATABASE_URL dan apakah PostgreSQL berjalan.\n'])
})

test('an exported log is verified without the database; a changed entry is named', async (t) => {
  const app = await freshApp(t)
  const folder = await aFolder(t)
  for (const at of [1, 2, 3]) {
    await transact(app.db, app.tools.clock, async (unit) => {
      unit.record('demo', { what: 'application.edited', kind: 'application', subject: `case-${at}` })
      return ok(undefined)
    })
  }
  app.clock.pass({ hours: 24 })
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  const [file, roots, changed] = ['log.jsonl', 'roots.json', 'changed.jsonl'].map((name) => join(folder, name))
  assert.ok(file && roots && changed)

  const exported = await ditakopum(['log', 'export'], envOf(app))
  await writeFile(file, exported.out)
  await writeFile(roots, await (await app.visitor.get('/log/roots')).text())
  await writeFile(changed, exported.out.replace('case-2', 'case-9'))
  const [whole, altered, json] = await Promise.all([
    ditakopum(['log', 'verify', file, '--roots', roots]), ditakopum(['log', 'verify', changed, '--roots', roots]), ditakopum(['log', 'verify', changed, '--json']),
  ])

  assert.deepEqual([exported.code, (await readFile(file, 'utf8')).trim().split('\n').length], [0, 3])
  assert.equal(whole.code, 0)
  assert.match(whole.out, /Rantai utuh: 3 entri[^]*Cocok dengan 1 akar/)
  assert.equal(altered.code, 1)
  assert.match(altered.err, /Entri 2 sudah diubah/)
  assert.deepEqual([json.code, JSON.parse(json.out)], [1, { valid: false, fault: { kind: 'altered', seq: 2 } }])
})

test('the doctor finds a healthy office healthy, and a changed log and failed messages not', async (t) => {
  const app = await freshApp(t)
  await transact(app.db, app.tools.clock, async (unit) => {
    unit.record('demo', { what: 'application.edited', kind: 'application', subject: 'case-1' })
    return ok(undefined)
  })

  const healthy = await ditakopum(['doctor', '--json'], envOf(app))
  await app.db.insertInto('messages.outbox').values({
    office_id: 'demo', template: 'submitted', channel: 'phone', address: '+6281200000001', body: 'Berkas', state: 'failed', next_at: new Date(), created_at: new Date(),
  }).execute()
  await app.db.insertInto('messages.outbox').values({
    office_id: 'demo', template: 'submitted', channel: 'phone', address: '+6281200000001', body: 'Berkas', next_at: new Date('2026-01-01'), created_at: new Date('2026-01-01'),
  }).execute()
  const ill = await ditakopum(['doctor'], envOf(app))

  assert.equal(healthy.code, 0, healthy.out)
  assert.equal(JSON.parse(healthy.out).healthy, true)
  assert.equal(ill.code, 1)
  assert.match(ill.out, /\[rusak\].*pesan.*1 menunggu/)
  assert.match(ill.out, /\[awas\].*pesan.*1 gagal dikirim/)
})

test('a token printed by the command line opens the API, and a new officer gets what he needs to sign in', async (t) => {
  const app = await freshApp(t)

  const [token, unknown, added, wrongRole, noReason] = await Promise.all([
    ditakopum(['token', 'loket'], envOf(app)), ditakopum(['token', 'nobody'], envOf(app)),
    ditakopum(['user', 'add', 'loket2', '--role', 'counter', '--json'], envOf(app)), ditakopum(['user', 'add', 'raja', '--role', 'king'], envOf(app)),
    ditakopum(['token', 'loket'], { ...envOf(app), DEMO: '0' }),
  ])
  const allowed = await app.app.request('/api/v1/messages/failed', { headers: { authorization: `Bearer ${token.out.trim()}` } })

  assert.deepEqual([token.code, token.out.trim().split('\n').length, token.err], [0, 1, ''])
  assert.match(token.out, /^[\w-]{43}\n$/)
  assert.equal(allowed.status, 200)
  assert.deepEqual(Object.keys(JSON.parse(added.out)).toSorted(), ['login', 'password', 'role', 'totpSecret'])
  assert.deepEqual([unknown.code, wrongRole.code, noReason.code], [1, 1, 1])
  assert.deepEqual([unknown.out, wrongRole.out, noReason.out], ['', '', ''])
})

test('a file of survey answers gives the index of the example without a database, and wrong values are refused by line', async (t) => {
  const folder = await aFolder(t)
  const [good, bad] = [join(folder, 'jawaban.csv'), join(folder, 'salah.csv')]
  const head = 'tanggal;u1;u2;u3;u4;u5;u6;u7;u8;u9'
  // 44 sheets of nine answers that sum to 1,449: 261 fours and 135 threes.
  const row = (at: number) => `2026-11-10;${Array.from({ length: 9 }, (_one, column) => (at * 9 + column < 261 ? 4 : 3)).join(';')}`
  await writeFile(good, `\ufeff${[head, ...Array.from({ length: 44 }, (_one, at) => row(at))].join('\r\n')}\r\n`)
  await writeFile(bad, 'u1,u2,u3,u4,u5,u6,u7,u8,u9\n1,2,3,4,1,2,3,4,\n4,4,5,4,4,4,4,4,x\n')

  const [json, told, refused, refusedJson] = await Promise.all([['skm', 'compute', good, '--json'], ['skm', 'compute', good], ['skm', 'compute', bad], ['skm', 'compute', bad, '--json']].map((words) => ditakopum(words)))

  const computed = JSON.parse(json?.out ?? '')
  assert.deepEqual(Object.keys(computed), ['index', 'category', 'respondents', 'elements'])
  assert.deepEqual([computed.index, computed.category, computed.respondents, computed.elements.length, computed.elements[0]], ['91.48', 'A', 44, 9, { key: 'u1', n: 44, nrr: '3.66' }])
  assert.match(told?.out ?? '', /Nilai SKM 91,48, mutu A/)
  assert.deepEqual([refused?.code, refusedJson?.code], [1, 1])
  assert.match(refused?.err ?? '', /Baris 3, kolom u3: "5"[\s\S]*Baris 3, kolom u9: "x"/)
  assert.deepEqual(JSON.parse(refusedJson?.out ?? '').problems.map(({ line, column }: { line: number; column: string }) => `${line} ${column}`), ['3 u3', '3 u9'])
})
