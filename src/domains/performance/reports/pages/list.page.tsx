import { Temporal } from 'temporal-polyfill'
import { may } from '../../../../kernel/rights.ts'
import { shortDate, shortMoment, wibDate } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { page } from '../../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Tabs } from '../../../../ui/tabs.tsx'
import { reportPagesId as t } from '../../messages-report-pages.id.ts'
import { type ReportCard, listReportYears, listReports } from '../store.ts'
import { StateTag, nameOf, pathOf } from './report-words.tsx'

const COLUMNS: Column<ReportCard>[] = [
  { key: 'report', header: t.list.report, names: true, cell: (card) => <a href={pathOf(card.id)}>{nameOf(card)}</a> },
  { key: 'period', header: t.list.period, cell: ({ from, to }) => `${shortDate(Temporal.PlainDate.from(from))} – ${shortDate(Temporal.PlainDate.from(to))}` },
  { key: 'state', header: t.list.state, cell: (card) => <StateTag card={card} /> },
  { key: 'signed', header: t.list.signed, cell: ({ signedAt }) => (signedAt ? shortMoment(fromDb(signedAt)) : '–') },
]

/** All reports of a year with how they stand. */
export const listPage = page({
  path: '/petugas/laporan',
  right: 'report.read',
  async read({ unit, actor, query }) {
    const years = await listReportYears(unit.tx, actor.officeId)
    const asked = Number(query['tahun'])
    const year = years.includes(asked) ? asked : years[0] ?? wibDate(unit.now).year
    const prepares = may(actor, 'report.prepare', {}, unit.now.epochMilliseconds).ok
    return { years, year, prepares, reports: await listReports(unit.tx, actor.officeId, { year }) }
  },
  view: ({ years, year, prepares, reports }) => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        {years.length > 1 && <Tabs label={t.years} items={years.map((one) => ({ href: `/petugas/laporan?tahun=${one}`, text: String(one), current: one === year }))} />}
        <DataTable caption={`${t.title} ${year}`} quietCaption columns={COLUMNS} rows={reports} rowKey={({ id }) => id}
          empty={<EmptyState icon="chart" title={t.none}><p>{t.noneTodo}</p></EmptyState>} />
        {prepares && <p><a href={`/petugas/laporan/sasaran/${year}`}>{t.target.open(year)}</a></p>}
      </>
    ),
  }),
})
