import { z } from 'zod'
import { shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { maskPhone } from '../../registry/index.ts'
import { AFTER_FAILURE, type FailedMessage, listFailed, takeUpFailed } from '../failed-store.ts'
import { messagesId } from '../messages.id.ts'

const SHOWN = 50
const t = messagesId.failed

const masked = ({ channel, address }: FailedMessage): string => (channel === 'phone' ? maskPhone(address) : address.replace(/^(.).*(?=@)/, '$1***'))

const columns: Column<FailedMessage>[] = [
  { key: 'message', header: t.columns.message, names: true, cell: (row) => messagesId.nameOf(row.template) },
  { key: 'since', header: t.columns.since, cell: (row) => shortMoment(row.createdAt) },
  { key: 'text', header: t.columns.text, cell: (row) => row.body },
  {
    key: 'why', header: t.columns.why,
    cell: (row) => <><span class="mono">{masked(row)}</span><br />{messagesId.failure(row.lastFailure)} <span class="soft">{t.attempts(row.attempts)}.</span></>,
  },
  {
    key: 'todo', header: t.columns.todo, quiet: true,
    cell: (row) => (
      <form method="post" class="row">
        <input type="hidden" name="id" value={row.id} />
        <Button name="act" value="retry" look="secondary" small>{t.retry}</Button>
        <Button name="act" value="settle" look="link" small>{t.settle}</Button>
      </form>
    ),
  },
]

/** Messages that were given up: a task for the counter. */
export const failedMessagesPage = page({
  path: '/petugas/pesan',
  right: 'message.retry',
  fields: z.object({ id: z.uuid(), act: z.enum(AFTER_FAILURE) }),
  read: ({ unit, actor }) => listFailed(unit.tx, actor.officeId, SHOWN),
  view: (rows) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <DataTable
          caption={t.caption} quietCaption columns={columns} rows={rows} rowKey={(row) => row.id}
          empty={<EmptyState icon="check-circle" title={t.empty}><p>{t.emptyLead}</p></EmptyState>}
        />
        {rows.length === SHOWN && <p class="soft">{t.more(SHOWN)}</p>}
      </>
    ),
  }),
  async send({ unit, actor }, { id, act }) {
    const taken = await takeUpFailed(unit, actor, id, act)
    return taken.ok ? { ok: true, value: { goTo: '/petugas/pesan' } } : taken
  },
})
