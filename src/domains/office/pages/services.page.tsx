import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { type ServiceVersion, listServiceVersions } from '../../services/index.ts'
import { officeId } from '../messages.id.ts'
import { dayText, spanText } from './form.ts'
import { adminScreen } from './frame.tsx'

const t = officeId.services

const COLUMNS: Column<ServiceVersion>[] = [
  { key: 'service', header: t.service, names: true, cell: (row) => <><a href={`/layanan/${row.code.toLowerCase()}`}>{row.definition.name.id}</a><br /><small class="soft mono">{row.code}</small></> },
  { key: 'version', header: t.version, cell: (row) => row.version, end: true },
  { key: 'dates', header: t.dates, cell: (row) => spanText(row.validFrom, row.validTo) },
  { key: 'division', header: t.division, cell: (row) => row.division },
  { key: 'decree', header: t.decree, cell: (row) => <>{row.definition.decree.number}<br /><small class="soft">{dayText(row.definition.decree.date)}</small></> },
  { key: 'days', header: t.days, cell: (row) => t.daysText(row.definition.limits.days, row.definition.limits.intakeOfficeHours) },
]

/** Services with every version of their standard; changed by a reviewed file, not on a screen. */
export const servicesPage = page({
  path: '/admin/layanan',
  right: 'reference.manage',
  read: ({ unit, actor }) => listServiceVersions(unit.tx, actor.officeId),
  view: (rows, _ask, form) => adminScreen({
    title: t.title, lead: t.lead, form,
    children: <DataTable caption={t.caption} quietCaption columns={COLUMNS} rows={rows} rowKey={(row) => `${row.code} ${row.version}`} />,
  }),
})
