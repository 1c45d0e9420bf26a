import { shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { withinAreas } from '../area-condition.ts'
import { labelOf } from '../field-text.ts'
import { momentCursor, momentMark } from '../marks.ts'
import { proposalWords } from '../proposal-messages.id.ts'
import { type ListedProposal, PROPOSAL_KINDS, type ProposalKind, type ProposalState, countProposals, listProposals } from '../proposals-store.ts'

const w = proposalWords.list
const PAGE = 50

/** The addresses speak Indonesian. */
const IN_ADDRESS: Record<ProposalKind, string> = { pending: 'menunggu', sample: 'contoh', decided: 'selesai' }
const kindOf = (text: string | undefined): ProposalKind => PROPOSAL_KINDS.find((kind) => IN_ADDRESS[kind] === text) ?? 'pending'

/** How the state of a proposal looks. */
export const TONE_OF: Record<ProposalState, Tone> = { pending: 'warning', accepted: 'success', rejected: 'danger', withdrawn: 'neutral' }

const COLUMNS: Column<ListedProposal>[] = [
  {
    key: 'business', header: w.business,
    cell: (row) => <><a href={`/petugas/usulan/${row.id}`}>{row.name}</a><br /><small class="soft mono">{row.registryNumber}</small></>,
  },
  { key: 'place', header: w.place, cell: (row) => `${row.village}, ${row.district}` },
  { key: 'fields', header: w.fields, cell: (row) => row.fields.map((field) => labelOf(field)).join(', ') },
  { key: 'since', header: w.since, cell: (row) => shortMoment(fromDb(row.proposedAt)) },
]
const DECIDED: Column<ListedProposal>[] = [
  ...COLUMNS.slice(0, 3),
  { key: 'decidedAt', header: w.decidedAt, cell: (row) => row.decidedAt && shortMoment(fromDb(row.decidedAt)) },
  { key: 'state', header: w.state, cell: (row) => <StatusTag tone={TONE_OF[row.state]} text={proposalWords.states[row.state]} /> },
]

/** What owners want changed of verified businesses. */
export const proposalsPage = page({
  path: '/petugas/usulan',
  right: 'registry.decide',
  async read({ unit, actor, query }) {
    const kind = kindOf(query['keadaan'])
    const within = withinAreas(actor, 'registry.decide', 'b')
    const rows = await listProposals(unit.tx, actor.officeId, within, { kind, limit: PAGE + 1, after: momentMark(query['sesudah']) })
    const last = rows[PAGE - 1]
    return {
      kind, proposals: rows.slice(0, PAGE), counts: await countProposals(unit.tx, actor.officeId, within),
      next: rows.length > PAGE ? momentCursor(kind === 'decided' ? last?.decidedAt : last?.proposedAt, last?.id) : null,
    }
  },
  view({ kind, proposals, counts, next }, { query }): Screen {
    const hrefOf = (one: ProposalKind) => `/petugas/usulan?keadaan=${IN_ADDRESS[one]}`
    const counted: Partial<Record<ProposalKind, number>> = counts
    const notices: Readonly<Record<string, string>> = proposalWords.one.done
    const notice = notices[query['putusan'] ?? '']
    return {
      title: w.title, variant: 'officer', ...(notice ? { notice } : {}),
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          <Tabs label={w.tabs} items={PROPOSAL_KINDS.map((one) => ({
            href: hrefOf(one), text: w[one], current: one === kind, ...(counted[one] === undefined ? {} : { count: counted[one] }),
          }))} />
          <DataTable caption={w.caption} quietCaption columns={kind === 'decided' ? DECIDED : COLUMNS} rows={proposals} rowKey={({ id }) => id}
            empty={<EmptyState icon="check-circle" title={w.empty[kind]}><p>{w.emptyTodo}</p></EmptyState>} />
          <Pagination next={next ? `${hrefOf(kind)}&sesudah=${next}` : undefined} />
        </>
      ),
    }
  },
})
