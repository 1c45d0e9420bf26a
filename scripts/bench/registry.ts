// The registry at several sizes. Options of `npm run bench -- registry`:
//   --sizes 10000,1000000   businesses; the factor of growth is told from the first to the last
//   --seconds 60 --rate 50  mixed reads over HTTP
//   --csv 170000 --xlsx 100000   rows of the imported lists, imported into the first size
//   --skip import,export,doubles   parts to leave out
//   --url URL --key-file FILE   a database that is there already, instead of seeding: only reads and exports, unless --with-import
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { tokensOf } from '../faults/client.ts'
import { type Program, openProgram } from '../faults/program.ts'
import { type Ground, analyze, openGround, openGroundAt, sow } from './ground.ts'
import { type Measured, type Request, repeat } from './measure.ts'
import { mixedLoad } from './mixed.ts'
import { type Explained, type TableSize, explained, tableSizes } from './plans.ts'
import { machine } from './process.ts'
import { recorded } from './record.ts'
import { AIMS, type AskKind, KINDS, mixed, registryAsks } from './registry-asks.ts'
import { type Moved, exportAll, importLists } from './registry-files.ts'
import { type Tape, play, rawPool } from './tape.ts'

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '10000,1000000' }, seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '50' },
    csv: { type: 'string', default: '170000' }, xlsx: { type: 'string', default: '100000' }, skip: { type: 'string', default: '' },
    url: { type: 'string' }, 'key-file': { type: 'string' }, 'with-import': { type: 'boolean', default: false },
  },
})
const SECONDS = Number(values.seconds)
const skips = (part: string) => values.skip.split(',').includes(part)

type Line = { kind: AskKind; http: Measured; sql: Measured; ratio: number; slowest: Explained[] }
type SizeReport = { businesses: number; seedS: number; settledS: number; tables: TableSize[]; lines: Line[]; moved: Moved[] }

/** Requests of which the statements are noted: enough to stand for their kind. */
const TAPES = 12
const SETTLE_MS = 45 * 60_000
/** Of a plan on the screen; the file has all of it. */
const MOST_PLAN_LINES = 24

const cell = (value: string | number, width: number) => String(value).padStart(width)
const say = (text: string) => console.log(text)

/** Right after a bulk load the worker still counts and makes keys: that is not part of what people wait for. */
async function settled({ db }: Ground): Promise<number> {
  const began = performance.now()
  for (;;) {
    const { rows: [left] } = await sql<{ n: number }>`
      select ((select count(*) from registry.keys_behind) + (select count(*) from registry.tally_deltas))::int as n`.execute(db)
    if (!left || left.n === 0 || performance.now() - began > SETTLE_MS) {
      if (left && left.n > 0) say(`  !! the worker is not done: ${left.n} left`)
      return Math.round((performance.now() - began) / 1000)
    }
    await sleep(2_000)
  }
}

/** The same requests as bare SQL, one hand. */
async function bare(ground: Ground, kind: AskKind, requests: readonly Request[]): Promise<{ sql: Measured; slowest: Explained[] }> {
  const step = Math.max(1, Math.floor(requests.length / TAPES))
  const tapes: Tape[] = []
  for (const request of requests.filter((_, at) => at % step === 0).slice(0, TAPES)) tapes.push(await recorded(ground, kind, request))
  const pool = rawPool(ground.databaseUrl, 1)
  const run = async (at: number) => {
    await play(pool, tapes[at % tapes.length] ?? [], new Map())
    return true
  }
  await repeat(1, 1_000, run)
  const measured = await repeat(1, Math.min(10, SECONDS / 4) * 1000, run)
  await pool.end()
  const plans: Explained[] = []
  for (const tape of tapes) plans.push(...await explained(ground.databaseUrl, tape))
  return { sql: measured, slowest: plans.toSorted((a, b) => b.ms - a.ms).slice(0, 3) }
}

async function reads(program: Program, ground: Ground): Promise<Line[]> {
  const { loket } = await tokensOf(program)
  const asks = await registryAsks(program.base, ground.db, loket)
  for (const kind of KINDS) if ((asks.get(kind) ?? []).length === 0) throw new Error(`nothing to ask for: ${kind}`)
  const job = { base: program.base, asks: mixed(asks), perSecond: Number(values.rate) }
  await mixedLoad({ ...job, ms: Math.min(10, SECONDS / 3) * 1000 })
  const http = await mixedLoad({ ...job, ms: SECONDS * 1000 })
  const lines: Line[] = []
  for (const kind of KINDS) {
    const measured = http.get(kind)
    if (!measured) continue
    const { sql: played, slowest } = await bare(ground, kind, asks.get(kind) ?? [])
    lines.push({ kind, http: measured, sql: played, ratio: Math.round((measured.p50 / Math.max(0.01, played.p50)) * 10) / 10, slowest })
  }
  return lines
}

function tellReads(lines: readonly Line[], before: readonly Line[] | undefined): void {
  say(`\n${'mixed reads, ms'.padEnd(20)}${cell('count', 7)}${cell('p50', 8)}${cell('p95', 8)}${cell('p99', 8)}${cell('aim', 9)}${cell('', 5)}${cell('SQL p50', 9)}${cell('p95', 8)}${cell('ratio', 7)}${cell('grown', 7)}${cell('SQL', 6)}`)
  for (const { kind, http, sql: played, ratio } of lines) {
    const { p50, p95 } = AIMS[kind]
    const earlier = before?.find((one) => one.kind === kind)
    const grown = (now: number, was: number | undefined) => (was ? (now / was).toFixed(1) : '')
    say(`${kind.padEnd(20)}${cell(http.count, 7)}${cell(http.p50, 8)}${cell(http.p95, 8)}${cell(http.p99, 8)}${cell(`${p50}/${p95}`, 9)}${cell(http.p50 <= p50 && http.p95 <= p95 ? 'ok' : 'NO', 5)}`
      + `${cell(played.p50, 9)}${cell(played.p95, 8)}${cell(ratio, 7)}${cell(grown(http.p50, earlier?.http.p50), 7)}${cell(grown(played.p50, earlier?.sql.p50), 6)}`)
  }
}

function tellPlans(lines: readonly Line[]): void {
  for (const { kind, slowest: [first] } of lines) {
    if (!first) continue
    say(`\nslowest statement of "${kind}", ${first.ms} ms: ${first.text.slice(0, 160)} …`)
    for (const line of first.plan.filter((one) => !/^\s+(Buffers|Index Searches|Cache|Hits)/.test(one)).slice(0,
      MOST_PLAN_LINES)) say(`    ${line.slice(0, 160)}`)
  }
}

function tellTables(tables: readonly TableSize[]): void {
  say(`${'table'.padEnd(34)}${cell('rows', 12)}${cell('MB', 8)}${cell('indexes', 9)}`)
  for (const { name, rows, tableMb, indexMb } of tables) say(`${name.padEnd(34)}${cell(Math.max(0, Math.round(rows)), 12)}${cell(tableMb, 8)}${cell(indexMb, 9)}`)
}

function tellMoved(moved: readonly Moved[]): void {
  for (const { what, rows, seconds, peakMb, perSecond, aim, note } of moved) {
    say(`${what.padEnd(34)}${cell(rows, 9)} rows${cell(seconds, 8)} s${cell(perSecond, 8)} rows/s${cell(peakMb, 6)} MB peak  ${aim}${note === '' ? '' : `  ${note}`}`)
  }
}

/** One size from seed to export. `first`: the lists are imported here. */
async function measureSize(businesses: number | undefined, first: boolean, before: SizeReport | undefined): Promise<SizeReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ditakopum-bench-'))
  const { url, 'key-file': keyFile } = values
  const env: Record<string, string> = url === undefined ? {} : { DATABASE_URL: url,
    ...(keyFile === undefined ? {} : { KEY_FILE: keyFile }) }
  const program = await openProgram(dataDir, env)
  try {
    await program.start()
    const ground = url === undefined ? await openGround(dataDir) : await openGroundAt(url, dataDir, keyFile)
    try {
      const seedS = businesses === undefined ? 0 : (await sow(ground, businesses, 0)).businesses
      const settledS = await settled(ground)
      await analyze(ground.databaseUrl)
      const { rows: [held] } = await sql<{ n: number }>`select count(*)::int as n from registry.businesses`.execute(ground.db)
      say(`\n== ${held?.n ?? 0} businesses, seeded in ${seedS} s (${Math.round((businesses ?? 0) / Math.max(seedS, 0.1))}/s), the worker done ${settledS} s later`)
      const tables = await tableSizes(ground.databaseUrl)
      tellTables(tables)
      const lines = await reads(program, ground)
      tellReads(lines, before?.lines)
      tellPlans(lines)
      const files = { env: { ...env, DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' }, folder: dataDir }
      const moved: Moved[] = []
      if (!skips('export')) moved.push(...await exportAll(files, held?.n ?? 0))
      const imports = first && !skips('import') && (url === undefined || values['with-import'])
      if (imports) moved.push(...await importLists(files, { csv: Number(values.csv), xlsx: Number(values.xlsx),
        existing: businesses ?? 0 }))
      say('')
      tellMoved(moved)
      return { businesses: held?.n ?? 0, seedS, settledS, tables, lines, moved }
    } finally {
      await ground.close()
    }
  } finally {
    await program.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function tellDoubles(): Promise<void> {
  const { measureDoubles } = await import('./doubles.ts')
  const { probable, found, records } = measureDoubles({ businesses: 20_000, seed: 2 })
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`
  say(`\ndoubles, ${records} lines with known truth: precision ${percent(probable.precision)} of the probable (aim 98 %), recall ${percent(found.recall)} of those found (aim 95 %)`)
}

export async function benchRegistry(): Promise<void> {
  const sizes = values.url === undefined ? values.sizes.split(',').map(Number) : [undefined]
  say(`${machine()}; load ${loadavg().map((one) => one.toFixed(1)).join(' ')}; ${readFileSync('/proc/meminfo', 'utf8').split('\n')[0] ?? ''}`)
  const reports: SizeReport[] = []
  for (const [at, size] of sizes.entries()) reports.push(await measureSize(size, at === 0, reports[0]))
  if (!skips('doubles')) await tellDoubles()
  const folder = join(import.meta.dirname, '../../var/bench')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `registry-${new Date().toISOString().replaceAll(/[:.]/g, '-')}.json`)
  writeFileSync(file, `${JSON.stringify({ machine: machine(), load: loadavg(), reports }, null, 2)}\n`)
  say(`\nAll numbers and plans: ${file}`)
}
