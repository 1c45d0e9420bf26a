import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { type Db, openDatabase } from '../../src/platform/db/database.ts'
import { verifyStored } from '../../src/platform/log/verify.ts'
import type { Acknowledged, Ledger } from './walkers.ts'

const OFFICE = 'demo'
/** Steps that a walk takes once; it gives two initials. */
const ONCE = new Set(['create', 'submit', 'accept', 'verify', 'sign', 'issue'])

/** Joins the database of a running program, and leaves it again. */
export async function withDatabase<T>(dataDir: string, work: (db: Db) => Promise<T>): Promise<T> {
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: () => {} })
  const db = openDatabase(server.url, 2)
  try {
    return await work(db)
  } finally {
    await db.destroy()
    await server.stop()
  }
}

const idsOf = async (db: Db, table: 'registry.businesses' | 'applications.applications'): Promise<Set<string>> =>
  new Set((await db.selectFrom(table).select('id').execute()).map((row) => row.id))

/** Everything that was acknowledged is there. */
async function lost(db: Db, acknowledged: Acknowledged): Promise<string[]> {
  const businesses = await idsOf(db, 'registry.businesses')
  const applications = await idsOf(db, 'applications.applications')
  const { rows } = await sql<{ taken: string }>`select subject_id || ' ' || what || ' ' || to_state as taken from log.events where what like 'application.%'`.execute(db)
  const taken = new Set(rows.map((row) => row.taken))
  const letters = new Map((await db.selectFrom('letters.letters').select(['id', 'number', 'state']).execute()).map((row) => [row.id, row]))
  const happened = ({ id, step, status }: Acknowledged['steps'][number]) =>
    taken.has(`${id} application.${step === 'sign' && status === 'issued' ? 'issue' : step} ${status}`)
  return [
    ...acknowledged.businesses.filter((id) => !businesses.has(id)).map((id) => `lost: business ${id}`),
    ...acknowledged.applications.filter((id) => !applications.has(id)).map((id) => `lost: case ${id}`),
    ...acknowledged.steps.filter((one) => !happened(one)).map((one) => `lost: ${one.step} of ${one.id}`),
    ...acknowledged.letters.filter((one) => letters.get(one.id)?.number !== one.number || letters.get(one.id)?.state !== 'issued').map((one) => `lost: letter ${one.number}`),
  ]
}

/** Nothing was done twice. */
async function doubled(db: Db, ledger: Ledger): Promise<string[]> {
  const { rows: steps } = await sql<{ subject_id: string; what: string; count: number }>`
    select subject_id, what, count(*)::int as count from log.events where what like 'application.%' group by 1, 2`.execute(db)
  const most = (what: string) => (ONCE.has(what.replace('application.', '')) ? 1 : 2)
  const { rows: [counts] } = await sql<{ cases: number; businesses: number }>`
    select (select count(*)::int from applications.applications) as cases, (select count(*)::int from registry.businesses) as businesses`.execute(db)
  return [
    ...steps.filter((row) => row.count > most(row.what)).map((row) => `twice: ${row.what} of ${row.subject_id}`),
    ...((counts?.cases ?? 0) > ledger.begun ? [`twice: ${counts?.cases} cases of ${ledger.begun} begun`] : []),
    ...((counts?.businesses ?? 0) > ledger.begun ? [`twice: ${counts?.businesses} businesses of ${ledger.begun} begun`] : []),
  ]
}

/** Rows and log say the same. */
async function unrecorded(db: Db): Promise<string[]> {
  const { rows: cases } = await sql<{ id: string }>`
    select a.id from applications.applications a
     where a.status is distinct from (select e.to_state from log.events e where e.subject_id = a.id::text and e.what like 'application.%' order by e.seq desc limit 1)`.execute(db)
  const { rows: businesses } = await sql<{ id: string }>`
    select b.id from registry.businesses b where not exists (select from log.events e where e.subject_id = b.id::text and e.what = 'business.create')`.execute(db)
  const chains = await Promise.all((['events', 'reads'] as const).map(async (chain) => ({ chain, verdict: await verifyStored(db, OFFICE, chain) })))
  return [
    ...cases.map((row) => `no event: case ${row.id}`), ...businesses.map((row) => `no event: business ${row.id}`),
    ...chains.flatMap(({ chain, verdict }) => (verdict.ok ? [] : [`chain of ${chain}: ${JSON.stringify(verdict.error)}`])),
  ]
}

async function fileFault(dataDir: string, key: string | null, sha256: string | null): Promise<string | undefined> {
  try {
    const bytes = await readFile(join(dataDir, 'files', (key ?? '').slice(0, 2), key ?? ''))
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? undefined : 'altered'
  } catch {
    return 'missing'
  }
}

/** Letter numbers follow each other, and every letter and paper lies where its row says, whole. */
async function lettersAndFiles(db: Db, dataDir: string): Promise<string[]> {
  const letters = await db.selectFrom('letters.letters').select(['number', 'year', 'sequence', 'state', 'storage_key', 'sha256']).orderBy('year').orderBy('sequence').execute()
  const heads = await db.selectFrom('letters.number_heads').select(['year', 'last']).execute()
  const numbers = heads.flatMap(({ year, last }) => {
    const given = letters.filter((letter) => letter.year === year).map((letter) => letter.sequence)
    return given.length === last && given.every((sequence, at) => sequence === at + 1) ? [] : [`numbers of ${year}: ${given.length} letters, head ${last}`]
  })
  const papers = await db.selectFrom('applications.attachments').select(['storage_key', 'sha256']).execute()
  const faults = await Promise.all([
    ...letters.filter((letter) => letter.state === 'issued').map(async (letter) => ({ name: `letter ${letter.number}`, fault: await fileFault(dataDir, letter.storage_key, letter.sha256) })),
    ...papers.map(async (paper) => ({ name: `paper ${paper.storage_key}`, fault: await fileFault(dataDir, paper.storage_key, paper.sha256) })),
  ])
  return [...numbers, ...faults.filter((one) => one.fault !== undefined).map((one) => `file ${one.fault}: ${one.name}`)]
}

/**
 * Everything that must hold at any moment, while the clients go on: what was acknowledged before we look must be in the one state we see.
 * @returns what does not hold, in words
 */
export async function brokenPromises(db: Db, dataDir: string, ledger: Ledger): Promise<string[]> {
  const acknowledged = structuredClone(ledger.acknowledged)
  return db.transaction().setIsolationLevel('repeatable read').execute(async (seen) =>
    [...await lost(seen, acknowledged), ...await doubled(seen, ledger), ...await unrecorded(seen), ...await lettersAndFiles(seen, dataDir)])
}
