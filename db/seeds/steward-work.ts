import { sql } from 'kysely'
import { type KeptBusiness, businessProposals, findBusiness, findPairsOf } from '../../src/domains/registry/index.ts'
import type { Told } from '../../src/kernel/ledger.ts'
import { ok } from '../../src/kernel/result.ts'
import type { Actor } from '../../src/kernel/rights.ts'
import { transact } from '../../src/platform/db/unit.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { DEMO_OFFICE } from './demo.ts'

/** So many doubles are looked up and so many owners want something changed: enough to look at, little to wait for. */
const MOST_DOUBLES = 100
const PROPOSALS = 8

/** What owners come with, in turn. */
const WISHES: ((kept: KeptBusiness) => Record<string, Told>)[] = [
  ({ record }) => ({ annualSales: 3 * (record.annualSales ?? 20_000_000), salesYear: record.salesYear ?? 2025 }),
  ({ record }) => ({ name: `${record.name} Jaya` }),
  ({ record }) => ({ nib: record.nib ? null : '9120000000000', monthlySales: 400_000_000 }),
  ({ record }) => ({ address: `${record.address ?? 'Jalan Raya'} sebelah balai desa`, rt: '001' }),
]

/** The owner of a made-up business, as if he had signed in. */
const ownerOf = ({ ownerId, ownerName }: KeptBusiness): Actor =>
  ({ accountId: ownerId, personId: ownerId, officeId: DEMO_OFFICE, kind: 'citizen', name: ownerName, roles: [{ role: 'business-owner' }] })

/** Gives the data steward something to do: pairs that may be one business, and changes that owners propose. */
export async function seedStewardWork(tools: Tools, doubles: readonly string[]): Promise<void> {
  await transact(tools.db, tools.clock, async (unit) => {
    // Right after a bulk load nobody knows yet how large the tables are.
    await sql`set local enable_seqscan = off`.execute(unit.tx)
    await sql`set local statement_timeout = 0`.execute(unit.tx)
    await findPairsOf(unit, DEMO_OFFICE, doubles.slice(0, MOST_DOUBLES))
    const { rows } = await sql<{ id: string }>`
      select id from registry.businesses b where verified_by is not null and source = 'seed' and merged_into is null
         and not exists (select from registry.proposals p where p.business_id = b.id) order by id limit ${PROPOSALS}`.execute(unit.tx)
    for (const [at, { id }] of rows.entries()) {
      const kept = await findBusiness(unit.tx, tools.keys, id, true)
      const wish = WISHES[at % WISHES.length]
      if (kept && wish) await businessProposals.propose(unit, tools.keys, ownerOf(kept), kept, { sets: wish(kept), validFrom: undefined })
    }
    return ok(undefined)
  })
}
