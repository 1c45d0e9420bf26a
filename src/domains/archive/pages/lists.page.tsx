import { areasFor } from '../../../kernel/rights.ts'
import { ok } from '../../../kernel/result.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { ListState } from '../core/schedule.ts'
import { type DestructionList, listLists } from '../list-store.ts'
import { makeList } from '../lists.ts'
import { archiveId as t } from '../messages.id.ts'
import { ROOT, archiveScreen } from './frame.tsx'

export const LIST_TONES: Record<ListState, Tone> = { draft: 'neutral', proposed: 'warning', approved: 'info', refused: 'neutral', done: 'success' }

const COLUMNS: Column<DestructionList>[] = [
  { key: 'number', header: t.number, names: true, cell: (one) => <a href={`${ROOT}/usul/${one.id}`}>{t.listName(one.number)}</a> },
  { key: 'made', header: t.made, cell: (one) => shortMoment(one.madeAt) },
  { key: 'by', header: t.by, cell: (one) => one.madeByName },
  { key: 'state', header: t.state, cell: (one) => <StatusTag tone={LIST_TONES[one.state]} text={t.states[one.state]} /> },
  { key: 'counts', header: t.counts, cell: (one) => t.count(one.listed, one.withheld, one.destroyed) },
]

/** Destruction lists of the office. */
export const listsPage = page({
  path: ROOT,
  right: 'archive.read',
  read: ({ unit, actor }) => listLists(unit.tx, actor.officeId),
  view: (lists, { actor, query }, form) => archiveScreen({
    tab: 'lists', title: t.title, lead: t.lead, form, notice: t.saved[query['sudah'] ?? ''],
    children: (
      <>
        {areasFor(actor, 'archive.propose') === 'all' && (
          <Card title={t.make}>
            <p>{t.makeLead}</p>
            <form method="post" action={`${ROOT}/susun`}><Button>{t.make}</Button></form>
          </Card>
        )}
        <DataTable caption={t.tabs.lists} quietCaption columns={COLUMNS} rows={lists} rowKey={(one) => one.id}
          empty={<EmptyState icon="archive" title={t.none}><p>{t.noneLead}</p></EmptyState>} />
      </>
    ),
  }),
})

/** Makes a list; there is nothing to see at this address itself, so it shows the lists. */
export const makeListPage = page({
  path: `${ROOT}/susun`,
  right: 'archive.propose',
  read: async () => ({}),
  view: (_model, _ask, form) => archiveScreen({
    tab: 'lists', title: t.make, lead: t.makeLead, form, children: <form method="post"><Button>{t.make}</Button></form>,
  }),
  async send({ unit, actor }) {
    const made = await makeList(unit, actor)
    return made.ok ? ok({ goTo: `${ROOT}/usul/${made.value.id}?sudah=make` }) : made
  },
})
