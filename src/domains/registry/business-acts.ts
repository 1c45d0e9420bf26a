import type { Temporal } from 'temporal-polyfill'
import { fold } from '../../kernel/ledger.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { storedScale } from './business-context.ts'
import { type KeptBusiness, updateBusiness } from './business-store.ts'
import { type NewAct, appendAct, listActs } from './changes-store.ts'
import { recordOf } from './core/business-fields.ts'
import { trustOf } from './core/trust.ts'

/** What somebody says of a business. */
export type Saying = Pick<NewAct, 'kind' | 'source' | 'by' | 'sets' | 'actId' | 'validFrom' | 'observedOn'>

/**
 * Keeps what is said of a business that the caller holds locked, and writes the record that follows from all that was said of it.
 * @param stillVerified false: what a verification stood on has changed
 */
export async function sayOfBusiness(unit: Unit, keys: Keys, kept: KeptBusiness, saying: Saying, stillVerified: boolean): Promise<void> {
  await appendAct(unit.tx, keys, 'business', { subjectId: kept.id, at: unit.now, ...saying })
  await writeFromActs(unit.tx, keys, unit.now, kept, { stillVerified, confirmed: saying.kind !== 'import' && saying.kind !== 'merge' })
}

/** Writes the record anew from all that was said of it and not undone. The caller holds the row locked. */
export async function writeFromActs(
  tx: Tx, keys: Keys, now: Temporal.Instant, kept: KeptBusiness, { stillVerified, confirmed }: { stillVerified: boolean; confirmed: boolean },
): Promise<void> {
  const { record, ownerId, mergedInto } = recordOf(fold(await listActs(tx, keys, kept.id), trustOf))
  await updateBusiness(tx, keys, now, kept.id, {
    record, ownerId, mergedInto, districtCode: record.villageCode.slice(0, 8), ownerName: await nameOfOwner(tx, kept, ownerId),
    ...storedScale(record, wibDate(now)), version: kept.version + 1, verified: stillVerified, confirmed,
  })
}

async function nameOfOwner(tx: Tx, kept: KeptBusiness, ownerId: string): Promise<string> {
  if (ownerId === kept.ownerId) return kept.ownerName
  const { name } = await tx.selectFrom('registry.people').select('name').where('id', '=', ownerId).executeTakeFirstOrThrow()
  return name
}
