import { type RawBuilder, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Told } from '../../kernel/ledger.ts'
import type { Resource } from '../../kernel/rights.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { sealSets, unsealSets } from './changes-store.ts'
import { BUSINESS_TABLES, type RegisterTables } from './register-tables.ts'
import { isUuid } from './person-store.ts'

export const PROPOSAL_STATES = ['pending', 'accepted', 'rejected', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Why a change is not taken at once: by field, a code for the words. */
export type ProposalReason = { field: string; code: string }

/** What the people of a record want changed of it (usulan perubahan). `subjectId`: the record. */
export type Proposal = {
  id: string; officeId: string; subjectId: string; proposedBy: string; proposedAt: Temporal.Instant; baseVersion: number
  sets: Record<string, Told>; validFrom: string | null; risk: 'low' | 'high'; reasons: ProposalReason[]
  state: ProposalState; sampled: boolean; checkedAt: Temporal.Instant | null; decidedAt: Temporal.Instant | null; decidedBy: string | null; note: string | null
}

type Row = {
  id: string; office_id: string; subject_id: string; proposed_by: string; proposed_at: Date; base_version: number; sets: Record<string, Told>
  valid_from: string | null; risk: 'low' | 'high'; reasons: ProposalReason[]; state: ProposalState; sampled: boolean; checked_at: Date | null
  decided_at: Date | null; decided_by: string | null; note: string | null
}

type Tables = Pick<RegisterTables, 'proposals' | 'proposed'>

const columns = ({ proposals, proposed }: Tables) => sql`
  select p.id, p.office_id, p.${sql.ref(proposed)} as subject_id, p.proposed_by, p.proposed_at, p.base_version, p.sets, p.valid_from, p.risk, p.reasons, p.state,
         p.sampled, p.checked_at, p.decided_at, p.decided_by, p.note
    from ${sql.table(proposals)} p`

const momentOf = (date: Date | null) => (date ? fromDb(date) : null)

const proposalOf = (keys: Keys, row: Row): Proposal => ({
  id: row.id, officeId: row.office_id, subjectId: row.subject_id, proposedBy: row.proposed_by, proposedAt: fromDb(row.proposed_at),
  baseVersion: row.base_version, sets: unsealSets(keys, row.sets), validFrom: row.valid_from, risk: row.risk, reasons: row.reasons, state: row.state,
  sampled: row.sampled, checkedAt: momentOf(row.checked_at), decidedAt: momentOf(row.decided_at), decidedBy: row.decided_by, note: row.note,
})

export async function insertProposal(
  tx: Tx, keys: Keys,
  one: Pick<Proposal, 'id' | 'officeId' | 'subjectId' | 'proposedBy' | 'proposedAt' | 'baseVersion' | 'sets' | 'validFrom' | 'risk' | 'reasons' | 'state' | 'sampled'>,
  { proposals, proposed }: Tables = BUSINESS_TABLES,
): Promise<void> {
  await sql`insert into ${sql.table(proposals)} (id, office_id, ${sql.ref(proposed)}, proposed_by, proposed_at, base_version, sets, valid_from, risk,
      reasons, state, sampled)
    values (${one.id}, ${one.officeId}, ${one.subjectId}, ${one.proposedBy}, ${toDb(one.proposedAt)}, ${one.baseVersion},
            ${JSON.stringify(sealSets(keys, one.sets))}::jsonb, ${one.validFrom}, ${one.risk}, ${JSON.stringify(one.reasons)}::jsonb, ${one.state},
            ${one.sampled})`.execute(tx)
}

/** Writes an open proposal anew: its owner has said more, or taken a part back. */
export async function rewriteProposal(
  tx: Tx, keys: Keys, id: string, one: Pick<Proposal, 'proposedBy' | 'proposedAt' | 'baseVersion' | 'sets' | 'validFrom' | 'reasons'>,
  { proposals }: Tables = BUSINESS_TABLES,
): Promise<void> {
  await tx.updateTable(proposals).set({
    proposed_by: one.proposedBy, proposed_at: toDb(one.proposedAt), base_version: one.baseVersion, sets: JSON.stringify(sealSets(keys, one.sets)),
    valid_from: one.validFrom, reasons: JSON.stringify(one.reasons),
  }).where('id', '=', id).execute()
}

/** The open proposal of a record that the caller holds locked. */
export async function findPendingProposal(tx: Db | Tx, keys: Keys, subjectId: string, tables: Tables = BUSINESS_TABLES): Promise<Proposal | undefined> {
  const { rows } = await sql<Row>`${columns(tables)} where p.${sql.ref(tables.proposed)} = ${subjectId} and p.state = 'pending'`.execute(tx)
  return rows[0] && proposalOf(keys, rows[0])
}

/** @param lock keeps it until the transaction ends, so that two stewards cannot decide at once */
export async function findProposal(tx: Db | Tx, keys: Keys, id: string, lock = false, tables: Tables = BUSINESS_TABLES): Promise<Proposal | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Row>`${columns(tables)} where p.id = ${id} ${lock ? sql`for update of p` : sql``}`.execute(tx)
  return rows[0] && proposalOf(keys, rows[0])
}

/** What was proposed last for records (an array of ids), of which its people are told: what waits, and what was decided by a person. */
export async function findLastProposal(tx: Db | Tx, keys: Keys, subjects: RawBuilder<unknown>, tables: Tables = BUSINESS_TABLES): Promise<Proposal | undefined> {
  const { rows } = await sql<Row>`
    ${columns(tables)} where p.${sql.ref(tables.proposed)} = any(${subjects}) and (p.state = 'pending' or p.decided_by is not null)
     order by p.proposed_at desc, p.id limit 1`.execute(tx)
  return rows[0] && proposalOf(keys, rows[0])
}

/** What a right depends on: ids and codes. */
export async function findProposalAccess(tx: Db | Tx, id: string): Promise<(Resource & { ownerId: string; businessId: string }) | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<{ officeId: string; ownerId: string; villageCode: string; businessId: string }>`
    select p.office_id as "officeId", b.owner_id as "ownerId", b.village_code as "villageCode", b.id as "businessId"
      from registry.proposals p join registry.businesses b on b.id = p.business_id where p.id = ${id}`.execute(tx)
  return rows[0]
}

type Ending = { state: ProposalState; by: string; at: Temporal.Instant; note?: string | undefined; isCheck?: boolean }

/** Keeps how it ended, and who said so. `isCheck`: a sample was looked at, whether it stays or is taken back. */
export async function endProposal(tx: Tx, id: string, { state, by, at, note, isCheck = false }: Ending, { proposals }: Tables = BUSINESS_TABLES): Promise<void> {
  const moment = toDb(at)
  await tx.updateTable(proposals).set({
    state, note: note ?? null, ...(isCheck && state === 'accepted' ? {} : { decided_at: moment, decided_by: by }),
    ...(isCheck ? { checked_at: moment, checked_by: by } : {}),
  }).where('id', '=', id).execute()
}

export type ListedProposal = {
  id: string; subjectId: string; registryNumber: string; name: string; village: string; district: string; proposedAt: Date; fields: string[]
  state: ProposalState; isSample: boolean; decidedAt: Date | null
}

/** Which of them: those that wait, small ones to look at, or what people decided. */
export const PROPOSAL_KINDS = ['pending', 'sample', 'decided'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

const KIND: Record<ProposalKind, RawBuilder<unknown>> = {
  pending: sql`p.state = 'pending'`, sample: sql`p.sampled and p.checked_at is null and p.state = 'accepted'`, decided: sql`p.decided_by is not null and p.state <> 'withdrawn'`,
}

export type ProposalMark = { atMs: number; id: string }

/** Proposals of an office: those that wait the oldest first, decided ones the newest first. `within`: a condition on `b`. */
export async function listProposals(
  tx: Db | Tx, officeId: string, within: RawBuilder<unknown>, { kind, limit, after }: { kind: ProposalKind; limit: number; after?: ProposalMark | undefined },
  tables: Pick<RegisterTables, 'proposals' | 'proposed' | 'records'> = BUSINESS_TABLES,
): Promise<ListedProposal[]> {
  const isDone = kind === 'decided'
  const key = isDone ? sql`p.decided_at` : sql`p.proposed_at`
  const at = after && new Date(after.atMs)
  const beyond = at && (isDone ? sql`and ${key} <= ${at} and (${key} < ${at} or p.id > ${after.id}::uuid)` : sql`and ${key} >= ${at} and (${key} > ${at} or p.id > ${after.id}::uuid)`)
  const { rows } = await sql<ListedProposal>`
    select p.id, b.id as "subjectId", b.registry_number as "registryNumber", b.name, v.name as village, d.name as district,
           p.proposed_at as "proposedAt", array(select jsonb_object_keys(p.sets) order by 1) as fields, p.state, p.sampled as "isSample", p.decided_at as "decidedAt"
      from ${sql.table(tables.proposals)} p join ${sql.table(tables.records)} b on b.id = p.${sql.ref(tables.proposed)}
      join office.regions v on v.code = b.village_code join office.regions d on d.code = b.district_code
     where p.office_id = ${officeId} and ${KIND[kind]} and ${within} ${beyond ?? sql``}
     order by ${key} ${isDone ? sql`desc` : sql``}, p.id limit ${limit}`.execute(tx)
  return rows
}

/** How many wait, and how many small ones are still to be looked at; counted up to a thousand each. */
export async function countProposals(
  tx: Db | Tx, officeId: string, within: RawBuilder<unknown>, tables: Pick<RegisterTables, 'proposals' | 'proposed' | 'records'> = BUSINESS_TABLES,
): Promise<{ pending: number; sample: number }> {
  const count = (kind: ProposalKind) => sql`(select count(*)::int from (select from ${sql.table(tables.proposals)} p
    join ${sql.table(tables.records)} b on b.id = p.${sql.ref(tables.proposed)} where p.office_id = ${officeId} and ${KIND[kind]} and ${within} limit 1000) counted)`
  const { rows } = await sql<{ pending: number; sample: number }>`select ${count('pending')} as pending, ${count('sample')} as sample`.execute(tx)
  return rows[0] ?? { pending: 0, sample: 0 }
}
