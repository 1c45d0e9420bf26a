import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { seed } from '../../../db/seeds/index.ts'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { publishRoots } from '../../platform/log/roots.ts'
import { keepCalendarState } from '../office/index.ts'
import { type ChainedEntry, type PublishedRoot, type RootsFile, FIRST_PREV } from '../../platform/log/chain.ts'
import { canonical, chainHash } from '../../platform/log/entry.ts'
import { publicKeyOf, signRoot } from '../../platform/log/root.ts'
import type { SigningKey } from '../../platform/secrets/keys.ts'
import { readEntry } from './core/entry.ts'
import { type LogPlace, type Period, dayBefore, endOfPeriod, logReader, reportOf } from './core/report.ts'
import { aBusyOffice, type chance } from './core/testing.ts'

export const lineOf = (entry: ChainedEntry): string => JSON.stringify({ seq: entry.seq, prev: entry.prev, hash: entry.hash, body: entry.body })

/** Numbers and chains bodies, after the entries that stand before them. */
export function chained(bodies: readonly string[], before: readonly ChainedEntry[] = []): ChainedEntry[] {
  const entries = [...before]
  for (const body of bodies) {
    const [prev, seq] = [entries.at(-1)?.hash ?? FIRST_PREV, entries.length + 1]
    entries.push({ seq, prev, hash: chainHash(prev, seq, body), body })
  }
  return entries
}

const HOUR = 3_600_000
const dayOf = (at: number) => new Date(at + 7 * HOUR).toISOString().slice(0, 10)

/** Roots of every day from the first entry to the last or to the end of the period, signed with a key made for them. */
function rootsOf(entries: readonly ChainedEntry[], { to }: Period): RootsFile {
  const key: SigningKey = {
    id: '5eed0001', createdAt: '2026-11-01T00:00:00.000Z',
    privateKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const days = entries.map(({ seq, body, hash }) => ({ seq, hash, day: dayOf(readEntry(seq, body)?.at ?? 0) }))
  const items: PublishedRoot[] = []
  const end = days.at(-1)?.day ?? ''
  const last = end < to ? to : end
  for (let day = days[0]?.day ?? ''; day <= last; day = dayOf(Date.parse(`${day}T12:00:00Z`) + 24 * HOUR)) {
    const [before, latest] = [items.at(-1), days.findLast((one) => one.day <= day)]
    const facts = { office: 'demo', day, firstSeq: (before?.lastSeq ?? 0) + 1, lastSeq: latest?.seq ?? 0, root: latest?.hash ?? FIRST_PREV }
    items.push({ ...facts, keyId: key.id, signature: signRoot(key, facts).toString('base64url'), publishedAt: `${day}T23:59:59+07:00` })
  }
  return { keys: [publicKeyOf(key)], items }
}

type OutsidersFiles = { entries: ChainedEntry[]; roots: RootsFile; report: string }

/** The log of a small office, its roots, and the report of a period as the office's own program makes it. */
export const anOutsidersFiles = (rand: ReturnType<typeof chance>, cases: number, period: Period): OutsidersFiles =>
  filesOf(aBusyOffice(rand, cases).map(({ at, body }) => ({ ...body, at: new Date(at).toISOString() })), period)

/** The same of what happened, in its order. */
export function filesOf(happened: readonly Readonly<Record<string, unknown>>[], period: Period): OutsidersFiles {
  const entries = chained(happened.map(canonical))
  const roots = rootsOf(entries, period)
  const end = roots.items.find(({ day }) => day === period.to)
  if (!end) throw new Error(`the log does not reach to ${period.to}`)
  const log: LogPlace = { firstSeq: (roots.items.find(({ day }) => day === dayBefore(period.from))?.lastSeq ?? 0) + 1, lastSeq: end.lastSeq, root: end.root }
  const reader = logReader()
  for (const { seq, body } of entries.slice(0, end.lastSeq)) {
    const entry = readEntry(seq, body)
    if (entry) reader.take(entry)
  }
  return { entries, roots, report: canonical(reportOf('demo', period, log, reader.facts({ through: log.lastSeq, now: endOfPeriod(period) }))) }
}

/** Why the independent script cannot run here; false when it can. */
export const noPython = spawnSync('python3', ['--version']).status === 0 ? false : 'NOT CHECKED: there is no python3 here, so the independent checker of reports did not run'

/** What the independent script, written from docs/verify.md alone, says of three files. */
export function byTheScript(report: string, log: string, roots: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync('python3', [join(import.meta.dirname, '../../../scripts/check-report.py'), report, log, roots], { encoding: 'utf8' })
  return { status, output: `${stdout}${stderr}`.trim() }
}

/** An office with a year of cases behind it, on the night after 11 November 2026 when the roots are published. */
export async function anOfficeWithAYear(t: TestContext, applications = 150): Promise<TestApp> {
  const app = await freshApp(t)
  await transact(app.db, app.tools.clock, async (unit) => ok(await keepCalendarState(unit, 'demo')))
  const seeded = await seed(app.tools, { businesses: 40, applications, seed: 3 })
  assert.ok(seeded.ok)
  app.clock.set('2026-11-12T00:10:00+07:00')
  await publishRoots(app.db, app.tools.clock, app.tools.keys, 'demo')
  return app
}
