import { sql } from 'kysely'
import { shortDate, wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { getOffice, listDistricts } from '../../office/index.ts'
import { withinAreas } from '../area-condition.ts'
import { pairCursor, pairMark } from '../marks.ts'
import { type ListedMerge, listMerges } from '../merge-store.ts'
import { type ListedPair, type PairFilter, countOpenPairs, listOpenPairs } from '../pairs-store.ts'
import { isUuid } from '../person-store.ts'
import { officerWords } from '../screen-messages.id.ts'
import { DESK_PATHS, type DoublesDesk } from './doubles-desk.ts'

const PAGE = 50
const VERDICTS = ['probable', 'review'] as const

type Pair = ListedPair<unknown> & { because: string }

const pathOf = ({ path }: DoublesDesk, pair: Pair) => `${path}/${pair.a.id}/${pair.b.id}`
const points = (score: number) => Math.round(score * 100)

/** Who one of the two is, in two lines. */
export function Side({ side: { name, number, byline, village, district } }: { side: ListedPair['a'] }) {
  return <div>{name}<br /><small class="soft"><span class="mono">{number}</span> · {byline} · {village}, {district}</small></div>
}

const columnsOf = (desk: DoublesDesk): Column<Pair>[] => {
  const w = desk.words.list
  return [
    { key: 'pair', header: w.pair, cell: (row) => <div class="stack-s"><Side side={row.a} /><Side side={row.b} /></div> },
    {
      key: 'likeness', header: w.likeness,
      cell: ({ score, verdict }) => <>{w.score(points(score))}<br /><StatusTag tone={verdict === 'probable' ? 'danger' : 'warning'} text={officerWords.doubles.verdict[verdict]} /></>,
    },
    { key: 'because', header: w.because, cell: ({ because }) => because },
    { key: 'found', header: w.found, cell: ({ foundAt }) => shortDate(wibDate(fromDb(foundAt))) },
    {
      key: 'act', header: w.act, quiet: true,
      cell: (row) => <ButtonLink href={pathOf(desk, row)} look="secondary" small>{w.compare}<span class="visually-hidden"> {row.a.name}, {row.b.name}</span></ButtonLink>,
    },
  ]
}

type Model = {
  pairs: Pair[]; next: string | null; counts: { probable: number; review: number }; districts: { code: string; name: string }[]; filter: PairFilter
  merged: ListedMerge | undefined
}

async function readModel({ tables, reasons }: DoublesDesk, { unit, actor, query }: Allowed): Promise<Model> {
  const { tx } = unit
  const filter: PairFilter = { verdict: VERDICTS.find((one) => one === query['kemiripan']), district: query['kecamatan'] || undefined }
  const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
  const rows = await listOpenPairs<unknown>(tx, actor.officeId, within, filter, { limit: PAGE + 1, after: pairMark(query['sesudah']) }, tables)
  const shown = rows.slice(0, PAGE)
  // The reasons as of today; an import keeps only the score.
  const said = await reasons(tx, shown.map(({ a, b }) => [a.id, b.id] as const))
  const mergeId = query['digabung'] ?? ''
  const [merged] = isUuid(mergeId) ? await listMerges(tx, actor.officeId, withinAreas(actor, 'registry.merge', 'b'), { limit: 1, id: mergeId }, tables) : []
  return {
    pairs: shown.map((pair, at) => ({ ...pair, because: said[at] ?? '' })), next: rows.length > PAGE ? pairCursor(shown.at(-1)) : null,
    counts: await countOpenPairs(tx, actor.officeId, within, filter, tables), districts: await listDistricts(tx, (await getOffice(tx, actor.officeId)).regionCode), filter, merged,
  }
}

function hrefOf({ path }: DoublesDesk, filter: { kemiripan?: string | undefined; kecamatan?: string | undefined; sesudah?: string | undefined }): string {
  const query = new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString()
  return query === '' ? path : `${path}?${query}`
}

/** What was just merged, with the way back. */
function JustMerged({ desk, merge, next }: { desk: DoublesDesk; merge: ListedMerge; next: Pair | undefined }) {
  const { merged: w, compare } = desk.words
  return (
    <Notice tone="success" title={w.title} live>
      <p>{w.into(compare.side(merge.survivorName, merge.survivorNumber))}</p>
      <form method="post" action={`${desk.path}/riwayat`} class="row">
        <input type="hidden" name="id" value={merge.id} />
        <Button look="secondary" small>{w.undo}</Button>
        {next && <ButtonLink href={pathOf(desk, next)} look="link" small>{w.next}</ButtonLink>}
      </form>
    </Notice>
  )
}

function Filter({ desk, districts, filter }: Pick<Model, 'districts' | 'filter'> & { desk: DoublesDesk }) {
  const w = desk.words.list
  return (
    <Disclosure summary={w.filter} open={filter.district !== undefined}>
      <form action={desk.path} class="stack">
        {filter.verdict && <input type="hidden" name="kemiripan" value={filter.verdict} />}
        <SelectField name="kecamatan" label={w.district} value={filter.district} choices={districts.map(({ code, name }) => ({ value: code, label: name }))} />
        <Button look="secondary">{w.filter}</Button>
      </form>
    </Disclosure>
  )
}

function noticeOf({ words: { merged } }: DoublesDesk, query: Record<string, string | undefined>): { notice?: string } {
  if (query['beda'] !== undefined) return { notice: merged.distinct }
  return query['lagi'] === undefined ? {} : { notice: merged.askedAgain }
}

/** Pairs that wait for a decision. */
export const doublesPage = (desk: DoublesDesk): Route => page({
  path: desk.path,
  right: 'registry.merge',
  read: (ask) => readModel(desk, ask),
  view({ pairs, next, counts, districts, filter, merged }, { query }): Screen {
    const { verdict: kemiripan, district: kecamatan } = filter
    const { list: w } = desk.words
    const tab = (of: 'probable' | 'review' | undefined, text: string, count: number) =>
      ({ href: hrefOf(desk, { kemiripan: of, kecamatan }), text, count, current: kemiripan === of })
    return {
      title: w.title, variant: 'officer', ...noticeOf(desk, query),
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} side={(
            <div class="row">
              <ButtonLink href={`${desk.path}/riwayat`} look="secondary" small>{w.history}</ButtonLink>
              <ButtonLink href={`${desk.path}/beda`} look="secondary" small>{w.apart}</ButtonLink>
            </div>
          )} />
          <Tabs label={w.registers} items={(['business', 'cooperative'] as const).map((one) => ({ href: DESK_PATHS[one], text: w.register[one], current: one === desk.register }))} />
          {merged && merged.undoneAt === null && <JustMerged desk={desk} merge={merged} next={pairs[0]} />}
          <Tabs label={w.tabs} items={[
            tab(undefined, w.all, counts.probable + counts.review), tab('probable', w.probable, counts.probable), tab('review', w.review, counts.review),
          ]} />
          <Filter desk={desk} districts={districts} filter={filter} />
          <DataTable caption={w.caption} quietCaption columns={columnsOf(desk)} rows={pairs} rowKey={({ a, b }) => `${a.id} ${b.id}`}
            empty={<EmptyState icon="check-circle" title={w.empty}><p>{w.emptyTodo}</p></EmptyState>} />
          <Pagination next={next ? hrefOf(desk, { kemiripan, kecamatan, sesudah: next }) : undefined} />
        </>
      ),
    }
  },
})
