import { may } from '../../../../kernel/rights.ts'
import { wibDate } from '../../../../kernel/wib.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { actingFor, listCooperatives } from '../../../cooperatives/index.ts'
import { findPersonCard } from '../../../registry/index.ts'

/** A cooperative an officer looked for, with those of its board whom he may help. */
export type FoundCooperative = { id: string; name: string; registryNumber: string; place: string; board: { id: string; name: string }[] }

/** Whoever finds more than these types a longer name. */
export const MOST_FOUND = 8
/** A board with mandates is rarely larger. */
const MOST_OF_BOARD = 10

/** The cooperatives of a name or a number within the officer's area. */
export async function findCooperatives({ unit, actor, query }: Allowed): Promise<FoundCooperative[]> {
  const typed = query['cari']?.trim()
  if (!typed) return []
  const { items } = await listCooperatives(unit, actor, { q: typed }, { limit: MOST_FOUND })
  const found: FoundCooperative[] = []
  for (const { id, name, registryNumber, village, district } of items) {
    const board: FoundCooperative['board'] = []
    for (const personId of (await actingFor(unit.tx, id, wibDate(unit.now))).slice(0, MOST_OF_BOARD)) {
      const card = await findPersonCard(unit.tx, personId)
      const within = card && { officeId: card.officeId, ownerId: card.id, ...(card.villageCode === null ? {} : { villageCode: card.villageCode }) }
      if (within && may(actor, 'application.create', within, unit.now.epochMilliseconds).ok) board.push({ id: card.id, name: card.name })
    }
    found.push({ id, name, registryNumber, place: `${village}, ${district}`, board })
  }
  return found
}
