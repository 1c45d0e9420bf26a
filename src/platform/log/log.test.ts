import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../db/unit.ts'
import { type ChainedEntry, FIRST_PREV, type RootsFile } from './chain.ts'
import { canonical, chainHash } from './entry.ts'
import { exportLog } from './export.ts'
import { publishRoots, rootsFileOf } from './roots.ts'
import { verifyLog, verifyStored } from './verify.ts'

const anActor = '6f1f2b0e-6a52-4f0e-8a53-6f6d1c3f7a11'

const act = ({ db, tools }: TestApp, subject: string, count = 1) => transact(db, tools.clock, async (unit) => {
  for (let at = 0; at < count; at += 1) unit.record('demo', { what: 'application.edited', kind: 'application', subject, actor: anActor, role: 'counter', data: { at } })
  return ok(undefined)
})

async function exported({ db }: TestApp, from?: number): Promise<string[]> {
  const parts: string[] = []
  await exportLog(db, 'demo', from === undefined ? {} : { from }, async (lines) => { parts.push(lines) })
  return parts.join('').split('\n').filter((line) => line !== '')
}

async function* each(lines: readonly string[]) { yield* lines }
const verify = (lines: readonly string[], options?: { roots?: RootsFile; from?: number }) => verifyLog(each(lines), options)
const read = (line: string | undefined): ChainedEntry => JSON.parse(line ?? '')
const reason = (result: Awaited<ReturnType<typeof verify>>) => (result.ok ? result.value : result.error)

/** Three days of the office: entries on Wednesday and Friday, none on Thursday, and their roots. */
async function threeDays(t: TestContext) {
  const app = await freshApp(t)
  await act(app, 'case-1', 3)
  app.clock.set('2026-11-13T10:00:00+07:00')
  await act(app, 'case-2', 3)
  app.clock.set('2026-11-14T00:10:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  return { app, lines: await exported(app), roots: await rootsFileOf(app.db, app.tools.keys, 'demo', { limit: 100 }) }
}

/** What somebody with the whole database in hand could do: the body changed and all hashes after it made anew. */
function rewritten(lines: readonly string[], at: number, body: string): string[] {
  let prev = read(lines[at]).prev
  return lines.map((line, index) => {
    if (index < at) return line
    const entry = { ...read(line), prev, ...(index === at ? { body } : {}) }
    prev = chainHash(entry.prev, entry.seq, entry.body)
    return JSON.stringify({ ...entry, hash: prev })
  })
}

test('200 transactions at once leave one whole chain', async (t) => {
  const app = await freshApp(t)

  await Promise.all(Array.from({ length: 200 }, (_, at) => act(app, `case-${at}`, 1 + (at % 3))))
  const lines = await exported(app)

  const expected = Array.from({ length: 200 }, (_, at) => 1 + (at % 3)).reduce((sum, one) => sum + one)
  assert.equal(lines.length, expected)
  assert.deepEqual(reason(await verify(lines)), { entries: expected, firstSeq: 1, lastSeq: expected, hash: read(lines.at(-1)).hash, roots: 0, rootedSeq: 0 })
  assert.ok((await verifyStored(app.db, 'demo', 'events')).ok)
})

test('an altered entry is found and named', async (t) => {
  const { lines } = await threeDays(t)
  const changed = lines.with(2, (lines[2] ?? '').replace('case-1', 'case-9'))

  assert.deepEqual(reason(await verify(changed)), { kind: 'altered', seq: 3 })
})

test('an entry altered with a new hash of its own no longer has the next one behind it', async (t) => {
  const { lines } = await threeDays(t)
  const entry = read(lines[2])
  const body = entry.body.replace('case-1', 'case-9')
  const changed = lines.with(2, JSON.stringify({ ...entry, body, hash: chainHash(entry.prev, entry.seq, body) }))

  assert.deepEqual(reason(await verify(changed)), { kind: 'unchained', seq: 4 })
})

test('swapped, removed, doubled and foreign entries are found and named', async (t) => {
  const { lines } = await threeDays(t)
  const [first = '', second = '', third = '', ...rest] = lines

  assert.deepEqual(reason(await verify([first, third, second, ...rest])), { kind: 'out-of-order', seq: 2, found: 3 })
  assert.deepEqual(reason(await verify([first, third, ...rest])), { kind: 'out-of-order', seq: 2, found: 3 })
  assert.deepEqual(reason(await verify([first, second, second, third, ...rest])), { kind: 'out-of-order', seq: 3, found: 2 })
  assert.deepEqual(reason(await verify([second, third, ...rest])), { kind: 'headless', seq: 1, found: 2 })
  assert.deepEqual(reason(await verify([first, 'bukan JSON', second])), { kind: 'unreadable', line: 2 })
})

test('a log cut at its end is found by the published roots only', async (t) => {
  const { lines, roots } = await threeDays(t)
  const cut = lines.slice(0, -1)

  assert.ok((await verify(cut)).ok)
  assert.deepEqual(reason(await verify(cut, { roots })), { kind: 'cut', lastSeq: 5, day: '2026-11-13', rootSeq: 6 })
  assert.deepEqual(reason(await verify([], { roots })), { kind: 'cut', lastSeq: 0, day: '2026-11-11', rootSeq: 3 })
})

test('a log rewritten with all its hashes is found by the published roots, and the stretch is named', async (t) => {
  const { lines, roots } = await threeDays(t)
  const early = rewritten(lines, 1, '{"what":"nothing"}')
  const late = rewritten(lines, 4, '{"what":"nothing"}')

  assert.ok((await verify(early)).ok)
  assert.deepEqual(reason(await verify(early, { roots })), { kind: 'rewritten', fromSeq: 1, seq: 3, day: '2026-11-11' })
  assert.deepEqual(reason(await verify(late, { roots })), { kind: 'rewritten', fromSeq: 4, seq: 6, day: '2026-11-13' })
})

test('every finished day has a signed root, also one without entries, and the log fits them', async (t) => {
  const { app, lines, roots } = await threeDays(t)

  assert.deepEqual(roots.items.map(({ day, firstSeq, lastSeq }) => [day, firstSeq, lastSeq]), [['2026-11-13', 4, 6], ['2026-11-12', 4, 3], ['2026-11-11', 1, 3]])
  assert.equal(roots.items[1]?.root, read(lines[2]).hash)
  assert.deepEqual(reason(await verify(lines, { roots })), { entries: 6, firstSeq: 1, lastSeq: 6, hash: read(lines[5]).hash, roots: 3, rootedSeq: 6 })
  assert.equal(await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo'), 0)
})

test('a root that was altered, or signed by somebody else, is refused', async (t) => {
  const { lines, roots } = await threeDays(t)
  const [newest, ...older] = roots.items
  assert.ok(newest)
  const other = await threeDays(t)

  const shorter = { ...roots, items: [{ ...newest, lastSeq: 5, root: read(lines[4]).hash }, ...older] }
  const foreign = { ...roots, items: [{ ...newest, keyId: 'lain' }, ...older] }
  const dropped = { ...roots, items: [newest, ...older.slice(0, 1)] }
  const mixed = { keys: roots.keys, items: [...roots.items, ...other.roots.items.slice(0, 1).map((one) => ({ ...one, day: '2026-11-14' }))] }

  assert.deepEqual(reason(await verify(lines, { roots: shorter })), { kind: 'bad-root', day: '2026-11-13', reason: 'signature' })
  assert.deepEqual(reason(await verify(lines, { roots: foreign })), { kind: 'bad-root', day: '2026-11-13', reason: 'unknown-key' })
  assert.ok((await verify(lines, { roots: dropped })).ok)
  assert.deepEqual(reason(await verify(lines, { roots: mixed })), { kind: 'bad-root', day: '2026-11-14', reason: 'signature' })
})

test('a log exported from the middle is checked from there, and its link to the part before by the roots', async (t) => {
  const { app, roots } = await threeDays(t)
  const lines = await exported(app, 4)
  const moved = rewritten(lines.with(0, JSON.stringify({ ...read(lines[0]), prev: FIRST_PREV })), 0, read(lines[0]).body)

  assert.deepEqual([(await verify(lines)).ok, (await verify(lines, { from: 4 })).ok, (await verify(lines, { from: 4, roots })).ok], [false, true, true])
  assert.deepEqual(reason(await verify(moved, { from: 4, roots })), { kind: 'rewritten', fromSeq: 4, seq: 3, day: '2026-11-11' })
})

test('an entry committed after its day was signed belongs to the next root and breaks nothing', async (t) => {
  const app = await freshApp(t)
  await act(app, 'case-1')
  app.clock.set('2026-11-12T08:00:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  app.clock.set('2026-11-11T23:59:59+07:00')
  await act(app, 'case-2')
  app.clock.set('2026-11-13T08:00:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')

  const roots = await rootsFileOf(app.db, app.tools.keys, 'demo', { limit: 100 })

  assert.deepEqual(roots.items.map((root) => [root.day, root.lastSeq]), [['2026-11-12', 2], ['2026-11-11', 1]])
  assert.ok((await verify(await exported(app), { roots })).ok)
})

test('the program itself cannot write, change or delete an entry, nor undo the log', async (t) => {
  const app = await freshApp(t)
  await act(app, 'case-1')

  for (const command of [
    `update log.events set body = '{}'`, `delete from log.events`, `truncate log.events`, `update log.heads set seq = 0`, `delete from log.heads`,
    `insert into log.events select * from log.events`, `update log.reads set body = '{}'`, `update log.roots set last_seq = 0`, `delete from log.roots`,
    `drop table log.events`, `drop schema log cascade`, `drop table messages.outbox`, `alter table log.events disable trigger all`,
    `create or replace function log.append(text, text, text[]) returns bigint language sql as 'select 1'`,
  ]) {
    await assert.rejects(sql.raw(command).execute(app.db), /permission denied|must be owner/, command)
  }
  assert.ok((await verify(await exported(app))).ok)
})

test('a change behind the program’s back is found where the log lies, in the chain of reads too', async (t) => {
  const app = await freshApp(t)
  await act(app, 'case-1', 2)
  await transact(app.db, app.tools.clock, async (unit) => {
    const actor = { accountId: anActor, officeId: 'demo', kind: 'officer' as const, name: 'Rina', roles: [{ role: 'verifier' as const }] }
    unit.looked('demo', actor, 'person.revealed', { kind: 'person', id: anActor, personId: anActor })
    return ok(undefined)
  })
  const whole = [await verifyStored(app.db, 'demo', 'events'), await verifyStored(app.db, 'demo', 'reads')].map((one) => one.ok)

  const owner = new pg.Client({ connectionString: app.databaseUrl })
  await owner.connect()
  await owner.query(`update log.reads set body = replace(body, 'revealed', 'greeted')`)
  await owner.query('delete from log.events where seq = 2')
  await owner.end()

  assert.deepEqual(whole, [true, true])
  assert.deepEqual(reason(await verifyStored(app.db, 'demo', 'reads')), { kind: 'altered', seq: 1 })
  assert.deepEqual(reason(await verifyStored(app.db, 'demo', 'events')), { kind: 'cut', lastSeq: 1, rootSeq: 2 })
})

test('an entry has one text, whatever the order of its keys, and reading it gives the entry back', () => {
  const entry = fc.dictionary(fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'), fc.jsonValue({ noUnicodeString: false }), { maxKeys: 8 })
    .map((value): Record<string, unknown> => JSON.parse(JSON.stringify(value)))

  fc.assert(fc.property(entry, (value) => {
    const shuffled = Object.fromEntries(Object.entries(value).toReversed())
    assert.equal(canonical(shuffled), canonical(value))
    assert.deepEqual(JSON.parse(canonical(value)), value)
    assert.equal(canonical(JSON.parse(canonical(value))), canonical(value))
  }))
})

test('what is absent leaves no trace in the text of an entry', () => {
  assert.equal(canonical({ what: 'a', to: undefined, data: { n: null, list: ['b', 'a'] } }), '{"data":{"list":["b","a"],"n":null},"what":"a"}')
})
