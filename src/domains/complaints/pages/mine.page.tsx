import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { momentText } from '../../applications/index.ts'
import { ownerIndex } from '../reporter.ts'
import { listOwn } from '../ticket-store.ts'
import { citizenWords } from '../words.ts'
import { FRONT, MINE, TRACK } from './paths.ts'
import { TONE } from './ticket-story.ts'

/** What a signed-in person sent, by name or sealed; no secret is needed here. */
export const minePage = page({
  path: MINE,
  right: 'account.self',
  read: async ({ unit, tools, actor }) => (actor.personId === undefined ? undefined : listOwn(unit.tx, actor.personId, ownerIndex(tools.keys, actor.personId), 100)),
  view(tickets, { lang, unit }) {
    const words = citizenWords(lang)
    const t = words.mine
    return {
      title: t.title, variant: 'public', back: { href: FRONT, text: words.form.back },
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <DataTable caption={t.title} quietCaption rows={tickets} rowKey={(one) => one.id} empty={<EmptyState title={t.empty}><p>{t.emptyTodo}</p></EmptyState>} columns={[
            { key: 'what', header: t.what, names: true, cell: (one) => <><a href={`${TRACK}/${one.reference}`}>{words.kinds[one.kind].name} <span class="mono">{one.reference}</span></a></> },
            { key: 'when', header: t.when, cell: (one) => momentText(fromDb(one.receivedAt), lang, unit.now) },
            { key: 'state', header: t.state, cell: (one) => <StatusTag tone={TONE[one.state]} text={words.states[one.state]} /> },
          ]} />
        </>
      ),
    }
  },
})
