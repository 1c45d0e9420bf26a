// The monthly report over a whole month of very many cases. Options of `npm run bench -- report`:
//   --cases 100000   each leaves ten entries of the log
//   --rounds 3       the report is made so often; the middle one is told
//   --folder DIR     keeps the database there; one that was filled before is measured as it is
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { catchUpCases } from '../../src/domains/performance/cases-store.ts'
import { type Period, periodOf } from '../../src/domains/performance/core/report.ts'
import { chance } from '../../src/domains/performance/core/testing.ts'
import { makeReport, reportText } from '../../src/domains/performance/make-report.ts'
import { calendarTexts } from '../../src/kernel/calendar-texts.ts'
import { aCalendar } from '../../src/kernel/testing.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { FIRST_PREV } from '../../src/platform/log/chain.ts'
import { canonical, chainHash } from '../../src/platform/log/entry.ts'
import { machine } from './process.ts'

const MINUTE = 60_000
const MONTH = Date.parse('2026-10-01T00:00:00+07:00')
const DAYS = 31
const BATCH = 20_000
const october = periodOf('monthly', '2026-10') as Period
const clock = () => Temporal.Instant.from('2026-11-02T08:00:00+07:00')

/** Ten acts in the order of their life; one case in ten comes back once, one in eight is still open at the end of the month. */
const LIFE = ['create draft', 'submit submitted', 'accept accepted', 'assign accepted', 'verify verified', 'assign verified', 'initial verified', 'initial initialed', 'sign signing', 'issue issued']
const CAME_BACK = ['create draft', 'submit submitted', 'accept accepted', 'return returned', 'submit accepted', 'verify verified', 'initial verified', 'initial initialed', 'sign signing', 'issue issued']

function entries(cases: number): string[] {
  const { below, isLucky, oneOf } = chance(11)
  const calendar = aCalendar()
  const officers = Array.from({ length: 40 }, () => randomUUID())
  const told = [{ at: MONTH, body: canonical({ at: new Date(MONTH).toISOString(), what: 'calendar.state', kind: 'calendar', subject: 'calendar', data: calendarTexts(calendar.weeks, calendar.daysOff) }) }]
  for (let number = 0; number < cases; number += 1) {
    const subject = randomUUID()
    const service = oneOf(['UM-02', 'UM-03', 'KOP-01', 'KOP-02'])
    const promised = { service, channel: oneOf(['self', 'counter', 'village']), district: `35.15.${10 + below(18)}`, days: 3, intakeHours: 4, definition: randomUUID() }
    let at = MONTH + below(DAYS * 24 * 60) * MINUTE
    let from: string | undefined
    for (const act of isLucky(0.1) ? CAME_BACK : LIFE) {
      const [step = '', to = ''] = act.split(' ')
      const data = step === 'submit' ? promised : step === 'return' ? { items: ['idCard', 'photo'] } : {}
      const body = { at: new Date(at).toISOString(), what: `application.${step}`, kind: 'application', subject, actor: officers[below(40)], role: 'counter', from, to, data }
      told.push({ at, body: canonical(body) })
      from = to
      at += (1 + below(700)) * MINUTE
    }
  }
  return told.toSorted((a, b) => a.at - b.at).map(({ body }) => body)
}

/** Straight into the table, with every hash right: a log of that length, not the acts that would make it. */
async function fill(owner: pg.Client, bodies: readonly string[]): Promise<number> {
  let prev = FIRST_PREV
  for (let from = 0; from < bodies.length; from += BATCH) {
    const [prevs, hashes]: [string[], string[]] = [[], []]
    const part = bodies.slice(from, from + BATCH)
    for (const [at, body] of part.entries()) {
      prevs.push(prev)
      hashes.push(prev = chainHash(prev, from + at + 1, body))
    }
    await owner.query(`insert into log.events
      select 'demo', $1 + n, (j->>'at')::timestamptz, j->>'what', (j->>'actor')::uuid, j->>'role', null, j->>'kind', j->>'subject', j->>'from', j->>'to', body, decode(prev, 'hex'), decode(hash, 'hex')
        from (select n, body, body::jsonb as j, prev, hash from unnest($2::text[], $3::text[], $4::text[]) with ordinality as u(body, prev, hash, n)) one`, [from, part, prevs, hashes])
  }
  await owner.query(`insert into log.heads values ('demo', 'events', $1, decode($2, 'hex'))`, [bodies.length, prev])
  await owner.query('vacuum analyze log.events')
  return bodies.length
}

async function lengthOf(owner: pg.Client): Promise<number> {
  const { rows: [head] } = await owner.query<{ seq: string }>('select seq from log.heads')
  return Number(head?.seq ?? 0)
}

type Cost = { seconds: number; own: number; database: number }

/** Processor seconds of the backends that serve the program. */
async function databaseSeconds(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(`select pid from pg_stat_activity where application_name in ('ditakopum', 'bench') or backend_type = 'parallel worker'`)
  return rows.reduce((sum, { pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) / 100
  }, 0)
}

async function costOf(owner: pg.Client, work: () => Promise<unknown>): Promise<Cost> {
  const [before, began, used] = [await databaseSeconds(owner), performance.now(), process.cpuUsage()]
  await work()
  const [seconds, own] = [(performance.now() - began) / 1000, process.cpuUsage(used)]
  return { seconds, own: (own.user + own.system) / 1e6, database: await databaseSeconds(owner) - before }
}

const told = (what: string, { seconds, own, database }: Cost) => console.log(`${what.padEnd(52)} ${seconds.toFixed(1).padStart(6)} s  ${own.toFixed(1).padStart(6)} s  ${database.toFixed(1).padStart(6)} s`)

/** The report of a month beside the bare SQL that reads the same rows. */
export async function benchReport(): Promise<void> {
  const { values } = parseArgs({ allowPositionals: true, options: { cases: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' }, folder: { type: 'string' } } })
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'ditakopum-bench-report-'))
  const isThere = existsSync(join(folder, 'postgres'))
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), log: () => {} })
  const owner = new pg.Client({ connectionString: server.url })
  try {
    await migrate(server.url)
    await owner.connect()
    const length = isThere ? await lengthOf(owner) : await fill(owner, entries(Number(values.cases)))
    console.log(`${machine()}; load ${loadavg().map((one) => one.toFixed(1)).join(' ')}; ${values.cases} cases, ${length} entries`)
    console.log(`${''.padEnd(52)}   clock  own CPU  database CPU`)
    const db = openDatabase(server.url, 1)
    const tools = { db, clock }
    told('reading the log on for the first time', await costOf(owner, async () => { await catchUpCases(tools, 'demo') }))
    const raw = new pg.Client({ connectionString: server.url, application_name: 'bench' })
    await raw.connect()
    const read = `select subject_id, seq, at, what, actor_id, from_state, to_state, case when what in ('application.create', 'application.submit', 'application.return') then body end
      from log.events where office_id = 'demo' and subject_kind = 'application' order by subject_id, seq`
    told('bare SQL: the same rows through the driver', await costOf(owner, () => raw.query({ text: read, rowMode: 'array' })))
    told('bare SQL: the same rows, only counted', await costOf(owner, () => raw.query(`select count(*), sum(length(what) + length(coalesce(body, ''))) from (${read}) r(id, seq, at, what, actor, f, t, body)`)))
    const texts = new Set<string>()
    const costs: Cost[] = []
    for (let round = 0; round < Number(values.rounds); round += 1) {
      costs.push(await costOf(owner, async () => {
        const made = await makeReport(tools, 'demo', october)
        if (!made.ok) throw new Error(JSON.stringify(made.error))
        texts.add(reportText(made.value))
      }))
    }
    const middle = costs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(costs.length / 2)]
    if (middle) told(`the report of the month (middle of ${costs.length})`, middle)
    console.log(`${texts.size === 1 ? 'the same bytes each time' : '!! DIFFERENT BYTES'}, ${[...texts][0]?.length ?? 0} characters; load ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
    await raw.end()
    await db.destroy()
  } finally {
    await owner.end()
    await server.stop()
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
