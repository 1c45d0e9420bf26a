import { sql } from 'kysely'
import type { Resource } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { proposalOperationsOf } from '../registry/index.ts'
import { findCooperativeAccess, isUuid } from './cooperative-store.ts'
import { cooperativeProposals, proposalWords } from './proposals.ts'
import { COOPERATIVE_TABLES } from './register-tables.ts'

/** What the right to a proposal depends on: that to its cooperative. */
export async function proposalAccess({ unit, params, actor }: UnitAsk): Promise<Resource | undefined> {
  const id = params['id'] ?? ''
  if (!isUuid(id)) return undefined
  const { rows: [row] } = await sql<{ id: string }>`select cooperative_id as id from cooperatives.proposals where id = ${id}`.execute(unit.tx)
  return row && findCooperativeAccess(unit.tx, row.id, actor, wibDate(unit.now))
}

/** Changes proposed by the people of cooperatives, in the API. */
export const proposalOperations = proposalOperationsOf({
  prefix: '/cooperatives', noun: 'cooperative', idKey: 'cooperativeId', tables: COOPERATIVE_TABLES, words: proposalWords, commands: cooperativeProposals,
  withdrawRight: 'cooperative.update', access: proposalAccess,
})
