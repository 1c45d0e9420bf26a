import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { getOffice, listDistricts } from '../../office/index.ts'
import { type ListedBusiness, listBusinesses } from '../business-list.ts'
import type { BusinessFilter } from '../search/filter.ts'
import { markOf } from '../search/mark.ts'
import { BUSINESS_STATUSES } from '../core/business-choices.ts'
import { findPersonByNationalId, readNationalId } from '../identity-store.ts'
import { choiceLabels } from '../messages.id.ts'
import { isUuid } from '../person-store.ts'
import { officerWords as w, screenId } from '../screen-messages.id.ts'

function stateOf({ status, isVerified }: ListedBusiness): string {
  if (status !== 'active') return choiceLabels.status[status]
  return isVerified ? screenId.sheet.verified : screenId.sheet.unverified
}

const COLUMNS: Column<ListedBusiness>[] = [
  {
    key: 'business', header: w.business,
    cell: (row) => <><a href={`/petugas/usaha/${row.id}`}>{row.name}</a><br /><small class="soft mono">{row.registryNumber}</small></>,
  },
  { key: 'owner', header: w.owner, cell: (row) => row.ownerName },
  { key: 'place', header: w.place, cell: (row) => `${row.village}, ${row.district}` },
  { key: 'activity', header: w.activity, cell: (row) => (row.kbliTitle ? `${row.kbli} ${row.kbliTitle}` : screenId.sheet.notYet) },
  { key: 'scale', header: w.scale, cell: (row) => (row.scale ? screenId.scale.is[row.scale] : screenId.scale.none) },
  {
    key: 'state', header: w.state,
    cell: (row) => <StatusTag tone={row.isVerified ? 'success' : 'neutral'} text={stateOf(row)} />,
  },
]

const PAGE = 50

/** The address speaks Indonesian; a filter that is none of ours is passed over. */
function filterOf(query: Record<string, string>): BusinessFilter {
  const { kecamatan, kbli, status, pemilik, q } = query
  return {
    q, district: /^\d\d\.\d\d\.\d\d$/.test(kecamatan ?? '') ? kecamatan : undefined, kbli: /^\d{5}$/.test(kbli ?? '') ? kbli : undefined,
    status: BUSINESS_STATUSES.find((one) => one === status), ownerId: isUuid(pemilik ?? '') ? pemilik : undefined,
  }
}

async function readList({ unit, actor, query }: Allowed) {
  const list = await listBusinesses(unit.tx, actor, filterOf(query), { limit: PAGE, after: markOf(query['sesudah'] ?? '', 'newest') })
  return { ...list, districts: await listDistricts(unit.tx, (await getOffice(unit.tx, actor.officeId)).regionCode) }
}

/** The way to the next part of the list, with the same filter. */
const nextHref = (query: Record<string, string>, next: string | null) =>
  (next ? `?${new URLSearchParams({ ...query, sesudah: next })}` : undefined)

const FILTERS = ['kecamatan', 'status', 'kbli'] as const

/** What the other form of the page has set stays set. */
const Kept = ({ query, keys }: { query: Record<string, string>; keys: readonly string[] }) =>
  <>{keys.map((key) => query[key] && <input key={key} type="hidden" name={key} value={query[key]} />)}</>

/** All businesses an officer may see, with filters and search; by NIK only through a form that leaves nothing in the address. */
export const officerListPage = page({
  path: '/petugas/usaha',
  right: 'business.list',
  fields: z.object({ nationalId: z.string().default('') }),
  read: readList,
  view({ items, next, districts }, { query }, { problems, values }): Screen {
    const typed = values['nationalId']
    return {
      title: w.title, variant: 'officer', wrong: problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={w.title} lead={w.lead} />
          <SearchForm action="/petugas/usaha" name="q" label={w.search} value={query['q']}>
            <Kept query={query} keys={FILTERS} />
          </SearchForm>
          <Disclosure summary={w.filter} open={FILTERS.some((key) => query[key])}>
            <form action="/petugas/usaha" class="stack">
              <Kept query={query} keys={['q']} />
              <SelectField name="kecamatan" label={w.district} value={query['kecamatan']}
                choices={districts.map(({ code, name }) => ({ value: code, label: name }))} />
              <SelectField name="status" label={w.status} value={query['status']}
                choices={BUSINESS_STATUSES.map((value) => ({ value, label: choiceLabels.status[value] }))} />
              <TextField name="kbli" label={w.kbli} value={query['kbli']} inputMode="numeric" width={8} maxLength={5} />
              <Button look="secondary">{w.filter}</Button>
            </form>
          </Disclosure>
          <Disclosure summary={w.byId} open={problems.length > 0}>
            <form method="post" action="/petugas/usaha" noValidate class="stack">
              <TextField name="nationalId" label="NIK" hint={w.byIdHint} inputMode="numeric" width={16} maxLength={24}
                error={problemOf(problems, 'nationalId')}
                value={typeof typed === 'string' ? typed : undefined} />
              <Button look="secondary">{w.byIdButton}</Button>
            </form>
          </Disclosure>
          {query['pemilik'] && <p>{w.ownedBy}. <ButtonLink href="/petugas/usaha" look="link">{w.clearOwner}</ButtonLink></p>}
          <DataTable caption={w.title} quietCaption columns={COLUMNS} rows={items} rowKey={(row) => row.id}
            empty={<EmptyState icon="store" title={w.empty}><p>{w.emptyTodo}</p></EmptyState>} />
          <Pagination next={nextHref(query, next)} />
        </>
      ),
    }
  },
  async send({ unit, tools, actor }, { nationalId }) {
    const read = readNationalId(nationalId)
    if (!read.ok) return invalid([{ field: 'nationalId', message: read.error }])
    const person = await findPersonByNationalId(unit.tx, tools.keys, actor.officeId, read.value.digits)
    if (!person) return invalid([{ field: 'nationalId', message: w.unknownId }])
    unit.looked(actor.officeId, actor, 'person.find', { kind: 'person', id: person.id, personId: person.id })
    return ok({ goTo: `/petugas/usaha?pemilik=${person.id}` })
  },
})
