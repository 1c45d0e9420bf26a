import { z } from 'zod'
import { ok } from '../../../kernel/result.ts'
import { shortMoment } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { withinAreas } from '../area-condition.ts'
import { momentCursor, momentMark } from '../marks.ts'
import type { MergeWords } from '../merge-messages.id.ts'
import { type ListedMerge, listMerges } from '../merge-store.ts'
import type { DoublesDesk } from './doubles-desk.ts'

const PAGE = 50

const record = ({ recordPath }: DoublesDesk, id: string, name: string, number: string) => <><a href={`${recordPath}/${id}`}>{name}</a><br /><small class="soft mono">{number}</small></>

function Undo({ merge, words: w }: { merge: ListedMerge; words: MergeWords['history'] }) {
  if (merge.undoneAt) return null
  if (!merge.isLast) return <span class="soft">{w.newerFirst}</span>
  return (
    <form method="post">
      <input type="hidden" name="id" value={merge.id} />
      <Button look="secondary" small>{w.undo}<span class="visually-hidden"> {merge.survivorName}, {merge.absorbedName}</span></Button>
    </form>
  )
}

const columnsOf = (desk: DoublesDesk): Column<ListedMerge>[] => {
  const w = desk.words.history
  return [
    { key: 'survivor', header: w.survivor, cell: (row) => record(desk, row.survivorId, row.survivorName, row.survivorNumber) },
    { key: 'absorbed', header: w.absorbed, cell: (row) => record(desk, row.absorbedId, row.absorbedName, row.absorbedNumber) },
    { key: 'when', header: w.when, cell: (row) => <>{shortMoment(fromDb(row.mergedAt))}<br /><small class="soft">{row.mergedBy}</small></> },
    {
      key: 'state', header: w.state,
      cell: (row) => (row.undoneAt
        ? <>{w.undone(shortMoment(fromDb(row.undoneAt)), row.undoneBy ?? '')}</>
        : <StatusTag tone="success" text={w.standing} />),
    },
    { key: 'act', header: w.act, quiet: true, cell: (row) => <Undo merge={row} words={w} /> },
  ]
}

/** Merges of the office, each with its way back. */
export const doublesHistoryPage = (desk: DoublesDesk): Route => page({
  path: `${desk.path}/riwayat`,
  right: 'registry.merge',
  fields: z.object({ id: z.string() }),
  async read({ unit, actor, query }) {
    const rows = await listMerges(
      unit.tx, actor.officeId, withinAreas(actor, 'registry.merge', 'b'), { limit: PAGE + 1, after: momentMark(query['sesudah']) }, desk.tables,
    )
    const last = rows[PAGE - 1]
    return { merges: rows.slice(0, PAGE), next: rows.length > PAGE ? momentCursor(last?.mergedAt, last?.id) : null }
  },
  view({ merges, next }, { query }): Screen {
    const { history: w, list, merged } = desk.words
    return {
      title: w.title, variant: 'officer', back: { href: desk.path, text: list.title },
      ...(query['dibatalkan'] === undefined ? {} : { notice: merged.undone }),
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          <DataTable caption={w.caption} quietCaption columns={columnsOf(desk)} rows={merges} rowKey={({ id }) => id} empty={<EmptyState icon="archive" title={w.empty} />} />
          <Pagination next={next ? `${desk.path}/riwayat?sesudah=${next}` : undefined} />
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { id }) {
    const undone = await desk.commands.unmerge(unit, tools, actor, id)
    return undone.ok ? ok({ goTo: `${desk.path}/riwayat?dibatalkan=1` }) : undone
  },
})
