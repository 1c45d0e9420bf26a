import { type RawBuilder, sql } from 'kysely'

/** Where the records of a register lie, and what is decided about doubles among them: tables of the same columns. */
export type RegisterTables = {
  records: 'registry.businesses' | 'cooperatives.cooperatives'
  pairs: 'registry.duplicate_pairs' | 'cooperatives.duplicate_pairs'
  merges: 'registry.merges' | 'cooperatives.merges'
  proposals: 'registry.proposals' | 'cooperatives.proposals'
  /** The column of a proposal that names its record. */
  proposed: 'business_id' | 'cooperative_id'
  /** What a record is told by beside its name, as an expression on its alias: its owner, its number. */
  byline: (alias: string) => RawBuilder<string>
}

export const BUSINESS_TABLES: RegisterTables = {
  records: 'registry.businesses', pairs: 'registry.duplicate_pairs', merges: 'registry.merges', proposals: 'registry.proposals', proposed: 'business_id',
  byline: (alias) => sql`(select p.name from registry.people p where p.id = ${sql.ref(`${alias}.owner_id`)})`,
}
