import { sql } from 'kysely'
import { findAccountByLogin } from '../../src/domains/accounts/index.ts'
import { getOffice } from '../../src/domains/office/index.ts'
import { type BulkPerson, type BulkTeller, findPersonCard, insertBusinesses, insertPeople } from '../../src/domains/registry/index.ts'
import { ok } from '../../src/kernel/result.ts'
import type { Tx } from '../../src/platform/db/database.ts'
import { type Unit, transact } from '../../src/platform/db/unit.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { DEMO_OFFICE } from './demo.ts'
import { type DrawnBatch, drawRegency } from './regency-drawing.ts'
import { seedStewardWork } from './steward-work.ts'

const BATCH = 1000
/** The demo's own people keep their numbers: the first twelve digits of Siti's and Wahyu's. */
export const demoIds = (): Set<number> => new Set([351505520380, 351518090785])

async function accountId(tx: Tx, login: string): Promise<string> {
  const account = await findAccountByLogin(tx, DEMO_OFFICE, login)
  if (!account) throw new Error(`the demo office has no account ${login}: seed it first`)
  return account.id
}

/** Another seed may have met the same numbers: whoever comes second is known without one. */
async function withFreeIds({ tools, unit: { tx } }: Storing, people: readonly BulkPerson[]): Promise<BulkPerson[]> {
  const indexes = people.flatMap(({ nationalId }) => (nationalId === undefined ? [] : [tools.keys.indexOf(nationalId)]))
  const { rows } = await sql<{ taken: Buffer }>`
    select national_id_index as taken from registry.people
     where office_id = ${DEMO_OFFICE} and national_id_index = any(${indexes}::bytea[])`.execute(tx)
  if (rows.length === 0) return [...people]
  const taken = new Set(rows.map((row) => row.taken.toString('hex')))
  const isTaken = (nationalId: string) => taken.has(tools.keys.indexOf(nationalId).toString('hex'))
  return people.map(({ nationalId, ...one }) => (nationalId === undefined || isTaken(nationalId) ? one : { ...one, nationalId }))
}

type Storing = { tools: Tools; unit: Unit; office: { id: string; regionCode: string }; verifiedBy: string; teller: BulkTeller; isFirst: boolean
  /** Businesses that are told a second time, for the steward to find. */
  doubles: string[]
}

async function store(storing: Storing, { people, drawn }: DrawnBatch): Promise<void> {
  const { tools, unit: { tx, now }, office, verifiedBy, teller, isFirst, doubles } = storing
  doubles.push(...drawn.filter(({ doubleOf }) => doubleOf !== undefined).map(({ business }) => business.id))
  await insertPeople(tx, tools.keys, office.id, isFirst ? people : await withFreeIds(storing, people), teller)
  await insertBusinesses(tx, tools.keys, office, drawn.map(({ business: { isVerified, ...one } }) => ({ ...one,
    ...(isVerified ? { verifiedBy } : {}) })), now, teller)
}

/** Stores batch behind batch while the next one is drawn and packed: the database and this process work at once. */
async function storeAll(storing: Storing, batches: Iterable<DrawnBatch>): Promise<void> {
  const atWork: Promise<void>[] = []
  try {
    for (const batch of batches) {
      const present = store(storing, batch)
      // Met in the next round; until then nobody listens.
      present.catch(() => {})
      atWork.push(present)
      if (atWork.length > 1) await atWork.shift()
    }
    await Promise.all(atWork)
  } finally {
    // Nothing may be asked on this connection once its transaction is over.
    await Promise.allSettled(atWork)
  }
}

/**
 * Fills the demo office with made-up businesses from reference/names: the same seed gives the same regency, ids included.
 * NIKs end in 0000. A seed that is there already is left alone.
 * @returns how many businesses were stored
 */
export async function seedRegency(tools: Tools, { businesses, seed }: { businesses: number; seed: number }): Promise<number> {
  if (businesses === 0) return 0
  const doubles: string[] = []
  const done = await transact<number>(tools.db, tools.clock, async (unit) => {
    const { tx, now, record } = unit
    // At a million, counting up takes longer than any page may.
    await sql`set local statement_timeout = 0`.execute(tx)
    const draw = await drawRegency({ seed, now, usedIds: demoIds() })
    const first = draw(Math.min(BATCH, businesses))
    const [someone] = first.people
    if (someone && await findPersonCard(tx, someone.id)) return ok(0)
    const office = await getOffice(tx, DEMO_OFFICE)
    const by = await accountId(tx, 'data')
    const held = await tx.selectFrom('registry.businesses').select('id').limit(1).executeTakeFirst()
    const storing: Storing = {
      tools, unit, office: { id: DEMO_OFFICE, regionCode: office.regionCode }, verifiedBy: await accountId(tx, 'verifikator'),
      teller: { source: 'seed', by, kind: 'enter' }, isFirst: held === undefined, doubles,
    }
    await storeAll(storing, batchesOf(draw, first, businesses))
    record(DEMO_OFFICE, { what: 'registry.seed', kind: 'office', subject: DEMO_OFFICE, data: { businesses, seed } })
    return ok(businesses)
  })
  if (!done.ok) throw new Error('the regency could not be seeded')
  if (done.value > 0) await seedStewardWork(tools, doubles)
  return done.value
}

function* batchesOf(draw: (size: number) => DrawnBatch, first: DrawnBatch, all: number): Generator<DrawnBatch> {
  yield first
  for (let drawn = first.drawn.length; drawn < all; drawn += BATCH) yield draw(Math.min(BATCH, all - drawn))
}
