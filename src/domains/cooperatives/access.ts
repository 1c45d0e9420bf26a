import type { Resource } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { findCooperativeAccess } from './cooperative-store.ts'

/** What the right to the cooperative of an address depends on. */
export const accessOf = ({ unit, params, actor }: UnitAsk): Promise<Resource | undefined> =>
  findCooperativeAccess(unit.tx, params['id'] ?? '', actor, wibDate(unit.now))
