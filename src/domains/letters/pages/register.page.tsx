import { shortDate, wibDate } from '../../../kernel/wib.ts'
import type { Temporal } from 'temporal-polyfill'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import type { Letter } from '../letter-store.ts'
import { officeLetters } from '../office-messages.id.ts'
import { REGISTER_FILTERS, type RegisterFilter, listRegister, listRegisterYears, searchRegister } from '../register-store.ts'
import { LetterTag, troubleOf } from './letter-state.tsx'

const t = officeLetters.register
const SHOWN = 50

/** What the filters are called in addresses. */
const IN_ADDRESS: Record<RegisterFilter, string> = { all: 'semua', issued: 'terbit', signing: 'belum', withdrawn: 'dicabut', void: 'batal' }

const columns = (now: Temporal.Instant): Column<Letter>[] => [
  { key: 'number', header: t.columns.number, names: true, cell: (row) => <a href={`/petugas/surat/${row.id}`}><span class="mono">{row.number}</span></a> },
  { key: 'date', header: t.columns.date, cell: (row) => shortDate(wibDate(fromDb(row.issuedAt))) },
  { key: 'holder', header: t.columns.holder, cell: (row) => <>{row.facts.businessFull}<br /><small class="soft">{row.facts.holderFull}</small></> },
  {
    key: 'state', header: t.columns.state,
    cell: (row) => <><LetterTag letter={row} now={now} />{troubleOf(row) && <><br /><small class="soft">{troubleOf(row)}</small></>}</>,
  },
  { key: 'way', header: t.columns.way, cell: (row) => officeLetters.way[row.signature] },
]

function yearOf(text: string | undefined, now: Temporal.Instant): number {
  const year = Number(text)
  return Number.isInteger(year) && year >= 2000 && year <= 2127 ? year : wibDate(now).year
}

/** The register of outgoing letters of a year: every number that was given, also those without a letter. */
export const registerPage = page({
  path: '/petugas/surat',
  right: 'queue.read',
  async read({ unit, actor, query }) {
    const year = yearOf(query['tahun'], unit.now)
    const filter = REGISTER_FILTERS.find((one) => IN_ADDRESS[one] === query['saring']) ?? 'all'
    const typed = (query['q'] ?? '').trim().slice(0, 100)
    const before = Number(query['sebelum']) || undefined
    const part = typed === ''
      ? await listRegister(unit.tx, actor.officeId, year, { filter, before, limit: SHOWN })
      : { letters: await searchRegister(unit.tx, actor.officeId, year, typed, SHOWN), next: undefined }
    return { year, years: await listRegisterYears(unit.tx, actor.officeId), filter, typed, before, now: unit.now, ...part }
  },
  view({ year, years, filter, typed, before, now, letters, next }) {
    const address = (more: string) => `/petugas/surat?tahun=${year}&${more}`
    const filtered = `saring=${IN_ADDRESS[filter]}`
    return {
      title: t.title(year), variant: 'officer',
      body: (
        <>
          <PageHeading title={t.title(year)} lead={t.lead} />
          <SearchForm action="/petugas/surat" name="q" label={t.search} value={typed}><input type="hidden" name="tahun" value={year} /></SearchForm>
          {years.length > 1 && <Tabs label={t.year} items={years.map((one) => ({ href: `/petugas/surat?tahun=${one}`, text: String(one), current: one === year }))} />}
          {typed === '' && (
            <Tabs label={t.filter} items={REGISTER_FILTERS.map((one) => ({ href: address(`saring=${IN_ADDRESS[one]}`), text: t[one], current: one === filter }))} />
          )}
          <DataTable
            caption={t.title(year)} quietCaption columns={columns(now)} rows={letters} rowKey={(row) => row.id}
            empty={typed === ''
              ? <EmptyState icon="archive" title={t.empty}><p>{t.emptyTodo}</p></EmptyState>
              : <EmptyState icon="search" title={t.nothingFound}><p>{t.nothingFoundTodo}</p></EmptyState>}
          />
          {typed === '' && letters.length > 0 && (
            <Pagination position={t.count(letters.length)} next={next === undefined ? undefined : address(`${filtered}&sebelum=${next}`)}
              previous={before === undefined ? undefined : address(filtered)} />
          )}
          {typed !== '' && <p><a href={address('')}>{t.back}</a></p>}
        </>
      ),
    }
  },
})
