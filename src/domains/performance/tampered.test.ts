import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChainedEntry } from '../../platform/log/chain.ts'
import { chainHash } from '../../platform/log/entry.ts'
import { type Period, periodOf } from './core/report.ts'
import { chance } from './core/testing.ts'
import type { ReportFault } from './report-checker.ts'
import { anOutsidersFiles, chained, lineOf } from './testing.ts'
import { verifyReport } from './verify-report.ts'

const november = periodOf('monthly', '2026-11') as Period
const { entries, roots, report } = anOutsidersFiles(chance(20_262), 8, november)
const last = entries.length

async function* each(list: readonly ChainedEntry[]) { yield* list.map(lineOf) }

async function verdictOn(log: readonly ChainedEntry[], text = report): Promise<'equal' | ReportFault> {
  const verdict = await verifyReport(text, each(log), roots)
  return verdict.ok ? 'equal' : verdict.error
}

/** What is said of the log itself; where it is found by its root, of which stretch. */
async function faultOf(log: readonly ChainedEntry[]) {
  const verdict = await verdictOn(log)
  assert.ok(verdict !== 'equal' && verdict.kind === 'bad-log', JSON.stringify(verdict))
  return verdict.fault
}

const entry = (seq: number): ChainedEntry => entries[seq - 1] ?? assert.fail(`no entry ${seq}`)
const otherwise = (one: ChainedEntry): string => one.body.replace('"kind":"', '"kind":"x')
const withOwnHash = (one: ChainedEntry): ChainedEntry => ({ ...one, hash: chainHash(one.prev, one.seq, one.body) })
const everyone = entries.map(({ seq }) => seq)

test('the log of the office with its report and its roots is told to be equal', async () => {
  assert.ok(last > 40 && roots.items.length > 20)
  assert.equal(await verdictOn(entries), 'equal')
})

test('one changed entry is found and named, whichever it is', async () => {
  for (const seq of everyone) {
    assert.deepEqual(await faultOf(entries.with(seq - 1, { ...entry(seq), body: otherwise(entry(seq)) })), { kind: 'altered', seq })
  }
})

test('one changed entry with a hash of its own is found at the next one, the last one by its root', async () => {
  for (const seq of everyone) {
    const fault = await faultOf(entries.with(seq - 1, withOwnHash({ ...entry(seq), body: otherwise(entry(seq)) })))
    const isRoot = roots.items.some(({ lastSeq }) => lastSeq === seq)
    assert.deepEqual([fault.kind, 'seq' in fault && fault.seq], isRoot ? ['rewritten', seq] : ['unchained', seq + 1])
  }
})

test('one removed entry is found and named, whichever it is', async () => {
  for (const seq of everyone) {
    const fault = await faultOf(entries.toSpliced(seq - 1, 1))
    if (seq === last) assert.deepEqual([fault.kind, 'lastSeq' in fault && fault.lastSeq], ['cut', last - 1])
    else assert.deepEqual(fault, { kind: seq === 1 ? 'headless' : 'out-of-order', seq, found: seq + 1 })
  }
})

test('one inserted entry is found and named, wherever it was put, with a hash that fits or not', async () => {
  for (const seq of everyone) {
    const forged = withOwnHash({ ...entry(seq), prev: seq === 1 ? entry(seq).prev : entry(seq - 1).hash, body: otherwise(entry(seq)) })
    const found = roots.items.some(({ lastSeq }) => lastSeq === seq) ? { kind: 'rewritten', seq } : { kind: 'out-of-order', seq: seq + 1 }
    const fault = await faultOf(entries.toSpliced(seq - 1, 0, forged))

    assert.deepEqual([fault.kind, 'seq' in fault && fault.seq], [found.kind, found.seq])
    assert.deepEqual(await faultOf(entries.toSpliced(seq, 0, entry(seq))), { kind: 'out-of-order', seq: seq + 1, found: seq })
  }
})

test('two entries that changed places are found and the first is named', async () => {
  for (const [at, seq] of everyone.slice(0, -1).entries()) {
    const other = seq + 1 + (at % Math.min(7, last - seq))
    const swapped = entries.with(seq - 1, entry(other)).with(other - 1, entry(seq))
    assert.deepEqual(await faultOf(swapped), { kind: seq === 1 ? 'headless' : 'out-of-order', seq, found: other })
  }
})

test('a log cut off at any place is found by the roots', async () => {
  for (const seq of [0, ...everyone.slice(0, -1)]) {
    const fault = await faultOf(entries.slice(0, seq))
    assert.deepEqual([fault.kind, 'lastSeq' in fault && fault.lastSeq], ['cut', seq])
  }
})

test('a log written anew from any entry on, with every hash right, is found by the next root', async () => {
  for (const seq of everyone) {
    const bodies = entries.slice(seq - 1).map(({ body }, at) => (at === 0 ? otherwise(entry(seq)) : body))
    const fault = await faultOf(chained(bodies, entries.slice(0, seq - 1)))
    const next = roots.items.find(({ lastSeq }) => lastSeq >= seq)
    assert.deepEqual([fault.kind, 'seq' in fault && fault.seq, 'day' in fault && fault.day], ['rewritten', next?.lastSeq, next?.day])
    assert.ok('fromSeq' in fault && fault.fromSeq <= seq)
  }
})

test('any number of any figure told otherwise is found and named', async () => {
  type Row = { value: number | null; part?: number; whole?: number }
  const told: { figures: { code: string; rows: Row[] }[] } = JSON.parse(report)
  for (const [at, { code, rows }] of told.figures.entries()) {
    for (const [number, row] of rows.entries()) {
      const wrong = row.part === undefined ? { ...row, value: (row.value ?? 0) + 1 } : { ...row, part: row.part + 1 }
      const figures = told.figures.with(at, { code, ...told.figures[at], rows: rows.with(number, wrong) })
      const verdict = await verdictOn(entries, JSON.stringify({ ...told, figures }))
      assert.ok(verdict !== 'equal' && verdict.kind === 'figures')
      assert.deepEqual(verdict.differences.map((one) => one.code), [code])
    }
  }
})

test('a figure told twice, left out or of another version is named; so is a stretch that leaves out the bad days', async () => {
  const told = JSON.parse(report)
  const [first, ...rest] = told.figures
  const figuresOf = async (figures: unknown[]) => {
    const verdict = await verdictOn(entries, JSON.stringify({ ...told, figures }))
    if (verdict === 'equal' || (verdict.kind !== 'figures' && verdict.kind !== 'unknown')) return verdict
    return [...verdict.differences.map(({ code }) => code), ...(verdict.kind === 'unknown' ? verdict.unknown.figures.map(({ code, version }) => `${code} ${version}`) : [])]
  }
  const later = await verdictOn(entries, JSON.stringify({ ...told, log: { ...told.log, firstSeq: told.log.firstSeq + 5 } }))
  const shorter = await verdictOn(entries, JSON.stringify({ ...told, log: { ...told.log, lastSeq: told.log.lastSeq - 1, root: entry(told.log.lastSeq - 1).hash } }))
  const otherDays = await verdictOn(entries, JSON.stringify({ ...told, period: { ...told.period, to: '2026-11-29' } }))

  assert.deepEqual(await figuresOf([first, first, ...rest]), [first.code])
  assert.deepEqual(await figuresOf(rest), [first.code])
  assert.deepEqual(await figuresOf([{ ...first, version: 2 }, ...rest]), [`${first.code} 2`])
  assert.deepEqual([later, shorter, otherDays].map((one) => (one === 'equal' ? one : one.kind)), ['other-place', 'other-place', 'unreadable-report'])
})
