import { wibDate } from '../../../kernel/wib.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { officersId } from '../messages-officers.id.ts'
import { type ListedOfficer, listOfficers } from '../officer-store.ts'

const t = officersId.admin
const PAGE = 50

async function read({ unit, actor, query }: Allowed) {
  const search = (query['q'] ?? '').slice(0, 60)
  const rows = await listOfficers(unit.tx, actor.officeId, wibDate(unit.now).toString(), { search, after: query['sesudah'] ?? '', limit: PAGE + 1 })
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return { rows: shown, search, next: rows.length > PAGE && last ? `?${new URLSearchParams({ q: search, sesudah: last.login })}` : undefined }
}

const toneOf = (row: ListedOfficer) => (row.status === 'active' ? 'success' : 'warning')

export const adminAccountsPage = page({
  path: '/admin/akun',
  right: 'account.manage',
  read,
  view: ({ rows, search, next }) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} side={<ButtonLink href="/admin/akun/baru" icon="person">{t.create}</ButtonLink>} />
        <SearchForm action="/admin/akun" name="q" label={t.search} value={search} />
        <DataTable caption={t.title} quietCaption rows={rows} rowKey={(row) => row.id} empty={<EmptyState icon="people" title={t.none} />}
          columns={[
            { key: 'name', header: t.name, cell: (row) => <a href={`/admin/akun/${row.id}`}>{row.name}</a> },
            { key: 'login', header: t.login, cell: (row) => <span class="mono">{row.login}</span> },
            { key: 'roles', header: t.roles, cell: (row) => row.roles.map((role) => officersId.roles[role] ?? role).join(', ') || '–' },
            { key: 'status', header: t.status, cell: (row) => <StatusTag tone={toneOf(row)} text={t.statuses[row.status] ?? row.status} /> },
          ]} />
        <Pagination next={next} />
      </>
    ),
  }),
})
