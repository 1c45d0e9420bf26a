import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Ground, idsIn, makeReadyToSign, officer, openGround, sow } from './ground.ts'
import { type Measured, type Request, load, repeat } from './measure.ts'
import { type Memory, idleMemory, machine, processorSeconds } from './process.ts'
import { recorded } from './record.ts'
import { type Swaps, type Tape, play, rawPool } from './tape.ts'
import { type Login, tokensOf } from '../faults/client.ts'
import { type Program, openProgram } from '../faults/program.ts'

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    businesses: { type: 'string', default: '20000' }, applications: { type: 'string', default: '5000' }, seconds: { type: 'string', default: '8' },
    clients: { type: 'string', default: '16' }, only: { type: 'string' },
  },
})
const MS = Number(values.seconds) * 1000
const CLIENTS = Number(values.clients)
/** Acts that change something are made on cases, of which there are only so many: this share with one client. */
const SHARE_ALONE = 0.2

type Work = {
  name: string
  /** Asked again and again; or, of acts, each once. */
  requests: Request[]
  once: boolean
  expect: number[]
  /** One of them, run within this process to note its statements, and how another run differs from it. */
  record: { request: Request; swaps: (at: number) => Swaps; most: number }
}
type Line = { name: string; clients: number; program: Measured; cpuMs: number; sql: Measured; statements: number; ratio: number }

const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
const stepRequest = (id: string, step: string, token: string): Request =>
  ({ method: 'POST', path: `/api/v1/applications/${id}/steps`, headers: { ...bearer(token), 'idempotency-key': randomUUID() }, body: JSON.stringify({ step }) })

/** Reading is the same each time; no two runs differ. */
const reading = (name: string, requests: Request[]): Work => {
  const [request] = requests
  if (!request) throw new Error(`nothing to ask for: ${name}`)
  return { name, requests, once: false, expect: [200], record: { request, swaps: () => new Map(), most: Infinity } }
}

/** An act on one case each. The bare SQL is played on cases of its own, or on those that are done: rows are changed alike. */
function acting(name: string, step: string, token: string, ids: readonly string[], others: readonly string[]): Work {
  const [first, ...rest] = ids
  if (first === undefined) throw new Error(`no cases: ${name}`)
  const request = stepRequest(first, step, token)
  const swaps = (at: number): Swaps => new Map([
    [first, others[at % others.length] ?? first], [request.headers['idempotency-key'] ?? '', randomUUID()],
  ])
  return { name, requests: rest.map((id) => stepRequest(id, step, token)), once: true, expect: [200], record: { request, swaps, most: others.length } }
}

/** The code of a letter is unique as well: whatever looks like the recorded one is made anew. */
function withFreshCode(tape: Tape, swaps: Swaps): Swaps {
  const letter = tape.find((one) => one.text.includes('insert into "letters"."letters"'))
  const code = letter?.values.find((value): value is string => typeof value === 'string' && /^[2-9A-Z]{12}$/.test(value))
  if (code !== undefined) swaps.set(code, randomBytes(6).toString('hex').toUpperCase())
  return swaps
}

async function measure(program: Program, ground: Ground, work: Work): Promise<Line[]> {
  const tape = await recorded(ground, work.name, work.record.request)
  const alone = work.once ? Math.max(1, Math.floor(work.requests.length * SHARE_ALONE)) : 0
  const parts = [
    { clients: CLIENTS, requests: work.requests.slice(alone) },
    { clients: 1, requests: work.once ? work.requests.slice(0, alone) : work.requests },
  ]
  const lines: Line[] = []
  let played = 0
  for (const { clients, requests } of parts) {
    if (!work.once) await load({ base: program.base, requests, clients, ms: MS / 4, expect: work.expect })
    const before = processorSeconds(program)
    const measured = await load({ base: program.base, requests, clients, expect: work.expect, ...(work.once ? {} : { ms: MS }) })
    const cpuMs = Math.round(((processorSeconds(program) - before) * 100_000) / Math.max(1, measured.count)) / 100
    const pool = rawPool(ground.databaseUrl, clients)
    // A case has one letter: each of the other cases is played on once, half of them with many hands, half with one.
    const end = played + Math.floor(work.record.most / 2)
    const sql = tape.length === 0 ? { count: 0, perSecond: 0, p50: 0, p95: 0, p99: 0, failures: 0 } : await repeat(clients, MS / 2, async () => {
      const at = played++
      if (at >= end) return false
      await play(pool, tape, withFreshCode(tape, work.record.swaps(at)))
      return true
    })
    await pool.end()
    lines.push({ name: work.name, clients, program: measured, cpuMs, sql, statements: tape.length, ratio: sql.p50 === 0 ? 0 : Math.round((measured.p50 / sql.p50) * 10) / 10 })
  }
  return lines
}

async function trackCookie(program: Program, ground: Ground): Promise<Request> {
  const row = await ground.db.selectFrom('applications.applications as a').innerJoin('registry.v_business_card as b', 'b.id', 'a.business_id')
    .select(['a.reference', 'b.owner_phone']).where('a.status', '=', 'issued').where('b.owner_phone', 'is not', null).orderBy('a.id').limit(1).executeTakeFirstOrThrow()
  const reply = await fetch(`${program.base}/lacak`, {
    method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams({ nomor: row.reference, angka: row.owner_phone?.slice(-4) ?? '' }),
  })
  const cookie = reply.headers.get('set-cookie')?.split(';')[0]
  if (reply.status !== 303 || cookie === undefined) throw new Error(`tracking answers ${reply.status}`)
  return { method: 'GET', path: `/lacak/${row.reference}`, headers: { cookie } }
}

async function works(program: Program, ground: Ground, tokens: Record<Login, string>): Promise<Work[]> {
  const { db, tools } = ground
  const html = { 'accept-encoding': 'gzip' }
  const codes = (await db.selectFrom('letters.letters').select('code').where('state', '=', 'issued').orderBy('code').limit(500).execute()).map((row) => row.code)
  const closed = [...await idsIn(db, 'rejected'), ...await idsIn(db, 'withdrawn')]
  const drafts = await idsIn(db, 'draft')
  const submitted = await idsIn(db, 'submitted')
  const ready = await idsIn(db, 'initialed')
  const cast = { verifier: await officer(tools, tokens.verifikator), divisionHead: await officer(tools, tokens.kabid), secretary: await officer(tools, tokens.sekretaris) }
  const accepted = (await idsIn(db, 'accepted')).slice(0, Math.max(0, 200 - ready.length))
  await makeReadyToSign(tools, accepted, cast)
  const get = (path: string, headers: Record<string, string> = html): Request => ({ method: 'GET', path, headers })
  return [
    reading('public page /layanan/um-02', [get('/layanan/um-02')]),
    reading('the same, not from the cache', [get('/layanan/um-02', { ...html, cookie: `sid=${tokens['081200000001']}` })]),
    reading('track: form /lacak', [get('/lacak')]),
    reading('track: a case', [{ ...(await trackCookie(program, ground)) }]),
    reading('verify a letter (API)', codes.map((code) => get(`/api/v1/verify/${code}`))),
    reading('verify a letter (page)', codes.map((code) => get(`/v/${code}`))),
    reading('queue /petugas', [get('/petugas', { ...html, cookie: `sid=${tokens.loket}` })]),
    acting('submit', 'submit', tokens.loket, drafts, closed),
    acting('a step (accept)', 'accept', tokens.loket, submitted, closed),
    acting('sign (render, sign, store)', 'sign', tokens.kadis, [...ready, ...accepted], closed),
  ].filter((work) => values.only === undefined || work.name.includes(values.only))
}

const cell = (value: string | number, width: number) => String(value).padStart(width)

function tell({ name, clients, program: p, cpuMs, sql, statements, ratio }: Line): void {
  console.log(`${name.padEnd(30)}${cell(clients, 3)}${cell(p.count, 8)}${cell(p.perSecond, 8)}${cell(p.p50, 9)}${cell(p.p95, 9)}${cell(p.p99, 9)}${cell(cpuMs, 8)}${cell(statements, 5)}${cell(sql.perSecond, 8)}${cell(sql.p50, 8)}${cell(sql.p95, 8)}${cell(sql.p99, 8)}${cell(ratio, 7)}`)
}

type Report = { at: string; machine: string; load: number[]; businesses: number; applications: number; seedS: Record<string, number>; startMs: { first: number; again: number }; idle: Memory; lines: Line[] }

function keepReport(report: Report): void {
  const folder = join(import.meta.dirname, '../../var/bench')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${report.at.replaceAll(/[:.]/g, '-')}.json`)
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
  console.log(`\nAll numbers: ${file}`)
}

/** How quick the program is with cases: pages, steps and signing, each beside the bare SQL of its transactions. */
export async function benchCases(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ditakopum-bench-'))
  const program = await openProgram(dataDir)
  try {
    console.log(`${machine()}; load ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
    const first = Math.round(await program.start())
    await program.stop()
    const again = Math.round(await program.start())
    const idle = await idleMemory(program)
    console.log(`first start ${first} ms, later starts ${again} ms; idle after 30 s: ${idle.rssMb} MB RSS, ${idle.pssMb} MB PSS in ${idle.processes} processes, without PostgreSQL`)
    const ground = await openGround(dataDir)
    try {
      const seedS = await sow(ground, Number(values.businesses), Number(values.applications))
      console.log(`seed: ${values.businesses} businesses in ${seedS.businesses} s, ${values.applications} cases in ${seedS.applications} s\n`)
      console.log(`${'times in ms'.padEnd(30)}${cell('n', 3)}${cell('count', 8)}${cell('req/s', 8)}${cell('p50', 9)}${cell('p95', 9)}${cell('p99', 9)}${cell('cpu', 8)}${cell('sql', 5)}${cell('tx/s', 8)}${cell('p50', 8)}${cell('p95', 8)}${cell('p99', 8)}${cell('ratio', 7)}`)
      const lines: Line[] = []
      for (const work of await works(program, ground, await tokensOf(program))) {
        for (const line of await measure(program, ground, work)) {
          tell(line)
          lines.push(line)
        }
      }
      keepReport({
        at: new Date().toISOString(), machine: machine(), load: loadavg(), businesses: Number(values.businesses), applications: Number(values.applications), seedS,
        startMs: { first, again }, idle, lines,
      })
    } finally {
      await ground.close()
    }
  } finally {
    await program.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  }
}
