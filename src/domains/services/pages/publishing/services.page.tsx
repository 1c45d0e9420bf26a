import { areasFor } from '../../../../kernel/rights.ts'
import { shortMoment, wibDate } from '../../../../kernel/wib.ts'
import { page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { type Proposal, type ProposalState, listProposals } from '../../proposal-store.ts'
import { type ServiceVersion, listServiceVersions } from '../../store.ts'
import { ROOT, proposalPath, publishingScreen, servicePath } from './frame.tsx'

type Row = { code: string; name: string; division: string; now: ServiceVersion | undefined; next: ServiceVersion | undefined }

/** Of each service the version in force and the one that follows. */
function rowsOf(versions: readonly ServiceVersion[], today: string): Row[] {
  return [...Map.groupBy(versions, ({ code }) => code)].map(([code, all]) => {
    const now = all.find(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today))
    const next = all.findLast(({ validFrom }) => validFrom > today)
    const shown = now ?? next ?? all[0]
    return { code, name: shown?.definition.name.id ?? code, division: shown?.division ?? '', now, next }
  })
}

const versionText = (one: ServiceVersion | undefined) => (one ? <>{t.version(one.version)}<br /><small class="soft">{t.since(one.validFrom)}</small></> : <span class="soft">{t.none}</span>)

const COLUMNS: Column<Row>[] = [
  { key: 'service', header: t.service, names: true, cell: (row) => <><a href={servicePath(row.code)}>{row.name}</a><br /><small class="soft mono">{row.code}</small></> },
  { key: 'now', header: t.inForce, cell: (row) => versionText(row.now) },
  { key: 'next', header: t.next, cell: (row) => versionText(row.next) },
  { key: 'days', header: t.promise, cell: (row) => (row.now ? t.days(row.now.definition.limits.days) : '') },
  { key: 'division', header: t.division, cell: (row) => row.division },
]

export const STATE_TONES: Record<ProposalState, Tone> = { proposed: 'warning', published: 'success', withdrawn: 'neutral' }

const PROPOSALS: Column<Proposal>[] = [
  { key: 'what', header: t.service, names: true, cell: (one) => <><a href={proposalPath(one.id)}>{one.definition.name.id}</a><br /><small class="soft mono">{one.code}</small></> },
  { key: 'why', header: t.why, cell: (one) => one.note },
  { key: 'by', header: t.proposer, cell: (one) => <>{one.proposedByName}<br /><small class="soft">{shortMoment(one.proposedAt)}</small></> },
  { key: 'state', header: t.state, cell: (one) => <StatusTag tone={STATE_TONES[one.state]} text={t.states[one.state]} /> },
]

export const ProposalTable = ({ proposals }: { proposals: readonly Proposal[] }) =>
  <DataTable caption={t.proposals} quietCaption columns={PROPOSALS} rows={proposals} rowKey={(one) => one.id} empty={<EmptyState icon="file" title={t.noProposals}><p>{t.noProposalsLead}</p></EmptyState>} />

/** All services with their versions, and the changes that wait. */
export const servicesPage = page({
  path: ROOT,
  right: 'service.review',
  read: async ({ unit, actor }) => ({
    rows: rowsOf(await listServiceVersions(unit.tx, actor.officeId), wibDate(unit.now).toString()), proposals: await listProposals(unit.tx, actor.officeId, { limit: 20 }),
  }),
  view: ({ rows, proposals }, { actor }) => publishingScreen({
    title: t.title, lead: t.lead,
    ...(areasFor(actor, 'service.propose') === 'all' ? { side: <ButtonLink href={`${ROOT}/unggah`} look="secondary" small>{t.upload}</ButtonLink> } : {}),
    children: (
      <>
        <DataTable caption={t.caption} quietCaption columns={COLUMNS} rows={rows} rowKey={(row) => row.code} />
        <h2>{t.proposals}</h2>
        <ProposalTable proposals={proposals} />
      </>
    ),
  }),
})
