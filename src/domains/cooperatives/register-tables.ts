import { sql } from 'kysely'
import type { RegisterTables } from '../registry/index.ts'

/** Where cooperatives lie, and what is decided about doubles among them; a cooperative is told by its legal entity number. */
export const COOPERATIVE_TABLES: RegisterTables = {
  records: 'cooperatives.cooperatives', pairs: 'cooperatives.duplicate_pairs', merges: 'cooperatives.merges',
  proposals: 'cooperatives.proposals', proposed: 'cooperative_id',
  byline: (alias) => sql`${sql.ref(`${alias}.legal_entity_number`)}`,
}
