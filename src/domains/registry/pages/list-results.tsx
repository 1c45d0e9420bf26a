import type { Temporal } from 'temporal-polyfill'
import { shortDate, wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { type BusinessList, type ListedBusiness, sortOf } from '../business-list.ts'
import { listWords as w } from '../list-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { screenId } from '../screen-messages.id.ts'
import { type BusinessFilter, SORTS, type Sort, dueBefore } from '../search/filter.ts'
import { LIST, type Query, hrefWith, isNarrowed, sortHref } from './list-query.ts'

function stateOf({ status, isVerified }: ListedBusiness): string {
  if (status !== 'active') return choiceLabels.status[status]
  return isVerified ? screenId.sheet.verified : screenId.sheet.unverified
}

const columns = (due: Date, query: Query, sort: Sort): Column<ListedBusiness>[] => [
  {
    key: 'business', header: w.business, sort: { href: sortHref(query, 'name'), now: sort === 'name' ? 'ascending' : undefined },
    cell: (row) => <><a href={`${LIST}/${row.id}`}>{row.name}</a><br /><small class="soft mono">{row.registryNumber}</small></>,
  },
  { key: 'owner', header: w.owner, cell: (row) => row.ownerName },
  { key: 'place', header: w.place, cell: (row) => `${row.village}, ${row.district}` },
  {
    key: 'activity', header: w.activity,
    cell: (row) => (
      <>
        {row.kbliTitle ? `${row.kbli} ${row.kbliTitle}` : screenId.sheet.notYet}
        <br /><small class="soft">{row.scale ? screenId.scale.is[row.scale] : `${w.scale}: ${w.scaleNone.toLowerCase()}`}</small>
      </>
    ),
  },
  {
    key: 'state', header: w.state,
    cell: (row) => (
      <>
        <StatusTag tone={row.isVerified && row.status === 'active' ? 'success' : 'neutral'} text={stateOf(row)} />
        <br /><small class="soft">{w.confirmed(shortDate(wibDate(fromDb(row.lastConfirmedAt))))}</small>
        {row.lastConfirmedAt < due && <><br /><StatusTag tone="warning" text={w.due} /></>}
      </>
    ),
  },
]

type Shown = { list: BusinessList; filter: BusinessFilter; query: Query }

function Orders({ filter, query }: Omit<Shown, 'list'>) {
  const sort = sortOf(filter)
  // What is due for renewal is seldom new: sorted by entry, all that is fresh would have to be looked through first.
  const offered = SORTS.filter((one) => (one === 'relevance' ? Boolean(filter.q) : one !== 'newest' || filter.freshness?.is !== 'due'))
  return (
    <nav class="row" aria-label={w.sort}>
      <span class="soft">{w.sort}:</span>
      {offered.map((one) => one === sort ? <b key={one} aria-current="true">{w.sorts[one]}</b>
        : <a key={one} href={sortHref(query, one)}>{w.sorts[one]}</a>)}
    </nav>
  )
}

const countText = ({ n, atLeast }: { n: number; atLeast: boolean }, sort: Sort) => (sort === 'relevance' && atLeast ? w.best(n) : w.count(n, atLeast))

function Empty({ list, query }: Omit<Shown, 'filter'>) {
  if (list.next) return <p>{w.goOn}</p>
  if (!isNarrowed(query)) return <EmptyState icon="store" title={w.emptyAll}><p>{w.emptyAllTodo}</p></EmptyState>
  return <EmptyState icon="store" title={w.empty}>{w.emptyTry.map((text) => <p key={text}>{text}</p>)}</EmptyState>
}

/** What was found: how many, in which order, the rows, and the ways on. */
export function ListResults({ list, filter, query, now, isLater }: Shown & { now: Temporal.Instant; isLater: boolean }) {
  const sort = sortOf(filter)
  const hasRows = list.items.length > 0
  return (
    <>
      {hasRows && list.dropped.length > 0 && <Notice><p>{w.dropped(list.dropped)}</p></Notice>}
      {hasRows && list.count && <p role="status"><b>{countText(list.count, sort)}</b></p>}
      {list.items.length > 1 && <Orders filter={filter} query={query} />}
      <DataTable caption={w.title} quietCaption columns={columns(dueBefore(now), query, sort)} rows={list.items} rowKey={(row) => row.id}
        empty={<Empty query={query} list={list} />} />
      {isLater && <p><a href={hrefWith(LIST, query)}>{w.first}</a></p>}
      <Pagination next={list.next ? hrefWith(LIST, query, { sesudah: list.next }) : undefined} />
    </>
  )
}
