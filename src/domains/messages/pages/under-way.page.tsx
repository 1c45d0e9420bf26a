import { shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { readState } from '../core/life.ts'
import { deskId } from '../desk-messages.id.ts'
import { type UnderWay, countDesk, listUnderWay } from '../history-store.ts'
import { messageNames } from '../message-names.ts'
import { storyId } from '../story-messages.id.ts'
import { DESK, Desk } from './desk-frame.tsx'

const SHOWN = 50
const t = deskId.underWay

const columns: Column<UnderWay>[] = [
  { key: 'message', header: t.columns.message, names: true, cell: (row) => <a href={`/petugas/pesan/${row.id}`}>{messageNames(row.template, 'id')}</a> },
  { key: 'state', header: t.columns.state, cell: (row) => storyId.states[readState(row.state)] },
  { key: 'next', header: t.columns.next, cell: (row) => shortMoment(row.nextAt) },
  {
    key: 'tries', header: t.columns.tries,
    cell: (row) => (row.attempts === 0 ? <span class="soft">{t.none}</span> : <>{deskId.tasks.attempts(row.attempts)}. {row.lastFailure !== null && deskId.failure(row.lastFailure)}</>),
  },
]

/** What waits: for its turn, for a provider that works again, or for the end of the quiet hours. */
export const underWayPage = page({
  path: DESK.underWay,
  right: 'message.retry',
  read: async ({ unit, actor }) => ({ rows: await listUnderWay(unit.tx, actor.officeId, SHOWN), counts: await countDesk(unit.tx, actor.officeId) }),
  view: ({ rows, counts }, { actor }) => ({
    title: deskId.tabs.underWay, variant: 'officer',
    body: (
      <Desk tab="underWay" actor={actor} counts={counts} lead={t.lead}>
        <DataTable caption={t.caption} quietCaption columns={columns} rows={rows} rowKey={(row) => row.id} empty={<EmptyState icon="check-circle" title={t.empty} />} />
        {rows.length === SHOWN && <p class="soft">{t.more(SHOWN)}</p>}
      </Desk>
    ),
  }),
})
