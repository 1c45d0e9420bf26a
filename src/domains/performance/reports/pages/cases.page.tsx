import { page } from '../../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Pagination } from '../../../../ui/pagination.tsx'
import type { Dimension } from '../../core/figures.ts'
import type { Names } from '../../core/report-content.ts'
import { NOTHING, minutesText } from '../../core/report-numbers.ts'
import { nameOfRow, rowText } from '../../core/report-tables.ts'
import { reportPagesId } from '../../messages-report-pages.id.ts'
import { CASES_A_PAGE, type FigureCase, type FigureCases, figureCases } from '../figure-cases.ts'
import { rowOf } from '../row-of.ts'
import { baseOf, findReport, findReportAccess } from '../store.ts'
import { pathOf } from './report-words.tsx'

const t = reportPagesId.cases

const columnsOf = (names: Names): Column<FigureCase>[] => {
  const named = (dimension: Dimension, key: string | null) => (key === null ? NOTHING : nameOfRow(names, dimension, key))
  return [
    { key: 'reference', header: t.reference, names: true, cell: ({ id, reference }) => <a href={`/petugas/permohonan/${id}`}>{reference}</a> },
    { key: 'service', header: t.service, cell: ({ facts }) => named('service', facts.service) },
    { key: 'district', header: t.district, cell: ({ facts }) => named('district', facts.district) },
    { key: 'outcome', header: t.outcome, cell: ({ facts }) => (facts.ended ? t.outcomes[facts.ended.outcome] : t.open) },
    { key: 'in-time', header: t.inTime, cell: ({ facts }) => (facts.inTime === null ? t.unknown : facts.inTime ? t.yes : t.no) },
    { key: 'office', header: t.office, end: true, cell: ({ facts }) => (facts.officeMinutes === null ? NOTHING : minutesText(facts.officeMinutes)) },
    { key: 'returns', header: t.returns, end: true, cell: ({ facts }) => String(facts.returns.length) },
  ]
}

function Pages({ cases: { offset, all }, address }: { cases: FigureCases; address: (offset: number) => string }) {
  const last = Math.min(offset + CASES_A_PAGE, all)
  return (
    <Pagination previous={offset > 0 ? address(Math.max(0, offset - CASES_A_PAGE)) : undefined} next={last < all ? address(last) : undefined}
      {...(all > 0 ? { position: t.position(offset + 1, last, all) } : {})} />
  )
}

/** The cases behind a row of a figure, as far as the reader may open them. No name stands here: what is personal is behind the right to each case. */
export const casesPage = page({
  path: '/petugas/laporan/:id/berkas',
  right: 'report.read',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  async read({ unit, actor, params, query }) {
    const card = await findReport(unit.tx, params['id'] ?? '')
    const base = card && await baseOf(unit.tx, card.id)
    const figure = base?.figures.find(({ code }) => code === query['angka'])
    if (!card || !base || !figure) return undefined
    const row = rowOf(query['menurut'], query['nilai'])
    const offset = Math.max(0, Math.trunc(Number(query['mulai'] ?? 0)) || 0)
    const cases = await figureCases(unit, actor, base, figure, row, offset)
    return cases && { card, base, figure, row, cases }
  },
  view({ card, base, figure, row, cases }) {
    const address = (offset: number) => pathOf(card.id, `berkas?${new URLSearchParams({
      angka: figure.code, ...(row ? { menurut: row.dimension, nilai: row.key } : {}), mulai: String(offset),
    })}`)
    const { name, what } = figure.definition
    return {
      title: t.title(name), variant: 'officer', back: { href: pathOf(card.id, `angka/${figure.code}`), text: name },
      body: (
        <>
          <PageHeading title={t.title(name)} over={row ? rowText(base.names, JSON.stringify({ [row.dimension]: row.key })) : undefined} lead={what} />
          {cases.hidden > 0 && <Notice><p>{t.hidden(cases.hidden)}</p></Notice>}
          <DataTable caption={t.caption} quietCaption columns={columnsOf(base.names)} rows={cases.items} rowKey={({ id }) => id}
            empty={cases.all === 0 ? <EmptyState icon="search" title={t.none} /> : undefined} />
          <Pages cases={cases} address={address} />
        </>
      ),
    }
  },
})
