import type { Told } from '../../../kernel/ledger.ts'
import type { Source } from '../core/business-choices.ts'
import type { ListedBusiness, ListedOwner, Mention } from '../core/business-record.ts'
import type { DuplicateSide } from '../core/duplicates.ts'

/** A list on its way into the registry: who sent it, when it was true, and who imports it. */
export type ListedBatch = {
  id: string; officeId: string; sender: string; source: Source; by: string
  /** The day on which the list was true, `2026-03-31`. */
  observedOn: string
}

/** One row of a list, each value read and checked by itself. A list of permits only mentions businesses by their numbers. */
export type ListedRow = {
  number: number
  record: Mention
  owner?: ListedOwner | undefined
  /** The number in the sender's own list, and the one in this registry, where the list has them. */
  externalId?: string | undefined
  registryNumber?: string | undefined
}

/** A row that tells enough for a business to be entered. */
export type WholeRow = ListedRow & { record: ListedBusiness; owner: ListedOwner }

export const isWhole = (row: ListedRow): row is WholeRow => row.record.name !== undefined && row.record.villageCode !== undefined && row.owner !== undefined

/** Stable ids of what a batch makes: the same row of the same batch makes the same business, however often it is begun. */
export const businessIdOf = (batchId: string, row: number): string => listedIdOf(batchId, 'b', row)
export const ownerIdOf = (batchId: string, row: number): string => listedIdOf(batchId, 'a', row)

/**
 * The id of what a row of a batch makes. Version 8: the first half from the batch, the rest says what it is and from which row.
 * @param what a hexadecimal digit: a owner, b business; other registers have their own
 */
export const listedIdOf = (batchId: string, what: string, row: number): string =>
  `${batchId.slice(0, 13)}-8${what}${batchId.slice(16, 18)}-8${batchId.slice(20, 23)}-${row.toString(16).padStart(12, '0')}`

/** Was this person made by the batch? */
export const isOwnerMadeBy = (batchId: string, ownerId: string): boolean => ownerId.slice(0, 23) === ownerIdOf(batchId, 0).slice(0, 23)

/** The first and the last id that a business made by a batch can have: all between are its own. */
export const businessIdsOf = (batchId: string): readonly [string, string] => [businessIdOf(batchId, 0), businessIdOf(batchId, 2 ** 48 - 1)]

/** The row as the duplicate rule sees it. @param nationalIndex,familyIndex keyed index of the numbers, hex, as of records that are kept */
export function sideOfRow({ record, owner }: WholeRow, nationalIndex: string | undefined, familyIndex: string | undefined): DuplicateSide {
  return {
    name: record.name, villageCode: record.villageCode, kbli: record.kbli ?? '', kbliVersion: record.kbliVersion, ownerName: owner.name,
    nationalId: nationalIndex, familyCard: familyIndex, phone: owner.phone, nib: record.nib, latitude: record.latitude, longitude: record.longitude,
    product: record.mainProduct, address: record.address, rt: record.rt, rw: record.rw,
  }
}

/** What the row says of the business, field by field; what it does not know it does not say. */
export function offersOf(record: Mention): Record<string, Told> {
  const { unknown = {}, ...told } = record
  const offers: Record<string, Told> = {}
  for (const [field, value] of Object.entries(told)) if (value !== undefined && value !== null) offers[field] = value
  for (const [field, reason] of Object.entries(unknown)) if (reason !== undefined && offers[field] === undefined) offers[field] = { unstated: reason }
  return offers
}
