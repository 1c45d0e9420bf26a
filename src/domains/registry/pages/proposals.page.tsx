import { shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { withinAreas } from '../area-condition.ts'
import { momentCursor, momentMark } from '../marks.ts'
import { type ListedProposal, PROPOSAL_KINDS, type ProposalKind, countProposals, listProposals } from '../proposals-store.ts'
import { PROPOSAL_PATHS, type ProposalsDesk, TONE_OF } from './proposals-desk.ts'

const PAGE = 50

/** The addresses speak Indonesian. */
const IN_ADDRESS: Record<ProposalKind, string> = { pending: 'menunggu', sample: 'contoh', decided: 'selesai' }
const kindOf = (text: string | undefined): ProposalKind => PROPOSAL_KINDS.find((kind) => IN_ADDRESS[kind] === text) ?? 'pending'

function columnsOf({ path, words, labelOf }: ProposalsDesk, kind: ProposalKind): Column<ListedProposal>[] {
  const w = words.list
  const shared: Column<ListedProposal>[] = [
    {
      key: 'record', header: w.record,
      cell: (row) => <><a href={`${path}/${row.id}`}>{row.name}</a><br /><small class="soft mono">{row.registryNumber}</small></>,
    },
    { key: 'place', header: w.place, cell: (row) => `${row.village}, ${row.district}` },
    { key: 'fields', header: w.fields, cell: (row) => [...new Set(row.fields.map(labelOf))].join(', ') },
  ]
  if (kind !== 'decided') return [...shared, { key: 'since', header: w.since, cell: (row) => shortMoment(fromDb(row.proposedAt)) }]
  return [
    ...shared, { key: 'decidedAt', header: w.decidedAt, cell: (row) => row.decidedAt && shortMoment(fromDb(row.decidedAt)) },
    { key: 'state', header: w.state, cell: (row) => <StatusTag tone={TONE_OF[row.state]} text={words.states[row.state]} /> },
  ]
}

/** What their people want changed of the records of a register. */
export const proposalsPage = (desk: ProposalsDesk): Route => page({
  path: desk.path,
  right: 'registry.decide',
  async read({ unit, actor, query }) {
    const kind = kindOf(query['keadaan'])
    const within = withinAreas(actor, 'registry.decide', 'b')
    const rows = await listProposals(unit.tx, actor.officeId, within, { kind, limit: PAGE + 1, after: momentMark(query['sesudah']) }, desk.tables)
    const last = rows[PAGE - 1]
    return {
      kind, proposals: rows.slice(0, PAGE), counts: await countProposals(unit.tx, actor.officeId, within, desk.tables),
      next: rows.length > PAGE ? momentCursor(kind === 'decided' ? last?.decidedAt : last?.proposedAt, last?.id) : null,
    }
  },
  view({ kind, proposals, counts, next }, { query }): Screen {
    const { list: w, one } = desk.words
    const hrefOf = (of: ProposalKind) => `${desk.path}?keadaan=${IN_ADDRESS[of]}`
    const counted: Partial<Record<ProposalKind, number>> = counts
    const notices: Readonly<Record<string, string>> = one.done
    const notice = notices[query['putusan'] ?? '']
    return {
      title: w.title, variant: 'officer', ...(notice ? { notice } : {}),
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          <Tabs label={w.registers} items={(['business', 'cooperative'] as const).map((of) => ({ href: PROPOSAL_PATHS[of], text: w.register[of], current: of === desk.register }))} />
          <Tabs label={w.tabs} items={PROPOSAL_KINDS.map((of) => ({
            href: hrefOf(of), text: w[of], current: of === kind, ...(counted[of] === undefined ? {} : { count: counted[of] }),
          }))} />
          <DataTable caption={w.caption} quietCaption columns={columnsOf(desk, kind)} rows={proposals} rowKey={({ id }) => id}
            empty={<EmptyState icon="check-circle" title={w.empty[kind]}><p>{w.emptyTodo}</p></EmptyState>} />
          <Pagination next={next ? `${hrefOf(kind)}&sesudah=${next}` : undefined} />
        </>
      ),
    }
  },
})
