import { sql } from 'kysely'
import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { withinAreas } from '../area-condition.ts'
import { momentCursor, momentMark } from '../marks.ts'
import { askAgain } from '../merge-businesses.ts'
import { mergeWords } from '../merge-messages.id.ts'
import { type ApartPair, listApartPairs } from '../pairs-store.ts'
import { Side } from './doubles.page.tsx'

const w = mergeWords.apart
const PAGE = 50

const COLUMNS: Column<ApartPair>[] = [
  { key: 'pair', header: mergeWords.list.pair, cell: (row) => <div class="stack-s"><Side side={row.a} /><Side side={row.b} /></div> },
  { key: 'decided', header: w.decided, cell: (row) => <>{shortMoment(fromDb(row.decidedAt))}<br /><small class="soft">{row.decidedBy}</small></> },
  {
    key: 'act', header: mergeWords.list.act, quiet: true,
    cell: ({ a, b }) => (
      <form method="post" class="row">
        <input type="hidden" name="a" value={a.id} />
        <input type="hidden" name="b" value={b.id} />
        <Button look="secondary" small>{w.askAgain}<span class="visually-hidden"> {a.name}, {b.name}</span></Button>
        <ButtonLink href={`/petugas/ganda/${a.id}/${b.id}`} look="link" small>{mergeWords.list.compare}<span class="visually-hidden"> {a.name}, {b.name}</span></ButtonLink>
      </form>
    ),
  },
]

/** Pairs that somebody has found to be two businesses, each with its way back. */
export const doublesApartPage = page({
  path: '/petugas/ganda/beda',
  right: 'registry.merge',
  fields: z.object({ a: z.string(), b: z.string() }),
  async read({ unit, actor, query }) {
    const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
    const rows = await listApartPairs(unit.tx, actor.officeId, within, { limit: PAGE + 1, after: momentMark(query['sesudah']) })
    const pairs = rows.slice(0, PAGE)
    return { pairs, next: rows.length > PAGE ? momentCursor(pairs.at(-1)?.decidedAt, pairs.at(-1)?.a.id) : null }
  },
  view({ pairs, next }): Screen {
    return {
      title: w.title, variant: 'officer', back: { href: '/petugas/ganda', text: mergeWords.list.title },
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          <DataTable caption={w.caption} quietCaption columns={COLUMNS} rows={pairs} rowKey={({ a, b }) => `${a.id} ${b.id}`} empty={<EmptyState icon="archive" title={w.empty} />} />
          <Pagination next={next ? `/petugas/ganda/beda?sesudah=${next}` : undefined} />
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { a, b }) {
    const asked = await askAgain(unit, tools, actor, [a, b])
    return asked.ok ? ok({ goTo: '/petugas/ganda?lagi=1' }) : asked
  },
})
