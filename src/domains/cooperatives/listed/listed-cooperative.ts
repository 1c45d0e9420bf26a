import type { Temporal } from 'temporal-polyfill'
import type { Act } from '../../../kernel/ledger.ts'
import { type ListedBatch, actOfList, listedIdOf, trustOf } from '../../registry/index.ts'
import { type ListedAnswers, type ListedOffers, LISTED_OFFICES, type ListedOffice, listedOffers } from '../core/listed.ts'

/** One row of a list of cooperatives, each answer read and checked by itself. */
export type ListedCooperative = ListedAnswers & {
  number: number
  /** The number in the sender's own list, and the one in this registry, where the list has them. */
  externalId?: string | undefined
  registryNumber?: string | undefined
}

/** Stable: the same row of the same batch makes the same cooperative, and the same people in its board, however often it is begun. */
export const cooperativeIdOf = (batchId: string, row: number): string => listedIdOf(batchId, 'c', row)
const OFFICES = Object.keys(LISTED_OFFICES)
const positionIdOf = (batchId: string, row: number, office: ListedOffice): string => listedIdOf(batchId, String(OFFICES.indexOf(office)), row)

/** What the row says of a cooperative of which this was said before. */
export const offersOf = (batch: ListedBatch, now: Temporal.Instant, row: ListedCooperative, acts: readonly Act[]): ListedOffers =>
  listedOffers(row, acts, {
    observedOn: batch.observedOn, trust: trustOf, actOf: (sets) => actOfList(batch, now, acts.length + 1, sets),
    idOf: (office) => positionIdOf(batch.id, row.number, office),
  })
