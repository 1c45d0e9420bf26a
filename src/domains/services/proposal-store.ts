import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb, toDb } from '../../platform/db/unit.ts'
import { type ServiceDefinition, serviceDefinition } from './core/definition.ts'

export const PROPOSAL_STATES = ['proposed', 'published', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** A change of a service that waits for a second person, or what became of it. */
export type Proposal = {
  id: string; officeId: string; code: string; divisionId: string; baseId: string | undefined; definition: ServiceDefinition; note: string; state: ProposalState
  proposedBy: string; proposedByName: string; proposedAt: Temporal.Instant; decidedByName: string | undefined; decidedAt: Temporal.Instant | undefined
}

type Row = {
  id: string; office_id: string; service_code: string; division_id: string; base_id: string | null; definition: unknown; note: string; state: ProposalState
  proposed_by: string; proposer: string; proposed_at: Date; decider: string | null; decided_at: Date | null
}

const proposalOf = (row: Row): Proposal => ({
  id: row.id, officeId: row.office_id, code: row.service_code, divisionId: row.division_id, baseId: row.base_id ?? undefined, definition: serviceDefinition.parse(row.definition),
  note: row.note, state: row.state, proposedBy: row.proposed_by, proposedByName: row.proposer, proposedAt: fromDb(row.proposed_at), decidedByName: row.decider ?? undefined,
  decidedAt: row.decided_at ? fromDb(row.decided_at) : undefined,
})

const selection = sql`p.id, p.office_id, p.service_code, p.division_id, p.base_id, p.definition, p.note, p.state, p.proposed_by, a.name as proposer, p.proposed_at,
  d.name as decider, p.decided_at from services.proposals p join accounts.accounts a on a.id = p.proposed_by left join accounts.accounts d on d.id = p.decided_by`
const isUuid = (text: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text)

export async function findProposal(tx: Db | Tx, officeId: string, id: string): Promise<Proposal | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`select ${selection} where p.id = ${id} and p.office_id = ${officeId}`.execute(tx)
  return rows[0] && proposalOf(rows[0])
}

/** Locks the proposal until the transaction ends, so that two persons cannot decide at once. */
export async function lockProposal(tx: Tx, officeId: string, id: string): Promise<Proposal | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`select ${selection} where p.id = ${id} and p.office_id = ${officeId} for update of p`.execute(tx)
  return rows[0] && proposalOf(rows[0])
}

/** Proposals of the office, those that wait first, then the latest. */
export async function listProposals(tx: Db | Tx, officeId: string, only: { code?: string; state?: ProposalState; limit?: number } = {}): Promise<Proposal[]> {
  const { rows } = await sql<Row>`select ${selection} where p.office_id = ${officeId}
    ${only.code === undefined ? sql`` : sql`and p.service_code = ${only.code.toUpperCase()}`} ${only.state === undefined ? sql`` : sql`and p.state = ${only.state}`}
    order by p.state = 'proposed' desc, p.proposed_at desc, p.id desc limit ${only.limit ?? 100}`.execute(tx)
  return rows.map(proposalOf)
}

export async function insertProposal({ tx, now }: Unit, one: { officeId: string; by: string; baseId: string | undefined; definition: ServiceDefinition; note: string }): Promise<string> {
  const { id } = await tx.insertInto('services.proposals').values({
    office_id: one.officeId, service_code: one.definition.code, division_id: one.definition.division, base_id: one.baseId ?? null, definition: JSON.stringify(one.definition),
    note: one.note, proposed_by: one.by, proposed_at: toDb(now),
  }).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function settleProposal({ tx, now }: Unit, id: string, one: { state: 'published' | 'withdrawn'; by: string; publishedId?: string }): Promise<void> {
  await tx.updateTable('services.proposals').set({ state: one.state, decided_by: one.by, decided_at: toDb(now), published_id: one.publishedId ?? null }).where('id', '=', id).execute()
}
