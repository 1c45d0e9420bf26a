import type { Actor } from '../../kernel/rights.ts'
import type { Unit } from '../../platform/db/unit.ts'
import type { KeptCooperative } from './cooperative-store.ts'

/** Leaves a trace for every person of the registry whose name an officer sees here; who looks at his own leaves none. */
export function traceLook(
  unit: Unit, actor: Actor, { id, officeId, positions }: Pick<KeptCooperative, 'id' | 'officeId' | 'positions'>,
): void {
  if (actor.kind === 'citizen') return
  for (const personId of new Set(positions.flatMap((one) => one.personId ?? []))) {
    unit.looked(officeId, actor, 'cooperative.read', { kind: 'cooperative', id, personId })
  }
}
