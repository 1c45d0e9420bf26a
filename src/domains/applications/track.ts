import type { Db, Tx } from '../../platform/db/database.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { findPersonCard } from '../registry/index.ts'
import { readReference } from './core/reference.ts'
import { type Application, findApplication } from './store.ts'

const digitsHash = (keys: Keys, reference: string, lastFour: string) => keys.hash('track', `${reference}\n${lastFour}`)

/** The keyed hash by which a case is tracked without login; undefined for a person without a phone, who keeps the slip with its reference. */
export async function trackHashOf(tx: Db | Tx, keys: Keys, application: Pick<Application, 'reference' | 'ownerId'>): Promise<Buffer | undefined> {
  const person = await findPersonCard(tx, application.ownerId)
  return person?.phone ? digitsHash(keys, application.reference, person.phone.slice(-4)) : undefined
}

/**
 * The case behind a reference and the last four digits of the phone it was filed with.
 * A wrong reference and wrong digits look the same from outside.
 */
export async function findTracked(tx: Db | Tx, keys: Keys, reference: string, lastFour: string): Promise<Application | undefined> {
  const read = readReference(reference)
  if (!read || !/^\d{4}$/.test(lastFour)) return undefined
  const row = await tx.selectFrom('applications.applications').select('id').where('reference', '=', read)
    .where('track_hash', '=', digitsHash(keys, read, lastFour)).where('status', '<>', 'draft').executeTakeFirst()
  return row && findApplication(tx, row.id)
}
