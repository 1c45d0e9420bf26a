import { areasFor, may } from '../../../kernel/rights.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { CheckboxGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { type Region, getOffice, listDistricts } from '../../office/index.ts'
import { type CooperativeFilter, type ListedCooperative, listCooperatives, markOf } from '../cooperative-list.ts'
import { lastBookYear } from '../core/annual-meeting.ts'
import { COOPERATIVE_STATUSES, GROUPS, KINDS } from '../core/choices.ts'
import { choiceLabels } from '../messages.id.ts'
import { officerWords as w } from '../screen-messages.id.ts'
import { STATUS_TONE } from './wording.ts'

const COLUMNS: Column<ListedCooperative>[] = [
  {
    key: 'cooperative', header: w.cooperative,
    cell: (row) => <><a href={`/petugas/koperasi/${row.id}`}>{row.name}</a><br /><small class="soft mono">{row.registryNumber}</small></>,
  },
  { key: 'place', header: w.place, cell: (row) => `${row.village}, ${row.district}` },
  {
    key: 'kind', header: w.kind,
    cell: (row) => <>{choiceLabels.kind[row.kind]}{row.group && <><br /><small class="soft">{choiceLabels.group[row.group]}</small></>}</>,
  },
  {
    key: 'members', header: w.members, end: true,
    cell: (row) => (row.membersFemale === null && row.membersMale === null ? '–' : (row.membersFemale ?? 0) + (row.membersMale ?? 0)),
  },
  { key: 'meeting', header: w.meeting, cell: (row) => row.lastMeetingYear ?? w.noMeeting },
  {
    key: 'status', header: w.status,
    cell: (row) => <StatusTag tone={STATUS_TONE[row.status]} text={choiceLabels.status[row.status]} />,
  },
]

const PAGE = 50
const FILTERS = ['kecamatan', 'jenis', 'kelompok', 'status', 'belum-rat'] as const

/** The address speaks Indonesian; a filter that is none of ours is passed over. */
function filterOf(query: Record<string, string>): CooperativeFilter {
  const { kecamatan, jenis, kelompok, status, q } = query
  return {
    q: q?.slice(0, 200), district: /^\d\d\.\d\d\.\d\d$/.test(kecamatan ?? '') ? kecamatan : undefined,
    kind: KINDS.find((one) => one === jenis),
    group: GROUPS.find((one) => one === kelompok), status: COOPERATIVE_STATUSES.find((one) => one === status),
    withoutMeeting: query['belum-rat'] === '1',
  }
}

/** The filters a download knows as well; it is offered only where it would hold the same as the list. */
function partOf(query: Record<string, string>): string {
  const kept = new URLSearchParams(['kecamatan', 'jenis', 'kelompok', 'status'].flatMap((key) => (query[key] ? [[key, query[key]]] : []))).toString()
  return kept === '' ? '' : `?${kept}`
}

/** What the other form of the page has set stays set. */
const Kept = ({ query, keys }: { query: Record<string, string>; keys: readonly string[] }) =>
  <>{keys.map((key) => query[key] && <input key={key} type="hidden" name={key} value={query[key]} />)}</>

function FilterForm({ query, districts, year }: { query: Record<string, string>; districts: readonly Region[]; year: number }) {
  return (
    <Disclosure summary={w.filter} open={FILTERS.some((key) => query[key])}>
      <form action="/petugas/koperasi" class="stack">
        <Kept query={query} keys={['q']} />
        <SelectField unchosen={w.all} name="kecamatan" label={w.district} value={query['kecamatan']}
          choices={districts.map(({ code, name }) => ({ value: code, label: name }))} />
        <SelectField unchosen={w.all} name="jenis" label={w.kind} value={query['jenis']}
          choices={KINDS.map((value) => ({ value, label: choiceLabels.kind[value] }))} />
        <SelectField unchosen={w.all} name="kelompok" label={w.group} value={query['kelompok']}
          choices={GROUPS.map((value) => ({ value, label: choiceLabels.group[value] }))} />
        <SelectField unchosen={w.all} name="status" label={w.status} value={query['status']}
          choices={COOPERATIVE_STATUSES.map((value) => ({ value, label: choiceLabels.status[value] }))} />
        <CheckboxGroup name="belum-rat" label={w.withoutMeeting} hint={w.withoutMeetingHint(year)}
          values={query['belum-rat'] === '1' ? ['1'] : []} choices={[{ value: '1', label: w.yes }]} />
        <Button look="secondary">{w.filter}</Button>
      </form>
    </Disclosure>
  )
}

async function readList({ unit, actor, query }: Allowed) {
  const list = await listCooperatives(unit, actor, filterOf(query), { limit: PAGE, after: markOf(query['sesudah'] ?? '') })
  return {
    ...list, districts: await listDistricts(unit.tx, (await getOffice(unit.tx, actor.officeId)).regionCode),
    year: lastBookYear(wibDate(unit.now)),
    mayAdd: may(actor, 'cooperative.create', {}, unit.now.epochMilliseconds).ok,
    mayExport: areasFor(actor, 'registry.export') !== 'own',
  }
}

/** All cooperatives an officer may see, with search and filters. */
export const officerListPage = page({
  path: '/petugas/koperasi',
  right: 'cooperative.list',
  read: readList,
  view({ items, next, districts, year, mayAdd, mayExport }, { query }): Screen {
    return {
      title: w.title, variant: 'officer',
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead}
            side={<div class="row">
              {mayExport && !query['q'] && query['belum-rat'] !== '1' && (
                <ButtonLink href={`/petugas/koperasi/ekspor${partOf(query)}`} look="secondary" small icon="download">{w.export}</ButtonLink>
              )}
              {mayAdd && <ButtonLink href="/koperasi/baru" look="secondary" small icon="pen">{w.add}</ButtonLink>}
            </div>} />
          <SearchForm action="/petugas/koperasi" name="q" label={w.search}
            value={query['q']}><Kept query={query} keys={FILTERS} /></SearchForm>
          <FilterForm query={query} districts={districts} year={year} />
          <DataTable caption={w.title} quietCaption columns={COLUMNS} rows={items} rowKey={(row) => row.id}
            empty={<EmptyState icon="people" title={w.empty}><p>{w.emptyTodo}</p></EmptyState>} />
          <Pagination next={next ? `?${new URLSearchParams({ ...query, sesudah: next })}` : undefined} />
        </>
      ),
    }
  },
})
