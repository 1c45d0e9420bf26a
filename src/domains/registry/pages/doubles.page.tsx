import { sql } from 'kysely'
import { shortDate, wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
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
import { explainPairs } from '../find-pairs.ts'
import { pairCursor, pairMark } from '../marks.ts'
import { mergeWords } from '../merge-messages.id.ts'
import { type ListedMerge, listMerges } from '../merge-store.ts'
import { type ListedPair, type PairFilter, countOpenPairs, listOpenPairs } from '../pairs-store.ts'
import { isUuid } from '../person-store.ts'
import { officerWords } from '../screen-messages.id.ts'
import { mainReasons } from './evidence-list.tsx'

const w = mergeWords.list
const PAGE = 50
const VERDICTS = ['probable', 'review'] as const

const pathOf = (pair: ListedPair) => `/petugas/ganda/${pair.a.id}/${pair.b.id}`
const points = (score: number) => Math.round(score * 100)

/** Who one of the two is, in two lines. */
export function Side({ side: { name, number, owner, village, district } }: { side: ListedPair['a'] }) {
  return <div>{name}<br /><small class="soft"><span class="mono">{number}</span> · {owner} · {village}, {district}</small></div>
}

const COLUMNS: Column<ListedPair>[] = [
  { key: 'pair', header: w.pair, cell: (row) => <div class="stack-s"><Side side={row.a} /><Side side={row.b} /></div> },
  {
    key: 'likeness', header: w.likeness,
    cell: ({ score, verdict }) => <>{w.score(points(score))}<br /><StatusTag tone={verdict === 'probable' ? 'danger' : 'warning'} text={officerWords.doubles.verdict[verdict]} /></>,
  },
  { key: 'because', header: w.because, cell: ({ parts }) => mainReasons(parts) },
  { key: 'found', header: w.found, cell: ({ foundAt }) => shortDate(wibDate(fromDb(foundAt))) },
  {
    key: 'act', header: w.act, quiet: true,
    cell: (row) => <ButtonLink href={pathOf(row)} look="secondary" small>{w.compare}<span class="visually-hidden"> {row.a.name}, {row.b.name}</span></ButtonLink>,
  },
]

type Model = {
  pairs: ListedPair[]; next: string | null; counts: { probable: number; review: number }; districts: { code: string; name: string }[]; filter: PairFilter
  merged: ListedMerge | undefined
}

async function readModel({ unit, actor, query }: Allowed): Promise<Model> {
  const { tx } = unit
  const filter: PairFilter = { verdict: VERDICTS.find((one) => one === query['kemiripan']), district: query['kecamatan'] || undefined }
  const within = sql`(${withinAreas(actor, 'registry.merge', 'a')} and ${withinAreas(actor, 'registry.merge', 'b')})`
  const rows = await listOpenPairs(tx, actor.officeId, within, filter, { limit: PAGE + 1, after: pairMark(query['sesudah']) })
  const shown = rows.slice(0, PAGE)
  // The reasons as of today; an import keeps only the score.
  const said = await explainPairs(tx, shown.map(({ a, b }) => [a.id, b.id] as const))
  const mergeId = query['digabung'] ?? ''
  const [merged] = isUuid(mergeId) ? await listMerges(tx, actor.officeId, withinAreas(actor, 'registry.merge', 'b'), { limit: 1, id: mergeId }) : []
  return {
    pairs: shown.map((pair, at) => ({ ...pair, parts: said[at]?.parts ?? pair.parts })), next: rows.length > PAGE ? pairCursor(shown.at(-1)) : null,
    counts: await countOpenPairs(tx, actor.officeId, within, filter), districts: await listDistricts(tx, (await getOffice(tx, actor.officeId)).regionCode), filter, merged,
  }
}

function hrefOf(filter: { kemiripan?: string | undefined; kecamatan?: string | undefined; sesudah?: string | undefined }): string {
  const query = new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString()
  return query === '' ? '/petugas/ganda' : `/petugas/ganda?${query}`
}

/** What was just merged, with the way back. */
function JustMerged({ merge, next }: { merge: ListedMerge; next: ListedPair | undefined }) {
  return (
    <Notice tone="success" title={mergeWords.merged.title} live>
      <p>{mergeWords.merged.into(mergeWords.compare.side(merge.survivorName, merge.survivorNumber))}</p>
      <form method="post" action="/petugas/ganda/riwayat" class="row">
        <input type="hidden" name="id" value={merge.id} />
        <Button look="secondary" small>{mergeWords.merged.undo}</Button>
        {next && <ButtonLink href={pathOf(next)} look="link" small>{mergeWords.merged.next}</ButtonLink>}
      </form>
    </Notice>
  )
}

function Filter({ districts, filter }: Pick<Model, 'districts' | 'filter'>) {
  return (
    <Disclosure summary={w.filter} open={filter.district !== undefined}>
      <form action="/petugas/ganda" class="stack">
        {filter.verdict && <input type="hidden" name="kemiripan" value={filter.verdict} />}
        <SelectField name="kecamatan" label={w.district} value={filter.district} choices={districts.map(({ code, name }) => ({ value: code, label: name }))} />
        <Button look="secondary">{w.filter}</Button>
      </form>
    </Disclosure>
  )
}

function noticeOf(query: Record<string, string | undefined>): { notice?: string } {
  if (query['beda'] !== undefined) return { notice: mergeWords.merged.distinct }
  return query['lagi'] === undefined ? {} : { notice: mergeWords.merged.askedAgain }
}

/** Pairs that wait for a decision. */
export const doublesPage = page({
  path: '/petugas/ganda',
  right: 'registry.merge',
  read: readModel,
  view({ pairs, next, counts, districts, filter, merged }, { query }): Screen {
    const { verdict: kemiripan, district: kecamatan } = filter
    const tab = (of: 'probable' | 'review' | undefined, text: string, count: number) =>
      ({ href: hrefOf({ kemiripan: of, kecamatan }), text, count, current: kemiripan === of })
    return {
      title: w.title, variant: 'officer', ...noticeOf(query),
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} side={(
            <div class="row">
              <ButtonLink href="/petugas/ganda/riwayat" look="secondary" small>{w.history}</ButtonLink>
              <ButtonLink href="/petugas/ganda/beda" look="secondary" small>{w.apart}</ButtonLink>
            </div>
          )} />
          {merged && merged.undoneAt === null && <JustMerged merge={merged} next={pairs[0]} />}
          <Tabs label={w.tabs} items={[
            tab(undefined, w.all, counts.probable + counts.review), tab('probable', w.probable, counts.probable), tab('review', w.review, counts.review),
          ]} />
          <Filter districts={districts} filter={filter} />
          <DataTable caption={w.caption} quietCaption columns={COLUMNS} rows={pairs} rowKey={({ a, b }) => `${a.id} ${b.id}`}
            empty={<EmptyState icon="check-circle" title={w.empty}><p>{w.emptyTodo}</p></EmptyState>} />
          <Pagination next={next ? hrefOf({ kemiripan, kecamatan, sesudah: next }) : undefined} />
        </>
      ),
    }
  },
})
