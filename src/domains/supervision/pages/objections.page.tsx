import type { Temporal } from 'temporal-polyfill'
import { formatInstant, shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { DueTag } from '../../../ui/due-tag.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { type Objection, listEnded, listOwed } from '../objection-store.ts'
import { objectionId } from '../objection-words.id.ts'
import { TONE_OF_OBJECTION } from './objection-tone.ts'

const t = objectionId.office
const PATH = '/petugas/keberatan'
const SHOWN = 50
/** Nearer than this an answer is pressing. */
const SOON_MS = 2 * 86_400_000

/** What is owed and how pressing it is: the answer, or its carrying out. */
export function OwedTag({ one, now }: { one: Objection; now: Temporal.Instant }) {
  const owed = one.fulfilBy ?? one.settleBy
  const left = owed.getTime() - now.epochMilliseconds
  const isDone = one.state === 'denied' || one.state === 'fulfilled'
  return <DueTag urgency={isDone ? 'done' : left < 0 ? 'late' : left < SOON_MS ? 'soon' : 'calm'} text={shortMoment(fromDb(owed))} at={formatInstant(fromDb(owed))} />
}

const columns = (now: Temporal.Instant): Column<Objection>[] => [
  { key: 'case', header: t.columns.case, names: true, cell: (one) => <a class="mono" href={`${PATH}/${one.id}`}>{one.reference}</a> },
  { key: 'ground', header: t.columns.ground, cell: (one) => t.grounds[one.ground] },
  { key: 'state', header: t.columns.state, cell: (one) => <StatusTag tone={TONE_OF_OBJECTION[one.state]} text={objectionId.states[one.state]} /> },
  { key: 'due', header: t.columns.due, cell: (one) => <OwedTag one={one} now={now} /> },
]

/** Objections within an officer's reach. Names and words of applicants are on the page of each. */
export const objectionsPage = page({
  path: PATH,
  right: 'objection.list',
  async read({ unit, actor, query }) {
    const ended = query['lihat'] === 'selesai'
    return { ended, now: unit.now, rows: ended ? await listEnded(unit.tx, actor, SHOWN) : await listOwed(unit.tx, actor, SHOWN) }
  },
  view: ({ ended, now, rows }) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <Tabs label={t.title} items={[{ href: PATH, text: t.owed, current: !ended }, { href: `${PATH}?lihat=selesai`, text: t.ended, current: ended }]} />
        <DataTable caption={ended ? t.ended : t.owed} quietCaption rows={rows} rowKey={(one) => one.id} columns={columns(now)}
          empty={<EmptyState icon="check-circle" title={ended ? t.emptyEnded : t.empty}>{!ended && <p>{t.emptyTodo}</p>}</EmptyState>} />
      </>
    ),
  }),
})
