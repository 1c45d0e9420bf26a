import type { Temporal } from 'temporal-polyfill'
import { may } from '../../../kernel/rights.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { listBudgets } from '../budget-store.ts'
import { availability } from '../core/health.ts'
import { deskId } from '../desk-messages.id.ts'
import { type ProviderHealth, listHealth } from '../health-store.ts'
import { countDesk } from '../history-store.ts'
import { configuredProviders } from '../providers.ts'
import { DESK, Desk } from './desk-frame.tsx'

const t = deskId.providers
/** Below this more attempts failed lately than succeeded. */
const WEAK = 0.5

type Row = { key: string; known: ProviderHealth | undefined }

function State({ row: { known }, now }: { row: Row; now: Temporal.Instant }) {
  if (!known) return <StatusTag tone="neutral" text={t.unknown} />
  const state = availability(known.health, now)
  if (state === 'resting' && known.health.openUntil) return <StatusTag tone="danger" text={t.resting(shortMoment(known.health.openUntil))} />
  if (state === 'trial') return <StatusTag tone="warning" text={t.trial} />
  return known.health.score < WEAK ? <StatusTag tone="warning" text={t.weak} /> : <StatusTag tone="success" text={t.well} />
}

const columnsAt = (now: Temporal.Instant): Column<Row>[] => [
  { key: 'name', header: t.columns.name, names: true, cell: ({ key }) => t.names[key] ?? key },
  { key: 'state', header: t.columns.state, cell: (row) => <State row={row} now={now} /> },
  { key: 'good', header: t.columns.good, cell: ({ known }) => (known?.lastGoodAt ? shortMoment(known.lastGoodAt) : <span class="soft">{t.never}</span>) },
  {
    key: 'bad', header: t.columns.bad,
    cell: ({ known }) => (known?.lastFailureAt ? <>{shortMoment(known.lastFailureAt)}. {deskId.failure(known.lastFailure ?? null)}</> : <span class="soft">{t.never}</span>),
  },
]

/** How the providers do, and how much of the month's budget is used. */
export const providersPage = page({
  path: DESK.providers,
  right: 'message.retry',
  async read({ unit, actor, tools }) {
    const health = await listHealth(unit.tx)
    return {
      now: unit.now, counts: await countDesk(unit.tx, actor.officeId), budgets: await listBudgets(unit.tx, actor.officeId, unit.now),
      rows: configuredProviders(tools.config).map((key) => ({ key, known: health.find((one) => one.key === key) })),
    }
  },
  view: ({ rows, counts, budgets, now }, { actor, query }) => ({
    title: deskId.tabs.providers, variant: 'officer', ...(query['selesai'] === 'batas' ? { notice: deskId.budget.saved } : {}),
    body: (
      <Desk tab="providers" actor={actor} counts={counts} lead={t.lead}>
        <DataTable caption={t.caption} quietCaption columns={columnsAt(now)} rows={rows} rowKey={(row) => row.key}
          empty={<EmptyState icon="alert" title={t.empty}><p>{t.emptyLead}</p></EmptyState>} />
        <Card title={deskId.budget.title}>
          <p class="soft">{deskId.budget.lead}</p>
          <Summary rows={budgets.map(({ road, count, most }) => ({ label: deskId.budget.roads[road], value: deskId.budget.used(count, most) }))} />
          {may(actor, 'message.budget', {}, 0).ok && <div class="row"><ButtonLink href={DESK.budget} look="secondary" small>{deskId.budget.change}</ButtonLink></div>}
        </Card>
      </Desk>
    ),
  }),
})
