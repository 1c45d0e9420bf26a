import type { Db, Tx } from '../../../platform/db/database.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type Act, type Folded, fold } from '../../../kernel/ledger.ts'
import type { Resource } from '../../../kernel/rights.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import type { Tone } from '../../../ui/tone.ts'
import { listActs } from '../changes-store.ts'
import { trustOf } from '../core/trust.ts'
import type { ProposalWords } from '../proposal-messages.id.ts'
import type { ProposalCommands } from '../proposals.ts'
import type { Proposal, ProposalState } from '../proposals-store.ts'
import type { RegisterTables } from '../register-tables.ts'

/** One field that would change: what stands, where from, what is proposed, what others say, and why somebody should look. */
export type ProposalLine = {
  field: string; label: string; before: string; origin: string; after: string; others: { text: string; from: string }[]; why: string
}

/** A proposed change in words. */
export type ProposalView = {
  record: { id: string; name: string; number: string; version: number }
  lines: ProposalLine[]
  /** Sums change and are not shown. */
  hidesMoney: boolean
}

/** Where changes proposed by the people of a register's records are decided. */
export type ProposalsDesk = {
  register: 'business' | 'cooperative'
  path: string
  recordPath: string
  tables: Pick<RegisterTables, 'records' | 'proposals' | 'proposed'>
  words: ProposalWords
  decide: ProposalCommands<never>['decide']
  labelOf: (field: string) => string
  access(ask: Pick<UnitAsk, 'unit' | 'params'>): Promise<Resource | undefined>
  /** @returns undefined when the record is not there */
  read(ask: Allowed, proposal: Proposal, showsMoney: boolean): Promise<ProposalView | undefined>
}

/** Both registers, for the tabs above each list. */
export const PROPOSAL_PATHS: Record<ProposalsDesk['register'], string> = { business: '/petugas/usulan', cooperative: '/petugas/koperasi/usulan' }

/** How the state of a proposal looks. */
export const TONE_OF: Record<ProposalState, Tone> = { pending: 'warning', accepted: 'success', rejected: 'danger', withdrawn: 'neutral' }

/** What stood before a proposal: for one that was taken already, what would stand without it. */
export async function foldedBefore(tx: Db | Tx, keys: Keys, { id, subjectId }: Proposal): Promise<{ before: Folded; acts: Act[] }> {
  const acts = await listActs(tx, keys, subjectId)
  return { acts, before: fold(acts.filter(({ actId }) => actId !== id), trustOf) }
}

/** Why each of its fields should be looked at, in words. */
export const whyOf = (words: ProposalWords, { reasons }: Proposal, field: string): string =>
  reasons.filter((reason) => reason.field === field).map(({ code }) => words.reasons[code] ?? code).join(', ')
