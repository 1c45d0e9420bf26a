import { sql } from 'kysely'
import { ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, toDb, transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { removeBatch } from '../imports/index.ts'
import { removeMonthOfMessages } from '../messages/index.ts'
import type { ListedKind } from './core/schedule.ts'
import { dueRecords } from './due-store.ts'
import { type DestructionList, type Item, findList, listItems, settleItem } from './list-store.ts'
import { archiveId as t } from './messages.id.ts'
import { rulesOn } from './schedule-store.ts'

type Removed = { keys: string[]; digest: string | null }

const keysOf = async (tx: Tx, query: ReturnType<typeof sql<{ keys: string[] | null }>>): Promise<string[]> => (await query.execute(tx)).rows[0]?.keys ?? []

/** How a record of each kind goes: its rows now, its files after the commit. */
const REMOVE: Record<ListedKind, (tx: Tx, officeId: string, item: Item) => Promise<Removed>> = {
  letter: async (tx, _office, { subject, digest }) => ({ keys: await keysOf(tx, sql`select archive.remove_letter(${subject}::uuid) as keys`), digest }),
  case: async (tx, _office, { subject, digest }) => ({ keys: await keysOf(tx, sql`select archive.remove_case(${subject}::uuid) as keys`), digest }),
  import: async (tx, _office, { subject, digest }) => ({ keys: await removeBatch(tx, subject), digest }),
  async reads(tx, officeId, { subject, digest }) {
    await sql`select archive.remove_reads(${officeId}, ${subject})`.execute(tx)
    return { keys: [], digest }
  },
  async messages(tx, officeId, { subject, digest }) {
    await removeMonthOfMessages(tx, officeId, subject)
    return { keys: [], digest }
  },
}

/** One record of an approved list: looked at once more, then removed; what has found a reason to stay meanwhile is withheld. */
async function destroyItem(unit: Unit, tools: Tools, officeId: string, list: DestructionList, item: Item): Promise<void> {
  const rule = (await rulesOn(unit.tx, officeId, wibDate(unit.now))).find((one) => one.kind === item.kind)
  const still = rule && await dueRecords(unit.tx, officeId, { ...rule, kind: item.kind }, wibDate(unit.now), { only: item.subject, limit: 1 })
  const [record] = still ?? []
  if (!record) {
    await settleItem(unit, list.id, item.position, { state: 'withheld', why: t.changedMeanwhile })
    unit.record(officeId, { what: 'archive.keep', kind: item.kind, subject: item.subject, role: 'system', data: { list: list.number } })
    return
  }
  const { keys, digest } = await REMOVE[item.kind](unit.tx, officeId, { ...item, digest: record.digest })
  await unit.tx.insertInto('archive.stubs').values({
    office_id: officeId, kind: item.kind, subject: item.subject, label: item.label, classification: item.classification, digest, list_id: list.id,
    minutes_number: list.minutesNumber ?? '', destroyed_at: toDb(unit.now),
    // A month whose last messages were settled later goes a second time; the first stub stands.
  }).onConflict((on) => on.doNothing()).execute()
  await settleItem(unit, list.id, item.position, { state: 'destroyed' })
  unit.record(officeId, { what: 'archive.destroy', kind: item.kind, subject: item.subject, role: 'system', data: { list: list.number, files: keys.length } })
  // Lost with the machine, they are files that no row names: the search for orphans removes them.
  unit.afterCommit(() => Promise.all(keys.map((key) => tools.files.delete(key))))
}

/**
 * Destroys what an approved list names, each record in a transaction of its own: a round that is cut off goes on where it stopped.
 * @returns how many records were settled
 */
export async function destroyApproved(tools: Tools, limit: number): Promise<number> {
  const approved = await tools.db.selectFrom('archive.lists').select(['id', 'office_id']).where('state', '=', 'approved').limit(1).executeTakeFirst()
  if (!approved) return 0
  const items = await listItems(tools.db, approved.id, { limit, state: 'listed' })
  for (const item of items) {
    await transact(tools.db, tools.clock, async (unit) => {
      const list = await findList(unit.tx, approved.office_id, approved.id)
      const mine = await unit.tx.selectFrom('archive.items').select('position').where('list_id', '=', approved.id).where('position', '=', item.position)
        .where('state', '=', 'listed').forUpdate().executeTakeFirst()
      if (list && mine) await destroyItem(unit, tools, approved.office_id, list, item)
      return ok(undefined)
    })
  }
  if (items.length < limit) await finish(tools, approved.office_id, approved.id)
  return items.length
}

async function finish(tools: Tools, officeId: string, id: string): Promise<void> {
  await transact(tools.db, tools.clock, async (unit) => {
    const { numUpdatedRows } = await unit.tx.updateTable('archive.lists').set({ state: 'done', done_at: toDb(unit.now) }).where('id', '=', id).where('state', '=', 'approved')
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('archive.items').select('position').where('list_id', '=', id).where('state', '=', 'listed')))).executeTakeFirst()
    if (numUpdatedRows > 0n) unit.record(officeId, { what: 'archive.finish', kind: 'destruction-list', subject: id, role: 'system', from: 'approved', to: 'done' })
    return ok(undefined)
  })
}

const AT_ONCE = 50

/** What the worker does for archives. */
export const archiveJobs = (tools: Tools): Job[] => [
  { name: 'archive-destroy', everyMs: 60_000, run: async () => (await destroyApproved(tools, AT_ONCE) === AT_ONCE ? 'again' : 'done') },
]
