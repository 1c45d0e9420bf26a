import { sql } from 'kysely'
import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { withinAreas } from '../area-condition.ts'
import { momentCursor, momentMark } from '../marks.ts'
import { type ApartPair, listApartPairs } from '../pairs-store.ts'
import type { DoublesDesk } from './doubles-desk.ts'
import { Side } from './doubles.page.tsx'

const PAGE = 50

const columnsOf = ({ path, words: { list, apart: w } }: DoublesDesk): Column<ApartPair>[] => [
  { key: 'pair', header: list.pair, cell: (row) => <div class="stack-s"><Side side={row.a} /><Side side={row.b} /></div> },
  { key: 'decided', header: w.decided, cell: (row) => <>{shortMoment(fromDb(row.decidedAt))}<br /><small class="soft">{row.decidedBy}</small></> },
  {
    key: 'act', header: list.act, quiet: true,
    cell: ({ a, b }) => (
      <form method="post" class="row">
        <input type="hidden" name="a" value={a.id} />
        <input type="hidden" name="b" value={b.id} />
        <Button look="secondary" small>{w.askAgain}<span class="visually-hidden"> {a.name}, {b.name}</span></Button>
        <ButtonLink href={`${path}/${a.id}/${b.id}`} look="link" small>{list.compare}<span class="visually-hidden"> {a.name}, {b.name}</span></ButtonLink>
      </form>
    ),
  },
]

/** Pairs that somebody has found to be two, each with its way back. */
export const doublesApartPage = (desk: DoublesDesk): Route => page({
  path: `${desk.path}/beda`,
  right: 'registry.merge',
  fields: z.object({ a: z.string(), b: z.string() }),
  async read({ unit, actor, query }) {
    const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
    const rows = await listApartPairs(unit.tx, actor.officeId, within, { limit: PAGE + 1, after: momentMark(query['sesudah']) }, desk.tables)
    const pairs = rows.slice(0, PAGE)
    return { pairs, next: rows.length > PAGE ? momentCursor(pairs.at(-1)?.decidedAt, pairs.at(-1)?.a.id) : null }
  },
  view({ pairs, next }): Screen {
    const { list, apart: w } = desk.words
    return {
      title: w.title, variant: 'officer', back: { href: desk.path, text: list.title },
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          <DataTable caption={w.caption} quietCaption columns={columnsOf(desk)} rows={pairs} rowKey={({ a, b }) => `${a.id} ${b.id}`} empty={<EmptyState icon="archive" title={w.empty} />} />
          <Pagination next={next ? `${desk.path}/beda?sesudah=${next}` : undefined} />
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { a, b }) {
    const asked = await desk.commands.askAgain(unit, tools, actor, [a, b])
    return asked.ok ? ok({ goTo: `${desk.path}?lagi=1` }) : asked
  },
})
